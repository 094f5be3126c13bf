"""Which numbers are part of a name, an address, a telephone number or a counter, and no quantity.

Each function looks at a few characters to either side, so that its time does not depend on the
length of the article.
"""

from __future__ import annotations

import re

from index.facts.figure_words import FigureWords
from index.facts.nouns import NounReader, next_word
from index.facts.numerals import Numeral

_UNQUANTIFIED = re.compile(
    r"(?P<phone>0\d{3,}(?!\d*\.)|\d{3}[-.\s]\d{4}(?!\d)|\d{3}(?:[-.]|\)\s?)\d{3}[-.]\d{4}"
    r"|\d{1,4}(?:-\d{2,5}){2,}|\d{12,})|(?P<name>\d+/\d+/\d+|(?:9/11|24/7)(?!\d))"
    r"|(?P<address>\d{2,5}\sblock(?=\sof\b))"
    r"|(?P<counter>\d{1,3}\sof\s\d{1,3}(?=\s*(?:[A-Z\n]|\Z)))"
    r"|(?P<note>\d{1,3}\])|(?P<item>\d{1,2}[.)]\s)"
)
_TELEPHONE = re.compile(
    r"0\d{2,4}(?:[\s-]\d{3,4}){1,2}(?!\d|[.,]\d|%)|\+\d{1,3}(?:[\s-]\d{2,4}){2,4}(?!\d|[.,]\d|%)"
)
_UNSURE = frozenset({None, "of", "block"})
"""What may follow digits that are an address or a counter."""
_COUNTER_LEFT = re.compile(r"\d{1,3}\sof\s\Z")
_DOCKET = re.compile(r"\d{1,4}-(?!to|by|in|or|on)[a-z]{2}")  # "No. 22-cv-1187"


def is_blocked(words: FigureWords, body: str, at: int, numeral: Numeral | None) -> bool:
    """Whether the digits at `at` are part of a name, address, telephone number or counter.

    `numeral` is the number there, if it has been read.
    """
    before = body[at - 1] if at else " "
    if before.isalnum() or before in "_#@/&=~*":
        return True
    if before in "'’" and body[at - 2 : at - 1].isdigit():
        return True  # the inches of 6'3"
    if before in "-‑–.,:" and at > 1 and body[at - 2].isalnum():
        # "F-16" and "Hwasong-14" are names; "mid-1990s" and "sub-20" are not.
        word = body[max(0, at - 16) : at - 1].rpartition(" ")[2]
        named = word[:1].isupper() and word.lower() not in words.units_before
        named = named or bool(_DOCKET.fullmatch(word))
        return before in ".,:" or word[-1].isdigit() or named
    if before == " " and numeral and _is_plain(numeral) and body[at - 2 : at] != "f ":
        return False
    if match := _UNQUANTIFIED.match(body, at):
        if match.lastgroup == "note":
            return before == "["
        if match.lastgroup == "counter":
            return not _runs_on(body, at)
        return match.lastgroup != "item" or before == "\n" or at == 0
    counter = body[at - 4 : at] == " of " and _COUNTER_LEFT.search(body, max(0, at - 8), at)
    return bool(
        counter
        and next_word(body, at + len(_digits(body, at)))[:1].isupper()
        and not _runs_on(body, counter.start())
    )


def _runs_on(body: str, at: int) -> bool:
    """Whether a sentence runs on to `at` in small letters: "holds 16 of 30 Senate seats"."""
    before = body[max(0, at - 16) : at].rpartition("\n")[2].split()
    return bool(before) and before[-1].islower() and before[-1].isalpha()


def telephone_end(body: str, at: int) -> int | None:
    """Where the telephone number ends whose first digit is at `at`: "0800 123 456"."""
    match = _TELEPHONE.match(body, at - (body[at - 1 : at] == "+"))
    return match.end() if match else None


def _is_plain(numeral: Numeral) -> bool:
    """Whether it is a short number with a word after it, which can only be a quantity."""
    return numeral.following not in _UNSURE and numeral.end - numeral.start < 4


def _digits(body: str, at: int) -> str:
    match = re.match(r"\d{1,6}", body[at : at + 6])
    return match.group() if match else ""


def names_thing(words: FigureWords, body: str, end: int) -> bool:
    """Whether the words after a number make it part of a name: "1600 Pennsylvania Avenue"."""
    if not body[end + 1 : end + 2].isupper():
        return False
    for word in body[end : end + 40].partition("\n")[0].split()[:3]:
        if word in words.named_after or word.rstrip(",.;") in words.named_after:
            return True
        if not word[:1].isupper():
            return False
    return False


def is_named(words: FigureWords, before: str) -> bool:
    """Whether a number in words belongs to the word `before` it: "number two", "Round Two"."""
    return before != "no" and before in words.named_before


def is_name(
    words: FigureWords, nouns: NounReader, body: str, numeral: Numeral, before: str
) -> bool:
    """Whether a number belongs to the word `before` it: "Resolution 425", "page 4"."""
    start, end = numeral.start, numeral.end
    joined = numeral.form == "range" and " " not in body[start:end]  # "Boeing 737-800"
    if not (joined or numeral.form == "digits") or numeral.scale != 1 or "," in body[start:end]:
        return False
    if (
        before.isalpha()
        and before not in words.named_before
        and not _is_capital(body, start, before)
    ):
        return False
    return follows_name(words, nouns, body, start, end)


def _is_capital(body: str, at: int, before: str) -> bool:
    """Whether the word `before` the number at `at` begins with a capital, as written."""
    return body[at - 1 - len(before)].isupper()


def follows_name(words: FigureWords, nouns: NounReader, body: str, start: int, end: int) -> bool:
    """Whether the word before the digits at [start, end) makes them part of a name: "Fox 2000"."""
    left = body[max(0, start - 24) : start]
    before = left.split()
    if not before or not left[-1].isspace() or left[-1] == "\n":
        return False
    word = before[-1]
    if word.lower().rstrip(":") in words.named_before:
        return True
    if not word[0].isupper() or word[-1] in '.,:;)”"' or len(before) < 2:
        return False
    if word.endswith(("'s", "’s", "s'", "s’")):
        return False  # "Obama's 2008 campaign"
    if before[-2][-1] in ".!?:" or len(word) == 1 or word.lower() in words.weekdays:
        return False
    return word.lower() not in nouns.stops and not nouns.after(body, end, single=False)
