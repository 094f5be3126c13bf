"""A comparison in lines of text: its questions, the answers to each, and what to call a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from index.article import Article
from index.compare.model import DISPUTED, Answer, Comparison, Question
from tui.commands.output import Output
from tui.rendering.relations import shown_relation
from tui.rendering.words import count


def only_wanted(comparison: Comparison, *, weak: bool) -> Comparison:
    """`comparison` without its weak questions, unless they are wanted."""
    if weak:
        return comparison
    strong = tuple(one for one in comparison.questions if one.strength == "strong")
    return replace(comparison, questions=strong)


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
    of = f" of {count(origins, 'origin')}" if origins != len(articles) else ""
    return (
        f"{count(len(articles), 'report')}{of}; {count(len(comparison.questions), 'question')}, "
        f"{disputed} answered differently"
    )
