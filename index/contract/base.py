"""What the parts of the contract have in common: their model, and how it is filled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from pydantic import BaseModel, ConfigDict

Number = int | float
Model = TypeVar("Model", bound="Contract")


class Contract(BaseModel):
    """What all parts of the contract share: no key that is not in it, and plain attribute names."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    def json_line(self) -> str:
        """This object as one line of JSON."""
        return self.model_dump_json(by_alias=True)


def fields(kind: type[Model], data: object) -> Model:
    """An object of `kind` with the keys that it shares with `data`, a dataclass."""
    values = {name: _plain(getattr(data, name)) for name in kind.model_fields}
    return kind(**values)


def _plain(value: object) -> object:
    """A whole number without its ".0"; a tuple as a list."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return list(value)
    return value
