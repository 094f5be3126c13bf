"""A list that moves by the same keys as everything else."""

from __future__ import annotations

from textual.widgets import OptionList


class KeyedList(OptionList):
    """An option list with half pages; a subclass takes its keys from the table of actions.

    Paging stops at the first and the last option that can be highlighted, where Textual's would
    lose the highlight at a heading.
    """

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

    def _go(self, direction: int, lines: int) -> None:
        """Moves by about so many lines, at least to the next option."""
        index = self.highlighted or 0
        while 0 <= index + direction < self.option_count and lines > 0:
            index += direction
            lines -= str(self.options[index].prompt).count("\n") + 1
            if not self.options[index].disabled:
                self.highlighted = index
