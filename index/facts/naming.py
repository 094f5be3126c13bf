"""Where the text names somebody: runs of capitalised words, read with the titles beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from index.facts.headlines import headlines
from index.facts.kinds import Kind, kinds
from index.facts.lexicons import from_lexicon
from index.facts.name_shapes import shapes, split_run
from index.facts.names import find_runs
from index.facts.title import Title
from index.facts.title_words import CLOSING
from index.facts.titles import TitleReader
from index.facts.vocabulary import vocabulary
from index.facts.words import SPACES, Remembered, last_word, plain
from index.span import TextSpan

_LONGEST_TITLE_WORD = 20


_LONGEST_RELATIVE = 16


_LONGEST_HONORIFIC = 10


_JOINTS = frozenset({" and ", ", ", ", and "})


_NOBODY = Kind.STOP | Kind.NO_NAME


class Named(NamedTuple):
    """One place where the text names somebody, perhaps with a title."""

    start: int
    end: int
    text: str
    titles: tuple[Title, ...]
    relative: bool = False
    """The name stands with "his wife": another than the one known by title and family name."""
    given: str = ""
    """A given name that the text puts in brackets before: "[of Defense Lloyd] Austin"."""


class NameReader:
    """Reads every run of capitalised words in one text as a name, with the titles beside it."""

    def __init__(self, body: str) -> None:
        self.named: list[Named] = []
        """Names of several words, and those with a title."""
        self.bare: list[tuple[int, str]] = []
        """Single capitalised words, with their offset: most name nobody."""
        self._body = body
        self._names_nobody, self._ends_title = _names_nobody(), _ends_title()
        self._means_relative = _means_relative()
        self._honorifics = vocabulary().honorifics
        self._shape = shapes()
        self._titles = TitleReader(body)
        self._plural: tuple[int, Title] | None = None
        """The last title in the plural, with the end of the last name that has it."""

    def read(self, furniture: Sequence[TextSpan]) -> None:
        """Read the whole text but for the furniture."""
        body, names_nobody, bare = self._body, self._names_nobody, self.bare
        special = [(span, True) for span in furniture] + [(span, False) for span in headlines(body)]
        special.sort()
        special.append((TextSpan(len(body) + 1, len(body) + 1), True))
        spans = iter(special)
        span, is_furniture = next(spans)
        span_start, span_end = span.start, span.end
        for run in find_runs(body):
            start, text = run.start(), run.group()
            while span_end <= start:
                span, is_furniture = next(spans)
                span_start, span_end = span.start, span.end
            if span_start <= start:
                if not is_furniture:
                    self._read_headline(start, split_run(text))
            elif " " in text or "\u00a0" in text:
                self._read_run(start, text)
            elif not names_nobody[text]:
                if self._plural is not None or self._follows_title(start - 1):
                    self._read_run(start, text)
                else:
                    bare.append((start, text))

    def _follows_title(self, end: int) -> bool:
        """Whether the word before the space at `end` can be the last of a title."""
        body = self._body
        if end < 1 or body[end] not in SPACES:
            return False
        if body[end - 1] in CLOSING:
            return body[end - 1] == ")" and self._titles.closes_office(end)
        low = end - _LONGEST_TITLE_WORD if end > _LONGEST_TITLE_WORD else 0
        return self._ends_title[body[(body.rfind(" ", low, end) + 1) or low : end]]

    def _read_headline(self, start: int, words: list[str]) -> None:
        """Where every word is capitalised, none of them begins or ends a name for sure."""
        for word in words:
            self.bare.append((start, word))
            start += len(word) + 1

    def _read_run(self, start: int, text: str) -> None:
        """Note what one run names, if it can be a person."""
        shape = self._shape(text)
        if shape is None:
            return
        title: Title | None = None
        if shape.after_portfolio is not None:
            title = self._titles.before(start + shape.after_portfolio.title_end)
            shape = shape.after_portfolio if title else shape
        if shape.end == 0:
            return
        given = ""
        if title is None and self._follows_title(start + shape.title_end - 1):
            title, given = self._title_at(start + shape.title_end)
        if title is None and self._plural is not None:
            title = self._shared_title(start + shape.start)
        if shape.is_place and not (title and title.standing != "open"):
            return
        if title is None and shape.one_word:
            self._note_word(start + shape.start, text[shape.start : shape.end])
        else:
            self._add(start + shape.start, start + shape.end, shape.one_word, title, given)

    def _shared_title(self, start: int) -> Title | None:
        """The plural title that a name shares with the one before: "Sens. Hale and Carter"."""
        if self._plural is None:
            return None
        end, title = self._plural
        if self._body[end:start] in _JOINTS:
            return title
        self._plural = None
        return None

    def _title_at(self, end: int) -> tuple[Title | None, str]:
        """The title that stands right before `end`, and a given name inside an insertion in it."""
        if self._body[end - 2] == "]":
            return self._titles.before_insertion(end)
        return self._titles.before(end), ""

    def _add(self, start: int, end: int, one_word: bool, title: Title | None, given: str) -> None:
        """Note a name, with the titles that stand beside it and a comma."""
        body = self._body
        titles = [title] if title else []
        plural = title is not None and title.text.rstrip(".").endswith(("s", "men", "women"))
        self._plural = (end, title) if title is not None and plural else None
        if not one_word:
            outer = self._before_honorific(start) if title is None else title.start
            if body[outer - 2 : outer] == ", ":
                before = self._titles.before_comma(outer, end)
                titles += [before] if before else []
            if body[end : end + 2] in {" M", " T"}:
                after = self._titles.right_after(end)
                titles += [after] if after else []
            if body[end : end + 2] in {", ", " ("}:
                after = self._titles.after(end)
                titles += [after] if after else []
        relative = not titles and self._is_relative(start)
        self.named.append(Named(start, end, body[start:end], tuple(titles), relative, given))

    def _note_word(self, start: int, word: str) -> None:
        """Note a word that may be a family name; "Ms. Roe, the mayor," has a title after it."""
        end = start + len(word)
        if self._body[end : end + 2] == ", " and self._before_honorific(start) < start:
            title = self._titles.after(end)
            if title is not None and title.standing in {"public", "former"}:
                self.named.append(Named(start, end, word, (title,)))
                return
        self.bare.append((start, word))

    def _before_honorific(self, start: int) -> int:
        """Where a name begins with its honorific: "the health minister, Dr. Jane Roe,"."""
        word = last_word(self._body, start - 1, _LONGEST_HONORIFIC)
        return start - 1 - len(word) if plain(word) in self._honorifics else start

    def _is_relative(self, offset: int) -> bool:
        """Whether the words before the name are "his wife, " and their like."""
        body = self._body
        end = offset - 2 if body[offset - 2 : offset] == ", " else offset - 1
        low = offset - _LONGEST_RELATIVE if offset > _LONGEST_RELATIVE else 0
        return self._means_relative[body[(body.rfind(" ", low, end) + 1) or low : end]]


@from_lexicon
def _names_nobody() -> Remembered[bool]:
    """Whether a single capitalised word can be no name."""
    kind = kinds()
    return Remembered(lambda word: bool(kind(word) & _NOBODY))


@from_lexicon
def _ends_title() -> Remembered[bool]:
    """Whether what stands before a blank ends in the last word of a title or of an insertion."""
    kind = kinds()

    def ends_title(text: str) -> bool:
        word = last_word(text, len(text), _LONGEST_TITLE_WORD)
        return word[-1:] == "]" or bool(kind(word) & (Kind.HEAD | Kind.OFFICE))

    return Remembered(ends_title)


@from_lexicon
def _means_relative() -> Remembered[bool]:
    """Whether a word means somebody's relative."""
    relatives = vocabulary().relatives
    return Remembered(lambda word: plain(word) in relatives)
