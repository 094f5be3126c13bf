"""What is left of a fault in the program itself: a file for those who mend it."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

from index.locations import fault_file
from tui.rendering.guard import guard


def keep_fault() -> Path | None:
    """Writes the traceback of the exception at hand; gives the file, None if it cannot be."""
    path = fault_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(guard(traceback.format_exc()), encoding="utf-8", errors="replace")
    except OSError:
        return None
    return path


def fault_sentence(path: Path | None) -> str:
    """What the person reads: that it is not their fault, and what helps to mend it."""
    error = sys.exception()
    what = f" ({type(error).__name__}: {error})" if error else ""
    where = f"; {path} says where, and a report with it would help" if path else ""
    return guard(f"newsreader itself failed{what}{where}. Notes and articles are as they were.")
