"""What a page declares of itself: in `<meta>`, and in microdata among what it shows."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from index.sources.workers.tree import text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_VALUES = 20


class Declared:
    """The values of a page's declarations, by their names in lower case."""

    def __init__(self, tree: HtmlElement) -> None:
        self._tree = tree
        self._meta = _meta(tree)

    def values(self, *names: str) -> list[str]:
        """All values of these names of `<meta>`, in the order of the names."""
        return [value for name in names for value in self._meta.get(name, ())]

    def value(self, *names: str) -> str:
        """The first of `values`, or ""."""
        return next(iter(self.values(*names)), "")

    def marked(self, item: str) -> str:
        """The name of something in microdata, or ""."""
        for element in self._tree.xpath(f"//*[contains(concat(' ', @itemprop, ' '), ' {item} ')]"):
            name = element.xpath(".//*[@itemprop='name']")
            found = [e.get("content") or text_of(e) for e in (*name, element)]
            if text := next(filter(None, found), ""):
                return " ".join(text.split())
        return ""


def _meta(tree: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        # Escaped once more than it should be, on many a page.
        content = " ".join(html.unescape(element.get("content") or "").split())
        for key in ("property", "name", "itemprop", "http-equiv"):
            if content and element.get(key):
                values = found.setdefault(element.get(key).strip().lower(), [])
                if content not in values and len(values) < _MOST_VALUES:
                    values.append(content)
    return found
