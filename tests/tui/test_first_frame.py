"""The first frame waits for nothing that is not drawn in it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROGRAM = """
import asyncio, sys
from tui.app import NewsReader

LATE = ("whoosh", "pydantic", "yaml", "charset_normalizer", "sqlite3",
        "index.library", "index.catalog", "index.facts.extract", "index.facts.lexicons",
        "index.compare.questions", "index.notes.notebook", "index.relatives", "index.intake",
        "index.sources", "tui.desk", "tui.palette", "tui.screens.compare", "tui.screens.matrix",
        "tui.screens.form", "tui.screens.picker")
seen = []

class Watched(NewsReader):
    def on_ready(self):
        seen.extend(name for name in LATE if name in sys.modules)

async def main():
    app = Watched(sys.argv[1:])
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()

asyncio.run(main())
print(" ".join(seen))
"""


def test_heavy_modules_come_after_the_first_frame(seeds: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(seeds)],
        capture_output=True,
        text=True,
        check=False,
        cwd=seeds.parent,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""
