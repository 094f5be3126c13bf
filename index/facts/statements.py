"""Who says what: every stretch of words that the article attributes to somebody.

Works on one unit at a time: a sentence, or several that one quotation holds together. In it every
word of saying is looked at; where a subject stands beside it, the words that it governs are a
statement. A quotation without a word of saying goes on with the speaker before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.facts.attributions import Attribution, AttributionFinder
from index.facts.contents import Content, find_contents
from index.facts.items import Row, Unit, read_items, read_units
from index.facts.model import Official, Statement
from index.facts.speakers import Speakers
from index.span import TextSpan


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
    for unit in read_units(body, sentences, furniture):
        if unit.items:
            reader.read(unit)
    return tuple(sorted(reader.statements, key=lambda each: (each.start, each.end)))


class _Reader:
    """Reads the units of one article in order, and remembers who spoke."""

    def __init__(self, body: str, speakers: Speakers) -> None:
        self.statements: list[Statement] = []
        self._body = body
        self._speakers = speakers
        self._finder = AttributionFinder(body, speakers)
        self._latest: Statement | None = None
        """The latest direct statement: a quotation that stands alone goes on with it."""

    def read(self, unit: Unit) -> None:
        """Note the statements of one unit."""
        items = unit.items
        if not any(item.is_word for item in items):
            self._continue(items)
            return
        found = self._finder.find(unit)
        for at in items.quotations:
            start, end = items.start(at), items.end(at)
            if self._speakers.mentions_between(start, end):
                inner = read_items(self._body, start + 1, end - 1)
                for each in self._finder.find_inside(inner):
                    self._state(inner, each, ())
        for index, each in enumerate(found):
            self._state(items, each, found[index + 1 :])
        self._speakers.note_subject(items)

    def _continue(self, items: Row) -> None:
        """A quotation without a word of saying: the speaker before goes on."""
        quotes = items.quotations
        if quotes and self._latest is not None:
            self._latest = replace(
                self._latest,
                start=items.start(quotes[0]),
                end=items.end(quotes[-1]),
                cue=None,
                cue_start=None,
                cue_end=None,
                rule="the quotation goes on",
            )
            self.statements.append(self._latest)

    def _state(self, items: Row, attribution: Attribution, later: Sequence[Attribution]) -> None:
        """Note what one word of saying governs, once for each of its speakers."""
        names = self._speakers.names(items, attribution.subject)
        for content in find_contents(self._body, items, attribution, later):
            for name in names:
                self._add(items, attribution, content, name)

    def _add(
        self, items: Row, attribution: Attribution, content: Content, name: str | None
    ) -> None:
        cue_start, cue_end = items.start(attribution.cue), items.end(attribution.cue)
        first, last = attribution.subject
        apposed = self._speakers.apposed(items.end(last))
        statement = Statement(
            start=content.start,
            end=content.end,
            speaker=name,
            speaker_start=items.start(first),
            speaker_end=apposed[0] if apposed else items.end(last),
            cue=self._body[cue_start:cue_end],
            cue_start=cue_start,
            cue_end=cue_end,
            form=content.form,
            rule=attribution.rule,
        )
        self.statements.append(statement)
        if content.form == "direct":
            self._latest = statement
