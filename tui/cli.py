"""The command line: `newsreader [PATH…]` opens the reader, `newsreader COMMAND …` prints.

A command's module is imported when the command is asked for, and imports what it needs inside:
`newsreader search` never pays for the interface. No traceback reaches a person;
`NEWSREADER_DEBUG=1` lets one through for those who look for a fault in the program itself.
"""

from __future__ import annotations

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Final, NoReturn

from index.errors import NewsreaderError, UsageError
from tui.commands import COMMANDS

_WITH_VALUE: Final = ("--library", "--config", "--notes")


def run(arguments: Sequence[str] | None = None) -> int:
    """Does what the command line asks; gives the exit code.

    0 done · 1 done, and the answer is negative · 2 wrong usage · 3 input that could not be read ·
    4 a resource that failed · 130 interrupted.
    """
    _replace_closed_streams()
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = _dispatch(words)
        sys.stdout.flush()
    except NewsreaderError as error:
        _complain(str(error))
        code = error.exit_code
    except KeyboardInterrupt:
        code = 130
    except OSError as error:
        # Python would complain once more at its exit, when it empties its buffer.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        # A closed pipe or terminal: who reads our output has seen enough.
        code = 0 if error.errno in (errno.EPIPE, errno.EIO) else 4
        if code:
            what = error.filename or "The output"
            _complain(f"{what} failed: {(error.strerror or str(error)).lower()}; mend that first.")
    except Exception as error:
        if os.environ.get("NEWSREADER_DEBUG"):
            raise
        _complain(
            f"newsreader itself failed ({type(error).__name__}: {error}); "
            "NEWSREADER_DEBUG=1 shows where, and a report of it would help."
        )
        code = 4
    return code


def _replace_closed_streams() -> None:
    """What is written to a stream that was closed at the start (`>&-`) goes nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            descriptor = os.open(os.devnull, os.O_WRONLY)
            setattr(sys, name, open(descriptor, "w", encoding="utf-8", closefd=False))  # noqa: SIM115 - stays open as a standard stream does


def _dispatch(words: list[str]) -> int:
    name, rest = _command_of(words)
    module = import_module(f"tui.commands.{name}" if name else "tui.reader")
    parser = _parser(name)
    module.add_arguments(parser)
    options = parser.parse_intermixed_args(rest)
    from tui.commands.session import Session

    with Session(options) as session:
        code: int = module.run(options, session)
    return code


def _command_of(words: list[str]) -> tuple[str | None, list[str]]:
    """The command and the other words; None, the reader, unless the first plain word is one."""
    skip = False
    for place, word in enumerate(words):
        if skip:
            skip = False
        elif word == "--":
            break
        elif word.startswith("-") and word != "-":
            skip = word in _WITH_VALUE
        elif word in COMMANDS:
            return word, words[:place] + words[place + 1 :]
        else:
            break
    return None, words


class _Parser(argparse.ArgumentParser):
    """Argparse with our manner of telling what is wrong."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message[:1].upper()}{message[1:]}; `{self.prog} --help` shows how.")


def _parser(name: str | None) -> argparse.ArgumentParser:
    if name:
        purpose = COMMANDS[name]
        parser = _Parser(
            prog=f"newsreader {name}",
            description=f"{purpose[:1].upper()}{purpose[1:]}.",
            allow_abbrev=False,
        )
    else:
        listed = "\n".join(f"  {command:<10} {purpose}" for command, purpose in COMMANDS.items())
        parser = _Parser(
            prog="newsreader",
            usage="newsreader [PATH ...]\n       newsreader COMMAND [--help] ...",
            description="Read, search and compare news reports in the terminal.",
            epilog=f"commands:\n{listed}\n\nA folder named like a command is written ./index.",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
    common = parser.add_argument_group("common options")
    common.add_argument(
        "--library", metavar="PATH", action="append", type=Path, help="a folder of articles"
    )
    common.add_argument("--notes", metavar="FILE", type=Path, help="the notes file")
    common.add_argument("--config", metavar="FILE", type=Path, help="the settings file")
    common.add_argument("--json", action="store_true", help="print JSON")
    common.add_argument(
        "--plain",
        action="store_true",
        help="no colour, no boxes, words instead of marks"
        + ("" if name else "; the reader goes line by line"),
    )
    common.add_argument("--version", action=_Version, nargs=0, help="print the version")
    return parser


class _Version(argparse.Action):
    """Prints the version, which is looked up only now: that reads the package's metadata."""

    def __call__(self, *_: object) -> NoReturn:
        from importlib.metadata import version

        print(f"newsreader {version('newsreader')}")
        raise SystemExit(0)


def _complain(sentence: str) -> None:
    from tui.rendering.guard import guard

    print(f"newsreader: {guard(sentence)}", file=sys.stderr)
