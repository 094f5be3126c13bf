"""Draws one article as a page: wrapped rows, marks, a gutter of signs.

On the Line API: a row is made when it comes into view and kept until it changes, so the length of
the article costs nothing but its wrapping.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.rendering.bars import cursor_bar
from tui.rendering.flow import cells, clusters
from tui.rendering.guard import guard
from tui.rendering.highlight import LAYERS, Marks, Stretches, hidden_layers, segments_of
from tui.rendering.page import CUT, Page, Row
from tui.rendering.signs import Answered
from tui.widgets.drawn_view import DrawnView

if TYPE_CHECKING:
    from index.article import Article

MEASURE = 76
"""Cells of a row of text at most: books are set in 66 to 75, and the eye loses longer rows."""

SIGNS = 5
"""Cells of the margin beside the number: other answers (two), bookmark, cursor, and a blank."""

_HANGING = frozenset("\"'“‘«„")
"""Quotation marks that hang in the margin, so that the first letters of paragraphs stand level."""


class DrawnPage(DrawnView):
    """The rows of one article, or nothing; what is on them is for `PageView` to say."""

    PARTS = "page"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"page--{layer}" for layer in LAYERS),
        "page--headline",
        "page--quiet",
        "page--correction",
        "page--disputed-sign",
        "page--bookmark-sign",
        "page--cursor",
    }

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name)
        super().__init__(id=id)
        self.article: Article | None = None
        self.page = Page("", MEASURE, headline=False, ornaments=0)
        self.marks = Marks()
        self.cursor = 0
        """Offset of the place that is being read."""
        self.shown = "usual"
        """Which layers of marks are drawn: a name of `tui.rendering.highlight.SHOWN`."""
        self._answered = Answered()
        self._sentences = Stretches()
        self._ornaments: Sequence[tuple[str, str]] = []
        self._margin = SIGNS
        self._indent = 0

    @property
    def body(self) -> str:
        """The text on the page."""
        return self.article.body if self.article else ""

    # ---- places

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """The sentence that holds `offset`; its paragraph while sentences are not known."""
        spans = self._sentences.spans
        index = bisect_right(self._sentences.starts, offset) - 1
        if index >= 0:
            start, end = spans[index]
            if offset < end or self.page.line_of(start) == self.page.line_of(offset):
                return start, end
        if not self.page.paragraph_starts:
            return 0, len(self.body)
        return self.page.paragraph_span(max(1, self.page.paragraph_of(offset)))

    @property
    def cursor_row(self) -> int:
        """Index of the row where the cursor stands."""
        return self.page.row_at(self.cursor)

    def offset_at(self, x: int, y: int) -> int:
        """The offset at a cell of the view; in the margin or past the end, the row's own."""
        rows = self.page.rows
        row = rows[max(0, min(self.scroll_offset.y + y, len(rows) - 1))]
        if row.kind == "ornament":
            return row.end
        cell = self._indent + self._margin - self._hangs(row)
        for start, _, size in clusters(self.body, row.start, row.end):
            cell += size
            if x < cell:
                return start
        return row.end

    def offsets_in_view(self) -> range:
        """The offsets of the letters in view."""
        top = self.scroll_offset.y
        rows = self.page.rows[top : top + self.scrollable_content_region.height]
        words = [row for row in rows if row.kind in ("text", "headline")]
        return range(words[0].start, words[-1].end) if words else range(0)

    def cell_of(self, offset: int) -> tuple[int, int]:
        """Column and row of the view where the letter at `offset` stands."""
        index = self.page.row_at(offset)
        row = self.page.rows[index]
        before = cells(guard(self.body[row.start : offset]))
        column = self._indent + self._margin - self._hangs(row) + before
        return column, index - self.scroll_offset.y

    # ---- drawing

    def _redraw(self) -> None:
        self._strips.clear()
        self.refresh()

    def _redraw_words(self, spans: Iterable[tuple[int, int]]) -> None:
        """Draws the rows again that hold any of these words."""
        for span in spans:
            self._redraw_rows(self.page.rows_between(*span))

    def _redraw_rows(self, rows: range) -> None:
        for row in rows:
            self._strips.discard(row)
        self.refresh_lines(rows.start, len(rows))

    def render_line(self, y: int) -> Strip:
        """The row at `y` below the top of the view."""
        index = self.scroll_offset.y + y
        width = self.room
        if index >= len(self.page.rows):
            return self.blank(width)
        strip = self._strips.get(index)
        if strip is None or strip.cell_length != width:
            strip = self._draw(self.page.rows[index], index, width)
            self._strips[index] = strip
        return strip

    def _draw(self, row: Row, index: int, width: int) -> Strip:
        base = self.rich_style
        if row.kind == "gap":
            return self.blank(width)
        if row.kind == "ornament":
            text, style = self._ornaments[row.start]
            lead = self._indent + self._margin
            segments = [Segment(" " * lead, base), Segment(text, base + self.part_style(style))]
            return Strip(segments, lead + cells(text)).adjust_cell_length(width, base)
        hang = self._hangs(row)
        segments = self._gutter(row, index, base, hang)
        if row.kind == "headline":
            base += self.part_style("headline")
        text = guard(self.body[row.start : row.end])
        marks = self.marks.on_row(row.start, row.end, hidden_layers(self.shown))
        column = row.start - self.page.line_starts[row.line]
        for words in segments_of(text, row.start, marks, base, self.part_styles):
            place = Style.from_meta({"offset": (column, row.line)})  # for Textual's selections
            segments.append(Segment(words.text, words.style + place if words.style else place))
            column += len(words.text)
        if row.kind == "headline" and row.end == self.page.hidden.start and self.page.hidden:
            segments.append(Segment(CUT, base))
            text += CUT
        length = self._indent + self._margin - hang + cells(text)
        return Strip(segments, length).adjust_cell_length(width, self.rich_style)

    def _hangs(self, row: Row) -> bool:
        """Whether a row begins with a quotation mark that hangs in the margin."""
        return bool(row.number) and self.body[row.start] in _HANGING

    def _gutter(self, row: Row, index: int, base: Style, hang: bool) -> list[Segment]:
        """Sign of other answers, paragraph number, sign of a bookmark, bar of the cursor."""
        sign = self._answered.sign_on(row.start, row.end)
        kept = self._begins_on(self.marks["bookmark"], row)
        start, end = self.sentence_at(self.cursor)
        here = self.article is not None and row.start < end and start < row.end
        bar = " "
        if here:
            bar = cursor_bar(focus=self.has_focus and index == self.cursor_row)
        digits = self._margin - SIGNS
        segments = [
            Segment(" " * self._indent, base),
            Segment(
                sign.text if sign else "  ",
                base + self.part_style("disputed-sign" if sign and sign.disputed else "quiet"),
            ),
            Segment(f"{row.number or '':>{digits}}"[:digits], base + self.part_style("quiet")),
            Segment("•" if kept else " ", base + self.part_style("bookmark-sign")),
            Segment(bar, base + self.part_style("cursor")),
        ]
        return segments if hang else [*segments, Segment(" ", base)]

    @staticmethod
    def _begins_on(stretches: Stretches, row: Row) -> bool:
        """Whether one of the stretches begins on a row."""
        index = bisect_left(stretches.starts, row.start)
        return index < len(stretches.starts) and stretches.starts[index] < row.end
