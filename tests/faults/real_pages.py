"""Thousands of pages that look like those of real outlets, made at run time from the kept ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

PAGES = Path(__file__).parent.parent / "index" / "sources" / "pages"
_NO_ARTICLE = ("frameset.html", "javascript_shell_nothing.html")
_TITLE = re.compile(rb"(<title>)", re.IGNORECASE)
_PARAGRAPH = re.compile(rb"(<p>)", re.IGNORECASE)


def pages(count: int) -> Iterator[tuple[str, bytes]]:
    """`count` names and contents; each page has a number of its own in its title and its text.

    What is put in is ASCII, so that every encoding of the kept pages stays what it is.
    """
    kept = [path for path in sorted(PAGES.glob("*.html")) if path.name not in _NO_ARTICLE]
    for number in range(count):
        path = kept[number % len(kept)]
        content = _TITLE.sub(rb"\1No. %d: " % number, path.read_bytes(), count=1)
        content = _PARAGRAPH.sub(rb"\1Item %d. " % number, content, count=2)
        yield f"{number // 500:02}/{path.stem}-{number:05}.html", content
