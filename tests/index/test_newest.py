"""The list of all articles leaves out what is folded, and counts what it lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.library import Library


@pytest.mark.parametrize(
    ("limit", "under", "shown"),
    [
        (50, {}, ["c", "b", "a"]),
        (50, {"b": "c"}, ["c", "a"]),
        (2, {"c": "a"}, ["b", "a"]),
        (1, {"c": "b"}, ["b"]),
    ],
)
def test_as_many_are_listed_as_are_wanted(
    tmp_path: Path, limit: int, under: dict[str, str], shown: list[str]
) -> None:
    for day, name in enumerate("abc", 1):
        head = f"---\ntitle: Report {name}\npublished: 2031-05-0{day}\n---\n"
        (tmp_path / f"{name}.md").write_text(f"{head}\nThe dam of {name} held.\n")
    with Library.open([tmp_path]) as library:
        library.sync()
        found = library.search("", limit=limit, under=under)
        assert [hit.article for hit in found.hits] == shown
        assert found.total == 3 - len(under)
        facets = library.search("", limit=limit, under=under, facets=True)
        assert facets.total == found.total
        assert [hit.article for hit in facets.hits] == shown
