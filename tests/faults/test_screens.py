"""Every screen and command over articles that try to steer the terminal.

`clean` would take all of it out when an article is read in; here the catalogue is changed behind
its back, so that what is drawn is guarded by nothing but the guard at the drawing.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest

from index.library import Library
from index.locations import cache_folder, library_place
from tests.faults.poison import poison
from tests.tui.program import run_here
from tests.tui.terminal import Terminal

PROGRAM = Path(sys.executable).with_name("newsreader")

_STEERED = (
    re.compile(rb"\x1bc"),
    re.compile(rb"\x1b\[[0-?]*7777"),
    re.compile(rb"\x1b[\]PX^_][^\x1b\x07]{0,12}PWNED"),
    re.compile(rb"[\x00\x08\x0b\x0c\x0e\x0f\x7f]"),
    re.compile(rb"\xc2[\x80-\x9f]"),
    re.compile("\u202e|\u2066|\u200b".encode()),
    re.compile(rb"\xed[\xa0-\xbf]"),
    re.compile(rb"\x1b\]52"),
)


@pytest.fixture
def folder(seeds: Path, tmp_path: Path) -> Path:
    """The sample articles, poisoned in the catalogue: titles, outlets, bylines, texts."""
    folder = tmp_path / "library"
    shutil.copytree(seeds, folder)
    with Library.open([folder]) as library:
        library.sync()
    poison(cache_folder([library_place(folder)]) / "catalog.db")
    return folder


def assert_nothing_steers(written: bytes) -> None:
    for pattern in _STEERED:
        found = pattern.search(written)
        around = written[max(0, found.start() - 40) : found.end() + 40] if found else b""
        assert found is None, (pattern.pattern, around)


WALKS = {
    # Keys that open a screen or move in it, and what leads back to the list.
    "reader": ("\r", "f", "w", "}", "!", "\x1b", "4", "\x1b", "i", "\x1b", "/", "the\r", "n"),
    "comparison": (" ", "j", " ", "d", "j", "\r", "\x1b", "=", "M", "\r", "\x1b", "j", "T", "\x1b"),
    "officials": ("\r", "w", "D", "j", "\r", "\x1b", "R", "G", "\x1b"),
    "notes": ("\r", "f", "b", "f", "a", "a note\x13", "B", "j", "?", "\x1b", "\x1b", "\x10", "the"),
    "query": ("/", "\x1b[200~\x1b]0;PWNED\x07the\x9b7777m\x1b[201~", "\r"),
}


def walked(walk: str, folder: Path, quiet: float) -> list[str]:
    """What is seen at first and after each key of a walk, each waited for until all is `quiet`."""
    with Terminal([PROGRAM, folder], 110, 36) as terminal:
        seen = [terminal.wait_for("5 reports")]
        for keys in WALKS[walk]:
            terminal.press(keys)
            seen.append(terminal.settle(quiet))
            assert_nothing_steers(terminal.written)
    return seen


@pytest.mark.parametrize("walk", WALKS)
def test_no_screen_lets_an_article_steer_the_terminal(walk: str, folder: Path) -> None:
    for quiet in (0.1, 0.5, 2.5):  # a busy machine is given more time
        seen = walked(walk, folder, quiet)
        if len({*seen}) > 0.6 * len(seen):
            break
    else:
        pytest.fail("the keys led nowhere")
    # What is no command is shown as it stands.
    if walk == "reader":
        assert re.search(r"\[/\]|\[@click=app\.quit\]|\[bold red\]|\[link=file", "\n".join(seen))


COMMANDS = (
    ("search", "troops"),
    ("search", "\x1b]0;PWNED\x07 \x9b7777m troops"),
    ("show", "001"),
    ("show", "\x1b]52;c;PWNED\x07"),
    ("facts", "001"),
    ("facts", "001", "--explain", "3"),
    ("compare", "000", "001", "003"),
    ("compare", "000", "001", "--to", "md"),
    ("conflicts",),
    ("index",),
    ("doctor",),
    ("notes", "list"),
    ("--library", "/nowhere/\x1b]0;PWNED\x07", "index"),
)


def test_no_command_lets_an_article_steer_the_terminal(folder: Path) -> None:
    for words in COMMANDS:
        library = () if "--library" in words else ("--library", folder)
        command = [PROGRAM, *words, *library]
        with Terminal(command, 120, 50) as terminal:
            terminal.wait()
            assert_nothing_steers(terminal.written)
        for form in ("--plain", "--json"):
            if "--to" not in words:
                done = run_here(*words, *library, form)
                assert_nothing_steers((done.stdout + done.stderr).encode())
                assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "part", [pytest.param(1, marks=pytest.mark.slow), 5], ids=["whole", "a fifth"]
)
@pytest.mark.parametrize("shape", ["one line of a megabyte", "fifty thousand lines"])
def test_a_giant_article_opens_and_the_keys_stay_live(
    shape: str, part: int, tmp_path: Path
) -> None:
    told = "The ferry carried 212 people that night and nobody was hurt."
    lines = (told, *["It sailed on."] * 4)
    one_line = shape.startswith("one")
    body = f"{told} " * (17_000 // part) if one_line else "\n".join(lines * (10_000 // part))
    (tmp_path / "giant.txt").write_text(f"Giant report\n\n{body}\nENDWORD here.\n")
    with Library.open([tmp_path]) as library:
        library.sync()
    with Terminal([PROGRAM, tmp_path], 140, 40) as terminal:
        terminal.wait_for("¶1/")
        terminal.press("\r")
        terminal.wait_for("f Figure")
        terminal.press("G")
        terminal.wait_for("ENDWORD")
        terminal.press("gg")
        terminal.wait_for("Giant report")
        terminal.press("f")
        terminal.wait_for("figure 1/")
