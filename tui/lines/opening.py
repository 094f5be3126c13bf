"""Opening a report, and reading it from a place on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.lines.report import Report

if TYPE_CHECKING:
    from tui.lines.sitting import Sitting


def open_report(
    sitting: Sitting, article_id: str, *, at: int | None = None, query: str = ""
) -> None:
    """Opens a report, at an offset, at the first match of a query, or where it was left."""
    sitting.show(partial(_open, sitting, article_id, at, query))


def _open(sitting: Sitting, article_id: str, at: int | None, query: str) -> None:
    desk = sitting.desk
    sitting.close_report()
    reading = desk.reading(article_id, query, as_you_type=False)
    questions, _ = desk.stories.answered(article_id)
    report = sitting.report = Report(reading, questions)
    if at is None:
        at = report.matches[0][0] if report.matches else reading.place
    report.stand(at)
    sitting.offer([partial(open_report, sitting, other, query=query) for other in sitting.listed])
    sitting.pages.line(report.summary())
    for told in (reading.article.remark, desk.beside(reading.article)):
        if told:
            sitting.pages.line(told)
    read_on(sitting, report, report.paragraph(at))


def read_on(sitting: Sitting, report: Report, number: int) -> None:
    """Says the paragraphs from one on, which is counted from 1."""
    if number > 1:
        sitting.pages.line(f"From paragraph {number}:")
    sitting.pages.write("")
    for span in report.paragraphs[number - 1 :]:
        sitting.pages.passage(report.words(span.start, span.end), span.start)
