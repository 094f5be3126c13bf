"""Elements to plain text: blocks with a blank line between them, lists and tables line by line.

Understands HTML and the elements that trafilatura writes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SKIPPED = re.compile(
    "script|style|noscript|template|nav|aside|footer|form|button|select|option|svg|iframe|object"
    "|embed|audio|video|canvas|map|title|graphic|dialog|menu|input|textarea|label|meta|link"
).fullmatch
_BREAKS = re.compile("br|lb").fullmatch
_LISTS = re.compile("[uod]l|list").fullmatch
_QUOTES = re.compile("blockquote|quote").fullmatch
_BLOCKS = re.compile(
    "p|ab|head|h[1-6]|div|section|article|main|header|body|html|figure|figcaption|address|pre|li"
    "|item|d[dt]|row|t[rdh]|hr|details|summary|center|fieldset"
).fullmatch


def plain_lines(element: HtmlElement, skipped: frozenset[HtmlElement] = frozenset()) -> str:
    """The text in `element` without what is `skipped`; "" where it has none."""
    return "\n\n".join(_blocks(element, skipped))


def _blocks(element: HtmlElement, skipped: frozenset[HtmlElement]) -> list[str]:
    blocks: list[str] = []
    line: list[str] = []

    def end_block() -> None:
        text = "".join(line)
        line.clear()
        lines = (" ".join(one.split()) for one in text.split("\n"))
        if text := "\n".join(one for one in lines if one):
            blocks.append(text)

    def walk(inner: HtmlElement) -> None:
        _add(line, inner.text)
        for child in inner:
            tag = child.tag if isinstance(child.tag, str) else ""
            if _BREAKS(tag):
                line.append("\n")
            elif not tag or _SKIPPED(tag) or child in skipped:
                pass
            elif _LISTS(tag) or _QUOTES(tag) or tag == "table":
                end_block()
                blocks.extend(_special(child, tag, skipped))
            elif _BLOCKS(tag):
                end_block()
                walk(child)
                end_block()
            else:
                walk(child)
            _add(line, child.tail)

    walk(element)
    end_block()
    return blocks


def _add(line: list[str], text: str | None) -> None:
    if text:
        line.append(text.replace("\n", " "))


def _special(element: HtmlElement, tag: str, skipped: frozenset[HtmlElement]) -> list[str]:
    if _QUOTES(tag):
        return [
            "\n".join(f"> {one}" for one in block.split("\n"))
            for block in _blocks(element, skipped)
        ]
    if _LISTS(tag):
        ordered = tag == "ol" or element.get("rend") == "ol"
        items: list[str] = []
        for child in element:
            text = "\n".join(_blocks(child, skipped)) if isinstance(child.tag, str) else ""
            if text and child not in skipped:
                items.append((f"{len(items) + 1}. " if ordered else "- ") + text)
        return ["\n".join(items)] if items else []
    rows = [row for row in element.iter("tr", "row") if row not in skipped]
    cells = [
        [" ".join(_blocks(cell, skipped)) for cell in row if isinstance(cell.tag, str)]
        for row in rows
    ]
    if all(len(row) <= 1 for row in cells):  # a table that only lays out the page
        return [text for row in rows for cell in row for text in _blocks(cell, skipped)]
    lines = (" | ".join(filter(None, row)) for row in cells)
    text = "\n".join(filter(None, lines))
    return [text] if text else []
