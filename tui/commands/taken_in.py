"""What `add` and `refresh` print."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import NewsreaderError
from index.intake.model import FeedReport, IntakeProgress, IntakeReport, Progress, Taken
from tui.commands.progress import ProgressBar
from tui.commands.session import MOST_NOTICES, Session
from tui.rendering.words import count

if TYPE_CHECKING:
    from index.article import Article
    from index.relatives import Folds

_MOST_TITLES = 20
"""Articles that are named one by one."""


def take_in(session: Session, work: Callable[[Progress], IntakeReport]) -> int:
    """Does `work` with a progress bar, brings the library up to date, and prints what came of it.

    0 where all went well, 3 where something could not be read, 4 where the network failed.
    """
    bar = ProgressBar(session.progress_manner)

    def progress(so_far: IntakeProgress) -> None:
        bar.show(so_far.done, so_far.total, so_far.words)

    try:
        report = work(progress)
    finally:
        bar.close()
    synced = session.sync()
    if session.output.json:
        _print_json(session, report, synced.articles)
    else:
        _print(session, report)
    _tell_failures(session, report)
    codes = [one.exit_code for one in report.failed]
    codes += [4 for feed in report.feeds if feed.state == "failed"]
    return max(codes, default=0)


def _print(session: Session, report: IntakeReport) -> None:
    line = session.output.line
    folds = session.library.folds()
    for taken in report.taken[:_MOST_TITLES]:
        sign = "new      " if taken.state == "added" else "changed  "
        line((sign, "faint"), (taken.title, "title"), f"  {_inside(taken.path, report.folder)}")
        if beside := _relatives(session, taken, folds):
            line(f"         {beside}")
    if len(report.taken) > _MOST_TITLES:
        line(f"         … and {len(report.taken) - _MOST_TITLES:,} more")
    if report.feeds:
        rows = [_row(feed) for feed in sorted(report.feeds, key=_name)]
        session.output.table(("Feed", "new", "changed", "known", "failed", ""), rows)
    told = [
        f"{count(report.count('added'), 'article')} added",
        f"{report.count('changed'):,} changed",
    ]
    if report.known:
        told.append(f"{report.known:,} in the library already")
    if report.new_feeds:
        told.append(f"{count(report.new_feeds, 'feed')} written into feeds.toml")
    line(f"{', '.join(told)}; in {report.seconds:.1f} seconds, into {report.folder}")


def _relatives(session: Session, taken: Taken, folds: Folds) -> str:
    """What changed in an article since its last version, or how much of it is in another one."""
    from tui.beside import told_of

    library = session.library

    def article(id_: str) -> Article | None:
        try:
            return library.article(id_)
        except NewsreaderError:
            return None

    try:
        found = library.article(library.resolve(str(taken.path)))
    except NewsreaderError:  # the index could not take it over
        return ""
    return told_of(found, folds, article)


def _row(feed: FeedReport) -> tuple[str, str, str, str, str, str]:
    more = feed.reason or ("nothing new" if feed.state == "unchanged" else "")
    if feed.left_out:
        more = f"{feed.left_out:,} items left out: too many"
    numbers = (feed.added, feed.changed, feed.known, feed.failed)
    told = tuple(f"{number:,}" if feed.state == "read" else "" for number in numbers)
    return _name(feed)[:50], *told, more  # type: ignore[return-value]


def _name(feed: FeedReport) -> str:
    return feed.title or feed.address


def _tell_failures(session: Session, report: IntakeReport) -> None:
    note = session.output.note
    for notice in report.notices[:MOST_NOTICES]:
        note(notice)
    failed = [f"{one.name} {one.reason}." for one in report.failed]
    failed += [f"{one.address} {one.reason}." for one in report.feeds if one.state == "failed"]
    for sentence in failed[:MOST_NOTICES]:
        note(sentence)
    if len(failed) > MOST_NOTICES:
        note(f"{len(failed) - MOST_NOTICES:,} more could not be taken in; --json names them all.")
    if report.refused:
        note(
            f"{count(report.refused, 'feed')} of the list left out: only http:// and https:// "
            "addresses are followed."
        )


def _print_json(session: Session, report: IntakeReport, articles: int) -> None:
    from index.contract.intake import NotTaken, ReadFeed, TakenArticle, TakenIn

    def article(taken: Taken) -> TakenArticle:
        try:
            id_ = session.library.resolve(str(taken.path))
        except NewsreaderError:
            id_ = None
        return TakenArticle(id=id_, path=str(taken.path), title=taken.title, url=taken.address)

    session.output.object(
        TakenIn(
            folder=str(report.folder),
            added=[article(one) for one in report.taken if one.state == "added"],
            changed=[article(one) for one in report.taken if one.state == "changed"],
            known=report.known,
            feeds=[ReadFeed.of(feed) for feed in report.feeds],
            new_feeds=report.new_feeds,
            refused=report.refused,
            failed=[NotTaken(name=one.name, reason=one.reason) for one in report.failed],
            articles=articles,
            seconds=round(report.seconds, 3),
        )
    )


def _inside(path: Path, folder: Path) -> str:
    """The id-like part of a path."""
    return path.relative_to(folder).with_suffix("").as_posix()
