"""A sync of many files, in a process of its own: the reader's keys stay live meanwhile.

The child is `index.bulk_child`. It stops when nobody reads its answers any more; what it has
committed by then stays, and the next sync goes on from there.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from index.errors import ResourceError
from index.sync import Failure, SyncProgress, SyncReport


def synchronise_elsewhere(
    places: Sequence[Path],
    folder: Path,
    leave_out: Iterable[Path],
    progress: Callable[[SyncProgress], None] | None,
    *,
    rulings: Path | None = None,
    retry: bool = False,
) -> SyncReport:
    """Does what `Library.sync` does, for the library of `places` with its cache in `folder`.

    `rulings` is the file of the person's corrections; `retry` is as there.

    Raises ResourceError if the child fails; an exception out of `progress` stops it.
    """
    parts = (places, [folder], leave_out, [rulings] if rulings else [], ["retry"] * retry)
    task = json.dumps([list(map(os.fspath, part)) for part in parts])
    # -P: a module of that name in the current folder is never run.
    with subprocess.Popen(  # noqa: S603 - our own module, in a list of arguments
        [sys.executable, "-P", "-m", "index.bulk_child", task],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # ctrl+c in the terminal is for the parent, which closes the pipe
    ) as child:
        if child.stdout is None:  # pragma: no cover - there is a pipe, since one was asked for
            raise ResourceError("The process that indexes could not be listened to; start again.")
        try:
            for line in child.stdout:
                told: dict[str, Any] = json.loads(line)
                if "report" in told:
                    failed = [Failure(**failure) for failure in told["report"].pop("failed")]
                    return SyncReport(**told["report"], failed=failed)
                if "error" in told:
                    raise ResourceError(told["error"])
                if progress:
                    progress(SyncProgress(told["done"], told["total"], Path(told["path"])))
        except BaseException:
            child.terminate()
            child.wait()  # until then it would hold the lock of the cache
            raise
    raise ResourceError(
        f"The process that indexes ended too early (exit code {child.returncode}); start again, "
        "and it goes on where it stopped."
    )
