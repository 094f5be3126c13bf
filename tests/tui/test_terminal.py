"""The reader in a real terminal, from the command to the shell again."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from index.locations import fault_file, notes_file
from tests.tui.terminal import Terminal

PROGRAM = Path(sys.executable).with_name("newsreader")

FAULTY = """
import sys
from tui.app import NewsReader

class Faulty(NewsReader):
    def action_fail(self):
        raise ValueError("a fault with \\x1b[31mcolour")

    BINDINGS = [("f12", "app.fail", "Fail")]

sys.exit(Faulty(sys.argv[1:]).run())
"""


def test_from_search_to_bookmark_and_out(seeds: Path) -> None:
    with Terminal([PROGRAM, seeds], 120, 40) as terminal:
        terminal.wait_for("5 reports")
        terminal.press("/")
        terminal.press("kursk small")
        terminal.wait_for("3 reports")
        terminal.press("\r")
        terminal.wait_for("¶")
        terminal.press("f")
        terminal.wait_for("figure 1/")
        terminal.press("b")
        terminal.wait_for("Bookmarked")
        terminal.press("qq")
        assert terminal.wait() == 0
        assert terminal.modes_left_on() == set()
    assert "> [!quote]" in notes_file().read_text("utf-8")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_the_terminal_as_it_was(seeds: Path, number: signal.Signals) -> None:
    with Terminal([PROGRAM, seeds]) as terminal:
        terminal.wait_for("5 reports")
        terminal.send(number)
        terminal.wait()
        assert terminal.modes_left_on() == set()


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
