"""From text to terms: what counts as one word, and which spellings are the same word.

A term is the folded stem of a word: case, accents and possessives are dropped, then English words
lose their endings by Snowball's English (Porter 2) algorithm. "10,000" is the term 10000 and
"U.S." the term us. Chinese, Japanese and Korean text has no stems: each run of such characters
becomes its overlapping pairs.

Every spelling is folded and stemmed once and then looked up, which is what makes indexing quick.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from Stemmer import Stemmer

_CJK = "\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
_WORD = re.compile(
    r"\d+(?:[.,]\d+)*"  # 10,000 and 3.5
    r"|[^\W\d_](?:\.[^\W\d_])+\b\.?"  # U.S. and J.D.
    r"|[^\W_]+(?:['’][^\W_]+)*"  # Russia's and O’Brien
)
_CJK_RUN = re.compile(f"[{_CJK}]+")
_CJK_OR_OTHER = re.compile(f"[{_CJK}]+|[^{_CJK}]+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_UNDECOMPOSED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "’": "'"}
)
_CACHE_LIMIT = 50_000
"""Words: about ten megabytes. A full cache is put aside, and what is asked for again is taken from
there, so that only rare words are ever made anew."""

STOP_WORDS = frozenset(
    {"a", "an", "and", "are", "as", "at", "be", "been", "by", "for", "from", "in", "is", "it"}
    | {"its", "of", "on", "or", "that", "the", "this", "to", "was", "were", "with"}
)
"""Words that a query may leave out: they are indexed, so that phrases hold, but rarely decide."""


def fold(word: str) -> str:
    """`word` without case, accents, possessive, apostrophes and the dots of an acronym."""
    if _NUMBER.fullmatch(word):
        return word.replace(",", "") if _GROUPED.fullmatch(word) else word
    folded = word.casefold()
    if not folded.isascii():
        folded = folded.translate(_UNDECOMPOSED)
        marked = unicodedata.normalize("NFKD", folded)
        bare = "".join(character for character in marked if not unicodedata.combining(character))
        folded = unicodedata.normalize("NFC", bare)
    folded = folded.removesuffix("'s")
    return folded.replace("'", "").replace(".", "")


def stem(form: str) -> str:
    """The term of a folded word: English words without their endings, others as they are."""
    if not (form.isascii() and form.isalpha()) or len(form) < 3:
        return form
    stemmed: str = _STEMMER.stemWord(form)
    return stemmed


_STEMMER = Stemmer("english", 0)  # no cache of its own


class _Cache(dict[str, str]):
    """What a function makes of each word it has seen lately."""

    def __init__(self, make: Callable[[str], str]) -> None:
        self._make = make
        self._aside: dict[str, str] = {}

    def __missing__(self, word: str) -> str:
        if len(self) >= _CACHE_LIMIT:
            self._aside = self.copy()
            self.clear()
        made = self._aside.get(word) or self._make(word)
        if made == word:
            made = word  # one string in place of two equal ones
        self[word] = made
        return made


def _term(word: str) -> str:
    form = fold(word)
    return stem(form) if form == word else _TERMS[form]


_FORMS = _Cache(fold)
_TERMS = _Cache(_term)


def words(text: str) -> list[str]:
    """The words of `text` as written, in order; runs of CJK characters as their pairs."""
    found = _WORD.findall(text)
    if text.isascii() or not _CJK_RUN.search(text):
        return found
    return [piece for word in found for _, piece in _pieces(word)]


def terms(text: str) -> list[str]:
    """The terms of `text` in order; a term's place in the list is its position."""
    return terms_of(words(text))


def terms_of(found: Iterable[str]) -> list[str]:
    """The term of each word, of words as `words` gives them."""
    return list(map(_TERMS.__getitem__, found))


def term_of(word: str) -> str:
    """The term of one word as `words` gives it."""
    return _TERMS[word]


def form_of(word: str) -> str:
    """The folded spelling of one word, with its ending: what prefixes and patterns look at."""
    return _FORMS[word]


def forms_of(found: Iterable[str]) -> list[str]:
    """The folded spelling of each word, of words as `words` gives them."""
    return list(map(_FORMS.__getitem__, found))


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, folded and with their endings: names have no stems."""
    return tuple(map(form_of, words(name)))


def beginning_of(word: str) -> str:
    """The folded spelling of a word that may go on: "12,0" begins 12000."""
    form = _FORMS[word]
    return form.replace(",", "") if form[:1].isdigit() else form


def words_with_places(text: str) -> Iterator[tuple[int, int, str]]:
    """The words of `text` as `words` gives them, each with its start and end."""
    if text.isascii() or not _CJK_RUN.search(text):
        for match in _WORD.finditer(text):
            yield match.start(), match.end(), match.group()
        return
    for match in _WORD.finditer(text):
        for offset, piece in _pieces(match.group()):
            start = match.start() + offset
            yield start, start + len(piece), piece


def is_cjk(word: str) -> bool:
    """Whether `word` is written in Chinese, Japanese or Korean characters."""
    return _CJK_RUN.fullmatch(word) is not None


def _pieces(word: str) -> Iterator[tuple[int, str]]:
    """`word` cut where CJK characters begin and end, with the runs of those cut into pairs."""
    for match in _CJK_OR_OTHER.finditer(word):
        run = match.group()
        if not is_cjk(run) or len(run) == 1:
            yield match.start(), run
        else:
            for offset in range(len(run) - 1):
                yield match.start() + offset, run[offset : offset + 2]
