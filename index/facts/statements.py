"""Who says what: every stretch of words that the article attributes to somebody.

Works on one unit at a time: a sentence, or several that one quotation holds together. In it every
word of saying is looked at; where a subject stands beside it, the words that it governs are a
statement. A quotation without a word of saying goes on with the speaker before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.facts.attributions import Attribution, AttributionFinder
from index.facts.contents import Content, find_contents, is_clause
from index.facts.items import QUOTE, Row, Unit, read_items, read_units
from index.facts.model import Official, Statement
from index.facts.speakers import Speakers
from index.span import TextSpan

_LONGEST_POST = 1000
"""Characters from the beginning of a post to its last sentence."""
_LONGEST_AUTHOR = 60
"""Characters of a name before "(@handle)"."""


def find_statements(
    body: str,
    sentences: Sequence[TextSpan],
    officials: Sequence[Official],
    furniture: Sequence[TextSpan],
    people: Sequence[Official],
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
        self._announced: Statement | None = None
        """Who said what the next paragraph holds, without the words."""
        self._read_until = 0
        """Where a paragraph ends that is taken as a whole."""

    def read(self, unit: Unit) -> None:
        """Note the statements of one unit."""
        items = unit.items
        if items.start(0) < self._read_until:
            return
        if self._announced is not None:
            announced, self._announced = self._announced, None
            if unit.opens_paragraph and items[0].low != QUOTE:
                self._take_paragraph(announced, items.start(0))
                return
        if not any(item.is_word for item in items):
            self._continue(items)
            return
        self._read_post(items)
        found = self._finder.find(unit)
        for at in items.quotations:
            start, end = items.start(at), items.end(at)
            if self._speakers.mentions_between(start, end):
                inner = read_items(self._body, start + 1, end - 1)
                for each in self._finder.find_inside(inner):
                    self._state(inner, each, ())
        for index, each in enumerate(found):
            self._state(items, each, found[index + 1 :])
        if found and items[-1].low == ":":
            self._announce(items, found[-1])
        self._speakers.note_subject(items)

    def _announce(self, items: Row, attribution: Attribution) -> None:
        """Keep in mind who speaks in the next paragraph: "The governor added:"."""
        if any(items[at].is_word for at in range(attribution.last + 2, len(items))):
            return
        name = self._speakers.names(items, attribution.subject)[0]
        end = items.end(-1)
        self._announced = self._statement(items, attribution, Content(end, end, "direct"), name)
        self._latest = self._announced

    def _take_paragraph(self, announced: Statement, start: int) -> None:
        """A whole paragraph, without quotation marks, that the one before announced."""
        end = self._body.find("\n", start)
        end = len(self._body) if end < 0 else end
        text = self._body[start:end].rstrip()
        self._latest = replace(announced, start=start, end=start + len(text))
        self.statements.append(self._latest)
        self._read_until = end

    def _read_post(self, items: Row) -> None:
        """Reads a post with its author under it: "Thank you. — Ann Carter (@anncarter) May 3"."""
        at = self._body.find("(@", items.start(0), items.end(-1))
        if at < 0:
            return
        dash = max(self._body.rfind(sign, items.start(0), at) for sign in "—–-")
        first = items.start(0)
        low = max(0, first - _LONGEST_POST)
        start = self._body.rfind("\n", low, first) + 1 or (first if low else 0)
        text = self._body[start : max(start, dash)].rstrip()
        author = self._body[dash + 1 : at].strip()
        if dash < 0 or not text or not author or len(author) > _LONGEST_AUTHOR:
            return
        named = self._body.index(author, dash)
        name = self._speakers.resolve(named, named + len(author)) or author
        self.statements.append(
            Statement(
                start=start,
                end=start + len(text),
                speaker=name,
                speaker_start=named,
                speaker_end=named + len(author),
                cue=self._body[dash],
                cue_start=dash,
                cue_end=dash + 1,
                form="direct",
                rule="post with its author under it",
            )
        )

    def _continue(self, items: Row) -> None:
        """A quotation without a word of saying: the speaker before goes on."""
        quotes = items.quotations
        # A shorter one, without a full stop, is a heading: 'Not a swap'.
        said = any(is_clause(self._body, items, at) for at in quotes)
        if said and self._latest is not None:
            self._latest = replace(
                self._latest,
                start=items.start(quotes[0]),
                end=items.end(quotes[-1]),
                cue=None,
                cue_start=None,
                cue_end=None,
                form="direct",
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
        statement = self._statement(items, attribution, content, name)
        self.statements.append(statement)
        if content.form == "direct" or name is not None:
            self._latest = statement

    def _statement(
        self, items: Row, attribution: Attribution, content: Content, name: str | None
    ) -> Statement:
        cue_start, cue_end = items.start(attribution.cue), items.end(attribution.cue)
        first, last = attribution.subject
        apposed = self._speakers.apposed(items.end(last))
        return Statement(
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
