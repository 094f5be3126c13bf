"""What one file is at fault costs that file alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import index.facts.extract
import index.sync
from index.article import Article
from index.facts.model import Facts
from index.library import Library
from index.sources.files import FileContent
from index.sources.reading import ArticleReader, UnreadableError
from tests.index.asked import changes, found


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


def zoos(library: Library) -> set[str]:
    return {hit.article for hit in library.search("zebras seen").hits}


def test_what_is_in_a_folder_that_cannot_be_listed_stays(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shut, scandir = folder / "shut", os.scandir
    (shut / "deep").mkdir(parents=True)
    (shut / "zoo.txt").write_text("Ten zebras were seen.")
    (shut / "deep" / "zoo.txt").write_text("Nine zebras were seen.")
    (folder / "shut.txt").write_text("A zebra was seen.")
    assert library.sync().added == 3

    def listing(path: str) -> object:
        if path == str(shut):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", listing)
    (folder / "shut.txt").unlink()
    report = library.sync()
    assert changes(report) == (0, 0, 1)
    assert zoos(library) == {"shut/zoo", "shut/deep/zoo"}
    [failure] = report.failed
    assert failure.path == str(shut)
    assert failure.reason == "could not be listed: permission denied"
    monkeypatch.undo()
    (shut / "zoo.txt").unlink()
    assert changes(library.sync()) == (0, 0, 1)
    assert zoos(library) == {"shut/deep/zoo"}


def test_a_library_whose_folder_is_away_keeps_its_articles(library: Library, folder: Path) -> None:
    folder.rename(folder.with_name("away"))
    report = library.sync()
    assert report.articles == 5
    assert report.failed[0].reason == "could not be listed: no such file or directory"


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
