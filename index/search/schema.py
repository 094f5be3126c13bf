"""The fields of the index.

    text      the words of headline, outlet, byline and body, with their positions
    title     the words of the headline again: they count for more, and can be asked for alone
    source official said place      names, each one term as it is written
    figure when                     figures and days, each one term (`keys`)

What a hit shows is stored; bodies are not.
"""

from __future__ import annotations

from typing import Any

SCHEMA_VERSION = 1
"""Counts up with every change of what is written: an index of another version is built anew."""

TEXT_FIELDS = ("text", "title")
NAME_FIELDS = ("source", "official", "said", "place")
KEY_FIELDS = ("figure", "when")

BODY_START = 256
"""The position of the body's first word; headline, outlet and byline stand before it."""
LONGEST_TITLE = 200
"""Words of a headline that are indexed."""


def make_schema() -> Any:
    """The schema in Whoosh's terms."""
    from whoosh.fields import STORED, FieldType, Schema
    from whoosh.formats import Existence, Positions

    schema = Schema(hit=STORED)
    for name in TEXT_FIELDS:
        schema.add(name, FieldType(format=Positions(), analyzer=None, scorable=True))
    for name in NAME_FIELDS + KEY_FIELDS:
        schema.add(name, FieldType(format=Existence(), analyzer=None))
    return schema
