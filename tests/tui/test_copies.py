"""Copies of one text in the compare screen: only they are held against each other word by word."""

from __future__ import annotations

from dataclasses import replace

import pytest
from syrupy.assertion import SnapshotAssertion

from index.article import Article
from index.compare.alignment import align
from index.compare.model import Comparison
from tests.tui.host import Host, TextPicture, screen_text
from tests.tui.invented import HARBOUR, facts_of
from tests.tui.settling import press_keys, settled
from tui.rendering.reports import Reports
from tui.screens.compare import CompareScreen

COPY = replace(
    HARBOUR,
    id="copy",
    source="Courier",
    body=HARBOUR.body.replace("212 people", "214 people")
    .replace("Divers began", "Two divers then began")
    .replace(", harbour master Ada Quill told reporters at the quay", ""),
)
APART = replace(HARBOUR, id="apart", source="Ledger", body=COPY.body)


def compared(*articles: Article, origins: tuple[tuple[str, ...], ...]) -> Reports:
    facts = tuple(facts_of(article) for article in articles)
    ids = tuple(article.id for article in articles)
    comparison = Comparison(ids, origins, (), ("AP",) * len(ids))
    rows = align(list(zip(articles, facts, strict=True)), comparison)
    return Reports(articles, facts, comparison, rows)


def copies() -> Reports:
    return compared(HARBOUR, COPY, origins=((HARBOUR.id, COPY.id),))


def words(reports: Reports, column: int) -> list[str]:
    body = reports.articles[column].body
    return [body[start:end] for start, end in reports.copies.spans(column)]


def test_the_words_that_differ_are_marked_on_both_sides() -> None:
    reports = copies()
    assert words(reports, 0) == [
        "212",
        ", harbour master Ada Quill told reporters at the quay",
        "Divers",
    ]
    assert words(reports, 1) == ["214", "Two divers then"]
    assert reports.copies.told(1) == "212 became 214; Two is new; Ada Quill is gone."
    assert reports.copies.told(0) is None


def test_each_change_stands_in_its_row() -> None:
    reports = copies()
    told = [reports.copies.told_in(row) for row in range(len(reports.rows))]
    assert told[0] is None
    assert told[1] == "212 became 214."
    assert [row for row in range(len(told)) if reports.parts(row)] == [1, 2, 3]


def test_reports_that_were_written_apart_show_no_words() -> None:
    reports = compared(HARBOUR, APART, origins=((HARBOUR.id,), (APART.id,)))
    assert words(reports, 0) == words(reports, 1) == []
    assert not any(reports.parts(row) for row in range(len(reports.rows)))


def test_swapped_columns_are_held_against_the_new_left_one() -> None:
    reports = copies().swapped(0, 1)
    assert reports.copies.told(0) is None
    assert (reports.copies.told(1) or "").startswith("214 became 212")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=["60x20", "80x24", "120x40"])
async def test_picture(size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    app = Host(lambda: CompareScreen(copies))
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await press_keys(pilot.app, "c")
        assert screen_text(app) == snapshot(extension_class=TextPicture)


async def test_differences_are_walked_and_told_with_a_sign() -> None:
    app = Host(lambda: CompareScreen(copies))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        await press_keys(pilot.app, "c")
        assert "± 212 became 214." in screen_text(app)
        await press_keys(pilot.app, "=")
        assert [screen.body.rows[n] for n in range(len(screen.body.rows))] == [1, 2, 3]
        assert "1 origin" in screen_text(app)
        assert "1 newsroom" in screen_text(app)
