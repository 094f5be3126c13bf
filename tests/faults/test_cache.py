"""A disk that fills while catalogue and index are written costs a sentence and nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from index.library import Library

SYNC = """
import resource, signal, sys
from pathlib import Path
from index.errors import NewsreaderError
from index.library import Library

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
try:
    with Library.open([Path(sys.argv[1])], cache=Path(sys.argv[2])) as library:
        library.sync()
        print(len(library.entries()), *library.notices)
except NewsreaderError as error:
    print(error)
"""


@pytest.mark.parametrize("limit", [100, 5_000, 30_000, 60_000, 100_000, 150_000])
def test_a_disk_that_fills_in_a_commit(limit: int, seeds: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    done = subprocess.run(
        # -B: Python itself would leave half a compiled module behind.
        [sys.executable, "-B", "-c", SYNC, seeds, cache, str(limit)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip()
    assert "Traceback" not in done.stderr
    with Library.open([seeds], cache=cache) as library:  # with room again
        library.sync()
        assert len(library.entries()) == 5
        assert library.search("kursk").total >= 4
