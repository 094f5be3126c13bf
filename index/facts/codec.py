"""Facts to bytes and back, for the catalogue.

Each dataclass becomes a JSON list of its values, in the order of its fields and without the
defaults at its end; words that stand in the body are not written a second time. How a class is
written follows from its fields alone, so a new field needs nothing here; a catalogue that was
written with other fields is known by `stamp` and made anew.
"""

from __future__ import annotations

import json
import types
import typing
import zlib
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any

from index.facts.model import Facts

Encoder = Callable[[Any, str], Any]
Decoder = Callable[[Any, str], Any]

_IN_BODY = 0
"""Written in place of a `text` that is the body's between `start` and `end`."""


def encode(facts: Facts, body: str) -> bytes:
    """The bytes of `facts`, which were found in `body`."""
    row = _coders(Facts)[0](facts, body)
    return zlib.compress(json.dumps(row, separators=(",", ":")).encode(), 1)


def decode(data: bytes, body: str) -> Facts:
    """The facts that `encode` wrote with the same `body`; raises ValueError if it did not."""
    try:
        facts: Facts = _coders(Facts)[1](json.loads(zlib.decompress(data)), body)
    except (zlib.error, TypeError, IndexError, AttributeError) as error:
        raise ValueError(f"these are no facts: {error}") from error
    return facts


@cache
def _coders(kind: type) -> tuple[Encoder, Decoder]:
    hints = typing.get_type_hints(kind)
    items = fields(kind)
    values_of = attrgetter(*(item.name for item in items))
    defaults = [item.default for item in items]
    special = [
        (place, coder)
        for place, item in enumerate(items)
        if (coder := _value_coders(hints[item.name]))
    ]
    names = [item.name for item in items]
    text = names.index("text") if {"start", "end", "text"} <= set(names) else None
    start, end = (names.index("start"), names.index("end")) if text is not None else (0, 0)

    def encode_one(value: Any, body: str) -> list[Any]:
        row = list(values_of(value))
        for place, (encoder, _) in special:
            row[place] = encoder(row[place], body)
        if text is not None and row[text] == body[row[start] : row[end]]:
            row[text] = _IN_BODY
        while row and defaults[len(row) - 1] is not MISSING and row[-1] == defaults[len(row) - 1]:
            row.pop()
        return row

    def decode_one(row: list[Any], body: str) -> Any:
        for place, (_, decoder) in special:
            if place < len(row):
                row[place] = decoder(row[place], body)
        if text is not None and row[text] == _IN_BODY:
            row[text] = body[row[start] : row[end]]
        return kind(*row)

    return encode_one, decode_one


def _value_coders(hint: Any) -> tuple[Encoder, Decoder] | None:
    """How values of one type are written; None for those that JSON holds as they are."""
    if isinstance(hint, type) and is_dataclass(hint):
        return _coders(hint)
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        return _tuple_coders(next((_value_coders(part) for part in arguments), None))
    if origin in (typing.Union, types.UnionType):
        inner = next(filter(None, map(_value_coders, arguments)), None)
        return _optional_coders(*inner) if inner else None
    return None


def _tuple_coders(inner: tuple[Encoder, Decoder] | None) -> tuple[Encoder, Decoder]:
    if inner is None:
        return (lambda value, _: list(value)), (lambda row, _: tuple(row))
    encoder, decoder = inner
    return (
        lambda value, body: [encoder(part, body) for part in value],
        lambda row, body: tuple([decoder(part, body) for part in row]),
    )


def _optional_coders(encoder: Encoder, decoder: Decoder) -> tuple[Encoder, Decoder]:
    return (
        lambda value, body: None if value is None else encoder(value, body),
        lambda row, body: None if row is None else decoder(row, body),
    )
