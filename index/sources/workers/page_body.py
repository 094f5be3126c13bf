"""The text of a page's article: by trafilatura, or by plainer means where that finds too little."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from trafilatura import bare_extraction

from index.sources.workers.linked_data import LinkedData
from index.sources.workers.plain_lines import plain_lines
from index.sources.workers.tree import text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SHORT = 600
"""Characters of text under which an extraction is doubted: 100 words."""

_FURNITURE = re.compile(
    r"(?:^|[ _-])(?:nav|navbar|menu|breadcrumbs?|share|sharing|social|related|recirc|newsletter"
    r"|promo|cookies?|consent|gdpr|comments?|footer|sidebar|ads?|advert\w*|sponsor\w*|banner|popup|modal"
    r"|login|subscribe|paywall|toolbar|skip|tags?|byline|caption|hidden)(?:$|[ _-])",
    re.IGNORECASE,
)
_PAYWALL = re.compile(r"paywall|subscriber-only|premium-content|regwall|metered", re.IGNORECASE)
_ROOTS = (
    "//*[@itemprop='articleBody']",
    "//article",
    "//main",
    "//*[@role='main']",
    "//*[@id='content' or @id='main' or @id='article' or @id='story']",
    "//body",
)


class Body(NamedTuple):
    """The text of an article, and a sentence where it may not be the whole, or not alone."""

    text: str
    remark: str | None = None


def article_body(tree: HtmlElement, linked: LinkedData, title: str) -> Body:
    """The article of the page `tree`; an empty text where there is none."""
    paid = linked.paid or _has_paywall(tree)
    if linked.updates:
        return Body("\n\n".join(linked.updates), None)
    plain = _plain(tree)
    found = _extracted(tree)
    if len(found) < SHORT or 3 * len(found) < len(plain):
        if len(linked.body) > 1.2 * len(found):
            return Body(linked.body)
        if len(plain) > 1.5 * len(found) + 80:
            found = plain
            remark = (
                "No article was recognised on this page; its paragraphs are shown as they stand."
            )
            return Body(found, remark)
    if paid and len(found) < 3 * SHORT:
        return Body(found, "The page shows only the beginning to those who do not subscribe.")
    return Body(found)


def _extracted(tree: HtmlElement) -> str:
    document = bare_extraction(
        tree, fast=True, with_metadata=False, include_comments=False, include_tables=True
    )
    body = getattr(document, "body", None)
    return plain_lines(body) if body is not None else ""


def _plain(tree: HtmlElement) -> str:
    """The text of the element that says it is the article, without what is named as furniture."""
    for path in _ROOTS:
        texts = [plain_lines(root, _furniture(root)) for root in tree.xpath(path)[:50]]
        best = max(texts, key=len, default="")
        if len(best) >= SHORT or path == "//body":
            return best
    return ""


def _furniture(root: HtmlElement) -> frozenset[HtmlElement]:
    return frozenset(
        element
        for element in root.iterdescendants()
        if isinstance(element.tag, str)
        and (
            _FURNITURE.search(f"{element.get('class', '')} {element.get('id', '')}")
            or element.get("role")
            in ("navigation", "banner", "complementary", "contentinfo", "dialog")
            or element.get("aria-hidden") == "true"
            or element.get("hidden") is not None
            or "display:none" in (element.get("style") or "").replace(" ", "")
            or _is_links(element)
        )
    )


def _is_links(element: HtmlElement) -> bool:
    """A list or block that is links and little else."""
    if element.tag not in ("ul", "ol", "div", "p", "section"):
        return False
    links = element.findall(".//a")
    linked = sum(len(text_of(link)) for link in links)
    return len(links) > 2 and linked > 0.8 * len(text_of(element))


def _has_paywall(tree: HtmlElement) -> bool:
    return any(
        _PAYWALL.search(f"{element.get('class', '')} {element.get('id', '')}")
        for element in tree.iter("div", "section", "aside")
    )
