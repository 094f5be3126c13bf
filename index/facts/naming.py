"""Where the text names somebody: runs of capitalised words, read with the titles beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from index.facts.items import grammar
from index.facts.kinds import Kind, kinds
from index.facts.lexicons import from_lexicon
from index.facts.names import find_runs
from index.facts.title_words import CLOSING
from index.facts.titles import Title, TitleReader
from index.facts.vocabulary import vocabulary
from index.facts.words import Remembered, last_word, plain
from index.span import TextSpan

_MOST_NAME_WORDS = 5
_MOST_RUN_WORDS = 14
_LONGEST_TITLE_WORD = 20
_LONGEST_RELATIVE = 16
_LONGEST_HONORIFIC = 10
_LONGEST_HEADLINE = 150
_LONGER_WORDS = 5
_SENTENCE_ENDS = frozenset({".", "!", "?", ":", "”", '"', ""})
_SPACES = frozenset(" \u00a0")
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


class Shape(NamedTuple):
    """What can be told of a run of capitalised words by itself, as offsets into it."""

    title_end: int
    """Where a title before the name would end, with its space."""
    start: int
    end: int
    """0 if no name is left."""
    one_word: bool
    is_place: bool
    """It holds the name of a place: a person only with a title."""
    after_portfolio: Shape | None = None
    """The shape if the run begins with a portfolio: "Secretary of [Defense Lloyd Austin]"."""


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
        self._shape = _shapes()
        self._titles = TitleReader(body)
        self._plural: tuple[int, Title] | None = None
        """The last title in the plural, with the end of the last name that has it."""

    def read(self, furniture: Sequence[TextSpan]) -> None:
        """Read the whole text but for the furniture."""
        body, names_nobody, bare = self._body, self._names_nobody, self.bare
        special = sorted([(span, True) for span in furniture] + _headlines(body))
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
                    self._read_headline(start, _split(text))
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
        if end < 1 or body[end] not in _SPACES or body[end - 1] in CLOSING:
            return False
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
            if body[end : end + 2] == " M":
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


def _split(text: str) -> list[str]:
    return text.replace("\u00a0", " ").split(" ")


@from_lexicon
def _shapes() -> Callable[[str], Shape | None]:
    """A function that tells the shape of a run; runs recur, so it remembers them."""
    kind = kinds()

    @lru_cache(maxsize=1 << 14)
    def shape(text: str) -> Shape | None:
        words = _split(text)
        kinds_of = [kind(word) for word in words]
        head = _last_head(kinds_of)
        first = _past(kinds_of, head + 1, Kind.STOP)
        if first == len(words):
            return None
        whole = _shape_from(words, kinds_of, first)
        if head >= 0 or not kinds_of[first] & Kind.OFFICE:
            return whole
        after = _past(kinds_of, first, Kind.OFFICE)
        rest = _shape_from(words, kinds_of, after) if after < len(words) else None
        if rest is None:
            return whole
        return (whole or Shape(0, 0, 0, False, False))._replace(after_portfolio=rest)

    return shape


def _shape_from(words: list[str], kinds_of: list[int], first: int) -> Shape | None:
    """The shape of a run whose name begins at the word `first`; None if no name does."""
    title_end = _length(words[:first])
    first = min(_past(kinds_of, first, Kind.HONORIFIC), len(words) - 1)
    last, holds = first, 0
    while last < min(len(words), first + _MOST_NAME_WORDS) and not kinds_of[last] & Kind.STOP:
        holds |= kinds_of[last]
        last += 1
    while last - first > 2 and kinds_of[last - 1] & Kind.HEAD and words[last - 1].isupper():
        last -= 1  # "Stella Creasy MP"
    name = words[first:last]
    one_word = len(name) == 1
    is_place = bool(holds & Kind.PLACE or (kinds_of[first] & Kind.PLACE_OPENER and not one_word))
    if (
        not name
        or name == [name[0][:1]]
        or holds & Kind.NO_NAME
        or (one_word and is_place)
        or _is_shouted(name)
    ):
        return None
    start = _length(words[:first])
    return Shape(title_end, start, start + _length(name) - 1, one_word, is_place)


def _past(kinds_of: Sequence[int], index: int, kind: int) -> int:
    """The first place from `index` on whose word is not of this kind."""
    while index < len(kinds_of) and kinds_of[index] & kind:
        index += 1
    return index


def _length(words: Sequence[str]) -> int:
    """The characters that these words take, each with a space after it."""
    return sum(map(len, words)) + len(words)


def _last_head(kinds_of: list[int]) -> int:
    """The last word of a run that is a title and has a name after it; -1 for none."""
    for index in range(min(len(kinds_of), _MOST_RUN_WORDS) - 2, -1, -1):
        if kinds_of[index] & Kind.HEAD and not kinds_of[index + 1] & Kind.SUFFIX:
            return index
    return -1


def _is_shouted(words: Sequence[str]) -> bool:
    """Whether several words stand all in capitals: that is a headline or an acronym, no name."""
    return len(words) > 1 and all(len(word) > 2 and word.isupper() for word in words)


@from_lexicon
def _little_words() -> frozenset[str]:
    """Words that a headline spells small where it capitalises the others."""
    words = grammar()
    return words.prepositions | words.determiners | words.joints


def _headlines(body: str) -> list[tuple[TextSpan, bool]]:
    """The lines that capitalise every longer word, as headlines of some outlets do."""
    start, found = 0, []
    for line in body.split("\n"):
        may_be = not start or (len(line) <= _LONGEST_HEADLINE and line[-1:] not in _SENTENCE_ENDS)
        if may_be and _is_headline(line):
            found.append((TextSpan(start, start + len(line)), False))
        start += len(line) + 1
    return found


def _is_headline(line: str) -> bool:
    little, longer = _little_words(), 0
    for word in line.split():
        if len(word) > 2 and word[0].isalpha():
            if word[0].islower() and word not in little:
                return False
            longer += 1
    return longer >= _LONGER_WORDS
