"""Promises that hold for any text, and the labels of the sample articles."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.facts.model import DateMention, Figure
from index.facts.quantities import find_quantities
from index.facts.sentences import split_sentences
from tests.evaluation.corpus import read_seeds
from tests.evaluation.parts.quantities import measure
from tests.growth import assert_linear

# fmt: off
_PIECES = [
    "10,000", "$5", "£4.2bn", "2024-10-29", "21:00", "9", "a.m.", "5-6,000", "6-4", "1/2",
    "'60s", "19th", "1,00,000", "…", "7km", "300m", "%", ".", ",", ";", "-", "–", "(", ")",
    '"', "’", "about", "at", "least", "nearly", "more", "than", "up", "to", "between", "and",
    "or", "to", "from", "one", "two", "twenty-one", "half", "a", "dozen", "couple", "of",
    "several", "thousand", "million", "dozens", "first", "second", "quarter", "century",
    "years", "year-old", "ago", "month", "weeks", "last", "next", "this", "past", "the", "end",
    "of", "early", "mid", "late", "May", "March", "Oct.", "Tuesday,", "December", "by",
    "since", "until", "today", "earlier", "later", "Memorial", "Day", "dollars", "percent",
    "U.S.", "troops", "Gen.", "Smith,", "said", "will", "was",
]
# fmt: on
_WORDS = st.sampled_from(_PIECES)
_TEXTS = st.lists(_WORDS, max_size=40).map(" ".join) | st.text(max_size=200)
_DAYS = st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31))


@settings(deadline=None)  # the first call compiles the patterns
@given(_TEXTS, _DAYS)
def test_offsets_are_true_and_marks_never_overlap(text: str, published: date | None) -> None:
    figures, dates = find_quantities(text, published, None)
    marks: list[Figure | DateMention] = sorted([*figures, *dates], key=lambda mark: mark.start)
    assert all(0 <= mark.start < mark.end <= len(text) for mark in marks)
    assert all(text[mark.start : mark.end] == mark.text for mark in marks)
    assert all(one.end <= two.start for one, two in pairwise(marks))
    assert all(
        figure.low is None or figure.high is None or figure.low <= figure.high for figure in figures
    )
    assert list(figures) == sorted(figures, key=lambda mark: mark.start)
    assert list(dates) == sorted(dates, key=lambda mark: mark.start)


@settings(deadline=None)  # the first call compiles the patterns
@given(_TEXTS, _DAYS)
def test_the_same_text_gives_the_same_marks(text: str, published: date | None) -> None:
    assert find_quantities(text, published, None) == find_quantities(text, published, None)


def test_labels_of_the_sample_articles() -> None:
    tallies = {tally.measure: tally for tally in measure(read_seeds())}
    for name in ("figures", "dates"):
        assert tallies[name].recall >= 0.97, tallies[name].missed
        assert tallies[name].precision >= 0.97, tallies[name].wrong
    for name in ("figures, bounds", "figures, kind", "figures, approximation"):
        assert tallies[name].precision >= 0.95, tallies[name].wrong
    assert tallies["dates, resolved"].precision >= 0.95, tallies["dates, resolved"].wrong
    assert tallies["traps marked"].wrong == []


def _finds(text: str) -> object:
    return find_quantities(text, date(2024, 10, 29), None)


@pytest.mark.parametrize("run", [_finds, split_sentences])
@pytest.mark.parametrize(
    ("piece", "count"),
    [
        ("1,", 25_000),
        ("A. ", 25_000),
        (" ", 500_000),
        ('"', 50_000),
        ("Kursk ", 25_000),
        ("1-", 10_000),
        ("22-cv-", 3_000),
        ("two and ", 2_000),
        ("the last ", 2_000),
        ("a half ", 2_000),
        ("about ", 5_000),
        ("May ", 2_000),
        ("5 to ", 2_000),
        ("1999-", 2_000),
        ('"Last week, ', 1_000),
    ],
)
def test_time_is_linear_in_the_length(run: Callable[[str], object], piece: str, count: int) -> None:
    assert_linear(run, piece * count, piece * 2 * count)
