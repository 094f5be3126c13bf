"""Titles beside a name: where they begin and end, and whether they speak of public office.

Three places are read: right before the name ("Defense Secretary Lloyd Austin", "Secretary of
Defense Lloyd Austin"), before it with a comma ("the foreign minister, Choe Son-hui,") and after it
("Hong Jang-won, the first deputy director of ..."). Reading goes word by word away from the name
and ends at the first word that no title holds, so its time is bounded.
"""

from __future__ import annotations

from index.facts.appositions import Appositions
from index.facts.kinds import Kind, kinds
from index.facts.standings import standings
from index.facts.title import Title
from index.facts.title_words import (
    CLOSING,
    JOINTS,
    LINKS,
    TitleWord,
    title_words,
)
from index.facts.vocabulary import vocabulary
from index.facts.words import SPACES, ends_sentence, last_word, normal

_MOST_WORDS = 14
_LONGEST_WORD = 40
_MOST_SERVED_WORDS = 5
_LONGEST_INSERTION = 60
_LONGEST_BRACKET = 40
_CLOSED = (",", ".", ";", ")", " said ", " says ", " told ")
"""What follows a name that stands in apposition to the title before it."""


class TitleReader:
    """Reads the titles in one text."""

    def __init__(self, body: str) -> None:
        self._body = body
        self._known = vocabulary()
        self._kind, self._words = kinds(), title_words()
        self._appositions = Appositions(body)
        self._standing = standings()

    def is_head(self, word: str) -> bool:
        """Whether a title may end in this word, as written."""
        return bool(self._kind(word) & Kind.HEAD)

    def _heads_alone(self, word: str) -> bool:
        """Whether the word names an office that one person holds."""
        return self.is_head(word) and not normal(word).endswith(("ors", "ers", "men", "als", "efs"))

    def before(self, name_start: int) -> Title | None:
        """The title right before the name at `name_start`, with a space between."""
        if name_start < 2 or self._body[name_start - 1] not in SPACES:
            return None
        end = name_start - 1
        if self._body[end - 1] == ")":
            return self._before_bracket(end)
        word = self._word_before(end)
        if not word or word[-1] in CLOSING or word[-1] == "]" or ends_sentence(word):
            return None
        bare = normal(word)
        stands_before = bare not in self._known.after_only or bare in self._known.rank
        stands_before = stands_before or self._ends_in_body(end - len(word) - 1)
        if not (self.is_head(word) and stands_before) and not self._portfolio_before(end, word):
            return None
        return self._walk_left(end, [], "title before the name")

    def _ends_in_body(self, end: int) -> bool:
        """Whether a public body is named right before `end`: "Treasury official Ann Lee"."""
        word = self._word_before(end)
        body = word[:1].isupper() and normal(word) not in self._known.countries
        return body and self.of_office(word)

    def closes_office(self, end: int) -> bool:
        """Whether a bracket that ends at `end` tells what the office before it is for."""
        opening = self._body.rfind(" (", max(0, end - _LONGEST_BRACKET), end)
        if opening < 1 or not self._body[opening + 2].isupper():
            return False
        head = self._word_before(opening)
        return head[:1].isupper() and self.is_head(head)

    def _before_bracket(self, end: int) -> Title | None:
        """The title whose bracket ends at `end`: "Joint Secretary (Health) Lav Mehta"."""
        if not self.closes_office(end):
            return None
        opening = self._body.rfind(" (", 0, end)
        words = self._body[opening + 2 : end - 1].split(" ")
        title = self._walk_left(opening, words, "title with a bracket before the name")
        return title and title._replace(end=end, text=self._body[title.start : end])

    def before_insertion(self, name_start: int) -> tuple[Title | None, str]:
        """The title around an editor's insertion, and a given name that stands in it.

        "Secretary [of Defense Lloyd] Austin" has the title "Secretary [of Defense".
        """
        closing = name_start - 2
        opening = self._body.rfind("[", max(0, closing - _LONGEST_INSERTION), closing)
        if opening < 2:
            return None, ""
        words = self._body[opening:closing].split(" ")
        kept = len(words)
        while kept and not (self.of_office(words[kept - 1]) or normal(words[kept - 1]) in LINKS):
            kept -= 1
        title = self._walk_left(opening - 1, words[:kept], "title around an insertion")
        if title is None:
            return None, ""
        end = opening + len(" ".join(words[:kept]))
        given = " ".join(word.strip("[") for word in words[kept:] if word.strip("[")[:1].isupper())
        return title._replace(end=end, text=self._body[title.start : end]), given

    def before_comma(self, name_start: int, name_end: int) -> Title | None:
        """The title before a comma: "the country's foreign minister, Choe Son-hui,".

        The name must end with a comma or full stop itself, or speak, or the two are items of a
        list.
        """
        end = name_start - 2
        closed = self._body.startswith(_CLOSED, name_end)
        if end < 3 or self._body[end] != "," or not closed:
            return None
        known, position = self._known, end
        words: list[str] = []
        while True:
            word = self._word_before(position)
            if not word or len(words) == _MOST_WORDS:
                return None
            if words and (word[-1] in CLOSING or ends_sentence(word)):
                return None
            office = self._heads_alone(word) and (not words or normal(words[-1]) in LINKS)
            if office and not self._serves(position - len(word) - 1):
                break
            bare = normal(word)
            small = bare in known.inside or bare in LINKS or bare in JOINTS
            if not small and not word[:1].isupper():
                return None
            words.append(word)
            position -= len(word) + 1
        title = self._walk_left(position, words[::-1], "title before the name, with a comma")
        return title and title._replace(end=end, text=self._body[title.start : end])

    def _serves(self, position: int) -> bool:
        """Whether "aide to the" ends at `position`: the office after it is another's."""
        for _ in range(_MOST_SERVED_WORDS):
            word = self._word_before(position)
            bare = normal(word)
            if not word or word[-1] in CLOSING:
                return False
            position -= len(word) + 1
            if bare in LINKS:
                return self.is_head(self._word_before(position))
            if bare not in self._known.inside and bare != "the" and not word[:1].isupper():
                return False
        return False

    def ending_at(self, end: int) -> Title | None:
        """The title whose last word ends at `end`, whatever follows: "a government spokesman"."""
        return self._walk_left(end, [], "title alone")

    def right_after(self, name_end: int) -> Title | None:
        """The seat that follows a name without a comma: "Stella Creasy MP"."""
        end = name_end + 1
        while self._body[end : end + 1].isalpha():
            end += 1
        seat = self._body[name_end + 1 : end]
        if not (seat.isupper() and self.is_head(seat)):
            return None
        return Title(name_end + 1, end, seat, self._standing((seat,), 0), "seat after the name")

    def after(self, name_end: int) -> Title | None:
        """The title that follows the name as an apposition: "Pat Ryder, the press secretary"."""
        return self._appositions.title_after(name_end)

    def _word_before(self, position: int) -> str:
        """The word that ends at `position`; "" where none does, or one too long for a title."""
        word = last_word(self._body, position, _LONGEST_WORD)
        return word if len(word) < _LONGEST_WORD else ""

    def _portfolio_before(self, end: int, word: str) -> bool:
        """Whether "HEAD of PORTFOLIO" ends at `end`: "Secretary of State"."""
        position, in_body = end, False
        for _ in range(_MOST_WORDS // 2):
            bare = normal(word)
            if bare in {"of", "for"}:
                head = self._word_before(position - len(word) - 1)
                return bool(head) and self.is_head(head)
            in_body = in_body or self.of_office(word)
            named = in_body and word[0].isupper() and bare not in self._known.stops
            if not (named or bare in {"and", "the"}):
                return False
            position -= len(word) + 1
            word = self._word_before(position)
            if not word or word[-1] in ";:" or ends_sentence(word):
                return False
        return False

    def of_office(self, word: str) -> bool:
        """Whether the word can be what an office is for: a portfolio, a body, a place."""
        return bool(self._kind(word) & Kind.OFFICE)

    def _walk_left(self, end: int, complement: list[str], rule: str) -> Title | None:
        """Reads a title leftward from `end`; the words of its complement follow there."""
        body = self._body
        found: list[str] = []
        position = start = end
        possessive = False
        while len(found) < _MOST_WORDS:
            word = self._word_before(position)
            known = self._words[word]
            if not known.length or (found and known.closes):
                break
            if not self._belongs(known, found, position - len(word), possessive):
                break
            found.append(word)
            possessive = possessive or known.possessive
            start = position - known.length
            position -= len(word) + 1
            if known.opens or position < 1 or body[position] not in SPACES:
                break
        while found and self._words[found[-1]].is_joint:
            start += len(found.pop()) + 1
        found.reverse()
        heads = [index for index, word in enumerate(found) if self._words[word].is_head]
        if not heads:
            return None
        standing = self._standing((*found, *complement), heads[-1])
        return Title(start, end, body[start:end], standing, rule)

    def _belongs(self, word: TitleWord, found: list[str], start: int, possessive: bool) -> bool:
        """Whether a word to the left of those `found` still belongs to the title."""
        if word.is_joint and found:
            return self._joins(word.bare, found, start)
        return word.place == "capital" or (word.place == "inside" and not possessive)

    def _joins(self, bare: str, found: list[str], word_start: int) -> bool:
        """Whether a small word joins two parts of one title: "Chairman of the Joint Chiefs"."""
        before = self._word_before(word_start - 1)
        if not before or before[-1] in ",.;:":
            return False
        left, after = normal(before), normal(found[-1])
        if bare == "the":
            return left in {"of", "for"}
        if bare in {"and", "&"}:
            if left in self._known.portfolios and after in self._known.portfolios:
                return True
            # "Deputy Prime Minister and Minister of Finance"
            return self.is_head(before) and before[0].isupper() and self.is_head(found[-1])
        known = self._known
        own = (normal(word) for word in found if self.is_head(word))
        if any(word not in known.rank and word not in known.after_only for word in own):
            # "Ministry of Defence spokesman"; "a spokesman for President Buhari" is another person
            body = bare == "of" and before[0].isupper() and not self.is_head(before)
            return body and left not in known.stops
        return self.is_head(before) or (before[0].isupper() and left not in self._known.stops)
