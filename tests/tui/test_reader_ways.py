"""Ways from the reader: whose dossier is opened, and which story is shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen

from index.article import Article
from index.facts.model import Facts, Mention, Official
from tests.tui.invented import ARTICLES, HARBOUR, facts_of
from tests.tui.piloting import driven, on_top, press
from tests.tui.shelf import Shelf, ShelfReader
from tui.bindings import ACTIONS
from tui.screens.brief import BriefScreen
from tui.screens.dossier import DossierScreen
from tui.screens.matrix import MatrixScreen
from tui.screens.picker import Picker
from tui.screens.reader import ReaderScreen

LONER = Article("loner", "Bakery opens", "A bakery opened in Lisse.", published="2031-06-01")
WITH_TWO = replace(
    HARBOUR,
    body="Head\nAda Quill spoke. She was calm.\nNobody else.\nAda Quill met Ben Okoro at noon.",
)


class Named(Shelf):
    """A report with two officials, who are found where their names stand."""

    def facts(self, article_id: str) -> Facts:
        article = self.article(article_id)
        officials = tuple(
            Official(
                name,
                (),
                tuple(
                    Mention(at, at + len(name), name)
                    for at in range(len(article.body))
                    if article.body.startswith(name, at)
                ),
            )
            for name in ("Ada Quill", "Ben Okoro")
        )
        return replace(facts_of(article), officials=officials)


async def test_the_only_official_of_the_paragraph_is_not_asked_for() -> None:
    async with driven(ShelfReader(Named([WITH_TWO])), "enter", size=(80, 24)) as pilot:
        body = on_top(pilot, ReaderScreen).body
        ways: list[tuple[str, type[Screen[Any]]]] = [
            ("She was", DossierScreen),  # Quill alone is named in the paragraph
            ("Nobody", Picker),
            ("at noon", Picker),  # two are
            ("Okoro", DossierScreen),  # the cursor stands on the name
        ]
        for words, screen in ways:
            body.go(WITH_TWO.body.index(words))
            await press(pilot, ACTIONS["dossier.open"].keys)
            on_top(pilot, screen)
            await press(pilot, "escape")
            on_top(pilot, ReaderScreen)


@pytest.mark.parametrize(
    ("action", "screen"), [("matrix.open", MatrixScreen), ("brief.open", BriefScreen)]
)
async def test_it_is_said_where_another_story_is_shown(
    action: str, screen: type[MatrixScreen | BriefScreen]
) -> None:
    told = "the largest story: no other report tells of yours"
    async with driven(ShelfReader(Shelf([*ARTICLES, LONER])), "g") as pilot:
        hits = on_top(pilot, ReaderScreen).hits
        assert hits.current is not None
        assert hits.current.id == "loner"
        await press(pilot, ACTIONS[action].keys)
        assert told in str(on_top(pilot, screen).title_line.content)
        await press(pilot, "escape")
        await press(pilot, "j", ACTIONS[action].keys)
        assert told not in str(on_top(pilot, screen).title_line.content)


async def test_a_newcomer_is_told_how_to_begin_until_a_report_is_opened(tmp_path: Path) -> None:
    async with driven(ShelfReader(cache=tmp_path), size=(80, 24)) as pilot:
        assert "New here? ⏎ opens a report." in await press(pilot, "j")
        assert "New here?" not in await press(pilot, "enter", "escape")
        assert "New here?" not in await press(pilot, "slash", "x", "backspace")
    async with driven(ShelfReader(cache=tmp_path), size=(80, 24)) as pilot:
        assert "New here?" not in await press(pilot)
