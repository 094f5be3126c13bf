"""A comparison in lines of text: its questions, and the answers to each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from index.article import Article
from index.compare.model import DISPUTED, Comparison, Question
from index.compare.support import support, worded
from tui.commands.output import Output
from tui.rendering.relations import shown_relation
from tui.rendering.telling import names_of, silent, summary, told, verdict


def only_wanted(comparison: Comparison, *, weak: bool) -> Comparison:
    """`comparison` without its weak questions, unless they are wanted."""
    if weak:
        return comparison
    strong = tuple(one for one in comparison.questions if one.strength == "strong")
    return replace(comparison, questions=strong)


def print_comparison(
    articles: Sequence[Article],
    comparison: Comparison,
    output: Output,
    *,
    only_disputed: bool = False,
    numbered: bool = False,
) -> None:
    """What was compared, copies of one text, and the questions, each with its answers.

    `numbered`: before each question its place among all, from 1.
    """
    names = names_of(articles)
    output.line((summary(articles, comparison), "faint"))
    for group in comparison.origins:
        if len(group) > 1:
            copies = "; ".join(names[id_] for id_ in group)
            output.line((f"copies of one text: {copies}", "faint"))
    for number, question in enumerate(comparison.questions, 1):
        if not only_disputed or shown_relation(question) in DISPUTED:
            output.line()
            head = f"{number}. " if numbered else ""
            _print_question(question, articles, comparison, names, output, head)


def _print_question(
    question: Question,
    articles: Sequence[Article],
    comparison: Comparison,
    names: Mapping[str, str],
    output: Output,
    head: str,
) -> None:
    """One question, its relation and reason, each answer in its own words, who stands behind."""
    style = "disputed" if shown_relation(question) in DISPUTED else "agreed"
    output.line(head, (question.question, "title"), "  ", (verdict(question), style))
    output.line(("  " + question.reason, "faint"))
    for answer in question.answers:
        output.line(f"  {names[answer.article]}: ", (answer.text, "figure"), told(answer))
    output.line(("  " + worded(support(question.answers, comparison)), "faint"))
    if missing := silent(question, articles):
        output.line(("  not reported: " + "; ".join(names[id_] for id_ in missing), "faint"))
