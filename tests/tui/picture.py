"""Draws docs/reader.svg, the picture of the README: `python -m tests.tui.picture`.

An empty home folder is used, so that the picture shows what a newcomer sees.
"""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from pathlib import Path

from tests.tui.settling import press_keys, settled
from tui.app import NewsReader

ROOT = Path(__file__).parent.parent.parent
KEYS = ["slash", *"kursk small", "enter", "f", "f"]


async def draw() -> str:
    """The reader after a few keys, as an SVG that asks no other place for its fonts."""
    app = NewsReader([ROOT / "seeds"])
    async with app.run_test(size=(120, 34)) as pilot:
        await settled(pilot)
        for key in KEYS:
            await press_keys(pilot.app, "space" if key == " " else key)
        picture = app.export_screenshot(title="newsreader seeds")
    return re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["HOME"] = home
        for name in ("CACHE_HOME", "CONFIG_HOME", "DATA_HOME", "DOCUMENTS_DIR"):
            os.environ[f"XDG_{name}"] = f"{home}/{name.lower()}"
        svg = asyncio.run(draw())
    (ROOT / "docs" / "reader.svg").write_text(svg, "utf-8")
