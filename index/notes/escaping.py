"""Text from outside as Markdown that shows exactly that text, and can forge nothing.

Written for CommonMark and for what Obsidian, Logseq and GitHub add to it.
"""

from __future__ import annotations

import re
import unicodedata

_INLINE = re.compile(
    r"[\\`*<~^]|(?<![^\W_])_|_(?![^\W_])"  # emphasis (not "a_b"), code, HTML, block ids
    r"|&(?=#|[A-Za-z][A-Za-z0-9]*;)"  # entities; "AT&T" stays
    r"|#(?=\S)"  # tags
    r"|\[(?=[\[!^])|\](?=[(\[:])"  # links, embeds, callouts, footnotes; "[sic]" stays
    r"|=(?==)|%(?=%)|:(?=:)|\{(?=\{)|\$(?!\d)"  # highlights, comments, fields, macros, formulas
)
_LEADING = re.compile(r"[-#+>|=:]|\d{1,9}(?=[.)])")
"""At the start of a line: heading, list, quote, table, underline."""

_OPENING = re.compile(
    r"(?<!\\)(?:<(?!https?://)(?=[!?/A-Za-z])|%(?=%))|(?<![\\`])`{3,}|(?<![\\~])~{3,}"
)
"""What would hide the text below it: HTML, a comment of Obsidian's, a fence of code."""


def one_line(text: str) -> str:
    """`text` in one line, its runs of blanks as one, without characters that steer a screen."""
    shown = (
        "\ufffd" if kind == "Cs" else " " if kind in ("Cc", "Zl", "Zp") else character
        for character in text
        for kind in (unicodedata.category(character),)
    )
    return re.sub(r"[ \t]+", " ", "".join(shown)).strip(" ")


def escape_line(text: str) -> str:
    """One line of Markdown that renders as the words of `text`."""
    line = one_line(text)
    escaped = _INLINE.sub(r"\\\g<0>", line)
    if leading := _LEADING.match(line):
        mark = leading.group()
        if mark.isdigit():
            return f"{mark}\\{escaped[len(mark) :]}"
        if escaped.startswith(mark):
            return f"\\{escaped}"
    return escaped


def escape_paragraphs(text: str) -> list[str]:
    """Each line of `text` that holds words, as one line of Markdown."""
    return [line for part in text.split("\n") if (line := escape_line(part))]


def code_span(text: str) -> str:
    """`text` as inline code, whatever backticks it holds."""
    text = one_line(text)
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def contain(note: str) -> str:
    """A person's note as Markdown that ends where it ends.

    Emphasis, links and lists are theirs to use. HTML, code fences and comments are escaped: one
    that is left open would swallow what stands below the note.
    """
    lines = [line.rstrip() for line in note.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    return _OPENING.sub(r"\\\g<0>", "\n".join(lines)).strip("\n")
