"""The person's ruling: over what the rules found, kept, shown, taken back."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import OptionList

from index.compare.model import GRAVITY, Question, RelationKind
from tests.tui.host import Host, screen_text
from tests.tui.invented import HARBOUR, HURT, LEDGER, reports
from tests.tui.piloting import driven, press
from tests.tui.settling import settled
from tui.bindings import ACTIONS
from tui.desk import Desk
from tui.gathering import reports_of
from tui.rulings import ruling_of, with_ruling
from tui.screens.card import EvidenceCard
from tui.screens.compare import CompareScreen
from tui.screens.ruling import RulingScreen


def host(desk: Desk | None) -> Host:
    app = Host(lambda: CompareScreen(reports))
    app.desk = desk
    return app


async def test_a_ruling_is_shown_and_kept(desk: Desk, tmp_path: Path) -> None:
    app = host(desk)
    async with driven(app, "c", "enter", "r") as pilot:
        assert isinstance(app.screen, RulingScreen)
        highlighted = app.screen.query_one(OptionList).highlighted
        assert highlighted == GRAVITY.index("updated"), "what the rules found"
        await press(pilot, "g", "enter")
        assert isinstance(app.screen, EvidenceCard)
        assert "≠ differs (your ruling)" in screen_text(app)
        text = await press(pilot, "escape")
        assert "≠ differs (your ruling)" in text
        kept = tomllib.loads((tmp_path / "rulings.toml").read_text(encoding="utf-8"))
        (ruling,) = kept["ruling"]
        assert ruling["question"] == HURT.id
        assert ruling["words"] == HURT.question
        assert ruling["relation"] == "differs"
        assert ruling["articles"] == [HARBOUR.id, LEDGER.id]


async def test_a_ruling_can_be_taken_back(desk: Desk) -> None:
    desk.decisions.rule(HURT, "agrees")
    app = Host(lambda: CompareScreen(lambda: reports_of(desk, [HARBOUR.id, LEDGER.id])))
    app.desk = desk
    async with driven(app) as pilot:
        assert "= agrees (your ruling)" in screen_text(app)
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        screen.body.go(2)
        assert "take your ruling back: the rules found “updated”" in await press(
            pilot, "enter", "r", "G"
        )
        await press(pilot, "enter")
        assert "your ruling)" not in screen_text(app)
        assert "→ updated" in screen_text(app)
    assert desk.rulings.rulings() == {}


def test_rulings_are_undone_one_by_one(desk: Desk) -> None:
    desk.decisions.rule(HURT, "agrees")
    desk.decisions.rule(HURT, "scope")
    assert desk.notebook is not None
    assert "is as it was before" in (desk.notebook.undo() or "")
    assert desk.rulings.rulings()[HURT.id].relation == "agrees"
    assert desk.notebook.undo() is not None
    assert desk.rulings.rulings() == {}
    assert desk.notebook.undo() is None


async def test_leaving_without_a_ruling(desk: Desk) -> None:
    app = host(desk)
    async with driven(app) as pilot:
        for key in ("escape", "q"):
            await press(pilot, "c", "enter", "r")
            assert isinstance(app.screen, RulingScreen)
            await press(pilot, key)
            assert isinstance(app.screen, EvidenceCard)
            await press(pilot, "escape")
    assert not desk.rulings.path.exists()


async def test_a_ruling_that_cannot_be_kept_is_one_sentence(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "rulings.toml").mkdir()
    app = host(desk)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "c", "enter", "r", "g", "enter")
        assert isinstance(app.screen, EvidenceCard)
        assert "your ruling)" not in screen_text(app)
        (told,) = app._notifications
        assert "rulings.toml" in told.message


async def test_no_ruling_where_it_could_not_be_kept() -> None:
    app = host(None)
    async with driven(app, "c", "enter", "r"):
        assert isinstance(app.screen, EvidenceCard)
        assert "Your ruling" not in screen_text(app)


@pytest.mark.parametrize("keys", ["j j", "j j enter", "j j T", "M j"])
async def test_beside_a_ruling_stands_what_the_rules_found(keys: str, desk: Desk) -> None:
    desk.decisions.rule(HURT, "agrees")
    app = Host(lambda: CompareScreen(lambda: reports_of(desk, [HARBOUR.id, LEDGER.id])))
    app.desk = desk
    async with driven(app) as pilot:
        for key in keys.split():
            await press(pilot, key)
        shown = " ".join(screen_text(app).replace("│", " ").split())
        assert "= agrees (your ruling)" in shown
        assert "The rules found “updated”: Ledger (4 May): at least 63;" in shown


def test_no_binding_of_the_ruling_is_left_out() -> None:
    here = {action.id for action in ACTIONS.values() if "ruling_screen" in action.scopes}
    assert here == {"back", "close"}


def test_a_ruling_outlives_the_id_of_its_question(desk: Desk) -> None:
    """One more report that answers can give the question another id."""

    def holds(question: Question) -> RelationKind | None:
        return with_ruling(question, ruling_of(question, desk.rulings.rulings())).ruling

    answered_anew = replace(HURT, id="q-0")
    elsewhere = [replace(one, article=f"other/{one.article}") for one in HURT.answers]
    desk.decisions.rule(HURT, "agrees")
    assert holds(HURT) == holds(answered_anew) == "agrees"
    assert holds(replace(answered_anew, question="Who was hurt?")) is None
    assert holds(replace(answered_anew, answers=tuple(elsewhere))) is None
    assert desk.decisions.rule(answered_anew, None).ruling is None
    assert holds(HURT) is holds(answered_anew) is None
    assert desk.notebook is not None
    desk.notebook.undo()
    assert holds(HURT) == holds(answered_anew) == "agrees"
