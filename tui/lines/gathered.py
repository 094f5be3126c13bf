"""Commands that gather what reports say: of one official, and as a page for an editor."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from tui.gathering import brief_of, dossier_of, officials_in
from tui.lines.comparing import chosen_reports
from tui.lines.opening import open_report
from tui.rendering.words import count, day, days

if TYPE_CHECKING:
    from index.compare.dossier import Dossier, Named
    from index.compare.remarks import Remark, Wording
    from tui.lines.sitting import Sitting, View


def dossier(sitting: Sitting, words: str) -> None:
    """All that the library puts down to an official, by name or from a list: of the open report,
    or where that does not name them, of the listed ones."""
    opened = [sitting.report.article.id] if sitting.report else []
    wanted = _named(sitting, opened, words) or _named(sitting, sitting.listed, words)
    if words and len(wanted) == 1:
        sitting.show(partial(_say_dossier, sitting, wanted[0]))
    else:
        sitting.show(partial(_say_officials, sitting, wanted, words))


def _named(sitting: Sitting, ids: Sequence[str], words: str) -> list[Named]:
    """The officials whom some reports name, with some words in their names."""
    named = officials_in(sitting.desk, ids)
    return [one for one in named if words.casefold() in one.official.name.casefold()]


def _say_officials(sitting: Sitting, named: Sequence[Named], words: str) -> None:
    asked = f" with “{words}” in the name" if words else ""
    told = f"{count(len(named), 'official')}{asked}" if named else f"No official{asked}"
    sitting.pages.line(f"{told} named here.")
    for number, one in enumerate(named, 1):
        roles = ", ".join(role.told for role in one.official.roles[:2])
        sitting.pages.line(f"{number}. {', '.join(filter(None, [one.official.name, roles]))}.")
    sitting.offer([partial(sitting.show, partial(_say_dossier, sitting, one)) for one in named])


def _say_dossier(sitting: Sitting, named: Named) -> None:
    from tui.rendering.dossier import NO_REMARK, heading

    found = dossier_of(
        sitting.desk,
        named.official.name,
        named.article,
        story_only=False,
        progress=lambda done, total: None,
    )
    pages = sitting.pages
    official, told = heading(found)
    pages.line(f"Dossier. {official}: {told[0]}.")
    for role, outlets in found.roles:
        pages.line(f"{role}: {'; '.join(outlets)}.")
    for doubt in found.doubts:
        pages.line(doubt)
    if not found.remarks:
        pages.line(NO_REMARK)
    sitting.offer(_say_remarks(sitting, found))


def _say_remarks(sitting: Sitting, found: Dossier) -> list[View]:
    """Every remark in every wording; where each stands."""
    places: list[View] = []
    told = ""
    for remark in found.remarks:
        if (when := _when(remark)) != told:
            sitting.pages.write("")
            sitting.pages.line(when)
            told = when
        for wording in remark.wordings:
            said = wording.said
            places.append(partial(open_report, sitting, said.article, at=said.start))
            about = f"{said.outlet}, published {day(said.published)}"
            sitting.pages.line(f"{len(places)}. {about}: {' '.join(said.words.split())}")
            if wording.changes:
                sitting.pages.line(f"   Against the fullest quotation: {_changes(wording)}.")
    return places


def _when(remark: Remark) -> str:
    return f"Said {days(*remark.said)}:" if remark.said else "On a day that is not stated:"


def _changes(wording: Wording) -> str:
    """ "“will” became “shall”, “not” is gone"."""
    words = {"changed": "“{}” became “{}”", "removed": "“{}” is gone", "added": "{}“{}” is new"}
    return ", ".join(words[one.kind].format(one.old, one.new) for one in wording.changes)


def brief(sitting: Sitting, words: str) -> None:
    """The page for an editor: the named reports, or those of the story."""
    ids = [article.id for article in chosen_reports(sitting, words)]
    sitting.show(partial(_say_brief, sitting, ids))


def _say_brief(sitting: Sitting, ids: Sequence[str]) -> None:
    from tui.rendering.brief import brief_lines
    from tui.rendering.brief_page import page_entries

    found = brief_of(sitting.desk, ids)
    sitting.pages.line(f"Brief of {count(len(found.articles), 'report')}.")
    for entry in page_entries(brief_lines(found)):
        for paragraph in entry.paragraphs:
            sitting.pages.line(paragraph.text)
