"""Invented reports, compared; and the question among the answers that a test is about."""

from __future__ import annotations

from index.article import Article
from index.compare.model import Comparison, Question
from index.compare.questions import compare
from index.facts.extract import extract

DAY = "2019-05-14"
MONDAY, TUESDAY, WEDNESDAY = "2031-03-03", "2031-03-04", "2031-03-05"
Told = tuple[str, str]
"""The day of a report, and its text."""
FILLING = "Six bakers won a prize of $900. The harvest of 2018 was poor. A vet sold 12 mules. "
"""Sentences of other things, beside which words that two reports share say more."""
FERRY = "The ferry Sylvan sank off the coast of Freedonia on Tuesday. "


def report(number: int, body: str, published: str | None = DAY) -> Article:
    """A report with this body, of an outlet that bears its number."""
    return Article(f"r{number}", f"Report {number}", body, f"Outlet {number}", published=published)


def compared(*articles: Article) -> Comparison:
    """The comparison of these articles."""
    return compare([(article, extract(article)) for article in articles])


def ask(*bodies: str, later: str | None = None) -> Comparison:
    """Reports of one day with these texts, compared; the last one of a `later` day."""
    days = [DAY] * len(bodies)
    if later:
        days[-1] = later
    return compared(
        *(report(n, body, day) for n, (body, day) in enumerate(zip(bodies, days, strict=True)))
    )


def told(*reports: Told) -> Comparison:
    """Reports of several days, each of another outlet, compared."""
    articles = [
        Article(
            f"r{n}", body.split(".")[0], body, ("Herald", "Courier", "Gazette")[n], published=day
        )
        for n, (day, body) in enumerate(reports)
    ]
    return compared(*articles)


def answering(comparison: Comparison, *texts: str) -> Question | None:
    """The first question that holds answers with all these words, if there is one."""
    for question in comparison.questions:
        if set(texts) <= {answer.text for answer in question.answers}:
            return question
    return None


def asked(comparison: Comparison, *texts: str) -> Question:
    """The one question across reports that holds answers with all these words."""
    found = [
        question
        for question in comparison.questions
        if set(texts) <= {answer.text for answer in question.answers}
        and len({answer.article for answer in question.answers}) > 1
    ]
    assert len(found) == 1, [question.question for question in comparison.questions]
    return found[0]
