"""The facts that were decoded last: the reader, its questions and a comparison ask for the same."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import Final

from index.facts.codec import decode
from index.facts.model import Facts

MOST: Final = 256 * 1024
"""Bytes, as they were written, of the facts that are kept; in memory they take sixty times as much.
Those of an article of 100,000 words are more: they are kept alone."""


class DecodedFacts:
    """Decodes facts once, and one article at a time: a long one decoded in several threads at once
    would take the memory of several. May be asked from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[bytes, tuple[str, Facts]] = OrderedDict()
        self._size = 0

    def get(self, data: bytes, body: str) -> Facts:
        """The facts that were written as `data` for `body`. Raises ValueError if they were not."""
        with self._lock:
            found = self._kept.get(data)
            if found is None or found[0] != body:
                facts = decode(data, body)
                self._size += len(data) if found is None else 0
                found = self._kept[data] = (body, facts)
            self._kept.move_to_end(data)
            while self._size > MOST and len(self._kept) > 1:
                self._size -= len(self._kept.popitem(last=False)[0])
            return found[1]
