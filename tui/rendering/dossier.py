"""A dossier as entries on paper: who the official is to each outlet, and then every remark."""

from __future__ import annotations

from collections.abc import Iterator

from index.compare.dossier import Dossier
from index.compare.remarks import Remark, Wording
from tui.places import Place
from tui.rendering.paper import PaperEntry, Paragraph
from tui.rendering.words import count, day, days

NO_REMARK = "No words are put down to this official."
_AGAIN = "″"
"""Stands before each wording of a remark that has several."""
_SIGNS = {"changed": "~", "added": "+", "removed": "−"}


def entries_of(dossier: Dossier) -> list[PaperEntry]:
    """The whole dossier: roles and doubts first, then the remarks in the order they were said."""
    return [*_head(dossier), *_remarks(dossier)]


def heading(dossier: Dossier) -> tuple[str, tuple[str, ...]]:
    """ "Pat Ryder", and "41 remarks in 3 reports, 2 of them told by several" in several ways, the
    longest first."""
    told = f"{count(len(dossier.remarks), 'remark')} in {count(len(dossier.portraits), 'report')}"
    several = _told_by_several(dossier)
    if not several:
        return dossier.name, (told, count(len(dossier.remarks), "remark"))
    return dossier.name, (
        f"{told}, {several} of them told by several",
        f"{told}, {several} by several",
        told,
        count(len(dossier.remarks), "remark"),
    )


def _told_by_several(dossier: Dossier) -> int:
    return sum(len({one.said.article for one in r.wordings}) > 1 for r in dossier.remarks)


def _head(dossier: Dossier) -> Iterator[PaperEntry]:
    roles = [
        Paragraph(f"{role}: {'; '.join(outlets)}", marks=((0, len(role), "heading"),))
        for role, outlets in dossier.roles
    ]
    none = Paragraph("No report gives an office.", "quiet")
    doubts = [Paragraph(f"? {doubt}", "disputed") for doubt in dossier.doubts]
    signs = [Paragraph(f"{_AGAIN} one remark, as several reports have it", "quiet")]
    shown = signs if _told_by_several(dossier) else []
    silent = [] if dossier.remarks else [Paragraph(NO_REMARK, "quiet")]
    yield PaperEntry((*(roles or [none]), *doubts, *shown, *silent, Paragraph("")))


def _remarks(dossier: Dossier) -> Iterator[PaperEntry]:
    shown = None
    for remark in dossier.remarks:
        said = _said(remark)
        first = said != shown
        shown = said
        for number, wording in enumerate(remark.wordings):
            head = [Paragraph(said, "title")] if first and not number else []
            last = number == len(remark.wordings) - 1
            yield _entry(wording, remark, head, last)


def _said(remark: Remark) -> str:
    """The day of the saying, or which other day is known."""
    if remark.said is not None:
        return f"Said {days(*remark.said)}"
    first = remark.wordings[0].said
    return f"Day not stated; published {day(first.published)}"


def _entry(wording: Wording, remark: Remark, head: list[Paragraph], last: bool) -> PaperEntry:
    said = wording.said
    dates = [f"published {day(said.published)}"]
    if said.said is not None:
        dates.append(f"said {days(*said.said)}")
    if said.as_of is not None:
        dates.append(f"as of {day(said.as_of)}")
    sign = "" if len(remark.wordings) == 1 else f"{_AGAIN} "
    meta = f"{sign}{said.outlet} · {' · '.join(dates)}" + (f" · {said.cue}" if said.cue else "")
    start = len(sign)
    paragraphs = [
        *head,
        Paragraph(meta, "quiet", ((start, start + len(said.outlet), "heading"),)),
        Paragraph(
            said.words,
            marks=tuple(
                (one.after.start, one.after.end, "changed")
                for one in wording.changes
                if one.after.start < one.after.end
            ),
            indent=2,
        ),
    ]
    if wording.changes:
        told = " · ".join(_change(one.kind, one.old, one.new) for one in wording.changes)
        paragraphs.append(Paragraph(f"against the fullest quotation: {told}", "quiet", indent=2))
    if last:
        paragraphs.append(Paragraph(""))
    return PaperEntry(tuple(paragraphs), Place(said.article, said.start, said.end))


def _change(kind: str, old: str, new: str) -> str:
    """ "~ will → shall", "+ yet", "− not"."""
    words = f"{old} → {new}" if kind == "changed" else old or new
    return f"{_SIGNS[kind]} {words}"
