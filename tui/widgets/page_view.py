"""One article as a page: what is shown of it, how it is laid out, and a reading cursor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from textual import events

from tui.rendering.flow import wrap
from tui.rendering.head import begins_with_headline, fitted, head_rows
from tui.rendering.highlight import Layer, Marks, Stretches, next_shown
from tui.rendering.page import Page
from tui.rendering.signs import Answered, GutterSign
from tui.widgets.article_messages import PageMessages
from tui.widgets.drawn_page import MEASURE, SIGNS, DrawnPage

if TYPE_CHECKING:
    from index.article import Article
    from index.facts.model import Facts
    from index.span import TextSpan

_COMPACT = 60
"""Below this width the margin shows signs alone, no paragraph numbers."""

_GAPS = 2
"""Blank rows above and below the head."""

_EDGE = 3
"""Rows that stay in view above and below the cursor."""


class PageView(DrawnPage, PageMessages):
    """One article, or nothing."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name)
        super().__init__(id=id)
        self.facts: Facts | None = None
        self.corrections: Sequence[TextSpan] = ()
        """Where the outlet corrects itself."""
        self.compared = False
        """What other reports answer is known."""
        self._whole_head = False
        """The head is shown whole, though it leaves the text less than half of the view."""
        self._rows_seen = 0
        """The height at the last look."""

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
        self._answered, self._sentences, self.compared = Answered(), Stretches(), False
        self._whole_head = False
        if facts is not None:
            self._take(facts)
        self.cursor = 0
        self.scroll_to(y=0, animate=False, immediate=True)
        self._lay_out()
        self._redraw()
        self.go(at)

    def turn(self) -> None:
        """Another article comes: what was done with the one before is over."""

    def show_facts(self, facts: Facts) -> None:
        """Other marks on the same article; the cursor stays where it is."""
        self.facts = facts
        self._take(facts)
        self.marks.set("sentence", [self.sentence_at(self.cursor)])
        self._lay_out()
        self._redraw()

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
        before = self.marks[layer].spans
        self.marks.set(layer, spans)
        self._redraw_words({*before} ^ {*self.marks[layer].spans})

    def set_signs(
        self,
        *,
        answered: Mapping[tuple[int, int], GutterSign] | None = None,
        bookmarked: Iterable[tuple[int, int]] | None = None,
    ) -> None:
        """Replaces the signs of sentences that others answer too, and those of passages kept."""
        if bookmarked is not None:
            self.set_layer("bookmark", bookmarked)
        if answered is not None:
            self.compared = True
            before, self._answered = self._answered, Answered(answered)
            self._redraw_words(before.other_than(self._answered))
            self._lay_out()  # the head counts them

    # ---- laying out

    def _lay_out(self) -> None:
        """Wraps the text where it must be; the first row in view stays in view."""
        width = self.scrollable_content_region.width
        if not width:  # not seen yet: there will be a resize
            self.page = Page(self.body, MEASURE, headline=False, ornaments=0)
            return
        anchor = self._first_offset_in_view()
        digits = max(3, len(str(self.body.count("\n") + 1)))
        self._margin = SIGNS if width < _COMPACT else SIGNS + digits
        measure = max(2, min(MEASURE, width - self._margin))
        self._indent = max(0, (width - self._margin - measure) // 2)
        headline = self.article is not None and begins_with_headline(self.article)
        before, self._ornaments = self._ornaments, []
        short = False
        if self.article is not None:
            disputed = len(self._answered.disputed)
            head = head_rows(self.article, self.facts, disputed, measure, self.corrections)
            room = self.scrollable_content_region.height // 2 - _GAPS
            own = len(wrap(self.body, 0, len(self.article.title), measure)) if headline else 0
            short = not self._whole_head and own + len(head) > room
            self._ornaments = fitted(head, max(room, 1) - headline, measure) if short else head
        ornaments = len(self._ornaments)
        if self.page.is_for(self.body, measure, headline, ornaments, short):
            if before != self._ornaments:
                self._redraw_rows(self.page.ornaments)
            return
        self.page = Page(self.body, measure, headline=headline, ornaments=ornaments, short=short)
        self._redraw()
        self.set_extent(len(self.page.rows) if self.article else 0)
        if anchor:
            self.scroll_to(y=self.page.row_at(anchor), animate=False, immediate=True)

    def _first_offset_in_view(self) -> int:
        """Offset of the topmost row, or 0 while the top of the page is in view."""
        top = self.scroll_offset.y
        if top == 0 or not self.page.rows:
            return 0
        return self.page.rows[min(top, len(self.page.rows) - 1)].start

    def on_resize(self, event: events.Resize) -> None:
        """A new width is a new page; a place that was being read stays in view, and one that was
        gone to before the page was seen comes into it."""
        seen = self._rows_seen
        here = not seen or 0 <= self.cursor_row - self.scroll_offset.y < seen
        self._lay_out()
        self._rows_seen = self.size.height
        if here:
            self.scroll_cursor_into_view()

    # ---- the reading cursor

    def go(self, offset: int, *, span: tuple[int, int] | None = None) -> None:
        """Puts the cursor at `offset` and brings it into view; `span` is set off as the current."""
        self._redraw_cursor()
        self.cursor = max(0, min(offset, len(self.body) - 1))
        self.show_head_for((span or (0, self.cursor + 1))[1])
        self.marks.set("current", [span] if span else [])
        self.marks.set("sentence", [self.sentence_at(self.cursor)])
        self._redraw_cursor()
        self.scroll_cursor_into_view()
        self.post_message(self.Moved())

    def show_head_for(self, end: int) -> None:
        """Shows the head whole, if words that end at `end` are among those it hides."""
        if end - 1 in self.page.hidden:
            self._whole_head = True
            self._lay_out()

    def _redraw_cursor(self) -> None:
        """Draws the rows of the current sentence and mark again."""
        for span in (self.sentence_at(self.cursor), *self.marks["current"].spans):
            self._redraw_rows(self.page.rows_between(*span))

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
