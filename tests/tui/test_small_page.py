"""Where a page is low, its head gives way: the text has at least half of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.article import Article
from tests.tui.host import screen_text
from tests.tui.invented import HARBOUR
from tests.tui.settling import press_keys, settled
from tests.tui.shelf import Shelf, ShelfReader
from tui.rendering.head import HeadRow, fitted
from tui.rendering.page import Page
from tui.widgets.article_body import ArticleBody

TITLE = "Ferry runs aground off Lisse in a storm of the night, about 40 hurt, many more missing"
_, _, TEXT = HARBOUR.body.partition("\n")
OWN = replace(HARBOUR, id="own", title=TITLE, body=f"{TITLE}\n{TEXT}")
"""The text begins with its headline."""
ABOVE = replace(HARBOUR, id="above", title=TITLE, body=TEXT, byline="Ann Wu")
"""The headline stands in the file's head."""

HEAD: list[HeadRow] = [
    ("Ferry runs aground", "headline"),
    ("off Lisse", "headline"),
    ("Harbour Post", "quiet"),
    ("3 figures", "quiet"),
    ("Correction: it was 40.", "correction"),
]


@pytest.mark.parametrize(
    ("room", "left"),
    [
        (5, HEAD),
        (4, [("Ferry runs…", "headline"), *HEAD[2:]]),
        (3, [("Ferry runs…", "headline"), HEAD[2], HEAD[4]]),
        (2, [("Ferry runs…", "headline"), HEAD[4]]),
        (1, [("Ferry runs…", "headline")]),
        (0, []),
    ],
)
def test_the_headline_is_shortened_first_and_a_correction_goes_last(
    room: int, left: list[HeadRow]
) -> None:
    assert fitted(HEAD, room, 12) == left


def test_a_short_headline_hides_its_other_words() -> None:
    page = Page(OWN.body, 30, headline=True, ornaments=0, short=True)
    assert [row.kind for row in page.rows[:3]] == ["gap", "headline", "gap"]
    assert page.hidden and page.hidden.stop == len(TITLE)
    assert all(page.row_at(offset) == 1 for offset in page.hidden)
    assert not Page(OWN.body, 100, headline=True, ornaments=0, short=True).hidden


@pytest.mark.parametrize("size", [(40, 10), (60, 20), (80, 24)])
@pytest.mark.parametrize("article", [OWN, ABOVE], ids=["own headline", "headline above"])
async def test_the_text_has_half_of_a_low_page(article: Article, size: tuple[int, int]) -> None:
    async with ShelfReader(Shelf([article])).run_test(size=size) as pilot:
        await settled(pilot)
        await press_keys(pilot.app, "enter")
        body = pilot.app.screen.query_one(ArticleBody)
        seen = body.page.rows[: body.size.height]
        head = next(n for n, row in enumerate(seen) if row.kind == "text")
        assert head <= body.size.height / 2
        shown = screen_text(pilot.app)
        assert "Ferry runs aground" in shown
        assert ("missing" in shown) == (size != (40, 10))


async def test_who_goes_to_hidden_words_sees_them() -> None:
    async with ShelfReader(Shelf([OWN])).run_test(size=(40, 10)) as pilot:
        await settled(pilot)
        await press_keys(pilot.app, "enter")
        assert "about 40 hurt" not in screen_text(pilot.app)
        await press_keys(pilot.app, "f")
        assert "about 40 hurt" in " ".join(screen_text(pilot.app).split())
        pilot.app.screen.query_one(ArticleBody).show(OWN)
        assert "about 40 hurt" not in screen_text(pilot.app)
        await press_keys(pilot.app, "v")
        assert "missing" in screen_text(pilot.app)
