"""Versions and copies: which articles of a library are one page at two times, or one text twice.

Versions have one address. A copy is a text of which nearly all stands in another one; how much is
measured as in `index.compare.origins`, between the few texts that share samples of their shingles.
In lists such articles are folded under one of them; nothing is ever deleted for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from index.article import Article
from index.compare.origins import CONTAINED, FEWEST, shingles
from index.facts.model import Facts
from index.relatives_file import SAMPLED, KnownText, RelativesFile
from index.sources.addresses import same_page
from index.sources.published import sortable

FOLDED = 0.85
"""The part of a text that stands in another from which it is folded under that one."""
_HELD_AGAINST = 8
"""Texts that a new one is held against: those that share the most samples."""

Document = Callable[[str], tuple[Article, Facts] | None]
"""The article with this id, and its facts."""


@dataclass(frozen=True, slots=True)
class Relative:
    """An article beside another one."""

    id: str
    kind: Literal["version", "copy"]
    share: float | None = None
    """Of a copy: the part of it that stands in the article it is folded under."""


@dataclass(frozen=True, slots=True)
class Folds:
    """How the articles of a library are folded at one moment."""

    under: Mapping[str, str] = field(default_factory=dict)
    """Each folded article, with the one that is shown for it."""
    members: Mapping[str, tuple[Relative, ...]] = field(default_factory=dict)
    """Each article that others are folded under, with these: versions first, the newest first."""
    contained: Mapping[str, tuple[str, float]] = field(default_factory=dict)
    """Each article of which a good part stands in another: that one, and the part."""

    @property
    def older(self) -> frozenset[str]:
        """Versions that a newer one has taken the place of."""
        return frozenset(
            member.id
            for members in self.members.values()
            for member in members
            if member.kind == "version"
        )

    def shown_for(self, article_id: str) -> str:
        """The article that lists show for this one: itself, unless it is folded."""
        return self.under.get(article_id, article_id)

    def family(self, article_id: str) -> tuple[str, tuple[Relative, ...]]:
        """The article that is shown for this one, and all that are folded under it."""
        head = self.shown_for(article_id)
        return head, self.members.get(head, ())


class Relatives:
    """The relatives of one library."""

    def __init__(self, file: Path | None) -> None:
        """With its cache in `file`; None keeps it in memory."""
        self._file = RelativesFile(file)

    def close(self) -> None:
        """Lets go of the file."""
        self._file.close()

    def ids(self) -> frozenset[str]:
        """The articles that were taken over."""
        return self._file.ids()

    def update(self, ids: Iterable[str], document: Document) -> None:
        """Takes over articles that are new, have changed or are gone; raises ResourceError."""
        with self._file.transaction():
            waiting = dict.fromkeys(ids)
            waiting |= dict.fromkeys(self._file.remove(waiting))
            self._file.remove(waiting)
            for id_ in waiting:
                found = document(id_)
                if found:
                    self._take_over(*found, document)

    def _take_over(self, article: Article, facts: Facts, document: Document) -> None:
        text = shingles(article, facts)
        samples = {shingle for shingle in text if shingle % SAMPLED == 0}
        near, common = self._file.candidates(samples, _HELD_AGAINST)
        known = KnownText(article.id, len(text), own_page(article.url), sortable(article.published))
        self._file.add(known, samples.difference(common))
        for id_ in near if len(text) >= FEWEST else ():
            other = document(id_)
            if other is None:
                continue
            others = shingles(*other)
            shared = len(text & others)
            if shared >= CONTAINED * min(len(text), len(others)):
                self._file.add_share(article.id, id_, shared / len(text))
                self._file.add_share(id_, article.id, shared / len(others))

    def folds(self) -> Folds:
        """How the articles are folded now."""
        under: dict[str, str] = {}
        members: dict[str, list[Relative]] = {}
        for _, texts in self._file.of_one_page():
            newest, *older = sorted(texts, key=_age, reverse=True)
            under.update((text.id, newest.id) for text in older)
            members[newest.id] = [Relative(text.id, "version") for text in older]
        shares = self._file.shares()
        contained: dict[str, tuple[str, float]] = {}
        for id_, other, share in shares:
            if share >= CONTAINED and under.get(id_, id_) != under.get(other, other):
                contained.setdefault(id_, (other, share))
        lengths = self._file.texts({id_ for pair in shares for id_ in pair[:2]})
        for id_, other, share in sorted(shares, key=lambda one: _rank(lengths[one[1]])):
            head = under.get(other, other)
            copied = share >= FOLDED and _rank(lengths[other]) < _rank(lengths[id_])
            if copied and id_ not in under and head != id_:
                under[id_] = head
                members.setdefault(head, []).append(Relative(id_, "copy", share))
                for one in members.pop(id_, ()):  # its own versions go with it
                    under[one.id] = head
                    members[head].append(one)
        return Folds(under, {id_: tuple(found) for id_, found in members.items()}, contained)


def own_page(address: str | None) -> str:
    """The page that an address means, as all its spellings share it; "" for a front page."""
    if not address:
        return ""
    try:
        parts = urlsplit(address)
        return same_page(address) if parts.path.strip("/") or parts.query else ""
    except ValueError:
        return ""


def _age(text: KnownText) -> tuple[str, list[tuple[int, str]]]:
    """Sorts versions: by their dates, then by their numbers ("-v2" before "-v10")."""
    parts = re.split(r"(\d+)", text.id)
    return text.published, [(int(one) if one.isdecimal() else -1, one) for one in parts]


def _rank(text: KnownText) -> tuple[int, str, str]:
    """Of copies of one text the longest is shown, then the one that came first."""
    return -text.length, text.published or "9", text.id
