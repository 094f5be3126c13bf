"""What the words around a number say that it is: an age, a score, a fraction, a sum; or nothing.

Each function looks at a few characters to either side, so that its time does not depend on the
length of the article.
"""

from __future__ import annotations

import re

from index.facts.approximators import approximator_before
from index.facts.figure_words import FigureWords
from index.facts.model import FigureKind
from index.facts.nouns import NounReader, next_word, word_before
from index.facts.numerals import Numeral
from index.facts.words import last_word

_PICTURES = frozenset({480, 720, 1080, 1440, 2160})
"""Lines of a picture: before "p" these are no pence."""
_LONGEST_UNIT = 24
"""Characters up to which a word joined to a number is weighed as its unit."""
_MOST_LINKS = 2
"""Words between a unit and the number behind it: "a magnitude of between 6 and 7"."""
_SIGNED = frozenset({"percent", "measure", "money"})
"""Kinds that a dash right before the number makes less than zero."""
_FORMAT = re.compile(
    r"-(?:plus|on|to|by|and|way|up|off|liner)\b|-\w{1,12}-(?:one|two|three|four|five)\b"
)
_ONE_TO = re.compile(r"\s(?:to|or|in|out of)\s(?:two|three|four|five|six|eight|ten|\d+)\b")


def unit_before(words: FigureWords, body: str, at: int, floor: int, before: str) -> str | None:
    """The unit that stands before a number: "magnitude-6.4", "a magnitude of about 6.4".

    `before` is the word before the number at `at`; nothing before `floor` belongs to the number.
    """
    if body[at - 1 : at] == "-":
        return words.units_before.get(last_word(body, at - 1, _LONGEST_UNIT).lower())
    if approximator := approximator_before(words, body, at, floor, before):
        at = approximator[0]
        before = word_before(body, at)
    for _ in range(_MOST_LINKS):
        if before not in words.unit_links:
            break
        at -= len(before) + 1
        before = word_before(body, at)
    return words.units_before.get(before)


def is_age(words: FigureWords, body: str, numeral: Numeral, before: str) -> bool:
    """Whether a bare number is an age: "aged 40", "Hubert, 23,", "who is 19.", "a boy of 11";
    `before` stands before it."""
    if before[-1:] != "," and before not in words.age_ends:
        return False
    if numeral.low is None or not 0 < numeral.low < 120 or numeral.low % 1:
        return False
    left = body[max(0, numeral.start - 32) : numeral.start]
    found = words.age_before.search(left)
    if found is None:
        return False
    if found.lastgroup == "of":
        return words.behind_age.match(body, numeral.end) is not None
    ending = body[numeral.end : numeral.end + 1] in (",", ".", ";", ")", "")
    if found.lastgroup == "name":
        return ending
    if found.lastgroup == "listed":
        return ending or body.startswith(" and ", numeral.end)
    return found.lastgroup == "word" or ending or body.startswith((" and ", " when "), numeral.end)


def tens_of_years(words: FigureWords, body: str, at: int) -> re.Match[str] | None:
    """An age in tens: "in his early 50s"."""
    match = words.tens_of_years.match(body, at)
    return match if match and words.possessed.search(body[max(0, at - 18) : at]) else None


def is_score(words: FigureWords, body: str, match: re.Match[str], floor: int) -> bool:
    """Whether a pair of numbers is a result, told by its order, a word near it, its neighbour."""
    at, end = match.span()
    if match[4]:
        near = body[max(0, at - 24) : at] + " " + body[end : end + 12]
        return int(match[4]) > int(match[5]) and bool(words.score_word.search(near))
    if match[3] or int(match[1]) >= int(match[2]):
        return True
    if floor and at - floor <= 3 and body[floor - 1].isdigit():
        return True
    near = body[max(0, at - 40) : at] + " " + body[end : end + 24]
    return bool(words.listed_score.match(body, end) or words.score_word.search(near))


def counts_one(words: FigureWords, body: str, start: int, end: int) -> bool:
    """Whether "one" counts something, and is no pronoun, no list mark and no name."""
    after = body[end : end + 1]
    left = body[max(0, start - 16) : start].split()
    before = left[-1].strip('"“(').lower() if left else ""
    if after in ("'", "’") or before in words.one["never_after"]:
        return False
    if body[start].isupper() and left and left[-1][0].isupper() and left[-1][-1].isalpha():
        return False  # "Banc One"
    if after and after in ".,;:!?)…":
        if before == "for" and left[-2:-1] and left[-2].endswith(","):
            return False  # "The mill, for one, stands."
        return before in words.one["counts_after"]
    if _ONE_TO.match(body, end):
        return True
    following = next_word(body, end).lower()
    if following == "of":
        return True
    if following in words.one["pronoun_before"]:
        return False
    if following in words.one["doubtful_before"]:
        opens = not before or before[-1] in ".,;—_"
        return opens or before in words.one["counts_after"]
    return before not in words.one["pronoun_after"] or following.islower()


def is_few(nouns: NounReader, body: str, numeral: Numeral) -> bool:
    """Whether "few" or "couple" counts: "the couple" is two people, "few" is not many."""
    text = body[numeral.start : numeral.end].lower()
    if text in ("few", "couple"):
        return False
    return not text.endswith("couple") or nouns.is_plural(next_word(body, numeral.end))


def is_format(body: str, end: int) -> bool:
    """Whether a number in words is joined to what is none of its nouns: "two-plus-two"."""
    return body.startswith("-", end) and bool(_FORMAT.match(body, end))


def is_fraction(words: FigureWords, body: str, numeral: Numeral) -> bool:
    """Whether digits about a slash are a fraction ("1/2 cup") and no counter ("1/2 Today")."""
    text = body[numeral.start : numeral.end]
    if " " in text or "-" in text or int(text.rpartition("/")[2]) >= 16:
        return True
    return bool(words.unit_after.match(body, numeral.end)) or body.startswith(
        (" of ", " cent"), numeral.end
    )


def is_half_of_word(words: FigureWords, body: str, numeral: Numeral, before: str) -> bool:
    """Whether "half" makes another word or a part of a year: "half mast", "the second half"."""
    start, end = numeral.start, numeral.end
    if body[end - len("half") : end].lower() != "half":
        return False
    if body[end : end + 1] == "-":
        joined = next_word(body, end + 1).partition("-")[0].lower()
        return joined not in words.follows and joined not in words.half_joined
    if end - start == len("half") and before in ("first", "second"):
        return True
    return next_word(body, end).lower().rstrip(".") in words.half_things


def is_bare_ordinal(words: FigureWords, body: str, start: int, end: int) -> bool:
    """Whether an ordinal in words stands before its noun: "the first time", no "at first"."""
    following = next_word(body, end)
    if body[end : end + 1] not in (" ", "-", "\u00a0", "\n") or not following:
        return False
    if body[end] == "-":
        following = next_word(body, end + 1)
        if not (following.endswith("est") or following in words.ordinal_joined):
            return False  # "first-aid"
    if following[0].isupper() and body[start].isupper():
        return False  # "First Lady"
    if following.lower() in words.adverbial_after:
        return False
    before = body[max(0, start - 8) : start].lower().split()
    return not before or before[-1] not in words.adverbial


def is_amount(words: FigureWords, body: str, numeral: Numeral, before: str) -> bool:
    """Whether a number is written or used as sums are, and "R" before it no name of a road.

    `before` is the word before the letter.
    """
    written = body[numeral.start : numeral.end]
    return numeral.scale > 1 or "," in written or "." in written or before in words.paying


def pence(numeral: Numeral, end: int) -> Numeral | None:
    """A price in British pence, "212.5p", in pounds; "1080p" is a kind of picture."""
    if numeral.form != "digits" or numeral.scale != 1 or numeral.low in _PICTURES:
        return None
    value = round((numeral.low or 0) / 100, 9)
    return Numeral(numeral.start, end, value, value, numeral.form)


def sign_before(body: str, start: int, floor: int, before: str, kind: FigureKind) -> int | None:
    """Where the sign of a number below zero begins: "minus 12 degrees", "-0.3%"; None without one.

    `before` is the word before the number.
    """
    if before == "minus":
        at = start - len("minus ")
        margin = word_before(body, at) == "or"  # "plus or minus 3 points"
        return at if at >= floor and not margin else None
    if kind not in _SIGNED or start <= floor or body[start - 1] not in "-−":
        return None
    return start - 1 if start == 1 or body[start - 2] in " (\n" else None


def below_zero(low: float | None, high: float | None) -> tuple[float | None, float | None]:
    """The bounds of a number with such a sign."""
    return (None if high is None else -high), (None if low is None else -low)
