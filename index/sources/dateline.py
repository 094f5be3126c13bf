"""The dateline at the head of a report: "KYIV, March 5 (Agency) - ", "LONDON — ", "5 March - ".

Its forms are those of the agencies and papers: a city in capitals with its region, or the city with
the day, or the day alone; the agency in brackets or between slashes; a dash, colon or full stop.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from index.sources.published import ending_day, worded_day

_PLACE = r"(?P<place>[A-Z\d][^()/\n–—]{1,60}[ .])?"
_SIGN = r"(?P<sign>--?|[–—_:])"
_BY_AGENCY = re.compile(
    rf"{_PLACE}(?:\((?P<agency>[A-Z][\w .&'’-]{{1,30}})\)(?: ?{_SIGN})?"
    r"|/(?P<slashed>[A-Z][\w ]{1,30})/(?:\.| ?--?)?)\s+"
)
_BARE = re.compile(
    r"(?P<place>[A-Z\d][^()/\n–—:]{1,60}?)(?:\s--?\s|\s?[–—]\s?|:\s)(?=[\"“‘'(]?[A-Z\d])"
)
_CITY = re.compile(r"(?:[^\W\d_]|[ .'’-]){3,40}")
_REGION = re.compile(r"[A-Z][\w .'’-]{0,30}")


class Dateline(NamedTuple):
    """What stands before the first sentence."""

    end: int
    """Where that sentence begins."""
    agency: str | None
    published: str | None
    """ISO day; None where the dateline names none, or no year."""


def read_dateline(line: str) -> Dateline | None:
    """The dateline that `line` begins with; None where it begins with a sentence or a title."""
    if found := _BY_AGENCY.match(line):
        place, day = _apart(found["place"] or "")
        signed = found["slashed"] or found["sign"] or (day and line[found.end() :][:1].isupper())
        if signed and (not place or _is_city(place) or day):
            agency = found["agency"] or found["slashed"]
            return Dateline(found.end(), agency, worded_day(day))
    if found := _BARE.match(line):
        place, day = _apart(found["place"])
        if _is_city(place) or day:
            return Dateline(found.end(), None, worded_day(day))
    return None


def _apart(place: str) -> tuple[str, str]:
    """ "SEOUL, Oct. 29, 2024 " as its place and its day; each may be empty."""
    day = ending_day(place)
    return place[: len(place) - len(day)].strip(" ,."), day.strip(" ,.")


def _is_city(place: str) -> bool:
    """Whether a place is a city in capitals, with the names of its region and country behind it."""
    city, *regions = place.split(",")
    named = city.isupper() and _CITY.fullmatch(city) is not None
    return named and all(_REGION.fullmatch(region.strip()) for region in regions)
