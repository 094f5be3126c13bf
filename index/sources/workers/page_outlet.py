"""Who publishes a page: by its metadata, or by what stands around the article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from index.sources.workers.page_declared import Declared
from index.sources.workers.page_headline import EDGE
from index.sources.workers.tree import NAMED, first_text, text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NAMES = (
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "cre",
    "copyright-holder",
    "application-name",
)
_BANNERS = ("site-title", "site-name", "sitename", "brand ", "logo ")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)(?:\s*(?:©|\(c\)|copyright))?\s*(?:\d{4}(?:\s?[-–]\s?\d{4})?)?,?\s*"
    r"(?:by\s+)?(?P<name>[^\W\d_][^.,|©\n]{2,50})",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"\s+[-–—·]\s+|\s*(?:all rights|alle rechte|tous droits)", re.IGNORECASE)


def declared_outlet(declared: Declared) -> str:
    """The outlet as the page's metadata name it, or ""."""
    return declared.value(*_NAMES) or declared.marked("publisher")


def shown_outlet(tree: HtmlElement, titles: Iterable[str], window: str) -> str:
    """The outlet as a reader of the page sees it, or "".

    `titles` are spellings of the headline, `window` is the title of the window.
    """
    return _beside_headline(titles, window) or _banner(tree) or _copyright(tree)


def _beside_headline(titles: Iterable[str], window: str) -> str:
    """What the title of the window has beside the headline."""
    for head in filter(None, titles):
        before, found, behind = window.partition(head)
        beside = behind.strip(EDGE) or before.strip(EDGE)
        if found and beside:
            return beside.split(" | ")[-1]
    parts = re.split(r"\s+[|»]\s+|\s*[|｜]\s*", window)
    return parts[-1] if len(parts) > 1 and len(parts[-1]) <= 40 else ""


def _banner(tree: HtmlElement) -> str:
    """The name at the top of the page, where its class says that it is one."""
    named = " or ".join(f"contains({NAMED}, '{one}')" for one in _BANNERS)
    return first_text(
        tree.xpath(f"//*[({named}) and not(ancestor::article or ancestor::footer)]"), 60
    )


def _copyright(tree: HtmlElement) -> str:
    for footer in tree.xpath(
        f"//footer | //*[contains({NAMED}, 'footer') or contains({NAMED}, 'copyright')]"
    ):
        found = _COPYRIGHT.search(text_of(footer)[:2000])
        if found:
            return _RIGHTS.split(found["name"])[0].strip()
    return ""
