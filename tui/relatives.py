"""The versions and copies of a report, to choose among."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.beside import about, percent, told_changes
from tui.screens.picker import Choice

if TYPE_CHECKING:
    from tui.desk import Desk


def relatives_of(desk: Desk, article_id: str) -> list[Choice]:
    """What is folded together with an article, and what it stands in for the most part.

    The id of a choice is its kind and the article's id, with a blank between.
    """
    folds = desk.folds()
    head_id, members = folds.family(article_id)
    head = desk.article_or_none(head_id)
    if head is None:
        return []
    choices: list[Choice] = []
    newer = head
    for member in (one for one in members if one.kind == "version"):
        older = desk.article_or_none(member.id)
        if older is not None:
            changed = f"{about(older)} · since then {told_changes(older, newer)}"
            sign = "✓" if older.id == article_id else ""
            choices.append(
                Choice(f"version {older.id}", older.title, changed, sign, "Older versions")
            )
            newer = older
    copies = [one for one in members if one.kind == "copy"]
    for member in copies:
        copy = desk.article_or_none(member.id)
        if copy is not None:
            share = f"{percent(member.share or 0)} of it is in this text · {about(copy)}"
            sign = "✓" if copy.id == article_id else ""
            choices.append(Choice(f"copy {copy.id}", copy.title, share, sign, "Copies"))
    if head_id != article_id or choices:
        shown = Choice(f"shown {head_id}", head.title, about(head), heading="Shown in lists")
        choices.insert(0, shown)
    elif article_id in folds.contained:
        other_id, part = folds.contained[article_id]
        other = desk.article_or_none(other_id)
        if other is not None:
            told = f"{percent(part)} of this report is in it · {about(other)}"
            choices.append(Choice(f"copy {other_id}", other.title, told, heading="Much the same"))
    return choices
