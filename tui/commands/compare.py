"""`newsreader compare`: the questions that reports answer, and where the answers part."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from index.article import Article
from index.compare.model import Comparison
from index.errors import UsageError
from tui.commands.answers import names_of, only_wanted, print_question, summary
from tui.commands.brief import brief
from tui.commands.output import Output
from tui.commands.session import Session


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes beyond the common options."""
    parser.add_argument("articles", nargs="+", metavar="ARTICLE", help="an id, or a file")
    parser.add_argument("--all", action="store_true", help="the weak questions as well")
    parser.add_argument("--to", choices=["md"], help="write a brief in Markdown")


def run(options: argparse.Namespace, session: Session) -> int:
    """Prints the questions, the gravest first; 1 where the reports answer none together."""
    from index.compare.questions import compare

    reports = {
        article.id: (article, facts) for article, facts in map(session.article, options.articles)
    }
    if len(reports) < 2:
        raise UsageError("There is nothing to compare with; name two different articles or more.")
    articles = [article for article, _ in reports.values()]
    comparison = session.ruled(only_wanted(compare(list(reports.values())), weak=options.all))
    if options.json:
        from index.contract import ComparedReports

        session.output.object(ComparedReports.of(articles, comparison))
    elif options.to:
        for line in brief(articles, comparison):
            session.output.verbatim(line)
    else:
        print_comparison(articles, comparison, session.output)
    return 0 if comparison.questions else 1


def print_comparison(articles: Sequence[Article], comparison: Comparison, output: Output) -> None:
    """Every question with its answers, and who does not answer it."""
    names = names_of(articles)
    output.line((summary(articles, comparison), "faint"))
    for question in comparison.questions:
        output.line()
        print_question(question, names, output)
