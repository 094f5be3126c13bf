"""CSL-JSON: the articles behind the bookmarks, for Zotero, pandoc and word processors.

Source: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date

from index.notes.bookmark import Bookmark


def as_citations(bookmarks: Sequence[Bookmark]) -> str:
    """One item an article; its quotes stand in the item's note."""
    articles: dict[str, list[Bookmark]] = {}
    for bookmark in bookmarks:
        articles.setdefault(bookmark.article, []).append(bookmark)
    items = [_item(kept) for kept in articles.values()]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _item(kept: list[Bookmark]) -> dict[str, object]:
    first = kept[0]
    item: dict[str, object] = {
        "id": first.article,
        "type": "article-newspaper",
        "title": first.title,
    }
    if first.source:
        item["container-title"] = first.source
    if first.byline:
        item["author"] = [{"literal": name} for name in _names(first.byline)]
    if parts := _date_parts(first.published):
        item["issued"] = {"date-parts": [parts]}
    if first.url:
        item["URL"] = first.url
    quotes = (f"¶{one.passage.paragraph}: {one.exact}\n{one.note}".strip() for one in kept)
    item["note"] = "\n\n".join(quotes)
    return item


def _names(byline: str) -> list[str]:
    """ "By Ida Brandt and Ole Vik" as two names, each whole: which part is the family's is not
    known."""
    names = re.split(r",\s|\sand\s|\s&\s", re.sub(r"^[Bb]y\s", "", byline))
    return [name for part in names if (name := part.strip())]


def _date_parts(published: str | None) -> list[int]:
    try:
        day = date.fromisoformat((published or "")[:10])
    except ValueError:
        return []
    return [day.year, day.month, day.day]
