"""The reports next to the one on the page, read before they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.desk import Reading


class Ahead:
    """What was read ahead, a few reports at most: those that `narrow` was told of last.

    Whoever changes what an article says, or what is kept of it, forgets it all.
    """

    def __init__(self) -> None:
        self._readings: dict[str, Reading] = {}

    def narrow(self, ids: Sequence[str], query: str) -> list[str]:
        """Drops all but these reports, as they answer `query`; returns those still to be read."""
        known = self._readings
        self._readings = {id_: known[id_] for id_ in ids if self._is_for(id_, query)}
        return [id_ for id_ in ids if id_ not in self._readings]

    def keep(self, reading: Reading) -> None:
        """Keeps a report that `narrow` asked for."""
        self._readings[reading.article.id] = reading

    def take(self, article_id: str, query: str) -> Reading | None:
        """A report as it answers `query`, if it is known, and no more from then on: once it is on
        the page, it will be left at another place than it was read with."""
        return self._readings.pop(article_id) if self._is_for(article_id, query) else None

    def forget(self) -> None:
        """Something of them may be different by now."""
        self._readings.clear()

    def _is_for(self, article_id: str, query: str) -> bool:
        known = self._readings.get(article_id)
        return known is not None and known.query == query
