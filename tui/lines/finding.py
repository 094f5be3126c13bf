"""Lists of reports, and opening one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.rendering.words import count, day, sentence
from tui.stories import LARGEST_STORY

if TYPE_CHECKING:
    from index.search.engine import SearchHit
    from tui.desk import Listing
    from tui.lines.reader import LineReader

_MOST = 200
"""Reports of one list."""


def greet(reader: LineReader) -> None:
    """What this is, at once; how the library stands, and its reports, the newest first."""
    reader.pages.line("newsreader, line by line: ? says what can be typed, q leaves.")
    reader.pages.turn()
    reader.show(partial(_greet, reader))


def _greet(reader: LineReader) -> None:
    if len(reader.desk.library.entries()) <= LARGEST_STORY:
        reader.pages.line(f"{reader.desk.stories.standing().replace(' · ', ', ')}.")
    _list(reader, "")


def search(reader: LineReader, words: str) -> None:
    """Lists the reports that answer a query; all of them, the newest first, for an empty one."""
    reader.show(partial(_list, reader, words))
    reader.desk.searches.remember(words)


def open_named(reader: LineReader, name: str) -> None:
    """Opens a report by its id, or the beginning of one, or a file. Raises InputError."""
    from tui.lines.report import open_report

    open_report(reader, reader.desk.library.resolve(name))


def update(reader: LineReader, words: str) -> None:
    """Reads in what has changed in the library's folders."""
    report = reader.desk.sync(lambda _: None)
    reader.pages.line(
        f"{count(report.articles, 'report')}: {report.added:,} added, {report.updated:,} updated, "
        f"{report.removed:,} removed, {count(len(report.failed), 'file')} not read."
    )
    for failure in report.failed:
        reader.pages.line(f"{failure.path} {failure.reason}.")


def _list(reader: LineReader, query: str) -> None:
    from tui.lines.report import open_report

    listing = reader.desk.listing(query, _MOST)
    reader.listed = [hit.article for hit in listing.hits]
    reader.pages.line(_summary(listing, query))
    if listing.notice:
        reader.pages.line(listing.notice)
    for number, hit in enumerate(listing.hits, 1):
        reader.pages.line(f"{number}. {_about(hit, listing)}")
        if hit.snippet and query:
            reader.pages.line(f"   {' '.join(hit.snippet.split())}")
    reader.offer(
        [partial(open_report, reader, hit.article, query=listing.answered) for hit in listing.hits]
    )


def _summary(listing: Listing, query: str) -> str:
    """ "3 reports for “kursk”:"."""
    if not listing.hits:
        return f"No report for “{query}”." if query else "There is no report in this library."
    told = count(listing.total, "report") + (f" for “{query}”" if query else ", the newest first")
    shown = len(listing.hits)
    return f"{told}{f'; the first {shown:,}' if shown < listing.total else ''}:"


def _about(hit: SearchHit, listing: Listing) -> str:
    """Title, outlet, day, and what else is known of one report."""
    known = [hit.source or "unknown source", day(hit.published)]
    if hit.article in listing.beside:
        known.append(f"with {listing.beside[hit.article]}")
    if hit.article in listing.read:
        known.append("read")
    return f"{sentence(hit.title)} {', '.join(known)}."
