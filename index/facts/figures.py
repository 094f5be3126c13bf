"""Figures: counts, money, percentages, measures, ordinals, scores, ages and vague quantities.

A figure is its approximator and number, with a unit but without the noun that it counts. Its
bounds are what the words allow and nothing is averaged: "at least 3,000" has no upper bound,
"nearly 400" no lower one, "about 10,000" is 10,000.
"""

from __future__ import annotations

import re
from dataclasses import replace

from index.facts.lexicons import alternatives, from_lexicon, table
from index.facts.model import Approximation, Figure, FigureKind
from index.facts.nouns import noun_reader
from index.facts.numerals import GAP, Numeral, numeral_reader

_BOUNDS: dict[str, tuple[bool, bool]] = {
    "about": (True, True),
    "at_least": (True, False),
    "more_than": (True, False),
    "at_most": (False, True),
    "less_than": (False, True),
    "nearly": (False, True),
}
_PHONE = re.compile(r"\d{3}[-.\s]\d{4}(?!\d)|\d{3}[-.]\d{3}[-.]\d{4}|\d{1,4}(?:-\d{2,5}){2,}")
_NEXT = re.compile(r"[\s\"”’]*([\w’'.-]+)?")


class FigureReader:
    """Reads the figure that begins at an offset."""

    def __init__(self) -> None:
        numbers, money, units = table("numbers"), table("currencies"), table("units")
        self._numerals, self._nouns = numeral_reader(), noun_reader()
        self._approximators: dict[str, str] = numbers["approximators"]
        self._adverbs = frozenset(numbers["adverbs"]["words"])
        self._after: dict[str, str] = numbers["approximators_after"]
        self._symbols: dict[str, str] = money["symbols"]
        self._codes = frozenset(money["codes"]["words"])
        self._money: dict[str, str] = {**money["words"], **{code: code for code in self._codes}}
        self._hundredths = frozenset(money["hundredths"]["words"])
        self._units: dict[str, str] = units["units"]
        self._percent: dict[str, str] = units["percent"]
        self._ordinals: dict[str, float] = numbers["ordinals"]
        self._tens: dict[str, float] = numbers["tens"]
        self._named_before = frozenset(numbers["names"]["before"])
        self._named_after = frozenset(numbers["names"]["after"])
        self._symbol = re.compile(
            rf"(?:{alternatives(self._symbols)}|{alternatives(self._codes)}){GAP}?(?=[\d.])"
        )
        self._percent_after = re.compile(
            rf"(?i:{GAP}?-?(?P<unit>{alternatives(self._percent)})(?!\w))"
        )
        self._money_after = re.compile(
            rf"(?:{GAP}of)?(?:{GAP}|-)(?P<unit>{alternatives(self._money)})(?!\w)"
        )
        dimension = alternatives(units["dimensions"]["words"])
        self._unit_after = re.compile(
            rf"(?P<join>{GAP}|-|)(?:(?P<dimension>{dimension})[\s-])?(?P<unit>{alternatives(self._units)})(?![\w/])"
        )
        self._age_after = re.compile(
            rf"(?i:(?:-|{GAP})(?P<unit>year|month|week|day)s?(?:-|{GAP})(?:olds?)(?!\w))"
        )
        self._age_before = re.compile(
            r"(?:\b(?:[Aa]ged?|turn(?:s|ed|ing)?|older than)\s|[A-Z][\w’'.-]*,\s)\Z"
        )
        self._tens_of_years = re.compile(r"([2-9]0)['’]?s(?!\w)")
        self._ordinal_after = re.compile(r"(?:st|nd|rd|th)(?![\w-])")
        self._range = re.compile(rf"{GAP}?[-–—]{GAP}?(?=[$£€]?\d)|{GAP}(?P<word>to|or|and){GAP}")
        self._score = re.compile(r"(\d{1,3})[-–](\d{1,3})(?:[-–](\d{1,3}))?(?![\d,.%-]*\d|\w|%)")
        self._score_word = re.compile(rf"\b(?:{alternatives(numbers['scores']['words'])})\b")
        self._more = re.compile(
            rf"{GAP}(or{GAP}(?:more|so|less|fewer))\b|(?:-|{GAP}?)(plus|odd)\b|(\+)"
        )
        vague = numbers["vague"]
        sizes, measures = alternatives(vague["sizes"]), alternatives(vague["measures"])
        self._vague = re.compile(
            rf"(?i:(?:an?{GAP})?(?:very{GAP}|relatively{GAP})?(?:(?:{sizes}),?{GAP}){{1,2}}(?:{measures})(?!\w)"
            rf"|an?{GAP}(?:{alternatives(vague['alone'])})(?={GAP}of))"
        )
        self._partitive = re.compile(rf"(?i:some)(?={GAP}of{GAP}(?:these|those|them|whom|which)\b)")
        self._ordinal = re.compile(
            rf"(?i:(?:(?:{alternatives(self._tens)})-)?(?P<word>{alternatives(self._ordinals)}))(?!\w|’|')"
        )

    def read(self, body: str, at: int, floor: int) -> Figure | None:
        """The figure whose number begins at `at`; nothing before `floor` may belong to it."""
        first = body[at]
        if first.isdigit() or first in "½¼¾⅓⅔.":
            return self._digits(body, at, floor)
        if first in "$£€¥₩₹₽₪₺₴₦₫฿₱":
            return self._amount(body, at, floor)
        return self._words(body, at, floor)

    # Families

    def _amount(self, body: str, at: int, floor: int) -> Figure | None:
        """Money with a symbol: "$400 million", "A$30", "£5-6m"."""
        left = at
        while (
            left > floor and left > at - 5 and (body[left - 1].isalpha() or body[left - 1] == ".")
        ):
            left -= 1
        for start in range(left, at + 1):
            match = self._symbol.match(body, start)
            if match and match.end() > at and (start == 0 or not body[start - 1].isalnum()):
                break
        else:
            return None
        return self._money_from(body, start, match, floor)

    def _money_from(self, body: str, start: int, match: re.Match[str], floor: int) -> Figure | None:
        numeral = self._numerals.read(body, match.end())
        if numeral is None:
            return None
        numeral = self._range_from(body, numeral)
        written = match.group().strip()
        code = self._symbols.get(written, written)
        if word := self._money_after.match(body, numeral.end):
            numeral = replace(numeral, end=word.end())
        return self._figure(body, start, numeral, "money", floor, "money symbol", unit=code)

    def _digits(self, body: str, at: int, floor: int) -> Figure | None:
        currency = self._currency_before(body, at, floor)
        if currency:
            return self._money_from(body, currency[0], currency[1], floor)
        if self._blocked(body, at):
            return None
        if score := self._score_at(body, at, floor):
            return score
        if (tens := self._tens_of_years.match(body, at)) and _POSSESSED.search(body, max(0, at - 18), at):
            low = float(tens[1])
            numeral = Numeral(at, tens.end(), low, low + 9, "range")
            return self._figure(body, at, numeral, "age", floor, "age in tens", unit="year")
        numeral = self._numerals.read(body, at)
        if numeral is None:
            return None
        if numeral.form == "fraction" and not self._is_fraction(body, numeral):
            return None
        if ordinal := self._ordinal_after.match(body, numeral.end):
            if numeral.form != "digits" or self._names_thing(body, ordinal.end()):
                return None
            ended = replace(numeral, end=ordinal.end())
            return self._figure(body, at, ended, "ordinal", floor, "ordinal digits")
        numeral = self._range_from(body, numeral)
        if (
            numeral.glued
            and numeral.glued.lower() == "m"
            and numeral.high
            and numeral.low == numeral.high
        ):
            # "300m" without a currency is a length; "5m people" is not.
            if not self._nouns.after(body, numeral.end, single=False):
                value = numeral.high / numeral.scale
                return self._figure(
                    body,
                    at,
                    replace(numeral, low=value, high=value),
                    "measure",
                    floor,
                    "measure",
                    unit="m",
                )
        return self._classified(body, numeral, floor, worded=False)

    def _words(self, body: str, at: int, floor: int) -> Figure | None:
        if match := self._vague.match(body, at):
            return self._vague_figure(body, match, "vague words")
        if match := self._partitive.match(body, at):
            return self._vague_figure(body, match, "partitive")
        if (match := self._ordinal.match(body, at)) and not self._is_fraction_word(body, at):
            return self._worded_ordinal(body, match, floor)
        numeral = self._numerals.read(body, at)
        if numeral is None:
            return None
        if numeral.form == "few" and not self._is_few(body, numeral):
            return None
        numeral = self._range_from(body, numeral)
        if body.startswith("-", numeral.end) and self._is_format(body, numeral.end):
            return None
        word = body[at : numeral.end].lower()
        if word == "one" and not self._counts_one(body, at, numeral.end):
            return None
        return self._classified(body, numeral, floor, worded=True)

    def _classified(
        self, body: str, numeral: Numeral, floor: int, *, worded: bool
    ) -> Figure | None:
        """The figure by what follows its number."""
        start, end = numeral.start, numeral.end
        if match := self._percent_after.match(body, end):
            return self._figure(
                body,
                start,
                replace(numeral, end=match.end()),
                "percent",
                floor,
                "percent",
                unit=self._percent[_plainly(match["unit"])],
            )
        if match := self._money_after.match(body, end):
            scale = 0.01 if match["unit"] in self._hundredths else 1
            scaled = replace(
                numeral,
                end=match.end(),
                low=None if numeral.low is None else numeral.low * scale,
                high=None if numeral.high is None else numeral.high * scale,
            )
            unit = self._money[" ".join(match["unit"].split())]
            return self._figure(body, start, scaled, "money", floor, "money word", unit=unit)
        if match := self._age_after.match(body, end):
            return self._figure(
                body,
                start,
                replace(numeral, end=match.end()),
                "age",
                floor,
                "age",
                unit=match["unit"].lower(),
            )
        match = self._unit_after.match(body, end)
        if match and (match["join"] or not worded) and self._is_measure(body, numeral, match):
            unit = self._units[match["unit"]]
            if match["dimension"]:
                unit = f"{match['dimension']} {unit}"
            return self._figure(
                body,
                start,
                replace(numeral, end=match.end()),
                "measure",
                floor,
                "measure",
                unit=unit,
            )
        if not worded:
            if self._is_age(body, numeral):
                return self._figure(body, start, numeral, "age", floor, "age by name", unit="year")
            following = body[end : end + 1]
            if following.isalnum() or (following in "/@_" and following):
                return None
            if self._names_thing(body, end) or self._is_name(body, numeral):
                return None
        if numeral.form in ("few", "plural"):
            return self._figure(body, start, numeral, "vague", floor, "vague number")
        return self._figure(body, start, numeral, "count", floor, "count")

    # Deciding

    def _blocked(self, body: str, at: int) -> bool:
        """Whether digits are part of something that is no quantity."""
        before = body[at - 1] if at else " "
        if before.isalnum() or before in "_#@/&=~":
            return True
        if before in "-‑–.,:" and at > 1 and body[at - 2].isalnum():
            joined = body[at - 2]
            return (
                joined.isdigit()
                or joined.isupper()
                or before in ".:"
                or (before == "-" and body[max(0, at - 7) : at - 1].lower() == "covid")
            )
        if _PHONE.match(body, at):
            return True
        if at == 0 or before == "\n":
            if re.compile(r"\d{1,2}[.)]\s|\d{1,3}\sof\s\d{1,3}(?=\s*(?:\n|[A-Z]|\Z))").match(
                body, at
            ):
                return True
        if before == "[" and re.compile(r"\d{1,3}\]").match(body, at):
            return True
        return bool(re.compile(r"\d+/\d+/\d+|(?:9/11|24/7)(?!\d)").match(body, at))

    def _is_fraction(self, body: str, numeral: Numeral) -> bool:
        text = body[numeral.start : numeral.end]
        if " " in text or "-" in text or int(text.rpartition("/")[2]) >= 16:
            return True
        after = body[numeral.end : numeral.end + 12]
        return bool(self._unit_after.match(body, numeral.end)) or after.startswith((" of", " cent"))

    def _is_fraction_word(self, body: str, at: int) -> bool:
        """ "Third" and "quarter" are fractions only after a number: those begin at the number."""
        return body[at : at + 4].lower() in ("half",)

    def _score_at(self, body: str, at: int, floor: int) -> Figure | None:
        """A result such as 6-4, told from a range by its order, a word near it or its neighbour."""
        match = self._score.match(body, at)
        if match is None:
            return None
        one, two = int(match[1]), int(match[2])
        near = body[max(0, at - 40) : at] + " " + body[match.end() : match.end() + 24]
        follows = floor and at - floor <= 3 and body[floor - 1].isdigit()
        listed = re.compile(r",?\s\(?\d{1,2}-\d").match(body, match.end())
        if match[3] or one >= two or follows or listed or self._score_word.search(near):
            numeral = Numeral(at, match.end(), None, None, "score")
            return self._figure(body, at, numeral, "score", floor, "score")
        return None

    def _range_from(self, body: str, numeral: Numeral) -> Numeral:
        """The range that goes on from its first number: "11,000 to 12,000", "5-6,000"."""
        join = self._range.match(body, numeral.end)
        if join is None or numeral.low is None or numeral.low != numeral.high:
            return numeral
        word = (join["word"] or "").lower()
        left = body[max(0, numeral.start - 12) : numeral.start].lower().split()
        if word == "and" and (not left or left[-1].lstrip('"“(') != "between"):
            return numeral
        begin = join.end()
        symbol = self._symbol.match(body, begin)
        other = (
            self._numerals.read(body, symbol.end() if symbol else begin)
            if begin < len(body)
            else None
        )
        if (
            other is None
            or other.low is None
            or other.high != other.low
            or other.form == "fraction"
        ):
            return numeral
        low, high = numeral.low, other.low
        if numeral.scale == 1 and other.scale > 1:
            low *= other.scale
        elif numeral.scale == 1 and not word and high >= 1000 and low < 100 and high % 1000 == 0:
            low *= 1000
        if low >= high or (word == "or" and high > 10 * low):
            return numeral
        if word == "to" and left and left[-1] == "from" and self._is_change(body, numeral.start):
            return numeral
        return replace(
            numeral,
            end=other.end,
            low=low,
            high=high,
            form="range",
            scale=other.scale,
            glued=other.glued,
        )

    def _is_change(self, body: str, start: int) -> bool:
        """Whether "from 5 to 10" tells of a change, which has two values and is no range."""
        return bool(_CHANGE.search(body, max(0, start - 40), start))

    def _is_few(self, body: str, numeral: Numeral) -> bool:
        """Whether "few" or "couple" counts: "a couple" by itself is two people, "few" is not many."""
        text = body[numeral.start : numeral.end].lower()
        if text == "few" or text == "couple":
            return False
        following = _NEXT.match(body, numeral.end)
        return not text.endswith("couple") or bool(
            following and following[1] and self._nouns.is_plural(following[1])
        )

    def _is_format(self, body: str, end: int) -> bool:
        """Whether a number in words is joined to another word that is none of its nouns:
        "two-plus-two", "one-on-one"."""
        return bool(_FORMAT.match(body, end))

    def _counts_one(self, body: str, start: int, end: int) -> bool:
        """Whether "one" counts something, and is no pronoun and no list mark."""
        after = body[end : end + 1]
        if after in "'’" and after:
            return False
        left = body[max(0, start - 16) : start].lower().split()
        before = left[-1].strip('"“(') if left else ""
        match = _NEXT.match(body, end)
        following = (match[1] or "").lower() if match else ""
        if before in _NO_ONE or following in ("another", "day"):
            return False
        if body[start].isupper() and left and left[-1][0].isupper() and left[-1][-1].isalpha():
            return False  # "Banc One"
        if after and after in ".,;:!?)…":
            return before in _COUNTS_BEFORE
        if following == "of":
            return True
        if following in _VERB_OF_PRONOUN:
            return False
        if following in _AFTER_PRONOUN:
            return (
                not before or before in _COUNTS_BEFORE or before.endswith((".", ",", ";", "—", "_"))
            )
        return before not in _BEFORE_PRONOUN or bool(following)

    def _is_age(self, body: str, numeral: Numeral) -> bool:
        """A bare number after a name and a comma, or after a word of age."""
        if numeral.low is None or not 0 < numeral.low < 120 or numeral.low % 1:
            return False
        before = self._age_before.search(body, max(0, numeral.start - 24), numeral.start)
        if before is None:
            return False
        if before.group().rstrip().endswith(","):
            return body[numeral.end : numeral.end + 1] in (",", ".", ";", ")") and bool(
                body[numeral.end :][:1]
            )
        return True

    def _is_measure(self, body: str, numeral: Numeral, match: re.Match[str]) -> bool:
        """Single letters and everyday words are units only where they can be nothing else."""
        unit = match["unit"]
        if unit in ("m", "g", "V") and match["join"] == " ":
            return (
                body[match.end() : match.end() + 1] in ".,;) \n"
                and not body[match.end() :][:2].strip().isalpha()
            )
        if unit in ("pounds", "pound") and numeral.scale > 1:
            return True
        return unit not in ("story", "stories") or match["join"] == "-"

    def _names_thing(self, body: str, end: int) -> bool:
        """Whether the word after a number makes it part of a name: "1600 Pennsylvania Avenue"."""
        words = body[end : end + 40].split("\n", 1)[0].split()[:3]
        for word in words:
            if word.rstrip(",.;") in self._named_after or word in self._named_after:
                return True
            if not word[:1].isupper():
                return False
        return False

    def _is_name(self, body: str, numeral: Numeral) -> bool:
        """Whether a number belongs to the capitalised word before it: "Resolution 425"."""
        if (
            numeral.form != "digits"
            or numeral.scale != 1
            or "," in body[numeral.start : numeral.end]
        ):
            return False
        left = body[max(0, numeral.start - 24) : numeral.start]
        if not left.endswith((" ", "\u00a0")):
            return False
        words = left.split()
        if not words:
            return False
        word = words[-1]
        if word.lower() in self._named_before:
            return True
        if not word[0].isupper() or word[-1] in ".,:;)" or len(words) < 2 or words[-2][-1] in ".!?":
            return False
        return word.lower() not in _FREE_BEFORE and not self._nouns.after(
            body, numeral.end, single=False
        )

    # Building

    def _currency_before(self, body: str, at: int, floor: int) -> tuple[int, re.Match[str]] | None:
        """A currency of letters before digits: RM10, dlrs 210,000, USD 5."""
        left = body[max(floor, at - 6) : at]
        word = left.rstrip()
        begin = len(word)
        while begin and (word[begin - 1].isalpha() or word[begin - 1] == "."):
            begin -= 1
        name = word[begin:]
        if not name or (name not in self._symbols and name not in self._codes):
            return None
        start = at - len(left) + begin
        match = self._symbol.match(body, start)
        return (start, match) if match else None

    def _worded_ordinal(self, body: str, match: re.Match[str], floor: int) -> Figure | None:
        start, end = match.start(), match.end()
        following = _NEXT.match(body, end)
        word = (following[1] or "") if following else ""
        gap = body[end : end + 1]
        if (
            gap not in (" ", "-", "\u00a0", "\n")
            or not word
            or (word[:1].isupper() and body[start].isupper())
        ):
            return None
        before = body[max(0, start - 8) : start].lower().split()
        if before and before[-1] in ("at", "one-", "ever"):
            return None
        tens = match.group().lower().split("-")[0]
        value = self._ordinals[match["word"].lower()] + (
            self._tens.get(tens, 0) if "-" in match.group() else 0
        )
        numeral = Numeral(start, end, value, value, "words")
        return self._figure(body, start, numeral, "ordinal", floor, "ordinal word")

    def _vague_figure(self, body: str, match: re.Match[str], rule: str) -> Figure:
        text = match.group()
        counted = self._nouns.after(body, match.end(), single=False)
        return Figure(
            match.start(),
            match.end(),
            text,
            "vague",
            None,
            None,
            "vague",
            counted=counted,
            part="subset" if "portion" in text.lower() or rule == "partitive" else None,
            rule=rule,
        )

    def _figure(
        self,
        body: str,
        start: int,
        numeral: Numeral,
        kind: FigureKind,
        floor: int,
        rule: str,
        *,
        unit: str | None = None,
    ) -> Figure:
        """The figure with its approximator, bounds, noun and part."""
        approximation: Approximation = "exact"
        low, high, end = numeral.low, numeral.high, numeral.end
        if numeral.form == "range":
            approximation = "range"
        elif numeral.form == "plural" or (numeral.form == "few" and high is None):
            approximation = "vague"
        elif numeral.form == "few":
            approximation = "about"
        words = (
            self.approximator_before(body, start, floor)
            if kind not in ("ordinal", "score")
            else None
        )
        if words:
            start, named = words
            if approximation == "exact" or (
                approximation == "vague" and named in ("more_than", "at_least")
            ):
                approximation = named
        elif kind not in ("ordinal", "score", "age") and (more := self._more.match(body, end)):
            text = " ".join((more[1] or more[2] or "plus").lower().split())
            end, approximation = more.end(), _approximation(self._after[text])
        if approximation in _BOUNDS and numeral.form not in ("range", "few", "plural"):
            keep_low, keep_high = _BOUNDS[approximation]
            low, high = (low if keep_low else None), (high if keep_high else None)
        counted = part = None
        inferred = False
        if kind in ("count", "vague", "ordinal"):
            single = kind == "ordinal" or (numeral.low == 1 and numeral.high == 1)
            counted = self._nouns.after(body, end, single=single)
            part = self._nouns.part(body, start, end)
            if counted is None and kind == "count":
                counted = self._nouns.before(body, start)
        return Figure(
            start,
            end,
            body[start:end],
            kind,
            low,
            high,
            approximation,
            unit=unit,
            counted=counted,
            counted_inferred=inferred,
            part=part,
            rule=rule,
        )

    def approximator_before(
        self, body: str, start: int, floor: int
    ) -> tuple[int, Approximation] | None:
        """The approximator right before `start`: where it begins, and what it says."""
        left = max(floor, start - 30)
        window = body[left:start]
        if not window or not window[-1].isspace():
            return None
        begin = len(window)
        words: list[str] = []
        found: tuple[int, Approximation] | None = None
        for _ in range(4):
            stripped = window[:begin].rstrip()
            if not stripped or "\n\n" in window[len(stripped) : begin]:
                break
            space = max(stripped.rfind(" "), stripped.rfind("\n"), stripped.rfind("\u00a0"))
            word = stripped[space + 1 :].lower()
            opening = len(word) - len(word.lstrip("\"“'‘(—-"))
            begin = space + 1
            words.insert(0, word[opening:])
            name = self._approximators.get(" ".join(words))
            if name:
                found = left + begin + opening, _approximation(name)
            elif found and words[0] in self._adverbs and len(words) > 1:
                return left + begin + opening, found[1]
            if opening or (space < 0 and left > floor):
                break
        return found


def _approximation(name: str) -> Approximation:
    return name  # type: ignore[return-value]


def _plainly(text: str) -> str:
    return " ".join(text.lower().split())


_FORMAT = re.compile(
    r"-(?:plus|on|to|by|and|way|up|off|liner)\b|-\w+-(?:one|two|three|four|five)\b"
)
_POSSESSED = re.compile(r"\b(?:his|her|their|my|our|your)\s(?:early\s|mid-?|late\s)?\Z")
_CHANGE = re.compile(
    r"\b(?:rose|rise|risen|rises|fell|fall|fallen|falls|grew|grow|grown|jump\w*|drop\w*|increas\w*|decreas\w*"
    r"|climb\w*|declin\w*|slid\w*|surg\w*|went|up|down|cut|rais\w*|lower\w*|reduc\w*|expand\w*|shr\w+k)\b"
)
_NO_ONE = frozenset(["no", "any", "every", "some", "each", "anyone", "someone", "which"])
_BEFORE_PRONOUN = frozenset(["this", "that", "the", "a", "an", "another", "such"])
_VERB_OF_PRONOUN = frozenset({"has", "is", "can", "could", "must", "should", "would", "may", "might"})
_AFTER_PRONOUN = frozenset(
    [
        "who",
        "that",
        "which",
        "is",
        "was",
        "are",
        "were",
        "has",
        "had",
        "can",
        "could",
        "will",
        "would",
        "may",
        "might",
        "must",
        "should",
        "to",
        "in",
        "on",
        "at",
        "for",
        "with",
        "from",
        "and",
        "or",
        "but",
        "as",
        "if",
        "when",
        "where",
        "because",
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "you",
    ]
)
_COUNTS_BEFORE = frozenset(
    [
        "only",
        "just",
        "least",
        "than",
        "to",
        "of",
        "by",
        "for",
        "about",
        "and",
        "or",
        "but",
        "between",
        "with",
        "including",
        "not",
        "over",
        "one,",
        "every",
    ]
)
_FREE_BEFORE = frozenset(
    [
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "of",
        "by",
        "for",
        "from",
        "to",
        "with",
        "and",
        "or",
        "but",
        "about",
        "around",
        "some",
        "over",
        "under",
        "nearly",
        "almost",
        "only",
        "than",
        "all",
        "least",
        "when",
        "while",
        "if",
        "as",
        "is",
        "was",
        "were",
        "are",
        "has",
        "had",
        "have",
        "said",
        "says",
        "since",
        "until",
        "after",
        "before",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "you",
        "his",
        "her",
    ]
)


@from_lexicon
def figure_reader() -> FigureReader:
    """The reader of figures, made of the lexicon once."""
    return FigureReader()
