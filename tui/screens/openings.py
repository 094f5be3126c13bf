"""Ways to the dossier and the brief, from every screen that shows reports."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.errors import NewsreaderError
from tui.shared_actions import SharedActions

if TYPE_CHECKING:
    from tui.desk import Desk


def open_dossier(app: SharedActions, desk: Desk, name: str, article: str) -> None:
    """Shows what an official said whom an article calls `name`."""
    from tui.gathering import dossier_of
    from tui.screens.dossier import DossierScreen

    app.push_screen(
        DossierScreen(
            name,
            lambda story_only, progress: dossier_of(
                desk, name, article, story_only=story_only, progress=progress
            ),
        )
    )


def choose_official(app: SharedActions, ids: Sequence[str]) -> None:
    """Asks for one of the officials whom some reports name, and shows what he or she said."""
    if app.desk is not None and ids:
        app.run_worker(
            _ask(app, app.desk, ids), group="officials", exclusive=True, exit_on_error=False
        )


async def _ask(app: SharedActions, desk: Desk, ids: Sequence[str]) -> None:
    from tui.gathering import officials_in
    from tui.screens.picker import Choice, Picker

    try:
        named = await asyncio.to_thread(officials_in, desk, ids)
    except NewsreaderError as error:
        app.tell(str(error))
        return
    if not named:
        app.tell("No official is named here.")
        return
    choices = [
        Choice(str(number), one.official.name, ", ".join(r.text for r in one.official.roles[:2]))
        for number, one in enumerate(named)
    ]

    def show(chosen: str | None) -> None:
        if chosen is not None:
            one = named[int(chosen)]
            open_dossier(app, desk, one.official.name, one.article)

    app.push_screen(Picker(choices, placeholder="/ to search the officials"), show)


def open_brief(app: SharedActions, ids: Sequence[str], current: str | None = None) -> None:
    """Shows the brief of some reports; without two, of the story of `current`."""
    if (desk := app.desk) is None:
        return
    from tui.gathering import brief_of
    from tui.screens.brief import BriefScreen

    app.push_screen(BriefScreen(lambda: brief_of(desk, ids, current)))
