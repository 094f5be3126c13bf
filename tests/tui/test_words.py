"""Days, counts and sources as they are written on the screen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.compare.model import DayKind
from tests.tui.invented import HARBOUR, answer
from tui.rendering.words import citation, count, day, days, held_on, moment, month, progress_bar


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2024-11-04", "4 Nov 2024"),
        ("2024-11-04T14:30:00-04:00", "4 Nov 2024"),
        ("0001-01-01", "1 Jan 1"),
        (None, "undated"),
        ("soon", "undated"),
        ("2024-13-40", "undated"),
    ],
)
def test_day(iso: str | None, words: str) -> None:
    assert day(iso) == words


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2024-11-04T14:30:00-04:00", "4 Nov 2024, 14:30 -04:00"),
        ("2024-11-04T14:30:00.250Z", "4 Nov 2024, 14:30 UTC"),
        ("2024-11-04T14:30", "4 Nov 2024, 14:30"),
        ("2024-11-04", "4 Nov 2024"),
    ],
)
def test_moment(iso: str, words: str) -> None:
    assert moment(iso) == words


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2024-10-28", "2024-10-28", "28 Oct 2024"),
        ("2024-10-21", "2024-10-27", "21–27 Oct 2024"),
        ("2024-10-28", "2024-11-03", "28 Oct – 3 Nov 2024"),
        ("2022-02-01", "2024-11-03", "1 Feb 2022 – 3 Nov 2024"),
        (None, "2024-12-01", "… – 1 Dec 2024"),
        (None, None, ""),
    ],
)
def test_days(earliest: str | None, latest: str | None, words: str) -> None:
    assert days(earliest, latest) == words


@pytest.mark.parametrize(
    ("said", "as_of", "kind", "words"),
    [
        ("2031-05-01", "2031-05-01", "said", "said 1 May 2031"),
        (None, "2031-04-27", "said", "said by 27 Apr 2031"),  # "last week", "earlier this month"
        ("2031-05-01", "2031-04-30", "as_of", "as of 30 Apr 2031"),
        (None, "2031-05-02", "published", "published 2 May 2031"),
        (None, None, None, "as of: not known"),
    ],
)
def test_held_on_names_a_day_of_saying_only_where_the_report_does(
    said: str | None, as_of: str | None, kind: DayKind | None, words: str
) -> None:
    told = answer(HARBOUR, "About 40 people", said=said, as_of=as_of)
    assert held_on(replace(told, as_of_from=kind)) == words


def test_count() -> None:
    assert count(1, "report") == "1 report"
    assert count(20_000, "report") == "20,000 reports"


def test_citation() -> None:
    assert citation(HARBOUR, 3) == "Harbour Post, 2 May 2031, ¶3"


@pytest.mark.parametrize(
    ("done", "total", "bar"),
    [(0, 10, "░░░░"), (5, 10, "██░░"), (10, 10, "████"), (12, 10, "████"), (0, 0, "░░░░")],
)
def test_progress_bar(done: int, total: int, bar: str) -> None:
    assert progress_bar(done, total, 4) == bar


def test_month() -> None:
    assert month("2024-10") == "October 2024"
    assert month("10/2024") == "10/2024"
