"""On how many sources an answer rests: "5 reports, 3 newsrooms, 1 ultimate source (Pentagon)"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.compare.model import Answer, Comparison
from index.compare.voices import same_speaker


@dataclass(frozen=True, slots=True)
class Support:
    """Who stands behind some answers. Copies of one text are one newsroom's work."""

    reports: int
    newsrooms: tuple[str, ...]
    sources: tuple[str, ...]
    """Who is answerable in the end, each once, in the order of the answers."""
    unnamed: int
    """Newsrooms that name nobody for any of the answers."""


def support(answers: Iterable[Answer], comparison: Comparison) -> Support:
    """Who stands behind some answers of a comparison."""
    makers = dict(zip(comparison.articles, comparison.newsrooms, strict=False))
    sources: list[str] = []
    newsrooms: dict[str, bool] = {}
    reports: set[str] = set()
    for answer in answers:
        newsroom = makers.get(answer.article, answer.article)
        reports.add(answer.article)
        newsrooms[newsroom] = newsrooms.get(newsroom, False) or answer.source is not None
        if answer.source is not None:
            _count(sources, answer.source)
    unnamed = sum(not named for named in newsrooms.values())
    return Support(len(reports), tuple(newsrooms), tuple(sources), unnamed)


def _count(sources: list[str], source: str) -> None:
    """Adds a source unless it is known by another form of its name; the fullest form is kept."""
    for place, known in enumerate(sources):
        if same_speaker(known, source):
            sources[place] = max(known, source, key=len)
            return
    sources.append(source)


def worded(found: Support, *, most: int = 3) -> str:
    """The support in words: "5 reports, 3 newsrooms, 1 ultimate source (Pentagon)"."""
    parts = [_counted(found.reports, "report"), _counted(len(found.newsrooms), "newsroom")]
    if found.sources:
        named = _listed(found.sources, most)
        parts.append(f"{_counted(len(found.sources), 'ultimate source')} ({named})")
    words = ", ".join(parts)
    if not found.unnamed:
        return words
    if not found.sources:
        return f"{words}, no source named"
    return f"{words}; {found.unnamed} name{'s' if found.unnamed == 1 else ''} none"


def _listed(names: Sequence[str], most: int) -> str:
    shown = "; ".join(names[:most])
    return f"{shown}; {len(names) - most} more" if len(names) > most else shown


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
