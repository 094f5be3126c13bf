"""A person's own keys: read with tolerance, reported with precision."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.widgets import Label

from tui.bindings import ACTIONS, for_screen
from tui.keymap import PRESETS, clashes, key_fault, normal_key, read_keymap


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_no_file_is_no_problem(config: Path) -> None:
    keymap = read_keymap(config)
    assert (dict(keymap.keys), keymap.problems) == ({}, ())


def test_entries_with_and_without_quotes(config: Path) -> None:
    config.write_text('[keys]\n"figure.next" = "ctrl+n"\nofficial.next = "?,o"\nhelp = "f1"\n')
    keymap = read_keymap(config)
    assert keymap.keys["figure.next"] == "ctrl+n"
    assert keymap.keys["official.next"] == "question_mark,o"
    assert keymap.keys["help"] == "f1"


def test_no_id_begins_another_or_unquoted_entries_would_not_work() -> None:
    assert not [a for a in ACTIONS for b in ACTIONS if b.startswith(f"{a}.")]


@pytest.mark.parametrize("preset", PRESETS)
def test_presets_are_whole(config: Path, preset: str) -> None:
    config.write_text(f'[keys]\npreset = "{preset}"\n')
    keymap = read_keymap(config)
    assert keymap.problems == ()
    assert keymap.keys == PRESETS[preset]
    assert PRESETS[preset].keys() <= ACTIONS.keys()
    for keys in PRESETS[preset].values():
        assert [key_fault(normal_key(key)) for key in keys.split(",")] == [None] * len(
            keys.split(",")
        )


@pytest.mark.parametrize("preset", PRESETS)
def test_the_docs_show_what_a_preset_changes(preset: str) -> None:
    page = (Path(__file__).parents[2] / "docs" / "keys.md").read_text(encoding="utf-8")
    section = page.partition(f"### {preset}\n")[2].partition("\n### ")[0]
    rows = re.findall(r"^\| `([\w.]+)` \| (.+?) \|$", section, re.MULTILINE)
    shown = {identity: ",".join(re.findall(r"`([^`]+)`", keys)) for identity, keys in rows}
    assert shown == PRESETS[preset]


def test_the_default_keys_do_not_clash() -> None:
    assert clashes({}) == []


def test_own_entries_go_over_the_preset(config: Path) -> None:
    config.write_text('[keys]\npreset = "less"\nmove.page_down = "F"\n')
    assert read_keymap(config).keys["move.page_down"] == "F"


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ('"figure.nxt" = "n"', "there is no action 'figure.nxt'"),
        ('"figure.next" = 7', "the keys of figure.next must be text"),
        ('"figure.next" = ""', "the keys of figure.next must be text"),
        ('"figure.next" = "hyperspace"', "there is no key 'hyperspace'"),
        ('"figure.next" = "strg+n"', "there is no key 'strg+n'"),
        ('"figure.next" = "banana"', "there is no key 'banana'; keys are written"),
        ('"figure.next" = "n,banana"', "there is no key 'banana'"),
        ('"figure.next" = "ctrl+banana"', "there is no key 'ctrl+banana'"),
        ('"figure.next" = "latin_small_letter_a"', "there is no key 'latin_small_letter_a'"),
        ('"figure.next" = "solidus"', "there is no key 'solidus'"),
        ('"figure.next" = "<any>"', "there is no key '<any>'"),
        ('"figure.next" = "<scroll-up>"', "there is no key '<scroll-up>'"),
        ('"figure.next" = "return"', "there is no key 'return'"),
        ('"figure.next" = "\\u0007"', "there is no key '\\x07'"),
        ('"figure.next" = "shift+g"', "sends no shift+g"),
        ('"figure.next" = "ctrl+G"', "sends no ctrl+G; write ctrl+g"),
        ('"figure.next" = "alt+G"', "sends no alt+G; write alt+shift+g"),
        ('"figure.next" = "ctrl+i"', "cannot tell ctrl+i from tab"),
        ('"figure.next" = "ctrl+c"', "ctrl+c copies"),
        ('preset = "emacs"', "preset must be one of"),
    ],
)
def test_a_wrong_entry_is_named_and_the_others_count(config: Path, entry: str, words: str) -> None:
    config.write_text(f'[reader]\n\n[keys]\n{entry}\n"official.next" = "f5"\n')
    keymap = read_keymap(config)
    assert keymap.keys == {"official.next": "f5"}
    (problem,) = keymap.problems
    assert problem.startswith(f"{config}, line 4: ")
    assert words in problem
    assert problem.endswith(".")


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("?", "question_mark"),
        ("slash", "slash"),
        ("+", "plus"),
        ("ctrl++", "ctrl+plus"),
        ("é", "é"),
        ("€", "euro_sign"),
        ("ctrl+alt+n", "alt+ctrl+n"),
        ("alt+?", "alt+question_mark"),
        ("shift+tab", "shift+tab"),
        ("ctrl+@", "ctrl+@"),
        ("alt+pagedown", "alt+pagedown"),
        ("f35", "f35"),
    ],
)
def test_a_key_is_named_as_a_terminal_sends_it(config: Path, written: str, sent: str) -> None:
    config.write_text(f'[keys]\n"figure.next" = "{written}"\n', encoding="utf-8")
    assert read_keymap(config).keys == {"figure.next": sent}


def test_two_actions_on_one_key_are_reported(config: Path) -> None:
    config.write_text('[keys]\n"figure.next" = "w"\n')
    keymap = read_keymap(config)
    assert keymap.keys == {"figure.next": "w"}
    assert keymap.problems == (
        f"{config}, line 2: w would be both figure.next and official.next; change one of them.",
    )


def test_a_pane_that_hides_a_key_of_its_screen_is_reported(config: Path) -> None:
    config.write_text('[keys]\n"figure.next" = "z"\n')
    (problem,) = read_keymap(config).problems
    assert "z would be both figure.next and view.zen" in problem


def test_two_actions_may_trade_keys(config: Path) -> None:
    config.write_text('[keys]\n"figure.next" = "w"\n"official.next" = "f"\n')
    assert read_keymap(config).problems == ()


def test_a_byte_order_mark_is_no_fault(config: Path) -> None:
    config.write_text('[keys]\n"figure.next" = "ctrl+n"\n', encoding="utf-8-sig")
    assert read_keymap(config).keys == {"figure.next": "ctrl+n"}


@pytest.mark.parametrize(
    "text",
    [
        "[keys\n",
        "keys = 3\n",
        '[keys]\na = "b"\na = "c"\n',
        f"[keys]\nhelp = {'9' * 5000}\n",
        f"[keys]\nhelp = {'[' * 9000}\n",
    ],
    ids=["no table", "a number", "twice", "long number", "deep nesting"],
)
def test_a_broken_file_leaves_the_default_keys(config: Path, text: str) -> None:
    config.write_text(text)
    keymap = read_keymap(config)
    assert keymap.keys == {}
    (problem,) = keymap.problems
    assert str(config) in problem


def test_a_folder_in_the_files_place(config: Path) -> None:
    config.mkdir()
    (problem,) = read_keymap(config).problems
    assert problem == (
        f"The settings {config} cannot be read: is a directory. The default keys are used."
    )


def test_bytes_that_are_no_text(config: Path) -> None:
    config.write_bytes(b"[keys]\n\xff\xfe")
    assert len(read_keymap(config).problems) == 1


class Pressed(App[None]):
    """Notes which action a key ran."""

    BINDINGS = for_screen("article")
    ran: str | None = None

    def compose(self) -> ComposeResult:
        yield Label("an article", markup=False)

    def action_next_figure(self) -> None:
        self.ran = "next_figure"

    def action_next_official(self) -> None:
        self.ran = "next_official"


async def test_textual_takes_the_keymap(config: Path) -> None:
    config.write_text('[keys]\n"figure.next" = "w,ctrl+n"\n"official.next" = "f"\n')
    app = Pressed()
    app.set_keymap(read_keymap(config).keys)
    async with app.run_test() as pilot:
        for key, action in [
            ("w", "next_figure"),
            ("ctrl+n", "next_figure"),
            ("f", "next_official"),
        ]:
            app.ran = None
            await pilot.press(key)
            assert app.ran == action
