"""Titles behind a name, after a comma: "Hong Jang-won, the first deputy director of ...".

Reading goes word by word away from the name and ends at the first word that no title holds, so its
time is bounded.
"""

from __future__ import annotations

from index.facts.kinds import Kind, kinds
from index.facts.lexicons import word_set
from index.facts.standings import standings
from index.facts.title import Title
from index.facts.title_words import CLOSING, JOINTS, LINKS, POSSESSIVES, is_acronym
from index.facts.vocabulary import vocabulary
from index.facts.words import SPACES, ends_sentence, is_initials, normal

_LONGEST_APPOSITION = 200
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "one", "our", "also", "now"})


class Appositions:
    """Reads the titles behind the names of one text."""

    def __init__(self, body: str) -> None:
        self._body = body
        self._known, self._kind = vocabulary(), kinds()
        self._role_ends, self._standing = word_set("grammar", "role_ends"), standings()

    def title_after(self, name_end: int) -> Title | None:
        """The title that follows the name as an apposition: "Pat Ryder, the press secretary"."""
        body = self._body
        position = _past_particulars(body, name_end)
        if body[position : position + 1] != "," or body[position + 1 : position + 2] not in SPACES:
            return None
        position += 2
        segment = body[position : position + _LONGEST_APPOSITION].split("\n", 1)[0]
        words = segment.replace("\u00a0", " ").split(" ")
        if words[0] == "and":
            return None  # "Sen. Ann Roe, R-Ohio, and Rep. Tom Hale"
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
        return len(pair) == 2 and all(w[:1].isupper() and not self._of_office(w) for w in pair)

    def _complement_end(self, words: list[str], head: int) -> int:
        """The last word of what the office is of or for: "of the Intelligence Service"."""
        if normal(words[head + 1]) not in LINKS:
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
        while last > head and normal(words[last]) in LINKS | JOINTS | {"a"}:
            last -= 1
        return last

    def _of_office(self, word: str) -> bool:
        return bool(self._kind(word) & Kind.OFFICE)


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
