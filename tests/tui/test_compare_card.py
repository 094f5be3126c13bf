"""The evidence card of the compare screen, and the ways to it, from it and back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.compare.model import Question, Relation
from tests.tui.comparing import compare_screen, host, ties
from tests.tui.host import screen_text
from tests.tui.invented import ARTICLES, COURIER, HARBOUR, HURT, LEDGER, PILOT
from tests.tui.piloting import SIZES, driven, named, press
from tests.tui.settling import settled
from tui.places import Place
from tui.rendering.evidence import counterpart, entry, head, own_answer
from tui.screens.card import EvidenceCard


async def test_a_question_leads_to_its_row_and_its_card() -> None:
    app = host()
    async with driven(app) as pilot:
        screen = compare_screen(pilot)
        await press(pilot, "1", "j")
        assert HURT.id in ties(screen)
        await press(pilot, "k")
        assert PILOT.id in ties(screen)
        await press(pilot, "enter")
        assert isinstance(app.screen, EvidenceCard)
        text = screen_text(app)
        for words in (
            "Did the ship sail without a pilot?",
            "✗ denied",
            "the operator denied it",
            "The operator denied that the ship had left without a pilot.",
            "Ben Okoro · said 3 May 2031 · as of: not known · published 4 May 2031",
        ):
            assert words in text


async def test_the_card_names_reports_that_are_silent() -> None:
    app = host(*ARTICLES)
    async with driven(app, "1", "g", "enter"):
        assert "Not reported by: Courier, undated" in screen_text(app)


async def test_the_card_goes_through_the_questions_of_a_row() -> None:
    app = host(*ARTICLES)
    async with driven(app, "c", "enter") as pilot:
        assert "How many people were hurt?" in screen_text(app)
        assert "How many people were on board?   2/2" in await press(pilot, "n")
        assert "How many people were hurt?   1/2" in await press(pilot, "N")


async def test_the_card_opens_at_the_top_of_its_first_answer() -> None:
    app = host(*ARTICLES)
    async with driven(app, size=(80, 36)) as pilot:
        screen = compare_screen(pilot)
        assert screen.reports is not None
        question = next(q for q in screen.reports.comparison.questions if len(q.answers) == 3)
        first, own, last = question.answers
        long = replace(own, sentence="Word after word. " * 40)
        answers = (first, long, last)
        asked = replace(question, answers=answers)
        card = EvidenceCard([asked], ARTICLES, Place(own.article, own.start, own.end))
        app.push_screen(card)
        await settled(pilot)
        assert card.answers.max_scroll_y > 0
        assert card.answers.highlighted == 1
        assert card.answers.scroll_offset.y == 0
        await press(pilot, "j")
        assert card.answers.scroll_offset.y == card.answers.max_scroll_y


async def test_the_answer_that_parts_is_seen_whole() -> None:
    app = host(*ARTICLES)
    async with driven(app, size=(80, 24)) as pilot:
        own, other = HURT.answers[0], HURT.answers[1]
        last = replace(other, sentence="Of all who were hurt, 63 are counted. And nobody asks.")
        same = replace(own, sentence="Much like it. " * 12)
        relations = (Relation(0, 3, "differs", "no value fits both"),)
        asked = replace(HURT, answers=(own, same, same, last), relations=relations)
        place = Place(own.article, own.start, own.end)
        app.push_screen(EvidenceCard([asked], ARTICLES, place, reading=True))
        await settled(pilot)
        shown = screen_text(app)
        assert "63 are counted. And nobody asks." in shown
        assert "≠ differs  no value fits both" in shown


@pytest.mark.parametrize("size", SIZES, ids=named)
@pytest.mark.parametrize("long", [1, 30])
async def test_the_own_answer_stays_in_view(size: tuple[int, int], long: int) -> None:
    other = replace(HURT.answers[1], sentence="Word after word. " * 9)
    value = "the person's own"
    sentence = f"{'Before that, much. ' * long}This is {value} of 40.{' And after it.' * long}"
    own = replace(HURT.answers[0], text=value, sentence=sentence)
    reason = f"{'Ledger (4 May): 63; ' * long}two days later, so an update."
    asked = replace(
        HURT,
        answers=(*[other] * 7, own),
        relations=(),
        reason=reason,
        possible=True,
        missing=("day",),
    )
    app = host()
    async with driven(app, size=size) as pilot:
        card = EvidenceCard([asked], ARTICLES, Place(own.article, own.start, own.end))
        app.push_screen(card)
        await settled(pilot)
        for key in ("g", "j", "j", "G"):
            await press(pilot, key)
            head = " ".join(str(card.head.content).split())
            assert f"This is {value} of 40." in head
            assert "Ada Quill · said 2 May 2031" in head
            assert "so an update." in head
            assert card.head.virtual_size.height == card.head.size.height, "nothing is cut off"
            assert card.query_one("#card").content_region.contains_region(card.head.region)
            assert card.answers.size.height >= 3


def test_the_card_opens_at_the_answer_of_the_words_it_is_asked_of() -> None:
    first, second = HURT.answers[0], replace(HURT.answers[0], text="40", start=900, end=902)
    asked = replace(HURT, answers=(first, HURT.answers[1], second))
    assert own_answer(asked, Place(HARBOUR.id, 890, 910)) == 2
    assert own_answer(asked, Place(HARBOUR.id, 0, 0)) == 0, "else the first of the report"
    assert own_answer(asked, Place(COURIER.id, 0, 9)) is None
    assert own_answer(asked, None) is None


async def test_the_card_leads_to_the_other_report() -> None:
    app = host()
    async with driven(app, "c", "enter") as pilot:
        await press(pilot, "j", "enter")
        there = HURT.answers[1]
        assert app.places == [Place(LEDGER.id, there.start, there.end)]


async def test_coming_back_to_the_comparison_as_it_was_left() -> None:
    app = host()
    async with driven(app) as pilot:
        left = compare_screen(pilot)
        await press(pilot, "l", "c", "enter", "enter")
        assert app.screen is not left
        await app.run_action("return")
        await settled(pilot)
        assert compare_screen(pilot) is left
        assert (left.body.row, left.body.column) == (2, 1)
        await press(pilot, "c", "enter", "enter")
        assert [place.article for place in app.places] == [LEDGER.id, LEDGER.id]


async def test_one_step_back_from_the_article_is_the_comparison() -> None:
    app = host()
    async with driven(app) as pilot:
        left = compare_screen(pilot)
        await press(pilot, "c", "enter", "j", "enter")
        assert not app.step_back_to_comparison(HARBOUR.id), "another article is read by now"
        assert app.step_back_to_comparison(LEDGER.id)
        await settled(pilot)
        assert compare_screen(pilot) is left
        await press(pilot, "q")
        assert not app.step_back_to_comparison(LEDGER.id), "one step is not taken twice"


async def test_there_may_be_nothing_to_come_back_to() -> None:
    app = host()
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "q")
        await app.run_action("return")
        await settled(pilot)
        assert [n.message for n in app._notifications] == [
            "There is no place and no comparison to go back to."
        ]


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_ways_out(key: str) -> None:
    app = host()
    async with driven(app, "c", "enter") as pilot:
        await press(pilot, key)
        compare_screen(pilot)
        await press(pilot, key)
        assert app.ended == [None]


def relations_told(question: Question, own: int | None, *, every: bool) -> list[list[str]]:
    """For each answer the signs and words of the relations that its entry tells."""
    names = {article.id: article.title for article in ARTICLES}
    told = []
    for index in range(len(question.answers)):
        shown = entry(
            question, index, names, own=own, every_reason=every, reasons_key="!"
        ).plain.split("\n")
        told.append([line.split("  ")[0] for line in shown if line[:2] in ("→ ", "≈ ", "~ ", "= ")])
    return told


def test_answers_stand_to_the_own_one_first_and_every_pair_is_told_once() -> None:
    assert relations_told(HURT, 1, every=False) == [["→ updated"], [], ["~ vague"]]
    assert relations_told(HURT, 1, every=True) == [["→ updated"], [], ["~ vague", "≈ compatible"]]
    assert relations_told(HURT, None, every=True) == [
        [],
        ["→ updated"],
        ["~ vague", "≈ compatible"],
    ]
    alike = replace(HURT, relations=HURT.relations[:1])
    assert relations_told(alike, 1, every=False) == [["→ updated"], [], ["= agrees"]]


def test_the_own_answer_among_the_others_points_to_the_sentence_above() -> None:
    names = {article.id: article.title for article in ARTICLES}
    own, other = (
        entry(HURT, index, names, own=0, every_reason=False, reasons_key="!").plain
        for index in (0, 1)
    )
    assert own.split("\n")[1:] == ["the sentence above", ""]
    assert HURT.answers[0].sentence not in own
    assert HURT.answers[1].sentence in other


def test_words_that_stand_above_are_not_repeated_unless_every_reason_is_wanted() -> None:
    own, other, *_ = HURT.answers
    names = {"here": "Here", "first": "First", "second": "Second", "copy": "Copy"}
    asked = replace(
        HURT,
        answers=(
            replace(own, article="here"),
            replace(other, article="first"),
            replace(other, article="second"),
            replace(own, article="copy"),
        ),
        relations=(
            *(replace(HURT.relations[0], b=b, reason=f"{b} days later.") for b in (1, 2)),
            replace(HURT.relations[0], b=3, kind="echo", reason="One source."),
        ),
    )
    shown = [
        entry(asked, n, names, own=0, every_reason=False, reasons_key="!").plain for n in range(4)
    ]
    assert other.sentence in shown[1] and "→ updated  1 days later." in shown[1]
    assert other.sentence not in shown[2]
    assert "→ updated  word for word as First above" in shown[2]
    assert "″ echo  word for word as Here above" in shown[3]
    whole = entry(asked, 2, names, own=0, every_reason=True, reasons_key="!").plain
    assert other.sentence in whole and "2 days later." in whole


@pytest.mark.parametrize(
    ("missing", "told"),
    [
        (("date",), "Not certain, as the date is not known here."),
        (("place", "date"), "Not certain, as the place and the date are not known here."),
    ],
)
def test_what_is_not_known_makes_an_answer_uncertain(missing: tuple[str, ...], told: str) -> None:
    names = {article.id: article.title for article in ARTICLES}
    asked = replace(HURT, possible=True, missing=missing)
    assert told in head(asked, None, names, place="", width=90, rows=20).plain


async def test_read_from_an_article_the_card_highlights_who_parts_from_it_most() -> None:
    own = HURT.answers[2]
    app = host()
    async with driven(app) as pilot:
        place = Place(own.article, own.start, own.end)
        card = EvidenceCard([HURT], ARTICLES, place, reading=True)
        app.push_screen(card)
        await settled(pilot)
        assert card.answers.highlighted == 1, "vague beside a number parts more than compatible"
        assert counterpart(HURT, 1) == 0
        assert counterpart(HURT, None) == 0
        alone = replace(HURT, answers=HURT.answers[:1], relations=())
        assert counterpart(alone, 0) == 0
