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
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_OWN_ROWS = "tr | row | tbody/tr | thead/tr | tfoot/tr"
_LONGEST_CELL = 300
"""Characters of a cell that holds a piece of data."""


def plain_lines(element: HtmlElement, skipped: frozenset[HtmlElement] = frozenset()) -> str:
    """The text in `element` without what is `skipped`; "" where it has none."""
    return "\n\n".join(_blocks(element, skipped))


def _blocks(element: HtmlElement, skipped: frozenset[HtmlElement]) -> list[str]:
    blocks: list[str] = []
    line: list[str] = []

    def end_block() -> None:
        # Two breaks in a row set a paragraph.
        for paragraph in _BLANK_LINE.split("".join(line)):
            lines = (" ".join(one.split()) for one in paragraph.split("\n"))
            if text := "\n".join(one for one in lines if one):
                blocks.append(text)
        line.clear()

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
    return _table(element, skipped)


def _table(element: HtmlElement, skipped: frozenset[HtmlElement]) -> list[str]:
    caption = [text for one in element.findall("caption") for text in _blocks(one, skipped)]
    rows = [row for row in element.xpath(_OWN_ROWS) if row not in skipped]
    if _sets_the_page(rows):
        return [
            text
            for row in rows
            for cell in row
            if cell not in skipped
            for text in _blocks(cell, skipped)
        ]
    cells = [
        [" ".join(_blocks(cell, skipped)) for cell in row if isinstance(cell.tag, str)]
        for row in rows
    ]
    lines = (" | ".join(filter(None, row)) for row in cells)
    text = "\n".join(filter(None, [*caption, *lines]))
    return [text] if text else []


def _sets_the_page(rows: list[HtmlElement]) -> bool:
    """Whether a table only lays out the page, as they did before there were style sheets."""
    return all(len(row) <= 1 for row in rows) or any(
        sum(map(len, cell.itertext())) > _LONGEST_CELL for row in rows for cell in row
    )
