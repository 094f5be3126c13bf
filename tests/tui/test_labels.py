"""Letters over what is in view: each place has its own, and the letter goes there."""

from __future__ import annotations

from functools import partial

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from tests.tui.host import Host, screen_text
from tests.tui.invented import LEDGER, reports
from tests.tui.piloting import driven, on_top, press
from tests.tui.shelf import ShelfReader
from tui.labels import labels_for
from tui.screens.compare import CompareScreen
from tui.screens.labels import LabelScreen, targets_on
from tui.screens.reader import ReaderScreen
from tui.widgets.question_list import QuestionList


@pytest.mark.parametrize("number", [0, 1, 26, 27, 300])
def test_no_label_begins_another(number: int) -> None:
    labels = list(labels_for(number))
    assert len(set(labels)) == len(labels) == number
    assert not [(a, b) for a in labels for b in labels if a != b and b.startswith(a)]


def label_at(pilot: Pilot[None], column: int, row: int) -> str:
    """The letters that stand at a cell of the screen."""
    boxes = on_top(pilot, LabelScreen).query(Static)
    return next(str(box.content) for box in boxes if box.region.offset == (column, row))


async def test_a_letter_on_each_report_opens_it() -> None:
    async with driven(ShelfReader(), size=(80, 24)) as pilot:
        hits = on_top(pilot, ReaderScreen).hits
        region, height = hits.content_region, hits.item_height()
        await press(pilot, "semicolon")
        await press(pilot, label_at(pilot, region.x, region.y + height))
        screen = on_top(pilot, ReaderScreen)
        assert screen.body.has_focus
        assert screen.body.article is not None
        assert screen.body.article.id == screen.hits.hits[1].id


async def test_a_letter_on_a_mark_walks_to_it_and_other_keys_leave() -> None:
    async with driven(ShelfReader(), "enter", size=(80, 24)) as pilot:
        body = on_top(pilot, ReaderScreen).body
        start, end = body.marks["figure"].spans[2]
        column, row = body.cell_of(start)
        x, y = body.content_region.offset
        assert (
            screen_text(pilot.app)
            .split("\n")[y + row][x + column :]
            .startswith(LEDGER.body[start:end])
        )
        await press(pilot, "semicolon", "1")
        assert on_top(pilot, ReaderScreen).body.cursor == 0
        await press(pilot, "semicolon")
        letters = label_at(pilot, x + column - 1, y + row)
        assert LEDGER.body[start:end] in screen_text(pilot.app).split("\n")[y + row]
        assert f"figure 3/{len(body.marks['figure'].spans)}" in await press(pilot, letters)
        assert body.cursor == start
        await press(pilot, "semicolon", "escape")
        assert on_top(pilot, ReaderScreen).body.cursor == start


async def test_marks_that_are_hidden_have_no_letter() -> None:
    async with driven(ShelfReader(), "enter", size=(80, 24)) as pilot:
        screen = on_top(pilot, ReaderScreen)
        assert len(targets_on(screen)) > 1
        screen.body.shown = "none"
        (only,) = targets_on(screen)
        assert (only.column, only.row) == screen.body.content_region.offset


async def test_two_letters_where_one_is_too_few() -> None:
    async with driven(ShelfReader(), "enter", size=(80, 24)) as pilot:
        screen = on_top(pilot, ReaderScreen)
        target = targets_on(screen)[0]
        gone: list[int] = []
        places = [target._replace(go=partial(gone.append, number)) for number in range(40)]
        pilot.app.push_screen(LabelScreen(places), lambda one: one.go() if one else None)
        await press(pilot, "s")
        shown = [box for box in on_top(pilot, LabelScreen).query(Static) if box.display]
        assert shown
        assert all(str(box.content).startswith("s") for box in shown)
        await press(pilot, "a")
        assert gone == [26]


async def test_questions_and_rows_of_a_comparison() -> None:
    async with driven(Host(lambda: CompareScreen(reports)), "1") as pilot:
        screen = on_top(pilot, CompareScreen)
        questions = screen.query_one(QuestionList)
        at_questions = [one for one in targets_on(screen) if one.row >= questions.region.y]
        assert len(at_questions) == questions.option_count
        at_questions[1].go()
        assert questions.highlighted == 1
        rows = [one for one in targets_on(screen) if one.row < questions.region.y]
        rows[2].go()
        await press(pilot)
        assert screen.body.has_focus
        assert screen.body.row == 2
