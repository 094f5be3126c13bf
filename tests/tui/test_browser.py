"""Pages are opened by an argument list, and only web pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import ResourceError, UsageError
from tui.browser import command_for

PAGE = "https://example.org/a?b=1&c='$(x)'"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of PATH with two programs."""
    for name in ("xdg-open", "firefox", "open"):
        program = tmp_path / "bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text("#!/bin/sh\n")
        program.chmod(0o755)
    return tmp_path / "bin"


def test_the_address_is_one_argument(folder: Path) -> None:
    command = command_for(PAGE, {"PATH": str(folder)})
    assert command[0].startswith(str(folder))
    assert command[1:] == [PAGE]


def test_the_person_s_own_browser_comes_first(folder: Path) -> None:
    environment = {"PATH": str(folder), "BROWSER": "firefox --new-tab %s:lynx"}
    assert command_for(PAGE, environment) == [f"{folder}/firefox", "--new-tab", PAGE]


@pytest.mark.parametrize("browser", ["'firefox", 'firefox "', "firefox \\"])
def test_a_browser_whose_quotes_do_not_close_is_one_sentence(browser: str, folder: Path) -> None:
    with pytest.raises(UsageError, match=r"\$BROWSER cannot be read"):
        command_for(PAGE, {"PATH": str(folder), "BROWSER": browser})


@pytest.mark.parametrize("browser", [" ", "\t", ":firefox"])
def test_a_blank_browser_is_none(browser: str, folder: Path) -> None:
    command = command_for(PAGE, {"PATH": str(folder), "BROWSER": browser})
    assert command[0] in (f"{folder}/xdg-open", f"{folder}/open")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "-x",
        "--help",
        "ftp://example.org/",
        "https://",
        "https://example.org/\n--flag",
        "http://[broken",
    ],
)
def test_other_addresses_are_refused(url: str, folder: Path) -> None:
    with pytest.raises(UsageError):
        command_for(url, {"PATH": str(folder)})


def test_a_program_of_the_current_folder_is_never_run(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    with pytest.raises(ResourceError):
        command_for(PAGE, {"PATH": ".::bin"})


def test_no_browser_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="set BROWSER"):
        command_for(PAGE, {"PATH": str(tmp_path)})
