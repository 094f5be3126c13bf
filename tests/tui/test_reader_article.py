"""The article as a whole: what is known of it is said, and its words go to another program."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from index.errors import UsageError
from index.facts.model import Facts
from tests.tui.host import screen_text
from tests.tui.invented import ARTICLES, HARBOUR
from tests.tui.piloting import press
from tests.tui.settling import settled
from tests.tui.shelf import ShelfReader
from tests.tui.terminal import Terminal
from tui.app import NewsReader
from tui.bindings import ACTIONS
from tui.piping import pipe, pipe_command
from tui.rendering.head import head_rows
from tui.screens.details import DetailsScreen

PROGRAM = Path(sys.executable).with_name("newsreader")
REPORT = "The dam has held\n\nLISSE, Monday — The dam held for 3 days, the mayor said.\n"


def details(pilot: Pilot[None]) -> DetailsScreen:
    screen = pilot.app.screen
    assert isinstance(screen, DetailsScreen)
    return screen


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "library"
    place.mkdir()
    (place / "dam.txt").write_text(REPORT)
    return place


# ---- what is known of it


async def test_what_is_known_can_be_said_of_a_report_of_the_list(
    folder: Path, tmp_path: Path
) -> None:
    app = NewsReader([folder], cache=tmp_path / "cache", notes=tmp_path / "notes.md")
    app.animation_level = "none"
    async with app.run_test(size=(80, 24)) as pilot:  # the list stands alone: nothing is read yet
        await settled(pilot)
        assert app.reader.reading is None
        await press(pilot, ACTIONS["article.details"].keys)
        assert details(pilot).query_one("#source", Input).has_focus
        await press(pilot, "escape")
        shown = await press(pilot, ACTIONS["article.pipe"].keys)
        assert "Open a report first: its text goes to the program." in shown


async def test_outlet_day_and_zone_are_written_and_shown(folder: Path, tmp_path: Path) -> None:
    app = NewsReader([folder], cache=tmp_path / "cache", notes=tmp_path / "notes.md")
    app.animation_level = "none"
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "enter", ACTIONS["article.details"].keys)
        screen = details(pilot)
        assert screen.focused is screen.query_one("#source", Input)
        await press(pilot, *"The [Post]", "tab", *"2024-10-28", "tab", *"Europe/Am", "right")
        assert screen.query_one("#timezone", Input).value == "Europe/Amsterdam"
        shown = await press(pilot, ACTIONS["form.save"].keys)
        assert "Written into" in shown
        assert "The [Post]  ·  28 Oct 2024" in shown.replace("\xa0", " ")
        assert app.reader.reading is not None
        monday = app.reader.reading.facts.dates[0]
        assert (monday.text, monday.earliest) == ("Monday", "2024-10-28")
        assert app.reader.hits.hits[0].source == "The [Post]"
    assert (folder / "dam.txt").read_text() == REPORT
    assert (folder / "sources.toml").read_text() == (
        '["dam.txt"]\nsource = "The [Post]"\npublished = 2024-10-28\n'
        'timezone = "Europe/Amsterdam"\n'
    )


async def test_what_cannot_be_is_refused_in_the_box_and_nothing_is_written(
    folder: Path, tmp_path: Path
) -> None:
    app = NewsReader([folder], cache=tmp_path / "cache", notes=tmp_path / "notes.md")
    app.animation_level = "none"
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", ACTIONS["article.details"].keys, "tab", *"[soon]", "enter")
        refused = details(pilot).query_one(".refused", Static)
        assert refused.display
        assert "'[soon]' is no date" in screen_text(app)
        await press(pilot, "escape")
        assert app.screen is app.reader
    assert not (folder / "sources.toml").exists()


async def test_nothing_changed_writes_nothing(folder: Path, tmp_path: Path) -> None:
    app = NewsReader([folder], cache=tmp_path / "cache", notes=tmp_path / "notes.md")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", ACTIONS["article.details"].keys, "enter")
        assert app.screen is app.reader
    assert not (folder / "sources.toml").exists()


async def test_an_article_without_a_file_says_so() -> None:
    async with ShelfReader().run_test(size=(80, 24)) as pilot:
        shown = await press(pilot, "enter", ACTIONS["article.details"].keys)
        assert "This article has no file" in shown


# ---- another program


def test_a_command_is_one_program_with_its_arguments() -> None:
    assert pipe_command("wc -w")[1:] == ["-w"]
    assert pipe_command("grep -c 'two words; $HOME | x'")[1:] == ["-c", "two words; $HOME | x"]
    for bad, told in (("", "No command"), ("no-such-thing-here -x", "no program"), ("'x", "quot")):
        with pytest.raises(UsageError, match=told):
            pipe_command(bad)


def test_the_program_reads_the_words_with_nothing_for_the_terminal(tmp_path: Path) -> None:
    target = tmp_path / "out"
    cat = shutil.which("tee")
    assert cat is not None
    assert pipe([cat, str(target)], "10² ½ \x1b[31m “quoted”\n") == 0
    assert target.read_text() == "10² ½ �[31m “quoted”\n"
    assert pipe_command("false") and pipe(pipe_command("false"), "x" * 1_000_000) == 1


def test_the_article_goes_through_a_command_and_the_screen_returns(seeds: Path) -> None:
    with Terminal([PROGRAM, seeds], 100, 30) as terminal:
        terminal.wait_for("▌ 10,000")
        terminal.press("\r")
        terminal.wait_for("f Figure")
        terminal.press("|")
        terminal.wait_for("Give the article to the command")
        terminal.press("wc -l\r")
        terminal.wait_for("[wc -l ended with 0; Enter goes back to the article]")
        terminal.press("\rf")
        terminal.wait_for("figure 1/")
        terminal.press("|")
        terminal.wait_for("^s Done")
        terminal.press("\x1b")
        terminal.wait_for("f Figure")
        terminal.press("qq")
        assert terminal.wait() == 0
        assert terminal.modes_left_on() == set()


# ---- what the outlet corrects


def test_the_text_stays_where_it_is_when_disputes_come_to_be_known() -> None:
    for measure in range(20, 90):
        for article in (*ARTICLES, replace(HARBOUR, removed_characters=3, remark="Cut short.")):
            heads = [head_rows(article, Facts(), number, measure) for number in (0, 1, 9)]
            assert len({len(head) for head in heads}) == 1, (article.id, measure)
            assert "disputed" in "".join(row for row, _ in heads[2])


async def test_a_correction_of_the_outlet_is_pinned_to_the_head(tmp_path: Path) -> None:
    lines = [f"Ship {n} came in on Monday, the harbour master said." for n in range(40)]
    told = "Correction: an earlier version gave the wrong number of [ships]. " + "It was 40. " * 20
    (tmp_path / "ships.txt").write_text("Ships come in\n\n" + "\n\n".join([*lines, told]))
    app = NewsReader([tmp_path], cache=tmp_path / "cache", notes=tmp_path / "notes.md")
    app.animation_level = "none"
    async with app.run_test(size=(80, 24)) as pilot:
        shown = (await press(pilot, "enter")).splitlines()
        (row,) = [n for n, line in enumerate(shown) if "Correction: an earlier" in line]
        assert row < 6
        assert shown[row + 1].rstrip(" ▆").endswith("…")  # beside it the scrollbar
        assert app.reader.body.body.endswith(told)
    (tmp_path / "ships.txt").write_text("Ships come in\n\n" + "\n\n".join([told, *lines]))
    app = NewsReader([tmp_path], cache=tmp_path / "other", notes=tmp_path / "notes.md")
    app.animation_level = "none"
    async with app.run_test(size=(80, 24)) as pilot:
        shown = (await press(pilot, "enter")).splitlines()
        assert len([line for line in shown if "Correction: an earlier" in line]) == 1
