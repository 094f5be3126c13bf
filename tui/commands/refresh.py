"""`newsreader refresh`: takes in what is new in all feeds."""

from __future__ import annotations

import argparse

from index.errors import InputError
from index.intake.feed_list import FeedList
from tui.commands.session import Session
from tui.commands.taken_in import take_in


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes beyond the common options."""
    parser.add_argument(
        "--retry", action="store_true", help="try again what failed for good before, too"
    )


def run(options: argparse.Namespace, session: Session) -> int:
    """Prints a line for each feed; 4 where one could not be read."""
    intake = session.intake
    feeds = FeedList(intake.folder)
    if not feeds.feeds():
        raise InputError(f"There is no feed in {feeds.path}; `newsreader add URL` puts one there.")
    return take_in(session, lambda progress: intake.refresh(retry=options.retry, progress=progress))
