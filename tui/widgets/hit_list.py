"""The list of reports: all of them, or those that answer a query."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.message import Message

from tui.bindings import for_screen
from tui.rendering.bars import cursor_bar
from tui.rendering.flow import cells, rows_of, shorten, wrap
from tui.rendering.guard import guard
from tui.rendering.words import day
from tui.widgets.virtual_list import VirtualList

_ROOMY = 64
"""From this width on, a title and a sentence take one row each; below it, two."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One report in the list."""

    id: str
    title: str
    source: str | None
    published: str | None
    snippet: str = ""
    """The sentence that answers the query best."""
    matches: tuple[tuple[int, int], ...] = ()
    """Where the query's words stand in the snippet."""
    read: bool = False
    """The person has opened it before."""
    beside: str = ""
    """What is folded under it: "2 copies"."""


class HitList(VirtualList):
    """Title, source and date, best sentence; a bar for the cursor, a sign for marked reports."""

    BINDINGS: ClassVar = for_screen("results")
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--title",
        "list--read",
        "list--quiet",
        "list--match",
        "list--mark",
    }

    class MarksChanged(Message):
        """Another set of reports is marked for comparing."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name)
        super().__init__(id=id)
        self.hits: Sequence[Hit] = ()
        self.marked: dict[str, None] = {}
        """Ids of the reports marked for comparing, in the order of marking."""

    def show(self, hits: Sequence[Hit], *, keep: str | None = None) -> None:
        """Shows other reports; the cursor stays on the report `keep` if it is among them."""
        self.hits = hits
        place = next((n for n, hit in enumerate(hits) if hit.id == keep), 0) if keep else 0
        self.fill(len(hits), cursor=place)

    def mark_read(self, id: str) -> None:  # noqa: A002  (the word of the model)
        """Shows a report as one that was opened."""
        for index, hit in enumerate(self.hits):
            if hit.id == id and not hit.read:
                self.hits = [*self.hits[:index], replace(hit, read=True), *self.hits[index + 1 :]]
                self.update_item(index)

    @property
    def current(self) -> Hit | None:
        """The report under the cursor."""
        return self.hits[self.cursor] if self.cursor < len(self.hits) else None

    def action_mark(self) -> None:
        """Marks or unmarks the report for comparing, and goes on to the next."""
        if (hit := self.current) is None:
            return
        if hit.id in self.marked:
            del self.marked[hit.id]
        else:
            self.marked[hit.id] = None
        self.update_items()
        self.post_message(self.MarksChanged())
        self.action_cursor_down()

    def unmark(self) -> None:
        """Takes all marks away."""
        self.marked.clear()
        self.update_items()
        self.post_message(self.MarksChanged())

    # ---- drawing

    def _rows_each(self) -> int:
        return 1 if self.room >= _ROOMY else 2

    def item_height(self) -> int:
        """Title, source, sentence, and a blank row between two reports."""
        sentence = self._rows_each() if any(hit.snippet for hit in self.hits[:1]) else 0
        return self._rows_each() + 1 + sentence + 1

    def draw_item(self, index: int, width: int, base: Style) -> list[list[Segment]]:
        """See `VirtualList`."""
        hit = self.hits[index]
        bar = cursor_bar(focus=self.has_focus) if index == self.cursor else " "
        sign = "✓" if hit.id in self.marked else " "
        lead = [
            Segment(bar, base if bar == " " else base + self.part_style("bar")),
            Segment(sign, base if sign == " " else base + self.part_style("mark")),
        ]
        rest = [lead[0], Segment(" ", base)]
        room = max(4, width - 3)
        height = self.item_height() - 1
        title = base + self.part_style("read" if hit.read else "title")
        rows = [
            [Segment(text, title)] for text in rows_of(guard(hit.title), room, self._rows_each())
        ]
        about = self._about(hit, room)
        rows.append([Segment(shorten(guard(about), room), base + self.part_style("quiet"))])
        rows += self._snippet(hit, room, height - len(rows), base)
        return [[*(lead if number == 0 else rest), *row] for number, row in enumerate(rows)]

    @staticmethod
    def _about(hit: Hit, room: int) -> str:
        """Outlet and day; of a report that others are folded under, the outlet gives way first."""
        source, rest = hit.source or "unknown source", f" · {day(hit.published)}"
        if hit.beside:
            rest += f" · + {hit.beside}"
            source = shorten(source, max(8, room - cells(rest)))
        return source + rest

    def _snippet(self, hit: Hit, room: int, rows: int, base: Style) -> Iterable[list[Segment]]:
        """The sentence with its matches marked, from a place where the first match is seen."""
        if not hit.matches and _same_words(hit.snippet, hit.title):
            return  # a report without a headline is called by its first sentence
        match = base + self.part_style("match")
        text = guard(hit.snippet.replace("\n", " "))
        first = hit.matches[0][0] if hit.matches else 0
        begin = begin_of(text, first, rows, room)
        lead = "…" if begin else ""
        spans = wrap(text, begin, len(text), room - len(lead)) if text else []
        cut = len(spans) > rows > 0
        if cut and cells(text[slice(*spans[rows - 1])]) >= room:  # its sign needs a cell
            start, end = spans[rows - 1]
            blank = text.rfind(" ", start, end)
            spans[rows - 1] = (start, blank if blank > start else end - 1)
        for number, (start, end) in enumerate(spans[:rows]):
            pieces, at = [Segment(lead, base)] if number == 0 and lead else [], start
            for a, b in hit.matches:
                if a < end and b > start:
                    pieces.append(Segment(text[at : max(a, at)], base))
                    pieces.append(Segment(text[max(a, at) : min(b, end)], match))
                    at = min(b, end)
            pieces.append(Segment(text[at:end], base))
            if cut and number == rows - 1:
                pieces.append(Segment("…", base))
            yield pieces


def begin_of(text: str, first: int, rows: int, room: int) -> int:
    """Where a cut sentence begins so that the match at `first` is seen, with some words before it
    and no row left empty behind its end."""
    if cells(text[:first]) + 8 <= rows * room:
        return 0
    begin, whole = first, rows * room
    while begin and (
        cells(text[begin:first]) < room // 3
        or cells(text[begin : begin + whole]) < whole * 3 // 4  # the sentence ends soon
    ):
        begin -= 1
    blank = text.rfind(" ", max(0, begin - room // 2), begin)
    return blank + 1 if blank >= 0 else begin


def _same_words(snippet: str, title: str) -> bool:
    """Whether a sentence only says again what the title says, which may be cut."""
    begun = " ".join(title.split()).rstrip("…").rstrip()
    return bool(begun) and " ".join(snippet.split()).startswith(begun)
