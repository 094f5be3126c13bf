"""The rows below a comparison: the why of a reason is never what is cut off."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.content import Content

from tui.rendering.excerpts import fit_reason
from tui.rendering.flow import wrap
from tui.widgets.reason_strip import ReasonStrip

REASON = (
    "The Harbor Post (28 Oct), harbor office: around 40 ships of the northern fleet (outer "
    "roads); The Tide (4 Nov), harbor office: 52 ships (inner basin); seven days later, so an "
    "update."
)
WHY = "seven days later, so an update."


def test_a_reason_that_fits_is_left_alone() -> None:
    assert fit_reason(REASON, 200, 2) == REASON


@pytest.mark.parametrize(("width", "rows"), [(76, 2), (56, 2), (40, 3), (56, 1)])
def test_the_why_stays_where_the_answers_are_cut(width: int, rows: int) -> None:
    told = fit_reason(REASON, width, rows)
    assert told.endswith(f"…; {WHY}")
    assert len(wrap(told, 0, len(told), width)) <= rows
    assert REASON.startswith(told.partition("…")[0])


def test_a_why_alone_too_long_is_cut_with_a_sign() -> None:
    assert fit_reason(REASON, 20, 1) == "seven days later, s…"


class Strip(App[None]):
    CSS = "ReasonStrip { height: 3; }"

    def compose(self) -> ComposeResult:
        yield ReasonStrip()


@pytest.mark.parametrize(("width", "tail"), [(60, False), (200, True)])
async def test_the_tail_is_left_out_before_the_why(width: int, tail: bool) -> None:
    async with (app := Strip()).run_test(size=(width, 5)) as pilot:
        strip = app.query_one(ReasonStrip)
        strip.tell(Content("→ updated"), REASON, Content(" 2 reports."))
        await pilot.pause()
        told = strip.render().plain
        assert told.startswith("→ updated\n")
        assert WHY in told
        assert told.endswith(" 2 reports.") is tail


async def test_a_long_headline_leaves_the_why_its_rows() -> None:
    async with (app := Strip()).run_test(size=(40, 5)) as pilot:
        strip = app.query_one(ReasonStrip)
        strip.tell(
            Content("→ updated  How many ships of the northern fleet lie in the basin?"), REASON
        )
        await pilot.pause()
        head, told = strip.render().plain.split("\n")
        assert head.startswith("→ updated  How many ships")
        assert head.endswith("…")
        assert WHY in told
        assert len(wrap(told, 0, len(told), 40)) == 2
