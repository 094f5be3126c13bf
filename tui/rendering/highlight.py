"""Marks on an article's words: which stretch is what, and how a row is drawn with them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Literal, get_args

from rich.segment import Segment
from rich.style import Style

Layer = Literal[
    "furniture",
    "sentence",
    "bookmark",
    "statement",
    "figure",
    "official",
    "watch",
    "disputed",
    "changed",
    "match",
    "current",
    "selection",
]

LAYERS: tuple[Layer, ...] = get_args(Layer)
"""Bottom first: where two overlap, the later one's colours win and the weights add up."""

CHOSEN: frozenset[Layer] = frozenset({"figure", "official", "disputed", "statement", "watch"})
"""The layers that the reader can hide. Matches, bookmarks and the selection are always shown."""

SHOWN: dict[str, frozenset[Layer]] = {
    "usual": CHOSEN - {"statement"},
    "figures": frozenset({"figure"}),
    "officials": frozenset({"official"}),
    "statements": frozenset({"statement"}),
    "all": CHOSEN,
    "none": frozenset(),
}
"""What the reader can choose to see, one after the other, with the layers drawn then."""

_LOOKS: dict[Layer, str] = {
    "figure": "figures underlined",
    "official": "officials bold",
    "disputed": "disputed words bold and underlined",
    "statement": "statements in italics",
    "watch": "watched words reversed",
}
"""How each is told from the words around it without colour."""


def next_shown(shown: str) -> str:
    """What is chosen after `shown`, one of `SHOWN`."""
    names = list(SHOWN)
    return names[(names.index(shown) + 1) % len(names)]


def hidden_layers(shown: str) -> frozenset[Layer]:
    """The layers that are not drawn where `shown` is chosen."""
    return CHOSEN - SHOWN[shown]


def legend(shown: str) -> str:
    """What is marked where `shown` is chosen, and how it looks."""
    looks = [look for layer, look in _LOOKS.items() if layer in SHOWN[shown]]
    return f"Marked: {', '.join(looks)}." if looks else "Nothing is marked."


class Stretches:
    """Stretches of one layer, found fast by place. They may overlap."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self.spans: list[tuple[int, int]] = sorted(spans)
        self.starts = [start for start, _ in self.spans]
        self._reach = list(accumulate((end for _, end in self.spans), max))

    def between(self, start: int, end: int) -> list[tuple[int, int]]:
        """Those that share at least one character with `start` to `end`."""
        first = bisect_left(self._reach, start + 1)
        last = bisect_left(self.starts, end)
        return [span for span in self.spans[first:last] if span[1] > start]


class Marks:
    """All the layers of one article."""

    def __init__(self) -> None:
        self._layers: dict[Layer, Stretches] = {}

    def __getitem__(self, layer: Layer) -> Stretches:
        return self._layers.get(layer, _NONE)

    def set(self, layer: Layer, spans: Iterable[tuple[int, int]]) -> None:
        """Replaces one layer."""
        self._layers[layer] = Stretches(spans)

    def on_row(
        self, start: int, end: int, hidden: frozenset[Layer] = frozenset()
    ) -> list[tuple[int, int, Layer]]:
        """The stretches on a row, cut to it, bottom layer first."""
        found: list[tuple[int, int, Layer]] = []
        for layer in LAYERS:
            stretches = self._layers.get(layer)
            if stretches is not None and layer not in hidden:
                found.extend(
                    (max(a, start), min(b, end), layer) for a, b in stretches.between(start, end)
                )
        return found


_NONE = Stretches()


def segments_of(
    text: str,
    start: int,
    marks: Sequence[tuple[int, int, Layer]],
    base: Style,
    styles: Mapping[str, Style],
) -> list[Segment]:
    """`text`, which stands at offset `start`, cut where its style changes."""
    if not marks:
        return [Segment(text, base)]
    end = start + len(text)
    cuts = sorted({start, end, *(a for a, _, _ in marks), *(b for _, b, _ in marks)})
    segments = []
    for here, there in pairwise(cuts):
        style = base
        for a, b, layer in marks:
            if a <= here and there <= b:
                style += styles[layer]
        segments.append(Segment(text[here - start : there - start], style))
    return segments
