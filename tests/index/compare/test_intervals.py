"""Values as intervals."""

from __future__ import annotations

from math import inf

import pytest

from index.compare.intervals import Interval, in_one_unit, of_date, of_figure
from index.facts.model import Approximation, DateMention, Figure


def figure(
    text: str, low: float | None, high: float | None, approximation: Approximation = "exact"
) -> Figure:
    return Figure(0, len(text), text, "count", low, high, approximation)


def date(text: str, earliest: str | None, latest: str | None) -> DateMention:
    return DateMention(0, len(text), text, "date", earliest, latest)


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        (figure("300", 300, 300), Interval(300, 300)),
        (figure("about 300", 300, 300, "about"), Interval(270, 330, False, False)),
        (figure("nearly 300", None, 300, "nearly"), Interval(270, 300)),
        (figure("at least 300", 300, None, "at_least"), Interval(300, inf)),
        (figure("more than 300", 300, None, "more_than"), Interval(300, inf, False)),
        (figure("up to 300", None, 300, "at_most"), Interval(-inf, 300)),
        (figure("fewer than 300", None, 300, "less_than"), Interval(-inf, 300, True, False)),
        (figure("200 to 300", 200, 300, "range"), Interval(200, 300)),
        (figure("dozens", 24, None, "vague"), Interval(24, inf)),
    ],
)
def test_words_of_a_figure_allow_an_interval(read: Figure, expected: Interval) -> None:
    found = of_figure(read)
    assert found is not None
    assert found.low == pytest.approx(expected.low)
    assert found.high == pytest.approx(expected.high)
    assert (found.low_included, found.high_included) == (
        expected.low_included,
        expected.high_included,
    )


def test_a_quantity_without_bounds_has_no_interval() -> None:
    assert of_figure(figure("a small number", None, None, "vague")) is None


def test_about_reaches_to_a_tenth_without_its_ends() -> None:
    about = of_figure(figure("about 10,000", 10_000, 10_000, "about"))
    assert about is not None
    assert about.overlaps(Interval(10_999, 10_999))
    assert not about.overlaps(Interval(11_000, 12_000))


def test_bounds_that_only_touch_overlap_when_both_hold_the_end() -> None:
    assert Interval(50, inf).overlaps(Interval(-inf, 50))
    assert not Interval(50, inf, low_included=False).overlaps(Interval(-inf, 50))


def test_a_number_in_millions_is_rounded_to_its_last_digit() -> None:
    rounded = of_figure(figure("145 million", 145e6, 145e6))
    exact = of_figure(figure("145.5 million", 145.5e6, 145.5e6))
    other = of_figure(figure("143 million", 143e6, 143e6))
    assert rounded is not None and exact is not None and other is not None
    assert rounded.overlaps(exact)
    assert not other.overlaps(exact)


def test_measures_meet_in_one_unit() -> None:
    pair = in_one_unit(Interval(1_678, 1_678), "mile", Interval(2_700, 2_700), "km")
    assert pair is not None
    assert pair[0].overlaps(pair[1])
    assert in_one_unit(Interval(1, 1), "mile", Interval(1, 1), "kg") is None
    assert in_one_unit(Interval(1, 1), "USD", Interval(1, 1), "EUR") is None


def test_a_day_lies_inside_its_month() -> None:
    day = of_date(date("14 May", "2019-05-14", "2019-05-14"))
    month = of_date(date("May", "2019-05-01", "2019-05-31"))
    next_month = of_date(date("June", "2019-06-01", "2019-06-30"))
    assert day is not None and month is not None and next_month is not None
    assert day.inside(month)
    assert not month.inside(day)
    assert not month.overlaps(next_month)


def test_a_time_lies_inside_its_day_and_not_in_the_next() -> None:
    time = of_date(date("11 p.m.", "2019-05-14T23:00", "2019-05-14T23:00"))
    day = of_date(date("14 May", "2019-05-14", "2019-05-14"))
    following = of_date(date("15 May", "2019-05-15", "2019-05-15"))
    assert time is not None and day is not None and following is not None
    assert time.inside(day)
    assert not time.overlaps(following)


def test_a_deadline_counts_by_its_last_day() -> None:
    early = of_date(date("by early June", None, "2019-06-10"))
    late = of_date(date("by the end of the year", None, "2019-12-31"))
    assert early is not None and late is not None
    assert not early.overlaps(late)


def test_years_ago_are_counted_loosely() -> None:
    ago = of_date(date("two years ago", "2017-05-14", "2017-05-14"))
    month = of_date(date("March 2017", "2017-03-01", "2017-03-31"))
    year_before = of_date(date("2015", "2015-01-01", "2015-12-31"))
    assert ago is not None and month is not None and year_before is not None
    assert ago.overlaps(month)
    assert not ago.overlaps(year_before)


def test_a_date_that_cannot_be_known_has_no_interval() -> None:
    assert of_date(date("recently", None, None)) is None
