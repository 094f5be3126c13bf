"""Chains of sources: on whom an answer rests in the end, and through which newsrooms it came.

"According to Yonhap, citing the NIS" rests on the NIS, through Yonhap; "she told CNN" on her,
through CNN; what a spokesman says on the body that he speaks for.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from index.compare.newsrooms import newsroom, newsroom_at
from index.facts.bodies import named_body
from index.facts.claims_vocabulary import signs
from index.facts.lexicons import alternatives, from_lexicon, table, word_set
from index.facts.model import Facts

_CITED = re.compile(r"[^,;.\n]{2,80}")
_AFTER = re.compile(r"\s+(?:the\s+)?(?=[A-Z])")
_NAME = re.compile(r"(?<![\w-])(?:the |The )?(?=[A-Z])")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_GAP = 40
"""Characters between the name of a newsroom and the word that says it reported something."""


class Chain(NamedTuple):
    """Where an answer comes from."""

    source: str | None = None
    """Who is answerable for it in the end, as named; None where nobody is named."""
    via: tuple[str, ...] = ()
    """The newsrooms that it came through, besides the report's own."""


class Sources:
    """The chains of sources in one report."""

    def __init__(self, facts: Facts) -> None:
        self._roles = {
            official.name: [role.text for role in official.roles] for official in facts.officials
        }

    def of(self, sentence: str, speaker: str | None) -> Chain:
        """Where a claim comes from that stands in `sentence`, put down to `speaker`."""
        via, cited = _leaning()(sentence)
        if speaker is not None:
            own = newsroom(speaker)
            if own in via:  # the newsroom itself was taken for the speaker
                return Chain(cited or own, tuple(name for name in via if name != own or cited))
            return Chain(self._answerable(speaker), via)
        if cited is not None:
            return Chain(cited, via)
        return Chain(via[-1], via[:-1]) if via else Chain()

    def is_side(self, voice: str | None) -> bool:
        """Whether who speaks, or the office of whoever it is, is of those who may stand against
        the ones in charge: "the drivers' union", "a rebel spokesman"."""
        words = " ".join([voice or "", *self._roles.get(voice or "", ())]).lower().replace("’", "'")
        sides = signs("voices", "sides")
        return any(word.strip("'") in sides for word in words.replace("'s ", " ").split())

    def _answerable(self, speaker: str) -> str:
        """The body that a spokesman speaks for; anybody else answers for himself."""
        for role in self._roles.get(speaker, ()):
            body = _body_of()(role)
            if body is not None:
                return body
        return speaker


@from_lexicon
def _words() -> dict[str, re.Pattern[str]]:
    chains = table("newsrooms")["chains"]
    return {
        name: re.compile(rf"(?<![\w-])(?:{alternatives(chains[name])})(?!\w)", re.IGNORECASE)
        for name in ("told", "reported", "according", "citing")
    }


@from_lexicon
def _body_names() -> tuple[re.Pattern[str], dict[str, str]]:
    names: dict[str, str] = {}
    for body, also in table("bodies")["bodies"].items():
        names.update(dict.fromkeys([body, *also], body))
    return re.compile(rf"(?<![\w-])(?:{alternatives(names)})(?!\w)"), names


@from_lexicon
def _body_of() -> Callable[[str], str | None]:
    """`_spoken_for`, which looks at each role once."""
    return lru_cache(maxsize=1 << 10)(_spoken_for)


@from_lexicon
def _leaning() -> Callable[[str], tuple[tuple[str, ...], str | None]]:
    """`_leans_on`, which looks once at a sentence that makes several claims."""
    return lru_cache(maxsize=1 << 10)(_leans_on)


def _spoken_for(role: str) -> str | None:
    """The body that the holder of a role speaks for: "Deputy Pentagon Press Secretary"."""
    if word_set("newsrooms", "chains", "voices").isdisjoint(role.lower().replace("-", " ").split()):
        return None
    pattern, names = _body_names()
    found = pattern.search(role)
    return names[" ".join(found.group().split())] if found else None


def _leans_on(sentence: str) -> tuple[tuple[str, ...], str | None]:
    """The newsrooms that a sentence takes its words from, and whom these cite."""
    words = _words()
    via: dict[str, None] = {}
    reported = False
    for name in ("told", "according"):
        for cue in words[name].finditer(sentence):
            after = _AFTER.match(sentence, cue.end())
            found = newsroom_at(sentence, cue.end()) if after else None
            if found is not None:
                via[found[0]] = None
                reported = reported or name == "according"
    for cue in words["reported"].finditer(sentence):
        found = _subject(sentence, cue.start())
        if found is not None:
            via[found[0]] = None
            reported = True
    if not via or not reported:
        return tuple(via), None
    cue_of = words["citing"].search(sentence)
    return tuple(via), _cited(sentence, cue_of.end(), [*via][-1]) if cue_of else None


def _subject(sentence: str, end: int) -> tuple[str, int] | None:
    """The newsroom whose name ends right before `end`: "Yonhap" of "Yonhap reported"."""
    start = max(0, end - _GAP)
    for match in _NAME.finditer(sentence, start, end):
        found = newsroom_at(sentence, match.start())
        if found is not None and not sentence[found[1] : end].strip():
            return found
    return None


def _cited(sentence: str, start: int, by: str) -> str | None:
    """Whom a report cites: a body or a person by name, "two officials (Reuters)" for nobody named.

    Unnamed people are known only to the newsroom that heard them.
    """
    words = _CITED.match(sentence, start)
    if words is None:
        return None
    name = _ARTICLE.sub("", words.group().strip().rstrip("\"”’'"))
    return named_body()(name).name or (name if name[:1].isupper() else f"{name} ({by})")
