"""The catalogue keeps what it is given, and is never in the way when it is damaged."""

from __future__ import annotations

import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from index.article import Article
from index.catalog import Catalog, CatalogDamagedError, FileRecord
from index.errors import ResourceError
from index.facts.codec import encode
from index.facts.model import Facts, Figure

ARTICLE = Article(
    id="world/a",
    title="Troops",
    body="About 10,000 troops came.",
    source="ABC News",
    byline="Ann Lee",
    published="2024-10-29",
    timezone="UTC",
    url="https://example.com/a",
    path=Path("/news/world/a.txt"),
    sha256="ab" * 32,
    title_guessed=True,
    removed_characters=3,
)
FACTS = Facts(figures=(Figure(0, 12, "About 10,000", "count", 10000, 10000, "about"),))

KEPT = encode(FACTS, ARTICLE.body)


def record(article: Article) -> FileRecord:
    assert article.path
    return FileRecord(str(article.path), 10, 20, article.id)


def filled(file: Path | None = None) -> Catalog:
    catalog = Catalog.open(file, "1")
    catalog.write([record(ARTICLE)], [(ARTICLE, KEPT)])
    return catalog


def test_what_is_written_comes_back(tmp_path: Path) -> None:
    filled(tmp_path / "c.db").close()
    catalog = Catalog.open(tmp_path / "c.db", "1")
    assert catalog.article("world/a") == ARTICLE
    assert catalog.facts("world/a") == FACTS
    assert catalog.body("world/a") == ARTICLE.body
    assert catalog.files(["/news/world/a.txt", "/news/b.txt"]) == {
        "/news/world/a.txt": record(ARTICLE)
    }
    assert catalog.id_of_path(Path("/news/world/a.txt")) == "world/a"
    assert catalog.id_of_sha256("ab" * 32) == "world/a"
    assert (catalog.count(), catalog.ids()) == (1, frozenset({"world/a"}))
    assert catalog.notices == []
    assert (catalog.article("b"), catalog.facts("b"), catalog.body("b")) == (None, None, None)
    catalog.close()


def test_the_newest_comes_first_and_the_undated_last() -> None:
    catalog = filled()
    days = {"old": "1601-01-01", "new": "2024-11-04", "same": "2024-10-29", "none": None}
    others = [replace(ARTICLE, id=id_, published=day, path=None) for id_, day in days.items()]
    catalog.write([], [(article, KEPT) for article in others])
    assert [one.id for one in catalog.entries()] == ["new", "same", "world/a", "old", "none"]
    assert [one.id for one in catalog.entries(2)] == ["new", "same"]
    catalog.close()


def test_what_changed_waits_for_the_index_until_it_says_so() -> None:
    catalog = filled()
    assert catalog.waiting() == ["world/a"]
    catalog.indexed(["world/a"], "first")
    assert (catalog.waiting(), catalog.index_state()) == ([], "first")
    catalog.write([], gone_paths=["/news/world/a.txt"], gone_ids=["world/a"])
    assert catalog.waiting() == ["world/a"]
    assert (catalog.count(), catalog.seen()) == (0, {})
    catalog.close()


def test_a_former_id_leads_to_the_article_of_the_same_bytes() -> None:
    catalog = filled()
    catalog.write([], [(replace(ARTICLE, id="b"), KEPT)], gone_ids=["world/a"])
    assert catalog.id_of_former("world/a") == "b"
    assert catalog.id_of_former("b") is None
    catalog.close()


@pytest.mark.parametrize("stamp", ["1", "2"])
def test_another_stamp_makes_it_anew(tmp_path: Path, stamp: str) -> None:
    filled(tmp_path / "c.db").close()
    catalog = Catalog.open(tmp_path / "c.db", stamp)
    assert catalog.count() == (1 if stamp == "1" else 0)
    catalog.close()


@pytest.mark.parametrize("junk", [b"", b"junk" * 4000, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_file_that_is_no_catalogue_is_made_anew(tmp_path: Path, junk: bytes) -> None:
    (tmp_path / "c.db").write_bytes(junk)
    catalog = filled(tmp_path / "c.db")
    assert catalog.count() == 1
    assert catalog.notices == []
    catalog.close()


def test_damage_that_shows_later_is_told_and_the_file_dropped(tmp_path: Path) -> None:
    file = tmp_path / "c.db"
    catalog = filled(file)
    catalog.write([], [(replace(ARTICLE, id=str(n), body="words " * 900), KEPT) for n in range(99)])
    catalog.close()
    content = bytearray(file.read_bytes())
    content[8192:] = b"\xa5" * (len(content) - 8192)
    file.write_bytes(content)
    catalog = Catalog.open(file, "1")
    with pytest.raises(CatalogDamagedError, match="is made anew"):
        for number in range(99):
            catalog.article(str(number))
    assert not file.exists()
    catalog.close()


def test_a_place_that_cannot_be_written_gives_memory_and_a_notice(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    catalog = filled(tmp_path / "file" / "c.db")
    assert catalog.count() == 1
    assert "kept in memory" in catalog.notices[0]
    catalog.close()


def test_a_closed_or_full_database_is_a_sentence(tmp_path: Path) -> None:
    catalog = filled(tmp_path / "c.db")
    catalog._connection.execute("PRAGMA max_page_count = 1")
    with pytest.raises(ResourceError, match="disk's space"):
        catalog.write([], [(replace(ARTICLE, id="b", body="words " * 90_000), KEPT)])
    assert catalog.ids() == {"world/a"}
    catalog.close()


def test_many_threads_at_once(tmp_path: Path) -> None:
    catalog = filled(tmp_path / "c.db")
    faults: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for turn in range(20):
                article = replace(ARTICLE, id=f"{number}-{turn}")
                catalog.write([], [(article, KEPT)])
                assert catalog.article(article.id) == article
                catalog.entries()
        except BaseException as error:
            faults.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults
    assert catalog.count() == 121
    catalog.close()


def test_the_layout_is_what_sqlite_finds_sound(tmp_path: Path) -> None:
    filled(tmp_path / "c.db").close()
    connection = sqlite3.connect(tmp_path / "c.db")
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
