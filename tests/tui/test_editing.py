"""The editor is started with an argument list, never through a shell."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from index.errors import UsageError
from tui.editing import editor_command


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """Puts a program of that name, and no other, on the path."""

    def make(name: str) -> str:
        program = tmp_path / name
        program.write_text("#!/bin/sh\n")
        program.chmod(0o755)
        return str(program)

    monkeypatch.setenv("PATH", str(tmp_path))
    return make


FILE = Path("/notes/my notes.md")


@pytest.mark.parametrize(
    ("name", "setting", "expected"),
    [
        *((name, name, ["+7", str(FILE)]) for name in ("vi", "vim", "nvim", "nano", "micro")),
        ("emacs", "emacs -nw", ["-nw", "+7", str(FILE)]),
        ("emacsclient", "emacsclient -t", ["-t", "+7", str(FILE)]),
        ("nano", "nano -w", ["-w", "+7", str(FILE)]),
        ("hx", "hx", [f"{FILE}:7"]),
        ("code", "code", ["--wait", "--goto", f"{FILE}:7"]),
        ("code", "code --wait", ["--wait", "--goto", f"{FILE}:7"]),
        ("code", "code -w", ["-w", "--goto", f"{FILE}:7"]),
        ("subl", "subl", ["--wait", f"{FILE}:7"]),
        ("zed", "zed --wait", ["--wait", f"{FILE}:7"]),
        ("mine", "mine --flag 'two words'", ["--flag", "two words", str(FILE)]),
    ],
)
def test_the_line_is_given_as_each_editor_wants_it(
    install: Callable[[str], str], name: str, setting: str, expected: list[str]
) -> None:
    program = install(name)
    assert editor_command(FILE, 7, {"EDITOR": setting}) == [program, *expected]


def test_without_a_line(install: Callable[[str], str]) -> None:
    vim, code = install("vim"), install("code")
    assert editor_command(FILE, None, {"EDITOR": "vim"}) == [vim, str(FILE)]
    expected = [code, "--wait", "--goto", str(FILE)]
    assert editor_command(FILE, None, {"EDITOR": "code"}) == expected


def test_visual_comes_first(install: Callable[[str], str]) -> None:
    install("vim")
    mine = install("mine")
    assert editor_command(FILE, None, {"VISUAL": "mine", "EDITOR": "vim"})[0] == mine


def test_an_editor_of_the_system_where_none_is_set(install: Callable[[str], str]) -> None:
    vi = install("vi")
    assert editor_command(FILE, None, {}) == [vi, str(FILE)]


def test_nothing_in_the_setting_is_run_by_a_shell(install: Callable[[str], str]) -> None:
    install("vim")
    command = editor_command(FILE, None, {"EDITOR": "vim ; rm -rf $HOME `id`"})
    assert command[1:-1] == [";", "rm", "-rf", "$HOME", "`id`"]


@pytest.mark.parametrize(
    ("setting", "words"),
    [("", "No editor is known"), ("nowhere", "is not there"), ("vim 'x", "cannot be understood")],
)
@pytest.mark.usefixtures("install")
def test_faults_are_sentences(setting: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        editor_command(FILE, None, {"EDITOR": setting})
