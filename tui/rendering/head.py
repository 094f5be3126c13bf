"""The head of a page: the headline, where the text lacks it, and the dateline below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from tui.rendering.flow import rows_of, wrap
from tui.rendering.guard import guard
from tui.rendering.words import count, dateline

if TYPE_CHECKING:
    from index.article import Article
    from index.facts.model import Facts
    from index.span import TextSpan

HeadStyle = Literal["headline", "quiet", "correction"]

HeadRow = tuple[str, HeadStyle]

_NEAR = 4
"""Lines at the beginning of the text, which are seen together with the head."""
_DISPUTED = len("9 disputed sentences")
"""Cells kept for what is known last: the text below is not to move when it comes."""
_BETWEEN = " ·\N{NO-BREAK SPACE}"
_MOST_ROWS = 2
"""Rows of one correction; it stands whole where the outlet put it."""


def begins_with_headline(article: Article) -> bool:
    """Whether the text itself begins with the headline."""
    return article.body.partition("\n")[0].strip() == article.title


def head_rows(
    article: Article,
    facts: Facts | None,
    disputed: int,
    measure: int,
    corrections: Sequence[TextSpan] = (),
) -> list[HeadRow]:
    """Rows of at most `measure` cells: what is known of the article beyond its words.

    `disputed`: how many of its sentences other reports answer differently; `corrections`: where
    the outlet corrects itself, which is pinned below all else. No row breaks inside one piece of
    knowledge.
    """
    rows: list[HeadRow] = []
    if not begins_with_headline(article) and not article.title_guessed:
        title = guard(article.title)
        rows += [(title[a:b], "headline") for a, b in wrap(title, 0, len(title), measure)]
    parts = dateline(article)
    if facts is not None:
        parts.append(count(len(facts.figures), "figure"))
        parts.append(count(len(facts.officials), "official"))
    if article.removed_characters:
        parts.append(f"{count(article.removed_characters, 'control character')} removed")
    if article.remark:
        parts.append(article.remark.rstrip("."))
    parts.append((count(disputed, "disputed sentence") if disputed else "").ljust(_DISPUTED))
    strip = guard("  ·  ".join(map(_unbroken, parts)))
    rows += [(strip[a:b].strip(_BETWEEN), "quiet") for a, b in wrap(strip, 0, len(strip), measure)]
    for span in corrections:
        if article.body.count("\n", 0, span.start) < _NEAR:
            continue
        pinned = rows_of(guard(article.body[span.start : span.end]), measure, _MOST_ROWS)
        rows += [(row, "correction") for row in pinned]
    return rows


def fitted(rows: Sequence[HeadRow], room: int, measure: int) -> list[HeadRow]:
    """At most `room` of a head's rows: the headline on one, then what the outlet corrects, then
    as much of what else is known as there is room for."""
    if len(rows) <= room:
        return list(rows)
    title = " ".join(row for row, style in rows if style == "headline")
    quiet = [row for row in rows if row[1] == "quiet"]
    corrected = [row for row in rows if row[1] == "correction"]
    short: list[HeadRow] = [(row, "headline") for row in rows_of(title, measure, 1) if row]
    least = short + corrected
    return (short + quiet[: max(0, room - len(least))] + corrected)[:room]


def _unbroken(part: str) -> str:
    """`part` as one piece that no row breaks in, unless it is a whole sentence."""
    return part.replace(" ", "\N{NO-BREAK SPACE}") if len(part) <= 60 else part
