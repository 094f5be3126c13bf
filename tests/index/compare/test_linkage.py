"""Average linkage: what is grouped, and what is not."""

from __future__ import annotations

import pytest

from index.compare.linkage import ACROSS, FIRM, LIKE, Link, linked

DAY = 737_000
WINDOW = 14


def clique(first: int, size: int, likeness: float) -> list[Link]:
    """Links between all of `size` members from the number `first` on."""
    numbers = range(first, first + size)
    return [(one, other, likeness) for one in numbers for other in numbers if one < other]


def across(first: range, second: range, likeness: float) -> list[Link]:
    return [(one, other, likeness) for one in first for other in second]


@pytest.mark.parametrize(
    ("members", "links", "groups"),
    [
        (0, [], []),
        (3, [(0, 1, FIRM)], [[0, 1]]),
        (3, [(0, 1, FIRM - 0.01)], []),
        # One pair alone does not make two one: the third is like one of the two only.
        (3, [(0, 1, 0.4), (1, 2, 0.3)], [[0, 1]]),
        (3, [(0, 1, 0.4), (0, 2, 0.2), (1, 2, 0.3)], [[0, 1, 2]]),
        # A group that is no longer small takes in what is a little like all of it.
        (4, [*clique(0, 3, 0.3), *across(range(3), range(3, 4), LIKE)], [[0, 1, 2, 3]]),
        (4, [*clique(0, 3, 0.3), *across(range(3), range(3, 4), LIKE - 0.01)], [[0, 1, 2]]),
        # Two events of a kind: less alike across than within.
        (
            6,
            [*clique(0, 3, 0.6), *clique(3, 3, 0.5), *across(range(3), range(3, 6), 0.28)],
            [[0, 1, 2], [3, 4, 5]],
        ),
        (
            6,
            [
                *clique(0, 3, 0.6),
                *clique(3, 3, 0.5),
                *across(range(3), range(3, 6), 0.5 * ACROSS + 0.01),
            ],
            [[0, 1, 2, 3, 4, 5]],
        ),
    ],
)
def test_groups(members: int, links: list[Link], groups: list[list[int]]) -> None:
    assert linked([DAY] * members, links, WINDOW) == groups
    assert linked([None] * members, links[::-1], WINDOW) == groups


def test_what_goes_on_for_long_is_not_held_against_its_beginning() -> None:
    links = [(0, 1, 0.3), (1, 2, 0.3), (2, 3, 0.3)]
    assert linked([DAY + 10 * number for number in range(4)], links, WINDOW) == [[0, 1, 2, 3]]
    assert linked([DAY + number for number in range(4)], links, WINDOW) == [[0, 1], [2, 3]]


def test_one_pair_does_not_link_two_times() -> None:
    """Ten early and ten late, of whom the last early one is like the first late one."""
    days = [*[DAY] * 9, DAY + 13, DAY + 26, *[DAY + 39] * 9]
    links = [*clique(0, 10, 0.3), (9, 10, 0.25), *clique(10, 10, 0.3)]
    assert linked(days, links, WINDOW) == [[*range(10)], [*range(10, 20)]]
