"""The reader in a real terminal, from the command to the shell again."""

from __future__ import annotations

import re
import signal
import sys
from pathlib import Path

import pytest

from index.locations import fault_file, notes_file
from index.notes import scan
from index.notes.notebook import Notebook
from tests.tui.terminal import Terminal

PROGRAM = Path(sys.executable).with_name("newsreader")

FAULTY = """
import sys
from tui.app import NewsReader

class Faulty(NewsReader):
    def action_fail(self):
        raise ValueError("a fault with \\x1b[31mcolour")

    def action_break_worker(self):
        self.run_worker(self.action_fail, thread=True, exit_on_error=False)

    BINDINGS = [("f11", "app.break_worker", "Break"), ("f12", "app.fail", "Fail")]

sys.exit(Faulty(sys.argv[1:]).run())
"""


def test_from_search_to_bookmark_and_out(seeds: Path) -> None:
    with Terminal([PROGRAM, seeds], 120, 40) as terminal:
        terminal.wait_for("5 reports")
        terminal.press("/")
        terminal.press("kursk small")
        terminal.wait_for("3 reports")
        terminal.press("\r")
        terminal.wait_for("f Figure")
        terminal.press("f")
        terminal.wait_for("figure 1/")
        terminal.press("b")
        terminal.wait_for("Bookmarked")
        terminal.press("qq")
        assert terminal.wait() == 0
        assert terminal.modes_left_on() == set()
    assert "> [!quote]" in notes_file().read_text("utf-8")


def test_the_editor_opens_at_the_block_and_the_screen_comes_back_unharmed(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A real editor's part is played by a script: it takes the terminal, draws, and saves."""
    editor = tmp_path / "vi"
    editor.write_text(
        "#!/bin/sh\n"
        "printf '\\033[?1049h\\033[2J\\033[H'; printf 'editing at %s\\n' \"$1\"\n"
        "stty -a | grep -q -- ' icanon' && echo 'the terminal is as in a shell'\n"
        "read answer\n"
        'sed -i "s/Asked first[.]/Asked $answer./" "$2"\n'
        "printf '\\033[?1049l'\n"
    )
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", f"{editor}")
    monkeypatch.delenv("VISUAL", raising=False)
    with Terminal([PROGRAM, seeds], 120, 40) as terminal:
        terminal.wait_for("5 reports")
        terminal.wait_for("¶")  # the first report is beside the list
        terminal.press("\r")
        terminal.wait_for("/ Find")  # the article has the keys
        terminal.press("fa")
        terminal.wait_for("Your note, in Markdown")
        terminal.press("Asked first.\x13")  # ctrl+s
        terminal.wait_for("Bookmarked in")
        terminal.press("B")
        terminal.wait_for("Asked first.")
        before = terminal.wait_for("notes.md:")
        line = re.search(r"notes\.md:(\d+)", before)
        assert line is not None
        terminal.press("e")
        terminal.wait_for(f"editing at +{line[1]}")
        terminal.wait_for("the terminal is as in a shell")
        terminal.press("twice\r")
        terminal.wait_for("Asked twice.")
        after = terminal.wait_for("e Edit notes")
        assert "Bookmarks · 1 bookmark · " in after
        assert "editing at" not in after
        terminal.press("qqq")
        assert terminal.wait() == 0
        assert terminal.modes_left_on() == set()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, None])
def test_an_end_from_outside_while_saving_leaves_terminal_and_notes_whole(
    seeds: Path, number: signal.Signals | None
) -> None:
    """Row 70 of the table of threats and faults: resized, and ended in the midst of writing, by a
    signal or by a terminal that is gone without one."""
    with Terminal([PROGRAM, seeds], 120, 40) as terminal:
        terminal.wait_for("5 reports")
        terminal.wait_for("¶")  # the first report is beside the list
        terminal.press("\r")
        terminal.wait_for("/ Find")  # the article has the keys
        terminal.press("b)")
        terminal.wait_for("Bookmarked")
        terminal.press("b)" * 20)
        terminal.resize(80, 24)
        if number is None:
            assert terminal.vanish() == 0
        else:
            terminal.send(number)
            terminal.wait()
            assert terminal.modes_left_on() == set()
    data = notes_file().read_bytes()
    kept = scan.records(data)
    assert kept
    assert all(record.bookmark() for record in kept)
    assert data.count(b"> [!quote]") == len(kept)
    book = Notebook.open()  # the next start writes what waited
    assert book.notices == []
    assert all(bookmark.state == "written" for bookmark in book.bookmarks())
    assert book.vanished() == []
    book.close()


def test_a_fault_of_the_program_is_a_sentence_and_a_file(seeds: Path) -> None:
    with Terminal([sys.executable, "-c", FAULTY, seeds]) as terminal:
        terminal.wait_for("5 reports")
        terminal.press("\x1b[24~")
        terminal.wait()
        assert terminal.modes_left_on() == set()
        said = terminal.written.decode().rsplit("\x1b[?1049l", 1)[-1]
    assert "newsreader itself failed (ValueError: a fault with" in said
    assert "Traceback" not in said
    assert "[31mcolour" not in said.replace("\N{REPLACEMENT CHARACTER}[31mcolour", "")
    assert "action_fail" in fault_file().read_text("utf-8")


def test_a_fault_in_a_worker_leaves_reader_notes_and_terminal_whole(seeds: Path) -> None:
    with Terminal([sys.executable, "-c", FAULTY, seeds], 120, 40) as terminal:
        terminal.wait_for("5 reports")
        terminal.wait_for("¶")  # the first report is beside the list
        terminal.press("\x1b[23~")
        terminal.wait_for("A fault in newsreader itself: ValueError")
        terminal.press("\r")
        terminal.wait_for("/ Find")  # the article has the keys
        terminal.press("b")
        terminal.wait_for("Bookmarked")
        terminal.press("qq")
        assert terminal.wait() == 0
        assert terminal.modes_left_on() == set()
        assert b"Traceback" not in terminal.written
    assert [record.bookmark() is None for record in scan.records(notes_file().read_bytes())] == [
        False
    ]
