"""The block of metadata at the top of a Markdown or text file.

YAML between `---` lines, or Hugo's TOML between `+++` lines. Hugo's and Obsidian's spellings of
each key are understood; keys that mean nothing here are somebody else's and are left alone.
"""

from __future__ import annotations

import re
from typing import Any, TypeVar
from urllib.parse import urlsplit

LONGEST = 16 * 1024
"""Characters; what is longer is no front matter."""
MOST_OPENED = 500
"""Lists and tables in one block; the time and the stack that YAML takes grow with their nesting."""
_OPENERS = ("[", "{", "- ", "? ", ": ")
NOTES_TYPE = "newsreader-notes"
"""The `type` of a file that holds bookmarks: no article."""

_BLOCK = re.compile(r"\s*(---|\+\+\+)[ \t]*\n(.*?)(?:^|\n)(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_PLAIN_LINE = re.compile(r"^([A-Za-z_][\w-]{0,30}):[ \t]+(\S.*)$", re.MULTILINE)

# What PyYAML lets through for a value that is not what its tag says, as in "!!bool maybe".
_YAML_FAULTS = (ValueError, KeyError, AttributeError, IndexError, TypeError, RecursionError)
_Value = TypeVar("_Value")

# In order of preference. Obsidian's `created` and Hugo's `lastmod` are no dates of publication.
_SPELLINGS: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "source": ("source", "outlet", "publisher", "publication", "site", "sitename", "website"),
    "byline": ("byline", "author", "authors", "creator"),
    "published": ("published", "publishdate", "pubdate", "datepublished", "date"),
    "timezone": ("timezone", "tz"),
    "url": ("url", "link", "canonical", "canonicalurl", "sourceurl", "permalink"),
}


def split_front_matter(text: str) -> tuple[dict[str, Any], str, list[str]]:
    """The metadata as stated (under our six keys), the text after the block, and problems."""
    found = _BLOCK.match(text[:LONGEST])
    if not found:
        return {}, text, []
    if found[1] == "+++":
        block, problem = _read_toml(found[2])
    else:
        block, problem = _read_yaml(found[2])
    if block is None:
        return {}, text, []
    return _ours(block), text[found.end() :], [problem] if problem else []


def _read_toml(block: str) -> tuple[dict[str, Any] | None, str | None]:
    import tomllib  # Hugo's TOML is rare

    try:
        return with_writable_numbers(tomllib.loads(block)), None
    except (ValueError, RecursionError):
        return None, None


def _read_yaml(block: str) -> tuple[dict[str, Any] | None, str | None]:
    """A block that is no YAML but looks like keys is read line by line: "title: Kursk: a view".

    So is one with aliases, which can grow without end.
    """
    import yaml  # 15 ms that most libraries never pay

    try:
        if sum(map(block.count, _OPENERS)) > MOST_OPENED or _has_alias(block):
            raise yaml.YAMLError("more than metadata need, and a way to make a reader hang")
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # not every build of PyYAML has it
        value = with_writable_numbers(yaml.load(block, loader))  # noqa: S506  both are safe
    except (*_YAML_FAULTS, yaml.YAMLError) as error:
        lines = dict(_PLAIN_LINE.findall(block))
        if not lines:
            return None, None
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 2} " if mark else ""
        return (
            {key: line.strip().strip("\"'") for key, line in lines.items()},
            f"{where}of the front matter is no YAML; a value with a colon in it needs "
            "quotation marks",
        )
    return (value, None) if isinstance(value, dict) else (None, None)


def with_writable_numbers(value: _Value) -> _Value:
    """The same value; raises ValueError where a number in it is too long for Python to write."""
    str(value)
    return value


def _has_alias(block: str) -> bool:
    import yaml

    return "*" in block and any(isinstance(token, yaml.AliasToken) for token in yaml.scan(block))


def _ours(block: dict[str, Any]) -> dict[str, Any]:
    given = {re.sub("[-_ ]", "", str(key)).lower(): value for key, value in block.items()}
    if given.get("type") == NOTES_TYPE:
        return {"type": NOTES_TYPE}
    stated: dict[str, Any] = {}
    for key, spellings in _SPELLINGS.items():
        for spelling in spellings:
            if given.get(spelling) not in (None, "", []):
                stated[key] = given[spelling]
                break
    _sort_out_addresses(stated)
    return stated


def _sort_out_addresses(stated: dict[str, Any]) -> None:
    """Obsidian's clipper puts the address under `source`; Hugo's `url` may be a path."""
    source = stated.get("source")
    if isinstance(source, str) and re.match(r"https?://", source):
        stated.setdefault("url", source)
        stated["source"] = (urlsplit(source).hostname or "").removeprefix("www.") or None
    if str(stated.get("url", "")).startswith("/"):
        del stated["url"]
