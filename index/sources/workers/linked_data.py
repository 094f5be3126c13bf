"""What a page says of itself in JSON-LD: https://schema.org/Article and its kinds."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

from index.sources.workers.bylines import joined

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_NODES = 2000
_TAG = re.compile(r"<[^<>]{0,2000}>")
_BREAK = re.compile(r"</(?:p|div|h[1-6]|li|blockquote)>|<br ?/?>", re.IGNORECASE)

# What schema.org calls a text that one publishes; the nearer to a report, the earlier.
_KINDS = (
    "LiveBlogPosting",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "BackgroundNewsArticle",
    "OpinionNewsArticle",
    "ReviewNewsArticle",
    "AskPublicNewsArticle",
    "NewsArticle",
    "BlogPosting",
    "Report",
    "Article",
    "SocialMediaPosting",
    "TechArticle",
    "ScholarlyArticle",
    "WebPage",
)


@dataclass(slots=True)
class LinkedData:
    """The article of a page, as its JSON-LD describes it; "" is not said."""

    title: str = ""
    source: str = ""
    byline: str = ""
    published: list[str] = field(default_factory=list)
    url: str = ""
    body: str = ""
    updates: list[str] = field(default_factory=list)
    """The entries of a live blog, in their order, each with its headline."""
    paid: bool = False
    """The page says that not everybody may read the whole."""


def linked_data(tree: HtmlElement) -> LinkedData:
    """Reads every script of JSON-LD; one that is no JSON is passed over."""
    nodes = list(islice(_nodes(tree), _MOST_NODES))
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str)}
    articles = [node for kind in _KINDS for node in nodes if kind in _types(node)]
    site = next((n for n in nodes if {"WebSite", "NewsMediaOrganization"} & _types(n)), {})
    found = LinkedData(source=_name(site, known))
    if not articles:
        return found
    article = articles[0]
    more = articles[1:] if "WebPage" not in _types(article) else []

    def first(key: str) -> str:
        return next((t for node in (article, *more) if (t := _string(node.get(key)))), "")

    found.title = first("headline") or (first("name") if "WebPage" not in _types(article) else "")
    publisher = next((n["publisher"] for n in articles if n.get("publisher")), None)
    found.source = _names(publisher, known) or found.source
    found.byline = next(
        (names for n in articles if (names := _names(n.get("author") or n.get("creator"), known))),
        "",
    )
    found.published = [
        day
        for key in ("datePublished", "dateCreated")
        for n in articles
        if (day := _string(n.get(key)))
    ]
    found.url = first("url") or _identifier(article.get("mainEntityOfPage"))
    found.body = _text(first("articleBody"))
    found.updates = [text for n in articles for text in _updates(n.get("liveBlogUpdate"))]
    found.paid = any(_is_false(n.get("isAccessibleForFree")) for n in (article, *more))
    return found


def _nodes(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            source = (script.text or "").strip().removeprefix("<![CDATA[").removesuffix("]]>")
            try:
                yield from _within(json.loads(source.strip(" ;\n\t"), strict=False))
            except (ValueError, RecursionError):
                continue


def _within(value: object) -> Iterator[dict[str, Any]]:
    """The nodes of a document: itself, those of a list or `@graph`, and of what it is mainly on."""
    waiting = [value]
    while waiting:
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting += value[:_MOST_NODES]
        elif isinstance(value, dict):
            yield value
            waiting += [value[key] for key in ("@graph", "mainEntity") if key in value]


def _types(node: dict[str, Any]) -> set[str]:
    given = node.get("@type")
    kinds = given if isinstance(given, list) else [given]
    return {kind.rpartition("/")[2] for kind in kinds if isinstance(kind, str)}


def _string(value: object) -> str:
    """One line of text: pages escape theirs once more than they should, and put tags into them."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value")
    return html.unescape(html.unescape(value)).strip() if isinstance(value, str) else ""


def _text(value: str) -> str:
    """An article's body: some pages give it as HTML."""
    lines = _TAG.sub("", _BREAK.sub("\n", value)).replace("\r", "\n").split("\n")
    return "\n\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


def _names(value: object, known: dict[str, dict[str, Any]]) -> str:
    values = value if isinstance(value, list) else [value]
    names = [name for one in values[:20] if (name := _name(one, known))]
    return joined(list(dict.fromkeys(names)))


def _name(value: object, known: dict[str, dict[str, Any]]) -> str:
    """The name of a person or a body, which may stand elsewhere on the page."""
    if isinstance(value, dict):
        if not value.get("name") and isinstance(value.get("@id"), str):
            value = known.get(value["@id"], value)
        name = value.get("name")
        if isinstance(name, list):
            return joined([one for one in map(_string, name[:20]) if one])
        return _no_address(_string(name))
    return _no_address(_string(value))


def _no_address(name: str) -> str:
    return "" if re.match(r"(?:https?:)?//|#|@", name) else name


def _identifier(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value if isinstance(value, str) else ""


def _updates(value: object) -> Iterator[str]:
    for one in (value if isinstance(value, list) else [value])[:_MOST_NODES]:
        if isinstance(one, dict):
            headline, text = _string(one.get("headline")), _text(_string(one.get("articleBody")))
            if text:
                yield "\n\n".join(filter(None, [headline, text]))


def _is_false(value: object) -> bool:
    return value is False or (isinstance(value, str) and value.lower() == "false")
