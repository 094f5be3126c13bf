"""Checks a person's own lexicon against the shape of ours.

Kept apart because pydantic takes long to import, and most people have no lexicon of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from operator import or_
from pathlib import Path
from typing import Any

from pydantic import ConfigDict, ValidationError, create_model

from index.errors import SettingsError


def check(path: Path, theirs: Mapping[str, Any], ours: Mapping[str, Any]) -> None:
    """Raise SettingsError that names file and key if `theirs` does not fit the shape of `ours`.

    The tables of a lexicon are fixed; inside a table new keys are free, and take the kind of value
    that the other keys have.
    """
    fields: dict[str, Any] = {key: (_type_of(value), None) for key, value in ours.items()}
    model = create_model("Lexicon", __config__=ConfigDict(extra="forbid", strict=True), **fields)
    try:
        model.model_validate(dict(theirs))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        if first["type"] == "extra_forbidden":
            known = ", ".join(ours)
            raise SettingsError(
                f"{path} has a table {place!r} that nothing reads; the tables are: {known}."
            ) from error
        raise SettingsError(f"{path}, key {place!r}: {first['msg']}.") from error


def _type_of(value: Any) -> Any:
    """The type of values like this one."""
    if isinstance(value, dict):
        return dict[str, _any_of(value.values())]  # type: ignore[misc]
    if isinstance(value, list):
        return list[_any_of(value)]  # type: ignore[misc]
    if isinstance(value, bool):
        return bool
    return float if isinstance(value, int | float) else type(value)


def _any_of(values: Any) -> Any:
    types: list[Any] = []
    for value in values:
        kind = _type_of(value)
        if kind not in types:
            types.append(kind)
    return reduce(or_, types) if types else Any
