"""What a terminal sends, as keys."""

from __future__ import annotations

import pytest
from textual import events
from textual._xterm_parser import XTermParser

from tests.tui.shelf import ShelfReader
from tui.key_parser import KeyParser


def keys(sent: str, parser: XTermParser) -> list[str]:
    return [one.key for one in parser.feed(sent) if isinstance(one, events.Key)]


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("\x1bj", "escape j"),
        ("\x1bG", "escape G"),
        ("\x1b/", "escape slash"),
        ("\x1b2", "escape 2"),
        ("\x1b:q", "escape colon q"),
        ("\x1b\x1bj", "escape escape j"),
        ("\x1b\x04", "escape ctrl+d"),
        ("\x1b[C", "right"),
        ("\x1b[1;3C", "alt+right"),
        ("\x1bOP", "f1"),
        ("\x1bb", "ctrl+left"),
        ("\x1bn", "alt+n"),
        ("\x1bN", "escape N"),
        ("jé", "j é"),
    ],
)
def test_escape_and_what_comes_right_behind_it(sent: str, read: str) -> None:
    app = ShelfReader()
    app.set_keymap({"find.next": "f4,alt+n"})
    assert keys(sent, KeyParser(is_own_key=app.is_own_key)) == read.split()


def test_each_byte_by_itself_is_read_alike() -> None:
    parser = KeyParser(is_own_key=lambda _: False)
    assert [key for byte in "\x1bj\x1b[Ck" for key in keys(byte, parser)] == [
        "escape",
        "j",
        "right",
        "k",
    ]
