"""A list that moves by the same keys as everything else."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip
from textual.widgets import OptionList

from tui.labels import Target
from tui.rendering.bars import cursor_bar

_EDGE = 2
"""Cells before an option: the bar of the cursor, and a blank."""


class KeyedList(OptionList):
    """An option list with half pages; a subclass takes its keys from the table of actions.

    Paging stops at the first and the last option that can be highlighted, where Textual's would
    lose the highlight at a heading. A bar says which option is highlighted, and not its ground
    alone.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"option-list--bar"}
    DEFAULT_CSS = """
    KeyedList > .option-list--bar { color: $quiet; }
    KeyedList > .option-list--option-disabled { color: $foreground; }
    KeyedList:focus > .option-list--bar { color: $border; }
    """

    _laid_out = 0
    """Cells for which the options were laid out."""

    def action_page_down(self) -> None:
        """Moves the highlight a page down."""
        self._go(1, self.scrollable_content_region.height)

    def action_page_up(self) -> None:
        """Moves the highlight a page up."""
        self._go(-1, self.scrollable_content_region.height)

    def action_half_page_down(self) -> None:
        """Moves the highlight half a page down."""
        self._go(1, self.scrollable_content_region.height // 2)

    def action_half_page_up(self) -> None:
        """Moves the highlight half a page up."""
        self._go(-1, self.scrollable_content_region.height // 2)

    def action_open(self) -> None:
        """Opens what is highlighted: the list tells with `OptionSelected`."""
        self.action_select()

    def targets(self) -> Iterator[Target]:
        """The options whose first row is in view; going there highlights one."""
        region, before = self.content_region, None
        for row in range(region.height):
            index = self.screen.get_style_at(region.x, region.y + row).meta.get("option")
            if index is not None and index != before and not self.options[index].disabled:
                yield Target(region.x, region.y + row, partial(self._highlight, index))
            before = index

    def _highlight(self, index: int) -> None:
        self.screen.set_focus(self)
        self.highlighted = index

    def _get_left_gutter_width(self) -> int:
        """Room for the bar; Textual asks this when it lays options out."""
        return _EDGE

    def _update_lines(self) -> None:
        """Textual lays the options out here; it fails where no cell is left for their words, and
        knows nothing of the cell that a scrollbar takes: the last row of an option was lost then.
        A list that is taken away, with a key on its way to it, has neither room nor styles.
        """
        if not self.is_attached:
            return
        width = self.scrollable_content_region.width
        if width != self._laid_out:
            self._laid_out = width
            self._clear_caches()
        if width > _EDGE + self.get_component_styles("option-list--option").padding.width:
            super()._update_lines()

    def render_line(self, y: int) -> Strip:
        """One line of an option, behind the bar where that is highlighted."""
        line = super().render_line(y)
        first = next(iter(line), None)
        style = self.rich_style if first is None or first.style is None else first.style
        here = self.highlighted is not None and style.meta.get("option") == self.highlighted
        if here:
            style += self.get_component_rich_style("option-list--bar", partial=True)
        edge = Segment((cursor_bar(focus=self.has_focus) if here else "").ljust(_EDGE), style)
        width = self.scrollable_content_region.width
        return Strip([edge, *line]).adjust_cell_length(width, style)

    def _go(self, direction: int, lines: int) -> None:
        """Moves by about so many lines, at least to the next option."""
        index = self.highlighted or 0
        while 0 <= index + direction < self.option_count and lines > 0:
            index += direction
            lines -= str(self.options[index].prompt).count("\n") + 1
            if not self.options[index].disabled:
                self.highlighted = index
