"""The answers to one question over time, driven by keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from syrupy.assertion import SnapshotAssertion

from index.compare.model import Answer, Question, Relation
from index.compare.timeline import timeline_of
from tests.tui.host import Host, TextPicture, screen_text
from tests.tui.invented import ARTICLES, HARBOUR, HOSTILE, HURT, LEDGER, PILOT
from tests.tui.piloting import SIZES, driven, named, on_top, press
from tests.tui.settling import settled
from tests.tui.shelf import ShelfReader
from tui.desk import Desk
from tui.places import Place
from tui.rendering.ascii import in_ascii
from tui.rendering.lanes import Lanes, Scale
from tui.screens.card import EvidenceCard
from tui.screens.timeline import TimelineScreen


def with_values(question: Question) -> Question:
    """The number of people hurt, with its numbers."""
    first, second, third = question.answers
    return replace(
        question,
        answers=(
            replace(first, low=40, high=40, approximation="about", as_of_from="as_of"),
            replace(second, low=63, approximation="at_least", as_of_from="said"),
            replace(third, kind="vague"),
        ),
    )


ASKED = with_values(HURT)


def host(question: Question = ASKED) -> Host:
    return Host(lambda: TimelineScreen(question, ARTICLES))


def lines_of(question: Question, width: int = 80) -> list[str]:
    """The lanes as plain text."""
    lanes = Lanes(timeline_of(question, ARTICLES), width)
    return [
        "".join(words for words, _ in line).rstrip()
        for number in range(len(lanes.timeline.moments))
        for line in lanes.moment(number)
    ]


# How it is drawn


def test_a_scale_places_values_and_keeps_those_beyond_it_at_its_ends() -> None:
    scale = Scale(0, 10, 11)
    assert [scale.place(value) for value in (0, 5, 10, -7, 99)] == [0, 5, 10, 0, 10]
    assert [scale.place(value) for value in (float("-inf"), float("inf"))] == [0, 10]
    assert not scale.logarithmic


def test_a_wide_range_is_drawn_by_magnitudes() -> None:
    scale = Scale(10, 100_000, 5)
    assert scale.logarithmic
    assert [scale.place(value) for value in (10, 100, 1000, 10_000, 100_000)] == [0, 1, 2, 3, 4]
    assert scale.ticks() == [10, 100, 1000, 10_000, 100_000]


def test_ticks_stand_at_round_values_and_whole_days() -> None:
    assert Scale(36, 67, 64).ticks() == [40, 50, 60]
    assert Scale(1800, 11_300, 64).ticks() == [5000, 10_000]
    first = date(2031, 5, 2).toordinal()
    assert Scale(first, first + 2.2, 64, days=True).ticks() == [first, first + 1, first + 2]
    assert Scale(first, first + 30.0, 64, days=True).ticks() == [first + 8 * n for n in range(4)]
    for low, high in ((0, 0.001), (-5, 5), (3, 3e9), (0.5, 0.7)):
        ticks = Scale(low, high, 80).ticks()
        assert ticks == sorted(set(ticks))
        assert all(low <= tick <= high * 1.0001 for tick in ticks)


def test_an_update_ends_the_lane_before_it_and_is_tied_to_it() -> None:
    lines = lines_of(ASKED)
    assert lines[0].startswith("╭─ About 40")
    about = next(line for line in lines if "●" in line)
    assert about.startswith("│")
    assert "━┥" in about and "╌" not in about, "it holds until it is updated"
    assert about.count("▒") > 1, "about: the range that it allows"
    least = next(line for line in lines if "◆" in line)
    assert "╌►" in least, "nothing has updated it"
    assert "▒▒►" in least, "at least: open above"
    assert next(line for line in lines if "at least 63" in line).startswith("╰► at least 63")


def test_two_updates_of_one_answer_hang_on_one_line() -> None:
    third = replace(ASKED.answers[2], as_of="2031-05-06", as_of_from="as_of", article=LEDGER.id)
    ties = tuple(Relation(0, n, "updated", "later") for n in (1, 2))
    lines = lines_of(replace(ASKED, answers=(*ASKED.answers[:2], third), relations=ties))
    starts = [line[:2] for line in lines]
    assert starts.index("╭─") < starts.index("├►") < starts.index("╰►")
    between = starts[starts.index("╭─") + 1 : starts.index("╰►")]
    assert {start.strip() for start in between} == {"│", "├►"}


def test_what_has_no_day_has_no_lane_and_says_so() -> None:
    lines = lines_of(ASKED)
    last = lines[next(n for n, line in enumerate(lines) if "several dozen" in line) :]
    assert "as of: not known" in " ".join(last)
    assert not any(sign in "".join(last) for sign in "●◆○━╌")


def test_words_and_stances_have_no_lane_of_values() -> None:
    lanes = Lanes(timeline_of(PILOT, ARTICLES), 80)
    assert lanes.values is None
    assert "approximate" not in " ".join(lanes.legend())


def test_no_line_is_wider_than_it_may_be() -> None:
    for width in (40, 60, 80, 119, 199):
        assert max(map(len, lines_of(ASKED, width=width))) <= width


def test_the_signs_of_the_lanes_can_be_told_apart_in_ascii() -> None:
    drawn = "●◆○━┥╌►█▒"
    assert all(sign in "".join(lines_of(ASKED)) for sign in "●━┥▒")
    assert len(set(in_ascii(drawn))) == len(drawn)


# The screen


@pytest.mark.parametrize("size", SIZES, ids=named)
async def test_picture(size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    app = host()
    async with driven(app, "j", size=size):
        assert screen_text(app) == snapshot.use_extension(TextPicture)


async def test_nothing_from_outside_is_markup() -> None:
    answers = tuple(replace(one, text=HOSTILE, speaker=HOSTILE) for one in HURT.answers)
    pairs = tuple(replace(one, reason=HOSTILE) for one in HURT.relations)
    asked = replace(HURT, question=HOSTILE, reason=HOSTILE, answers=answers, relations=pairs)
    app = host(asked)
    async with driven(app, size=(200, 50)):
        assert screen_text(app).count(HOSTILE) >= 7


MOVES = {
    "move.down": (["j"], 1),
    "move.up": (["j", "j", "k"], 1),
    "move.last": (["G"], 2),
    "move.first": (["G", "g"], 0),
    "move.half_page_down": (["ctrl+d", "ctrl+d", "ctrl+d"], 2),
    "move.half_page_up": (["G", "ctrl+u", "ctrl+u", "ctrl+u"], 0),
    "move.page_down": (["pagedown", "pagedown"], 2),
    "move.page_up": (["G", "pageup", "pageup"], 0),
    "move.space": (["space", "space"], 2),
}


@pytest.mark.parametrize("identity", MOVES)
async def test_moving_from_answer_to_answer(identity: str) -> None:
    keys, row = MOVES[identity]
    async with driven(host(), size=(80, 20)) as pilot:
        await pilot.press(*keys)
        assert on_top(pilot, TimelineScreen).body.row == row


async def test_the_reason_of_the_current_answer() -> None:
    app = host()
    async with driven(app, "j") as pilot:
        assert "→ updates “About 40” (Harbour Post)" in screen_text(app)
        assert "two days later, so an update." in screen_text(app)
        await press(pilot, "j")
        assert "  ~ vague" in screen_text(app).split("\n")


async def test_an_answer_opens_its_card_and_the_card_its_report() -> None:
    app = host()
    async with driven(app) as pilot:
        left = on_top(pilot, TimelineScreen)
        await press(pilot, "j", "enter")
        card = app.screen
        assert isinstance(card, EvidenceCard)
        assert card.answers.highlighted == 1
        await press(pilot, "enter")
        answer: Answer = HURT.answers[1]
        assert app.places == [Place(LEDGER.id, answer.start, answer.end)]
        assert app.step_back_to_comparison(LEDGER.id)
        await settled(pilot)
        assert on_top(pilot, TimelineScreen) is left


async def test_every_reason_and_the_ways_out() -> None:
    for key in ("escape", "q"):
        app = host()
        async with driven(app, "exclamation_mark") as pilot:
            assert isinstance(app.screen, EvidenceCard)
            await press(pilot, "escape")
            on_top(pilot, TimelineScreen)
            await press(pilot, key)
            assert app.ended == [None]


async def test_a_ruling_is_given_shown_and_taken_back(desk: Desk) -> None:
    app = host()
    app.desk = desk
    async with driven(app, "r") as pilot:
        assert "= agrees (your ruling)" in await press(pilot, "G", "enter")
        await press(pilot, "u")
        assert "your ruling)" not in screen_text(app)


async def test_a_bookmark_of_the_sentence_of_an_answer(desk: Desk) -> None:
    app = host()
    app.desk = desk
    async with driven(app, "b"):
        assert desk.notebook is not None
        (kept,) = desk.notebook.bookmarks()
        assert kept.exact.startswith("About 40 people were hurt, harbour master Ada Quill")


async def test_from_the_card_of_an_article_and_back() -> None:
    app = ShelfReader(at=(HARBOUR.id, HARBOUR.body.index("About 40")))
    async with driven(app, "enter") as pilot:
        assert isinstance(app.screen, EvidenceCard)
        await press(pilot, "T")
        on_top(pilot, TimelineScreen)
        await press(pilot, "j", "enter", "enter")
        await settled(pilot)
        assert app.reader.reading is not None
        assert app.reader.reading.article.id == LEDGER.id
        assert len(app.screen_stack) == 1
        await press(pilot, "escape")
        on_top(pilot, TimelineScreen)


async def test_the_mouse_puts_the_cursor_and_opens() -> None:
    app = host()
    async with driven(app) as pilot:
        body = on_top(pilot, TimelineScreen).body
        y = next(n for n, line in enumerate(screen_text(app).split("\n")) if "at least 63" in line)
        await pilot.click(body, offset=(10, y - body.region.y))
        await pilot.pause()
        assert body.row == 1
        await pilot.click(body, offset=(10, y - body.region.y), times=2)
        await settled(pilot)
        assert isinstance(app.screen, EvidenceCard)


async def test_a_card_over_a_timeline_offers_no_timeline() -> None:
    app = host()
    async with driven(app, "enter", "T") as pilot:
        card = on_top(pilot, EvidenceCard)
        assert "Timeline" not in screen_text(app).split("\n")[-1]
        await press(pilot, "exclamation_mark", "escape")
        assert app.screen is not card
        assert sum(isinstance(screen, TimelineScreen) for screen in app.screen_stack) == 1
