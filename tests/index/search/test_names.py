"""Names of people, outlets and places are found by some of their words."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.library import Library
from index.search.planning import has_words


@pytest.mark.parametrize(
    ("name", "wanted", "found"),
    [
        ("lloyd j austin iii", "lloyd austin", True),
        ("lloyd j austin iii", "austin", True),
        ("lloyd j austin iii", "austin lloyd", False),
        ("lloyd j austin iii", "lloyd lloyd", False),
        ("lloyd j austin iii", "lloyd aus", False),
        ("austin", "lloyd austin", False),
    ],
)
def test_words_of_a_name_stand_in_their_order(name: str, wanted: str, found: bool) -> None:
    assert has_words(tuple(name.split()), tuple(wanted.split()), prefix=False) is found


def test_the_last_word_may_be_a_beginning() -> None:
    name = ("lloyd", "j", "austin", "iii")
    assert has_words(name, ("lloyd", "aus"), prefix=True)
    assert has_words(name, ("l",), prefix=True)
    assert not has_words(name, ("llo", "austin"), prefix=True)


def test_an_official_is_found_whatever_middle_name_a_report_gives(
    seeds: Path, tmp_path: Path
) -> None:
    with Library.open([seeds], cache=tmp_path / "cache") as library:
        library.sync()
        sources = {hit.source for hit in library.search('official:"Lloyd Austin"').hits}
    assert sources == {"ABC News", "DoD News", "Fox News Digital", "Yonhap News Agency"}
