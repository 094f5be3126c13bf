"""The process that `index.bulk` starts: it synchronises one library.

It tells how far it is, and then its report or what went wrong, in JSON lines on its standard
output.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

from index.errors import NewsreaderError
from index.library import Library
from index.notes.rulings import Rulings
from index.sync import SyncProgress

_STEP = 20
"""Files between two lines of progress."""
_NICE = 5
"""How far the child steps back behind the keys."""


def _main(task: str) -> None:
    places, (folder,), leave_out, rulings, retry = json.loads(task)
    os.nice(_NICE)
    try:
        with Library.open(places, cache=Path(folder)) as library:
            library.bulk = sys.maxsize
            library.processes = os.cpu_count() or 1
            library.leave_out = tuple(map(Path, leave_out))
            if rulings:
                library.rulings = Rulings(Path(rulings[0]))
            _say(report=asdict(library.sync(_progress, retry=bool(retry))))
    except NewsreaderError as error:
        _say(error=str(error))


def _progress(so_far: SyncProgress) -> None:
    if so_far.done % _STEP == 0 or so_far.done == so_far.total:
        _say(done=so_far.done, total=so_far.total, path=str(so_far.path))


def _say(**what: object) -> None:
    """One line; ends the process where the parent is gone."""
    try:
        sys.stdout.write(json.dumps(what) + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        os._exit(1)


if __name__ == "__main__":
    _main(sys.argv[1])
