"""Two themes of our own, a light and a dark one, and the colours of the marks in every theme.

The style sheets name colours only by token. Each token keeps a contrast of at least 4.5 to 1
against the grounds it stands on (WCAG 2.2, success criterion 1.4.3). No meaning hangs on colour
alone: marks also differ by underline, weight and sign.
"""

from __future__ import annotations

from typing import Final

from textual.theme import BUILTIN_THEMES, Theme

TOKENS: Final = (
    "figure",
    "official",
    "statement",
    "disputed",
    "match",
    "watch",
    "bookmark",
    "quiet",
)
"""What is marked; `quiet` is for words that stand back: dates, sources, page furniture."""

_ON_DARK: Final = {
    "figure": "#efbf6b",
    "official": "#86cfd6",
    "statement": "#afd08f",
    "disputed": "#ff9d8f",
    "match": "#f4e285",
    "watch": "#9ec9ff",
    "bookmark": "#cfb5f5",
    "quiet": "#b7bcc6",
}
_ON_LIGHT: Final = {
    "figure": "#7d4300",
    "official": "#00535f",
    "statement": "#32560f",
    "disputed": "#a11a14",
    "match": "#5c4700",
    "watch": "#1a4f9c",
    "bookmark": "#5c2f9e",
    "quiet": "#57544c",
}
_ON_ANSI: Final = {
    "figure": "ansi_yellow",
    "official": "ansi_cyan",
    "statement": "ansi_green",
    "disputed": "ansi_red",
    "match": "ansi_yellow",
    "watch": "ansi_blue",
    "bookmark": "ansi_magenta",
    "quiet": "ansi_default",
}

DARK: Final = Theme(
    name="newsreader-dark",
    primary="#8fb3d9",
    secondary="#86cfd6",
    accent="#efbf6b",
    warning="#efbf6b",
    error="#ff9d8f",
    success="#afd08f",
    foreground="#dcdcd6",
    background="#15171c",
    surface="#1b1e24",
    panel="#23272f",
    dark=True,
    variables={
        **_ON_DARK,
        "block-cursor-background": "#31404f",
        "block-cursor-foreground": "#f2f2ec",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#23272f",
        "block-cursor-blurred-foreground": "#dcdcd6",
        "border": "#8fb3d9",
        "border-blurred": "#3a404b",
        "footer-background": "#1b1e24",
        "footer-key-foreground": "#8fb3d9",
        "footer-description-foreground": "#a3a8b3",
        "input-selection-background": "#8fb3d9 35%",
    },
)
LIGHT: Final = Theme(
    name="newsreader-light",
    primary="#1d4f80",
    secondary="#00535f",
    accent="#7d4300",
    warning="#7d4300",
    error="#a11a14",
    success="#32560f",
    foreground="#23211c",
    background="#fbf8f1",
    surface="#f4efe4",
    panel="#eae3d4",
    dark=False,
    variables={
        **_ON_LIGHT,
        "block-cursor-background": "#d5dfe8",
        "block-cursor-foreground": "#16140f",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#eae3d4",
        "block-cursor-blurred-foreground": "#23211c",
        "border": "#1d4f80",
        "border-blurred": "#cfc6b3",
        "footer-background": "#f4efe4",
        "footer-key-foreground": "#1d4f80",
        "footer-description-foreground": "#57544c",
        "input-selection-background": "#1d4f80 25%",
    },
)
THEMES: Final = (DARK, LIGHT)


def theme_fault(name: str) -> str | None:
    """What is wrong with the name of a theme, in words that follow the file it stands in."""
    known = sorted({*BUILTIN_THEMES, *(theme.name for theme in THEMES)})
    if not name or name in known:
        return None
    return f"there is no theme {name!r}; known: {', '.join(known)}."


def token_defaults(theme: Theme) -> dict[str, str]:
    """The marks' colours in a theme that is not ours; for `App.get_theme_variable_defaults`."""
    if theme.ansi:
        return _ON_ANSI
    return _ON_DARK if theme.dark else _ON_LIGHT
