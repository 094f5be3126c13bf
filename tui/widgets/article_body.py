"""The article under the keys: moving, walking from mark to mark, selecting."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar, Final

from textual import events
from textual.reactive import reactive

from tui.bindings import for_screen
from tui.labels import Target
from tui.rendering.highlight import Layer, hidden_layers
from tui.rendering.page import next_in, previous_in
from tui.rendering.word_runs import next_word, previous_word, word_at
from tui.widgets.article_messages import STILL_COMPARING, ArticleMessages
from tui.widgets.selectable_page import SelectablePage

_WALKED: Final[dict[Layer, str]] = {
    "match": "match",
    "official": "official",
    "figure": "figure",
    "disputed": "disputed sentence",
}
"""The layers whose marks can be gone to one by one, and what one is called."""


class ArticleBody(SelectablePage, ArticleMessages, can_focus=True):
    """A page that takes the keys of the scope "article"."""

    BINDINGS: ClassVar = for_screen("article")

    place: reactive[str] = reactive("", repaint=False)
    """Where the cursor stands, in words: "figure 3/17 · ¶4/18"."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name)
        super().__init__(id=id)
        self.step = ""
        """The last mark walked to: "figure 3/17"."""
        self._anchor: tuple[int, int] | None = None

    def turn(self) -> None:
        """No mark was gone to, and nothing is being selected."""
        self.step, self._anchor = "", None
        super().turn()

    def go(self, offset: int, *, span: tuple[int, int] | None = None) -> None:
        """See `PageView`."""
        super().go(offset, span=span)
        self.place = self._place()

    def _place(self) -> str:
        if self.article is None:
            return ""
        number, of = self.page.paragraph_of(self.cursor), len(self.page.paragraph_starts)
        place = f"¶{number}/{of}"
        return f"{self.step} · {place}" if self.step else place

    # ---- lines and pages

    def action_cursor_down(self) -> None:
        """One row down."""
        self._to_row(self.cursor_row + 1, 1)

    def action_cursor_up(self) -> None:
        """One row up; above the first row, the page shows its head."""
        if self.page.text_row(self.cursor_row - 1, -1) >= self.cursor_row:
            self.scroll_to(y=0, animate=False, immediate=True)
        self._to_row(self.cursor_row - 1, -1)

    def action_first(self) -> None:
        """To the top."""
        self.post_message(self.Leaping())
        self._to_row(0, 1)

    def action_last(self) -> None:
        """To the end."""
        self.post_message(self.Leaping())
        self._to_row(len(self.page.rows) - 1, -1)

    def action_page_down(self) -> None:
        """A page down, two rows of it stay."""
        self._turn(max(1, self.size.height - 2))

    def action_page_up(self) -> None:
        """A page up."""
        self._turn(-max(1, self.size.height - 2))

    def action_half_page_down(self) -> None:
        """Half a page down."""
        self._turn(max(1, self.size.height // 2))

    def action_half_page_up(self) -> None:
        """Half a page up."""
        self._turn(-max(1, self.size.height // 2))

    def _turn(self, rows: int) -> None:
        row = self.cursor_row
        self.scroll_to(y=self.scroll_offset.y + rows, animate=False, immediate=True)
        self._to_row(row + rows, 1 if rows > 0 else -1)

    def _to_row(self, row: int, direction: int) -> None:
        """To the first sentence that begins on a row, or to the row's first word."""
        if self.article is None:
            return
        at = self.page.rows[self.page.text_row(row, direction)]
        index = next_in(self._sentences.starts, at.start - 1)
        start = self._sentences.starts[index] if index is not None else at.end
        self._move(start if start < at.end else at.start)

    # ---- words, sentences and paragraphs

    def action_next_word(self) -> None:
        """To the next word."""
        self._to_word(next_word(self.body, self.cursor))

    def action_previous_word(self) -> None:
        """To the word before."""
        self._to_word(previous_word(self.body, self.cursor))

    def _to_word(self, word: tuple[int, int] | None) -> None:
        if word is not None:
            self.step = ""
            self._move(word[0], span=word)

    def action_next_sentence(self) -> None:
        """To the next sentence."""
        self._hop(self._sentences.starts or self.page.paragraph_starts, 1)

    def action_previous_sentence(self) -> None:
        """To the beginning of this sentence, then to the one before."""
        self._hop(self._sentences.starts or self.page.paragraph_starts, -1)

    def action_next_paragraph(self) -> None:
        """To the next paragraph."""
        self._hop(self.page.paragraph_starts, 1, whole=True)

    def action_previous_paragraph(self) -> None:
        """To the beginning of this paragraph, then to the one before."""
        self._hop(self.page.paragraph_starts, -1, whole=True)

    def _hop(self, starts: list[int], direction: int, *, whole: bool = False) -> None:
        find = next_in if direction > 0 else previous_in
        if (index := find(starts, self.cursor)) is None:
            return
        taken = self.page.paragraph_span(self.page.paragraph_of(starts[index])) if whole else None
        self._move(starts[index], taken=taken)

    # ---- marks

    def action_next_figure(self) -> None:
        """To the next figure."""
        self._walk("figure", 1)

    def action_previous_figure(self) -> None:
        """To the figure before."""
        self._walk("figure", -1)

    def action_next_official(self) -> None:
        """To where an official is named next."""
        self._walk("official", 1)

    def action_previous_official(self) -> None:
        """To where an official was named before."""
        self._walk("official", -1)

    def action_next_disputed(self) -> None:
        """To the next sentence that another report answers differently."""
        self._walk("disputed", 1)

    def action_previous_disputed(self) -> None:
        """To the disputed sentence before."""
        self._walk("disputed", -1)

    def action_next_match(self) -> None:
        """To the next match of the search."""
        self._walk("match", 1)

    def action_previous_match(self) -> None:
        """To the match before."""
        self._walk("match", -1)

    def step_to_match(self) -> None:
        """To the first match that is not above the cursor."""
        self.marks.set("current", [])
        self._walk("match", 1)

    def _places(self, layer: Layer) -> list[tuple[int, int]]:
        """Where a walk along a layer stops: of a disputed sentence, at the first words that are
        answered differently."""
        spans = self.marks[layer].spans
        if layer != "disputed":
            return spans
        first: dict[int, tuple[int, int]] = {}
        for start, end in spans:
            first.setdefault(self.sentence_at(start)[0], (start, end))
        return list(first.values())

    def _walk(self, layer: Layer, direction: int) -> None:
        places = self._places(layer)
        starts = [start for start, _ in places]
        if direction > 0:
            # The first one may stand under the cursor.
            fresh = not (self.step and self.marks["current"].spans)
            index = next_in(starts, self.cursor - fresh)
        else:
            index = previous_in(starts, self.cursor)
        if index is None:
            what, where = _WALKED[layer], "below" if direction > 0 else "above"
            told = f"No {what} {where}." if places else f"No {what} here."
            self.post_message(self.Note(STILL_COMPARING if self._awaits(layer) else told))
            return
        self._step_to(layer, index)

    def _awaits(self, layer: Layer) -> bool:
        return layer == "disputed" and self.article is not None and not self.compared

    def _step_to(self, layer: Layer, index: int) -> None:
        places = self._places(layer)
        self.step = f"{_WALKED[layer]} {index + 1}/{len(places)}"
        self._move(places[index][0], span=places[index])

    def targets(self) -> Iterator[Target]:
        """The marks in view that can be walked to, as far as they are shown."""
        corner, in_view = self.scrollable_content_region.offset, self.offsets_in_view()
        found: dict[int, Target] = {}
        for layer in (one for one in _WALKED if one not in hidden_layers(self.shown)):
            for index, (start, _) in enumerate(self._places(layer)):
                if start in in_view and start not in self.page.hidden:
                    column, row = self.cell_of(start)
                    go = partial(self._go_to_mark, layer, index)
                    found[start] = Target(corner.x + column, corner.y + row, go, is_word=True)
        yield from (found[start] for start in sorted(found))

    def _go_to_mark(self, layer: Layer, index: int) -> None:
        self.screen.set_focus(self)
        self._step_to(layer, index)

    # ---- selecting and what is done with it

    def passage(self) -> tuple[int, int]:
        """The selection, or the sentence under the cursor."""
        return self.selected_span() or self.sentence_at(self.cursor)

    def action_select(self) -> None:
        """Begins a selection with the mark or word gone to, or with the sentence; each step selects
        what it goes to as well. Again: leaves it."""
        if self.selected_span():
            self.leave_selection()
            self.post_message(self.Note(""))
            return
        current = self.marks["current"].spans
        self._anchor = current[0] if current else self.sentence_at(self.cursor)
        self.select(*self._anchor)
        self.post_message(self.Selecting())

    def action_select_paragraph(self) -> None:
        """Selects the paragraph under the cursor; again, the next one too."""
        span = self.selected_span()
        if self.article is None or not self.page.paragraph_starts:
            return
        number = max(1, self.page.paragraph_of(self.cursor))
        paragraph = self.page.paragraph_span(number)
        if span == paragraph or (span and self._anchor and span[0] == self._anchor[0]):
            last = self.page.paragraph_of(span[1] - 1)
            paragraph = self.page.paragraph_span(min(last + 1, len(self.page.paragraph_starts)))
            self.select(span[0], paragraph[1])
            return
        self._anchor = paragraph
        self.select(*paragraph)
        self.post_message(self.Selecting())

    def leave_selection(self) -> None:
        """Nothing is selected any more."""
        self._anchor = None
        self.clear_selection()

    def _move(
        self,
        offset: int,
        *,
        span: tuple[int, int] | None = None,
        taken: tuple[int, int] | None = None,
    ) -> None:
        """Puts the cursor at `offset`, with `span` set off; a selection takes in `taken`, or the
        span, or the sentence there."""
        if span is None:
            self.step = ""
        self.go(offset, span=span)
        if self._anchor is not None:
            start, end = taken or span or self.sentence_at(offset)
            self.select(min(start, self._anchor[0]), max(end, self._anchor[1]))

    def action_bookmark(self) -> None:
        """Asks for the passage to be written into the notes."""
        if self.article is not None:
            self.post_message(self.Bookmark(*self.passage()))

    def action_annotate(self) -> None:
        """Asks for the passage to be kept with a note and tags."""
        if self.article is not None:
            self.post_message(self.Annotate(*self.passage()))

    def action_copy_block(self) -> None:
        """Asks for the passage on the clipboard, as a block of a notes file."""
        if self.article is not None:
            self.post_message(self.CopyBlock(*self.passage()))

    def action_why(self) -> None:
        """Asks why the mark gone to, or what is marked in the sentence, is marked."""
        if self.article is not None:
            current = self.marks["current"].spans
            self.post_message(self.Why(*(current[0] if current else self.sentence_at(self.cursor))))

    def action_copy(self) -> None:
        """Asks for the passage on the clipboard."""
        if self.article is not None:
            self.post_message(self.Copy(*self.passage()))

    def action_open(self) -> None:
        """Asks for what others say here."""
        if self.article is not None:
            self.post_message(self.Open(*self.sentence_at(self.cursor)))

    def on_click(self, event: events.Click) -> None:
        """The cursor goes where the mouse points; twice selects the word, three times more."""
        if self.article is None:
            return
        event.prevent_default()
        event.stop()  # Textual would select everything on a second click
        offset = self.offset_at(event.x, event.y)
        if event.chain == 2:
            self.select(*word_at(self.body, offset))
        elif event.chain > 2:
            self.select(*self.sentence_at(offset))
        elif self.selected_span() is None:
            self._move(offset)
