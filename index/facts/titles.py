"""Titles beside a name: where they begin and end, and whether they speak of public office.

Three places are read: right before the name ("Defense Secretary Lloyd Austin", "Secretary of
Defense Lloyd Austin"), before it with a comma ("the foreign minister, Choe Son-hui,") and after it
("Hong Jang-won, the first deputy director of ..."). Reading goes word by word away from the name
and ends at the first word that no title holds, so its time is bounded.
"""

from __future__ import annotations

from typing import NamedTuple

from index.facts.kinds import Kind, kinds
from index.facts.lexicons import from_lexicon, table
from index.facts.standings import Standing, standings
from index.facts.title_words import (
    CLOSING,
    JOINTS,
    POSSESSIVES,
    TitleWord,
    is_acronym,
    title_words,
)
from index.facts.vocabulary import vocabulary
from index.facts.words import ends_sentence, is_initials, last_word, normal

_SPACES = frozenset(" \u00a0")
_MOST_WORDS = 14
_LONGEST_WORD = 40
_MOST_SERVED_WORDS = 5
_LONGEST_APPOSITION = 200
_LONGEST_INSERTION = 60
_LINKS = frozenset({"of", "for", "to", "at", "in", "on", "with"})
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "one", "our", "also", "now"})
_CLOSED = (",", ".", ";", ")", " said ", " says ", " told ")
"""What follows a name that stands in apposition to the title before it."""


class Title(NamedTuple):
    """A title as worded, without its article."""

    start: int
    end: int
    text: str
    standing: Standing
    rule: str

    @property
    def public(self) -> bool:
        """It names a public office that is held, a command, or the voice of a public body."""
        return self.standing == "public"


@from_lexicon
def _role_ends() -> frozenset[str]:
    return frozenset(table("grammar")["role_ends"])


class TitleReader:
    """Reads the titles in one text."""

    def __init__(self, body: str) -> None:
        self._body = body
        self._known = vocabulary()
        self._kind, self._words = kinds(), title_words()
        self._role_ends = _role_ends()
        self._standing = standings()

    def is_head(self, word: str) -> bool:
        """Whether a title may end in this word, as written."""
        return bool(self._kind(word) & Kind.HEAD)

    def _heads_alone(self, word: str) -> bool:
        """Whether the word names an office that one person holds."""
        return self.is_head(word) and not normal(word).endswith(("ors", "ers", "men", "als", "efs"))

    def before(self, name_start: int) -> Title | None:
        """The title right before the name at `name_start`, with a space between."""
        if name_start < 2 or self._body[name_start - 1] not in _SPACES:
            return None
        end = name_start - 1
        word = self._word_before(end)
        if not word or word[-1] in CLOSING or word[-1] == "]":
            return None
        bare = normal(word)
        stands_before = bare not in self._known.after_only or bare in self._known.rank
        if not (self.is_head(word) and stands_before) and not self._portfolio_before(end, word):
            return None
        return self._walk_left(end, [], "title before the name")

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
        while kept and not (self.of_office(words[kept - 1]) or normal(words[kept - 1]) in _LINKS):
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
            office = self._heads_alone(word) and (not words or normal(words[-1]) in _LINKS)
            if office and not self._serves(position - len(word) - 1):
                break
            bare = normal(word)
            small = bare in known.inside or bare in _LINKS or bare in JOINTS
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
            if bare in _LINKS:
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
        body = self._body
        position = _past_particulars(body, name_end)
        if body[position : position + 1] != "," or body[position + 1 : position + 2] not in _SPACES:
            return None
        position += 2
        segment = body[position : position + _LONGEST_APPOSITION].split("\n", 1)[0]
        words = segment.replace("\u00a0", " ").split(" ")
        first, once = _past_relative(words)
        while first < len(words) and normal(words[first]) in _ARTICLES:
            first += 1
        head = self._head_of_apposition(words, first)
        if head is None:
            return None
        last = head
        if words[head][-1] not in ",;:.)" and head + 1 < len(words):
            following = words[head + 1]
            if following[:1].isupper() and not is_acronym(following):
                return None  # "the Dred Scott ruling, Chief Justice Roberts said"
            last = self._complement_end(words, head)
        start = position + sum(len(word) + 1 for word in words[:first])
        text = _without_closing(" ".join(words[first : last + 1]))
        end = start + len(text)
        standing = self._standing(tuple(words[first : last + 1]), head - first)
        if once and standing == "public":
            standing = "former"
        return Title(start, end, body[start:end], standing, "title after the name")

    def _word_before(self, position: int) -> str:
        """The word that ends at `position`; "" where none does, or one too long for a title."""
        word = last_word(self._body, position, _LONGEST_WORD)
        return word if len(word) < _LONGEST_WORD else ""

    def _portfolio_before(self, end: int, word: str) -> bool:
        """Whether "HEAD of PORTFOLIO" ends at `end`: "Secretary of State"."""
        position = end
        for _ in range(_MOST_WORDS // 2):
            bare = normal(word)
            if bare in {"of", "for"}:
                head = self._word_before(position - len(word) - 1)
                return bool(head) and self.is_head(head)
            if not (self.of_office(word) or bare in {"and", "the"}):
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
            if known.opens or position < 1 or body[position] not in _SPACES:
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

    def _head_of_apposition(self, words: list[str], first: int) -> int | None:
        """The place of the word that names the office, in an apposition that begins at `first`."""
        known, head = self._known, None
        for index in range(first, min(len(words), first + 10)):
            word = words[index]
            bare = normal(word)
            if not word:
                break
            if head is not None and bare not in known.inside:
                if not _is_owner(words, index):
                    break
                head = None  # "President Barack Obama's ambassador to Seoul"
            if bare in known.heads and not word.endswith(POSSESSIVES):
                head = index
            elif not (
                bare in known.inside
                or (word[0].isupper() and bare not in known.stops)
                or word.endswith(POSSESSIVES)
                or "-" in word
                or is_acronym(word)
                or bare == "and"
            ):
                break
            if word[-1] in CLOSING or ends_sentence(word):
                break
        return head

    def _begins_name(self, words: list[str], index: int) -> bool:
        """Whether two capitalised words that belong to no office stand at `index`."""
        pair = words[index : index + 2]
        return len(pair) == 2 and all(w[:1].isupper() and not self.of_office(w) for w in pair)

    def _complement_end(self, words: list[str], head: int) -> int:
        """The last word of what the office is of or for: "of the Intelligence Service"."""
        if normal(words[head + 1]) not in _LINKS:
            return head
        last = head
        for index in range(head + 1, min(len(words), head + 18)):
            word = words[index]
            bare = normal(word)
            following = normal(words[index + 1]) if index + 1 < len(words) else ""
            if not word or bare in self._role_ends:
                break
            if last > head and word[0].isupper() and bare in self._known.stops:
                break  # a sentence begins where the full stop is lost
            if bare == "and" and self._begins_name(words, index + 1):
                break
            if bare == "and" and (
                following in self._known.stops or following in self._known.modifiers
            ):
                break
            last = index
            if word[-1] in ",;:—" or word[-2:] in {".”", '."', ",”", ',"'}:
                break
            if ends_sentence(word):
                break
        while last > head and normal(words[last]) in _LINKS | JOINTS | {"a"}:
            last -= 1
        return last


def _past_relative(words: list[str]) -> tuple[int, bool]:
    """How many words of "who was" open an apposition, and whether they speak of what was once."""
    if words[:1] != ["who"] or words[1:2] not in (["is"], ["was"], ["served"], ["serves"]):
        return 0, False
    first = 3 if words[2:3] == ["as"] else 2
    return first, words[1] in {"was", "served"}


def _is_owner(words: list[str], index: int) -> bool:
    """Whether a name in the possessive stands at `index`: "President [Barack Obama's] envoy"."""
    for word in words[index : index + 3]:
        if not word[:1].isupper():
            return False
        if word.endswith(POSSESSIVES):
            return True
    return False


def _past_particulars(body: str, position: int) -> int:
    """Steps over what stands between a name and its apposition: "(R-Wis.)", ", 42", ", R-Wis."."""
    if body[position : position + 2] == " (":
        closing = body.find(")", position, position + 30)
        if closing > 0:
            position = closing + 1
    for _ in range(2):
        if body[position : position + 2] != ", ":
            break
        comma = body.find(",", position + 2, position + 22)
        part = body[position + 2 : comma] if comma > 0 else ""
        if not (part.isdigit() or part[1:2] == "-" or part in {"Jr.", "Sr.", "II", "III"}):
            break
        position = comma
    return position


def _without_closing(text: str) -> str:
    text = text.rstrip(",;:—”\"'’")
    if text.endswith(")") and "(" not in text:
        text = text.rstrip(")")
    return text if is_initials(text) else text.rstrip(".")
