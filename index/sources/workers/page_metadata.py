"""Title, outlet, byline, date and address of a page, from all the places where pages keep them.

The order of trust: JSON-LD, Open Graph and other `<meta>`, microdata, then what the reader of the
page sees: headings, bylines, `<time>`, the title of the window, the copyright line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin, urlsplit

from index.sources.workers.linked_data import LinkedData
from index.sources.workers.page_byline import byline
from index.sources.workers.page_day import published
from index.sources.workers.page_declared import Declared
from index.sources.workers.page_headline import headings, headline
from index.sources.workers.page_outlet import declared_outlet, shown_outlet
from index.sources.workers.tree import text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "title")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


class PageMetadata(NamedTuple):
    """What one page says of itself; "" is not found."""

    title: str
    """The headline, without the outlet's name."""
    source: str
    """The outlet; the name of the page's host where nothing else names it."""
    byline: str
    """Who wrote it, without "By"."""
    published: str
    """As ISO 8601."""
    url: str
    """The page's own address; of an AMP page that of the article."""
    language: str
    """As the page declares it."""


def page_metadata(tree: HtmlElement, linked: LinkedData, url: str | None) -> PageMetadata:
    """The metadata of the page `tree`, which was fetched from `url`."""
    declared = Declared(tree)
    window = text_of(next(iter(tree.iter("title")), None))
    heads = headings(tree, window)
    titles = declared.values(*_TITLES)
    address = _address(tree, declared, linked, url or "")
    outlet = (
        linked.source
        or declared_outlet(declared)
        or shown_outlet(tree, (*titles, linked.title, *heads), window)
        or _host(address)
    )
    return PageMetadata(
        title=headline((linked.title, *titles), heads, window, outlet),
        source=outlet,
        byline=byline(tree, declared, linked.byline, outlet),
        published=published(tree, declared, linked.published, address),
        url=address,
        language=_language(tree, declared),
    )


def _address(tree: HtmlElement, declared: Declared, linked: LinkedData, url: str) -> str:
    given = next(iter(tree.xpath("//base/@href")), "")
    base = urljoin(url, given) if given else url
    claimed = (
        *tree.xpath("//link[translate(@rel, 'CANOIL', 'canoil')='canonical']/@href"),
        *declared.values("og:url", "twitter:url", "parsely-link"),
        linked.url,
        base,
    )
    return next((whole for one in claimed if (whole := _absolute(base, one))), "")


def _absolute(base: str, address: str) -> str:
    try:
        whole = urljoin(base, address.strip()) if address else ""
        parts = urlsplit(whole)
    except ValueError:
        return ""
    return whole if parts.scheme in ("http", "https") and parts.hostname else ""


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.").removeprefix("amp.")
    except ValueError:
        return ""


def _language(tree: HtmlElement, declared: Declared) -> str:
    given = tree.get("lang") or declared.value("og:locale", "language", "content-language")
    given = given.replace("_", "-")
    return given if _LANGUAGE.fullmatch(given) else ""
