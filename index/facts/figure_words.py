"""The words and regular expressions of figures, made of the lexicon once."""

from __future__ import annotations

import re

from index.facts.lexicons import alternatives, from_lexicon, table
from index.facts.numerals import GAP, first_letters

AGED = frozenset(["year", "month", "week", "day", "years", "months", "weeks", "days"])
"""Words after the number of an age."""
CURRENCY_SIGNS = "$£€¥₩₹₽₪₺₴₦₫฿₱"


class FigureWords:
    """The tables that rules look words up in, and the patterns made of them."""

    def __init__(self) -> None:
        numbers, money, units = table("numbers"), table("currencies"), table("units")
        self.approximators: dict[str, str] = numbers["approximators"]
        self.approximator_ends = frozenset(phrase.split()[-1] for phrase in self.approximators)
        self.approximator_tails = frozenset(
            " ".join(phrase.split()[place:])
            for phrase in self.approximators
            for place in range(len(phrase.split()))
        )
        self.phrasal = frozenset(numbers["phrasal"]["before_over"])
        self.adverbs = frozenset(numbers["adverbs"]["words"])
        self.after: dict[str, str] = numbers["approximators_after"]
        self.symbols: dict[str, str] = money["symbols"]
        self.codes = frozenset(money["codes"]["words"])
        self.symbol_ends = frozenset(symbol[-1] for symbol in (*self.symbols, *self.codes))
        self.money: dict[str, str] = {**money["words"], **{code: code for code in self.codes}}
        self.weights = frozenset(money["weights"]["words"])
        self.honours = frozenset(money["honours"]["words"])
        self.paying = frozenset(money["letters"]["before"])
        self.hundredths = frozenset(money["hundredths"]["words"])
        shouted = {word.upper(): name for word, name in units["units"].items() if len(word) > 3}
        self.units: dict[str, str] = {**units["units"], **shouted}
        self.units_before: dict[str, str] = units["before"]
        self.unit_links = frozenset(units["before_links"]["words"])
        self.percent: dict[str, str] = units["percent"]
        self.half_joined = frozenset(numbers["halves"]["joined"])
        self.half_things = frozenset(numbers["halves"]["things"])
        self.ordinals: dict[str, float] = numbers["ordinals"]
        self.tens: dict[str, float] = numbers["tens"]
        self.named_before = frozenset(numbers["names"]["before"])
        self.named_after = frozenset(numbers["names"]["after"])
        self.weekdays = frozenset(day.lower() for day in table("calendar")["weekdays"])
        self.one = {name: frozenset(words) for name, words in numbers["one"].items()}
        self.adverbial = frozenset(numbers["adverbial_ordinals"]["before"])
        self.ordinal_joined = frozenset(numbers["adverbial_ordinals"]["joined"])
        self.adverbial_after = frozenset(numbers["adverbial_ordinals"]["after"])
        self._compile()
        self._compile_context()
        dimensions = units["dimensions"]["words"]
        measured = {_first_word(word) for word in (*self.units, *dimensions)}
        paid = {_first_word(word) for word in self.money}
        self.follows = measured | paid | {word.split()[0] for word in self.percent}
        """First words of what may follow a number and belong to it, in lower case."""
        joints = ("to", "or", "and", "in", "out")
        self.leads = first_letters([*self.follows, *AGED, *joints])
        """The letters that begin the words after a number which make it more than a plain count."""

    def _compile(self) -> None:
        """What stands right before or after a number and belongs to the figure."""
        symbols = f"{alternatives(self.symbols)}|{alternatives(self.codes)}"
        self.symbol = re.compile(rf"(?:{symbols}){GAP}?(?=[\d.])")
        self.percent_after = re.compile(
            rf"(?i:{GAP}?-?(?P<unit>{alternatives(self.percent)})(?!\w))"
        )
        self.money_after = re.compile(
            rf"(?:{GAP}of)?(?:{GAP}|-)(?P<unit>{alternatives(self.money)})(?!\w)"
        )
        dimension = alternatives(table("units")["dimensions"]["words"])
        self.unit_after = re.compile(
            rf"(?P<join>{GAP}|-|)(?:(?P<dimension>{dimension})[\s-])?"
            rf"(?P<unit>{alternatives(self.units)})(?![\w/])"
        )
        self.age_after = re.compile(
            rf"(?i:(?:-|{GAP})(?P<unit>year|month|week|day)s?(?:-|{GAP})olds?(?!\w))"
        )
        self.ordinal_after = re.compile(r"(?:st|nd|rd|th)(?!\w)")
        self.range = re.compile(
            rf"{GAP}?[-–—]{GAP}?(?=[{CURRENCY_SIGNS}]?\d)|{GAP}(?P<word>to|or|and){GAP}"
        )
        self.ratio = re.compile(rf"(?:{GAP}(?:in|out{GAP}of){GAP}(?:every{GAP})?|-in-)(?=[\d\w])")
        self.not_in_ratio = re.compile(
            rf"(?:{GAP}|-)(?:{alternatives(table('calendar')['units'])})(?!\w)|[,.:/-]?\d|%"
        )
        self.more = re.compile(
            rf"{GAP}(?P<words>or{GAP}(?:more|so|less|fewer))\b|-(?P<joined>plus|odd)\b|(?P<sign>\+)"
        )
        vague = table("numbers")["vague"]
        sizes, measures = alternatives(vague["sizes"]), alternatives(vague["measures"])
        alone = alternatives(vague["alone"])
        self.vague = re.compile(
            rf"(?i:(?:an?{GAP})?(?:(?:very|relatively){GAP})?"
            rf"(?:(?:{sizes}),?{GAP}){{1,2}}(?:{measures})(?!\w)"
            rf"|an?{GAP}(?:{alone})(?={GAP}of\b(?!{GAP}\d))"
            rf"|some(?={GAP}of{GAP}(?:these|those|them|whom|which)\b))"
        )
        self.ordinal = re.compile(
            rf"(?i:(?:(?:{alternatives(self.tens)})-)?(?P<word>{alternatives(self.ordinals)}))"
            r"(?![\w’'])"
        )

    def _compile_context(self) -> None:
        """What decides whether digits are a figure at all, and of which kind."""
        numbers, ages = table("numbers"), table("numbers")["ages"]
        self.age_before = re.compile(
            r"(?:(?P<word>\b(?:[Aa]ge[sd]?(?:\sof)?|died? at|dies at|turn(?:s|ed|ing)?"
            r"|older than|younger than|in age from)\s"
            r"|\bage[sd]\s(?:of\s|between\s)?\d{1,3}\s(?:and|to|or)\s"
            r"|\bage[sd]\s\d\d?,\s\d[\d, ]{0,16}\s(?:and|or)\s)"
            r"|(?P<listed>\b[Aa]ge[sd]\s\d[\d, ]{1,20})"
            r"|(?P<be>\b(?:who|[Ss]?[Hh]e|I)\s?(?:is|was|am|['’]s|['’]m)\s)"
            rf"|(?P<name>(?:[A-Z][\w’'.-]{{0,20}}|\b(?:{alternatives(ages['persons'])})),\s(?:is\s)?"
            rf"|\b(?:{alternatives(ages['persons'])})\sis\s)"
            rf"|(?P<of>\b[Aa]n?\s(?:[\w-]+\s)?(?:{alternatives(ages['of_age'])})\sof\s))\Z"
        )
        self.behind_age = re.compile(
            r"[,.;)]|\Z|\s(?:who|was|is|has|had|from|and|died|whose|\w+ed)\b"
        )
        self.age_ends = frozenset(numbers["ages"]["before"])
        self.tens_of_years = re.compile(r"([2-9]0)['’]?s(?!\w)")
        self.possessed = re.compile(r"\b(?:his|her|their|my|our|your)\s(?:early\s|mid-?|late\s)?\Z")
        self.score = re.compile(
            r"(\d{1,3})[-–](\d{1,3})(?:[-–](\d{1,3}))?(?![\d,.%-]*\d|\w|%)"
            r"|(\d{1,3})\sto\s(\d{1,3})(?![\d,.%-]*\d|\w|%|\sp)"
        )
        self.score_word = re.compile(rf"\b(?:{alternatives(numbers['scores']['words'])})\b")
        self.listed_score = re.compile(r",?\s\(?\d{1,2}-\d")
        self.change = re.compile(rf"\b(?:{alternatives(numbers['changes']['words'])})\b")


def _first_word(phrase: str) -> str:
    """The first word of a phrase, in small letters: "kilowatt" of "kilowatt-hours"."""
    return phrase.replace("-", " ").split()[0].rstrip(".").lower()


@from_lexicon
def figure_words() -> FigureWords:
    """The words of figures, read and compiled once."""
    return FigureWords()
