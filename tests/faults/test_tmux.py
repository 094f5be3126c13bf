"""A real terminal that obeys: tmux takes clipboard and titles from what is written into it."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

PROGRAM = Path(sys.executable).with_name("newsreader")
OWNED = base64.b64encode(b"OWNED").decode()
SERVER = f"newsreader-test-{os.getpid()}"

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")


def tmux(*words: str | Path) -> str:
    done = subprocess.run(
        ["tmux", "-L", SERVER, "-f", "/dev/null", *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


@pytest.fixture
def pane(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """A shell in tmux, which is told to take the clipboard from programs."""
    # A server of its own for each test: the last one may still be leaving its socket.
    monkeypatch.setattr(
        sys.modules[__name__], "SERVER", f"newsreader-{tmp_path.name}-{os.getpid()}"
    )
    tmux("new-session", "-d", "-s", "a", "-x", "140", "-y", "40", "env PS1=ready: sh")
    tmux("set-option", "-s", "set-clipboard", "on")
    tmux("set-option", "-g", "allow-rename", "on")
    tmux("set-option", "-g", "automatic-rename", "off")
    tmux("set-option", "-g", "allow-passthrough", "on")
    yield
    tmux("kill-server")


def wait_for(words: str) -> str:
    for _ in range(300):
        shown = tmux("capture-pane", "-p", "-t", "a")
        if words in shown:
            return shown
        time.sleep(0.1)
    raise AssertionError(f"{words!r} never came:\n{shown}")


def state() -> tuple[str, str, str]:
    """Clipboard, title and name of the window."""
    title, name = tmux("display-message", "-p", "-t", "a", "#{pane_title}\n#{window_name}").split(
        "\n"
    )[:2]
    return tmux("show-buffer"), title, name


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    sequences = (
        f"\x1b]52;c;{OWNED}\x07\x1b]0;OWNED\x07\x1b]2;OWNED\x1b\\\x1bkRENAMED\x1b\\\x1bc"
        "\x9d0;OWNED\x9c"
    )
    for name in ("a", f"b{sequences}"):
        (folder / f"{name}.txt").write_text(
            f"Harbour {sequences}opened\n\n"
            f"The port said {sequences}10,000 people came. Afterwards.\n"
        )
    (folder / "sources.toml").write_text(
        '["a.txt"]\nsource = "Out\\u001b]52;c;T1dORUQ=\\u0007let"\n'
    )
    return folder


def test_tmux_obeys_such_sequences(pane: None) -> None:
    """What the next test would see if nothing were guarded."""
    tmux("send-keys", "-t", "a", f"printf '\\033]2;OWNED\\033\\\\\\033]52;c;{OWNED}\\007'", "Enter")
    for _ in range(100):
        if state()[:2] == ("OWNED", "OWNED"):
            return
        time.sleep(0.1)
    pytest.fail(f"this tmux does not obey: {state()}")


def test_an_article_sets_neither_clipboard_nor_title(pane: None, folder: Path) -> None:
    before = state()
    for command, sign in (
        (f"show --library {folder} a", "Afterwards."),
        (f"show {folder}/a.txt", "Afterwards."),
        (f"search --library {folder} harbour", "Harbour"),
        (f"index --library {folder}", "articles"),
    ):
        tmux("send-keys", "-t", "a", f"clear; {PROGRAM} {command}", "Enter")
        wait_for(sign)
    assert state() == before
    tmux("send-keys", "-t", "a", f"{PROGRAM} {folder}", "Enter")
    wait_for("2 reports")
    tmux("send-keys", "-t", "a", "Enter")
    wait_for("f Figure")  # the keys of the article
    tmux("send-keys", "-t", "a", "f")
    time.sleep(1)
    clipboard, title, name = state()
    assert "OWNED" not in clipboard + title
    assert "RENAMED" not in name
    copied = ""
    for _ in range(20):
        tmux("send-keys", "-t", "a", "3")  # to the article, wherever the focus is
        time.sleep(0.5)
        tmux("send-keys", "-t", "a", "y")
        time.sleep(1)
        if copied := tmux("show-buffer"):
            break
    # What the person copies is the passage, as it stands on the screen.
    assert "OWNED" not in copied
    assert "Harbour" in copied or "10,000 people came" in copied
