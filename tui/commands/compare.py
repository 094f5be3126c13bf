"""`newsreader compare`: the questions that reports answer, and where the answers part."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace

from index.article import Article
from index.compare.model import DISPUTED, Answer, Comparison, Question
from index.errors import UsageError
from tui.commands.output import Output
from tui.commands.session import Session
from tui.rendering.relations import shown_relation


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
        from tui.commands.brief import brief

        for line in brief(articles, comparison):
            session.output.verbatim(line)
    else:
        print_comparison(articles, comparison, session.output)
    return 0 if comparison.questions else 1


def only_wanted(comparison: Comparison, *, weak: bool) -> Comparison:
    """`comparison` without its weak questions, unless they are wanted."""
    if weak:
        return comparison
    strong = tuple(one for one in comparison.questions if one.strength == "strong")
    return replace(comparison, questions=strong)


def print_comparison(articles: Sequence[Article], comparison: Comparison, output: Output) -> None:
    """Every question with its answers, and who does not answer it."""
    names = names_of(articles)
    output.line((summary(articles, comparison), "faint"))
    for question in comparison.questions:
        output.line()
        print_question(question, names, output)


def print_question(question: Question, names: Mapping[str, str], output: Output) -> None:
    """One question, its relation and reason, and each answer in its own words."""
    style = "disputed" if shown_relation(question) in DISPUTED else "agreed"
    output.line((question.question, "title"), "  ", (verdict(question), style))
    output.line(("  " + question.reason, "faint"))
    for answer in question.answers:
        output.line(f"  {names[answer.article]}: ", (answer.text, "figure"), told(answer))
    silent = [
        name for id_, name in names.items() if id_ not in {a.article for a in question.answers}
    ]
    if silent:
        output.line(("  not reported: " + "; ".join(silent), "faint"))


def verdict(question: Question) -> str:
    """The relation in words: "possibly differs", "updated (your ruling)"."""
    if question.ruling:
        return f"{question.ruling} (your ruling)"
    return f"possibly {question.relation}" if question.possible else question.relation


def told(answer: Answer) -> str:
    """Whose words an answer is, and for which day it holds."""
    speaker = f", {answer.speaker}" if answer.speaker else ""
    as_of = f", as of {answer.as_of}" if answer.as_of else ""
    return speaker + as_of


def names_of(articles: Sequence[Article]) -> dict[str, str]:
    """What to call each report: its outlet and day, with its id where that is not enough."""
    names = {
        article.id: " ".join(
            filter(None, (article.source or article.id, (article.published or "")[:10]))
        )
        for article in articles
    }
    shared = {name for name in names.values() if list(names.values()).count(name) > 1}
    return {id_: f"{name} ({id_})" if name in shared else name for id_, name in names.items()}


def summary(articles: Sequence[Article], comparison: Comparison) -> str:
    """ "5 reports of 4 origins; 7 questions, 3 answered differently"."""
    disputed = sum(shown_relation(question) in DISPUTED for question in comparison.questions)
    origins = len(comparison.origins)
    of = f" of {origins} origin{'s' * (origins != 1)}" if origins != len(articles) else ""
    count = len(comparison.questions)
    return (
        f"{len(articles)} reports{of}; {count} question{'s' * (count != 1)}, "
        f"{disputed} answered differently"
    )
