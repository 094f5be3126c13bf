"""Claims of one article with the same number that speak of one group: "21 girls … the 21"."""

from __future__ import annotations

from index.facts.claims_vocabulary import signs
from index.facts.model import Figure

SMALL = 10
"""Numbers up to this one are met too often to name a group by themselves."""
_DEFINITE = "the "
_LATEST = 64
"""Chains of one value that are looked at, so that a table takes time in proportion."""


class Chains:
    """Numbers the groups that the figures of one article count, in the order of the article."""

    def __init__(self, body: str) -> None:
        self._body = body
        self._chains: dict[object, list[tuple[int, str | None, str | None]]] = {}
        """For each value the chains that have it: number, class of noun, noun."""
        self._count = 0

    def number(
        self, figure: Figure, counted: str | None, noun: str | None, *, planned: bool
    ) -> int:
        """The number of the chain that a figure belongs to; -1 where it can name no group.

        A number names a group when it is not one, and its nouns do not contradict; a small one
        only with the same noun, or as "the two".
        """
        if figure.kind not in ("count", "money") or figure.low in (None, 0, 1):
            return -1
        value = (figure.low, figure.high, figure.approximation, figure.unit, planned)
        chains = self._chains.setdefault(value, [])
        first = max(0, len(chains) - _LATEST)
        for place, (number, other_counted, other_noun) in enumerate(chains[first:], first):
            if not _agree(counted, noun, other_counted, other_noun):
                continue
            same_noun = (
                noun is not None and noun == other_noun and noun not in signs("nouns", "anybody")
            )
            if same_noun or self._is_definite(figure) or (figure.low or 0) > SMALL:
                chains[place] = (number, other_counted or counted, other_noun or noun)
                return number
        self._count += 1
        chains.append((self._count - 1, counted, noun))
        return self._count - 1

    def _is_definite(self, figure: Figure) -> bool:
        before = self._body[max(0, figure.start - len(_DEFINITE)) : figure.start]
        return before.lower() == _DEFINITE


def _agree(
    counted: str | None, noun: str | None, other_counted: str | None, other_noun: str | None
) -> bool:
    if (counted is None and noun is None) or (other_counted is None and other_noun is None):
        return True
    if noun is not None and noun == other_noun:
        return True
    persons = signs("nouns", "persons")
    return counted is not None and (
        counted == other_counted or (counted in persons and other_counted in persons)
    )
