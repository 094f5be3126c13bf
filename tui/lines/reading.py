"""Commands that move in the open report and say what stands there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from index.errors import UsageError
from tui.lines.comparing import show_evidence
from tui.lines.opening import open_report, read_on
from tui.lines.report import Kind, Report, Span
from tui.rendering.finding import find
from tui.rendering.highlight import SHOWN, Layer
from tui.rendering.signs import answered_between
from tui.rendering.telling import verdict
from tui.rendering.words import count, outlet

if TYPE_CHECKING:
    from index.compare.model import Question
    from tui.lines.sitting import Sitting

_NAMED: Final[dict[Layer, str]] = {
    "figure": "figures",
    "official": "officials",
    "disputed": "disputed words",
    "statement": "statements",
    "watch": "watched words",
}

Step = Callable[["Sitting", str], None]


def to_mark(kind: Kind, direction: int) -> Step:
    """A command that goes to the next mark of a kind, or the one before."""

    def step(sitting: Sitting, words: str) -> None:
        report = sitting.open_one()
        found = report.go(kind, direction)
        if found is None:
            where = "after" if direction > 0 else "before"
            none = f"There is no {kind} {where} this place, of {report.count(kind):,} in all."
            sitting.pages.line(none if report.count(kind) else f"There is no {kind} here.")
            return
        span, number = found
        _say_place(sitting, report, span, f"{kind} {number} of {report.count(kind)}", kind)
        if kind == "disputed sentence":
            _say_disputes(sitting, report, span)

    return step


def _say_place(sitting: Sitting, report: Report, span: Span, head: str, kind: Kind) -> None:
    """Number, paragraph, whose name it is, and the sentence with the mark in it."""
    start, end = report.sentence(span[0])
    named = [] if span == (start, end) else [(*span, kind)]
    who = f", {_office(report, span)}" if kind == "official" else ""
    head = f"{head[:1].upper()}{head[1:]}, paragraph {report.paragraph(span[0])}{who}"
    sitting.pages.clear()
    sitting.pages.line(f"{head}: {report.words(start, max(end, span[1]), named)}")


def _office(report: Report, span: Span) -> str:
    """Whose name it is, and the first office that the article gives."""
    for official in report.facts.officials:
        if any((one.start, one.end) == span for one in official.mentions):
            role = official.roles[0].told if official.roles else ""
            return ", ".join(filter(None, [official.name, role]))
    return ""


def _say_disputes(sitting: Sitting, report: Report, span: Span) -> None:
    """What other reports answer to the questions of a sentence; a number opens the evidence."""
    questions = answered_between(report.article.id, report.disputes, *span)
    for number, question in enumerate(questions, 1):
        sitting.pages.line(f"{number}. {question.question} {verdict(question)}.")
        sitting.pages.line(f"   {_values(sitting, report, question)}")
    sitting.offer([partial(show_evidence, sitting, question) for question in questions])


def _values(sitting: Sitting, report: Report, question: Question) -> str:
    """ "here: at least 10,000; ABC News: 8,000"."""
    said: dict[str, list[str]] = {}
    for answer in sorted(question.answers, key=lambda one: one.article != report.article.id):
        article = sitting.desk.library.article(answer.article)
        name = "here" if article.id == report.article.id else outlet(article)
        values = said.setdefault(name, [])
        if (value := " ".join(answer.text.split())) not in values:
            values.append(value)
    return "; ".join(f"{name}: {', '.join(values)}" for name, values in said.items())


# ---- sentences, paragraphs, reports


def say_sentence(sitting: Sitting, words: str) -> None:
    """The sentence under the cursor, with its marks."""
    report = sitting.open_one()
    start, end = report.sentence(report.cursor)
    sitting.pages.clear()
    sitting.pages.line(f"Paragraph {report.paragraph(start)}: {report.words(start, end)}")


def to_sentence(direction: int) -> Step:
    """A command that goes to the next sentence, or the one before."""

    def step(sitting: Sitting, words: str) -> None:
        report = sitting.open_one()
        start, end = report.sentence(report.cursor)
        body = report.article.body
        offset = end if direction > 0 else start - 1
        while 0 <= offset < len(body) and body[offset].isspace():
            offset += direction
        if not 0 <= offset < len(body):
            sitting.pages.line(f"This is the {'last' if direction > 0 else 'first'} sentence.")
            return
        report.stand(report.sentence(offset)[0])
        say_sentence(sitting, "")

    return step


def to_paragraph(direction: int) -> Step:
    """A command that goes to the next paragraph, or the one before, and reads it."""

    def step(sitting: Sitting, words: str) -> None:
        report = sitting.open_one()
        _say_paragraph(sitting, report, report.paragraph(report.cursor) + direction)

    return step


def from_paragraph(sitting: Sitting, words: str) -> None:
    """Reads on from a paragraph by its number, or from the one under the cursor."""
    report = sitting.open_one()
    number = report.paragraph(report.cursor)
    if words:
        if not words.isdecimal() or not 0 < int(words[:9]) <= len(report.paragraphs):
            known = count(len(report.paragraphs), "paragraph")
            raise UsageError(f"There is no paragraph {words}; this report has {known}.")
        number = int(words[:9])
    report.stand(report.paragraphs[number - 1].start)
    sitting.pages.clear()
    read_on(sitting, report, number)


def _say_paragraph(sitting: Sitting, report: Report, number: int) -> None:
    if not 0 < number <= len(report.paragraphs):
        sitting.pages.line(f"This is the {'first' if number < 1 else 'last'} paragraph.")
        return
    span = report.paragraphs[number - 1]
    report.stand(span.start)
    sitting.pages.clear()
    sitting.pages.line(f"Paragraph {number}: {report.words(span.start, span.end)}")


def go_on(sitting: Sitting) -> None:
    """The next page of what is being said; then the open report, from where the last page, or the
    last mark, stood."""
    report = sitting.report
    if sitting.pages.resume():
        return
    if report is None:
        sitting.pages.line("That is all.")
    elif report.next > len(report.paragraphs):
        sitting.pages.line("This is the end of the report.")
    else:
        report.stand(report.paragraphs[report.next - 1].start)
        read_on(sitting, report, report.next)


def find_words(sitting: Sitting, words: str) -> None:
    """Looks for words in the report, and goes to the first place from here on; without words to
    the next."""
    report = sitting.open_one()
    if words:
        report.matches = find(report.article.body, words)
        report.stand(report.cursor)
    if not report.matches:
        sitting.pages.line(f"The report does not have “{words}”." if words else "Find what?")
        return
    to_mark("match", 1)(sitting, "")


def next_report(direction: int) -> Step:
    """A command that opens the next report of the list, or the one before."""

    def step(sitting: Sitting, words: str) -> None:
        here = sitting.open_one().article.id
        number = (list(sitting.listed).index(here) if here in sitting.listed else -1) + direction
        if not 0 <= number < len(sitting.listed):
            where = "last" if direction > 0 else "first"
            sitting.pages.line(f"This is the {where} report of the list.")
            return
        open_report(sitting, sitting.listed[number])

    return step


# ---- what is marked


def change_marks(sitting: Sitting, words: str) -> None:
    """Names other marks than before."""
    report = sitting.open_one()
    shown = SHOWN[report.next_marks()]
    named = [word for layer, word in _NAMED.items() if layer in shown]
    sitting.pages.line(f"Named: {', '.join(named)}." if named else "Nothing is named.")


def say_why(sitting: Sitting, words: str) -> None:
    """Why the words under the cursor are marked."""
    from index.facts.explain import reasons_at

    report = sitting.open_one()
    found = reasons_at(report.article, report.facts, report.cursor)
    if not found:
        sitting.pages.line("Nothing is marked here.")
    for reason in found:
        sitting.pages.line(reason.sentence)


def say_facts(sitting: Sitting, words: str) -> None:
    """What the report says: figures, dates, officials, statements, claims."""
    from tui.commands.facts import print_facts

    report = sitting.open_one()
    sitting.pages.clear()
    print_facts(report.article, report.facts, sitting.pages)
