"""The library keeps up with its folders, answers, and mends itself."""

from __future__ import annotations

import os
from pathlib import Path
from unittest.mock import Mock

import pytest

import index.facts.extract
import index.sync
from index.errors import InputError, UsageError
from index.library import Library
from index.outside import OutsideArticles
from index.sync import SyncProgress
from tests.index.asked import changes, found


def test_a_first_sync_adds_everything(library: Library) -> None:
    assert library.entries()[0].id[:3] == "003"
    assert len(library.entries()) == 5
    assert library.notices == []
    assert found(library, "desperation") == {"001", "004"}


def test_nothing_is_read_twice(
    library: Library, folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index.facts.extract, "extract", None)
    for path in folder.glob("*.txt"):
        path.touch()  # another time, the same bytes
    assert changes(library.sync()) == (0, 0, 0)
    with Library.open([folder], cache=cache) as again:
        assert changes(again.sync()) == (0, 0, 0)
        assert again.facts(again.resolve("003")).figures


def test_added_changed_and_removed_files(library: Library, folder: Path) -> None:
    (folder / "new.txt").write_text("Ten zebras were seen in Kursk.")
    next(folder.glob("004*")).write_text("Nothing of that kind any more.")
    next(folder.glob("003*")).unlink()
    report = library.sync()
    assert changes(report) == (1, 1, 1)
    assert report.articles == 5
    assert found(library, "zebras") == {"new"}
    assert found(library, "desperation") == {"001"}
    assert found(library, "ballpark") == set()
    with pytest.raises(InputError, match="no article"):
        library.resolve("003")


def test_a_change_of_the_same_size_is_seen(library: Library, folder: Path) -> None:
    path = next(folder.glob("003*"))
    path.write_text(path.read_text("utf-8").replace("10,000", "12,000"), "utf-8")
    assert changes(library.sync()) == (0, 1, 0)
    assert "12,000" in library.article(library.resolve("003")).title


def test_a_renamed_file_keeps_its_facts_and_is_found_by_its_old_id(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.txt").write_text("Ten zebras were seen in Kursk, the mayor said.")
    library.sync()
    facts = library.facts("a")
    monkeypatch.setattr(index.facts.extract, "extract", None)
    (folder / "a.txt").rename(folder / "b.txt")
    assert changes(library.sync()) == (0, 1, 0)
    assert library.facts("b") == facts
    assert library.resolve("a") == "b"
    assert found(library, "zebras") == {"b"}


def test_a_second_file_of_the_same_stem_gives_both_their_endings(
    library: Library, folder: Path
) -> None:
    (folder / "a.txt").write_text("Ten zebras were seen.")
    library.sync()
    (folder / "a.md").write_text("Ten horses were seen.")
    library.sync()
    assert {"a.txt", "a.md"} <= {entry.id for entry in library.entries()}
    assert found(library, "zebras") == {"a.t"}
    (folder / "a.txt").unlink()
    library.sync()
    assert library.article("a").body == "Ten horses were seen."
    assert found(library, "zebras") == set()


def test_what_the_person_says_of_an_article_is_taken_over(library: Library, folder: Path) -> None:
    with (folder / "sources.toml").open("a") as file:
        file.write('\n["new.txt"]\nsource = "X"\n')
    assert changes(library.sync()) == (0, 0, 0)
    text = (folder / "sources.toml").read_text("utf-8")
    (folder / "sources.toml").write_text(text.replace("MENAFN", "Example News"), "utf-8")
    assert changes(library.sync()) == (0, 1, 0)
    assert library.article(library.resolve("004")).source == "Example News"
    (folder / "sources.toml").unlink()
    library.sync()
    assert library.article(library.resolve("003")).source is None


def test_notes_are_no_articles(folder: Path, cache: Path) -> None:
    (folder / "my.md").write_text("---\ntype: newsreader-notes\n---\n\n## Zebras\n")
    (folder / "kept.md").write_text("Zebras.")
    with Library.open([folder], cache=cache) as library:
        library.leave_out = (folder / "kept.md",)
        assert library.sync().articles == 5
        assert library.sync().failed == []


def test_progress_is_told_after_each_file(folder: Path, cache: Path) -> None:
    steps: list[SyncProgress] = []
    with Library.open([folder], cache=cache) as library:
        library.sync(steps.append)
    assert [(step.done, step.total) for step in steps] == [(n, 5) for n in range(1, 6)]


def test_names_of_an_article(library: Library, folder: Path, tmp_path: Path) -> None:
    whole = "003_d504c211c58e8370"
    for name in (whole, "003", f"{whole}.txt", str(folder / f"{whole}.txt")):
        assert library.resolve(name) == whole
    with pytest.raises(UsageError, match="could be 000"):
        library.resolve("00")
    with pytest.raises(InputError, match=f"did you mean '{whole}'"):
        library.resolve("003_d504c211c58e8371")
    with pytest.raises(InputError, match="no article"):
        library.resolve("")
    (tmp_path / "003_d504c211c58e8370.txt").write_text("Ten zebras were seen.")
    outside = library.resolve(str(tmp_path / f"{whole}.txt"))
    assert library.article(outside).body == "Ten zebras were seen."
    assert library.article(outside).id != whole
    assert library.facts(outside).figures


def test_an_outside_file_is_read_again_when_it_changes(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("Ten zebras were seen.")
    assert library.article(str(path)).id == "x"
    path.write_text("Eleven zebras were seen.")
    assert library.article(str(path)).body.startswith("Eleven")


def test_files_outside_are_named_by_one_look_at_their_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listdir, outside = Mock(side_effect=os.listdir), OutsideArticles()
    monkeypatch.setattr(os, "listdir", listdir)

    def ids(*names: str) -> list[str]:
        for name in names:
            (tmp_path / name).write_text("Ten zebras were seen.")
        os.utime(tmp_path, ns=(0, len(names)))  # a clock may stand still for so few files
        paths = map(tmp_path.joinpath, names)
        return [outside.get(path, "taken".__eq__, [tmp_path])[0].id for path in paths]

    assert ids("a.txt", "a.md", "b.txt", "taken.md")[:3] == ["a.txt", "a.md", "b"]
    assert listdir.call_count == 1
    assert ids("b.md", "taken.txt") == ["b.md", "taken.txt"]
    assert listdir.call_count == 2


def test_an_empty_query_lists_all_the_newest_first(library: Library) -> None:
    results = library.search(" ", limit=2)
    assert results.total == 5
    assert [hit.article[:3] for hit in results.hits] == ["003", "000"]
    assert results.hits[0].snippet.startswith("NATO had called on Russia")
    assert library.matches(" ", "NATO") == []


def test_a_warm_library_has_nothing_to_open(
    library: Library, folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library.open([folder], cache=cache) as again:
        again.warm()
        monkeypatch.setattr("index.search.opening.open_engine", None)
        assert found(again, "desperation") == found(library, "desperation") == {"001", "004"}


def test_where_the_words_stand(library: Library) -> None:
    text = "Many troops came."
    assert [text[a:b] for a, b in library.matches("troops", text)] == ["troops"]


def test_comparison_and_stories(library: Library) -> None:
    ids = [entry.id for entry in library.entries()]
    comparison = library.compare(ids)
    assert comparison.articles == tuple(ids)
    assert any(len({a.article for a in q.answers}) > 1 for q in comparison.questions)
    told = [id_ for story in library.stories() for id_ in story]
    assert told
    assert set(told) <= set(ids)
    assert len(told) == len(set(told))
    (story,) = library.stories()
    assert all(set(library.story_of(id_)) == set(story) for id_ in story)
    assert all("003" not in id_ for story in library.stories("desperation") for id_ in story)


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no file or folder"):
        Library.open([tmp_path / "missing"])


def test_many_batches_come_to_the_same(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index.sync, "FIRST_BATCH", 1)
    monkeypatch.setattr(index.sync, "LARGEST_BATCH", 2)
    with Library.open([folder], cache=cache) as library:
        assert changes(library.sync()) == (5, 0, 0)
        assert found(library, "desperation") == {"001", "004"}
        next(folder.glob("004*")).unlink()
        assert changes(library.sync()) == (0, 0, 1)


def test_order_facets_and_completion(library: Library) -> None:
    days = [hit.published or "" for hit in library.search("troops", sort="date").hits]
    assert days == sorted(days, reverse=True)
    facets = library.search("", facets=True).facets
    assert facets
    assert ("2024-11", 1) in facets.months
    assert library.complete("sour", 4)[0].startswith("source:")
    noted = library.search("in:notes", noted={library.resolve("003")})
    assert [hit.article[:3] for hit in noted.hits] == ["003"]


def test_an_article_has_the_path_of_its_file_after_a_change_of_ending(
    library: Library, folder: Path
) -> None:
    (folder / "a0.txt").write_text("Rain fell on the town of Examplia.\n")
    library.sync()
    (folder / "a0.txt").rename(folder / "a0.md")
    library.sync()
    assert library.article("a0").path == folder / "a0.md"
    assert library.sync().updated == 0


def test_the_current_id_is_that_of_the_same_article_only(library: Library, folder: Path) -> None:
    (folder / "storm.txt").write_text("Rain fell on the town of Examplia.\n")
    (folder / "storm-two.txt").write_text("Hail fell on the town of Examplia.\n")
    library.sync()
    assert library.current_id("storm") == "storm"
    (folder / "storm.txt").rename(folder / "rain.txt")
    library.sync()
    assert library.current_id("storm") == "rain"
    (folder / "rain.txt").unlink()
    library.sync()
    assert library.current_id("storm") is None
    assert library.resolve("storm") == "storm-two"
