"""A page as a tree of elements, and the texts in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from lxml import etree
from lxml import html as lxml_html

from index.sources.sanitise import clean_counting

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NAMED = (
    "translate(concat(' ', @class, ' ', @id, ' '), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', "
    "'abcdefghijklmnopqrstuvwxyz')"
)
"""XPath: the classes and the id of an element, in lower case."""
IN_ARTICLE = (
    "not(ancestor::nav or ancestor::aside or ancestor::footer or ancestor::*[@role='complementary' "
    "or @role='navigation' or contains(@class, 'related') or contains(@class, 'comment')])"
)
"""XPath: an element is no part of the navigation, of what is related, or of comments."""

_REFERENCE = re.compile(r"&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?", re.IGNORECASE)
_CONTROLS = {*range(0x20), *range(0x7F, 0xA0)} - {9, 10, 12, 13}


def tree_of(text: str) -> tuple[HtmlElement | None, int]:
    """The tree of a page's source, and how many control characters were in it.

    They are taken out before it is parsed, those that are written as `&#27;` among them: a control
    sequence goes as a whole, and no text of the tree can be one. None is an empty page.
    """
    source, removed = clean_counting(_REFERENCE.sub(_without_controls, text))
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        tree = lxml_html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError):
        return None, removed
    _drop_hidden(tree)
    return tree, removed


def _drop_hidden(tree: HtmlElement) -> None:
    """Takes out what no reader of the page sees; not what holds nearly all of its text."""
    for element in tree.xpath("//noscript | //template"):
        element.drop_tree()
    most = len(text_of(tree)) / 2
    for element in tree.xpath(
        "//body//*[@hidden or contains(translate(@style, ' ', ''), 'display:none')]"
    ):
        if len(text_of(element)) <= most:
            element.drop_tree()


def _without_controls(reference: re.Match[str]) -> str:
    """A reference to a control character as that character; 0x80 to 0x9F mean Windows-1252."""
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    if number not in _CONTROLS:
        return reference.group()
    if number < 0x80:
        return chr(number)
    return bytes([number]).decode("cp1252", "replace")


def text_of(element: HtmlElement | None) -> str:
    """All text in `element` on one line."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def first_text(elements: Iterable[HtmlElement], longest: int) -> str:
    """The first text among `elements` that is neither empty nor too long."""
    return next((text for text in map(text_of, elements) if 0 < len(text) <= longest), "")
