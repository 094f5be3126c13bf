"""Why answers stand to each other as they do: a few rows below a comparison."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from tui.rendering.excerpts import fit_reason
from tui.rendering.flow import wrap

_LEAST = 2
"""Rows that a reason keeps, however long its headline is."""


class ReasonStrip(Static):
    """As many rows as the style gives it; where they do not hold the reason, its end is kept."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name)
        super().__init__("", id=id, markup=False)
        self._head = self._tail = Content()
        self._reason = ""

    def tell(self, head: Content, reason: str = "", tail: Content | None = None) -> None:
        """Shows a headline, below it a reason, after it what may be left out first."""
        self._head, self._reason, self._tail = head, reason, tail or Content()
        self.refresh()

    def render(self) -> Content:
        """What there is room for."""
        width, rows = self.content_size
        if not self._reason or width < 2:
            return self._head
        head = _cut(self._head, width, max(1, rows - _LEAST))
        rows -= len(wrap(head.plain, 0, len(head.plain), width))
        fitted = fit_reason(self._reason, width, rows)
        told = Content(fitted)
        if fitted == self._reason:
            whole = Content.assemble(told, self._tail)
            if len(wrap(whole.plain, 0, len(whole.plain), width)) <= rows:
                told = whole
        return Content.assemble(head, "\n", told)


def _cut(head: Content, width: int, rows: int) -> Content:
    """A headline in at most so many rows."""
    spans = wrap(head.plain, 0, len(head.plain), width)
    if len(spans) <= rows:
        return head
    start, end = spans[rows - 1]
    return head[: min(end, start + width - 1)] + Content("…")
