"""The title of a screen is said shorter where there is less room."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from tests.tui.settling import settled
from tui.rendering.flow import cells
from tui.rendering.titles import Part, answered_differently, fitted
from tui.widgets.title_line import TitleLine

PARTS: tuple[Part, ...] = (
    "Compare",
    ("4 origins", "4 origins", ""),
    answered_differently(11, 5),
    ("stacked: 4 columns need 155 cells", "stacked"),
    "",
)


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (
            96,
            "Compare · 4 origins · 11 questions, 5 answered differently · "
            "stacked: 4 columns need 155 cells",
        ),
        (76, "Compare · 4 origins · 11 questions, 5 answered differently · stacked"),
        (56, "Compare · 4 origins · 11 questions, 5≠ · stacked"),
        (47, "Compare · 4 origins · 5≠ of 11 · stacked"),
        (36, "Compare · 5≠ of 11 · stacked"),
        (5, "Compare · 5≠ of 11 · stacked"),
    ],
)
def test_the_last_part_gives_way_first(width: int, said: str) -> None:
    assert fitted(PARTS, width) == said
    assert cells(said) <= width or width == 5


def test_nothing_is_nothing() -> None:
    assert fitted((), 10) == ""
    assert fitted((answered_differently(0, 0),), 80) == "0 questions"
    assert fitted(("漢字", ("漢字漢字", "漢")), 9) == "漢字 · 漢"


class Titled(App[None]):
    """A title and nothing else."""

    def compose(self) -> ComposeResult:
        yield TitleLine("Comparing…")


async def test_a_title_follows_the_width() -> None:
    app = Titled()
    async with app.run_test(size=(60, 5)) as pilot:
        line = app.screen.query_one(TitleLine)
        line.say(*PARTS)
        assert str(line.content) == "Compare · 4 origins · 11 questions, 5≠ · stacked"
        await pilot.resize_terminal(100, 5)
        await settled(pilot)
        assert str(line.content).endswith("need 155 cells")
        line.fail("It cannot be compared.")
        await pilot.resize_terminal(60, 5)
        await settled(pilot)
        assert str(line.content) == "It cannot be compared."
