"""What the last session left on the screen, kept so that the next start shows it at once.

The library takes a moment to open; the list that it will show is nearly always the one that it
showed last. It is a cache: a file that is missing, torn or of another shape only costs that moment,
and where the person was.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, field, fields
from pathlib import Path
from typing import Any, Final

from tui.widgets.hit_list import Hit

_NAME: Final = "last-session.json"


@dataclass(frozen=True, slots=True)
class LastSession:
    """What was listed, and what was read."""

    hits: Sequence[Hit] = ()
    query: str = ""
    """The query that they answer."""
    article: str | None = None
    """The report that was being read, None where the list was in use."""
    offset: int = 0
    """Where in it the cursor stood."""
    widths: Mapping[str, int] = field(default_factory=dict)
    """Cells of the panes that the person has made wider or narrower, by the panes' ids."""
    list_open: bool = True
    """The list stood beside the article."""
    facts_open: bool | None = None
    """The facts did; None for as the width has it."""


_SHAPE: Final = [field.name for shape in (LastSession, Hit) for field in fields(shape)]


def last_session(cache: Path) -> LastSession:
    """The session kept in the library's cache folder; an empty one where that cannot be known."""
    try:
        kept = json.loads((cache / _NAME).read_bytes())
        shape, hits, query, article, offset, widths, list_open, facts_open = kept
        if shape != _SHAPE or not isinstance(query, str) or not isinstance(article, str | None):
            return LastSession()
        return LastSession(
            [_hit(row) for row in hits],
            query,
            article,
            int(offset),
            {str(pane): int(cells) for pane, cells in widths.items()},
            bool(list_open),
            None if facts_open is None else bool(facts_open),
        )
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return LastSession()


def keep_session(cache: Path, session: LastSession) -> None:
    """Keeps a session for the next start. A cache that cannot be written is left alone."""
    file = cache / _NAME
    text = json.dumps([_SHAPE, *astuple(session)])
    new = file.with_name(f"{_NAME}.{os.getpid()}")
    try:
        if not file.exists() or file.read_text(encoding="ascii") != text:
            new.write_text(text, encoding="ascii")
            new.replace(file)
    except (OSError, ValueError):
        new.unlink(missing_ok=True)


def _hit(row: Any) -> Hit:
    id_, title, source, published, snippet, matches, read, beside = row
    strings = all(isinstance(word, str) for word in (id_, title, snippet, beside))
    if not strings or not all(isinstance(word, str | None) for word in (source, published)):
        raise TypeError(row)
    spans = tuple((int(start), int(end)) for start, end in matches)
    return Hit(id_, title, source, published, snippet, spans, bool(read), beside)
