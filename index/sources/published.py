"""Dates of publication, in the spellings of files, to ISO 8601."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_YEAR = r"(?P<year>\d{4})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WORDED = re.compile(
    rf"(?:[a-z]{{3,9}}\.?, )?(?:{_MONTH} {_DAY},? {_YEAR}"
    rf"|{_DAY.replace('day', 'day2')} (?:of )?{_MONTH.replace('month', 'month2')},? "
    rf"{_YEAR.replace('year', 'year2')})"
    r"(?:[\s,|·–—-]{1,4}(?:at )?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: \(?[a-z]{1,5}\)?)?)?",
    re.IGNORECASE,
)
# "Oct. 29", "5 March 2024", "Tuesday, March 5": a day at the end of a dateline.
_ENDING_DAY = re.compile(
    rf"(?:(?<=[ ,])|\A)(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    rf"(?:{_MONTH} {_DAY}|{_DAY.replace('day', 'day2')} {_MONTH.replace('month', 'month2')})"
    rf"(?:,? {_YEAR})?[ ,.]*\Z",
    re.IGNORECASE,
)
# "2024. 10. 15. 14:32", "2024年8月20日 15時10分", "2024/04/18"; with dots also "12.08.2024".
_NUMBERED = re.compile(
    r"(?:(?P<year>\d{4}) ?[./年년-] ?(?P<month>\d{1,2}) ?[./月월-] ?(?P<day>\d{1,2})(?: ?[.日일])?"
    r"|(?P<day2>\d{1,2})\. ?(?P<month2>\d{1,2})\. ?(?P<year2>\d{4})"
    r"|(?P<day3>\d{1,2})/(?P<month3>\d{1,2})/(?P<year3>\d{4}))"
    r"(?:[ ,|]{0,3}(?:\(\S{1,3}\) ?)?(?:오전 |오후 |午前|午後)?"
    r"\d{1,2} ?[:.時时시] ?\d{2}(?:[:分분]\d{0,2})?(?: ?(?:Uhr|h))?)?"
)
LONGEST = 64
"""Characters of a spelling; a longer one is no date."""


def iso_published(value: object) -> str:
    """`value` (a date, a moment or its spelling) as an ISO day or moment.

    Raises ValueError with a sentence on how to write it.
    """
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    spelling = " ".join(value.split()) if isinstance(value, str) and len(value) <= LONGEST else ""
    found = _iso(spelling) or _worded(spelling) or _numbered(spelling) or _mailed(spelling)
    if not found:
        raise ValueError("is no date; write it as 2024-10-29 or 2024-10-29T14:30:00-04:00")
    return found


def worded_day(line: str) -> str | None:
    """The day of a line that begins with a date in words ("October 29, 2024, 4:30 PM ET")."""
    return _worded(" ".join(line[:LONGEST].split()))


def ending_day(words: str) -> str:
    """The day, with its year or without, that `words` end in; "" for none."""
    found = _ENDING_DAY.search(words[-LONGEST:])
    return found.group() if found else ""


def _iso(spelling: str) -> str | None:
    try:
        if len(spelling) <= 10:
            return date.fromisoformat(spelling).isoformat()
        return datetime.fromisoformat(spelling).isoformat(timespec="seconds")
    except ValueError:
        return None


def _worded(spelling: str) -> str | None:
    found = _WORDED.fullmatch(spelling)
    if not found:
        return None
    month = found["month"] or found["month2"]
    try:
        return date(
            int(found["year"] or found["year2"]),
            _MONTHS.index(month[:3].lower()) + 1,
            int(found["day"] or found["day2"]),
        ).isoformat()
    except ValueError:
        return None


def _numbered(spelling: str) -> str | None:
    """The day of a date in figures alone, the year first or, with dots, last.

    With slashes and the year last only where one of the two others can be no month.
    """
    found = _NUMBERED.fullmatch(spelling)
    if not found:
        return None
    year, month, day = (
        found[key] or found[f"{key}2"] or found[f"{key}3"] for key in ("year", "month", "day")
    )
    if found["year3"]:
        month, day = sorted((month, day), key=int)
        if int(day) <= 12:
            return None
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _mailed(spelling: str) -> str | None:
    """The spelling of mail and feeds: "Tue, 29 Oct 2024 14:30:00 GMT"."""
    from email.utils import parsedate_to_datetime  # rarely needed, and slow to import

    try:
        moment = parsedate_to_datetime(spelling)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.isoformat(timespec="seconds") if ":" in spelling else moment.date().isoformat()


def sortable(published: str | None) -> str:
    """A key that orders dates of publication by time; what is unknown comes before all."""
    if not published:
        return ""
    if len(published) <= 10:
        return published
    moment = datetime.fromisoformat(published)
    if moment.tzinfo is None:
        return moment.isoformat()
    try:
        return moment.astimezone(UTC).replace(tzinfo=None).isoformat()
    except OverflowError:  # the first and the last day of the calendar
        return moment.replace(tzinfo=None).isoformat()
