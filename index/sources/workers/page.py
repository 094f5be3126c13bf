"""Reads a web page: what it says of itself, and the text of its article."""

from __future__ import annotations

from typing import Any

from index.errors import InputError
from index.sources.workers.charsets import page_text
from index.sources.workers.linked_data import linked_data
from index.sources.workers.opening import without_opening
from index.sources.workers.page_body import article_body
from index.sources.workers.page_metadata import page_metadata
from index.sources.workers.tree import tree_of


def parse(data: bytes, url: str | None = None, charset: str | None = None) -> dict[str, Any]:
    """The keys of `ParsedPage`; raises InputError where there is no text to be read."""
    return read_page(page_text(data, charset), url)


def read_page(text: str, url: str | None) -> dict[str, Any]:
    """The same for a page whose encoding is known."""
    tree, removed = tree_of(text)
    if tree is None:
        raise InputError("has no text")
    linked = linked_data(tree)
    answer: dict[str, Any] = page_metadata(tree, linked, url)._asdict()
    frames = tree.find(".//frame") is not None
    # Last of all: it takes the tree apart.
    body = article_body(tree, linked, answer["title"])
    if not body.text:
        raise InputError(
            "has no text: it is made of frames, whose pages have to be saved one by one"
            if frames
            else "has no text of an article"
        )
    opening = without_opening(body.text, answer["title"], answer["source"], answer["byline"])
    answer["byline"] = answer["byline"] or opening.byline
    answer["published"] = answer["published"] or opening.published
    return {**answer, "body": opening.text, "remark": body.remark, "removed": removed}
