"""The compare screen and its evidence card, driven by keys."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion

from index.compare.model import DISPUTED
from index.errors import InputError
from index.facts.model import Mention, Official
from index.library import Library
from index.notes.notebook import Notebook
from tests.tui.comparing import compare_screen, host
from tests.tui.host import Host, TextPicture, screen_text
from tests.tui.invented import (
    ARTICLES,
    COURIER,
    HARBOUR,
    HOSTILE,
    HURT,
    LEDGER,
    PILOT,
    reports,
)
from tests.tui.piloting import SIZES, driven, named, press
from tests.tui.settling import settled
from tests.tui.shelf import Shelf
from tui.desk import Desk
from tui.places import Place
from tui.rendering.reports import Reports
from tui.screens.card import EvidenceCard
from tui.screens.compare import CompareScreen
from tui.screens.timeline import TimelineScreen


@pytest.mark.parametrize("size", SIZES, ids=named)
@pytest.mark.parametrize("number", [2, 3])
async def test_picture(size: tuple[int, int], number: int, snapshot: SnapshotAssertion) -> None:
    app = host(*ARTICLES[:number])
    async with driven(app, "c", size=size):
        assert screen_text(app) == snapshot.use_extension(TextPicture)


async def test_words_of_an_article_are_never_markup() -> None:
    app = host()
    async with driven(app, size=(200, 50)):
        assert "on Saturday [sic]." in screen_text(app)


async def test_without_an_outlet_the_title_heads_its_column_once() -> None:
    nameless = replace(COURIER, source=None, title="Ferry news")
    app = Host(lambda: CompareScreen(lambda: reports(HARBOUR, nameless)))
    async with driven(app, size=(120, 40)):
        top = screen_text(app).split("\n")[:5]
        assert "\n".join(top).count("Ferry news") == 1
        assert "Harbour Post" in "\n".join(top)
        assert "Ferry runs aground" in "\n".join(top)


def hostile_reports() -> Reports:
    """Titles, outlets, questions, reasons and speakers that look like markup."""
    plain = reports()
    answers = tuple(replace(one, speaker=HOSTILE) for one in HURT.answers[:2])
    pairs = tuple(replace(one, reason=HOSTILE) for one in HURT.relations[:1])
    asked = replace(HURT, question=HOSTILE, reason=HOSTILE, answers=answers, relations=pairs)
    return Reports(
        tuple(replace(article, title=HOSTILE, source=HOSTILE) for article in plain.articles),
        plain.facts,
        replace(plain.comparison, questions=(asked,)),
        plain.rows,
    )


@pytest.mark.parametrize("size", [(80, 24), (200, 50)], ids=named)
async def test_nothing_from_outside_is_markup(size: tuple[int, int]) -> None:
    app = Host(lambda: CompareScreen(hostile_reports))
    async with driven(app, "c", size=size) as pilot:
        assert screen_text(app).count(HOSTILE) >= 4
        await press(pilot, "enter")
        assert isinstance(app.screen, EvidenceCard)
        text = screen_text(app)
        for line in (HOSTILE, f"→ updated  {HOSTILE}", f"{HOSTILE} · said 2 May 2031"):
            assert line in text


async def test_borders_stay_straight_beside_wide_characters() -> None:
    app = host(HARBOUR, COURIER)
    async with driven(app, "x"):
        strips = app.screen._compositor.render_strips()
        assert {strip.cell_length for strip in strips} == {120}
        ruled = [strip.text.split("│")[0] for strip in strips if "│" in strip.text]
        assert any("渡轮" in text for text in ruled)
        assert {cell_len(text) for text in ruled} == {cell_len(ruled[0])}


async def test_a_report_that_cannot_be_read_is_one_sentence() -> None:
    def fail() -> Reports:
        raise InputError("There is no article “gone” in the library.")

    app = Host(lambda: CompareScreen(fail))
    async with driven(app) as pilot:
        shown = screen_text(app)
        assert "The reports cannot be compared." in shown
        assert "There is no article “gone” in the library." in shown
        await press(pilot, "c", "j", "equals_sign", "x", "enter", "L", "1", "escape", "q")
        assert app.ended == [None]


# What the keys do

MOVES = {
    "move.down": (["j"], 1),
    "move.up": (["j", "j", "k"], 1),
    "move.last": (["G"], -1),
    "move.first": (["G", "g"], 0),
    "disputed.next": (["c"], 2),
    "disputed.previous": (["G", "C"], 4),
}


@pytest.mark.parametrize("identity", MOVES)
async def test_moving_from_row_to_row(identity: str) -> None:
    keys, row = MOVES[identity]
    async with driven(host(), size=(120, 50)) as pilot:
        await pilot.press(*keys)
        body = compare_screen(pilot).body
        assert body.row == row % len(body.rows)


PAGES = {
    "move.half_page_down": "ctrl+d",
    "move.half_page_up": "ctrl+u",
    "move.page_down": "pagedown",
    "move.page_up": "pageup",
    "move.space": "space",
}


async def test_the_cursor_begins_where_the_words_of_its_report_do() -> None:
    whole = reports()
    first, *rest = whole.rows
    rows = (replace(first, spans=(None, first.spans[1])), *rest)  # its title is none of its words
    found = Reports(whole.articles, whole.facts, whole.comparison, rows)
    app = Host(lambda: CompareScreen(lambda: found))
    async with driven(app) as pilot:
        body = compare_screen(pilot).body
        assert rows[body.rows[body.row]].spans[0] is not None
        await press(pilot, "g")
        assert body.row == 0


@pytest.mark.parametrize("identity", PAGES)
async def test_paging(identity: str) -> None:
    key = PAGES[identity]
    async with driven(host(), size=(80, 20)) as pilot:
        body = compare_screen(pilot).body
        if "up" in identity:
            await pilot.press("G")
        before = body.scroll_offset.y
        await pilot.press(key)
        moved = body.scroll_offset.y - before
        assert moved < 0 if "up" in identity else moved > 0
        top, end = body.extent(body.row)
        y, height = body.scroll_offset.y, body.scrollable_content_region.height
        assert top < y + height and end > y, "the cursor came along"


async def test_the_last_difference_is_said_to_be_the_last() -> None:
    app = host()
    async with driven(app, "G", "c"):
        assert "No more differences below." in screen_text(app)


async def test_differences_only() -> None:
    app = host()
    async with driven(app, "equals_sign") as pilot:
        body = compare_screen(pilot).body
        assert body.rows
        assert {reports().relation_of(row) for row in body.rows} <= DISPUTED
        text = screen_text(app)
        assert "differences only" in text
        assert "A crane is expected" not in text
        assert "How many people were on board?" not in text
        assert "A crane is expected" in await press(pilot, "equals_sign")


async def test_linked_columns_scroll_together_and_unlinked_ones_do_not() -> None:
    app = host()
    async with driven(app, size=(120, 20)) as pilot:
        body = compare_screen(pilot).body
        assert "linked" in screen_text(app)
        await pilot.press("c", "c")  # both passages on the pilot are level
        linked = next(line for line in screen_text(app).split("\n") if "✗" in line)
        assert "The operator denied" in linked
        assert "without a pilot" in linked
        assert "each scrolls by itself" in await press(pilot, "L")
        right = [line[60:118].rstrip() for line in screen_text(app).split("\n")[5:12]]
        await press(pilot, "ctrl+u")
        after = [line[60:118].rstrip() for line in screen_text(app).split("\n")[5:12]]
        assert after == right, "the other report stood still"
        await press(pilot, "l", "G")
        assert body.column == 1
        await press(pilot, "L")
        assert "A crane is expected" in screen_text(app), "linked again by the passage in view"


async def test_swapping_columns() -> None:
    app = host()
    async with driven(app, "x"):
        heads = screen_text(app).split("\n")[2]
        assert heads.index("Evening Ledger") < heads.index("Harbour Post")
        assert "▸ Harbour Post" in heads, "the cursor goes with its report"
        line = next(line for line in screen_text(app).split("\n") if "→" in line)
        assert line.index("The number of people hurt") < line.index("About 40")


async def test_going_from_report_to_report() -> None:
    async with driven(host(*ARTICLES), size=(200, 50)) as pilot:
        body = compare_screen(pilot).body
        seen = []
        for key in ("l", "right", "l", "h", "left"):
            await pilot.press(key)
            seen.append(body.column)
        assert seen == [1, 2, 0, 2, 1]


async def test_a_passage_without_a_question_opens_its_report() -> None:
    app = host()
    async with driven(app, "G", "enter"):
        start = LEDGER.body.index("A crane")
        assert app.places == [Place(LEDGER.id, start, len(LEDGER.body))]


async def test_the_mouse_puts_the_cursor_and_opens() -> None:
    app = host()
    async with driven(app) as pilot:
        body = compare_screen(pilot).body
        lines = screen_text(app).split("\n")
        y = next(n for n, line in enumerate(lines) if "About 40 people" in line) - body.region.y
        await pilot.click(body, offset=(80, y))
        assert (body.row, body.column) == (2, 1)
        await pilot.click(body, offset=(80, y), times=2)
        await settled(pilot)
        assert isinstance(app.screen, EvidenceCard)


async def test_another_width_keeps_the_row_in_view() -> None:
    app = host()
    async with driven(app) as pilot:
        await pilot.press("c", "c")
        for width, height in [(80, 24), (60, 20), (200, 50)]:
            await pilot.resize_terminal(width, height)
            await settled(pilot)
            text = " ".join(screen_text(app).split())
            assert compare_screen(pilot).body.row == 4
            assert "The operator denied" in text, screen_text(app)


async def test_stacked_reports_cannot_be_unlinked() -> None:
    app = host()
    async with driven(app, size=(70, 24)) as pilot:
        await pilot.press("L")
        assert compare_screen(pilot).body.linked
        assert "Compare · 2 reports · 3 questions, 2≠ · stacked\n" in screen_text(app)
        assert "Link" not in screen_text(app).split("\n")[-1]


async def test_officials_are_marked_as_in_the_article_and_layers_can_be_hidden() -> None:
    plain = reports()
    start = HARBOUR.body.index("Ada Quill")
    named = Official("Ada Quill", (), (Mention(start, start + 9, "Ada Quill"),))
    facts = (replace(plain.facts[0], officials=(named,)), plain.facts[1])
    marked = Reports(plain.articles, facts, plain.comparison, plain.rows)
    app = Host(lambda: CompareScreen(lambda: marked))
    async with driven(app) as pilot:
        body = compare_screen(pilot).body
        official = body.get_component_rich_style("compare--official", partial=True).color
        y = next(n for n, line in enumerate(screen_text(app).split("\n")) if "Ada Quill" in line)

        def is_marked() -> bool:
            strip = body.render_line(y - body.region.y)
            return any(
                "Ada Quill" in s.text and s.style and s.style.color == official for s in strip
            )

        assert is_marked()
        await pilot.press("H")  # the figures alone
        await settled(pilot)
        assert not is_marked()
        await pilot.press("H")  # the officials alone
        await settled(pilot)
        assert is_marked()


async def test_the_timeline_of_the_question_under_the_cursor() -> None:
    app = host()
    async with driven(app, "c", "T") as pilot:
        assert isinstance(app.screen, TimelineScreen)
        assert app.screen.timeline.question.id == HURT.id
        await press(pilot, "q", "1", "g", "T")
        assert isinstance(app.screen, TimelineScreen)
        assert app.screen.timeline.question.id == PILOT.id, "the list's own, where it has the focus"


async def test_an_answer_in_another_row_is_said_to_be_there() -> None:
    app = host()
    async with driven(app, "j"):
        assert "on board?  ↕ answered in another row" in screen_text(app)


async def test_a_fault_of_the_program_leaves_no_promise_in_the_title() -> None:
    def fail() -> Reports:
        raise ZeroDivisionError

    app = Host(lambda: CompareScreen(fail))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        while "Comparing…" in screen_text(app):
            await pilot.pause(0.01)
        assert "The reports could not be compared." in screen_text(app)


async def test_a_bookmark_of_the_passage_under_the_cursor(tmp_path: Path) -> None:
    notebook = Notebook.open(tmp_path / "notes.md", tmp_path / "state.db")
    app = host()
    app.desk = Desk(cast(Library, Shelf()), notebook)
    async with driven(app, "c", "l", "b"):
        (kept,) = notebook.bookmarks()
        assert kept.exact.startswith("The number of people hurt when a ferry ran aground")
    notebook.close()
