"""When a page was published: by its metadata, by what it shows, by its address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from index.sources.workers.bylines import day_in
from index.sources.workers.page_declared import Declared
from index.sources.workers.tree import IN_ARTICLE, NAMED, text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date_published",
    "publication_date",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "ptime",
    "pdate",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "originalpublicationdate",
    "og:published_time",
    "published_time",
    "published-date",
    "date",
    "article_date_original",
    "citation_publication_date",
    "created",
)
_IN_ADDRESS = re.compile(r"/(\d{4})[/-](\d{2})[/-](\d{2})(?:/|-|$)")
_NO_UPDATE = f"not(contains({NAMED}, 'updat'))"
_PLACES = (
    "//time[@pubdate]",
    f"//time[contains({NAMED}, 'publi') and {IN_ARTICLE}]",
    f"//time[{IN_ARTICLE} and {_NO_UPDATE}]",
    f"//*[(contains({NAMED}, 'date') or contains({NAMED}, 'publish') or contains({NAMED}, 'time'))"
    f" and {IN_ARTICLE} and {_NO_UPDATE}]",
)
"""Where a page shows its day, the likeliest first."""


def published(tree: HtmlElement, declared: Declared, linked: Iterable[str], address: str) -> str:
    """When it was published, in the first spelling that is a date, as ISO 8601; or "".

    `linked` are the dates of the page's JSON-LD, `address` is the page's own.
    """
    spellings = chain(linked, declared.values(*_NAMES), _shown(tree), _in_address(address))
    return next((day for one in spellings if (day := day_in(one))), "")


def _shown(tree: HtmlElement) -> Iterator[str]:
    for element in tree.xpath("//*[contains(@itemprop, 'datePublished')]"):
        yield from _spellings(element)
    for path in _PLACES:
        for element in tree.xpath(path)[:20]:
            yield from _spellings(element)


def _spellings(element: HtmlElement) -> Iterator[str]:
    yield from (v for key in ("datetime", "content", "title") if (v := element.get(key)))
    yield text_of(element)


def _in_address(address: str) -> Iterator[str]:
    if day := _IN_ADDRESS.search(address):
        yield "-".join(day.groups())
