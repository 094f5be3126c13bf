"""What bookmarking must not wait for is not loaded."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize("module", ["index.notes.notebook", "index.notes.rulings", "index.state"])
def test_nothing_slow_is_loaded_before_notes_are_read(module: str) -> None:
    program = f"import sys, {module}; print(*sorted(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    ).stdout.split()
    assert module in loaded
    slow = {"pydantic", "whoosh", "textual", "rich", "yaml", "tui", "index.facts.extract"}
    assert slow & set(loaded) == set()
