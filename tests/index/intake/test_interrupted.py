"""Killed in the middle and started again, an intake neither loses nor doubles; and how fast."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.intake.feed_list import FeedList
from index.sources.reading import read_article
from tests.index.intake.press import many_feeds
from tests.tui.terminal import Terminal
from tests.web_server import WebServer

NEWSREADER = Path(sys.executable).with_name("newsreader")


def prepare(
    server: WebServer, home: Path, feeds: int, items: int, *, whole: bool, lines: int = 14
) -> list[str]:
    """The command that takes in so many feeds."""
    (home / "list.opml").write_bytes(many_feeds(server, feeds, items, whole=whole, lines=lines))
    config = home / "config.toml"
    config.write_text(f'[library]\nallow_private = "{server.name}"\n')
    options = ["--library", str(home / "library"), "--config", str(config)]
    return [str(NEWSREADER), "add", *options, str(home / "list.opml")]


def titles(library: Path) -> list[str]:
    """The title of every article file, each of which is whole."""
    return [read_article(path).title for path in library.rglob("*.md")]


def killed_and_started_again(
    server: WebServer, home: Path, feeds: int, items: int, *, whole: bool, kills: int
) -> None:
    command = prepare(server, home, feeds, items, whole=whole)
    total, library = feeds * items, home / "library"
    for kill in range(kills):
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wanted = (kill + 1) * total // (kills + 1)
        while child.poll() is None and len(list(library.rglob("*.md"))) < wanted:
            time.sleep(0.01)
        child.send_signal(signal.SIGKILL)
        child.wait()
    done = subprocess.run([*command, "--json"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(FeedList(library).feeds()) == feeds
    found = titles(library)
    assert len(found) == total
    assert set(found) == {f"Plant {n} stands still" for n in range(total)}
    assert not [path for path in library.rglob(".*") if "unfinished" in path.name]
    if not whole:  # what was a file already was not fetched once more, but for what was under way
        pages = sum(count for path, count in server.asked.items() if path.startswith("/a/"))
        assert pages <= total + 40 * kills


@pytest.mark.parametrize("whole", [True, False])
def test_killed_in_the_middle(tmp_path: Path, whole: bool) -> None:
    with WebServer() as server:
        killed_and_started_again(server, tmp_path, 4, 10, whole=whole, kills=1)


@pytest.mark.slow
@pytest.mark.parametrize("whole", [True, False])
def test_killed_again_and_again(tmp_path: Path, whole: bool) -> None:
    with WebServer() as server:
        killed_and_started_again(server, tmp_path, 30, 20, whole=whole, kills=8)


def memory_of(process: int) -> float:
    """Megabytes that a process has."""
    status = Path(f"/proc/{process}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+)", status)
    return int(found[1]) / 1024 if found else 0.0


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads /proc")
@pytest.mark.parametrize("whole", [True, False])
def test_a_hundred_feeds_of_fifty_items(tmp_path: Path, whole: bool) -> None:
    """At least 50 articles a second become files, with a progress bar, and memory does not grow.

    The index is brought up to date afterwards, at its own pace.
    """
    with WebServer() as server:
        command = prepare(server, tmp_path, 100, 50, whole=whole, lines=8)
        library, started = tmp_path / "library", time.monotonic()
        memory: list[float] = []
        drawn = 0
        with Terminal(command, columns=150) as terminal:
            while (done := len(list(library.rglob("*.md")))) < 5000 and terminal._take(0.5):
                drawn += "━" in terminal.text
                if done > 500:
                    memory.append(memory_of(terminal._child.pid))
            rate = 5000 / (time.monotonic() - started)
            told = f"{rate:.0f} articles a second; {min(memory):.0f} to {max(memory):.0f} MB"
            while terminal._take(1.0):
                pass
            assert "5,000 articles added" in terminal.text
        print(told)
        assert drawn
        assert rate >= 50, told
        assert max(memory) < min(memory) + 30, told
