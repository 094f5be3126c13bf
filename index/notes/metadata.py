"""The comment at the end of each block: what a program reads back, in one line of JSON.

Holds the selectors of the W3C Web Annotation Data Model and what is known about the article, so
that a block can be moved to another file and still be understood.
"""

from __future__ import annotations

import json
import re

from index.notes.bookmark import Bookmark
from index.notes.passage import Passage

_FORBIDDEN = re.compile(r"--|[>\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""Would end or break the comment, split its line in some program, or cannot be UTF-8."""

_DETAILS = ("title", "source", "byline", "published", "url", "figure", "speaker", "as_of")


def comment(bookmark: Bookmark) -> str:
    """The comment for a bookmark; no text in it can end the comment."""
    passage = bookmark.passage
    details = {name: value for name in _DETAILS if (value := getattr(bookmark, name)) is not None}
    parts = [
        _json({"v": 1, "id": bookmark.id, "made": bookmark.made}),
        quotation(passage),
        _json({"start": passage.start, "end": passage.end, "para": passage.paragraph}),
        article(passage),
        _json({"sha256": passage.sha256, **details}),
    ]
    return f"<!-- newsreader {{{','.join(parts)}}} -->"


def quotation(passage: Passage) -> str:
    """The part of a comment that holds the quote selector: the same words, the same text."""
    return _json({"exact": passage.exact, "prefix": passage.prefix, "suffix": passage.suffix})


def article(passage: Passage) -> str:
    """The part of a comment that names the article."""
    return _json({"article": passage.article})


def bookmark_of(text: str, *, note: str, tags: tuple[str, ...]) -> Bookmark | None:
    """The bookmark that a comment's JSON describes; None if it is not whole or not ours."""
    # 64 ms, and only who reads notes back needs it.
    from pydantic import ValidationError

    from index.notes.metadata_model import Metadata

    try:
        read = Metadata.model_validate_json(text)
    except ValidationError:
        return None
    passage = Passage(
        article=read.article,
        start=read.start,
        end=read.end,
        exact=read.exact,
        prefix=read.prefix,
        suffix=read.suffix,
        paragraph=read.para,
        sha256=read.sha256,
    )
    return Bookmark(
        id=read.id,
        passage=passage,
        title=read.title,
        made=read.made,
        source=read.source,
        byline=read.byline,
        published=read.published,
        url=read.url,
        figure=read.figure,
        speaker=read.speaker,
        as_of=read.as_of,
        note=note,
        tags=tags,
    )


def _json(fields: dict[str, object]) -> str:
    """The fields as JSON without the braces around them."""
    text = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))[1:-1]
    return _FORBIDDEN.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    text = match.group()
    if text == "--":
        return "-\\u002d"
    if "\ud800" <= text <= "\udfff":
        return "\ufffd"
    return f"\\u{ord(text):04x}"
