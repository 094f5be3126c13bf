"""Every mark can be read in every theme that a person can choose."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme
from textual.widgets.option_list import Option

from tests.tui.settling import settled
from tests.tui.shelf import ShelfReader
from tui.theme import THEMES, TOKENS, token_defaults
from tui.widgets.article_body import ArticleBody
from tui.widgets.hit_list import HitList
from tui.widgets.keyed_list import KeyedList
from tui.widgets.search_box import SearchBox

ENOUGH = 4.5


def luminance(color: Color) -> float:
    """Relative luminance as WCAG 2.2 defines it."""

    def linear(channel: int) -> float:
        part = channel / 255
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b)


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted(luminance(Color.parse(text)) for text in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("token", [*TOKENS, "foreground", "primary"])
def test_our_themes_on_every_ground(theme: Theme, token: str) -> None:
    colors = theme.to_color_system().generate() | theme.variables
    for ground in ("background", "surface", "panel", "block-cursor-background"):
        assert contrast(colors[token], colors[ground]) >= ENOUGH, ground


@pytest.mark.parametrize(
    "theme", [t for t in BUILTIN_THEMES.values() if not t.ansi], ids=lambda theme: theme.name
)
def test_the_marks_on_the_grounds_of_other_themes(theme: Theme) -> None:
    grounds = theme.to_color_system().generate()
    for token, color in token_defaults(theme).items():
        for ground in ("background", "surface"):
            assert contrast(color, grounds[ground]) >= ENOUGH, (token, ground)


def test_every_theme_names_every_token() -> None:
    for theme in (*THEMES, *BUILTIN_THEMES.values()):
        assert set(token_defaults(theme)) == set(TOKENS)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_what_stands_back_can_still_be_read(theme: Theme) -> None:
    app = ShelfReader(theme=theme.name)
    async with app.run_test() as pilot:
        await settled(pilot)
        choices = KeyedList("one", Option("a heading", disabled=True), markup=False)
        await app.screen.mount(choices)
        for widget, part in (
            (app.query_one(SearchBox), "input--placeholder"),
            (app.query_one(HitList), "list--bar"),
            (app.query_one(ArticleBody), "page--cursor"),
            (choices, "option-list--bar"),
            (choices, "option-list--option-disabled"),
        ):
            ground, color = widget.background_colors[1], widget.get_component_styles(part).color
            assert contrast(color.hex, ground.hex) >= ENOUGH, part
