"""Checks a person's own lexicon against the shape of ours.

Kept apart because pydantic takes long to import, and most people have no lexicon of their own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import reduce
from operator import or_
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, StringConstraints, ValidationError, create_model

from index.errors import SettingsError

_CLOSED = frozenset(
    [
        ("numbers", "approximators"),
        ("numbers", "approximators_after"),
        ("calendar", "bounds"),
        ("calendar", "units"),
    ]
)
"""Tables whose values are names that the rules know: a new word takes one of ours."""
_Word = Annotated[str, StringConstraints(pattern=r"\S")]
_ENOUGH = 3
"""So many lists of one length show that all lists of a table have it."""


def check(path: Path, theirs: Mapping[str, Any], ours: Mapping[str, Any]) -> None:
    """Raise SettingsError that names file and key if `theirs` does not fit the shape of `ours`.

    The tables of a lexicon are fixed; inside a table new keys are free, and take the kind of value
    that the other keys have.
    """
    fields: dict[str, Any] = {
        key: (_closed(value) if (path.stem, key) in _CLOSED else _type_of(value), None)
        for key, value in ours.items()
    }
    model = create_model("Lexicon", __config__=ConfigDict(extra="forbid", strict=True), **fields)
    try:
        model.model_validate(dict(theirs))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"] if _is_key(str(part)))
        if first["type"] == "extra_forbidden":
            known = ", ".join(ours)
            raise SettingsError(
                f"{path} has a table {place!r} that nothing reads; the tables are: {known}."
            ) from error
        empty = first["type"] == "string_pattern_mismatch"
        raise _misfit(path, place, "a word is empty" if empty else first["msg"]) from error
    if path.stem == "calendar":
        _check_holidays(path, theirs)


def _misfit(path: Path, place: str, what: str) -> SettingsError:
    return SettingsError(
        f"{path}, key {place!r}: {what}. Mend it or take it away; until then this file is left out."
    )


def _is_key(part: str) -> bool:
    """Whether a part of an error's place is one of the file, and none of pydantic's own."""
    return "[" not in part and part not in ("str", "int", "float", "bool")


def _check_holidays(path: Path, theirs: Mapping[str, Any]) -> None:
    for name, (month, day) in theirs.get("holidays", {}).items():
        try:
            date(2024, month, day)
        except ValueError as error:
            raise _misfit(
                path, f"holidays.{name}", f"month {month} has no day {day}; write [month, day]"
            ) from error
    for name, (month, weekday, which) in theirs.get("moving_holidays", {}).items():
        if not (1 <= month <= 12 and 1 <= weekday <= 7 and which in (-1, 1, 2, 3, 4)):
            raise _misfit(
                path,
                f"moving_holidays.{name}",
                "write [month, weekday from 1 for Monday, which one from 1, or -1 for the last]",
            )


def _closed(ours: Mapping[str, str]) -> Any:
    """A table whose values are among ours."""
    return dict[_Word, Literal[tuple(sorted(set(ours.values())))]]  # type: ignore[misc]


def _type_of(value: Any, length: int | None = None) -> Any:
    """The type of values like this one; lists of one `length` where it is given."""
    if isinstance(value, dict):
        return dict[_Word, _any_of(value.values())]  # type: ignore[misc]
    if isinstance(value, list):
        items: Any = list.__class_getitem__(_word_or(_any_of(value)))
        return Annotated[items, Field(min_length=length, max_length=length)] if length else items
    if isinstance(value, bool):
        return bool
    return float if isinstance(value, int | float) else type(value)


def _word_or(kind: Any) -> Any:
    return _Word if kind is str else kind


def _any_of(values: Collection[Any]) -> Any:
    length = _common_length(values)
    types: list[Any] = []
    for value in values:
        kind = _type_of(value, length)
        if kind not in types:
            types.append(kind)
    return reduce(or_, types) if types else Any


def _common_length(values: Iterable[Any]) -> int | None:
    """The length that all lists among the values have, if it can be no chance."""
    lengths = [len(value) for value in values if isinstance(value, list)]
    same = len(lengths) >= _ENOUGH and len(set(lengths)) == 1 and lengths[0] > 1
    return lengths[0] if same else None
