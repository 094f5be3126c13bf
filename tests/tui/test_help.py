"""The help lists what works here, with the person's own keys, and does it."""

from __future__ import annotations

from tests.tui.host import Host, screen_text
from tests.tui.invented import reports
from tests.tui.settling import press_keys, settled
from tui.bindings import ACTIONS
from tui.screens.compare import CompareScreen
from tui.screens.help import HelpScreen, WorkingKey, matches, working_keys


def host() -> Host:
    return Host(lambda: CompareScreen(reports))


async def test_only_what_works_here() -> None:
    app = host()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        scopes = {"columns", "compare", "app"}
        expected = {a.id for a in ACTIONS.values() if scopes & set(a.scopes)}
        expected -= {"compare.drop"}  # only two reports, and no library here:
        expected -= {"compare.add", "question.rule", "question.unrule", "passage.bookmark"}
        assert {one.action.id for one in working_keys(app.screen)} == expected


async def test_what_every_program_has_comes_last() -> None:
    app = host()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        groups = [one.action.id.partition(".")[0] for one in working_keys(app.screen)]
        assert "move" in groups
        assert set(groups[groups.index("move") :]) == {"move"}


async def test_what_cannot_be_done_now_is_left_out() -> None:
    app = host()
    async with app.run_test(size=(70, 24)) as pilot:
        await settled(pilot)
        ids = {one.action.id for one in working_keys(app.screen)}
        assert "compare.link" not in ids
        assert "compare.swap" in ids


async def test_the_persons_own_keys_are_shown() -> None:
    app = host()
    app.set_keymap({"compare.swap": "s,ctrl+s"})
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        keys = {one.action.id: one.keys for one in working_keys(app.screen)}
        assert keys["compare.swap"] == "s ^s"
        assert keys["move.down"] == "j ↓"


async def test_searching_the_help() -> None:
    app = host()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press_keys(pilot.app, "question_mark", "slash", *"swap")
        screen = app.screen
        assert isinstance(screen, HelpScreen)
        listed = [option.id for option in screen.keys.options if option.id]
        assert listed == ["compare.swap"] or "compare.swap" in listed
        assert "Go to the report on the left" not in screen_text(app)
        await press_keys(pilot.app, *"zzz")
        assert "No key does that here." in screen_text(app)
        await press_keys(pilot.app, "escape")
        assert screen.keys.has_focus
        assert "Go to the report on the left" in screen_text(app)
        await press_keys(pilot.app, "escape")
        assert isinstance(app.screen, CompareScreen)


async def test_enter_does_it() -> None:
    app = host()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press_keys(
            pilot.app, "question_mark", "slash", *"one place to the right", "enter", "enter"
        )
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        assert screen.reports is not None
        assert [article.id for article in screen.reports.articles] == ["ledger", "harbour"]


async def test_moving_in_the_help() -> None:
    async with host().run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press_keys(pilot.app, "question_mark")
        screen = pilot.app.screen
        assert isinstance(screen, HelpScreen)
        places = [screen.keys.highlighted]
        for key in ("j", "down", "k", "up", "pagedown", "pageup", "G", "g", "ctrl+d", "ctrl+u"):
            await pilot.press(key)
            places.append(screen.keys.highlighted)
        last = screen.keys.option_count - 1
        assert places[:5] == [1, 3, 4, 3, 1], "headings are passed by"
        assert places[5] is not None and places[5] > 5
        assert places[6] == 1
        assert places[7:9] == [last, 1]
        assert places[9] is not None and places[9] > 3
        assert places[10] == 1
        await pilot.press("tab")
        assert screen.filter.has_focus
        await pilot.press("shift+tab")
        assert screen.keys.has_focus
        await press_keys(pilot.app, "q")
        assert isinstance(pilot.app.screen, CompareScreen)


async def test_matching_by_key_by_word_and_by_id() -> None:
    async with host().run_test() as pilot:
        await settled(pilot)
        swap: WorkingKey = next(
            one for one in working_keys(pilot.app.screen) if one.action.id == "compare.swap"
        )
    assert matches(swap, "")
    assert matches(swap, "SWAP")
    assert matches(swap, "column right")
    assert matches(swap, "compare.swap")
    assert not matches(swap, "bookmark")
