"""The title of a screen, said shorter where there is less room."""

from __future__ import annotations

from collections.abc import Sequence

from tui.rendering.flow import cells
from tui.rendering.words import count

Part = str | tuple[str, ...]
"""One thing that a title says; in several ways, the longest first, "" for not at all."""

_BETWEEN = " · "


def fitted(parts: Sequence[Part], width: int) -> str:
    """The parts in one line of at most `width` cells, as far as their shorter ways allow.

    The last part gives way first, each by one way before any gives way by two.
    """
    ways = [(part,) if isinstance(part, str) else part for part in parts]
    taken = [0] * len(ways)
    for step in range(1, max(map(len, ways), default=1)):
        for number in reversed(range(len(ways))):
            if cells(_line(ways, taken)) <= width:
                return _line(ways, taken)
            taken[number] = min(step, len(ways[number]) - 1)
    return _line(ways, taken)


def _line(ways: Sequence[tuple[str, ...]], taken: Sequence[int]) -> str:
    return _BETWEEN.join(filter(None, (way[n] for way, n in zip(ways, taken, strict=True))))


def answered_differently(questions: int, disputed: int) -> Part:
    """ "11 questions, 5 answered differently"; "5≠ of 11" at the shortest."""
    asked = count(questions, "question")
    if not questions:
        return asked
    return (
        f"{asked}, {disputed:,} answered differently",
        f"{asked}, {disputed:,}≠",
        f"{disputed:,}≠ of {questions:,}",
    )
