"""How the interface writes days, counts and where words come from.

Not by the locale: the words around them are English.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.article import Article
    from index.compare.model import Answer

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(iso: str | None) -> str:
    """A day as "4 Nov 2024"; "undated" for None or what is no date."""
    try:
        on = date.fromisoformat((iso or "")[:10])
    except ValueError:
        return "undated"
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"


def month(iso: str) -> str:
    """A month ("2024-10") as "October 2024"; what is no month as it stands."""
    try:
        return f"{date.fromisoformat(f'{iso}-01'):%B} {iso[:4]}"
    except ValueError:
        return iso


def days(earliest: str | None, latest: str | None) -> str:
    """Days from one to another as "28 Oct – 3 Nov 2024"; "" where neither is known."""
    if not earliest and not latest:
        return ""
    first, last = (day(iso) if iso else "…" for iso in (earliest, latest))
    if first == last:
        return first
    if first[-9:] == last[-9:]:
        return f"{first[:-9]}–{last}"
    return f"{first[:-5] if first[-5:] == last[-5:] else first} – {last}"


def moment(iso: str | None) -> str:
    """A moment as "4 Nov 2024, 14:30 -04:00", or the day where no more is known."""
    words = day(iso)
    if iso and iso[10:11] == "T" and words != "undated":
        zone = iso[16:].lstrip(":0123456789.").replace("Z", "UTC")
        words += f", {iso[11:16]} {zone}".rstrip()
    return words


def sentence(words: str) -> str:
    """Words that end as a sentence does."""
    return words if words.endswith((".", "?", "!", "…", "”", '"')) else f"{words}."


def count(number: int, noun: str) -> str:
    """ "1 figure", "23 figures", "20,000 reports"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def progress_bar(done: int, total: int, width: int = 10) -> str:
    """How far something has come, `width` cells wide."""
    filled = min(width, done * width // total) if total > 0 else 0
    return "█" * filled + "░" * (width - filled)


def dateline(article: Article) -> list[str]:
    """What is known of an article beyond its words: outlet, author, day, zone."""
    parts = [article.source or "unknown source"]
    if article.byline:
        parts.append(article.byline)
    parts.append(moment(article.published))
    if article.timezone:
        parts.append(f"{article.timezone.rpartition('/')[2].replace('_', ' ')} time")
    return parts


def citation(article: Article, paragraph: int) -> str:
    """Where words come from, for a quotation: "ABC News, 4 Nov 2024, ¶3"."""
    parts = [article.source or article.title, day(article.published), f"¶{paragraph}"]
    if article.url:
        parts.append(article.url)
    return ", ".join(parts)


def short_path(path: Path) -> str:
    """A path as people write it: "~" for the home folder."""
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)


def with_short_paths(sentence: str) -> str:
    """A sentence with every path in it as `short_path` writes it."""
    return re.sub(rf"(?<![\w./~-]){re.escape(str(Path.home()))}/", "~/", sentence)


def outlet(article: Article) -> str:
    """How a report is called: its outlet, or its title where that is unknown."""
    return article.source or article.title


def report_name(article: Article) -> str:
    """Outlet and day: "ABC News, 4 Nov 2024"."""
    return f"{outlet(article)}, {day(article.published)}"


def held_on(answer: Answer) -> str:
    """For which day an answer holds: "as of 4 Nov 2024"; where only another of its days is known,
    which one that is: "said 4 Nov 2024", or "said by 3 Nov 2024" where the report names no day for
    the saying ("last week") and that is the last one possible."""
    if not answer.as_of:
        return "as of: not known"
    if answer.as_of_from == "said" and not answer.said:
        return f"said by {day(answer.as_of)}"
    return f"{(answer.as_of_from or 'as_of').replace('_', ' ')} {day(answer.as_of)}"
