"""OPML, the lists of feeds that readers exchange (http://opml.org/spec2.opml).

Read by expat alone, which opens nothing, and with every declaration of an entity refused: a list
of feeds needs none, and they are how a few lines grow without end or reach into local files.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from index.errors import InputError
from index.sources.addresses import checked_address
from index.sources.sanitise import clean_line
from index.sources.xml_references import with_sound_references

LARGEST_LIST = 10_000_000
MOST_FEEDS = 10_000
MOST_DEPTH = 200
"""Outlines inside one another."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One feed of a list."""

    address: str
    title: str | None


@dataclass(slots=True)
class FeedOutlines:
    """The feeds of a list."""

    feeds: list[Outline] = field(default_factory=list)
    refused: int = 0
    """Entries with an address that is none of the web: `exec:`, `file:` …"""


class _Reading:
    def __init__(self) -> None:
        self.found = FeedOutlines()
        self.depth = 0
        self.is_opml = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > MOST_DEPTH:
            raise InputError("is no list of feeds: it is nested too deeply")
        if self.depth == 1:
            self.is_opml = name.lower() == "opml"
        if name.lower() != "outline" or len(self.found.feeds) >= MOST_FEEDS:
            return
        given = {key.lower(): value for key, value in attributes.items()}
        address = given.get("xmlurl", "").strip()
        if not address:
            return
        try:
            checked_address(address)
        except InputError:
            self.found.refused += 1
        else:
            title = clean_line(given.get("title") or given.get("text") or "")
            self.found.feeds.append(Outline(address, title or None))

    def end(self, name: str) -> None:
        self.depth -= 1

    def refuse(self, *_: object) -> NoReturn:
        raise InputError("is not read: it declares entities, which no list of feeds needs")


def read_outlines(content: bytes) -> FeedOutlines:
    """The feeds in an OPML file, nested ones too; raises InputError, to follow the file's name."""
    if len(content) > LARGEST_LIST:
        raise InputError(f"is too large: at most {LARGEST_LIST / 1e6:,.0f} MB are read")
    reading = _Reading()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.EntityDeclHandler = reading.refuse
    parser.ExternalEntityRefHandler = reading.refuse
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    try:
        parser.Parse(with_sound_references(content), True)
    except expat.ExpatError as error:
        raise InputError(f"is no XML (line {error.lineno}); export it again") from None
    except (ValueError, LookupError):  # an encoding that nobody knows
        raise InputError("is no XML that can be read; export it again") from None
    if not reading.is_opml:
        raise InputError("is no list of feeds")
    return reading.found
