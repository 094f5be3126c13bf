"""The headline of a page: what stands over its text, and what its metadata make of that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from index.sources.workers.tree import text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

EDGE = " |｜–—·•»:-"
"""What stands between a headline and the name of the outlet."""
_SITE_TAIL = re.compile(r"\s+(?:[|–—·•»-]|::)\s+|\s*\|\s*")


def headings(tree: HtmlElement, window: str) -> list[str]:
    """What may be the headline among the headings, the likeliest first.

    `window` is the title of the window.
    """
    marked = tree.xpath("//*[@itemprop='headline']")
    heads = [
        head
        for path in ("//article//h1", "//main//h1", "//h1")
        for head in tree.xpath(path)
        if not _is_site_name(head)
    ]
    # Without a heading of the first rank: one that the title of the window has as well.
    lower = [head for head in tree.xpath("//h2 | //h3")[:20] if _is_end_of(text_of(head), window)]
    texts = [text_of(one) or one.get("content", "") for one in (*marked, *heads, *lower)]
    return [text for text in texts if 0 < len(text) <= 300][:4]


def headline(titles: Iterable[str], heads: Sequence[str], window: str, outlet: str) -> str:
    """The headline, without the outlet's name.

    `titles` are what the page's metadata say, the most trusted first; `heads` come from `headings`.
    """
    for title in filter(None, (*titles, *heads)):
        # What a page's metadata say is often the headline with something around it.
        whole = [
            head for head in heads if title.startswith(head) or _letters(title) == _letters(head)
        ]
        return whole[0] if whole else _without_outlet(title, outlet)
    return _without_outlet(window, outlet)


def _without_outlet(title: str, outlet: str) -> str:
    """A title without the outlet's name at its end or start."""
    parts = _SITE_TAIL.split(title)
    if len(parts) > 1 and outlet:
        wanted = _letters(outlet)
        for end in (len(parts) - 1, 0):
            if _letters(parts[end]) == wanted:
                at = title.rfind(parts[end]) if end else len(parts[0])
                return (title[:at] if end else title[at:]).strip(EDGE)
    return title


def _letters(name: str) -> str:
    return re.sub(r"[\W_]|^the\b", "", name.casefold()).removeprefix("the")


def _is_end_of(head: str, window: str) -> bool:
    """Whether `head` is the beginning or the end of a title, with something beside it."""
    return 4 <= len(head) < len(window) and (window.startswith(head) or window.endswith(head))


def _is_site_name(head: HtmlElement) -> bool:
    """A heading in the banner of the page is the outlet, unless the article is inside it."""
    return bool(
        head.xpath(
            "ancestor::header[not(ancestor::article) and not(ancestor::main)]"
            "[.//nav or @role='banner' or contains(@class, 'site')]"
        )
    ) or bool(
        head.xpath(
            "self::*[contains(@class, 'site-title') or contains(@class, 'logo')"
            " or contains(@class, 'blog-title')]"
        )
    )
