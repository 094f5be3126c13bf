"""Completing what is typed: names of fields, and the values that the library has for them."""

from __future__ import annotations

from collections import Counter

from index.search.analyzer import form_of, name_words
from index.search.parser import FIELDS
from index.search.planning import has_words
from index.search.query import UNKNOWN, figure_kinds
from index.search.schema import NAME_FIELDS
from index.search.snapshot import Snapshot
from index.search.values import RELATIVE_DAYS


def complete(snapshot: Snapshot, query: str, cursor: int, limit: int) -> list[str]:
    """Whole queries in which the word before `cursor` is completed, the likeliest first."""
    cursor = max(0, min(cursor, len(query)))
    start = _word_start(query, cursor)
    typed = query[start:cursor]
    if not typed.lstrip("-("):
        return []
    lead = typed[: len(typed) - len(typed.lstrip("-("))]
    typed = typed[len(lead) :]
    field, colon, value = typed.partition(":")
    if colon and field.lower() in FIELDS:
        values = _values(snapshot, field.lower(), value.strip('"'), limit)
        found = [f"{field}:{_quoted(each)}" for each in values]
    else:
        found = [f"{name}:" for name in FIELDS if name.startswith(typed.lower())]
        found += [word for word in _words(snapshot, typed, limit) if word != typed]
    return [query[:start] + lead + each + query[cursor:] for each in found[:limit]]


def _word_start(query: str, cursor: int) -> int:
    """Where the word before the cursor starts; blanks between quotation marks belong to it."""
    start, in_quotes = 0, False
    for at, character in enumerate(query[:cursor]):
        if character == '"':
            in_quotes = not in_quotes
        elif character.isspace() and not in_quotes:
            start = at + 1
    return start


def _values(snapshot: Snapshot, field: str, typed: str, limit: int) -> list[str]:
    if field in NAME_FIELDS:
        return _names(snapshot, field, typed, limit)
    fixed = {
        "kind": figure_kinds(),
        "date": (*RELATIVE_DAYS, UNKNOWN),
        "when": RELATIVE_DAYS,
        "in": ("notes",),
    }
    if field == "counted":
        counts: Counter[str] = Counter()
        for view in snapshot.views:
            for noun, figures in view.figures.counted().items():
                if noun.startswith(form_of(typed)):
                    counts[noun] += figures
        return [noun for noun, _ in counts.most_common(limit)]
    if field in ("title", "body"):
        return _words(snapshot, typed, limit)
    return [value for value in fixed.get(field, ()) if value.startswith(typed.lower())]


def _names(snapshot: Snapshot, field: str, typed: str, limit: int) -> list[str]:
    """Names with words that begin as typed, those in the most articles first."""
    wanted = name_words(typed)
    counts: Counter[str] = Counter()
    for view in snapshot.views:
        articles = {entry.form: entry.articles for entry in view.lexicon(field)}
        for name, parts in view.names(field):
            if not wanted or has_words(parts, wanted, prefix=True):
                counts[name] += articles[name]
    return [name for name, _ in counts.most_common(limit)]


def _words(snapshot: Snapshot, typed: str, limit: int) -> list[str]:
    """Words of headlines that begin as typed, the most frequent first."""
    form = form_of(typed)
    if not form or not form.isalnum():
        return []
    counts: Counter[str] = Counter()
    for view in snapshot.views:
        for entry in view.lexicon("title").beginning_with(form):
            counts[entry.form] += entry.articles
    return [word for word, _ in counts.most_common(limit)]


def _quoted(value: str) -> str:
    return f'"{value}"' if any(character.isspace() for character in value) else value
