"""Word wrap: text to rows of terminal cells, as offsets into the text itself.

Nothing is copied: a row is where its words start and end. Greedy, ragged right, no hyphenation,
linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len, get_character_cell_size

_UNEVEN = re.compile(
    "[^\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2500-\u25fc]"
)
"""Finds any character that may not be exactly one cell wide."""

_JOINER = "\N{ZERO WIDTH JOINER}"
_CLOSING = frozenset("、。，．・：；？！」』】〕〉》）］｝ー々")
"""Characters that East Asian typesetting (kinsoku) never puts at the start of a row."""


def is_even(text: str) -> bool:
    """Whether every character of `text` takes exactly one cell."""
    return text.isascii() or _UNEVEN.search(text) is None


def cells(text: str) -> int:
    """How many cells `text` takes on the screen."""
    return len(text) if is_even(text) else cell_len(text)


def wrap(text: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    """Rows of at most `width` cells for one paragraph, `text[start:end]`.

    Blanks between two rows belong to neither. A word longer than a row is cut, never inside a
    character with its combining marks. An empty paragraph is one empty row.
    """
    width = max(width, 2)
    while end > start and text[end - 1] == " ":
        end -= 1
    if is_even(text[start:end]):
        return _wrap_even(text, start, end, width)
    return _wrap_uneven(text, start, end, width)


def _wrap_even(text: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    rows = []
    while end - start > width:
        stop = text.rfind(" ", start, start + width + 1)
        while stop > start and text[stop - 1] == " ":
            stop -= 1
        if stop <= start:
            stop = start + width
        rows.append((start, stop))
        start = stop
        while start < end and text[start] == " ":
            start += 1
    if start < end or not rows:
        rows.append((start, end))
    return rows


def clusters(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Start, end and cells of each character of `text[start:end]` with all that joins it."""
    while start < end:
        stop = start + 1
        while stop < end and (
            text[stop - 1] == _JOINER
            or text[stop] == _JOINER
            or get_character_cell_size(text[stop]) == 0
        ):
            stop += 1
        yield start, stop, cell_len(text[start:stop])
        start = stop


def _wrap_uneven(text: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    rows: list[tuple[int, int]] = []
    row_start, used = start, 0
    stop = resume = start  # where the row can end, and where the next would start
    resumed_at = 0  # cells used up to `resume`
    wide_before = False
    for here, after, size in clusters(text, start, end):
        if text[here] == " " and after == here + 1:
            if here == row_start and rows:
                row_start = stop = resume = after  # blanks between rows
                continue
            if here != resume or stop == row_start:
                stop = here
            resume, resumed_at = after, used + size
        else:
            if (wide_before or size == 2) and text[here] not in _CLOSING and here > resume:
                stop = resume = here
                resumed_at = used
            while used + size > width and here > row_start:
                if stop <= row_start:
                    stop = resume = here
                    resumed_at = used
                rows.append((row_start, stop))
                row_start, used = resume, used - resumed_at
                stop, resumed_at = resume, 0
        wide_before = size == 2
        used += size
    if row_start < end or not rows:
        rows.append((row_start, end))
    return rows


def shorten(text: str, width: int) -> str:
    """`text` in at most `width` cells, with "…" where something was cut off."""
    if cells(text) <= width:
        return text
    used = stop = 0
    for _, after, size in clusters(text, 0, len(text)):
        if used + size > width - 1:
            break
        used, stop = used + size, after
    return text[:stop].rstrip() + "…" if width > 0 else ""


def rows_of(text: str, width: int, most: int) -> list[str]:
    """`text` on at most `most` rows, shortened where they do not hold it."""
    spans = wrap(text, 0, len(text), width)
    rows = [text[start:end] for start, end in spans[:most]]
    if len(spans) > most:
        rows[-1] = shorten(text[spans[most - 1][0] :], width)
    return rows
