"""The documentation says what the program does: every command, binding and setting is in it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from index.settings import Settings
from tui.bindings import ACTIONS
from tui.commands import COMMANDS
from tui.lines.commands import COMMANDS as LINE_COMMANDS
from tui.rendering.ascii import in_ascii
from tui.rendering.bars import AWAY, CURSOR
from tui.rendering.evidence import HERE
from tui.rendering.relations import SIGN

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
PAGES += sorted((ROOT / "docs").glob("*.md"))


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text("utf-8")


def test_every_command_is_documented() -> None:
    documented = set(re.findall(r"^## `newsreader ([a-z]+)", page("commands.md"), re.MULTILINE))
    assert set(COMMANDS) == documented


def test_every_binding_is_documented() -> None:
    text = page("keys.md")
    assert not [action.id for action in ACTIONS.values() if f"`{action.id}`" not in text]


def test_every_command_of_the_line_reader_is_documented() -> None:
    text = page("access.md").replace("\\|", "|")
    for command in LINE_COMMANDS:
        assert f"| {' '.join(f'`{name}`' for name in command.names)}" in text
        assert f"| {command.purpose} |" in text


def test_the_signs_in_ascii_are_those_of_the_documentation() -> None:
    text = page("access.md").replace("\\|", "¦")
    tables = re.findall(r"^\| sign \|(.*)\|\n\| in ASCII \|(.*)\|$", text, re.MULTILINE)
    told = [
        (sign.strip(), plain.strip().replace("¦", "|"))
        for signs, plains in tables
        for sign, plain in zip(signs.split("|"), plains.split("|"), strict=True)
    ]
    assert {sign for sign, _ in told} == {*SIGN.values(), CURSOR, AWAY, HERE}
    assert [in_ascii(sign) for sign, _ in told] == [plain for _, plain in told]


def test_every_setting_is_documented() -> None:
    text = page("settings.md")
    for section, field in Settings.model_fields.items():
        assert f"[{section}]" in text
        keys = getattr(field.annotation, "model_fields", {})
        assert not [key for key in keys if f"`{key}`" not in text], section


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_inside_the_project_lead_somewhere(path: Path) -> None:
    text = path.read_text("utf-8")
    links = re.findall(r"\]\((?!<?https?:|#)([^)#]+)", text)
    assert not [link for link in links if not (path.parent / link).exists()]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_settings_in_the_documentation_are_valid(path: Path) -> None:
    for block in re.findall(r"```toml\n# config\.toml\n(.*?)```", path.read_text("utf-8"), re.S):
        Settings.model_validate(tomllib.loads(block))


@pytest.mark.parametrize("target", ["run", "test", "test-all", "evaluate", "benchmark", "slow"])
def test_make_targets_that_are_documented_exist(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert any(f"make {target}" in path.read_text("utf-8") for path in PAGES)
