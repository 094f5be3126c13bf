"""What the person calls wrong is left out of facts, comparisons and the index alike."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.facts.model import Facts
from index.library import Library
from index.notes.rulings import Rulings
from index.span import TextSpan

STORM = """Storm hits Examplia
Harbour master Ida Brandt said 4,100 people fled the town of Examplia on Monday.
"""
LATER = """Storm hits Examplia again
Harbour master Ida Brandt said 5,200 people fled the town of Examplia on Monday.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "storm.txt").write_text(STORM, encoding="utf-8")
    (folder / "later.txt").write_text(LATER, encoding="utf-8")
    return folder


@pytest.fixture
def rulings(tmp_path: Path) -> Rulings:
    return Rulings(tmp_path / "rulings.toml")


@pytest.fixture
def library(folder: Path, tmp_path: Path, rulings: Rulings) -> Iterator[Library]:
    with Library.open([folder], cache=tmp_path / "cache") as library:
        library.rulings = rulings
        library.sync()
        yield library


def correct(library: Library, words: str = "4,100", *, withdrawn: bool = False) -> None:
    article = library.article("storm")
    start = article.body.index(words)
    end = start + len(words)
    assert library.rulings
    if withdrawn:
        [(correction, _)] = library.rulings.placed(article)
        library.rulings.withdraw(correction)
    else:
        library.rulings.correct(article, "figure", start, end)


def figures(facts: Facts) -> list[str]:
    return [figure.text for figure in facts.figures]


def found(library: Library, query: str) -> set[str]:
    return {hit.article for hit in library.search(query).hits}


def test_facts_and_comparison_leave_it_out(library: Library) -> None:
    ids = ["storm", "later"]
    assert figures(library.facts("storm")) == ["4,100"]
    before = {answer.text for one in library.compare(ids).questions for answer in one.answers}
    assert "4,100" in before
    correct(library)
    assert figures(library.facts("storm")) == []
    assert figures(library.facts("later")) == ["5,200"]
    after = {answer.text for one in library.compare(ids).questions for answer in one.answers}
    assert "4,100" not in after
    correct(library, withdrawn=True)
    assert figures(library.facts("storm")) == ["4,100"]


def test_the_search_follows_at_once_where_it_is_told(library: Library) -> None:
    assert found(library, "figure:4100") == {"storm"}
    correct(library)
    library.follow_rulings()
    assert found(library, "figure:4100") == set()
    assert found(library, "4,100") == {"storm"}, "the words are still the article's"
    correct(library, withdrawn=True)
    library.follow_rulings()
    assert found(library, "figure:4100") == {"storm"}


def test_a_sync_finds_what_was_corrected_elsewhere(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    correct(library)
    assert found(library, "figure:4100") == {"storm"}
    library.sync()
    assert found(library, "figure:4100") == set()
    library.close()
    with Library.open([folder], cache=tmp_path / "cache") as again:
        again.rulings = Rulings(tmp_path / "rulings.toml")
        again.sync()
        assert found(again, "figure:4100") == set()


def test_a_sync_in_another_process_leaves_it_out_too(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    correct(library)
    library.close()
    (folder / "storm.txt").rename(folder / "gale.txt")
    with Library.open([folder], cache=tmp_path / "anew") as again:
        again.rulings = Rulings(tmp_path / "rulings.toml")
        again.bulk = 1
        again.sync()
        assert found(again, "figure:4100") == set()
        assert found(again, "figure:5200") == {"later"}
        assert figures(again.facts("gale")) == []


def test_an_article_that_was_renamed_and_then_edited_keeps_it(
    library: Library, folder: Path
) -> None:
    correct(library)
    (folder / "storm.txt").rename(folder / "gale.txt")
    library.sync()
    assert figures(library.facts("gale")) == []
    (folder / "gale.txt").write_text(f"{STORM}Nobody was hurt.\n", encoding="utf-8")
    library.sync()
    assert library.current_id("storm") == "gale"
    assert figures(library.facts("gale")) == []
    assert found(library, "figure:4100") == set()


def test_another_article_of_that_name_takes_nothing_over(library: Library, folder: Path) -> None:
    correct(library)
    (folder / "storm.txt").rename(folder / "gale.txt")
    library.sync()
    (folder / "storm.txt").write_text(STORM.replace("fled", "left"), encoding="utf-8")
    library.sync()
    assert figures(library.facts("gale")) == []
    assert library.current_id("storm") == "storm"


def test_a_file_outside_the_library_leaves_it_out(library: Library, tmp_path: Path) -> None:
    correct(library)
    copy = tmp_path / "copy.txt"
    copy.write_text(STORM, encoding="utf-8")
    assert figures(library.facts(str(copy))) == []


def test_corrections_that_cannot_be_read_are_told_and_leave_all_marks(
    library: Library, rulings: Rulings
) -> None:
    correct(library)
    rulings.path.write_text("[[correction]\n", encoding="utf-8")
    assert figures(library.facts("storm")) == ["4,100"]
    library.follow_rulings()
    assert [notice for notice in library.notices if "is not TOML" in notice]


def test_what_the_index_left_out_is_named(library: Library) -> None:
    correct(library)
    assert library.rulings
    article = library.article("storm")
    start = article.body.index("4,100")
    assert library.rulings.wrong_marks(article) == {("figure", TextSpan(start, start + 5))}
