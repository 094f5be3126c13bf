"""The text of a page's article: by trafilatura, or by plainer means where that finds too little."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from trafilatura import bare_extraction

from index.sources.workers.linked_data import LinkedData
from index.sources.workers.page_plain import plain_article
from index.sources.workers.plain_lines import plain_lines
from index.sources.workers.tree import text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SHORT = 600
"""Characters of text under which an extraction is doubted: 100 words."""
_LONGEST_STANDFIRST = 600

_PAYWALL = re.compile(r"paywall|regwall|subscriber-only|premium-content|metered", re.IGNORECASE)
_AD_LABEL = re.compile(
    r"(?:skip )?advertisement|(?:story|article) continues below(?: advertisement)?|ad|sponsored"
    r"|anzeige|werbung|publicité|publicidad|pubblicità|reklama?|реклама|広告|广告|광고",
    re.IGNORECASE,
)
_STANDFIRST = "translate(@class, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"
_STANDFIRSTS = (
    "standfirst", "teaser", "subtitle", "subheadline", "sub-headline", "subhead", "dek", "lede",
    "intro", "summary", "excerpt", "chapo", "vorspann", "entradilla",
)  # fmt: skip


class Body(NamedTuple):
    """The text of an article, and a sentence where it may not be the whole, or not alone."""

    text: str
    remark: str | None = None


def article_body(tree: HtmlElement, linked: LinkedData, title: str) -> Body:
    """The article of the page `tree`, which is taken apart; an empty text where there is none."""
    if linked.updates:
        return Body("\n\n".join(linked.updates))
    paid = linked.paid or _has_paywall(tree)
    goes_on = _goes_on(tree)
    standfirst = _standfirst(tree, title)
    text, remark = _best(tree, linked)
    text = "\n\n".join(one for one in text.split("\n\n") if not _AD_LABEL.fullmatch(one))
    if standfirst and text and standfirst not in text:
        text = f"{standfirst}\n\n{text}"
    if paid and len(text) < 3 * SHORT:
        remark = "The page shows only the beginning to those who do not subscribe."
    elif goes_on:
        remark = "The article goes on on another page, which is not in this file."
    return Body(text, remark)


def _best(tree: HtmlElement, linked: LinkedData) -> Body:
    plain = plain_article(tree)
    found = _extracted(tree)
    blocks = found.count("\n\n") + 1
    if blocks > 1 and len(found) >= SHORT and 3 * len(found) >= len(plain.text):
        return Body(found)
    if len(linked.body) >= 0.8 * max(len(found), len(plain.text)) and linked.body:
        return Body(linked.body)
    lump = blocks == 1 < plain.text.count("\n\n") + 1 and 2 * len(plain.text) >= len(found)
    if not found or lump or len(plain.text) > 1.5 * len(found) + 80:
        return Body(
            plain.text,
            None
            if plain.named
            else "This page names no article; the part with most text in it is shown.",
        )
    return Body(found)


def _extracted(tree: HtmlElement) -> str:
    document = bare_extraction(
        tree, fast=True, with_metadata=False, include_comments=False, include_tables=True
    )
    body = getattr(document, "body", None)
    return plain_lines(body) if body is not None else ""


def _standfirst(tree: HtmlElement, title: str) -> str:
    """The lines between headline and text, which are set apart and so passed over."""
    named = " or ".join(f"contains({_STANDFIRST}, '{one}')" for one in _STANDFIRSTS)
    for element in tree.xpath(
        f"(//p | //h2 | //h3 | //div)[{named}][preceding::h1][not(ancestor::aside or ancestor::nav"
        " or ancestor::footer or .//p or .//a)]"
    )[:3]:
        text = text_of(element)
        if 40 <= len(text) <= _LONGEST_STANDFIRST and text != title:
            return text
    return ""


def _goes_on(tree: HtmlElement) -> bool:
    """Whether the page is one of several with the same article."""
    links = tree.xpath("//link[@rel='next']/@href | //a[@rel='next']/@href")
    return any(re.match(r"\?|.*[?&/]page[=/]?\d", link) for link in links)


def _has_paywall(tree: HtmlElement) -> bool:
    return any(
        _PAYWALL.search(f"{element.get('class', '')} {element.get('id', '')}")
        for element in tree.iter("div", "section", "aside")
    )
