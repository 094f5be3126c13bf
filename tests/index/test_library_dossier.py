"""What the library tells over many articles: dossiers, stories, and how far it has come."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.errors import InputError
from index.library import Library

ABC = "003_d504c211c58e8370"
FOX = "000_5beda8b89ef24dcd"


@pytest.fixture
def library(tmp_path: Path, seeds: Path) -> Iterator[Library]:
    with Library.open([seeds], cache=tmp_path / "cache") as library:
        library.sync()
        yield library


def test_a_dossier_comes_from_every_report_that_names_the_official(library: Library) -> None:
    told: list[tuple[int, int]] = []
    found = library.dossier("Pat Ryder", ABC, progress=lambda *step: told.append(step))
    assert found.name == "Pat Ryder"
    assert {one.article[:3] for one in found.portraits} == {"000", "002", "003"}
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_dossier_within_some_reports(library: Library) -> None:
    found = library.dossier("Pat Ryder", ABC, within=[ABC, FOX])
    assert {one.article for one in found.portraits} == {ABC, FOX}


def test_the_report_itself_is_always_in_it(library: Library) -> None:
    found = library.dossier("Pat Ryder", ABC, within=[FOX])
    assert {one.article for one in found.portraits} == {ABC, FOX}


def test_an_official_whom_the_article_does_not_name(library: Library) -> None:
    with pytest.raises(InputError, match="names no official 'Nobody'"):
        library.dossier("Nobody", ABC)


def test_articles_that_answer_a_query(library: Library) -> None:
    assert {id_[:3] for id_ in library.answering("said:Ryder")} == {"000", "002", "003"}
    assert library.answering("said:Nobody") == []


def test_stories_tell_how_far_they_have_come(library: Library) -> None:
    told: list[tuple[int, int]] = []
    library.stories(progress=lambda *step: told.append(step))
    assert told == [(number, 5) for number in range(1, 6)]


def test_words_are_as_rare_to_the_stories_of_a_query_as_in_the_whole_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.compare.stories.BACKGROUND", 20)  # 42 articles are a large library
    common = (
        "In the harbour district yesterday evening citizens gathered quietly around lanterns while "
        "musicians played familiar melodies, children carried paper boats, bakers handed out warm "
        "bread, and elderly neighbours remembered former summers beside the river bridge."
    )
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(f"Rain\n\n{common}\n")
    (tmp_path / "ferry.txt").write_text(f"Ferry runs aground near Sylvan island\n\n{common}\n")
    (tmp_path / "market.txt").write_text(f"Council votes to close market hall\n\n{common}\n")
    with Library.open([tmp_path], cache=tmp_path / "cache") as library:
        library.sync()
        assert set(library.answering("ferry OR market")) == {"ferry", "market"}
        assert library.stories("ferry OR market") == []
