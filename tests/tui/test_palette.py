"""The command palette: what works here, and articles by title."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, cast

import pytest
from textual.command import CommandPalette
from textual.css.styles import RenderStyles

from index.catalog import Entry
from tests.tui.host import Host, screen_text
from tests.tui.invented import ARTICLES, reports
from tests.tui.settling import press_keys, settled
from tui.desk import Desk
from tui.palette import ActionCommands, ArticleCommands, Palette
from tui.places import Place
from tui.screens.compare import CompareScreen

HOSTILE = "[/] Ferry [sic] [@click=app.quit]runs[/] [D-NY]"


@dataclass
class Shelf:
    """As much of a library as the palette asks for."""

    def entries(self) -> list[Entry]:
        entries = [Entry(a.id, a.title, a.source, a.published) for a in ARTICLES]
        return [*entries, Entry("hostile", HOSTILE, "[/red] Wire [sic]", None)]


@dataclass
class OpenDesk:
    library: Shelf


class PaletteHost(Host):
    COMMANDS: ClassVar = {ActionCommands, ArticleCommands}
    desk = cast(Desk, OpenDesk(Shelf()))


def host() -> PaletteHost:
    return PaletteHost(lambda: CompareScreen(reports))


@pytest.mark.parametrize("key", ["colon", "ctrl+p"])
async def test_an_action(key: str) -> None:
    app = host()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press_keys(pilot.app, key)
        assert isinstance(app.screen, CommandPalette)
        await press_keys(pilot.app, *"swap")
        await pilot.pause(0.3)  # the palette gathers its answers for a moment
        await press_keys(pilot.app, "enter")
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        assert screen.reports is not None
        assert [article.id for article in screen.reports.articles] == ["ledger", "harbour"]


async def test_an_article() -> None:
    app = host()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press_keys(pilot.app, "colon", *"injured rises")
        await pilot.pause(0.3)
        await press_keys(pilot.app, "enter")
        assert app.places == [Place("ledger", 0, 0)]


async def test_a_headline_is_never_read_as_markup() -> None:
    app = host()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press_keys(pilot.app, "colon", *"ferry sic")
        await pilot.pause(0.3)
        assert f"{HOSTILE}  [/red] Wire [sic]" in screen_text(app)
        await press_keys(pilot.app, "enter")
        assert app.places == [Place("hostile", 0, 0)]


async def test_a_key_is_never_read_as_markup() -> None:
    app = host()
    app.set_keymap({"compare.swap": "[,]"})
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press_keys(pilot.app, "colon")
        await pilot.pause(0.3)
        assert "Swap  ([ ])" in screen_text(app)


async def test_all_that_works_is_offered_at_once() -> None:
    app = host()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        provider = ActionCommands(app.screen)
        await provider.startup()
        offered = [hit.text async for hit in provider.discover()]
        assert "Swap  (x)" in offered
        assert "Down  (j ↓)" not in offered, "nobody looks for that"
        found = [hit.text async for hit in provider.search("down")]
        assert "Down  (j ↓)" in found
        assert not [text for text in offered if text and text.startswith(("Keys", "Commands"))]


async def test_keys_that_come_before_the_palette_stands_do_nothing() -> None:
    app = host()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        palette = Palette()
        app.push_screen(palette)
        for action in ("cursor_down", "page_up", "select"):
            palette._action_command_list(action)
        await settled(pilot)
        assert app.screen is palette


async def test_a_palette_that_is_closed_before_it_stands_looks_for_no_screen_below() -> None:
    app = host()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await app.pop_screen()
        app.push_screen(palette := Palette())
        await app.pop_screen()
        await settled(pilot)
        assert palette._calling_screen is None
        assert len(app.screen_stack) == 1


async def test_a_palette_opens_while_the_last_one_is_still_being_taken_away() -> None:
    app = host()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        app.action_command_palette()
        await settled(pilot)
        first = app.screen
        app.pop_screen()
        app.action_command_palette()
        await settled(pilot)
        assert isinstance(app.screen, Palette)
        assert app.screen is not first


async def test_a_palette_that_is_closed_while_it_searches_needs_no_styles(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    palette = Palette()
    styles = palette.get_component_styles

    def gone(*names: str) -> RenderStyles:
        if names == ("command-palette--help-text",):
            palette._cancel_gather_commands()  # as when the palette closes
            raise KeyError(names)
        return styles(*names)

    monkeypatch.setattr(palette, "get_component_styles", gone)
    app = host()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        app.push_screen(palette)
        await settled(pilot)
        assert app.screen is palette
