"""What is offered for the misspelt name of an article."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

import pytest

from index.naming import nearest

PLACES = ("harbour", "airfield", "northern-border", "market", "station")
IDS = [f"2024/{number % 12:02}/{PLACES[number % 5]}-{number:05}" for number in range(20_000)]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("2024/05/harbuor-12345", "2024/09/harbour-12345"),
        ("2024/01/airfeild-00001", "2024/01/airfield-00001"),
        ("northen-border-07702", "2024/10/northern-border-07702"),
        ("market 00003", "2024/03/market-00003"),
        ("", None),
        ("q", None),
        ("zzzzzzzzzzzzzz", None),
        ("x" * 5_000, None),
    ],
)
def test_the_nearest_of_many_ids_is_found(name: str, meant: str | None) -> None:
    assert nearest(name, IDS) == meant


def test_short_ids_are_found_too() -> None:
    assert nearest("abx", ["abc", "xyz", "q"]) == "abc"


def test_few_ids_are_weighed_however_many_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed: list[int] = []
    measure = difflib.get_close_matches

    def counting(name: str, ids: Sequence[str], number: int, least: float) -> list[str]:
        weighed.append(len(ids))
        return measure(name, ids, number, least)

    monkeypatch.setattr(difflib, "get_close_matches", counting)
    assert nearest("2024/01/airfeild-00001", IDS) == "2024/01/airfield-00001"
    assert weighed == [200]
