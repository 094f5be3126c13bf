"""One report that is open: its words with what is marked in them, and a place in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from index.compare.alignment import paragraphs
from index.compare.model import DISPUTED
from tui.rendering.highlight import hidden_layers, next_shown
from tui.rendering.named import NamedMark, with_names
from tui.rendering.relations import shown_relation
from tui.rendering.words import count, dateline, sentence

if TYPE_CHECKING:
    from index.compare.model import Question
    from index.span import TextSpan
    from tui.desk import Reading

Kind = Literal["figure", "official", "disputed sentence", "match"]
Span = tuple[int, int]


class Report:
    """An article with its marks; the cursor stands at an offset of its body."""

    def __init__(self, reading: Reading, questions: Sequence[Question]) -> None:
        """`questions`: those that the article answers, and other reports too."""
        self.reading = reading
        self.article = reading.article
        self.facts = reading.facts
        self.questions = questions
        self.matches: Sequence[Span] = reading.matches
        """Where the words of the query, or those looked for in it, stand."""
        self.kept: Sequence[TextSpan] = reading.bookmarks
        """The bookmarked passages; see `keep`."""
        self.paragraphs = paragraphs(self.article.body)
        self.shown = "usual"
        """Which marks are said, one of `highlight.SHOWN`."""
        self.cursor = 0
        self.next = 1
        """The number of the paragraph that is to be read next."""
        self._on: Span | None = None
        """The mark that was gone to last."""
        self._sentence_starts = [span.start for span in self.facts.sentences]
        self._paragraph_starts = [span.start for span in self.paragraphs]
        self._named: Sequence[NamedMark] | None = None
        """The marks that are shown, by their places; None where they must be gathered anew."""
        self.disputes = [one for one in questions if shown_relation(one) in DISPUTED]

    # ---- places

    def stand(self, offset: int, on: Span | None = None) -> None:
        """Puts the cursor somewhere, perhaps on a mark."""
        self.cursor, self._on = offset, on
        self.next = self.paragraph(offset)

    def reach(self, first: int, last: int) -> None:
        """A page has been said: the paragraphs from one offset to another."""
        if self.paragraph(self.cursor) != self.paragraph(first):
            self.stand(first)
        self.next = self.paragraph(last) + 1

    def paragraph(self, offset: int) -> int:
        """The number of the paragraph that holds an offset, from 1."""
        return max(1, bisect_right(self._paragraph_starts, offset))

    def sentence(self, offset: int) -> Span:
        """The sentence that holds an offset; in a heading, its paragraph."""
        number = bisect_right(self._sentence_starts, offset) - 1
        if number >= 0 and offset < self.facts.sentences[number].end:
            return self.facts.sentences[number].start, self.facts.sentences[number].end
        whole = self.paragraphs[self.paragraph(offset) - 1]
        return whole.start, whole.end

    def _places(self, kind: Kind) -> list[Span]:
        if kind == "figure":
            return [(one.start, one.end) for one in self.facts.figures]
        if kind == "official":
            return sorted((m.start, m.end) for one in self.facts.officials for m in one.mentions)
        if kind == "match":
            return list(self.matches)
        return sorted({self.sentence(start) for start, _ in self._disputed()})

    def _disputed(self) -> Iterator[Span]:
        """Where the article's own answers to what others answer differently stand."""
        for question in self.disputes:
            for answer in question.answers:
                if answer.article == self.article.id:
                    yield answer.start, answer.end

    def count(self, kind: Kind) -> int:
        """How many there are."""
        return len(self._places(kind))

    def go(self, kind: Kind, direction: int) -> tuple[Span, int] | None:
        """Goes to the next of a kind; it and its number from 1, or None where there is none."""
        places = self._places(kind)
        here = self._on or (self.cursor - (direction > 0), self.cursor)
        ahead = [n for n, one in enumerate(places) if (one > here if direction > 0 else one < here)]
        if not ahead:
            return None
        number = ahead[0] if direction > 0 else ahead[-1]
        self.stand(places[number][0], places[number])
        return places[number], number + 1

    # ---- words

    def words(self, start: int, end: int, marks: Sequence[NamedMark] | None = None) -> str:
        """The words between two offsets on one line, with the marks that are shown, or others."""
        named = self._marks_from(start, end) if marks is None else marks
        inside = [(a - start, b - start, name) for a, b, name in named if start <= a and b <= end]
        return " ".join(with_names(self.article.body[start:end], inside).split())

    def _marks_from(self, start: int, end: int) -> Sequence[NamedMark]:
        """The shown marks that begin between two offsets."""
        if self._named is None:
            self._named = sorted(self._marks(), key=_place)
        first = bisect_left(self._named, start, key=_place)
        return self._named[first : bisect_left(self._named, end, first, key=_place)]

    def _marks(self) -> list[NamedMark]:
        """What is to be named; of marks at one place, that which matters most first."""
        hidden = hidden_layers(self.shown)
        marks: list[NamedMark] = []
        if "disputed" not in hidden:
            marks += [(a, b, "disputed") for a, b in self._disputed()]
        if "figure" not in hidden:
            marks += [(a, b, "figure") for a, b in self._places("figure")]
        if "official" not in hidden:
            marks += [(a, b, "official") for a, b in self._places("official")]
        if "statement" not in hidden:
            marks += [
                (one.start, one.end, f"statement of {one.speaker or 'somebody'}")
                for one in self.facts.statements
            ]
        if "watch" not in hidden:
            marks += [(a, b, "watched") for a, b in self.reading.watched]
        marks += [(span.start, span.end, "bookmark") for span in self.kept]
        return marks

    def next_marks(self) -> str:
        """Says other marks than before; which of `highlight.SHOWN` they are."""
        self.shown, self._named = next_shown(self.shown), None
        return self.shown

    def keep(self, bookmarks: Sequence[TextSpan]) -> None:
        """Other passages than before are bookmarked."""
        self.kept, self._named = bookmarks, None

    def summary(self) -> str:
        """Title, outlet and day, and how much of what there is."""
        parts = [
            count(len(self.paragraphs), "paragraph"),
            count(len(self.facts.figures), "figure"),
            count(len(self.facts.officials), "official"),
            f"{count(self.count('disputed sentence'), 'sentence')} answered differently elsewhere",
        ]
        if self.kept:
            parts.append(count(len(self.kept), "bookmark"))
        known = ", ".join(dateline(self.article))
        return f"{sentence(self.article.title)} {known}. {', '.join(parts)}."


def _place(mark: NamedMark) -> int:
    return mark[0]
