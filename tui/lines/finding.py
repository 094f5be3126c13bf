"""Lists of reports, and opening one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.rendering.words import count, day, sentence
from tui.stories import LARGEST_STORY

if TYPE_CHECKING:
    from index.search.engine import SearchHit
    from tui.desk import Listing
    from tui.lines.sitting import Sitting

_MOST = 200
"""Reports of one list."""


def greet(sitting: Sitting) -> None:
    """What this is, at once; how the library stands, and its reports, the newest first."""
    sitting.pages.line("newsreader, line by line: ? says what can be typed, q leaves.")
    sitting.pages.turn()
    sitting.show(partial(_greet, sitting))


def _greet(sitting: Sitting) -> None:
    if len(sitting.desk.library.entries()) <= LARGEST_STORY:
        sitting.pages.line(f"{sitting.desk.stories.standing().replace(' · ', ', ')}.")
    _list(sitting, "")


def search(sitting: Sitting, words: str) -> None:
    """Lists the reports that answer a query; all of them, the newest first, for an empty one."""
    sitting.show(partial(_list, sitting, words))
    sitting.desk.searches.remember(words)


def open_named(sitting: Sitting, name: str) -> None:
    """Opens a report by its id, or the beginning of one, or a file. Raises InputError."""
    from tui.lines.opening import open_report

    open_report(sitting, sitting.desk.library.resolve(name))


def update(sitting: Sitting, words: str) -> None:
    """Reads in what has changed in the library's folders."""
    report = sitting.desk.sync(lambda _: None)
    sitting.pages.line(
        f"{count(report.articles, 'report')}: {report.added:,} added, {report.updated:,} updated, "
        f"{report.removed:,} removed, {count(len(report.failed), 'file')} not read."
    )
    for failure in report.failed:
        sitting.pages.line(f"{failure.path} {failure.reason}.")


def _list(sitting: Sitting, query: str) -> None:
    from tui.lines.opening import open_report

    listing = sitting.desk.listing(query, _MOST, as_you_type=False)
    sitting.listed = [hit.article for hit in listing.hits]
    sitting.pages.line(_summary(listing, query))
    if listing.notice:
        sitting.pages.line(listing.notice)
    for number, hit in enumerate(listing.hits, 1):
        sitting.pages.line(f"{number}. {_about(hit, listing)}")
        if hit.snippet and query:
            sitting.pages.line(f"   {' '.join(hit.snippet.split())}")
    sitting.offer(
        [partial(open_report, sitting, hit.article, query=listing.answered) for hit in listing.hits]
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
