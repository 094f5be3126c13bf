"""`python -m tests.evaluation [--errors N] [--part NAME] [--only WORD] [FOLDER…]`."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.evaluation.corpus import Corpus, read_folder, read_seeds
from tests.evaluation.parts import parts_for
from tests.evaluation.score import Tally, table


def main() -> None:
    """Print a table for the sample articles, and for each corpus in the folders named."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="folders of labelled articles")
    parser.add_argument("--errors", type=int, default=0, help="print so many errors of each kind")
    parser.add_argument("--part", default="", help="only this module of tests.evaluation.parts")
    parser.add_argument("--only", default="", help="only measures whose name holds this word")
    arguments = parser.parse_args()
    _report(read_seeds(), arguments)
    for folder in arguments.folders:
        for corpus in read_folder(folder):
            _report(corpus, arguments)


def _report(corpus: Corpus, arguments: argparse.Namespace) -> None:
    tallies: list[Tally] = []
    for part in parts_for(corpus.kind, arguments.part):
        tallies += [tally for tally in part.measure(corpus) if arguments.only in tally.measure]
    if not tallies:
        return
    print(f"\n{corpus.name}: {len(corpus.articles)} articles")
    print(table(tallies))
    for tally in tallies:
        for word, listed in (("missed", tally.missed), ("wrong", tally.wrong)):
            for line in listed[: arguments.errors]:
                print(f"  {tally.measure} {word}: {line}")


if __name__ == "__main__":
    main()
