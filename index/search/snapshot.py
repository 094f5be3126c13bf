"""The index at one moment: its segments and what has been deleted from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from whoosh.util.numeric import byte_to_length

from index.search.codec import NewsSegment
from index.search.engine import NOTHING_FOLDED
from index.search.segment import SegmentView

K1, B = 1.2, 0.75
"""BM25's constants, at the values that Whoosh and Lucene use."""

Place = tuple[int, int]
"""Segment, article."""


class Snapshot:
    """What one search sees from its beginning to its end."""

    def __init__(
        self,
        generation: int,
        segments: Sequence[NewsSegment],
        view_of: Callable[[NewsSegment], SegmentView],
    ) -> None:
        self.generation = generation
        self.segments = tuple(segments)
        self.views = tuple(view_of(segment) for segment in segments)
        self._norms: dict[str, list[float]] = {}
        self._under: Mapping[str, str] = NOTHING_FOLDED
        self._folded: Sequence[tuple[Place, Place]] = ()
        """What was last looked up of `_under`: most searches ask for the same."""
        self.deleted: tuple[frozenset[int], ...] = tuple(
            frozenset(segment.deleted_docs()) for segment in segments
        )

    def state(self) -> str:
        """A name that no other commit has, of this index or of one in its place: Whoosh names
        segments at random."""
        return " ".join([str(self.generation), *(one.segment_id() for one in self.segments)])

    def ready(self) -> None:
        """Nothing to do: asking for a snapshot opened its segments."""

    @cached_property
    def count(self) -> int:
        """Articles, deleted ones included: what the weights of terms are counted against."""
        return sum(view.count for view in self.views)

    @cached_property
    def living(self) -> int:
        """Articles that are not deleted."""
        return self.count - sum(map(len, self.deleted))

    def length_norms(self, field: str) -> list[float]:
        """BM25's K1·((1-b) + b·length/average) for each of Whoosh's length bytes."""
        if field not in self._norms:
            total = sum(view.total_length(field) for view in self.views)
            average = total / (self.count or 1) or 1.0
            self._norms[field] = [
                K1 * ((1 - B) + B * byte_to_length(byte) / average) for byte in range(256)
            ]
        return self._norms[field]

    def folded(self, under: Mapping[str, str]) -> Sequence[tuple[Place, Place]]:
        """Where the articles of `under` stand, each with the one that it is folded under."""
        if self._under is not under:
            asked = {*under, *under.values()}
            places = {
                id_: (segment, view.numbers[id_])
                for segment, view in enumerate(self.views if asked else ())
                for id_ in asked & view.numbers.keys()
                if view.numbers[id_] not in self.deleted[segment]
            }
            self._folded = [
                (places[id_], places[head])
                for id_, head in under.items()
                if id_ in places and head in places
            ]
            self._under = under
        return self._folded

    def ids(self) -> frozenset[str]:
        """Every article that is not deleted."""
        return frozenset(
            id_
            for view, deleted in zip(self.views, self.deleted, strict=True)
            for number, id_ in enumerate(view.ids)
            if number not in deleted
        )
