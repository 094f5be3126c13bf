"""Lines that name an author or a day, as they stand on pages in many languages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.sources.published import LONGEST, iso_published

_BY = re.compile(
    r"(?:(?:(?:written|reported|story|text|posted|words|analysis|opinion|interview)\s+)?by|by-?line"
    r"|von|par|por|di|da|door|av|af|autor|auteur|author|автор|текст)\b\s*:?\s+"
    r"|(?:автор|кем|author|autor|by|كتب|بقلم|מאת|作者|記者|记者|文|取材)\s*[:：／/]\s*",
    re.IGNORECASE,
)
_ROLE_BEHIND = re.compile(
    r"\s*[|•·]\s*|\s+[–—]\s+|,?\s+(?:published|updated|posted)\b|\s*\(?\S+@\S+", re.IGNORECASE
)
_AFTER_DATE = re.compile(r"\s*(?:[|·•]|\b(?:updated|modified)\b)", re.IGNORECASE)
_DATE_LABEL = re.compile(r"^[^\d]{0,40}?(?=(?:[A-Z][a-z]{2,8}\.? )?\d)")
_PARTS = re.compile(r"\s*[|•·]\s*|\s+[–—-]\s+")
_MOST_WORDS = 12


def bare_byline(line: str, source: str = "") -> str:
    """A byline without "By", a role behind a bar, the outlet, or an address; "" if it is none."""
    line = " ".join(line.split())
    if re.match(r"(?:https?:)?//|@", line) or len(line.split()) > _MOST_WORDS:
        return ""
    named = _BY.match(line)
    line = line[named.end() :] if named else line
    line = _ROLE_BEHIND.split(line, maxsplit=1)[0].strip(" ,;:|–—-")
    if source and line.casefold().endswith(source.casefold()):
        line = line[: -len(source)].strip(" ,;:|–—-/(")
    return line


def joined(names: Sequence[str]) -> str:
    """Several names as one byline: "A, B and C"."""
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1] if names else ""]))


def is_byline(line: str, byline: str) -> bool:
    """Whether a line of the text is the byline and no sentence: "By Jane Doe, 4 March"."""
    if len(line) > 100 or line.endswith((".", "!", "?", "。")):
        return False
    if byline and bare_byline(line).casefold().startswith(byline.casefold()):
        return True
    return bool(_BY.match(line)) and len(bare_byline(line).split()) <= 6


def day_in(line: str) -> str:
    """The day or moment of a line that is a date and little else, as ISO 8601; else ""."""
    line = " ".join(line.split())
    if not 6 <= len(line) <= 120:
        return ""
    label = _DATE_LABEL.match(line)
    unlabelled = line[label.end() :] if label else line
    for spelling in (line, unlabelled):
        for cut in (spelling, _AFTER_DATE.split(spelling, maxsplit=1)[0].strip(" ,-(")):
            try:
                if len(cut) <= LONGEST:
                    return iso_published(cut)
            except ValueError:
                continue
    return ""


def parts_of(line: str) -> list[str]:
    """The pieces of a line that is set with bars, dots or dashes."""
    return [part for part in _PARTS.split(line) if part]
