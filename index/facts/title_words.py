"""What a word says as part of a title, told once for each word: words of titles recur."""

from __future__ import annotations

from typing import Literal, NamedTuple

from index.facts.kinds import Kind, kinds
from index.facts.lexicons import from_lexicon
from index.facts.vocabulary import vocabulary
from index.facts.words import OPENING, Remembered, ends_sentence, normal

CLOSING = frozenset(',;:?!"”)')
"""After a mark of these no title goes on."""
LINKS = frozenset({"of", "for", "to", "at", "in", "on", "with"})
"""Small words between an office and what it is of or for."""
JOINTS = frozenset({"of", "for", "the", "and", "&"})
"""Small words that join two parts of one title."""
POSSESSIVES = ("'s", "’s", "s'", "s’")

Place = Literal["never", "capital", "inside", "outside"]


class TitleWord(NamedTuple):
    """A word as written, when a title is read leftward over it."""

    bare: str
    """As the lexicons have it."""
    length: int
    """The characters that belong to the title: opening marks do not."""
    is_joint: bool
    place: Place
    """Whether a title can hold it: never, with its capital, or as a small word of titles."""
    is_head: bool
    """It can name the office."""
    possessive: bool
    closes: bool
    """A mark at its end keeps it out of a title that stands after it."""
    opens: bool
    """A mark before it keeps the title from going on to its left."""


@from_lexicon
def title_words() -> Remembered[TitleWord]:
    """A look-up that tells what a word says as part of a title."""
    known, kind = vocabulary(), kinds()

    def place_of(bare: str, opened: str) -> Place:
        honorific = bare in known.honorifics and bare not in known.heads
        if honorific or (bare in known.stops and bare not in known.inside):
            return "never"
        if opened[0].isupper():
            return "capital"
        inside = bare in known.inside or "-" in opened or opened.endswith(POSSESSIVES)
        return "inside" if inside else "outside"

    def tell(word: str) -> TitleWord:
        opened, bare, acronym = word.lstrip(OPENING), normal(word), is_acronym(word)
        if not opened:
            return TitleWord(bare, 0, False, "never", False, False, True, True)
        marked = opened[-1] in CLOSING
        return TitleWord(
            bare,
            len(word if acronym else opened),
            bare in JOINTS,
            place_of(bare, opened),
            bool(kind(word) & Kind.HEAD),
            opened.endswith(POSSESSIVES),
            (marked and not acronym) or (not marked and ends_sentence(opened)),
            opened != word and not acronym,
        )

    return Remembered(tell)


def is_acronym(word: str) -> bool:
    """ "(NATO)" between a body's name and the office."""
    return len(word) > 3 and word[0] == "(" and word[-1] == ")" and word[1:-1].isupper()
