"""Ranges: two numbers that a word or a dash makes one figure of."""

from __future__ import annotations

from index.facts.figure_words import CURRENCY_SIGNS, FigureWords
from index.facts.numerals import Numeral, NumeralReader


def to_range(words: FigureWords, numerals: NumeralReader, body: str, numeral: Numeral) -> Numeral:
    """The range that goes on from its first number: "11,000 to 12,000", "5-6,000"."""
    follows = body[numeral.end : numeral.end + 2]
    if follows not in (" t", " o", " a", " -", " –") and follows[:1] not in ("-", "–", "—"):
        return numeral
    join = words.range.match(body, numeral.end)
    if join is None or numeral.low is None or numeral.low != numeral.high:
        return numeral
    word = join["word"] or ""
    left = body[max(0, numeral.start - 12) : numeral.start].rstrip(CURRENCY_SIGNS).lower().split()
    before = left[-1].lstrip('"“(') if left else ""
    if (word == "and" and before != "between") or join.end() >= len(body):
        return numeral
    symbol = words.symbol.match(body, join.end())
    other = numerals.read(body, symbol.end() if symbol else join.end())
    if other is None or other.low is None or other.high != other.low:
        return numeral
    low, high = _carried(numeral, other, joined=not word)
    if (
        low >= high
        or "fraction" in (numeral.form, other.form)
        or (word == "or" and high > 10 * low)
    ):
        return numeral
    if before == "from" and words.change.search(body, max(0, numeral.start - 40), numeral.start):
        return numeral
    return Numeral(
        numeral.start, other.end, low, high, "range", glued=other.glued, scale=other.scale
    )


def _carried(one: Numeral, two: Numeral, *, joined: bool) -> tuple[float, float]:
    """The bounds of a range; the first number takes the magnitude that stands by the second."""
    low, high = one.low or 0.0, two.low or 0.0
    if one.scale == 1 and two.scale > 1:
        low *= two.scale
    elif one.scale == 1 and joined and high >= 1000 and low < 100 and high % 1000 == 0:
        low *= 1000
    return low, high
