"""The table of actions keeps the promises that screens, help, palette and docs lean on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.binding import Binding

from tests.tui.nodes import NODES, screen_of
from tui.actions import GROUPS, Action
from tui.app import NewsReader
from tui.bindings import ACTIONS, VIEWS, for_screen

SCOPES = sorted({scope for view in VIEWS.values() for scope in view})
UNUSABLE = {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+c"}


def bindings(scope: str) -> list[Binding]:
    """One for each key."""
    return list(Binding.make_bindings(for_screen(scope)))


def keys(scope: str) -> list[str]:
    return [binding.key for binding in bindings(scope)]


def test_ids_are_unique_and_every_scope_is_part_of_a_view() -> None:
    assert len(ACTIONS) == sum(len(group) for group in GROUPS.values())
    assert {scope for action in ACTIONS.values() for scope in action.scopes} == set(SCOPES)


@pytest.mark.parametrize("scope", SCOPES)
def test_a_key_stands_once_in_a_scope(scope: str) -> None:
    assert len(keys(scope)) == len(set(keys(scope)))


@pytest.mark.parametrize("scope", SCOPES)
def test_no_key_that_a_terminal_cannot_tell_apart(scope: str) -> None:
    assert UNUSABLE.isdisjoint(keys(scope))


@pytest.mark.parametrize("view", VIEWS)
def test_the_footer_shows_at_most_seven_keys(view: str) -> None:
    shown = {b.id for scope in VIEWS[view] for b in bindings(scope) if b.show}
    assert 2 <= len(shown) <= 7


@pytest.mark.parametrize("action", ACTIONS.values(), ids=list(ACTIONS))
def test_every_action_explains_itself(action: Action) -> None:
    binding = next(b for b in bindings(action.scopes[0]) if b.id == action.id)
    assert binding.description
    assert binding.tooltip.endswith(".")


@pytest.mark.parametrize("scope", SCOPES)
def test_every_action_is_done_by_its_node(scope: str) -> None:
    """No key that does nothing."""
    view = next(name for name, scopes in VIEWS.items() if scope in scopes)
    doers = {"app": NewsReader, "screen": NODES[screen_of(view)], "": NODES[scope]}
    for binding in bindings(scope):
        where, _, name = binding.action.rpartition(".")
        assert hasattr(doers[where], f"action_{name}"), binding.action


def test_the_docs_name_every_action_with_its_keys() -> None:
    page = (Path(__file__).parents[2] / "docs" / "keys.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([\w.]+)` \| (.+?) \| .+ \|$", page, re.MULTILINE)
    documented = {  # a bar would end the cell: Markdown wants it escaped
        identity: [key.replace("\\|", "|") for key in re.findall(r"`([^`]+)`", keys)]
        for identity, keys in rows
    }
    assert documented == {action.id: action.keys.split(",") for action in ACTIONS.values()}
