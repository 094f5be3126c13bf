"""A comparison as a page for an editor, in Markdown: who reports what, and where they part.

It never says who is right. Text from outside is escaped, so that it shows as it stands and can
forge nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.article import Article
from index.compare.credits import credits_of
from index.compare.differences import differences
from index.compare.differences import summary as changes
from index.compare.matrix import Row, by_day, matrix_of
from index.compare.model import DISPUTED, Answer, Comparison, Question
from index.compare.support import support, worded
from index.notes.bookmark import Bookmark
from index.notes.escaping import code_span, contain, escape_line
from tui.places import Place
from tui.rendering.relations import shown_relation
from tui.rendering.telling import names_of, silent, summary, told, verdict
from tui.rendering.words import outlet

_COLUMNS = 6
"""Reports that the table has a column for; of more, it lists who gives each value."""
_VALUES = 2
"""Values that a cell of the table shows."""
_PIPE = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Brief:
    """What a brief is made of."""

    articles: Sequence[Article]
    comparison: Comparison
    """With the questions that are to stand in it, and the person's rulings on them."""
    bookmarks: Sequence[Bookmark] = ()
    """What the person has kept of these reports."""


@dataclass(frozen=True, slots=True)
class BriefLine:
    """One line of Markdown."""

    text: str
    place: Place | None = None
    """Where it comes from, for reading on there."""


def brief_lines(brief: Brief) -> Iterator[BriefLine]:
    """The lines of the brief, never two blank ones in a row, nor one at the end."""
    blank = False
    for line in _lines(brief):
        if line.text and blank:
            yield _BLANK
        if line.text:
            yield line
        blank = not line.text


def _lines(brief: Brief) -> Iterator[BriefLine]:
    articles, comparison = by_day(brief.articles), brief.comparison
    names = names_of(articles)
    yield BriefLine(f"# {escape_line(articles[0].title)}")
    yield _BLANK
    yield BriefLine(summary(articles, comparison) + ".")
    yield from _reports(articles, comparison, names)
    yield from _table(articles, comparison, names)
    parts: tuple[list[Question], ...] = ([], [], [])
    for question in comparison.questions:
        if question.ruling:
            parts[1].append(question)
        else:
            parts[0 if question.relation in DISPUTED else 2].append(question)
    for heading, questions in zip(_HEADINGS, parts, strict=True):
        if questions:
            yield from _heading(heading)
        for question in questions:
            if shown_relation(question) in DISPUTED or question.ruling:
                yield from _question(question, articles, comparison, names)
            else:
                yield from _in_short(question, comparison)
    yield from _notes(brief.bookmarks, names)


_BLANK = BriefLine("")
_HEADINGS = ("Answered differently", "Ruled by you", "Other questions")


def _heading(words: str) -> Iterator[BriefLine]:
    yield _BLANK
    yield BriefLine(f"## {words}")
    yield _BLANK


def _reports(
    articles: Sequence[Article], comparison: Comparison, names: Mapping[str, str]
) -> Iterator[BriefLine]:
    """Each report with its headline and its maker; copies of one text, and how they differ."""
    yield from _heading("Reports")
    makers = dict(zip(comparison.articles, comparison.newsrooms, strict=False))
    known = {article.id: article for article in articles}
    for article in articles:
        maker = makers.get(article.id, outlet(article))
        helpers = [one.newsroom for one in credits_of(article) if one.share == "part"]
        credit = [] if maker in outlet(article) else [f"the work of {maker}"]
        credit += [f"with {name}" for name in helpers if name != maker]
        made = f" ({escape_line('; '.join(credit))})" if credit else ""
        link = f" <{article.url}>" if _is_plain(article.url) else ""
        text = f"- {escape_line(names[article.id])}{made}: {escape_line(article.title)}{link}"
        yield BriefLine(text, Place(article.id, 0, 0))
    for group in comparison.origins:
        first, *copies = group
        if copies:
            members = "; ".join(escape_line(names[id_]) for id_ in group)
            yield BriefLine(f"- Copies of one text: {members}")
        for copy in copies:
            told = changes(differences(known[first].body, known[copy].body))
            yield BriefLine(
                f"  - {escape_line(names[copy])}: {escape_line(told)}", Place(copy, 0, 0)
            )


def _is_plain(url: str | None) -> bool:
    return (
        url is not None
        and url.startswith(("https://", "http://"))
        and not re.search(r"[\s<>\\]", url)
    )


def _table(
    articles: Sequence[Article], comparison: Comparison, names: Mapping[str, str]
) -> Iterator[BriefLine]:
    """Disputed questions by reports; of many reports, who gives each value."""
    matrix = matrix_of(articles, comparison)
    rows = [row for row in matrix.rows if row.disputed or row.question.ruling]
    if not rows:
        return
    yield from _heading("Who says what")
    wide = len(articles) <= _COLUMNS
    heads = [names[one.id] for one in articles] if wide else ["Values"]
    yield BriefLine("| " + " | ".join(["Question", *map(_cell_text, heads)]) + " |")
    yield BriefLine("|" + " --- |" * (len(heads) + 1))
    for row in rows:
        cells = (
            [_cell(row, column) for column in range(len(articles))]
            if wide
            else ["; ".join(_values(row, articles))]
        )
        head = f"{_cell_text(row.question.question)} ({verdict(row.question)})"
        yield BriefLine("| " + " | ".join([head, *cells]) + " |")


def _cell(row: Row, column: int) -> str:
    """The values of one report, each with its speaker."""
    given: dict[str, None] = {}
    for value in row.cells[column]:
        answer = row.question.answers[value.answers[0]]
        who = answer.speaker if answer.speaker != answer.text else None
        speaker = f", {_cell_text(who)}" if who else ""
        given[f"**{_cell_text(answer.text)}**{speaker}"] = None
    shown = [*given][:_VALUES]
    if len(given) > _VALUES:
        shown.append(f"{len(given) - _VALUES} more")
    return "; ".join(shown) or "not reported"


def _values(row: Row, articles: Sequence[Article]) -> Iterator[str]:
    """Each value, and the outlets that give it."""
    givers: dict[str, dict[str, None]] = {}
    for article, cell in zip(articles, row.cells, strict=True):
        for value in cell:
            text = " ".join(row.question.answers[value.answers[0]].text.split())
            givers.setdefault(text, {})[outlet(article)] = None
    for text, outlets in givers.items():
        yield f"**{_cell_text(text)}**: {_cell_text(', '.join(outlets))}"


def _cell_text(text: str) -> str:
    return _PIPE.sub(r"\\|", escape_line(text))


def _question(
    question: Question,
    articles: Sequence[Article],
    comparison: Comparison,
    names: Mapping[str, str],
) -> Iterator[BriefLine]:
    """One question with its reason, what stands behind it, and its answers.

    The two answers that part are quoted in their sentences; the others stand on one line.
    """
    yield BriefLine(f"### {escape_line(question.question)}")
    yield _BLANK
    found = f" (the rules found: {question.relation})" if question.ruling else ""
    yield BriefLine(f"**{verdict(question)}**{found}: {escape_line(question.reason)}")
    yield _BLANK
    yield BriefLine(f"- Support: {escape_line(worded(support(question.answers, comparison)))}")
    if question.possible:
        yield BriefLine(f"- Not known: {escape_line(', '.join(question.missing))}")
    parting = _parting(question)
    for answer in parting:
        yield from _answer(answer, names)
    others = [one for one in _once(question.answers) if _words(one) not in map(_words, parting)]
    if others:
        yield BriefLine(f"- Also: {'; '.join(_in_words(one, names) for one in others)}")
    if missing := silent(question, articles):
        yield BriefLine(f"- Not reported: {escape_line('; '.join(names[id_] for id_ in missing))}")
    yield _BLANK


def _parting(question: Question) -> Sequence[Answer]:
    """The two answers that the reason speaks of."""
    for relation in question.relations:
        if relation.kind == question.relation:
            return question.answers[relation.a], question.answers[relation.b]
    return question.answers[:2]


def _words(answer: Answer) -> tuple[str, str, str | None]:
    return answer.article, answer.text.casefold(), answer.speaker


def _once(answers: Sequence[Answer]) -> Iterable[Answer]:
    """The answers, what one report says again in the same words only once."""
    found: dict[object, Answer] = {}
    for one in answers:
        found.setdefault(_words(one), one)
    return found.values()


def _answer(answer: Answer, names: Mapping[str, str]) -> Iterator[BriefLine]:
    """One answer in its sentence."""
    place = Place(answer.article, answer.start, answer.end)
    value, who = escape_line(answer.text), escape_line(told(answer))
    yield BriefLine(f"- {escape_line(names[answer.article])}: **{value}**{who}", place)
    yield BriefLine(f"  > {escape_line(answer.sentence)}", place)


def _in_words(answer: Answer, names: Mapping[str, str]) -> str:
    value, who = escape_line(answer.text), escape_line(told(answer))
    return f"**{value}**{who} ({escape_line(names[answer.article])})"


def _in_short(question: Question, comparison: Comparison) -> Iterator[BriefLine]:
    values = dict.fromkeys(" ".join(answer.text.split()) for answer in question.answers)
    given = escape_line("; ".join(values))
    behind = escape_line(worded(support(question.answers, comparison)))
    first = question.answers[0]
    yield BriefLine(
        f"- {escape_line(question.question)} {verdict(question)}: **{given}** ({behind})",
        Place(first.article, first.start, first.end),
    )


def _notes(bookmarks: Sequence[Bookmark], names: Mapping[str, str]) -> Iterator[BriefLine]:
    """What the person has kept of these reports, with their own words on it."""
    if not bookmarks:
        return
    yield from _heading("Notes")
    for bookmark in bookmarks:
        place = Place(bookmark.article, bookmark.passage.start, bookmark.passage.end)
        tags = " ".join(f"#{tag}" for tag in bookmark.tags)
        report = names.get(bookmark.article, bookmark.source or bookmark.article)
        end = f" {tags}" if tags else ""
        yield BriefLine(f"- {escape_line(report)}{end} {code_span(bookmark.id)}", place)
        yield BriefLine(f"  > {escape_line(bookmark.exact)}", place)
        for line in contain(bookmark.note).split("\n") if bookmark.note else ():
            yield BriefLine(f"  {line}".rstrip(), place)
