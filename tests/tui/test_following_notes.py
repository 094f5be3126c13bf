"""Open comparisons follow the notes: bookmarks, and rulings that were undone elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from index.compare.model import Comparison
from tests.tui.host import Host, screen_text
from tests.tui.invented import HARBOUR, HURT, LEDGER
from tests.tui.piloting import SIZES, driven, named, on_top, press
from tests.tui.settling import settled
from tui.desk import Desk
from tui.gathering import reports_of
from tui.rendering.column_painter import KEPT
from tui.screens.compare import CompareScreen
from tui.screens.matrix import MatrixScreen
from tui.screens.timeline import TimelineScreen

IDS = [HARBOUR.id, LEDGER.id]


def host(desk: Desk, make: Callable[[], Screen[Any]] | None = None) -> Host:
    app = Host(make or (lambda: CompareScreen(lambda: reports_of(desk, IDS))))
    app.desk = desk
    return app


async def undo(pilot: Pilot[None], desk: Desk) -> None:
    """What `u` does in the reader, while another screen is open or was left."""
    assert desk.notebook is not None
    assert desk.notebook.undo()
    app = pilot.app
    assert isinstance(app, Host)
    app.notes_changed()
    await settled(pilot)


def compare(desk: Desk) -> Screen[Any]:
    return CompareScreen(lambda: reports_of(desk, IDS))


def matrix(desk: Desk) -> Screen[Any]:
    return MatrixScreen(lambda: desk.stories.matrix(IDS))


def timeline(desk: Desk) -> Screen[Any]:
    asked = next(q for q in desk.stories.comparison(IDS).questions if q.id == HURT.id)
    return TimelineScreen(asked, (HARBOUR, LEDGER))


@pytest.mark.parametrize("screen", [compare, matrix, timeline])
async def test_a_ruling_that_is_undone_is_gone_from_open_screens(
    screen: Callable[[Desk], Screen[Any]], desk: Desk
) -> None:
    desk.decisions.rule(HURT, "agrees")
    app = host(desk, lambda: screen(desk))
    async with driven(app) as pilot:
        assert "= agrees (your ruling)" in " ".join(screen_text(app).split())
        await undo(pilot, desk)
        assert "your ruling" not in screen_text(app)
        assert "→ updated" in screen_text(app)


async def test_the_matrix_of_a_comparison_follows_too(desk: Desk) -> None:
    app = host(desk)
    async with driven(app, "M") as pilot:
        on_top(pilot, MatrixScreen)
        desk.decisions.rule(HURT, "agrees")
        app.notes_changed()
        await settled(pilot)
        assert "= agrees (your ruling)" in " ".join(screen_text(app).split())


def kept_lines(app: Host) -> list[str]:
    return [line for line in screen_text(app).split("\n") if KEPT in line]


@pytest.mark.parametrize("size", SIZES, ids=named)
async def test_a_bookmark_has_its_sign_in_the_columns(size: tuple[int, int], desk: Desk) -> None:
    app = host(desk)
    async with driven(app, "c", "l", size=size) as pilot:
        assert kept_lines(app) == []
        await press(pilot, "b")
        await settled(pilot)
        [line] = kept_lines(app)
        assert line.partition(KEPT)[2].startswith("The number of people")
        await press(pilot, "h", "b")
        await settled(pilot)
        assert len("".join(kept_lines(app)).split(KEPT)) == 3, "one in each report"
        await undo(pilot, desk)
        await undo(pilot, desk)
        assert kept_lines(app) == []


async def test_the_order_of_the_columns_outlives_a_change_of_the_notes(desk: Desk) -> None:
    app = host(desk)
    async with driven(app, "x", "b") as pilot:
        reports = on_top(pilot, CompareScreen).reports
        assert reports is not None
        assert [article.id for article in reports.articles] == [LEDGER.id, HARBOUR.id]
        assert [len(kept) for kept in reports.kept] == [0, 1]


def test_a_comparison_in_another_order_is_the_same_but_for_the_order() -> None:
    found = Comparison(("a", "b"), (("a",), ("b",)), (HURT,), ("Post", "Wire"))
    turned = found.in_order(["b", "a"])
    assert (turned.articles, turned.newsrooms) == (("b", "a"), ("Wire", "Post"))
    assert turned.origins == (("b",), ("a",))
    assert turned.questions == found.questions
    assert turned.in_order(["a", "b"]) == found
