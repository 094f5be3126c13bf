"""What a person calls an article: its id, a part of it, a path, a former name."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from heapq import nlargest
from pathlib import PurePosixPath
from typing import Final

from index.catalog import Catalog
from index.errors import InputError, UsageError
from index.outside import existing_file
from index.sources.sanitise import clean
from index.sources.scan import is_article_name

_ALIKE: Final = 0.6
"""How much of two ids must agree, by difflib's measure, for one to be meant by the other."""
_WEIGHED: Final = 200
"""Ids that are weighed by that measure, which is slow: 20,000 take about a second."""


def resolve(catalog: Catalog, name: str) -> str:
    """The id that `name` means, or the path of a file outside the library.

    `name` is an id, a path, an id with its file's ending, the beginning of exactly one id or of
    the last part of one, or the former id of an article whose file was renamed. Raises UsageError
    where several are meant, InputError where none is.
    """
    given, name = name, clean(name)
    if catalog.has(name):
        return name
    path = existing_file(given)
    if path:
        return catalog.id_of_path(path) or str(path)
    former = catalog.id_of_former(name)
    if former:
        return former
    ids = sorted(catalog.ids())
    bare = str(PurePosixPath(name).with_suffix("")) if is_article_name(name) else name
    meant = [id_ for id_ in ids if id_ == bare] or [
        id_ for id_ in ids if id_.startswith(name) or id_.rpartition("/")[2].startswith(name)
    ]
    if len(meant) == 1:
        return meant[0]
    if meant and name:
        shown = ", ".join(meant[:5]) + (" …" if len(meant) > 5 else "")
        raise UsageError(f"{name!r} could be {shown}; write more of it.")
    near = nearest(name, ids)
    hint = f"did you mean {near!r}?" if near else "`newsreader search ''` lists all."
    raise InputError(f"There is no article {name!r} in this library; {hint}")


def nearest(name: str, ids: Iterable[str]) -> str | None:
    """The one of `ids` that is most like `name`, which is none of them; None where none is.

    Weighed are those alone that share the most pairs of letters with it.
    """
    pairs = {name[at : at + 2] for at in range(len(name) - 1)}
    fewest = len(name) * _ALIKE / (2 - _ALIKE)  # where all of the shorter one agrees
    longest = len(name) * (2 - _ALIKE) / _ALIKE
    fitting = (id_ for id_ in ids if fewest <= len(id_) <= longest)
    likely = nlargest(_WEIGHED, fitting, key=lambda id_: sum(pair in id_ for pair in pairs))
    return next(iter(difflib.get_close_matches(name, likely, 1, _ALIKE)), None)
