"""Who says what: every stretch of words that the article attributes to somebody.

Works on one unit at a time: a sentence, or several that one quotation holds together. In it every
word of saying is looked at; where a subject stands beside it, the words that it governs are a
statement. A quotation without a word of saying goes on with the speaker before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from index.facts.clauses import (
    QUOTE,
    Item,
    grammar,
    is_plural,
    read_items,
    subject_after,
    subject_before,
)
from index.facts.cues import Cue, cues
from index.facts.model import Official, Statement, StatementForm
from index.facts.quotations import Quotation, find_quotations
from index.facts.speakers import Speakers
from index.span import TextSpan

_SHARED = "shares the subject before"
_DASHES = frozenset("—–―-")
_MOST_SIGNATURE_WORDS = 8
_MOST_LABEL_WORDS = 4
_SHORTEST_CLAUSE = 4
"""Words that a quotation must have to count as a clause and not as a fragment."""


class Unit(NamedTuple):
    """One sentence, or several that a quotation joins."""

    start: int
    end: int
    items: list[Item]
    opens_paragraph: bool


@dataclass(slots=True)
class _Found:
    """One word of saying with its subject."""

    cue: int
    """Item of the verb."""
    first: int
    """First item of the group of subject and verb."""
    last: int
    """Last item of that group."""
    subject: tuple[int, int] | None
    name: str | None
    kind: str
    rule: str


def find_statements(
    body: str,
    sentences: Sequence[TextSpan],
    officials: Sequence[Official],
    furniture: Sequence[TextSpan],
    people: Sequence[Official] = (),
) -> tuple[Statement, ...]:
    """The statements of an article, in order.

    `people` are those whom the article names and who are no officials: they speak too.
    """
    reader = _Reader(body, Speakers(body, officials, people))
    for unit in _units(body, sentences, furniture):
        reader.read(unit)
    return tuple(sorted(reader.statements, key=lambda each: (each.start, each.end)))


def _units(
    body: str, sentences: Sequence[TextSpan], furniture: Sequence[TextSpan]
) -> Iterator[Unit]:
    """The sentences outside the furniture, joined where a quotation spans them."""
    blocked = [span.start for span in furniture]
    for paragraph in _paragraphs(body, sentences):
        start = paragraph[0].start
        at = bisect_left(blocked, start + 1) - 1
        if at >= 0 and start < furniture[at].end:
            continue
        quotations = find_quotations(body, TextSpan(start, paragraph[-1].end))
        yield from _joined(body, paragraph, quotations)


def _paragraphs(body: str, sentences: Sequence[TextSpan]) -> Iterator[list[TextSpan]]:
    paragraph: list[TextSpan] = []
    for sentence in sentences:
        if paragraph and "\n" in body[paragraph[-1].end : sentence.start]:
            yield paragraph
            paragraph = []
        paragraph.append(sentence)
    if paragraph:
        yield paragraph


def _joined(body: str, paragraph: list[TextSpan], quotations: list[Quotation]) -> Iterator[Unit]:
    inside: list[Quotation] = []
    start = paragraph[0].start
    rest = iter(quotations)
    following = next(rest, None)
    for sentence in paragraph:
        while following is not None and following.start < sentence.end:
            inside.append(following)
            following = next(rest, None)
        if inside and inside[-1].end > sentence.end:
            continue
        yield Unit(
            start,
            sentence.end,
            read_items(body, start, sentence.end, inside),
            start == paragraph[0].start,
        )
        inside = []
        start = sentence.end
        while start < paragraph[-1].end and body[start].isspace():
            start += 1


class _Reader:
    """Reads the units of one article in order, and remembers who spoke."""

    def __init__(self, body: str, speakers: Speakers) -> None:
        self.statements: list[Statement] = []
        self._body = body
        self._speakers = speakers
        self._previous: Statement | None = None
        """The last direct statement: a quotation that stands alone goes on with it."""

    def read(self, unit: Unit) -> None:
        items = unit.items
        if not items:
            return
        if all(item.low == QUOTE or not item.low[0].isalnum() for item in items):
            self._continue(unit)
            return
        found = self._find(unit)
        self._read_inside(unit)
        for index, each in enumerate(found):
            self._state(unit, each, self._next_clause(items, each, found[index + 1 :]))
        self._remember_subject(unit, found)

    def _read_inside(self, unit: Unit) -> None:
        """What a quotation itself attributes to somebody by name: "as you heard Austin say"."""
        for item in unit.items:
            if item.low != QUOTE or not self._speakers.mentions_between(item.start, item.end):
                continue
            inner = Unit(
                item.start,
                item.end,
                read_items(self._body, item.start + 1, item.end - 1, ()),
                False,
            )
            for index, word in enumerate(inner.items):
                cue = cues().forms.get(word.low)
                if cue is None or cue.kind != "speech" or word.capital:
                    continue
                subject = subject_before(inner.items, index)
                if subject is None:
                    continue
                last = inner.items[subject[1]]
                if not self._speakers.mentions_between(last.start, last.end):
                    continue
                name = self._name(inner.items, subject, index)
                rule = "attributed inside a quotation"
                each = _Found(index, subject[0], index, subject, name, "speech", rule)
                self._state(inner, each, len(inner.items))

    def _continue(self, unit: Unit) -> None:
        """A quotation without a word of saying: the speaker before goes on."""
        quotes = [item for item in unit.items if item.low == QUOTE]
        if not quotes or self._previous is None:
            return
        before = self._previous
        self._previous = Statement(
            quotes[0].start,
            quotes[-1].end,
            before.speaker,
            before.speaker_start,
            before.speaker_end,
            None,
            None,
            None,
            "direct",
            "the quotation goes on",
        )
        self.statements.append(self._previous)

    def _find(self, unit: Unit) -> list[_Found]:
        """Every word of saying in the unit that has a subject."""
        forms, items = cues().forms, unit.items
        found: list[_Found] = []
        signed = self._signature(items) or self._label(unit)
        if signed is not None:
            return [signed]
        for index, item in enumerate(items):
            if item.low == "according" and index + 2 < len(items) and items[index + 1].low == "to":
                each = self._source(items, index)
            else:
                cue = forms.get(item.low)
                if cue and item.capital and index and cue.verb == "state":
                    cue = None  # "the United States"
                each = self._verb(unit, index, cue, found) if cue else None
            if each is not None:
                found.append(each)
        return found

    def _signature(self, items: list[Item]) -> _Found | None:
        """A quotation with its speaker under it: "“...” ― Jorge Falcon"."""
        if len(items) < 3 or items[0].low != QUOTE or items[1].low not in _DASHES:
            return None
        first = 2
        while first < len(items) and items[first].low in _DASHES:
            first += 1
        last = len(items) - 1
        while last > first and not items[last].low[0].isalnum():
            last -= 1
        short = last - first < _MOST_SIGNATURE_WORDS
        if not short or not all(
            item.capital or item.low == "." for item in items[first : last + 1]
        ):
            return None
        subject = (first, last)
        name = self._name(items, subject, 1)
        return _Found(1, 1, last, subject, name, "source", "quotation with its speaker under it")

    def _label(self, unit: Unit) -> _Found | None:
        """A transcript's line or a headline that begins with its speaker: "WALLACE: ..."."""
        items = unit.items
        first = 0 if items[0].low[0].isalnum() else 1
        last = first
        while last < min(len(items), first + _MOST_LABEL_WORDS) and items[last].capital:
            last += 1
        if not unit.opens_paragraph or first == last or last + 1 >= len(items):
            return None
        if items[last].low != ":":
            return None
        words = self._body[items[first].start : items[last - 1].end]
        known = self._speakers.mentions_between(items[first].start, items[last].start)
        if not known and not (words.isupper() and len(words) > 2):
            return None
        subject = (first, last - 1)
        name = self._name(items, subject, last)
        return _Found(last, first, last, subject, name, "source", "speaker with a colon")

    def _source(self, items: list[Item], index: int) -> _Found | None:
        """ "according to X"."""
        subject = subject_after(items, index + 2)
        if subject is None:
            return None
        name = self._name(items, subject, index)
        return _Found(index, index, subject[1], subject, name, "source", "according to")

    def _verb(self, unit: Unit, index: int, cue: Cue, found: list[_Found]) -> _Found | None:
        items, known = unit.items, grammar()
        following = items[index + 1].low if index + 1 < len(items) else ""
        if not cue.alone and not self._has_complement(items, index, cue):
            return None
        if cue.kind == "thought" and not self._governs_clause(items, index):
            return None
        between, first = cues().between, index
        passive = False
        while first > 0 and (
            items[first - 1].low in between or items[first - 1].low.endswith("ly")
        ):
            first -= 1
            passive = passive or items[first].low in known.copulas
        if cue.form == "gerund":
            return self._gerund(unit, index, first, passive, found)
        if passive or (cue.form in {"past", "participle"} and _has_agent(items, index)):
            return self._agent(items, index)
        if cue.kind == "thought" and cue.form == "past" and following == "to":
            if cue.verb in {"believe", "consider", "expect", "fear", "know", "think", "understand"}:
                return None  # "a development feared to escalate the war"
        before = items[first - 1] if first else None
        inverts = cue.kind == "speech" and cue.verb != "tell"
        if inverts and (before is None or before.low in {QUOTE, ","}):
            inverted = self._inverted(unit, index, before)
            if inverted is not None:
                return inverted
        if before is None or before.low == QUOTE:
            return None
        if before.low in {"and", "but", "or"} and cue.form != "plain":
            return self._shared(unit, index, first, found)
        subject = subject_before(items, first)
        if subject is None or not _agrees(items, subject, index, cue, following):
            return None
        name = self._name(items, subject, index)
        rule = "subject and word of saying"
        return _Found(index, subject[0], index, subject, name, cue.kind, rule)

    def _has_complement(self, items: list[Item], index: int, cue: Cue) -> bool:
        reach = 6 if cue.kind == "act" else 1
        return any(item.low in cue.follow for item in items[index + 1 : index + 1 + reach])

    def _governs_clause(self, items: list[Item], index: int) -> bool:
        """Whether a clause or infinitive follows a word of thinking."""
        known = grammar()
        if index + 1 >= len(items):
            return False
        low = items[index + 1].low
        return (
            low in known.pronouns
            or low in known.determiners
            or low in {"to", "that", "if", "whether", QUOTE, "about", "how", "what", "why"}
            or items[index + 1].capital
        )

    def _gerund(
        self, unit: Unit, index: int, first: int, progressive: bool, found: list[_Found]
    ) -> _Found | None:
        """ "..., adding that": the subject is the sentence's; "is calling for" has its own."""
        items = unit.items
        if progressive:
            subject = subject_before(items, first)
            if subject is None:
                return None
            name = self._name(items, subject, index)
            rule = "subject and word of saying"
            return _Found(index, subject[0], index, subject, name, "speech", rule)
        before = items[first - 1].low if first else ""
        if before not in {",", QUOTE, "while", "and", "—", "–"}:
            return None
        return self._shared(unit, index, first, found)

    def _shared(self, unit: Unit, index: int, first: int, found: list[_Found]) -> _Found | None:
        """A further verb of the same subject."""
        subject: tuple[int, int] | None = None
        name = None
        for each in reversed(found):
            if each.subject is not None and each.kind != "source":
                subject, name = each.subject, each.name
                break
        if subject is None:
            subject = self._main_subject(unit)
            if subject is None:
                return None
            name = self._name(unit.items, subject, index)
        return _Found(index, first, index, subject, name, "speech", _SHARED)

    def _agent(self, items: list[Item], index: int) -> _Found | None:
        """ "was criticized by X"."""
        for at in range(index + 1, min(index + 4, len(items))):
            if items[at].low == "by":
                subject = subject_after(items, at + 1)
                if subject is None:
                    return None
                name = self._name(items, subject, index)
                return _Found(index, index, subject[1], subject, name, "stance", "passive with by")
        return None

    def _inverted(self, unit: Unit, index: int, before: Item | None) -> _Found | None:
        """ "said Ryder" after a quotation or a clause."""
        subject = subject_after(unit.items, index + 1)
        if subject is None:
            return None
        if before is None:
            return None
        if before.low == "," and not self._closes_sentence(unit.items, subject):
            return None
        name = self._name(unit.items, subject, index)
        rule = "word of saying before its subject"
        return _Found(index, index, subject[1], subject, name, "speech", rule)

    def _closes_sentence(self, items: list[Item], subject: tuple[int, int]) -> bool:
        """Whether "..., said X" ends here, so that X is not what was said."""
        first, last = subject
        if last + 1 < len(items) and items[last + 1].low not in {",", ".", "who", "—", ";"}:
            return False
        return items[last].capital or last - first < 2

    def _main_subject(self, unit: Unit) -> tuple[int, int] | None:
        """The subject of the sentence: the first noun phrase that is not part of something."""
        known, items = grammar(), unit.items
        index = 0
        if items[0].low in known.prepositions | {"asked", "speaking", "when", "after", "while"}:
            while index < len(items) and items[index].low != ",":
                index += 1
            index += 1
        while index < len(items):
            low = items[index].low
            if low in {"he", "she", "they", "it", "we"}:
                return index, index
            if items[index].capital or low in known.determiners:
                return subject_after(items, index)
            index += 1
        return None

    def _name(self, items: list[Item], subject: tuple[int, int], verb: int) -> str | None:
        first, last = subject
        word = items[first].low
        if first == last and word in {"who", "which", "that"} and first > 0:
            at = first - 1 if items[first - 1].low != "," else first - 2
            before = subject_before(items, at + 1) if at >= 0 else None
            if before is None:
                return None
            return self._speakers.resolve(items[before[0]].start, items[before[1]].end)
        if first == last and word in grammar().pronouns:
            return self._speakers.pronoun(word, self._nearby(items, first))
        return self._speakers.resolve(items[first].start, items[last].end)

    def _nearby(self, items: list[Item], index: int) -> list[str]:
        """People of the same sentence whom a pronoun at `index` may mean, the likeliest last."""
        likely, others = [], []
        subordinate = False
        for at in range(index - 1, -1, -1):
            item = items[at]
            subordinate = subordinate or item.low in grammar().joints
            if item.low == QUOTE:
                continue
            for start, end, name in self._speakers.mentions_between(item.start, item.end):
                possessive = self._body[end : end + 2] in {"'s", "’s"}
                before = items[at - 1].low if at else ""
                if possessive or before in grammar().prepositions:
                    others.append(name)
                else:
                    likely.append(name)
        near = likely or (others if subordinate else [])
        return near[::-1]

    def _remember_subject(self, unit: Unit, found: list[_Found]) -> None:
        items = unit.items
        for index, item in enumerate(items):
            if item.low == QUOTE:
                continue
            before = items[index - 1].low if index else ""
            if before in grammar().prepositions:
                continue
            for _, end, name in self._speakers.mentions_between(item.start, item.end):
                if self._body[end : end + 2] not in {"'s", "’s"}:
                    self._speakers.note_subject(name)
                    return

    def _next_clause(self, items: list[Item], each: _Found, later: list[_Found]) -> int:
        """Where the next word of saying begins that stands beside this one, and not inside it."""
        for other in later:
            if other.first <= each.last:
                continue
            before = items[other.first - 1].low
            beside = before in {",", ";", QUOTE, "and", "but", "while", "—", "–"}
            if (
                beside
                or other.rule == _SHARED
                or before == "as"
                and items[other.first - 2].low == ","
            ):
                return other.first
        return len(items)

    def _state(self, unit: Unit, each: _Found, limit: int) -> None:
        """Makes the statements of one word of saying; its words end before the item `limit`."""
        items = unit.items
        right = _trim(items, each.last + 1, limit)
        left = _trim(items, 0, each.first)
        left_quote = _full_quote_at_end(items, left)
        right_quotes = [i for i in range(*right) if items[i].low == QUOTE]
        if left_quote is not None:
            self._add(items, each, items[left_quote].start, items[left_quote].end, "direct")
            for index in right_quotes:
                if _is_clause(self._body, items[index]):
                    self._add(items, each, items[index].start, items[index].end, "direct")
            return
        if right_quotes and self._only_quotes(items, right, right_quotes):
            first, last = items[right_quotes[0]], items[right_quotes[-1]]
            self._add(items, each, first.start, last.end, "direct")
            return
        after = _content_after(items, right)
        if after is not None:
            quoted = any(items[i].low == QUOTE for i in range(*after))
            form: StatementForm = "mixed" if quoted else "indirect"
            self._add(items, each, items[after[0]].start, items[after[1] - 1].end, form)
        elif left[1] > left[0] and not self._taken(items[left[0]].start):
            quoted = any(items[i].low == QUOTE for i in range(*left))
            form = "mixed" if quoted else "indirect"
            self._add(items, each, items[left[0]].start, items[left[1] - 1].end, form)
        else:
            self._add(items, each, items[each.first].start, items[each.last].end, "indirect")

    def _taken(self, start: int) -> bool:
        return bool(self.statements) and self.statements[-1].start == start

    def _only_quotes(self, items: list[Item], right: tuple[int, int], quotes: list[int]) -> bool:
        """Whether the words right of the verb are a quotation and what introduces it."""
        if not _is_clause(self._body, items[quotes[0]]):
            return False
        outside = sum(1 for i in range(quotes[0], right[1]) if items[i].low[0].isalnum())
        before = range(right[0], quotes[0])
        opened = quotes[0] == right[0] or items[quotes[0] - 1].low in {",", ":"}
        return outside == 0 and (opened or all(items[i].low != "that" for i in before)) and opened

    def _add(
        self, items: list[Item], each: _Found, start: int, end: int, form: StatementForm
    ) -> None:
        for name in self._names(items, each):
            self._add_one(items, each, start, end, form, name)

    def _names(self, items: list[Item], each: _Found) -> list[str | None]:
        """Everybody who says it: two statements for "Russia and North Korea have denied"."""
        subject = each.subject
        if subject is None:
            return [each.name]
        first, last = subject
        joints = [at for at in range(first, last) if items[at].low in {"and", ","}]
        small = {items[at].low for at in range(first, last)}
        if not joints or each.name is None or small & grammar().prepositions:
            return [each.name]
        edges = [first - 1, *joints, last + 1]
        names = [
            self._speakers.resolve(items[left + 1].start, items[right - 1].end)
            for left, right in zip(edges, edges[1:], strict=False)
            if right - left > 1
        ]
        named: list[str | None] = [name for name in names if name is not None]
        return named if len(named) > 1 else [each.name]

    def _add_one(
        self,
        items: list[Item],
        each: _Found,
        start: int,
        end: int,
        form: StatementForm,
        name: str | None,
    ) -> None:
        subject = each.subject
        statement = Statement(
            start,
            end,
            name,
            items[subject[0]].start if subject else None,
            items[subject[1]].end if subject else None,
            self._body[items[each.cue].start : items[each.cue].end],
            items[each.cue].start,
            items[each.cue].end,
            form,
            each.rule,
        )
        self.statements.append(statement)
        if form == "direct":
            self._previous = statement


def _has_agent(items: list[Item], index: int) -> bool:
    """Whether "by X" follows, and not "by doing"."""
    following = [item.low for item in items[index + 1 : index + 3]]
    return following[:1] == ["by"] and not following[-1].endswith("ing")


def _agrees(
    items: list[Item], subject: tuple[int, int], index: int, cue: Cue, following: str
) -> bool:
    """Whether subject and verb agree in number, where the form could be a noun as well."""
    known = grammar()
    last = items[subject[1]]
    if last.low in cues().forms and not last.capital and subject[0] != subject[1]:
        return False
    if cue.form == "plain":
        if items[subject[0]].low in {"a", "an", "this", "that", "each", "every", "he", "she", "it"}:
            return items[index - 1].low in known.auxiliaries | {"not"}
        plural = last.low in {"they", "we", "i", "you", "who", "many", "some", "others", "most"}
        joined = any(items[i].low == "and" for i in range(*subject))
        return (
            plural
            or joined
            or is_plural(last.low)
            or items[index - 1].low in known.auxiliaries | {"not"}
        )
    if cue.form == "third" and cue.verb != "say":
        if last.low in {"few", "many", "some", "both", "several", "they", "we", "i", "you", "most"}:
            return False
        opening = items[subject[0]]
        if not (last.capital or opening.low in known.determiners | known.pronouns):
            return False
        return following not in known.copulas | {"of", "about", "by", "from", "and", "has", "have"}
    return True


def _trim(items: list[Item], first: int, last: int) -> tuple[int, int]:
    """The range without marks at its ends, quotations left in."""
    while first < last and not (
        items[first].low[0].isalnum() or items[first].low in {QUOTE, ":", "("}
    ):
        first += 1
    while last > first and not (
        items[last - 1].low[0].isalnum() or items[last - 1].low in {QUOTE, ")"}
    ):
        last -= 1
    return first, last


def _full_quote_at_end(items: list[Item], left: tuple[int, int]) -> int | None:
    """The quotation that ends right before subject and verb, if it is a clause of its own."""
    if left[1] <= left[0]:
        return None
    last = left[1] - 1
    return last if items[last].low == QUOTE else None


def _is_clause(body: str, item: Item) -> bool:
    """Whether a quotation is more than a fragment."""
    words = body[item.start : item.end].split()
    return len(words) >= _SHORTEST_CLAUSE or body[item.end - 2 : item.end - 1] in {
        ".",
        "!",
        "?",
        ",",
    }


def _content_after(items: list[Item], right: tuple[int, int]) -> tuple[int, int] | None:
    """What follows the verb, if it says something beyond the time and place of saying it."""
    first, last = right
    words = [i for i in range(first, last) if items[i].low[0].isalnum() or items[i].low == QUOTE]
    if not words:
        return None
    low = items[first].low
    if low in grammar().days and len(words) <= 3:
        return None
    if low in {"in", "on", "at", "during", "after"} and not any(
        items[i].low in {"that", QUOTE, ":"} for i in words
    ):
        return None
    return first, last
