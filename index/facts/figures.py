"""Figures: counts, money, percentages, measures, ordinals, scores, ages and vague quantities.

A figure is its approximator and number, with a unit but without the noun that it counts. Its
bounds are what the words allow and nothing is averaged: "at least 3,000" has no upper bound,
"nearly 400" no lower one, "about 10,000" is 10,000.
"""

from __future__ import annotations

import re
from typing import cast

from index.facts import figure_context as context
from index.facts import figure_names as names
from index.facts.approximators import approximator_before, bounds
from index.facts.currencies import is_money, money_value, sign_around
from index.facts.figure_words import AGED, FigureWords, figure_words
from index.facts.lexicons import from_lexicon
from index.facts.model import Approximation, Figure, FigureKind
from index.facts.nouns import NounReader, noun_reader, word_before
from index.facts.number_ranges import is_change, to_range
from index.facts.numerals import GAP, Numeral, NumeralReader, numeral_reader

_SUFFIX = re.compile(r"[\s-]?(?:of )?([A-Za-z][A-Za-z.]*|[%°])")
_OF_ONE = re.compile(rf"(?:{GAP}of)?{GAP}(?:an?|one)(?={GAP})")
"""Between a fraction and its unit: "half a mile", "a quarter of a percentage point"."""
_WHOLES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 1_000, 10_000, 100_000, 1e6})
"""What a share is usually told of: "one in five", "300 in 100,000"."""
_ORDINAL_OR_TENS = frozenset("snrt'’")
_SCORED = frozenset([" t", *(f"{dash}{digit}" for dash in "-–" for digit in "0123456789")])
"""How the text goes on after the first number of a score."""
_JOINS_MORE = ("-", "+")
_PLAIN = frozenset({"ordinal", "score"})
"""Kinds that take no approximator."""


class FigureReader:
    """Reads the figure that begins at an offset."""

    def __init__(self, words: FigureWords, numerals: NumeralReader, nouns: NounReader) -> None:
        self._words, self._numerals, self._nouns = words, numerals, nouns

    def read_digits(
        self, body: str, at: int, floor: int, numeral: Numeral | None = None
    ) -> Figure | None:
        """The figure whose digits or currency sign stand at `at`.

        `numeral` is the number there, if it has been read. Nothing before `floor` may belong to
        the figure.
        """
        if money := sign_around(self._words, body, at, floor):
            return self._amount(body, money, floor)
        if body[at].isalpha() or names.is_blocked(self._words, body, at, numeral):
            return None
        numeral = numeral or self._numerals.read(body, at)
        if numeral is None:
            return None
        if body[numeral.end : numeral.end + 2] in _SCORED and (
            score := self._score(body, at, floor)
        ):
            return score
        return self._number(body, numeral, floor)

    def read_vague(self, body: str, at: int) -> Figure | None:
        """A quantity without a number: "a small number", "a portion", "some of these"."""
        match = self._words.vague.match(body, at)
        if match is None:
            return None
        text = match.group()
        is_part = "portion" in text.lower() or text.lower() == "some"
        return Figure(
            at, match.end(), text, "vague", None, None, "vague",
            counted=self._nouns.after(body, match.end(), single=False),
            part="subset" if is_part else None,
            rule="partitive" if text.lower() == "some" else "vague words",
        )  # fmt: skip

    def read_ordinal(self, body: str, at: int, floor: int) -> Figure | None:
        """An ordinal in words before its noun: "the first time"."""
        words = self._words
        match = words.ordinal.match(body, at)
        if match is None or not context.is_bare_ordinal(words, body, at, match.end()):
            return None
        value = words.ordinals[match["word"].lower()]
        if "-" in match.group():
            value += words.tens.get(match.group().lower().partition("-")[0], 0)
        numeral = Numeral(at, match.end(), value, value, "words")
        return self._figure(body, at, numeral, "ordinal", floor, "ordinal word")

    def from_words(self, body: str, numeral: Numeral, floor: int) -> Figure | None:
        """The figure of a number in words that has been read."""
        words, start, end = self._words, numeral.start, numeral.end
        before = word_before(body, start)
        if context.is_format(body, end) or names.is_named(words, before):
            return None
        if numeral.form == "fraction" and context.is_half_of_word(words, body, numeral, before):
            return None
        if numeral.form == "few" and not context.is_few(self._nouns, body, numeral):
            return None
        is_one = end - start == 3 and body[start:end].lower() == "one"
        if is_one and not context.counts_one(words, body, start, end):
            return None
        figure, numeral = self._joined(body, numeral, floor)
        if figure is not None:
            return figure
        if before[-1:] != "," and not is_one and context.is_age(words, body, numeral, before):
            return self._figure(body, start, numeral, "age", floor, "age by name", unit="year")
        if numeral.form in ("few", "plural"):
            figure = self._figure(body, start, numeral, "vague", floor, "vague number")
            # "Several people" tells something; "a few clouds" does not.
            bare = numeral.form == "few" and numeral.scale == 1
            return None if bare and not self._nouns.class_of(figure.counted or "") else figure
        return self._figure(body, start, numeral, "count", floor, "count", before=before)

    # Families

    def _amount(self, body: str, symbol: re.Match[str], floor: int) -> Figure | None:
        """Money with its sign before it: "$400 million", "RM10", "£5-6m"."""
        words, numeral = self._words, self._numerals.read(body, symbol.end())
        if numeral is None:
            return None
        numeral = to_range(words, self._numerals, body, numeral, symbol.start())
        written = symbol.group().strip()
        is_letter = len(written) == 1 and written.isalpha()
        before = word_before(body, symbol.start()) if is_letter else ""
        if is_letter and not context.is_amount(words, body, numeral, before):
            return None
        if word := words.money_after.match(body, numeral.end):
            numeral = numeral.up_to(word.end())
        code = words.symbols.get(written, written)
        return self._figure(
            body, symbol.start(), numeral, "money", floor, "money symbol", unit=code
        )

    def _number(self, body: str, numeral: Numeral, floor: int) -> Figure | None:
        """A number in digits, by what stands around it."""
        words, at, end = self._words, numeral.start, numeral.end
        if numeral.form == "fraction" and not context.is_fraction(words, body, numeral):
            return None
        if body[end : end + 1] in _ORDINAL_OR_TENS and numeral.form == "digits":
            if tens := context.tens_of_years(words, body, at):
                numeral = Numeral(at, tens.end(), float(tens[1]), float(tens[1]) + 9, "range")
                return self._figure(body, at, numeral, "age", floor, "age in tens", unit="year")
            if ordinal := words.ordinal_after.match(body, end):
                if names.names_thing(words, body, ordinal.end()):
                    return None
                numeral = numeral.up_to(ordinal.end())
                return self._figure(body, at, numeral, "ordinal", floor, "ordinal digits")
        figure, numeral = self._joined(body, numeral, floor)
        if figure is not None:
            return figure
        if numeral.glued:
            return self._glued(body, numeral, floor)
        before = word_before(body, at)
        if context.is_age(words, body, numeral, before):
            return self._figure(body, at, numeral, "age", floor, "age by name", unit="year")
        following = body[numeral.end : numeral.end + 1]
        if following.isalnum() or following in ("/", "@", "_", "*"):
            return None
        if names.names_thing(words, body, numeral.end):
            return None
        if unit := context.unit_before(words, body, at, floor, before):
            return self._figure(body, at, numeral, "measure", floor, "measure", unit=unit)
        if names.is_name(words, self._nouns, body, numeral, before):
            return None
        return self._figure(body, at, numeral, "count", floor, "count", before=before)

    def _glued(self, body: str, numeral: Numeral, floor: int) -> Figure | None:
        """A short magnitude without a currency: "20k people", but "300m" is a length."""
        letter = numeral.glued.lower()
        if letter == "b":
            return None
        counts = letter != "m" or self._nouns.after(body, numeral.end, single=False)
        if counts or numeral.low is None or numeral.low != numeral.high:
            return self._figure(body, numeral.start, numeral, "count", floor, "count")
        value = numeral.low / numeral.scale
        numeral = Numeral(numeral.start, numeral.end, value, value, numeral.form)
        return self._figure(body, numeral.start, numeral, "measure", floor, "measure", unit="m")

    def _score(self, body: str, at: int, floor: int) -> Figure | None:
        match = self._words.score.match(body, at)
        if match is None or not context.is_score(self._words, body, match, floor):
            return None
        numeral = Numeral(at, match.end(), None, None, "score")
        return self._figure(body, at, numeral, "score", floor, "score")

    def _joined(self, body: str, numeral: Numeral, floor: int) -> tuple[Figure | None, Numeral]:
        """A number with what follows it: a figure by its unit, or the range that it begins."""
        if numeral.following is not None and numeral.following not in self._words.leads:
            return None, numeral
        if ratio := self._ratio(body, numeral, floor):
            return ratio, numeral
        numeral = to_range(self._words, self._numerals, body, numeral)
        return self._with_unit(body, numeral, floor), numeral

    def _ratio(self, body: str, numeral: Numeral, floor: int) -> Figure | None:
        """A share of a round number: "four in 10", "3 out of 4" are 40 and 75 percent."""
        if body[numeral.end : numeral.end + 3] not in (" in", " ou", "-in"):
            return None
        join = self._words.ratio.match(body, numeral.end)
        if join is None or numeral.low is None or numeral.low != numeral.high:
            return None
        other = self._numerals.read(body, join.end())
        if other is None or not other.low or other.low != other.high or other.low <= numeral.low:
            return None
        if other.low not in _WHOLES or self._words.not_in_ratio.match(body, other.end):
            return None
        share = numeral.low / other.low * 100
        ratio = Numeral(numeral.start, other.end, share, share, "words")
        return self._figure(body, numeral.start, ratio, "percent", floor, "ratio", unit="%")

    def _with_unit(self, body: str, numeral: Numeral, floor: int) -> Figure | None:
        """Percentages, money, ages and measures, by the word after the number."""
        if numeral.form == "fraction" and (part := _OF_ONE.match(body, numeral.end)):
            numeral = numeral.up_to(part.end())
        start, end, words = numeral.start, numeral.end, self._words
        suffix = _SUFFIX.match(body, end)
        if suffix is None:
            return None
        word = suffix[1].lower().rstrip(".")
        if (
            word == "p"
            and suffix.start(1) == end
            and (pence := context.pence(numeral, suffix.end()))
        ):
            return self._figure(body, start, pence, "money", floor, "pence", unit="GBP")
        if word in AGED:
            match = words.age_after.match(body, end)
            if match is None:
                return None
            numeral, unit = numeral.up_to(match.end()), match["unit"].lower()
            return self._figure(body, start, numeral, "age", floor, "age", unit=unit)
        if word not in words.follows:
            return None
        if match := words.percent_after.match(body, end):
            numeral, unit = self._percentages(body, numeral, match)
            return self._figure(body, start, numeral, "percent", floor, "percent", unit=unit)
        if (match := words.money_after.match(body, end)) and is_money(words, numeral, match):
            numeral, unit = money_value(words, numeral, match)
            return self._figure(body, start, numeral, "money", floor, "money word", unit=unit)
        match = words.unit_after.match(body, end)
        if match and _is_measure(body, numeral, match):
            numeral, unit = self._measured(body, numeral, match)
            if match["dimension"]:
                unit = f"{match['dimension']} {unit}"
            return self._figure(body, start, numeral, "measure", floor, "measure", unit=unit)
        return None

    def _percentages(
        self, body: str, numeral: Numeral, match: re.Match[str]
    ) -> tuple[Numeral, str]:
        """The number up to its unit; the unit may stand by both ends of a range."""
        words = self._words
        unit, whole = words.percent[_plainly(match)], numeral.up_to(match.end())
        wide = to_range(words, self._numerals, body, whole)
        if wide is whole or not (last := words.percent_after.match(body, wide.end)):
            return whole, unit
        before = word_before(body, numeral.start)
        changed = is_change(words, before, wide.low or 0, wide.high or 0)
        if changed or words.percent[_plainly(last)] != unit:  # "four basis points to 4.53%"
            return whole, unit
        return wide.up_to(last.end()), unit

    def _measured(self, body: str, numeral: Numeral, match: re.Match[str]) -> tuple[Numeral, str]:
        """The same for a measure: "10 km to 12 km"; but "6 feet 2 inches", "from 10 km to 2 m"."""
        words = self._words
        unit, whole = words.units[match["unit"]], numeral.up_to(match.end())
        wide = to_range(words, self._numerals, body, whole)
        last = words.unit_after.match(body, wide.end) if wide is not whole else None
        if last is None or words.units[last["unit"]] != unit or last["dimension"]:
            return whole, unit
        return wide.up_to(last.end()), unit

    # Building

    def _figure(
        self, body: str, start: int, numeral: Numeral, kind: FigureKind, floor: int, rule: str,
        *, unit: str | None = None, before: str | None = None,
    ) -> Figure:  # fmt: skip
        """The figure with its approximator, bounds, noun and part; `before` is the word before."""
        low, high, end, form = numeral.low, numeral.high, numeral.end, numeral.form
        approximation: Approximation = "exact"
        if form == "range":
            approximation = "range"
        elif form in ("plural", "few"):
            approximation = "vague" if high is None else "about"
        if before is None:
            before = word_before(body, start)
        if kind not in _PLAIN:
            if (below := context.sign_before(body, start, floor, before, kind)) is not None:
                start, before = below, word_before(body, below)
                low, high = context.below_zero(low, high)
            if words := approximator_before(self._words, body, start, floor, before):
                start = words[0]
                before = word_before(body, start)
                if approximation == "exact":
                    approximation = words[1]
            elif (
                approximation == "exact"
                and (body[end : end + 1] in _JOINS_MORE or body.startswith("or", end + 1))
                and (more := self._words.more.match(body, end))
            ):
                text = " ".join((more["words"] or more["joined"] or "plus").split())
                end, approximation = more.end(), cast(Approximation, self._words.after[text])
        if form not in ("range", "few", "plural"):
            low, high = bounds(low, high, approximation)
        counted = part = None
        if kind in ("count", "vague", "ordinal"):
            single = kind == "ordinal" or numeral.low == numeral.high == 1
            counted = self._nouns.after(body, end, single=single)
            part = self._nouns.part(body, start, end, before)
            if counted is None and kind == "count":
                counted = self._nouns.before(body, start, before)
        return Figure(
            start, end, body[start:end], kind, low, high, approximation,
            unit=unit, counted=counted, part=part, rule=rule,
        )  # fmt: skip


def _is_measure(body: str, numeral: Numeral, match: re.Match[str]) -> bool:
    """Single letters and everyday words are units only where they can be nothing else."""
    unit, joined = match["unit"], match["join"]
    if not joined and not body[numeral.end - 1].isdigit():
        return False
    if unit in ("C", "F") and joined:
        return False
    if len(unit) == 1 and joined == " ":
        return body[match.end() : match.end() + 1] in (".", ",", ";", ")", "\n", "")
    return unit not in ("story", "stories", "STORY") or joined == "-"


def _plainly(match: re.Match[str]) -> str:
    return " ".join(match["unit"].lower().split())


@from_lexicon
def figure_reader() -> FigureReader:
    """The reader of figures, made of the lexicon once."""
    return FigureReader(figure_words(), numeral_reader(), noun_reader())
