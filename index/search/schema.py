"""The fields of the index.

    text      the words of headline, outlet, byline and body, with their positions
    title     the words of the headline again: they count for more, and can be asked for alone
    begin     the first one and two letters of the words of headline, outlet and officials, and
              the first three of every word: what is asked for while somebody types
    source official said place      names, each one term as it is written

Figures and mentioned days are no terms: they lie in tables of their own (`ranges`).
What a hit shows is stored; bodies are not.
"""

from __future__ import annotations

from typing import Any

SCHEMA_VERSION = 4
"""Counts up with every change of what is written: an index of another version is built anew."""

BEGIN_FIELD = "begin"
TEXT_FIELDS = ("text", "title")
NAME_FIELDS = ("source", "official", "said", "place")

SHORT_BEGINNING = 2
"""Letters with which only headlines, outlets and officials are found: every body has an "m"."""
BEGINNING = SHORT_BEGINNING + 1
"""Letters with which bodies are found as well."""

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
    for name in (BEGIN_FIELD, *NAME_FIELDS):
        schema.add(name, FieldType(format=Existence(), analyzer=None))
    return schema
