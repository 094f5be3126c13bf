"""What the views that draw themselves line by line have in common: they draw only what changed."""

from __future__ import annotations

from typing import ClassVar, Final

from rich.style import Style
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

_KEPT: Final = 256
"""Lines that a view keeps, a few screens of them: one takes 10 kB with what Textual keeps of it."""


class DrawnView(ScrollView):
    """A view with a stable place beside it for its scrollbar."""

    DEFAULT_CSS = """
    DrawnView { overflow-x: hidden; scrollbar-gutter: stable; scrollbar-size-vertical: 1; }
    """
    PARTS: ClassVar[str]
    """What the names of the component classes begin with: "grid" of "grid--cursor"."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name)
        super().__init__(id=id)
        self._strips: LRUCache[int, Strip] = LRUCache(_KEPT)
        """Lines as they were last drawn, by number; for those who draw that way."""
        self._empty: tuple[Style, Strip] | None = None
        self.part_styles = PartStyles(self)

    _ground: Style | None = None
    """The style of the view while it is drawn."""
    _room: int | None = None
    """The cells of a line while it is drawn."""

    def set_extent(self, lines: int) -> None:
        """Says how many lines there are.

        Textual would lay the whole screen out for that, and draw all of it again; here nothing
        changes its place.
        """
        size = Size(self.scrollable_content_region.width, lines)
        if size != self.virtual_size:
            self.set_reactive(Widget.virtual_size, size)
            self._scroll_update(size)
            self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in a part of the view; its style and width are worked out once for all."""
        self._ground, self._room = super().rich_style, self.scrollable_content_region.width
        try:
            return super().render_lines(crop)
        finally:
            self._ground = self._room = None

    def blank(self, width: int) -> Strip:
        """An empty line, always the same one: Textual keeps what it works out for a strip."""
        style = self.rich_style
        if self._empty is None or self._empty[0] != style or self._empty[1].cell_length != width:
            self._empty = style, Strip.blank(width, style)
        return self._empty[1]

    @property
    def rich_style(self) -> Style:
        """See Textual; it goes through all widgets above this one each time it is asked."""
        return super().rich_style if self._ground is None else self._ground

    @property
    def room(self) -> int:
        """Cells of a line; Textual takes everything beside it from the region each time."""
        return self.scrollable_content_region.width if self._room is None else self._room

    def part_style(self, name: str) -> Style:
        """The style of a component class."""
        return self.part_styles[name]

    def notify_style_update(self) -> None:
        """Another theme, or the focus elsewhere: nothing that is drawn still holds."""
        super().notify_style_update()
        self._strips.clear()
        self.part_styles.clear()


class PartStyles(dict[str, Style]):
    """The styles of a view's component classes by what stands behind "--" in their names."""

    def __init__(self, view: DrawnView) -> None:
        super().__init__()
        self._view = view

    def __missing__(self, name: str) -> Style:
        view = self._view
        self[name] = style = view.get_component_rich_style(f"{view.PARTS}--{name}", partial=True)
        return style
