"""A bookmark as Markdown, and back: format `newsreader-notes/1`.

What is read back from a block, written again, gives the same bytes, unless a hand has changed the
block. That is how the program knows which blocks it may rewrite.
"""

from __future__ import annotations

import hashlib
import re
import shlex
from datetime import date
from urllib.parse import quote, urlsplit, urlunsplit

from index.notes.bookmark import Bookmark
from index.notes.escaping import code_span, escape_line, escape_paragraphs, one_line
from index.notes.metadata import bookmark_of, comment
from index.notes.passage import Passage

FORMAT = "newsreader-notes/1"
CALLOUT = "> [!quote]"
COMMENT = "<!-- newsreader {"
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_TAG = re.compile(r"#(?![0-9]+$)\w(?:[\w/-]*\w)?")
"""As Obsidian takes it: no blanks, and not digits alone."""

_FRAGMENT_WORDS = 6
"""Words of each end of a long passage in a `#:~:text=` link; browsers search for the rest."""


def front_matter(title: str) -> str:
    """What a new notes file begins with."""
    quoted = one_line(title).replace("\\", "\\\\").replace('"', '\\"')
    return (
        f'---\ntitle: "{quoted}"\ntype: newsreader-notes\nformat: {FORMAT}\n'
        "tags: [newsreader]\n---\n"
    )


def section(bookmark: Bookmark) -> str:
    """The heading of an article's blocks, with `key:: value` lines as Logseq and Dataview use."""
    values = {
        "source": bookmark.source,
        "published": bookmark.published,
        "article": bookmark.article,
        "sha256": bookmark.passage.sha256,
    }
    lines = [f"{key}:: {escape_line(value)}" for key, value in values.items() if value]
    return f"## {escape_line(bookmark.title) or 'Untitled'}\n\n" + "\n".join(lines) + "\n"


def block(bookmark: Bookmark) -> str:
    """Callout, block id, note, tags and comment, with blank lines between them."""
    known = [
        f"¶{bookmark.passage.paragraph}",
        bookmark.figure,
        bookmark.speaker,
        f"as of {bookmark.as_of}" if bookmark.as_of else None,
    ]
    quoted = [line for text in escape_paragraphs(bookmark.exact) for line in (text, "")]
    lines = [
        f"{CALLOUT} " + " · ".join(escape_line(words) for words in known if words),
        ">",
        *(f"> {line}".rstrip() for line in quoted),
        f"> — {citation_line(bookmark)}",
        "",
        f"^{bookmark.id}",
    ]
    if bookmark.note:
        lines += ["", bookmark.note]
    if bookmark.tags:
        lines += ["", " ".join(f"#{tag}" for tag in bookmark.tags)]
    lines += ["", comment(bookmark)]
    return "\n".join(lines) + "\n"


def parse(text: str) -> Bookmark | None:
    """The bookmark of a block (with "\\n" as line end); None if its comment is not readable.

    Note and tags are read from the visible text, so that they can be edited by hand; all else
    comes from the comment.
    """
    start = f"\n{text}".rfind(f"\n{COMMENT}")
    if start < 0:
        return None
    json_text = text[text.index("{", start) : text.rfind(" -->")]
    anchor = re.search(r"^\^nr-[0-9a-f]+$", text[:start], re.MULTILINE)
    note, tags = split_tags(text[anchor.end() : start] if anchor else "")
    return bookmark_of(json_text, note=note, tags=tags)


def split_tags(text: str) -> tuple[str, tuple[str, ...]]:
    """Note and tags of the text between block id and comment."""
    text = text.strip("\n")
    body, _, last = text.rpartition("\n\n") if "\n\n" in text else ("", "", text)
    tags = last.split(" ")
    if all(_TAG.fullmatch(tag) for tag in tags):
        return body.strip("\n"), tuple(tag[1:] for tag in tags)
    return text, ()


def block_id(passage: Passage, digits: int = 6) -> str:
    """The same passage of the same text has the same id, on every machine."""
    key = f"{passage.sha256 or passage.article}\0{passage.start}\0{passage.end}\0{passage.exact}"
    return "nr-" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:digits]


def citation_line(bookmark: Bookmark) -> str:
    """Outlet, day, paragraph, and how to get back: a web link where there is one."""
    source = escape_line(bookmark.source or bookmark.title) or "Untitled"
    if link := text_link(bookmark):
        source = f"[{source}](<{link}>)"
    parts = [source, escape_line(day(bookmark.published)), f"¶{bookmark.passage.paragraph}"]
    place = f"{bookmark.article}#{bookmark.id}"
    if shlex.quote(bookmark.article) != bookmark.article:
        place = shlex.quote(place)
    command = f"newsreader show {place}"
    return ", ".join(part for part in parts if part) + " · " + code_span(command)


def day(published: str | None) -> str:
    """ "4 Nov 2024" for an ISO day or moment; other text stays as it is."""
    try:
        when = date.fromisoformat((published or "")[:10])
    except ValueError:
        return published or ""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def text_link(bookmark: Bookmark) -> str | None:
    """The article's address with a text fragment, or None if it has no http(s) address.

    Source: WICG Scroll to Text Fragment.
    """
    try:
        parts = urlsplit(bookmark.url or "")
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            return None
        words = one_line(bookmark.exact).split(" ")
        ends = (
            [" ".join(words[:_FRAGMENT_WORDS]), " ".join(words[-_FRAGMENT_WORDS:])]
            if len(words) > 2 * _FRAGMENT_WORDS
            else [" ".join(words)]
        )
        # "-" and "," have a meaning of their own inside a text fragment.
        fragment = ",".join(quote(end, safe="").replace("-", "%2D") for end in ends)
        address = urlunsplit((parts.scheme, parts.netloc, parts.path, parts.query, ""))
    except ValueError:
        return None
    return quote(address, safe=":/?&=%+,;@!$'()*~[]-._") + f"#:~:text={fragment}"
