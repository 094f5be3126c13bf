"""A comparison as one page for an editor, in Markdown: where the reports part, in whose words.

It never says who is right. Everything else stands in the matrix; what is left out is counted. Text
from outside is escaped, so that it shows as it stands and can forge nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.article import Article
from index.compare.matrix import by_day
from index.compare.model import DISPUTED, Comparison
from index.notes.bookmark import Bookmark
from index.notes.escaping import escape_line
from tui.rendering.brief_entries import BriefEntries
from tui.rendering.one_page import BriefLine, Filled, Part, fill
from tui.rendering.telling import summary
from tui.rendering.words import count

WORDS = 700
"""Words of the page: about as many as A4 holds."""
_LEFT_OUT = 25
"""Words that tell what is left out, at most."""


@dataclass(frozen=True, slots=True)
class Brief:
    """What a brief is made of."""

    articles: Sequence[Article]
    comparison: Comparison
    """With the questions that are to stand in it, and the person's rulings on them."""
    bookmarks: Sequence[Bookmark] = ()
    """What the person has kept of these reports."""


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
    made = BriefEntries(articles, comparison)
    questions = comparison.questions
    open_ones = [one for one in questions if not one.ruling and one.relation in DISPUTED]
    ruled = [one for one in questions if one.ruling]
    others = [one for one in questions if not one.ruling and one.relation not in DISPUTED]
    parts = [
        Part("Answered differently", [made.conflict(one) for one in open_ones], 0.4),
        Part("Ruled by you", [made.ruled(one) for one in ruled], 0.1),
        Part("Reports", list(made.reports()), 0.2),
        Part("Not in conflict", [made.agreed(one) for one in others], 0.15),
        Part("Notes", [made.note(one) for one in brief.bookmarks], 0.15),
    ]
    head = [
        BriefLine(f"# {escape_line(articles[0].title)}"),
        _BLANK,
        BriefLine(f"{summary(articles, comparison)}."),
    ]
    headings = [BriefLine(f"## {part.heading}") for part in parts if part.entries]
    filled = fill(parts, WORDS - _LEFT_OUT - sum(line.words for line in [*head, *headings]))
    yield from head
    for part in filled:
        if part.forms:
            yield _BLANK
            yield BriefLine(f"## {part.heading}")
            yield _BLANK
            for form in part.forms:
                yield from form
    if told := _left_out(filled):
        yield _BLANK
        yield BriefLine(told)


_BLANK = BriefLine("")


def _left_out(filled: Sequence[Filled]) -> str:
    """What there was no room for, and where it stands."""
    parting, ruled, reports, others, notes = (part.left_out for part in filled)
    in_matrix = [
        *([f"{count(parting, 'question')} answered differently"] if parting else []),
        *([f"{count(ruled, 'question')} ruled by you"] if ruled else []),
        *([f"{count(others, 'question')} not in conflict"] if others else []),
        *([count(reports, "report")] if reports else []),
    ]
    told = [f"{', '.join(in_matrix)} (in the matrix)"] if in_matrix else []
    told += [f"{count(notes, 'note')} (in your notes)"] if notes else []
    return f"Not on this page: {'; '.join(told)}." if told else ""
