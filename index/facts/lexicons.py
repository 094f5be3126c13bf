"""The words that the rules know: `lexicon/*.toml`, with the person's own files merged in.

A person adds words in files of the same names in the `lexicon` folder beside their config.toml.
Tables are joined key by key, lists are lengthened, single values replaced.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from index.errors import SettingsError
from index.locations import lexicon_folder

_OURS = Path(__file__).parent / "lexicon"
_MEND = "Mend it or take it away; until then this file is left out."
_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")
_MOST_REMEMBERED = 1 << 14
_caches: list[Callable[[], None]] = []


def from_lexicon(make: Callable[_Arguments, _Result]) -> Callable[_Arguments, _Result]:
    """Decorate a function that is made of the lexicon: it runs once for the same arguments.

    `forget` makes it run again.
    """
    cached = lru_cache(_MOST_REMEMBERED)(make)
    _caches.append(cached.cache_clear)
    return cached  # type: ignore[return-value]  # typeshed knows no parameters here


def forget() -> None:
    """Read the lexicons anew at their next use."""
    for clear in _caches:
        clear()


@from_lexicon
def table(name: str) -> Mapping[str, Any]:
    """The content of one lexicon, "units" for units.toml. Not to be changed by the caller.

    The person's own file is left out while it does not fit: `own_lexicon_problems` tells of it.
    """
    ours = _our(name)
    path = lexicon_folder() / f"{name}.toml"
    try:
        return _merge(ours, _checked(path, ours)) if path.is_file() else ours
    except SettingsError:
        return ours


@from_lexicon
def word_set(name: str, *keys: str) -> frozenset[str]:
    """One list of a lexicon: `word_set("claims", "stance", "denied")`."""
    found: Any = table(name)
    for key in keys:
        found = found[key]
    return frozenset(found)


def _our(name: str) -> dict[str, Any]:
    return tomllib.loads((_OURS / f"{name}.toml").read_text("utf-8"))


def _checked(path: Path, ours: Mapping[str, Any]) -> dict[str, Any]:
    """The content of the person's own file; raises SettingsError when it does not fit `ours`."""
    theirs = _read(path)
    from index.facts.lexicon_check import check

    check(path, theirs, ours)
    return theirs


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise SettingsError(f"{path} cannot be read as a lexicon: {error}. {_MEND}") from error


def _merge(ours: dict[str, Any], theirs: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(ours)
    for key, value in theirs.items():
        known = merged.get(key)
        if isinstance(known, dict) and isinstance(value, dict):
            merged[key] = _merge(known, value)
        elif isinstance(known, list) and isinstance(value, list) and _is_word_list(known):
            merged[key] = known + [word for word in value if word not in known]
        else:
            merged[key] = value
    return merged


def _is_word_list(value: list[Any]) -> bool:
    """A list of words grows; a list of numbers is one value ("spring = [3, 5]")."""
    return all(not isinstance(item, int | float) for item in value)


def names() -> tuple[str, ...]:
    """The lexicons that there are."""
    return tuple(sorted(path.stem for path in _OURS.glob("*.toml")))


def own_lexicon_problems() -> list[str]:
    """What is wrong with the person's own lexicons: a sentence for each file that is left out."""
    folder = lexicon_folder()
    problems = []
    for path in sorted(folder.glob("*.toml")) if folder.is_dir() else ():
        try:
            if path.stem not in names():
                known = ", ".join(names())
                raise SettingsError(f"{path} is no lexicon; rename it to one of: {known}.")
            _checked(path, _our(path.stem))
        except SettingsError as error:
            problems.append(str(error))
    return problems


def check_own_lexicons() -> None:
    """Raise SettingsError for the first of the person's own lexicons that does not fit."""
    for problem in own_lexicon_problems():
        raise SettingsError(problem)


def alternatives(words: Iterable[str]) -> str:
    """A regular expression that matches any of the words, the longest first.

    "Metric tons" wins over "metric"; any white space matches a blank, so that a phrase may run
    over the end of a line.
    """
    return branching((word, "") for word in words)


def branching(phrases: Iterable[tuple[str, str]]) -> str:
    """Phrases, each with the pattern of what must follow it, as one that branches by letters.

    A text that fits no phrase fails at its first or second letter, where a list of phrases would
    be tried to its end.
    """
    ends: list[str] = []
    branches: dict[str, list[tuple[str, str]]] = {}
    for phrase, after in phrases:
        if phrase:
            branches.setdefault(phrase[0], []).append((phrase[1:], after))
        elif after not in ends:
            ends.append(after)
    alike: dict[str, str] = {}
    for letter, rest in sorted(branches.items()):
        tail = branching(rest)
        alike[tail] = alike.get(tail, "") + letter
    ways = [_one_of(letters) + tail for tail, letters in alike.items()]
    ways += sorted(ends, key=len, reverse=True)  # what must follow before what need not
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def _one_of(letters: str) -> str:
    import re

    pattern = re.escape(letters).replace("\\ ", r"\s")
    return pattern if len(letters) == 1 else f"[{pattern}]"
