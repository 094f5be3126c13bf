"""Money: the currency before or after a number, and what the number then is."""

from __future__ import annotations

import re

from index.facts.figure_words import CURRENCY_SIGNS, FigureWords
from index.facts.numerals import Numeral

_JOINS_SYMBOL = f" \u00a0.{CURRENCY_SIGNS}"
"""What may stand between the letters of a currency and its number."""

_MILLION = 1e6
"""The number from which on pounds are no weight but money."""
_MOST_WON = 30
"""From so many on, crowns are money."""


def sign_around(words: FigureWords, body: str, at: int, floor: int) -> re.Match[str] | None:
    """A currency whose sign or letters stand at or right before `at`: $5, A$5, RM10, Rs 5."""
    before = body[at - 1] if at > floor else "\n"
    sign = not body[at].isdigit()
    if not sign:
        if not before.isalpha() and before not in _JOINS_SYMBOL:
            return None
        if before in (" ", "\u00a0") and body[at - 2] not in words.symbol_ends:
            return None
    left = at
    if before in (" ", "\u00a0"):
        left -= 1
    stop = max(floor, at - 6)
    while left > stop and (body[left - 1].isalpha() or body[left - 1] in _JOINS_SYMBOL[2:]):
        left -= 1
    for start in range(left, at + 1):
        if start > left and body[start - 1].isalnum() and body[start] not in CURRENCY_SIGNS:
            continue
        match = words.symbol.match(body, start)
        if match and match.end() > at - (not sign):
            return match
        if not sign and start == left:
            return None
    return None


def is_money(words: FigureWords, numeral: Numeral, match: re.Match[str]) -> bool:
    """ "Thousands of dollars" is money; "one of dollars" is nothing, "160 pounds" a weight."""
    if match["unit"] in words.honours and (numeral.low or 0) < _MOST_WON:
        return False
    if match["unit"] in words.weights and (numeral.low or 0) < _MILLION:
        return False
    return numeral.form in ("plural", "few") or not match.group().lstrip().startswith("of ")


def money_value(
    words: FigureWords, numeral: Numeral, match: re.Match[str]
) -> tuple[Numeral, str | None]:
    """The amount in whole units of its currency: 28 cents are 0.28 dollars.

    The currency is None where the word does not tell which it is: "crowns".
    """
    unit = words.money[" ".join(match["unit"].split())] or None
    numeral = numeral.up_to(match.end())
    if match["unit"] in words.hundredths:
        # Rounded, for 2.99 cents are 0.0299 dollars and no more.
        low = None if numeral.low is None else round(numeral.low / 100, 9)
        high = None if numeral.high is None else round(numeral.high / 100, 9)
        return Numeral(numeral.start, match.end(), low, high, numeral.form), unit
    return numeral, unit
