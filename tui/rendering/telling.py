"""A comparison in words: what to call a report, how a relation reads, whose words an answer is."""

from __future__ import annotations

from collections.abc import Sequence

from index.article import Article
from index.compare.model import DISPUTED, Answer, Comparison, Question
from tui.rendering.relations import shown_relation
from tui.rendering.titles import Part
from tui.rendering.words import count, held_on, report_name


def names_of(articles: Sequence[Article]) -> dict[str, str]:
    """What to call each report: its outlet and day, with its id where that is not enough."""
    names = {article.id: report_name(article) for article in articles}
    shared = {name for name in names.values() if list(names.values()).count(name) > 1}
    return {id_: f"{name} ({id_})" if name in shared else name for id_, name in names.items()}


def verdict(question: Question) -> str:
    """The relation in words: "possibly differs", "updated (your ruling)"."""
    if question.ruling:
        return f"{question.ruling} (your ruling)"
    return f"possibly {question.relation}" if question.possible else question.relation


def told(answer: Answer) -> str:
    """Whose words an answer is, through whom they came, and for which day it holds."""
    day = f", {held_on(answer)}" if answer.as_of and answer.as_of_from != "published" else ""
    return voices(answer) + day


def voices(answer: Answer) -> str:
    """Whose words an answer is, and through whom they came: ", Pat Ryder, through Yonhap"."""
    who = answer.speaker or answer.source
    speaker = f", {who}" if who and who != answer.text else ""
    via = f", through {' and '.join(answer.via)}" if answer.via else ""
    return speaker + via


def silent(question: Question, articles: Sequence[Article]) -> list[str]:
    """The ids of the reports that do not answer a question.

    None where it is asked of one report alone ("in Russia or in Kursk?"): it is between two of that
    report's own sentences, and what others say of either stands in other questions.
    """
    answering = {answer.article for answer in question.answers}
    if len(answering) == 1:
        return []
    return [article.id for article in articles if article.id not in answering]


def summary(articles: Sequence[Article], comparison: Comparison) -> str:
    """ "5 reports of 4 origins by 3 newsrooms; 7 questions, 3 answered differently"."""
    disputed = sum(shown_relation(question) in DISPUTED for question in comparison.questions)
    parts = [count(len(articles), "report"), *origins(comparison)]
    return (
        f"{', '.join(parts)}; {count(len(comparison.questions), 'question')}, "
        f"{disputed} answered differently"
    )


def elsewhere(article: str | None, shown: Sequence[Article]) -> Part:
    """What a title says where the reports shown are not those of the story of `article`."""
    if article is None or any(one.id == article for one in shown):
        return ""
    return "the largest story: no other report tells of yours", "largest story, not yours"


def origins(comparison: Comparison) -> list[str]:
    """ "4 origins" and "3 newsrooms", each where it is fewer than there are reports."""
    reports = len(comparison.articles)
    texts, newsrooms = len(comparison.origins), len(set(comparison.newsrooms))
    found = [count(texts, "origin")] if texts < reports else []
    if 0 < newsrooms < reports:
        found.append(count(newsrooms, "newsroom"))
    return found
