"""A list that draws only what is in view, so that its length costs nothing.

All items have the same height. Textual's own lists measure every item each time they are filled
(20,000 articles would take seconds).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from math import ceil
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tui.labels import Target
from tui.posted import posted
from tui.rendering.flow import cells
from tui.widgets.drawn_view import DrawnView


class VirtualList(DrawnView, can_focus=True):
    """Items by number; a subclass says how one looks."""

    ALLOW_SELECT = False
    PARTS = "list"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"list--cursor", "list--bar"}

    cursor: reactive[int] = reactive(0, repaint=False)
    """Number of the item that the keys act on."""

    @posted
    class Highlighted(Message):
        """The cursor stands on another item."""

        list: VirtualList
        index: int

        @property
        def control(self) -> VirtualList:
            """For `@on` with a selector."""
            return self.list

        def can_replace(self, message: Message) -> bool:
            """Only the last place of the cursor counts."""
            return isinstance(message, VirtualList.Highlighted) and message.list is self.list

    @posted
    class Chosen(Message):
        """Enter or a click on an item."""

        list: VirtualList
        index: int

        @property
        def control(self) -> VirtualList:
            """For `@on` with a selector."""
            return self.list

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name)
        super().__init__(id=id)
        self.count = 0
        """How many items there are."""
        self._drawn: tuple[tuple[int, int, Style], list[list[Segment]]] | None = None

    # ---- what a subclass says

    def item_height(self) -> int:
        """Rows of one item."""
        return 1

    def draw_item(self, index: int, width: int, base: Style) -> list[list[Segment]]:
        """The rows of one item; they are cut or filled up to `width` cells."""
        raise NotImplementedError

    def can_stand_on(self, index: int) -> bool:
        """Whether the cursor may stop at an item."""
        return True

    # ---- filling

    def fill(self, count: int, *, cursor: int = 0) -> None:
        """There are `count` items now, all of them perhaps new."""
        self.count = count
        self.update_items()
        cursor = self._near(max(0, min(cursor, count - 1)), 1)
        moved = cursor != self.cursor
        self.cursor = cursor
        if not moved:
            self._show_cursor()
            if count:
                self.post_message(self.Highlighted(self, cursor))

    def update_items(self) -> None:
        """The items look different, or their height has changed."""
        self._drawn = None
        self.set_extent(self.count * self.item_height())
        self.refresh()

    def update_item(self, index: int) -> None:
        """One item looks different."""
        if self._drawn is not None and self._drawn[0][0] == index:
            self._drawn = None
        height = self.item_height()
        self.refresh_lines(index * height, height)

    def on_resize(self, event: events.Resize) -> None:
        """Another width, another height of items."""
        self.update_items()
        self._show_cursor()

    # ---- moving

    def watch_cursor(self, old: int, new: int) -> None:
        """Draws the two items again and keeps the cursor in view."""
        for index in (old, new):
            self.update_item(index)
        self._show_cursor()
        if self.count:
            self.post_message(self.Highlighted(self, new))

    def _show_cursor(self) -> None:
        height, view = self.item_height(), self.size.height
        if not view:
            return
        top = self.scroll_offset.y
        first = self.cursor * height
        if not any(map(self.can_stand_on, range(self.cursor))):
            first = 0  # the headings above the first item come into view with it
        if first < top or height >= view:
            top = first
        elif (self.cursor + 1) * height > top + view:
            top = (self.cursor + 1) * height - view
        self.scroll_to(y=top, animate=False, immediate=True)

    def _near(self, index: int, direction: int) -> int:
        """The nearest item to stand on, looking first one way, then the other."""
        index = max(0, min(index, self.count - 1))
        for step in (direction, -direction):
            at = index
            while 0 <= at < self.count:
                if self.can_stand_on(at):
                    return at
                at += step
        return index

    def _go(self, index: int, direction: int) -> None:
        if self.count:
            self.cursor = self._near(index, direction)

    def _per_view(self) -> int:
        return max(1, self.size.height // self.item_height())

    def action_cursor_down(self) -> None:
        """One item down."""
        self._go(self.cursor + 1, 1)

    def action_cursor_up(self) -> None:
        """One item up."""
        self._go(self.cursor - 1, -1)

    def action_first(self) -> None:
        """To the first item."""
        self._go(0, 1)

    def action_last(self) -> None:
        """To the last item."""
        self._go(self.count - 1, -1)

    def action_page_down(self) -> None:
        """A page down."""
        self._go(self.cursor + self._per_view(), 1)

    def action_page_up(self) -> None:
        """A page up."""
        self._go(self.cursor - self._per_view(), -1)

    def action_half_page_down(self) -> None:
        """Half a page down."""
        self._go(self.cursor + max(1, self._per_view() // 2), 1)

    def action_half_page_up(self) -> None:
        """Half a page up."""
        self._go(self.cursor - max(1, self._per_view() // 2), -1)

    def action_open(self) -> None:
        """Opens the item under the cursor."""
        if self.count and self.can_stand_on(self.cursor):
            self.post_message(self.Chosen(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Opens the item under the pointer."""
        index = (self.scroll_offset.y + event.y) // self.item_height()
        if index < self.count and self.can_stand_on(index):
            self._open_item(index)

    def targets(self) -> Iterator[Target]:
        """The items whose first row is in view; going there opens one."""
        region, height, top = self.content_region, self.item_height(), self.scroll_offset.y
        for index in range(ceil(top / height), self.count):
            row = index * height - top
            if row >= region.height:
                break
            if self.can_stand_on(index):
                yield Target(region.x, region.y + row, partial(self._open_item, index))

    def _open_item(self, index: int) -> None:
        self.screen.set_focus(self)  # at once: what follows may go on to another pane
        self.cursor = index
        self.action_open()

    # ---- drawing

    def render_line(self, y: int) -> Strip:
        """The row at `y` below the top of the view."""
        width = self.room
        index, row = divmod(self.scroll_offset.y + y, self.item_height())
        base = self.rich_style
        if index >= self.count:
            return self.blank(width)
        if index == self.cursor:
            base += self.part_style("cursor")
        key = (index, width, base)
        if self._drawn is None or self._drawn[0] != key:
            self._drawn = key, self.draw_item(index, width, base)
        rows = self._drawn[1]
        if row >= len(rows):
            return self.blank(width)
        segments = rows[row]
        size = sum(cells(segment.text) for segment in segments)
        # Every stretch of its own style costs the terminal fifty bytes.
        return Strip(segments, size).adjust_cell_length(width, base).simplify()

    def notify_style_update(self) -> None:
        """Another theme, other items."""
        self._drawn = None
        super().notify_style_update()
