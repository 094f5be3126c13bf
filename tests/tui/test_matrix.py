"""The matrix of questions and reports, driven by keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from index.article import Article
from index.compare.matrix import Matrix, by_day, matrix_of
from index.compare.model import Question
from index.errors import InputError
from tests.tui.host import Host, TextPicture, screen_text
from tests.tui.invented import ARTICLES, COURIER, HARBOUR, HOSTILE, HURT, LEDGER, reports
from tests.tui.piloting import SIZES, driven, named, on_top, press
from tests.tui.settling import settled
from tests.tui.shelf import Shelf, ShelfReader
from tui.desk import Desk
from tui.places import Place
from tui.screens.card import EvidenceCard
from tui.screens.compare import CompareScreen
from tui.screens.matrix import MatrixScreen
from tui.screens.timeline import TimelineScreen
from tui.widgets.key_line import KeyLine
from tui.widgets.reason_strip import ReasonStrip
from tui.widgets.title_line import TitleLine


def matrix(*articles: Article) -> Matrix:
    chosen = by_day(articles or ARTICLES)
    return matrix_of(chosen, reports(*chosen).comparison)


def wide_matrix() -> Matrix:
    """The three reports, and nine more that say what the first does."""
    more = [replace(HARBOUR, id=f"copy-{n}", source=f"Paper {n}") for n in range(9)]
    comparison = reports(*ARTICLES).comparison
    return matrix_of([*ARTICLES, *more], comparison)


def host(make: object = matrix) -> Host:
    return Host(lambda: MatrixScreen(make))  # type: ignore[arg-type]


def question(pilot: Pilot[None]) -> Question:
    row = on_top(pilot, MatrixScreen).body.current
    assert row is not None
    return row.question


@pytest.mark.parametrize("size", SIZES, ids=named)
async def test_picture(size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    app = host()
    async with driven(app, "j", "l", size=size):
        assert screen_text(app) == snapshot.use_extension(TextPicture)


@pytest.mark.parametrize("size", SIZES, ids=named)
async def test_every_size_tells_who_says_what_since_when_and_why(size: tuple[int, int]) -> None:
    app = host()
    async with driven(app, "j", "l", size=size) as pilot:
        text = " ".join(screen_text(app).replace("\N{NO-BREAK SPACE}", " ").split())
        for words in ("at least 63", "→ updated", "ministry", "as of", "¶2", "so an update."):
            assert words in text
        assert "not reported" in await press(pilot, "k", "l")


async def test_nothing_from_outside_is_markup() -> None:
    def hostile() -> Matrix:
        answers = tuple(replace(one, text=HOSTILE, speaker=HOSTILE) for one in HURT.answers[:2])
        pairs = tuple(replace(one, reason=HOSTILE) for one in HURT.relations[:1])
        asked = replace(HURT, question=HOSTILE, reason=HOSTILE, answers=answers, relations=pairs)
        named = [replace(one, title=HOSTILE, source=HOSTILE) for one in (HARBOUR, LEDGER)]
        whole = reports(HARBOUR, LEDGER).comparison
        return matrix_of(named, replace(whole, questions=(asked,)))

    app = host(hostile)
    async with driven(app, size=(200, 50)):
        assert screen_text(app).count(HOSTILE) >= 6


async def test_a_library_that_cannot_be_read_is_one_sentence() -> None:
    def fail() -> Matrix:
        raise InputError("There is no article “gone” in the library.")

    app = host(fail)
    async with driven(app) as pilot:
        shown = screen_text(app)
        assert "The reports cannot be compared." in shown
        assert "There is no article “gone” in the library." in shown
        await press(
            pilot,
            "c",
            "j",
            "l",
            "equals_sign",
            "enter",
            "T",
            "exclamation_mark",
            "b",
            "r",
            "u",
            "G",
            "escape",
        )
        assert app.ended == [None]


async def test_a_fault_of_the_program_leaves_no_promise_in_the_title() -> None:
    def fail() -> Matrix:
        raise ZeroDivisionError

    app = host(fail)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        while "Comparing…" in screen_text(app):
            await pilot.pause(0.01)
        assert "The reports could not be compared." in screen_text(app)


async def test_the_heads_and_the_questions_stay_while_the_reports_go_by() -> None:
    app = host(wide_matrix)
    async with driven(app, size=(80, 24)) as pilot:
        body = on_top(pilot, MatrixScreen).body
        seen = []
        for _ in range(13):
            lines = screen_text(app).split("\n")
            assert "Did the ship" in "\n".join(lines)
            name = body.matrix.articles[body.column].source if body.matrix else None
            assert f"▸{name}"[:20] in lines[1]
            seen.append((body.column, body.left))
            await press(pilot, "l")
        assert [column for column, _ in seen] == [*range(12), 11], "the last column is the end"
        assert all(left <= column < left + body.geometry.shown for column, left in seen)
        assert "◄ 11–12 of 12" in screen_text(app)


async def test_a_copy_says_whose_text_it_is() -> None:
    def copied() -> Matrix:
        found = matrix(HARBOUR, LEDGER)
        return replace(found, origins=((HARBOUR.id, LEDGER.id),))

    app = host(copied)
    async with driven(app):
        assert "″ same text as Harbour Post" in screen_text(app)
        assert "2 reports · 1 origin" in screen_text(app)


# What the keys do

MOVES = {
    "move.down": (["j"], 1),
    "move.up": (["j", "j", "k"], 1),
    "move.last": (["G"], 2),
    "move.first": (["G", "g"], 0),
    "disputed.next": (["c"], 1),
    "disputed.previous": (["G", "C"], 1),
}


@pytest.mark.parametrize("identity", MOVES)
async def test_moving_from_question_to_question(identity: str) -> None:
    keys, row = MOVES[identity]
    async with driven(host(), size=(120, 50)) as pilot:
        await pilot.press(*keys)
        assert on_top(pilot, MatrixScreen).body.row == row


PAGES = {
    "move.half_page_down": "ctrl+d",
    "move.half_page_up": "ctrl+u",
    "move.page_down": "pagedown",
    "move.page_up": "pageup",
    "move.space": "space",
}


@pytest.mark.parametrize("identity", PAGES)
async def test_paging(identity: str) -> None:
    async with driven(host(), size=(60, 16)) as pilot:
        body = on_top(pilot, MatrixScreen).body
        if "up" in identity:
            await pilot.press("G")
        before = body.scroll_offset.y
        await pilot.press(PAGES[identity])
        moved = body.scroll_offset.y - before
        assert moved < 0 if "up" in identity else moved > 0


@pytest.mark.parametrize(
    ("identity", "keys"),
    {
        "compare.next_report": ["l", "right", "l"],
        "compare.previous_report": ["l", "l", "h", "left", "left"],
    }.items(),
)
async def test_going_from_report_to_report(identity: str, keys: list[str]) -> None:
    async with driven(host(), size=(80, 24)) as pilot:
        await pilot.press(*keys)
        assert on_top(pilot, MatrixScreen).body.column == (2 if "next" in identity else 0)


async def test_differences_only() -> None:
    app = host()
    async with driven(app) as pilot:
        await pilot.press("c")
        asked = question(pilot)
        await press(pilot, "equals_sign")
        assert question(pilot) == asked, "the cursor stays on its question"
        text = screen_text(app)
        assert "differences only" in text
        assert "on board?" not in text
        assert "on board?" in await press(pilot, "equals_sign")


async def test_the_last_difference_is_said_to_be_the_last() -> None:
    app = host()
    async with driven(app, "G", "c"):
        assert "No more differences below." in screen_text(app)


async def test_a_cell_opens_its_card_and_the_card_its_report() -> None:
    app = host()
    async with driven(app) as pilot:
        left = on_top(pilot, MatrixScreen)
        await press(pilot, "j", "l", "enter")
        card = app.screen
        assert isinstance(card, EvidenceCard)
        answer = HURT.answers[card.answers.highlighted or 0]
        assert answer.article == LEDGER.id, "the card opens on the report of the cell"
        await press(pilot, "enter")
        assert app.places == [Place(LEDGER.id, answer.start, answer.end)]
        assert app.step_back_to_comparison(LEDGER.id)
        await settled(pilot)
        assert on_top(pilot, MatrixScreen) is left
        assert (left.body.row, left.body.column) == (1, 1)


async def test_every_reason_at_one_key() -> None:
    app = host()
    async with driven(app, "j", "exclamation_mark") as pilot:
        card = app.screen
        assert isinstance(card, EvidenceCard)
        last = card.answers.options[-1]
        assert "≈ compatible" in str(last.prompt)
        assert "~ vague" in str(last.prompt)
        await press(pilot, "exclamation_mark")
        last = card.answers.options[-1]
        assert "≈ compatible" in str(last.prompt), "how it stands to the cell's own answer"
        assert "(+1 more: !)" in str(last.prompt)
        assert "~ vague" not in str(last.prompt)


async def test_the_timeline_of_a_question_and_back() -> None:
    app = host()
    async with driven(app, "j", "T") as pilot:
        assert isinstance(app.screen, TimelineScreen)
        assert HURT.question in screen_text(app)
        await press(pilot, "escape")
        assert question(pilot).id == HURT.id


async def test_a_ruling_is_given_shown_and_taken_back(desk: Desk) -> None:
    app = host()
    app.desk = desk
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "j", "r")
        await press(pilot, "G", "enter")
        assert "= agrees (your ruling)" in " ".join(screen_text(app).split())
        assert "The rules found “updated”" in screen_text(app)
        await press(pilot, "u")
        assert "your ruling)" not in screen_text(app)
        await press(pilot, "u")
        told = [one.message for one in app._notifications]
        assert "There is no ruling of yours on this question to take back." in told
        needed = [app.screen.query_one(one).region for one in (ReasonStrip, TitleLine, KeyLine)]
        toasts = [toast.region for toast in app.screen.query("Toast")]
        assert toasts and not any(a.overlaps(b) for a in toasts for b in needed)
    assert desk.rulings.rulings() == {}


async def test_a_bookmark_of_the_sentence_in_the_cell(desk: Desk) -> None:
    app = host()
    app.desk = desk
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "j", "b")
        assert desk.notebook is not None
        (kept,) = desk.notebook.bookmarks()
        assert kept.exact.startswith("About 40 people were hurt, harbour master Ada Quill")
        await pilot.press("k", "l", "l", "b")  # the courier says nothing of the pilot's denial
        await settled(pilot)
        assert len(desk.notebook.bookmarks()) == 1
        told = [one.message for one in app._notifications]
        assert "This report does not answer the question: there is nothing to keep." in told


async def test_the_mouse_puts_the_cursor_and_opens() -> None:
    app = host()
    async with driven(app) as pilot:
        body = on_top(pilot, MatrixScreen).body
        lines = screen_text(app).split("\n")
        y = next(n for n, line in enumerate(lines) if "at least 63" in line) - body.region.y
        x = lines[y + body.region.y].index("at least 63")
        await pilot.click(body, offset=(x, y))
        await pilot.pause()
        assert (body.row, body.column) == (1, 1)
        await pilot.click(body, offset=(x, y), times=2)
        await settled(pilot)
        assert isinstance(app.screen, EvidenceCard)


# Where it is opened from


async def opened(pilot: Pilot[None], *keys: str) -> list[str]:
    await settled(pilot)
    await press(pilot, *keys)
    found = on_top(pilot, MatrixScreen).matrix
    return [article.id for article in found.articles] if found else []


@pytest.mark.parametrize(
    ("keys", "ids"),
    [
        ("M", [HARBOUR.id, LEDGER.id, COURIER.id]),  # the story of the report in the list
        ("g enter M", [HARBOUR.id, LEDGER.id, COURIER.id]),  # the story of the one that is read
        ("g space space M", [HARBOUR.id, LEDGER.id]),  # the marked ones
    ],
)
async def test_from_the_reader(keys: str, ids: list[str]) -> None:
    app = ShelfReader()
    async with app.run_test(size=(120, 40)) as pilot:
        assert await opened(pilot, *keys.split()) == ids


async def test_from_the_comparison() -> None:
    app = Host(lambda: CompareScreen(lambda: reports(LEDGER, HARBOUR)))
    async with app.run_test(size=(120, 40)) as pilot:
        assert await opened(pilot, "M") == [HARBOUR.id, LEDGER.id], "by day, not by column"
        await press(pilot, "c", "enter", "enter")
        assert len(app.places) == 1
        await app.run_action("return")
        await settled(pilot)
        on_top(pilot, MatrixScreen)
        await press(pilot, "q")
        assert isinstance(app.screen, CompareScreen), "both came back, one over the other"


async def test_no_story_is_one_sentence() -> None:
    app = ShelfReader(Shelf([HARBOUR]))
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, "2", "M")
        assert "No other report tells of this event" in screen_text(app)


@pytest.mark.parametrize("size", SIZES, ids=named)
async def test_the_heads_name_outlet_and_day_whole(size: tuple[int, int]) -> None:
    async with driven(host(), size=size) as pilot:
        screen = on_top(pilot, MatrixScreen)
        seen = set()
        for _ in range(3):
            top = screen_text(pilot.app).split("\n")[1 : 1 + screen.header.size.height]
            for column in zip(
                *(line.replace("▸", " ").split("│")[1:] for line in top), strict=True
            ):
                seen.add(" ".join(" ".join(column).split()))
            await press(pilot, "l")
        for name in ("Harbour Post 2 May 2031", "Courier undated"):
            assert any(head.startswith(name) for head in seen)
        long = next(head for head in seen if head.startswith("The Evening Ledger of Lisse"))
        assert "4 May 2031" in long
        titled = size[1] >= 30
        assert any("Lisse ferry: number of injured" in head for head in seen) == titled


async def test_without_an_outlet_the_title_heads_its_column_once() -> None:
    nameless = replace(COURIER, source=None, title="Ferry news")
    app = host(lambda: matrix(HARBOUR, LEDGER, nameless))
    async with driven(app, size=(200, 50)) as pilot:
        screen = on_top(pilot, MatrixScreen)
        top = screen_text(app).split("\n")[1 : 1 + screen.header.size.height]
        assert "\n".join(top).count("Ferry news") == 1
        assert "Lisse ferry: number of injured" in "\n".join(top)


@pytest.mark.parametrize(("size", "seen"), [((80, 24), 1), ((120, 40), 0)])
async def test_the_cursor_begins_with_the_report_that_one_comes_from(
    size: tuple[int, int], seen: int
) -> None:
    app = Host(lambda: MatrixScreen(matrix, COURIER.id))
    async with driven(app, size=size) as pilot:
        body = on_top(pilot, MatrixScreen).body
        assert (body.column, body.left) == (2, seen)
        await press(pilot, "h")
        on_top(pilot, MatrixScreen).show(matrix())
        assert body.column == 1, "only at the beginning"
