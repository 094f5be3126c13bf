"""The library keeps up with its folders, answers, and mends itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import index.facts.extract
import index.sync
from index.article import Article
from index.errors import InputError, ResourceError, UsageError
from index.facts.model import Facts
from index.library import Library
from index.sources.files import FileContent
from index.sources.reading import ArticleReader, UnreadableError
from index.sync import SyncProgress, SyncReport


@pytest.fixture
def folder(tmp_path: Path, seeds: Path) -> Path:
    """A copy of the sample articles that a test may change."""
    return Path(shutil.copytree(seeds, tmp_path / "library"))


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def library(folder: Path, cache: Path) -> Iterator[Library]:
    with Library.open([folder], cache=cache) as library:
        library.sync()
        yield library


def changes(report: SyncReport) -> tuple[int, int, int]:
    return report.added, report.updated, report.removed


def found(library: Library, query: str) -> set[str]:
    return {hit.article[:3] for hit in library.search(query).hits}


# Keeping up


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


def test_a_file_that_fails_is_named_and_the_rest_goes_on(library: Library, folder: Path) -> None:
    (folder / "bad.txt").write_bytes(bytes(100))
    (folder / "empty.txt").write_bytes(b"")
    next(folder.glob("004*")).write_bytes(b"")
    (folder / "new.txt").write_text("Ten zebras were seen.")
    report = library.sync()
    assert [Path(failure.path).name[:5] for failure in report.failed] == ["004_4", "bad.t", "empty"]
    assert changes(report) == (1, 0, 1)
    assert len(library.sync().failed) == 3
    assert found(library, "zebras") == {"new"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_folder_is_named(library: Library, folder: Path) -> None:
    (folder / "shut").mkdir(mode=0)
    assert "could not be listed" in library.sync().failed[0].reason


def test_an_article_that_the_extractor_fails_on_can_still_be_read(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Article) -> Facts:
        raise ZeroDivisionError("odd")

    monkeypatch.setattr(index.facts.extract, "extract", fail)
    (folder / "odd.txt").write_text("Ten zebras were seen.")
    report = library.sync()
    assert "ZeroDivisionError" in report.notices[0]
    assert library.article("odd").body == "Ten zebras were seen."
    assert found(library, "zebras") == {"odd"}


def test_a_file_swapped_for_a_link_after_the_scan_is_not_followed(
    library: Library, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "secret.txt").write_text("Ten zebras were seen.")
    (folder / "swapped.txt").write_text("Harmless.")
    (folder / "vanished.txt").write_text("Harmless.")

    def read(reader: ArticleReader, path: Path, *, follow: bool = True) -> FileContent:
        for name in ("swapped.txt", "vanished.txt"):
            (folder / name).unlink(missing_ok=True)
        (folder / "swapped.txt").symlink_to(tmp_path / "secret.txt")
        return whole(reader, path, follow=follow)

    whole = ArticleReader.content
    monkeypatch.setattr(ArticleReader, "content", read)
    report = library.sync()
    assert [failure.reason for failure in report.failed] == [
        "cannot be read: too many levels of symbolic links",
        "is not there",
    ]
    assert found(library, "zebras") == set()


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


# Mending


def test_a_kill_between_catalogue_and_index_is_mended(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library.open([folder], cache=cache) as library:
        monkeypatch.setattr(library._upkeep, "take_over", lambda: None)
        library.sync()
    with Library.open([folder], cache=cache) as library:
        assert found(library, "desperation") == {"001", "004"}


def test_an_index_that_was_deleted_is_made_again(library: Library, folder: Path) -> None:
    cache = library.folder
    assert cache
    library.close()
    shutil.rmtree(cache / "index")
    with Library.open([folder], cache=cache) as again:
        assert found(again, "desperation") == {"001", "004"}


def test_an_index_that_is_damaged_while_it_is_open_is_made_again(folder: Path, cache: Path) -> None:
    with Library.open([folder], cache=cache) as library:
        library.sync()
    for path in (cache / "index").rglob("*"):
        if path.is_file() and path.stat().st_size > 200:
            path.write_bytes(path.read_bytes()[:100])
    with Library.open([folder], cache=cache) as library:
        assert found(library, "desperation") == {"001", "004"}
        assert any("index" in notice for notice in library.notices)


def test_a_catalogue_that_is_damaged_under_way_is_made_anew(library: Library, folder: Path) -> None:
    assert library.folder
    file = library.folder / "catalog.db"
    library._catalog._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    library._catalog.close()
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    file.write_bytes(content)
    with Library.open([folder], cache=library.folder) as again:
        report = again.sync()
        assert report.articles == 5
        assert found(again, "desperation") == {"001", "004"}


def test_killed_again_and_again_while_it_reads(folder: Path, cache: Path) -> None:
    for number in range(60):
        (folder / f"more{number}.txt").write_text(f"Zebra number {number} was seen in Kursk.")
    script = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from index import library, sync\n"
        "sync.FIRST_BATCH = sync.LARGEST_BATCH = 8\n"
        "folder, cache, done = sys.argv[1:]\n"
        "with library.Library.open([folder], cache=Path(cache)) as it:\n"
        "    it.sync(lambda so_far: os._exit(9) if so_far.done == int(done) else None)\n"
    )
    for done in (3, 9, 20):
        code = subprocess.run(
            [sys.executable, "-c", script, str(folder), str(cache), str(done)], check=False
        ).returncode
        assert code == 9
    with Library.open([folder], cache=cache) as library:
        report = library.sync()
        assert report.articles == 65
        assert 0 < report.added < 65
        assert library.search("zebra", limit=100).total == 60
        assert changes(library.sync()) == (0, 0, 0)


def test_a_cache_that_cannot_be_written_costs_only_the_next_start(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    with Library.open([folder], cache=tmp_path / "file" / "cache") as library:
        assert library.sync().articles == 5
        assert found(library, "desperation") == {"001", "004"}
        assert "memory" in library.notices[0]


def test_two_newsreaders_do_not_write_at_once(library: Library, folder: Path) -> None:
    with Library.open([folder], cache=library.folder) as second:
        (folder / "new.txt").write_text("Ten zebras were seen.")
        with library._upkeep.exclusive() as mine:
            assert mine
            report = second.sync()
        assert "Another newsreader" in report.remarks[0]
        assert report.busy
        assert report.articles == 5
        report = second.sync()
        assert changes(report) == (1, 0, 0)
        assert not report.busy
        assert found(library, "zebras") == {"new"}


# Asking


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


def test_an_empty_query_lists_all_the_newest_first(library: Library) -> None:
    results = library.search(" ", limit=2)
    assert results.total == 5
    assert [hit.article[:3] for hit in results.hits] == ["003", "000"]
    assert results.hits[0].snippet.startswith("NATO had called on Russia")
    assert library.matches(" ", "NATO") == []


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
    assert all("003" not in id_ for story in library.stories("desperation") for id_ in story)


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no file or folder"):
        Library.open([tmp_path / "missing"])


def test_many_threads_at_once(library: Library, folder: Path) -> None:
    faults: list[BaseException] = []

    def read() -> None:
        try:
            for _ in range(15):
                assert library.search("kursk").total >= 4
                for entry in library.entries():
                    library.article(entry.id)
                    library.facts(entry.id)
        except BaseException as error:
            faults.append(error)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(5):
        (folder / f"more{number}.txt").write_text(f"Zebra number {number} was seen in Kursk.")
        library.sync()
    for thread in threads:
        thread.join()
    assert not faults
    assert library.search("zebra").total == 5


def test_facts_that_cannot_be_read_are_found_again(library: Library) -> None:
    facts = library.facts(library.resolve("003"))
    with library._catalog._connection as database:
        database.execute("UPDATE texts SET facts = x'00'")
    assert library.facts(library.resolve("003")) == facts


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


def test_closing_in_the_midst_of_a_sync_keeps_the_catalogue(folder: Path, cache: Path) -> None:
    with Library.open([folder], cache=cache) as library:
        library.sync()
        (folder / "new.txt").write_text("Rain fell on the town of Examplia.\n")
        with pytest.raises(ResourceError, match="closed"):
            library.sync(lambda _: library.close())
    with Library.open([folder], cache=cache) as again:
        assert len(again.entries()) == 5
        assert again.sync().added == 1


LONG = "9" * 5000


@pytest.mark.parametrize(
    "block",
    [
        "---\nflag: !!bool maybe\n---\n",
        "---\nwhen: !!timestamp foo\n---\n",
        f"---\ntitle: 0x{LONG}\n---\n",
        f"---\n0x{LONG}: title\n---\n",
        f"+++\ntitle = {LONG}\n+++\n",
        f"+++\ntitle = 0x{LONG}\n+++\n",
    ],
    ids=["no truth", "no time", "long number", "long key", "long decimal", "long TOML"],
)
def test_odd_front_matter_costs_no_article(folder: Path, cache: Path, block: str) -> None:
    (folder / "odd.md").write_text(block + "Rain fell on the town of Examplia.\n")
    with Library.open([folder], cache=cache) as library:
        report = library.sync()
        assert (report.articles, report.failed) == (6, [])
        assert library.article("odd").body.endswith("town of Examplia.")


@pytest.mark.parametrize("number", [LONG, f"0x{LONG}"])
def test_a_number_too_long_in_sources_toml_costs_no_article(
    folder: Path, cache: Path, number: str
) -> None:
    (folder / "sources.toml").write_text(f'["odd.txt"]\ntitle = {number}\n')
    with Library.open([folder], cache=cache) as library:
        report = library.sync()
        assert (report.articles, report.failed) == (5, [])
        assert any("sources.toml is no TOML" in notice for notice in report.notices)


def test_a_fault_of_ours_on_one_file_costs_that_file_alone(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = ArticleReader.read

    def fails_on_one(
        self: ArticleReader,
        path: Path,
        *,
        id: str | None = None,  # noqa: A002 - as in what it stands for
        content: FileContent | None = None,
    ) -> Article:
        if path.stem == "odd":
            raise ZeroDivisionError("by nothing")
        return read(self, path, id=id, content=content)

    monkeypatch.setattr(ArticleReader, "read", fails_on_one)
    (folder / "odd.txt").write_text("Rain fell on the town of Examplia.\n")
    with Library.open([folder], cache=cache) as library:
        report = library.sync()
    assert report.articles == 5
    assert [Path(one.path).name for one in report.failed] == ["odd.txt"]
    assert "ZeroDivisionError: by nothing" in report.failed[0].reason


def test_a_file_that_could_not_be_read_is_tried_again(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shut(self: ArticleReader, path: Path, *, follow: bool = True) -> FileContent:
        raise UnreadableError(path, "may not be read: its permissions forbid it")

    with Library.open([folder], cache=cache) as library:
        with monkeypatch.context() as patch:
            patch.setattr(ArticleReader, "content", shut)
            assert len(library.sync().failed) == 5
        report = library.sync()
        assert (report.added, report.failed) == (5, [])


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


def test_two_first_starts_at_the_same_moment_share_one_catalogue(
    folder: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "fresh"
    code = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from index.library import Library\n"
        "time.sleep(max(0.0, float(sys.argv[3]) - time.time()))\n"
        "with Library.open([Path(sys.argv[1])], cache=Path(sys.argv[2])) as library:\n"
        "    print(*library.notices)\n"
        "    print(library._catalog._file.stat().st_ino)\n"
    )
    for _ in range(3):
        moment = str(time.time() + 1.5)
        starts = [
            subprocess.Popen(
                [sys.executable, "-c", code, str(folder), str(cache), moment],
                stdout=subprocess.PIPE,
                text=True,
            )
            for _ in range(4)
        ]
        told = [start.communicate()[0] for start in starts]
        assert len(set(told)) == 1, told
        assert told[0].startswith("\n")
        for file in cache.glob("catalog.db*"):
            file.unlink()
