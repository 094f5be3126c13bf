"""What is known of an article beyond its text: the six keys, checked one by one.

A bad value costs its own key only; the rest goes on, and the fault is told in a sentence.
"""

from __future__ import annotations

import difflib
import re
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from index.sources.addresses import redacted, without_credentials
from index.sources.published import iso_published
from index.sources.sanitise import clean_line

_ADDRESS = re.compile(r"https?://[^\s/?#]+[^\s]*", re.IGNORECASE)
_WIKI_LINK = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]")


def _line(value: object) -> str | None:
    """A name or title on one line; a list of them joined as in a byline."""
    if value is None:
        return None
    if isinstance(value, dict):  # Hugo's `author: {name: …}`
        value = value.get("name")
    parts = value if isinstance(value, list | tuple) else [value]
    names = [part.get("name") if isinstance(part, dict) else part for part in parts]
    if not all(isinstance(name, str | int | float) for name in names):
        raise ValueError('is no text; write it between quotation marks, as in "Jane Doe"')
    lines = [clean_line(_WIKI_LINK.sub(r"\1", str(name))) for name in names]
    joined = " and ".join(filter(None, [", ".join(lines[:-1]), lines[-1] if lines else ""]))
    return joined or None


def _published(value: object) -> str | None:
    return None if value is None or value == "" else iso_published(value)


def _timezone(value: object) -> str | None:
    if value is None or value == "":
        return None
    try:
        return ZoneInfo(str(value)).key
    except (ValueError, OSError, KeyError):
        raise ValueError('is no zone; write it as "America/New_York" or "UTC"') from None


def _address(value: object) -> str | None:
    if value is None or value == "":
        return None
    line = clean_line(str(value), 2000)
    if not _ADDRESS.fullmatch(line):
        raise ValueError("is no web address; it must begin with http:// or https://")
    return without_credentials(line)


Line = Annotated[str | None, BeforeValidator(_line)]


class Metadata(BaseModel):
    """What is known of one article. None is not known."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Line = None
    source: Line = None
    byline: Line = None
    published: Annotated[str | None, BeforeValidator(_published)] = None
    timezone: Annotated[str | None, BeforeValidator(_timezone)] = None
    url: Annotated[str | None, BeforeValidator(_address)] = None

    def over(self, other: Metadata) -> Metadata:
        """This one, with what it does not know taken from `other`."""
        known = {**other.model_dump(exclude_none=True), **self.model_dump(exclude_none=True)}
        return Metadata.model_construct(**known)


def checked(stated: dict[str, Any]) -> tuple[Metadata, list[str]]:
    """The metadata in `stated`, and one sentence for each key that is wrong.

    The sentences name the key and the mend; the caller puts the file before them.
    """
    problems: list[str] = []
    good = dict(stated)
    try:
        return Metadata(**good), problems
    except ValidationError as error:
        for fault in error.errors():
            key = str(fault["loc"][0])
            good.pop(key, None)
            if fault["type"] == "extra_forbidden":
                problems.append(f"the key {clean_line(key, 40)!r} is unknown; {_nearest(key)}")
            else:
                reason = str(fault["msg"]).removeprefix("Value error, ")
                shown = clean_line(redacted(str(stated[key])), 40)
                problems.append(f"{key} = {shown!r} {reason}")
    return Metadata(**good), problems


def _nearest(key: str) -> str:
    near = difflib.get_close_matches(key, Metadata.model_fields, 1)
    return f"write {near[0]}" if near else f"known are {', '.join(Metadata.model_fields)}"
