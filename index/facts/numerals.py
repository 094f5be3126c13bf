"""Numbers as they are written, in digits and in words, and the values that they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from index.facts.lexicons import alternatives, from_lexicon, table

GAP = r"(?:[^\S\n]|\n(?=[a-z0-9]))"
"""White space inside a phrase: a line end only where the phrase runs on in small letters."""

_LETTERS = re.compile(r"[a-z]*")
_WORD_AND_NEXT = re.compile(r"([A-Za-z]+)(?![\w’'])(?:[\s-]([A-Za-z]+))?")
_DIGITS_AND_NEXT = re.compile(r"(\d+(?:,\d{3})*)\s([A-Za-z]+)")
_AFTER_SHARE = (
    rf"{GAP}(?:of|to|on|from|since|over|this|last|said|say|were|was|had|have|did|do)\b|[.;)]"
    rf"|,{GAP}or{GAP}|{GAP}(?:compared|against|by)(?![\w-])|{GAP}year(?:{GAP}|-)on"
)
"""What tells "a third" of something from "a third man"."""
_GROUPING = re.compile(r"[,\s]")
_GROUP = 3
"""Digits of the last group in "1,00,000"; fewer are decimals."""
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
_DIGITS = (
    # A comma before the decimals, as on the Continent: only where no list can be meant.
    r"\d{1,3},\d{1,2}(?=[\s\u00a0]?(?:%|per\s?cent|[mb]illion|trillion))|"
    r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?(?!\d)"
    r"|\d{1,3}(?:[\u202f\u2009\u00a0]\d{3})+(?!\d)"
    # A blank too, where a small word or a sign tells that one number is meant: "12 500 people".
    r"|[1-9]\d{0,2}(?: \d{3}){1,4}(?= [a-z]| ?%)"
    r"|\d+(?:\.\d+)?|\.\d+"
)
_FRACTION = (
    r"(?:(?P<whole>\d+)[ \u00a0-])?(?P<over>\d{1,2})/(?P<under>2|3|4|5|8|10|16|32|64)(?![\d/])"
)


@dataclass(slots=True)
class Numeral:
    """One number as written."""

    start: int
    end: int
    low: float | None
    high: float | None
    form: str
    """digits, words, few ("several"), plural ("dozens") or fraction."""
    glued: str = ""
    """The letters of a short magnitude that might be a unit as well: the m of "300m"."""
    scale: float = 1
    """The magnitude that was multiplied in: 1,000,000 in "5 million"."""
    following: str | None = None
    """The word after it in small letters, where a blank and a plain word follow: it rules out most
    of what a number can be."""

    def up_to(self, end: int) -> Numeral:
        """The same number with the words up to `end`."""
        return Numeral(self.start, end, self.low, self.high, self.form, self.glued, self.scale)


class NumeralReader:
    """Reads the number at an offset."""

    def __init__(self) -> None:
        words = table("numbers")
        self._values: dict[str, float] = {**words["ones"], **words["tens"]}
        self._magnitudes: dict[str, float] = words["magnitudes"]
        self._suffixes: dict[str, float] = words["suffixes"]
        self._plurals: dict[str, float] = words["plurals"]
        self._fractions: dict[str, float] = words["fractions"]
        self._few: dict[str, list[float]] = words["few"]
        self._continues = {*self._values, *self._magnitudes, *self._fractions, "and"} - {"a", "an"}
        """A number word before any of these may be part of a longer number."""
        ones, tens = alternatives(words["ones"]), alternatives(words["tens"])
        magnitude = alternatives(words["magnitudes"])
        fraction = alternatives(words["fractions"])
        few = alternatives(words["few"])
        plural = alternatives(words["plurals"])
        join = rf"(?:{GAP}|-)"
        small = rf"(?:(?:{tens})(?:{join}(?:{ones}))?|{ones})"
        half = rf"(?:{join}and{join}a{join}(?:half|quarter|third))?"
        hundreds = rf"(?:{small}{half}|an?(?={join}(?:half{GAP})?(?:{magnitude})\b))"
        step = (
            rf"(?:{join}(?:{magnitude})\b"
            rf"(?:,?{GAP}(?:and{GAP})?{small}\b(?!{join}(?:{fraction})))?)"
        )
        self._words = re.compile(
            # Two or four quarters are months, three of them are a share.
            rf"(?i:(?P<part>(?:(?:{ones}){join}(?:{fraction})(?<!(?<!three)[\s-]quarters)|an?{join}(?:half|(?:{fraction})(?={_AFTER_SHARE}))"
            rf"|half|quarter(?=-))\b(?:{join}(?:(?:of{GAP})?an?{GAP})?(?P<partof>{magnitude})\b)?)"
            rf"|(?P<few>{few})\b(?:{GAP}(?P<fewof>{magnitude})\b)?"
            rf"|(?P<plural>{plural})\b(?:{GAP}of{GAP}(?P<of>{plural})\b)?"
            rf"|tens{GAP}of{GAP}(?P<tens>{plural})\b"
            rf"|(?P<number>{hundreds}{step}{{0,4}}|(?:{magnitude})\b))(?![\w’']*\w)"
        )
        self._plain = re.compile(
            rf"(?:{_FRACTION}|(?P<digits>{_DIGITS})(?P<vulgar>[½¼¾⅓⅔⅛])?|(?P<only>[½¼¾⅓⅔⅛]))"
            rf"(?:(?i:{join}(?P<half>and{GAP}a{GAP}half)))?"
            rf"(?:(?i:{join}?(?P<magnitude>{magnitude})(?![a-z]))"
            rf"|(?P<suffix>(?i:{alternatives(words['suffixes'])}))(?![\w.]*\w)"
            rf"|(?=[^\w,]|[,]|[a-z]|\Z))?"
        )

    def read(self, body: str, start: int) -> Numeral | None:
        """The number that begins at `start`, or None."""
        if body[start] in "0123456789.½¼¾⅓⅔⅛":
            return self._read_digits(body, start)
        return self._read_words(body, start)

    def _read_digits(self, body: str, start: int) -> Numeral | None:
        alone = _DIGITS_AND_NEXT.match(body, start)
        if alone and (following := alone[2].lower()) not in self._continues:
            value = float(alone[1].replace(",", ""))
            return Numeral(start, alone.end(1), value, value, "digits", following=following)
        match = self._plain.match(body, start)
        if match is None:
            return None
        group = match.group
        form = "digits"
        if group("under"):
            value = float(group("whole") or 0) + float(group("over")) / float(group("under"))
            form = "digits" if group("magnitude") or group("suffix") else "fraction"
        else:
            value = _number(group("digits") or "0")
            value += _VULGAR.get(group("vulgar") or group("only") or "", 0)
            value += 0.5 if group("half") else 0
        suffix = group("suffix") or ""
        scale = 1.0
        if group("magnitude"):
            scale = self._magnitudes[group("magnitude").lower()]
        elif suffix:
            scale = self._suffixes[suffix.lower()]
        value = _scaled(value, scale)
        return Numeral(start, match.end(), value, value, form, suffix, scale)

    def _read_words(self, body: str, start: int) -> Numeral | None:
        alone = _WORD_AND_NEXT.match(body, start)
        if alone and (value := self._values.get(alone[1].lower())):
            following = alone[2].lower() if alone[2] else None
            if following not in self._continues:
                return Numeral(start, alone.end(1), value, value, "words", following=following)
        match = self._words.match(body, start)
        if match is None:
            return None
        low: float | None
        high: float | None
        form, scale = "words", 1.0
        if match.group("part"):
            low = high = self._part(match.group("part"))
            form = "fraction" if not match.group("partof") else "words"
        elif match.group("few"):
            low, high = self._few[_plainly(match.group("few"))]
            scale = self._magnitudes[match.group("fewof").lower()] if match.group("fewof") else 1.0
            low, high, form = low * scale, high * scale or None, "few"
        elif match.group("tens"):
            low, high, form = self._plurals[match.group("tens").lower()] * 10, None, "plural"
        elif match.group("plural"):
            low, high, form = self._plurals[match.group("plural").lower()], None, "plural"
            if match.group("of"):
                low *= self._plurals[match.group("of").lower()] / 2
        else:
            low = high = self._sum(match.group("number"))
            last = re.split(r"[\s-]+", match.group("number").lower())[-1]
            scale = self._magnitudes.get(last, 1.0)
        return Numeral(start, match.end(), low, high, form, scale=scale)

    def _part(self, text: str) -> float:
        """The value of a fraction in words: "two-thirds", "half a million"."""
        value = 1.0
        for word in re.split(r"[\s-]+", text.lower()):
            if word not in ("a", "an", "of"):
                value *= (
                    self._fractions.get(word) or self._magnitudes.get(word) or self._values[word]
                )
        return value

    def _sum(self, text: str) -> float:
        """The value of number words: "two million three hundred thousand"."""
        total = current = 0.0
        words = re.split(r"[\s,-]+", text.lower())
        for word in words:
            if word == "and":
                continue
            if word in self._fractions:
                current += self._fractions[word] - 1  # the "a" before it has counted one
            elif word in self._magnitudes:
                scale = self._magnitudes[word]
                follows_large = not current
                current = (current or 1) * scale
                if scale >= 1000:
                    # "A thousand million", "two lakh crore": the second multiplies the first.
                    total = total * scale if total and follows_large else total + current
                    current = 0.0
            elif word in ("a", "an"):
                current += 1
            else:
                current += self._values[word]
        return total + current


def first_letters(phrases: Iterable[str]) -> frozenset[str]:
    """The letters, in small form, that phrases begin with: to be held against `following`."""
    return frozenset(match.group() for each in phrases if (match := _LETTERS.match(each.lower())))


def _number(text: str) -> float:
    if text.isdigit():
        return float(text)
    whole, comma, rest = text.partition(",")
    if comma and len(rest) < _GROUP:
        return float(f"{whole}.{rest}")
    return float(_GROUPING.sub("", text))


def _scaled(value: float, scale: float) -> float:
    """The product, without the dust of binary fractions: 59.5 billion is a whole number."""
    product = value * scale
    return float(round(product)) if abs(product - round(product)) < 1e-6 * scale else product


def _plainly(text: str) -> str:
    return " ".join(text.lower().split())


@from_lexicon
def numeral_reader() -> NumeralReader:
    """The reader of numbers, made of the lexicon once."""
    return NumeralReader()
