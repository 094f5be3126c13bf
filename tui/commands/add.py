"""`newsreader add`: takes articles and feeds into the library."""

from __future__ import annotations

import argparse
import sys

from index.intake.model import LARGEST_FILE
from tui.commands.session import Session
from tui.commands.taken_in import take_in


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes beyond the common options."""
    parser.add_argument(
        "names",
        nargs="+",
        metavar="URL|FILE|OPML|-",
        help="a page, a feed, a list of feeds, a file; - reads standard input",
    )


def run(options: argparse.Namespace, session: Session) -> int:
    """Prints what was added; 3 where something could not be read, 4 where the network failed."""
    intake = session.intake
    return take_in(
        session,
        lambda progress: intake.add(
            options.names,
            standard_input=lambda: sys.stdin.buffer.read(LARGEST_FILE + 1),
            progress=progress,
        ),
    )
