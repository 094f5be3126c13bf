"""The list of reports as it was last seen, kept so that the next start shows it at once.

The library takes a moment to open; the list that it will show is nearly always the one that it
showed last. It is a cache: a file that is missing, torn or of another shape only costs that moment.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import astuple, fields
from pathlib import Path
from typing import Any, Final

from tui.widgets.hit_list import Hit

_NAME: Final = "first-list.json"
_SHAPE: Final = [field.name for field in fields(Hit)]


def kept_hits(cache: Path) -> list[Hit]:
    """The reports listed last, from the library's cache folder; none where that cannot be known."""
    try:
        kept = json.loads((cache / _NAME).read_bytes())
        return [_hit(row) for row in kept["hits"]] if kept["shape"] == _SHAPE else []
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return []


def keep_hits(cache: Path, hits: Sequence[Hit]) -> None:
    """Keeps what is listed for the next start. A cache that cannot be written is left alone."""
    file = cache / _NAME
    text = json.dumps({"shape": _SHAPE, "hits": [astuple(hit) for hit in hits]})
    new = file.with_name(f"{_NAME}.{os.getpid()}")
    try:
        if not file.exists() or file.read_text(encoding="ascii") != text:
            new.write_text(text, encoding="ascii")
            new.replace(file)
    except (OSError, ValueError):
        new.unlink(missing_ok=True)


def _hit(row: Any) -> Hit:
    id_, title, source, published, snippet, matches, read = row
    strings = isinstance(id_, str) and isinstance(title, str) and isinstance(snippet, str)
    if not strings or not all(isinstance(word, str | None) for word in (source, published)):
        raise TypeError(row)
    spans = tuple((int(start), int(end)) for start, end in matches)
    return Hit(id_, title, source, published, snippet, spans, bool(read))
