"""Draws one article as a page: wrapped rows, marks, a gutter of signs, a reading cursor.

On the Line API: a row is made when it comes into view and kept until it changes, so the length of
the article costs nothing but its wrapping.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.posted import posted
from tui.rendering.bars import cursor_bar
from tui.rendering.flow import cells, clusters
from tui.rendering.guard import guard
from tui.rendering.head import begins_with_headline, head_rows
from tui.rendering.highlight import (
    LAYERS,
    Layer,
    Marks,
    Stretches,
    hidden_layers,
    next_shown,
    segments_of,
)
from tui.rendering.page import Page, Row
from tui.rendering.signs import Answered, GutterSign

if TYPE_CHECKING:
    from index.article import Article
    from index.facts.model import Facts
    from index.span import TextSpan

MEASURE = 76
"""Cells of a row of text at most: books are set in 66 to 75, and the eye loses longer rows."""

_COMPACT = 60
"""Below this width the margin shows signs alone, no paragraph numbers."""

_SIGNS = 5
"""Cells of the margin beside the number: other answers (two), bookmark, cursor, and a blank."""

_HANGING = frozenset("\"'“‘«„")
"""Quotation marks that hang in the margin, so that the first letters of paragraphs stand level."""

_EDGE = 3
"""Rows that stay in view above and below the cursor."""


class PageView(ScrollView):
    """One article, or nothing."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"page--{layer}" for layer in LAYERS),
        "page--headline",
        "page--quiet",
        "page--correction",
        "page--disputed-sign",
        "page--bookmark-sign",
        "page--cursor",
    }
    DEFAULT_CSS = """
    PageView { overflow-x: hidden; scrollbar-gutter: stable; scrollbar-size-vertical: 1; }
    """

    @posted
    class Moved(Message):
        """The cursor stands elsewhere."""

        view: PageView

        def can_replace(self, message: Message) -> bool:
            """Only the last place counts."""
            return isinstance(message, PageView.Moved)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name)
        super().__init__(id=id)
        self.article: Article | None = None
        self.facts: Facts | None = None
        self.corrections: Sequence[TextSpan] = ()
        """Where the outlet corrects itself."""
        self.page = Page("", MEASURE, headline=False, ornaments=0)
        self.marks = Marks()
        self.cursor = 0
        """Offset of the place that is being read."""
        self._answered = Answered()
        self._sentences = Stretches()
        self._ornaments: Sequence[tuple[str, str]] = []
        self._margin = _SIGNS
        self._rows_seen = 0
        """The height at the last look."""
        self._indent = 0
        self._strips: LRUCache[int, Strip] = LRUCache(1024)
        self._styles: dict[Layer, Style] = {}
        self.shown = "usual"
        """Which layers of marks are drawn: a name of `tui.rendering.highlight.SHOWN`."""

    # ---- what is shown

    def show(
        self,
        article: Article | None,
        facts: Facts | None = None,
        *,
        at: int = 0,
        corrections: Sequence[TextSpan] = (),
    ) -> None:
        """Shows an article with its figures and officials marked, `at` in view; `corrections`, in
        which the outlet corrects itself, are pinned to the head."""
        self.turn()
        self.article = article
        self.facts = facts
        self.corrections = corrections
        self.marks = Marks()
        self._answered, self._sentences = Answered(), Stretches()
        if facts is not None:
            self._take(facts)
        self.cursor = 0
        self.scroll_to(y=0, animate=False, immediate=True)
        self._lay_out()
        self.go(at)

    def turn(self) -> None:
        """Another article comes: what was done with the one before is over."""

    def show_facts(self, facts: Facts) -> None:
        """Other marks on the same article; the cursor stays where it is."""
        self.facts = facts
        self._take(facts)
        self._lay_out()

    def _take(self, facts: Facts) -> None:
        self.marks.set("figure", ((figure.start, figure.end) for figure in facts.figures))
        self.marks.set(
            "official",
            ((m.start, m.end) for official in facts.officials for m in official.mentions),
        )
        self.marks.set("statement", ((said.start, said.end) for said in facts.statements))
        self.marks.set("furniture", ((span.start, span.end) for span in facts.furniture))
        self._sentences = Stretches((span.start, span.end) for span in facts.sentences)

    def cycle_layers(self) -> str:
        """Hides other layers of marks than before; returns what is shown now."""
        self.shown = next_shown(self.shown)
        self._redraw()
        return self.shown

    def set_layer(self, layer: Layer, spans: Iterable[tuple[int, int]]) -> None:
        """Replaces one layer of marks."""
        self.marks.set(layer, spans)
        self._redraw()

    def set_signs(
        self,
        *,
        answered: Mapping[tuple[int, int], GutterSign] | None = None,
        bookmarked: Iterable[tuple[int, int]] | None = None,
    ) -> None:
        """Replaces the signs of sentences that others answer too, and those of passages kept."""
        if answered is not None:
            self._answered = Answered(answered)
        if bookmarked is not None:
            self.marks.set("bookmark", bookmarked)
        self._lay_out()

    @property
    def body(self) -> str:
        """The text on the page."""
        return self.article.body if self.article else ""

    # ---- laying out

    def _lay_out(self) -> None:
        """Wraps the text where it must be; the first row in view stays in view."""
        width = self.scrollable_content_region.width
        if not width:  # not seen yet: there will be a resize
            self.page = Page(self.body, MEASURE, headline=False, ornaments=0)
            return
        anchor = self._first_offset_in_view()
        digits = max(3, len(str(self.body.count("\n") + 1)))
        self._margin = _SIGNS if width < _COMPACT else _SIGNS + digits
        measure = max(2, min(MEASURE, width - self._margin))
        self._indent = max(0, (width - self._margin - measure) // 2)
        headline = self.article is not None and begins_with_headline(self.article)
        self._ornaments = []
        if self.article is not None:
            disputed = len(self._answered.disputed)
            self._ornaments = head_rows(
                self.article, self.facts, disputed, measure, self.corrections
            )
        ornaments = len(self._ornaments)
        self._redraw()
        if self.page.is_for(self.body, measure, headline, ornaments):
            return
        self.page = Page(self.body, measure, headline=headline, ornaments=ornaments)
        self.virtual_size = Size(width, len(self.page.rows) if self.article else 0)
        if anchor:
            self.scroll_to(y=self.page.row_at(anchor), animate=False, immediate=True)

    def _first_offset_in_view(self) -> int:
        """Offset of the topmost row, or 0 while the top of the page is in view."""
        top = self.scroll_offset.y
        if top == 0 or not self.page.rows:
            return 0
        return self.page.rows[min(top, len(self.page.rows) - 1)].start

    def on_resize(self, event: events.Resize) -> None:
        """A new width is a new page; a place that was being read stays in view."""
        here = 0 <= self.cursor_row - self.scroll_offset.y < self._rows_seen
        self._lay_out()
        self._rows_seen = self.size.height
        if here:
            self.scroll_cursor_into_view()

    # ---- the reading cursor

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """The sentence that holds `offset`; its paragraph while sentences are not known."""
        spans = self._sentences.spans
        index = bisect_right(self._sentences.starts, offset) - 1
        if index >= 0:
            start, end = spans[index]
            if offset < end or self.page.line_of(start) == self.page.line_of(offset):
                return start, end
        number = max(1, self.page.paragraph_of(offset))
        if not self.page.paragraph_starts:
            return 0, len(self.body)
        return self.page.paragraph_span(number)

    def go(self, offset: int, *, span: tuple[int, int] | None = None) -> None:
        """Puts the cursor at `offset` and brings it into view; `span` is set off as the current."""
        self._redraw_cursor()
        self.cursor = max(0, min(offset, len(self.body) - 1))
        self.marks.set("current", [span] if span else [])
        self.marks.set("sentence", [self.sentence_at(self.cursor)])
        self._redraw_cursor()
        self.scroll_cursor_into_view()
        self.post_message(self.Moved(self))

    def _redraw_cursor(self) -> None:
        """Draws the rows of the current sentence and mark again."""
        for span in (self.sentence_at(self.cursor), *self.marks["current"].spans):
            rows = self.page.rows_between(*span)
            for row in rows:
                self._strips.discard(row)
            self.refresh_lines(rows.start, len(rows))

    def scroll_cursor_into_view(self) -> None:
        """Scrolls as little as it must; a place far away comes to the upper third."""
        row, top, height = self.cursor_row, self.scroll_offset.y, self.size.height
        edge = min(_EDGE, max(0, (height - 1) // 2))
        if top + edge <= row < top + height - edge:
            return
        if row < top - height // 2 or row >= top + height + height // 2:
            top = row - height // 3
        else:
            top = row - edge if row < top + edge else row - height + edge + 1
        self.scroll_to(y=0 if row <= edge + 1 else top, animate=False, immediate=True)

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

    def notify_style_update(self) -> None:
        """Another theme: every row looks different."""
        self._styles.clear()
        self._strips.clear()
        super().notify_style_update()

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"page--{name}", partial=True)

    def render_line(self, y: int) -> Strip:
        """The row at `y` below the top of the view."""
        index = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        if index >= len(self.page.rows):
            return self._blank(width)
        strip = self._strips.get(index)
        if strip is None or strip.cell_length != width:
            strip = self._draw(self.page.rows[index], index, width)
            self._strips[index] = strip
        return strip

    def _blank(self, width: int) -> Strip:
        """An empty row, always the same one: Textual keeps what it works out for a strip."""
        strip = self._strips.get(-1)
        if strip is None or strip.cell_length != width:
            strip = self._strips[-1] = Strip.blank(width, self.rich_style)
        return strip

    def _draw(self, row: Row, index: int, width: int) -> Strip:
        base = self.rich_style
        if row.kind == "gap":
            return self._blank(width)
        if row.kind == "ornament":
            text, style = self._ornaments[row.start]
            lead = self._indent + self._margin
            segments = [Segment(" " * lead, base), Segment(text, base + self._style(style))]
            return Strip(segments, lead + cells(text)).adjust_cell_length(width, base)
        hang = self._hangs(row)
        segments = self._gutter(row, index, base, hang)
        if row.kind == "headline":
            base += self._style("headline")
        text = guard(self.body[row.start : row.end])
        if not self._styles:
            self._styles = {layer: self._style(layer) for layer in LAYERS}
        marks = self.marks.on_row(row.start, row.end, hidden_layers(self.shown))
        words = segments_of(text, row.start, marks, base, self._styles)
        column = row.start - self.page.line_starts[row.line]
        placed = Strip(words, cells(text)).apply_offsets(column, row.line)
        margin = Strip(segments, self._indent + self._margin - hang)
        return Strip.join([margin, placed]).adjust_cell_length(width, self.rich_style)

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
        digits = self._margin - _SIGNS
        segments = [
            Segment(" " * self._indent, base),
            Segment(
                sign.text if sign else "  ",
                base + self._style("disputed-sign" if sign and sign.disputed else "quiet"),
            ),
            Segment(f"{row.number or '':>{digits}}"[:digits], base + self._style("quiet")),
            Segment("•" if kept is not None else " ", base + self._style("bookmark-sign")),
            Segment(bar, base + self._style("cursor")),
        ]
        return segments if hang else [*segments, Segment(" ", base)]

    @staticmethod
    def _begins_on(stretches: Stretches, row: Row) -> int | None:
        """Where the first of the stretches that begin on a row begins."""
        index = bisect_left(stretches.starts, row.start)
        begins = index < len(stretches.starts) and stretches.starts[index] < row.end
        return stretches.starts[index] if begins else None
