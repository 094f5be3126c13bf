"""Commands that move in the open report and say what stands there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from index.errors import UsageError
from tui.lines.report import Kind, Report, Span, open_report, read_on
from tui.rendering.finding import find
from tui.rendering.highlight import SHOWN, Layer
from tui.rendering.telling import verdict
from tui.rendering.words import count, outlet

if TYPE_CHECKING:
    from index.compare.model import Question
    from tui.lines.reader import LineReader

_NAMED: Final[dict[Layer, str]] = {
    "figure": "figures",
    "official": "officials",
    "disputed": "disputed words",
    "statement": "statements",
    "watch": "watched words",
}

Step = Callable[["LineReader", str], None]


def open_one(reader: LineReader) -> Report:
    """The report that is open. Raises UsageError where none is."""
    if reader.report is None:
        raise UsageError("Open a report first: its number in the list opens it.")
    return reader.report


def to_mark(kind: Kind, direction: int) -> Step:
    """A command that goes to the next mark of a kind, or the one before."""

    def step(reader: LineReader, words: str) -> None:
        report = open_one(reader)
        found = report.go(kind, direction)
        if found is None:
            where = "after" if direction > 0 else "before"
            none = f"There is no {kind} {where} this place, of {report.count(kind):,} in all."
            reader.pages.line(none if report.count(kind) else f"There is no {kind} here.")
            return
        span, number = found
        _say_place(reader, report, span, f"{kind} {number} of {report.count(kind)}", kind)
        if kind == "disputed sentence":
            _say_disputes(reader, report, span)

    return step


def _say_place(reader: LineReader, report: Report, span: Span, head: str, kind: Kind) -> None:
    """Number, paragraph, whose name it is, and the sentence with the mark in it."""
    start, end = report.sentence(span[0])
    named = [] if span == (start, end) else [(*span, kind)]
    who = f", {_office(report, span)}" if kind == "official" else ""
    head = f"{head[:1].upper()}{head[1:]}, paragraph {report.paragraph(span[0])}{who}"
    reader.pages.clear()
    reader.pages.line(f"{head}: {report.words(start, max(end, span[1]), named)}")


def _office(report: Report, span: Span) -> str:
    """Whose name it is, and the first office that the article gives."""
    for official in report.facts.officials:
        if any((one.start, one.end) == span for one in official.mentions):
            role = official.roles[0].text if official.roles else ""
            return ", ".join(filter(None, [official.name, " ".join(role.split())]))
    return ""


def _say_disputes(reader: LineReader, report: Report, span: Span) -> None:
    """What other reports answer to the questions of a sentence; a number opens the evidence."""
    from tui.lines.comparing import show_evidence

    questions = [
        question
        for question in report.disputes
        if any(
            answer.article == report.article.id and span[0] <= answer.start < span[1]
            for answer in question.answers
        )
    ]
    for number, question in enumerate(questions, 1):
        reader.pages.line(f"{number}. {question.question} {verdict(question)}.")
        reader.pages.line(f"   {_values(reader, report, question)}")
    reader.offer([partial(show_evidence, reader, question) for question in questions])


def _values(reader: LineReader, report: Report, question: Question) -> str:
    """ "here: at least 10,000; ABC News: 8,000"."""
    said: dict[str, list[str]] = {}
    for answer in sorted(question.answers, key=lambda one: one.article != report.article.id):
        article = reader.desk.library.article(answer.article)
        name = "here" if article.id == report.article.id else outlet(article)
        values = said.setdefault(name, [])
        if (value := " ".join(answer.text.split())) not in values:
            values.append(value)
    return "; ".join(f"{name}: {', '.join(values)}" for name, values in said.items())


# ---- sentences, paragraphs, reports


def say_sentence(reader: LineReader, words: str) -> None:
    """The sentence under the cursor, with its marks."""
    report = open_one(reader)
    start, end = report.sentence(report.cursor)
    reader.pages.clear()
    reader.pages.line(f"Paragraph {report.paragraph(start)}: {report.words(start, end)}")


def to_sentence(direction: int) -> Step:
    """A command that goes to the next sentence, or the one before."""

    def step(reader: LineReader, words: str) -> None:
        report = open_one(reader)
        start, end = report.sentence(report.cursor)
        body = report.article.body
        offset = end if direction > 0 else start - 1
        while 0 <= offset < len(body) and body[offset].isspace():
            offset += direction
        if not 0 <= offset < len(body):
            reader.pages.line(f"This is the {'last' if direction > 0 else 'first'} sentence.")
            return
        report.stand(report.sentence(offset)[0])
        say_sentence(reader, "")

    return step


def to_paragraph(direction: int) -> Step:
    """A command that goes to the next paragraph, or the one before, and reads it."""

    def step(reader: LineReader, words: str) -> None:
        report = open_one(reader)
        _say_paragraph(reader, report, report.paragraph(report.cursor) + direction)

    return step


def from_paragraph(reader: LineReader, words: str) -> None:
    """Reads on from a paragraph by its number, or from the one under the cursor."""
    report = open_one(reader)
    number = report.paragraph(report.cursor)
    if words:
        if not words.isdecimal() or not 0 < int(words[:9]) <= len(report.paragraphs):
            known = count(len(report.paragraphs), "paragraph")
            raise UsageError(f"There is no paragraph {words}; this report has {known}.")
        number = int(words[:9])
    report.stand(report.paragraphs[number - 1].start)
    reader.pages.clear()
    read_on(reader, report, number)


def _say_paragraph(reader: LineReader, report: Report, number: int) -> None:
    if not 0 < number <= len(report.paragraphs):
        reader.pages.line(f"This is the {'first' if number < 1 else 'last'} paragraph.")
        return
    span = report.paragraphs[number - 1]
    report.stand(span.start)
    reader.pages.clear()
    reader.pages.line(f"Paragraph {number}: {report.words(span.start, span.end)}")


def go_on(reader: LineReader) -> None:
    """Reads on from where the last page, or the last mark, stood."""
    report = reader.report
    if report is None:
        reader.pages.line("That is all.")
    elif report.next > len(report.paragraphs):
        reader.pages.line("This is the end of the report.")
    else:
        report.stand(report.paragraphs[report.next - 1].start)
        read_on(reader, report, report.next)


def find_words(reader: LineReader, words: str) -> None:
    """Looks for words in the report, and goes to the first place from here on; without words to
    the next."""
    report = open_one(reader)
    if words:
        report.matches = find(report.article.body, words)
        report.stand(report.cursor)
    if not report.matches:
        reader.pages.line(f"The report does not have “{words}”." if words else "Find what?")
        return
    to_mark("match", 1)(reader, "")


def next_report(direction: int) -> Step:
    """A command that opens the next report of the list, or the one before."""

    def step(reader: LineReader, words: str) -> None:
        here = open_one(reader).article.id
        number = (list(reader.listed).index(here) if here in reader.listed else -1) + direction
        if not 0 <= number < len(reader.listed):
            where = "last" if direction > 0 else "first"
            reader.pages.line(f"This is the {where} report of the list.")
            return
        open_report(reader, reader.listed[number])

    return step


# ---- what is marked


def change_marks(reader: LineReader, words: str) -> None:
    """Names other marks than before."""
    report = open_one(reader)
    shown = SHOWN[report.next_marks()]
    named = [word for layer, word in _NAMED.items() if layer in shown]
    reader.pages.line(f"Named: {', '.join(named)}." if named else "Nothing is named.")


def say_why(reader: LineReader, words: str) -> None:
    """Why the words under the cursor are marked."""
    from index.facts.explain import explain

    report = open_one(reader)
    found = explain(report.article, report.facts, report.cursor)
    for sentence in found or ["Nothing is marked here."]:
        reader.pages.line(sentence)


def say_facts(reader: LineReader, words: str) -> None:
    """What the report says: figures, dates, officials, statements, claims."""
    from tui.commands.facts import print_facts

    report = open_one(reader)
    reader.pages.clear()
    print_facts(report.article, report.facts, reader.pages)
