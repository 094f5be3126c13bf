"""Numbers in digits and in words."""

from __future__ import annotations

import pytest

from index.facts.numerals import numeral_reader


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("10,000 troops", "10,000", 10_000),
        ("1,00,000 rupees", "1,00,000", 100_000),
        ("59.5 billion", "59.5 billion", 59_500_000_000),
        ("2-million", "2-million", 2_000_000),
        ("3 dozen eggs", "3 dozen", 36),
        ("20k people", "20k", 20_000),
        ("1/2 cup", "1/2", 0.5),
        ("104 23/32", "104 23/32", 104.71875),
        ("3½ hours", "3½", 3.5),
        ("4 and a half minutes", "4 and a half", 4.5),
        ("twenty-one girls", "twenty-one", 21),
        ("SIXTY-FIVE of", "SIXTY-FIVE", 65),
        ("two dozen", "two dozen", 24),
        ("half a million", "half a million", 500_000),
        ("a half-dozen", "a half-dozen", 6),
        ("a hundred men", "a hundred", 100),
        ("two hundred and fifty", "two hundred and fifty", 250),
        ("two million three hundred thousand", "two million three hundred thousand", 2_300_000),
        ("one and a half years", "one and a half", 1.5),
        ("four-and-a-half-hour", "four-and-a-half", 4.5),
        ("one and two", "one", 1),
    ],
)
def test_one_value(text: str, written: str, value: float) -> None:
    numeral = numeral_reader().read(text, 0)
    assert numeral is not None
    assert text[: numeral.end] == written
    assert (numeral.low, numeral.high) == (value, value)


@pytest.mark.parametrize(
    ("text", "written", "low", "high"),
    [
        ("several people", "several", 3, None),
        ("a couple of thousand", "a couple of thousand", 2_000, 3_000),
        ("a couple thousand", "a couple thousand", 2_000, 3_000),
        ("dozens of", "dozens", 24, None),
        ("tens of thousands of", "tens of thousands", 20_000, None),
        ("hundreds of billions of", "hundreds of billions", 200_000_000_000, None),
        ("millions", "millions", 2_000_000, None),
    ],
)
def test_bounds_of_vague_numbers(text: str, written: str, low: float, high: float | None) -> None:
    numeral = numeral_reader().read(text, 0)
    assert numeral is not None
    assert (text[: numeral.end], numeral.low, numeral.high) == (written, low, high)


@pytest.mark.parametrize("text", ["oneself", "tenants", "a man", "third party", "one’s own"])
def test_no_number(text: str) -> None:
    assert numeral_reader().read(text, 0) is None
