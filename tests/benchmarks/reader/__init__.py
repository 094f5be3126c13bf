"""The reader in a terminal: from command and keys to what is painted, beside a minimal Textual app.

    python -m tests.benchmarks reader [--only start keys …] [--articles 2000 20000] [--at FOLDER]

Programs run in a terminal of 120 × 40 in memory, in turn, and times are net of waiting for a core
(`clock.py`). The libraries are invented, made once in the folder `--at` and used again from there;
without it in a folder that is thrown away.
"""

from __future__ import annotations

import argparse
import compileall
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks.reader.keys import keys, opening
from tests.benchmarks.reader.shelves import Shelves
from tests.benchmarks.reader.start import start
from tests.benchmarks.reader.table import Row, lines
from tests.benchmarks.reader.typed import typed
from tests.benchmarks.reader.views import views

Part = Callable[[Shelves, argparse.Namespace], Iterator[Row]]
PARTS: dict[str, Part] = {
    "start": lambda shelves, options: start(shelves, options.articles, options.rounds),
    "keys": lambda shelves, options: keys(shelves, options.rounds),
    "open": lambda shelves, options: opening(shelves, options.rounds),
    "views": lambda shelves, options: views(shelves, options.rounds),
    "typed": lambda shelves, options: typed(shelves, max(options.articles), options.words),
}
_ROOT = Path(__file__).parents[3]


def main(arguments: list[str]) -> None:
    """Measures, and prints a table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks reader", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
    parser.add_argument("--articles", nargs="*", type=int, default=[2_000, 20_000])
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--words", type=int, default=20, help="that are typed")
    parser.add_argument("--at", type=Path, help="where the libraries are kept")
    options = parser.parse_args(arguments)
    for package in ("index", "tui"):  # else the first start compiles
        compileall.compile_dir(_ROOT / package, quiet=2)
    with tempfile.TemporaryDirectory() as passing:
        shelves = Shelves(options.at or Path(passing))
        for name in options.only:
            print("\n".join(lines(PARTS[name](shelves, options))), flush=True)


__all__ = ["main"]
