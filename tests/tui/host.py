"""An app that shows one screen, and pictures of what it shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from textual.app import App
from textual.binding import BindingType
from textual.screen import Screen

from tui.bindings import for_screen
from tui.desk import Desk
from tui.navigation import Navigation
from tui.places import Place
from tui.theme import DARK, THEMES, token_defaults


class Host(Navigation):
    """Pushes one screen and keeps what it ends with."""

    CSS_PATH = "../../styles/app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = list(for_screen("app"))
    desk: Desk | None = None

    def __init__(self, make: Callable[[], Screen[Any]], theme: str = DARK.name) -> None:
        super().__init__()
        self._make = make
        self.wanted = theme
        self.ended: list[Place | None] = []
        self.places: list[Place] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return token_defaults(self.current_theme)

    def on_mount(self) -> None:
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self.wanted
        self.animation_level = "none"
        self.push_screen(self._make(), self.ended.append)

    def read_on(self, place: Place | None) -> None:
        if place is not None:
            self.places.append(place)


def screen_text(app: App[None]) -> str:
    """The screen as plain text, without blanks at the ends of lines."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(part.text for part in strip).rstrip() for strip in strips)


class TextPicture(SingleFileSnapshotExtension):
    """One text file a picture, to be read and compared by eye."""

    _write_mode = WriteMode.TEXT
    _file_extension = "txt"
