"""Commands that lay reports side by side: each view says what it is, and then row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from index.compare.matrix import by_day, matrix_of
from index.compare.model import GRAVITY, Answer, Question
from index.errors import InputError, UsageError
from tui.lines.opening import open_report
from tui.rendering.answer_words import circumstances
from tui.rendering.telling import told, verdict
from tui.rendering.words import count, report_name

if TYPE_CHECKING:
    from index.article import Article
    from index.compare.matrix import Row, Value
    from index.compare.model import Comparison
    from tui.lines.sitting import Sitting


def chosen_reports(sitting: Sitting, words: str) -> list[Article]:
    """The reports that a command names, by their numbers in the list or their ids; without any,
    those of the story of the open report, or of the largest story. Raises InputError."""
    library = sitting.desk.library
    ids = [_id_of(sitting, word) for word in words.split()]
    if len(set(ids)) == 1:
        raise UsageError("Name two reports or more, by their numbers in the list.")
    if ids:
        return by_day([library.article(id_) for id_ in dict.fromkeys(ids)])
    current = sitting.report.article.id if sitting.report else None
    return list(sitting.desk.stories.matrix((), current).articles)


def _id_of(sitting: Sitting, word: str) -> str:
    """The report of a number in the list; what is none there is an id, or begins one, as "003"."""
    if _is_number(word) and int(word[:9]) <= len(sitting.listed):
        return sitting.listed[int(word[:9]) - 1]
    try:
        return sitting.desk.library.resolve(word)
    except InputError:
        if not _is_number(word):
            raise
        known = count(len(sitting.listed), "report")
        raise UsageError(f"There is no report {word}; the list has {known}.") from None


def _is_number(word: str) -> bool:
    return word.isdecimal() and not word.startswith("0")


def _compared(sitting: Sitting, articles: Sequence[Article]) -> Comparison:
    """The comparison of some reports; its questions are those that `timeline 2` means."""
    from tui.stories import strong

    comparison = strong(sitting.desk.stories.comparison([article.id for article in articles]))
    sitting.questions, sitting.compared = comparison.questions, articles
    sitting.offer([partial(show_evidence, sitting, one) for one in comparison.questions])
    return comparison


# ---- side by side


def compare(sitting: Sitting, words: str) -> None:
    """The questions that reports answer, and where they part."""
    sitting.show(partial(_say_comparison, sitting, chosen_reports(sitting, words)))


def _say_comparison(sitting: Sitting, articles: Sequence[Article]) -> None:
    from tui.commands.answers import print_comparison

    print_comparison(articles, _compared(sitting, articles), sitting.pages, numbered=True)


def matrix(sitting: Sitting, words: str) -> None:
    """Who says what to each question."""
    sitting.show(partial(_say_matrix, sitting, chosen_reports(sitting, words)))


def _say_matrix(sitting: Sitting, articles: Sequence[Article]) -> None:
    found = matrix_of(articles, _compared(sitting, articles))
    pages = sitting.pages
    reports = count(len(articles), "report")
    pages.line(f"Matrix: {count(len(found.rows), 'question')} to {reports}, the earliest first.")
    for number, row in enumerate(found.rows, 1):
        pages.write("")
        pages.line(f"{number}. {row.question.question} {verdict(row.question)}.")
        silent = []
        for article, cell, parts in zip(articles, row.cells, row.headlines, strict=True):
            if not cell:
                silent.append(report_name(article))
                continue
            values = "; ".join(_value(row, value) for value in cell)
            parted = " Its headline and its text differ." if parts else ""
            pages.line(f"   {report_name(article)}: {values}.{parted}")
        if silent:
            pages.line(f"   Not reported: {'; '.join(silent)}.")


def _value(row: Row, value: Value) -> str:
    """ "at least 10,000, Pat Ryder, as of 4 Nov 2024, paragraph 3"."""
    answer = row.question.answers[value.answers[0]]
    places = ["headline"] if value.in_headline else []
    places += [f"paragraph {number}" for number in value.paragraphs]
    return f"{' '.join(answer.text.split())}{told(answer)}, {' and '.join(places)}"


# ---- one question


def show_evidence(sitting: Sitting, question: Question) -> None:
    """Each report's own words for one question."""
    sitting.show(partial(_say_evidence, sitting, question))


def _say_evidence(sitting: Sitting, question: Question) -> None:
    pages, library = sitting.pages, sitting.desk.library
    ids = dict.fromkeys(answer.article for answer in question.answers)
    articles = {id_: library.article(id_) for id_ in ids}
    sitting.questions, sitting.compared = (question,), tuple(articles.values())
    said = f"{count(len(question.answers), 'answer')} of {count(len(ids), 'report')}"
    pages.line(f"{question.question} {verdict(question)}, {said}. {question.reason}")
    if question.possible and question.missing:
        pages.line(f"Not known here: {', '.join(question.missing)}.")
    for number, answer in enumerate(question.answers, 1):
        pages.write("")
        pages.line(f"{number}. {report_name(articles[answer.article])}: {answer.text}.")
        pages.line(f"   {' '.join(answer.sentence.split())}")
        pages.line(f"   {circumstances(answer).replace(' · ', ', ')}.")
        for line in _relations(question, number - 1):
            pages.line(f"   {line}")
    sitting.offer([partial(_open_answer, sitting, answer) for answer in question.answers])


def _relations(question: Question, index: int) -> Iterator[str]:
    """How one answer stands to those before it, the gravest first."""
    before = [one for one in question.relations if one.b == index]
    for relation in sorted(before, key=lambda one: GRAVITY.index(one.kind)):
        yield f"To answer {relation.a + 1}: {relation.kind}. {relation.reason}"


def _open_answer(sitting: Sitting, answer: Answer) -> None:
    open_report(sitting, answer.article, at=answer.start)


def rule(sitting: Sitting, words: str) -> None:
    """Keeps how the person reads the answers to a question: its number, if there are several, and
    one of the relations, or "none" for as the rules do."""
    *before, wanted = words.split() or [""]
    relation = next((kind for kind in GRAVITY if kind == wanted), None)
    if relation is None and wanted != "none":
        raise UsageError(f"Say how you read it: {', '.join(GRAVITY)}, or none.")
    if not before and len(sitting.questions) > 1:
        raise UsageError(f"Say which question as well, by its number: r 1 {wanted}")
    question = _question(sitting, " ".join(before))
    ruled = sitting.desk.decisions.rule(question, relation)
    sitting.questions = [ruled if one.id == ruled.id else one for one in sitting.questions]
    sitting.pages.line(f"{ruled.question} {verdict(ruled)}. u takes it back.")


def _question(sitting: Sitting, number: str) -> Question:
    """A question of the last comparison; without a number the first. Raises UsageError."""
    if not sitting.questions:
        compare(sitting, "")
        sitting.pages.clear()
    index = int(number[:9]) - 1 if number.isdecimal() else 0
    if not 0 <= index < len(sitting.questions) or (number and not number.isdecimal()):
        raise UsageError(f"There is no question {number}; `compare` lists them with their numbers.")
    return sitting.questions[index]


def timeline(sitting: Sitting, words: str) -> None:
    """The answers to one question over time, by its number in the last comparison."""
    question = _question(sitting, words)
    sitting.show(partial(_say_timeline, sitting, question, sitting.compared))


def _say_timeline(sitting: Sitting, question: Question, articles: Sequence[Article]) -> None:
    from index.compare.timeline import timeline_of

    pages, found = sitting.pages, timeline_of(question, articles)
    pages.line(
        f"Timeline of {count(len(found.moments), 'answer')}, the earliest first: "
        f"{question.question} {verdict(question)}."
    )
    for number, moment in enumerate(found.moments, 1):
        answer = moment.answer
        pages.line(f"{number}. {' '.join(answer.text.split())}, {report_name(moment.article)}.")
        pages.line(f"   {circumstances(answer).replace(' · ', ', ')}.")
        if (update := found.updates_of(number - 1)) is not None:
            pages.line(f"   It updates answer {update.older + 1}. {update.reason}")
    sitting.offer([partial(_open_answer, sitting, moment.answer) for moment in found.moments])
