"""Ways to the dossier and the brief, from every screen that shows reports."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from tui.shared_actions import SharedActions

if TYPE_CHECKING:
    from textual.worker import WorkType

    from index.compare.model import Answer
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


def choose_official(app: SharedActions, ids: Sequence[str], answer: Answer | None = None) -> None:
    """Shows what the official said who gave `answer`; if none did, asks for one of those whom some
    reports name."""
    if app.desk is not None and ids:
        # Called by the worker itself: one that a second key ends before it began leaves nothing.
        ask: WorkType[None] = partial(_ask, app, app.desk, ids, answer)
        app.run_worker(ask, group="officials", exclusive=True, exit_on_error=False)


async def _ask(app: SharedActions, desk: Desk, ids: Sequence[str], answer: Answer | None) -> None:
    from tui.gathering import officials_in
    from tui.screens.picker import Choice, Picker

    if answer is not None and answer.speaker is not None:
        facts = await asyncio.to_thread(desk.library.facts, answer.article)
        if any(official.name == answer.speaker for official in facts.officials):
            open_dossier(app, desk, answer.speaker, answer.article)
            return
    named = await asyncio.to_thread(officials_in, desk, ids)
    if not named:
        app.tell("No official is named here.")
        return
    choices = [
        Choice(str(number), one.official.name, ", ".join(r.told for r in one.official.roles[:2]))
        for number, one in enumerate(named)
    ]

    def show(chosen: str | None) -> None:
        if chosen is not None:
            one = named[int(chosen)]
            open_dossier(app, desk, one.official.name, one.article)

    picker = Picker(choices, title="Officials", typing="search the officials")
    app.push_screen(picker, show)


def open_brief(app: SharedActions, ids: Sequence[str], current: str | None = None) -> None:
    """Shows the brief of some reports; without two, of the story of `current`."""
    if (desk := app.desk) is None:
        return
    from tui.gathering import brief_of
    from tui.screens.brief import BriefScreen

    article = current if len(ids) < 2 else None
    app.push_screen(BriefScreen(lambda: brief_of(desk, ids, current), article))
