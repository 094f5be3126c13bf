"""The first frame waits for nothing that is not drawn in it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from textual import events

from tests.tui.settling import settled
from tests.tui.shelf import ShelfReader

PROGRAM = """
import asyncio, sys
from tui.app import NewsReader

LATE = ("whoosh", "pydantic", "yaml", "charset_normalizer", "sqlite3",
        "index.library", "index.catalog", "index.facts.extract", "index.facts.lexicons",
        "index.facts.model", "index.compare.model", "index.compare.questions",
        "index.notes.notebook", "index.relatives", "index.intake", "tui.keymap",
        "index.sources", "tui.desk", "tui.palette", "tui.screens.compare", "tui.screens.matrix",
        "tui.screens.form", "tui.screens.picker",
        "tui.widgets.article_pane", "tui.widgets.facts_pane", "tui.rendering.page")
seen = []

class Watched(NewsReader):
    def on_ready(self):
        seen.extend(name for name in LATE if name in sys.modules)
        seen.extend(["article and facts"] * self.reader.has_panes)

async def main():
    app = Watched(sys.argv[1:])
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        if not app.reader.body.is_attached:
            seen.append("no article after the first frame either")

asyncio.run(main())
print(" ".join(seen))
"""


def test_heavy_modules_and_other_panes_come_after_the_first_frame(seeds: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(seeds)],
        capture_output=True,
        text=True,
        check=False,
        cwd=seeds.parent,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""


class Hasty(ShelfReader):
    """A key is struck before anything is drawn."""

    def on_load(self) -> None:
        self.post_message(events.Key("3", "3"))


async def test_a_key_before_the_first_frame_finds_its_pane() -> None:
    app = Hasty()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert app.reader.at == "article"
        assert app.reader.body.has_focus
