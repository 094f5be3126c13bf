"""`newsreader compare`: the questions that reports answer, and where the answers part."""

from __future__ import annotations

import argparse

from index.errors import UsageError
from tui.commands.answers import only_wanted, print_comparison
from tui.commands.session import Session


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes beyond the common options."""
    parser.add_argument("articles", nargs="+", metavar="ARTICLE", help="an id, or a file")
    parser.add_argument("--all", action="store_true", help="the weak questions as well")
    parser.add_argument("--to", choices=["md"], help="write a brief in Markdown")


def run(options: argparse.Namespace, session: Session) -> int:
    """Prints the questions, the gravest first; 1 where the reports answer none together."""
    from index.compare.questions import compare

    if options.json and options.to:
        raise UsageError("--json and --to are two answers to one question; choose one of them.")
    reports = {
        article.id: (article, facts) for article, facts in map(session.article, options.articles)
    }
    if len(reports) < 2:
        raise UsageError("There is nothing to compare with; name two different articles or more.")
    articles = [article for article, _ in reports.values()]
    comparison = session.ruled(only_wanted(compare(list(reports.values())), weak=options.all))
    if options.json:
        from index.contract.comparison import ComparedReports

        session.output.object(ComparedReports.of(articles, comparison))
    elif options.to:
        from tui.rendering.brief import Brief, brief_lines

        for line in brief_lines(Brief(articles, comparison, session.bookmarks(articles))):
            session.output.verbatim(line.text)
    else:
        print_comparison(articles, comparison, session.output)
    return 0 if comparison.questions else 1
