"""What changed between two versions: on its screen, in the list, in a sentence."""

from __future__ import annotations

from textual.screen import Screen

from index.article import Article
from index.compare.differences import differences
from index.relatives import Folds, Relative
from index.search.engine import SearchHit
from tests.tui.host import Host, screen_text
from tests.tui.settling import press_keys, settled
from tui.beside import counted, counts_beside, percent, told_changes, told_of
from tui.places import Place
from tui.screens.changes import ChangesScreen

BEFORE = Article(
    "dam",
    "Dam of Luhov to stay shut",
    "The dam of Luhov will stay shut, Interior Minister Ada Okoro said on Monday.\n\n"
    "About 40 engineers had been sent to Luhov, [/] and [@click=app.quit]more would follow.\n\n"
    "Nobody was hurt.\n\nThe council was told on Sunday.",
    source="Harbour Post",
    published="2031-05-07",
)
AFTER = Article(
    "dam-v2",
    "Dam of Luhov to open",
    "The dam of Luhov will open, Interior Minister Ada Okoro said on Monday.\n\n"
    "At least 60 engineers had been sent to Luhov, [/] and [@click=app.quit]more would follow.\n\n"
    "Three men were hurt, said Deputy Minister Ben Sall.\n\nThe council was told on Sunday.",
    source="Harbour Post",
    published="2031-05-08",
)


def host(before: Article = BEFORE, after: Article = AFTER) -> Host:
    def make() -> Screen[Place | None]:
        return ChangesScreen(before, after, differences(before.body, after.body))  # type: ignore[return-value]

    return Host(make)


async def test_keys_scroll_read_and_close() -> None:
    long = Article("long", "Long", "\n\n".join(f"Line {n}." for n in range(100)))
    app = host(long, Article("long-v2", "Long", long.body + "\n\nThe end."))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "{+The end.+}" not in screen_text(app)
        await pilot.press("G")
        await pilot.pause()
        assert "{+The end.+}" in screen_text(app)
        await pilot.press("g", "ctrl+d", "space", "k", "pageup", "g")
        await pilot.pause()
        assert "Line 0." in screen_text(app)
        await press_keys(pilot.app, "enter")
        ended: list[object] = [*app.ended]
        assert ended == ["long"]


async def test_words_that_look_like_markup_are_words() -> None:
    app = host()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert "[/] and [@click=app.quit]more" in screen_text(app)
        await press_keys(pilot.app, "escape")
        assert app.ended == [None]


def test_figures_come_first_then_names() -> None:
    told = told_changes(BEFORE, AFTER)
    assert told.startswith("40 became 60")
    assert "Ben Sall" in told
    assert told.endswith("1 other place")


def test_a_version_without_a_change_says_so() -> None:
    assert told_changes(BEFORE, BEFORE) == "nothing but blanks"


def test_a_change_that_stands_twice_is_told_once() -> None:
    text = "Dam holds: {0} safe\nAll {0} people were safe, it was said."
    before, after = (Article("dam", "Dam holds", text.format(number)) for number in (40, 60))
    assert told_changes(before, after) == "40 became 60"


FOLDS = Folds(
    under={"dam": "dam-v2", "copy": "dam-v2"},
    members={"dam-v2": (Relative("dam", "version"), Relative("copy", "copy", 0.923))},
    contained={"copy": ("dam-v2", 0.923), "half": ("dam-v2", 0.6)},
)


def hit(id_: str) -> SearchHit:
    return SearchHit(id_, id_, None, None, 1.0, "", ())


def test_what_is_folded_is_counted_beside_its_head() -> None:
    assert counts_beside([hit("other"), hit("dam-v2")], FOLDS) == {"dam-v2": "1 older, 1 copy"}
    assert counts_beside([hit("copy"), hit("dam")], FOLDS) == {}


def test_each_relative_has_its_sentence() -> None:
    articles = {"dam": BEFORE, "dam-v2": AFTER}
    copy, half = Article("copy", "C", "c"), Article("half", "H", "h")
    assert told_of(AFTER, FOLDS, articles.get).startswith("Changed: 40 became 60")
    assert told_of(BEFORE, FOLDS, articles.get) == "This is an older version."
    assert told_of(copy, FOLDS, articles.get) == "92 % of this is in dam-v2."
    assert told_of(half, FOLDS, articles.get) == "60 % of this is in dam-v2."
    assert told_of(Article("x", "X", "x"), FOLDS, articles.get) == ""


def test_nearly_all_is_not_all() -> None:
    assert (percent(0.999), percent(1.0)) == ("99 %", "All")
    assert counted([Relative("a", "copy"), Relative("b", "copy")]) == "2 copies"
