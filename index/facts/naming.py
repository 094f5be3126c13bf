"""Where the text names somebody: runs of capitalised words, read with the titles beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from index.facts.items import grammar
from index.facts.kinds import Kind, kinds
from index.facts.lexicons import from_lexicon
from index.facts.names import find_runs
from index.facts.titles import Title, TitleReader
from index.facts.vocabulary import vocabulary
from index.facts.words import plain
from index.span import TextSpan

_MOST_NAME_WORDS = 5
_MOST_RUN_WORDS = 14
_LONGEST_TITLE_WORD = 20
_LONGEST_HEADLINE = 150
_LONGER_WORDS = 5
_SENTENCE_ENDS = frozenset({".", "!", "?", ":", "”", '"', ""})
_ENDS_TITLE = Kind.HEAD | Kind.OFFICE
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
        self._kind = kinds()
        self._titles = TitleReader(body)

    def read(self, furniture: Sequence[TextSpan]) -> None:
        """Read the whole text but for the furniture."""
        body, kind, bare = self._body, self._kind, self.bare
        special = sorted([(span, True) for span in furniture] + _headlines(body))
        special.append((TextSpan(len(body) + 1, len(body) + 1), True))
        spans = iter(special)
        span, is_furniture = next(spans)
        for run in find_runs(body):
            start, text = run.start(), run.group()
            while span.end <= start:
                span, is_furniture = next(spans)
            if span.start <= start:
                if not is_furniture:
                    self._read_headline(start, _split(text))
            elif " " in text or "\u00a0" in text:
                self._read_run(start, _split(text))
            elif not kind(text) & _NOBODY:
                if body[start - 1 : start] in {" ", "\u00a0"} and self._follows_title(start - 1):
                    self._read_run(start, [text])
                else:
                    bare.append((start, text))

    def _follows_title(self, end: int) -> bool:
        """Whether the word that ends at `end` can be the last of a title."""
        before = self._body[max(0, end - _LONGEST_TITLE_WORD) : end]
        word = before[before.rfind(" ") + 1 :]
        return bool(self._kind(word) & _ENDS_TITLE) or word[-1:] == "]"

    def _read_headline(self, start: int, words: list[str]) -> None:
        """Where every word is capitalised, none of them begins or ends a name for sure."""
        for word in words:
            self.bare.append((start, word))
            start += len(word) + 1

    def _read_run(self, start: int, words: list[str]) -> None:
        """Note what one run names, if it can be a person."""
        body = self._body
        kinds_of = [self._kind(word) for word in words]
        first = _last_head(kinds_of) + 1
        by_portfolio = first == 0
        while first < len(words) and kinds_of[first] & Kind.STOP:
            first += 1
        if first == len(words):
            return
        name_start = start + _length(words[:first])
        title: Title | None = None
        if by_portfolio and kinds_of[first] & Kind.OFFICE:
            # "Secretary of [Defense Lloyd Austin]": the run begins with the portfolio.
            after = first + 1
            while after < len(words) and kinds_of[after] & Kind.OFFICE:
                after += 1
            offset = name_start + _length(words[first:after])
            title = self._titles.before(offset) if after < len(words) else None
            if title is not None:
                first, name_start = after, offset
        before_name = name_start
        while first < len(words) - 1 and kinds_of[first] & Kind.HONORIFIC:
            name_start += len(words[first]) + 1
            first += 1
        last, holds = first, 0
        while last < min(len(words), first + _MOST_NAME_WORDS) and not kinds_of[last] & Kind.STOP:
            holds |= kinds_of[last]
            last += 1
        if last == first or holds & Kind.NO_NAME or _is_shouted(words[first:last]):
            return
        given = ""
        if body[before_name - 2 : before_name] == "] ":
            title, given = self._titles.before_insertion(before_name)
        title = title or self._titles.before(before_name)
        one_word = last - first == 1
        if holds & Kind.PLACE and (title is None or one_word):
            return
        if one_word and title is None:
            self.bare.append((name_start, words[first]))
            return
        end = name_start + _length(words[first:last]) - 1
        titles = [title] if title else []
        if not one_word:
            before = None if title else self._titles.before_comma(name_start, end)
            titles += [each for each in (before, self._titles.after(end)) if each]
        relative = not titles and self._is_relative(name_start)
        name = body[name_start:end]
        self.named.append(Named(name_start, end, name, tuple(titles), relative, given))

    def _is_relative(self, offset: int) -> bool:
        """Whether the words before the name are "his wife, " and their like."""
        word = self._body[max(0, offset - 16) : offset].rstrip(" ,").rpartition(" ")[2]
        return plain(word) in vocabulary().relatives


def _split(text: str) -> list[str]:
    return text.replace("\u00a0", " ").split(" ")


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
    little, start = _little_words(), 0
    found: list[tuple[TextSpan, bool]] = []
    for line in body.split("\n"):
        if not start or (len(line) <= _LONGEST_HEADLINE and line[-1:] not in _SENTENCE_ENDS):
            longer = [word for word in line.split() if len(word) > 2 and word[0].isalpha()]
            small = any(word[0].islower() and word not in little for word in longer)
            if len(longer) >= _LONGER_WORDS and not small:
                found.append((TextSpan(start, start + len(line)), False))
        start += len(line) + 1
    return found
