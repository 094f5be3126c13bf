"""Groups of what is alike: average linkage over the few pairs that are alike at all.

The two groups whose members are most alike on the average are joined first (Sokal and Michener,
"A statistical method for evaluating systematic relationships", 1958). What belongs together must
show it: few members need a firm likeness, and two groups are one only where their members are
nearly as alike across as they are within. So what links two groups is never one pair alone.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush, merge

FIRM = 0.21
"""Likeness on the average from which on FEW members are a group."""
FEW = 3
"""Members up to which a group is small: what they share may be what all of their kind share."""
LIKE = 0.05
"""Likeness on the average from which on a larger group takes in more."""
ACROSS = 0.6
"""The part of the likeness within two groups, within the looser one, that is asked between them."""

Link = tuple[int, int, float]
"""Two members by their numbers, the smaller first, and how alike they are: above 0, 1 at most."""


@dataclass(slots=True)
class _Group:
    """Members that were joined so far."""

    members: list[int]
    days: list[int]
    """Of the members that have one, in order."""
    shares: dict[int, float] = field(default_factory=dict)
    """The sum of the likenesses to the members of each other group that is like it at all."""
    inner: float = 0.0
    """The sum of the likenesses between its own members."""
    met: int = 0
    """Pairs of its members that lie near enough in time to be alike."""

    @property
    def cohesion(self) -> float:
        """How alike its members are on the average; 0 for one alone."""
        return self.inner / max(self.met, len(self.members) - 1, 1)


def linked(days: Sequence[int | None], links: Iterable[Link], window: int) -> list[list[int]]:
    """The groups of two and more, each in order, by their first members.

    `days` has the day of each member. Pairs that lie further apart than `window` days are not held
    against two groups: what goes on for long is still one. Who has no day is near to all.
    """
    return _Linkage(days, links, window).groups()


class _Linkage:
    """One grouping under way. A group goes by the number of its first member."""

    def __init__(self, days: Sequence[int | None], links: Iterable[Link], window: int) -> None:
        self._window = window
        self._groups: dict[int, _Group] = {}
        self._offers: list[tuple[float, int, int, int]] = []
        """Pairs of groups that may be joined, the most alike first, with how many members they had
        when that was found."""
        for first, second, likeness in links:
            for number, other in ((first, second), (second, first)):
                if number not in self._groups:
                    day = days[number]
                    self._groups[number] = _Group([number], [] if day is None else [day])
                self._groups[number].shares[other] = likeness
            if likeness >= FIRM:
                self._offers.append((-likeness, first, second, 2))
        heapify(self._offers)

    def groups(self) -> list[list[int]]:
        while self._offers:
            _, first, second, size = heappop(self._offers)
            one, other = self._groups.get(first), self._groups.get(second)
            if one and other and len(one.members) + len(other.members) == size:
                self._join(first, second)
        groups = [sorted(one.members) for one in self._groups.values() if len(one.members) > 1]
        return sorted(groups)

    def _join(self, first: int, second: int) -> None:
        """Makes two groups one, and offers it to those that are like it."""
        one, other = self._groups[first], self._groups.pop(second)
        one.met += other.met + self._near(one, other)
        one.inner += other.inner + one.shares.pop(second)
        one.members += other.members
        one.days = [*merge(one.days, other.days)]
        for third, sum_ in other.shares.items():
            if third != first:
                shares = self._groups[third].shares
                del shares[second]
                one.shares[third] = shares[first] = one.shares.get(third, 0.0) + sum_
        for third in one.shares:
            self._offer(min(first, third), max(first, third))

    def _offer(self, first: int, second: int) -> None:
        one, other = self._groups[first], self._groups[second]
        fewer = min(len(one.members), len(other.members))
        size = len(one.members) + len(other.members)
        sum_ = one.shares[second]
        asked = max(FIRM if size <= FEW else LIKE, ACROSS * min(one.cohesion, other.cohesion))
        if sum_ >= asked * fewer:
            likeness = sum_ / max(fewer, self._near(one, other))
            if likeness >= asked:
                heappush(self._offers, (-likeness, first, second, size))

    def _near(self, one: _Group, other: _Group) -> int:
        """The pairs between two groups that lie near enough in time to be alike."""
        undated = len(one.members) - len(one.days)
        near = undated * len(other.members)
        near += len(one.days) * (len(other.members) - len(other.days))
        for day in one.days:
            after = bisect_right(other.days, day + self._window)
            near += after - bisect_left(other.days, day - self._window)
        return near
