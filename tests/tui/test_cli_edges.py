"""The plain commands between pipes, terminals, odd names, odd encodings and full disks."""

from __future__ import annotations

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest

from tests.tui.program import PROGRAM, in_terminal, lines_of, newsreader


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams_are_no_fault(shared: dict[str, str], closed: str) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f'"$0" search kursk {closed}', PROGRAM],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONWARNINGS": "error", **shared},
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_reader_that_closes_early_ends_it_quietly(shared: dict[str, str], seeds: Path) -> None:
    files = sorted(seeds.glob("*.txt"))
    cases: list[list[str | Path]] = [["facts", "--json", *files * 20], ["show", files[0]]]
    for words in cases:
        with subprocess.Popen(
            [PROGRAM, *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **shared},
        ) as child:
            assert child.stdout
            assert child.stderr
            child.stdout.readline()
            child.stdout.close()
            assert child.stderr.read() == b""
            assert child.wait(60) == 0


def test_a_terminal_that_closes_ends_it_quietly(shared: dict[str, str]) -> None:
    master, slave = pty.openpty()
    with subprocess.Popen(
        [PROGRAM, "facts", "000", "001", "002", "003"],
        stdin=slave,
        stdout=slave,
        stderr=subprocess.PIPE,
        env={**os.environ, **shared, "TERM": "xterm-256color"},
    ) as child:
        os.close(slave)
        os.read(master, 100)
        os.close(master)
        assert child.stderr
        assert child.stderr.read() == b""
        assert child.wait(60) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_one_sentence(shared: dict[str, str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [PROGRAM, "show", "003"],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, **shared},
            check=False,
        )
    assert done.returncode == 4
    assert (
        done.stderr == "newsreader: The output failed: no space left on device; mend that first.\n"
    )


def test_colours_can_be_kept_in_a_pipe(shared: dict[str, str]) -> None:
    coloured = newsreader("show", "003", home=shared, FORCE_COLOR="1", TERM="xterm-256color").stdout
    assert "\x1b[1;33mat least 10,000\x1b[0m" in coloured
    assert "[figure:" not in coloured
    plain = newsreader("show", "003", "--plain", home=shared, FORCE_COLOR="1").stdout
    assert "\x1b" not in plain


def test_plain_lines_on_a_terminal_break_between_words(shared: dict[str, str]) -> None:
    shown = in_terminal("show", "003", "--plain", home=shared).splitlines()
    assert max(map(len, shown)) <= 80
    assert " ".join(line.strip() for line in shown).count("[figure: at least 10,000]") == 1
    whole = newsreader("show", "003", home=shared).stdout.splitlines()
    assert max(map(len, whole)) > 200, "in a pipe a paragraph is one line"


def test_colours_are_for_terminals_only(shared: dict[str, str]) -> None:
    assert "\x1b[" in in_terminal("search", "kursk", home=shared)
    assert "\x1b" not in in_terminal("search", "kursk", NO_COLOR="1", home=shared)
    assert "\x1b" not in in_terminal("search", "kursk", "--plain", home=shared)
    assert "\x1b" not in in_terminal("search", "kursk", TERM="dumb", home=shared)


def test_hostile_text_reaches_neither_output(shared: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "a\x1b]0;t\x07.txt").write_text("Ze\x1b[31mbra \u202eseen [/] [@click=app.quit]x.")
    (tmp_path / "b\x1b]52;c;eA==\x07.txt").write_bytes(bytes(99))
    (tmp_path / "sources.toml").write_text(
        '["c\\u001b[2J.txt"]\nsource = "x"\n[stray]\n"\\u009b" = 1'
    )
    for words in (
        ["search", "zebra\x1b[5m"],
        ["index"],
        ["doctor"],
        ["show", "a"],
        ["show", "x\x1bc"],
    ):
        done = newsreader(*words, "--library", tmp_path, home=shared)
        for text in (done.stdout, done.stderr):
            assert not any((ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160 for c in text)
            assert "\u202e" not in text
    shown = newsreader("show", "a", "--library", tmp_path, home=shared).stdout
    assert "[/] [@click=app.quit]x." in shown
    (told,) = lines_of(
        newsreader("show", "a", "--json", "--library", tmp_path, home=shared), "show"
    )
    assert told["body"] == "Zebra seen [/] [@click=app.quit]x."


def test_names_that_are_no_unicode(shared: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("Ten zebras were seen.")
    (tmp_path / os.fsdecode(b"bad\xff.txt")).write_bytes(bytes(99))
    done = newsreader("search", "zebras", "--json", "--library", tmp_path, home=shared)
    (told,) = lines_of(done, "search")
    assert told["hits"][0]["article"] == "caf\ufffd"
    assert "bad\ufffd.txt is no text" in done.stderr
    for name in ("caf\ufffd", "caf", tmp_path / os.fsdecode(b"caf\xe9.txt")):
        done = newsreader("show", name, "--library", tmp_path, home=shared)
        assert "zebras were seen" in done.stdout
    assert newsreader("show", os.fsdecode(b"no\xff"), home=shared).returncode == 3


def test_a_narrow_encoding_costs_letters_not_the_answer(shared: dict[str, str]) -> None:
    done = newsreader("show", "002", home=shared, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "Russia's" in done.stdout
    done = newsreader(
        "show", "002", "--json", home=shared, PYTHONIOENCODING="ascii", PYTHONUTF8="0"
    )
    assert "Russia’s" in json.loads(done.stdout)["body"]


def test_a_cache_that_cannot_be_made_is_told_and_the_search_works(
    shared: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    done = newsreader("search", "kursk", home=shared, XDG_CACHE_HOME=str(tmp_path / "file"))
    assert done.returncode == 0
    assert "kept in memory" in done.stderr
    assert done.stderr.count("\n") == 1
