"""`newsreader index`: brings the library's index up to date."""

from __future__ import annotations

import argparse
from pathlib import Path

from tui.commands.session import Session
from tui.rendering.words import count


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes beyond the common options."""
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="folders and files")
    parser.add_argument(
        "--retry", action="store_true", help="try the files once more that could not be read"
    )


def run(options: argparse.Namespace, session: Session) -> int:
    """Prints what was added, updated and removed; 3 where a file could not be read."""
    if options.paths:
        options.library = options.paths
    report = session.sync(retry=options.retry)
    if options.json:
        from index.contract.library import FailedFile, Synchronised

        session.output.object(
            Synchronised(
                added=report.added,
                updated=report.updated,
                removed=report.removed,
                failed=[FailedFile(path=one.path, reason=one.reason) for one in report.failed],
                articles=report.articles,
                seconds=round(report.seconds, 3),
            )
        )
    else:
        session.output.line(
            f"{count(report.articles, 'article')}: {report.added:,} added, "
            f"{report.updated:,} updated, {report.removed:,} removed, "
            f"{len(report.failed):,} failed, in {report.seconds:.1f} seconds"
        )
    return 3 if report.failed else 0
