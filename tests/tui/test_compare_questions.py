"""The questions of the compare screen: their list, and those of the passage under the cursor."""

from __future__ import annotations

from dataclasses import replace

from index.compare.alignment import align
from index.compare.model import Relation
from tests.tui.comparing import compare_screen, host
from tests.tui.host import Host, screen_text
from tests.tui.invented import (
    ARTICLES,
    COURIER,
    HARBOUR,
    HURT,
    answer,
    facts_of,
    reports,
)
from tests.tui.piloting import driven, press
from tests.tui.settling import settled
from tui.rendering.reports import Reports
from tui.screens.compare import CompareScreen


async def test_folding_the_questions() -> None:
    app = host()
    async with driven(app) as pilot:
        screen = compare_screen(pilot)
        await pilot.press("1")
        assert screen.questions.has_focus
        await press(pilot, "1")
        assert screen.body.has_focus
        assert "Did the ship sail without a pilot?" not in screen_text(app)
        await pilot.press("1")
        assert screen.questions.has_focus
        await pilot.press("tab")
        assert screen.body.has_focus
        await pilot.press("shift+tab")
        assert screen.questions.has_focus
        await pilot.press("escape")
        assert screen.body.has_focus, "the first step back leaves the list"


async def test_the_list_highlights_a_question_of_the_passage_under_the_cursor() -> None:
    async with driven(host(*ARTICLES)) as pilot:
        screen, highlighted = compare_screen(pilot), set()
        for _ in range(8):
            await press(pilot, "j")
            assert screen.body.has_focus and screen.reports is not None
            here = screen.reports.questions_of(screen.body.rows[screen.body.row], 0)
            assert not here or screen.questions.chosen == here[0].id
            highlighted.add(screen.questions.chosen)
        assert len(highlighted) > 1


async def test_without_a_question_the_keys_stay_with_the_columns() -> None:
    whole = reports()
    agree = tuple(replace(one, relation="agrees") for one in whole.comparison.questions)
    alike = Reports(
        whole.articles, whole.facts, replace(whole.comparison, questions=agree), whole.rows
    )
    app = Host(lambda: CompareScreen(lambda: alike))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        screen = compare_screen(pilot)
        await press(pilot, "1")
        assert screen.questions.has_focus
        await press(pilot, "=")
        assert screen.body.has_focus, "nothing is left in the list"
        await press(pilot, "1")
        assert "There is no question to list." in [one.message for one in app._notifications]
        await press(pilot, "tab")
        assert screen.body.has_focus


async def test_every_list_key_moves_the_questions() -> None:
    async with driven(host()) as pilot:
        questions = compare_screen(pilot).questions
        await pilot.press("1")
        seen = []
        for key in ("G", "g", "ctrl+d", "ctrl+u", "pagedown", "pageup", "j", "k", "down", "up"):
            await pilot.press(key)
            seen.append(questions.highlighted)
        assert seen == [2, 0, 2, 0, 2, 0, 1, 0, 1, 0]


async def test_the_reason_is_that_of_the_passage_under_the_cursor() -> None:
    app = host(*ARTICLES)
    async with driven(app, "c") as pilot:
        strip = compare_screen(pilot).reason
        assert str(strip.render()).startswith("→ updated  How many people were hurt?")
        await press(pilot, "l", "l")
        assert str(strip.render()).startswith("~ vague  How many people were hurt?")
        await press(pilot, "h", "j")
        assert str(strip.render()).startswith("≈ compatible  How many people were on board?")


def test_of_the_pairs_of_a_passage_those_level_with_it_come_first() -> None:
    [asked] = [one for one in reports(*ARTICLES).comparison.questions if one.id == HURT.id]
    graver = Relation(0, 3, "differs", "told elsewhere")
    elsewhere = answer(COURIER, "Nobody would say")  # in another row than its "several dozen"
    asked = replace(
        asked, answers=(*asked.answers, elsewhere), relations=(*asked.relations, graver)
    )
    found = reports(*ARTICLES).with_question(asked)
    here = [n for n in range(len(found.rows)) if HURT.id in found.rows[n].questions]
    pairs = [found.relation_at(row, 0, asked) for row in here]
    assert pairs == [asked.relations[0]], "what the ledger says beside it"
    assert found.relation_at(len(found.rows) - 1, 0, asked) is None


async def test_the_questions_stand_below_where_beside_they_would_stack_the_columns() -> None:
    articles = (*ARTICLES, replace(HARBOUR, id="more", source="Mail"))
    facts = tuple(map(facts_of, articles))
    comparison = replace(reports(*ARTICLES).comparison, articles=tuple(one.id for one in articles))
    rows = align(list(zip(articles, facts, strict=True)), comparison)
    app = Host(lambda: CompareScreen(lambda: Reports(articles, facts, comparison, rows)))
    async with driven(app, size=(200, 50)) as pilot:
        screen = compare_screen(pilot)
        for width, stacked, beside in (
            (200, False, False),
            (210, False, True),
            (170, False, False),
            (150, True, False),
            (200, False, False),
        ):
            await pilot.resize_terminal(width, 50)
            await settled(pilot)
            assert screen.body.geometry.stacked == stacked, width
            assert (screen.questions.region.x > screen.body.region.x) == beside, width


def test_the_questions_of_the_passage_under_the_cursor_come_first() -> None:
    whole = reports(*ARTICLES)
    hurt = whole.question(HURT.id)
    without_courier = replace(hurt, answers=hurt.answers[:2], relations=hurt.relations[:1])
    found = whole.with_question(without_courier)
    row = next(n for n, one in enumerate(found.rows) if HURT.id in one.questions)

    def first(column: int | None = None) -> str:
        return found.questions_of(row, column)[0].id

    assert [first(), first(0), first(1)] == [HURT.id] * 3
    assert first(2) == "q-aboard", "which the courier answers here"
