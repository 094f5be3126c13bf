"""Ranges: two numbers that a word or a dash makes one figure of."""

from __future__ import annotations

from index.facts.figure_words import FigureWords
from index.facts.numerals import Numeral, NumeralReader

_WIDEST = 4
"""How many times its lower end the upper end of a range can be, after a word of change."""
_FARTHEST = 10
"""The same where "by" stands between: "may rise by 2 to 10 percent" is a range yet."""
_CHANGE_WITHIN = 16
"""Characters before a number in which "increased by" stands."""


def to_range(
    words: FigureWords,
    numerals: NumeralReader,
    body: str,
    numeral: Numeral,
    sign: int | None = None,
) -> Numeral:
    """The range that goes on from its first number: "11,000 to 12,000", "5-6,000".

    `sign` is where the currency before the first number begins.
    """
    follows = body[numeral.end : numeral.end + 2]
    if follows not in (" t", " o", " a", " -", " –") and follows[:1] not in ("-", "–", "—"):
        return numeral
    join = words.range.match(body, numeral.end)
    if join is None or numeral.low is None or numeral.low != numeral.high:
        return numeral
    word = join["word"] or ""
    start = numeral.start if sign is None else sign
    left = body[max(0, start - _CHANGE_WITHIN) : start].lower().split()
    before = left[-1].lstrip('"“(') if left else ""
    if (word == "and" and before != "between") or join.end() >= len(body):
        return numeral
    symbol = words.symbol.match(body, join.end())
    other = numerals.read(body, symbol.end() if symbol else join.end())
    if other is None or other.low is None or other.high != other.low:
        return numeral
    low, high = _carried(numeral, other, joined=not word)
    if symbol and sign is not None and is_change(words, before, low, high):
        return numeral
    if before == "by" and high > _FARTHEST * low and words.change.fullmatch("".join(left[-2:-1])):
        return numeral  # "dropped by 17,200 to 402,600"
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


def is_change(words: FigureWords, before: str, low: float, high: float) -> bool:
    """Whether two amounts, each with its unit, are a step and where it led: "rose $1.32 to $66.63".

    The ends of a range lie nearer: "may rise $5 to $8". `before` is the word before them.
    """
    return high > _WIDEST * low and words.change.fullmatch(before) is not None


def _carried(one: Numeral, two: Numeral, *, joined: bool) -> tuple[float, float]:
    """The bounds of a range; the first number takes the magnitude that stands by the second."""
    low, high = one.low or 0.0, two.low or 0.0
    if one.scale == 1 and two.scale > 1:
        low *= two.scale
    elif one.scale == 1 and joined and high >= 1000 and low < 100 and high % 1000 == 0:
        low *= 1000
    return low, high
