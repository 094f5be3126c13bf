"""The article of a page by plain means: the element that says it is one, else the densest.

For pages in which trafilatura finds too little, or one lump of text without paragraphs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from index.sources.workers.plain_lines import plain_lines

if TYPE_CHECKING:
    from lxml.html import HtmlElement

ENOUGH = 120
"""Characters of text that an element must have to be taken for the article: two sentences."""
_LEAST_BLOCK = 40
"""Characters of own text from which on a block speaks for the element that it is in."""

_FURNITURE = re.compile(
    r"(?:^|[ _-])(?:nav|navbar|menu|breadcrumbs?|share|sharing|sns|social|related|recirc|newsletter"
    r"|promo|cookies?|consent|gdpr|comments?|footer|sidebar|ads?|advert\w*|sponsor\w*|banner|popup"
    r"|modal|login|subscri\w+|paywall|toolbar|skip|tags?|byline|caption|pagination|pager)"
    r"(?:$|[ _-])",
    re.IGNORECASE,
)
_ROLES = frozenset(("navigation", "banner", "complementary", "contentinfo", "dialog"))
_SELF_NAMED = (
    "//*[contains(concat(' ', @itemprop, ' '), 'articleBody')]",
    "//article",
    "//main | //*[@role='main']",
)


class PlainArticle(NamedTuple):
    """What was found, and whether the page itself says that it is the article."""

    text: str
    named: bool


class _Weight(NamedTuple):
    """How many characters of text are in an element, and how many of them in links."""

    text: int
    links: int


def plain_article(tree: HtmlElement) -> PlainArticle:
    """The text of the article without what is named as furniture; "" where none is found.

    Cells of a table that hold links alone are taken out of the tree: nobody else knows them.
    """
    weights = _weights(tree)
    left_out = frozenset(one for one in tree.iter() if _is_furniture(one, weights))
    found = _found(tree, left_out)
    for cell in left_out:
        if cell.tag == "td":
            cell.drop_tree()
    return found


def _found(tree: HtmlElement, left_out: frozenset[HtmlElement]) -> PlainArticle:
    named = ""
    for path in _SELF_NAMED:
        texts = [plain_lines(root, left_out) for root in tree.xpath(path)[:50]]
        best = max(texts, key=len, default="")
        if len(best) >= ENOUGH:
            return PlainArticle(best, named=True)
        named = named or best
    densest = _densest(tree, left_out)
    text = plain_lines(densest, left_out) if densest is not None else ""
    return PlainArticle(text, named=False) if len(text) >= ENOUGH else PlainArticle(named, True)


def _weights(tree: HtmlElement) -> dict[HtmlElement, _Weight]:
    """Of every element, from the leaves to the root."""
    weights: dict[HtmlElement, _Weight] = {}
    for element in reversed(list(tree.iter())):
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "head"):
            weights[element] = _Weight(0, 0)
            continue
        text = len((element.text or "").strip())
        links = 0
        for child in element:
            inside = weights[child]
            text += inside.text + len((child.tail or "").strip())
            links += inside.links
        weights[element] = _Weight(text, text if element.tag == "a" else links)
    return weights


def _is_furniture(element: HtmlElement, weights: dict[HtmlElement, _Weight]) -> bool:
    if not isinstance(element.tag, str) or element.tag in ("body", "html", "article", "main"):
        return False
    if element.get("role") in _ROLES:
        return True
    if _FURNITURE.search(f"{element.get('class', '')} {element.get('id', '')}"):
        return True
    weight = weights[element]
    return element.tag in ("ul", "ol", "div", "td", "section") and (
        0 < weight.text < 2 * weight.links and 2 * weight.links > 1.6 * weight.text
    )


def _densest(tree: HtmlElement, left_out: frozenset[HtmlElement]) -> HtmlElement | None:
    """The element with most text in blocks right inside it, or one step further down."""
    scores: dict[HtmlElement, float] = {}
    outside = set(left_out)
    for element in tree.iter():
        parent = element.getparent()
        if parent in outside or element in outside:
            outside.add(element)
            continue
        own = len((element.text or "").strip()) if isinstance(element.tag, str) else 0
        own += sum(len((child.tail or "").strip()) for child in element)
        if own >= _LEAST_BLOCK and element.tag not in ("script", "style", "title", "a", "option"):
            scores[element] = scores.get(element, 0) + own / 2
            for share, above in ((1.0, parent), (0.5, _parent(parent))):
                if above is not None:
                    scores[above] = scores.get(above, 0) + share * own
    return max(scores, key=lambda one: scores[one], default=None)


def _parent(element: HtmlElement | None) -> HtmlElement | None:
    return element.getparent() if element is not None else None
