"""Why something is marked, and "this is wrong": asked in the reader, kept, honoured, undone."""

from __future__ import annotations

import tomllib
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.screen import Screen
from textual.widgets import OptionList

from index.article import Article
from index.errors import InputError
from index.facts.explain import Reason
from index.facts.extract import extract
from index.facts.model import Facts
from index.notes.rulings import Rulings
from tests.tui.host import Host, TextPicture
from tests.tui.invented import HARBOUR, LEDGER
from tests.tui.piloting import SIZES, named, press
from tests.tui.shelf import Shelf, ShelfReader
from tui.places import Place
from tui.screens.mark import MarkScreen
from tui.screens.reader import ReaderScreen


class ReadShelf(Shelf):
    """A shelf whose articles are really read: with officials, statements and claims."""

    def facts(self, article_id: str) -> Facts:
        article = self.article(article_id)
        facts = extract(article)
        with suppress(InputError):
            return self.rulings.corrected(article, facts) if self.rulings else facts
        return facts


def app_of(tmp_path: Path, *articles: Article) -> ShelfReader:
    return ShelfReader(ReadShelf(articles or (HARBOUR,)), notes=tmp_path / "notes.md")


def reader(app: ShelfReader) -> ReaderScreen:
    return app.reader


def figures(app: ShelfReader) -> list[str]:
    body = reader(app).body
    return [body.body[start:end] for start, end in body.marks["figure"].spans]


def kept(tmp_path: Path) -> list[dict[str, object]]:
    text = (tmp_path / "rulings.toml").read_text(encoding="utf-8")
    entries: list[dict[str, object]] = tomllib.loads(text)["correction"]
    return entries


async def test_why_tells_rule_kind_bounds_and_who(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        shown = await press(pilot, "enter", "f", "f", "exclamation_mark")
        assert isinstance(app.screen, MarkScreen)
        assert "Why marked: “212”" in shown or "Why marked: “212 people”" in shown
        assert "is a figure of the kind count" in shown
        assert "that is 212" in shown
        assert "attributed to" in shown
        assert "is not a figure" in shown
        assert app.screen.reasons.highlighted == 0, "where the eye begins"


async def test_enter_at_once_corrects_nothing(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        await press(pilot, "enter", "f", "f", "exclamation_mark", "enter")
        assert isinstance(app.screen, MarkScreen)
        for key in ("escape", "q"):
            await press(pilot, key)
            assert isinstance(app.screen, ReaderScreen)
            await press(pilot, "exclamation_mark")
    assert not (tmp_path / "rulings.toml").exists()


async def test_what_is_no_figure_is_marked_walked_to_and_listed_no_more(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=(200, 50)) as pilot:
        await press(pilot)
        await press(pilot, "enter", "f", "f")
        before = figures(app)
        assert before[1] == "212"
        listed = reader(app).facts
        assert "212" in [item.text for item in listed.items]
        shown = await press(pilot, "exclamation_mark", "j", "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert "“212” is not a figure: kept in" in shown
        assert figures(app) == [before[0], *before[2:]]
        assert "212" not in [item.text for item in listed.items if item.style == "figure"]
        assert reader(app).body.cursor == HARBOUR.body.index("212"), "the cursor stays"
        await press(pilot, "g", "f", "f")
        assert reader(app).body.step == "figure 2/2"
        [correction] = kept(tmp_path)
        assert (correction["kind"], correction["exact"]) == ("figure", "212")
        shown = await press(pilot, "u")
        assert "Taken back: “212” is not a figure." in shown
        assert figures(app) == before
        assert len(kept(tmp_path)) == 2, "the file is only added to"


async def test_a_correction_is_taken_back_where_it_was_made(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        await press(pilot, "enter", "f", "f", "exclamation_mark", "j", "enter")
        assert "212" not in figures(app)
        shown = await press(pilot, "exclamation_mark")
        assert "You have said that “212” is not a figure." in shown
        await press(pilot, "G", "enter")
        assert "212" in figures(app)


@pytest.mark.parametrize(
    ("offer", "kind"),
    [
        ("is not an official", "official"),
        ("is another person", "person"),
        ("is not a statement", "statement"),
        ("is said by somebody else", "speaker"),
        ("is no answer to compare", "claim"),
    ],
)
async def test_each_thing_that_can_be_wrong(tmp_path: Path, offer: str, kind: str) -> None:
    app = app_of(tmp_path, LEDGER)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        await press(pilot, "enter", "G", "left_parenthesis", "exclamation_mark")
        choices = app.screen.query_one(OptionList)
        index = next(n for n, one in enumerate(choices.options) if offer in str(one.prompt))
        choices.highlighted = index
        facts = reader(app).body.facts
        await press(pilot, "enter")
        assert [one["kind"] for one in kept(tmp_path)] == [kind]
        assert reader(app).body.facts != facts


async def test_a_place_without_marks(tmp_path: Path) -> None:
    plain = replace(HARBOUR, id="plain", body="Fog\nNothing stirred in the whole fog.", title="Fog")
    app = app_of(tmp_path, plain)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        shown = await press(pilot, "enter", "j", "exclamation_mark")
        assert "Nothing is marked here." in shown
        await press(pilot, "j", "enter", "escape")
        assert isinstance(app.screen, ReaderScreen)


async def test_the_facts_pane_asks_too(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=(200, 50)) as pilot:
        await press(pilot)
        shown = await press(pilot, "enter", "4", "exclamation_mark")
        assert isinstance(app.screen, MarkScreen)
        assert "is a figure of the kind" in shown


async def test_a_file_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "rulings.toml").mkdir()
    app = app_of(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        shown = await press(pilot, "enter", "f", "exclamation_mark", "j", "enter")
        assert "is a folder" in shown
        assert "212" in figures(app)


@pytest.mark.parametrize("size", SIZES, ids=named)
async def test_picture(size: tuple[int, int], tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    start = LEDGER.body.index("63")
    end = start + 2
    correction = Rulings(tmp_path / "rulings.toml").correct(LEDGER, "date", start, end)
    why = "“63” is a figure of the kind count, by the rule “count”, from 63 to 63."
    reasons = [
        Reason("figure", start, end, why),
        Reason("official", start, end, "“63” is taken for Ben Okoro, whom alone it can mean here."),
        Reason("role", start, end, "“63” is a title of Ben Okoro."),
    ]
    screen = MarkScreen("63", reasons, [correction], LEDGER.body)
    app = Host(lambda: cast(Screen[Place | None], screen))
    async with app.run_test(size=size) as pilot:
        shown = await press(pilot, "j")
        assert shown == snapshot.use_extension(TextPicture)
