"""The W3C Web Annotation Data Model, as JSON-LD.

Source: https://www.w3.org/TR/annotation-model/ (sections 3, 4.2.4, 4.2.5 and 5).
"""

from __future__ import annotations

import base64
import json
import uuid
from collections.abc import Sequence
from urllib.parse import quote

from index.notes.bookmark import Bookmark

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def as_annotations(bookmarks: Sequence[Bookmark]) -> str:
    """One AnnotationPage; a bookmark is an Annotation whose target has both selectors."""
    page = {
        "@context": _CONTEXT,
        "id": _urn("page", *(bookmark.id for bookmark in bookmarks)),
        "type": "AnnotationPage",
        "items": [_annotation(bookmark) for bookmark in bookmarks],
    }
    return json.dumps(page, ensure_ascii=False, indent=2) + "\n"


def _annotation(bookmark: Bookmark) -> dict[str, object]:
    passage = bookmark.passage
    bodies: list[dict[str, str]] = []
    if bookmark.note:
        bodies.append(_body(bookmark.note, "commenting") | {"format": "text/markdown"})
    bodies += [_body(tag, "tagging") for tag in bookmark.tags]
    annotation: dict[str, object] = {
        "id": _urn(bookmark.id, passage.sha256),
        "type": "Annotation",
        "created": bookmark.made,
        "motivation": "commenting" if bookmark.note else "bookmarking",
    }
    if bodies:
        annotation["body"] = bodies
    annotation["target"] = {
        "source": _source(bookmark),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": passage.exact,
                "prefix": passage.prefix,
                "suffix": passage.suffix,
            },
            {"type": "TextPositionSelector", "start": passage.start, "end": passage.end},
        ],
    }
    return annotation


def _body(value: str, purpose: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": value, "purpose": purpose}


def _source(bookmark: Bookmark) -> str:
    """The article's address; for a file, its digest as a name (RFC 6920), or its id."""
    if bookmark.url:
        return bookmark.url
    try:
        digest = bytes.fromhex(bookmark.passage.sha256)
    except ValueError:
        digest = b""
    if not digest:
        return _urn("article", bookmark.article)
    name = base64.urlsafe_b64encode(digest).decode().rstrip("=")
    return f"ni:///sha-256;{name}?id={quote(bookmark.article, safe='')}"


def _urn(*parts: str) -> str:
    """An address that stays the same for the same bookmark on every machine."""
    name = "\0".join(parts).encode("utf-8", "replace").decode()
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}"
