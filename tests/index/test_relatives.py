"""Versions of one page and copies of one text are found as articles come in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest

from index.article import Article
from index.facts.model import Facts
from index.library import Library
from index.relatives import Relatives, own_page
from tests.index.intake.press import sentences

DAY = "2031-05-06"


def text(number: int, count: int = 14) -> str:
    return "\n\n".join(sentences(number, count))


def article(id_: str, body: str, *, url: str | None = None, published: str | None = DAY) -> Article:
    return Article(id_, f"Title of {id_}", body, published=published, url=url)


class Shelf:
    """Articles, and what is known of their relatives."""

    opened: ClassVar[list[Relatives]] = []

    def __init__(self, *articles: Article) -> None:
        self.articles: dict[str, Article] = {}
        self.relatives = Relatives(None)
        self.opened.append(self.relatives)
        self.put(*articles)

    def put(self, *articles: Article) -> None:
        self.articles |= {one.id: one for one in articles}
        self.update(one.id for one in articles)

    def drop(self, id_: str) -> None:
        del self.articles[id_]
        self.update([id_])

    def update(self, ids: Iterable[str]) -> None:
        def document(id_: str) -> tuple[Article, Facts] | None:
            found = self.articles.get(id_)
            return (found, Facts()) if found else None

        self.relatives.update(ids, document)

    def under(self) -> dict[str, str]:
        return dict(self.relatives.folds().under)


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    """Lets go of what the shelves of a test have opened."""
    yield
    while Shelf.opened:
        Shelf.opened.pop().close()


def test_articles_of_one_address_are_versions_the_newest_is_shown() -> None:
    address = "https://news.example/plant"
    shelf = Shelf(
        article("plant-v2", text(1) + " More.", url=address + "?utm_source=mail"),
        article("plant", text(1), url="http://www.news.example/plant#top"),
        article("plant-v10", text(2), url=address),
        article("other", text(3), url="https://news.example/other"),
    )
    assert shelf.under() == {"plant": "plant-v10", "plant-v2": "plant-v10"}
    head, members = shelf.relatives.folds().family("plant")
    assert head == "plant-v10"
    assert [(one.id, one.kind) for one in members] == [
        ("plant-v2", "version"),
        ("plant", "version"),
    ]


def test_a_later_date_makes_the_newer_version() -> None:
    address = "https://news.example/plant"
    shelf = Shelf(
        article("b", text(1), url=address, published="2031-05-06T10:00:00+09:00"),
        article("a", text(1), url=address, published="2031-05-06T09:00:00Z"),
    )
    assert shelf.under() == {"b": "a"}


@pytest.mark.parametrize("address", ["https://news.example/", "https://news.example", None, ""])
def test_a_front_page_makes_no_versions(address: str | None) -> None:
    assert own_page(address) == ""
    assert (
        Shelf(article("a", text(1), url=address), article("b", text(2), url=address)).under() == {}
    )


def test_a_copy_is_folded_under_the_longer_text() -> None:
    shelf = Shelf(
        article("short", text(1, 12)), article("long", text(1, 14)), article("other", text(2))
    )
    assert shelf.under() == {"short": "long"}
    (member,) = shelf.relatives.folds().members["long"]
    assert (member.kind, member.share) == ("copy", 1.0)
    assert shelf.relatives.folds().contained["short"] == ("long", 1.0)


def test_of_equal_copies_the_first_published_is_shown() -> None:
    reprints = [article(f"r{n}", text(1), published=f"2031-05-{n:02}") for n in (9, 7, 8)]
    assert Shelf(*reprints).under() == {"r8": "r7", "r9": "r7"}


def test_a_text_with_much_of_its_own_is_told_but_not_folded() -> None:
    own = "\n\n".join(sentences(5, 5))
    shelf = Shelf(article("long", text(1)), article("half", text(1, 9) + "\n\n" + own))
    assert shelf.under() == {}
    other, share = shelf.relatives.folds().contained["half"]
    assert other == "long"
    assert 0.5 < share < 0.85


def test_a_short_text_within_a_long_one_is_found() -> None:
    """Containment, not likeness: the long one is five times as long."""
    whole = "\n\n".join(text(n) for n in range(5))
    assert Shelf(article("whole", whole), article("part", text(3))).under() == {"part": "whole"}
    assert Shelf(article("part", text(3)), article("whole", whole)).under() == {"part": "whole"}


def test_common_quotations_make_no_copies() -> None:
    quoted = " ".join(sentences(9, 1))
    texts = [article(f"a{n}", f"{text(n)}\n\n{quoted}") for n in range(100)]
    assert Shelf(*texts).under() == {}


def test_what_is_gone_or_changed_is_forgotten() -> None:
    shelf = Shelf(*(article(f"r{n}", text(1), published=f"2031-05-{n:02}") for n in (7, 8, 9)))
    shelf.drop("r7")
    assert shelf.under() == {"r9": "r8"}
    shelf.put(article("r8", text(2)))
    assert shelf.under() == {}
    shelf.put(article("r8", text(1)))
    assert shelf.under() == {"r8": "r9"} or shelf.under() == {"r9": "r8"}


def test_versions_of_a_copy_go_with_it() -> None:
    address = "https://news.example/plant"
    shelf = Shelf(
        article("agency", text(1)),
        article("reprint", text(1, 12), url=address),
        article("reprint-v2", text(1, 13), url=address),
    )
    assert shelf.under() == {"reprint-v2": "agency", "reprint": "agency"}
    assert {one.id for one in shelf.relatives.folds().members["agency"]} == {
        "reprint",
        "reprint-v2",
    }


def test_tiny_texts_are_not_judged() -> None:
    assert (
        Shelf(article("a", "Ten words at most."), article("b", "Ten words at most.")).under() == {}
    )


def test_a_library_knows_them_after_a_sync_and_after_a_restart(tmp_path: Path) -> None:
    folder, cache = tmp_path / "news", tmp_path / "cache"
    folder.mkdir()
    (folder / "one.txt").write_text("The first headline\n\n" + text(1))
    (folder / "two.txt").write_text("Another headline\n\n" + text(1, 13))
    with Library.open([folder], cache=cache) as library:
        library.sync()
        assert dict(library.folds().under) == {"two": "one"}
    with Library.open([folder], cache=cache) as library:
        assert dict(library.folds().under) == {"two": "one"}
        (folder / "one.txt").unlink()
        library.sync()
        assert dict(library.folds().under) == {}


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 100, None])
def test_a_file_that_is_lost_or_damaged_is_made_anew(tmp_path: Path, damage: bytes | None) -> None:
    folder, cache = tmp_path / "news", tmp_path / "cache"
    folder.mkdir()
    (folder / "one.txt").write_text("The first headline\n\n" + text(1))
    (folder / "two.txt").write_text("Another headline\n\n" + text(1, 13))
    with Library.open([folder], cache=cache) as library:
        library.sync()
    file = cache / "relatives.db"
    for ending in ("-wal", "-shm"):
        file.with_name(file.name + ending).unlink(missing_ok=True)
    file.unlink()
    if damage is not None:
        file.write_bytes(damage)
    with Library.open([folder], cache=cache) as library:
        (folder / "three.txt").write_text("A third headline\n\n" + text(2))
        library.sync()
        assert dict(library.folds().under) == {"two": "one"}


def test_the_order_of_coming_does_not_matter() -> None:
    articles = [
        article("a", text(1)),
        article("b", text(1, 13)),
        article("c", text(1, 12), published=None),
        article("d", text(2), url="https://news.example/d"),
        article("d2", text(2) + " So.", url="https://news.example/d"),
    ]
    assert Shelf(*articles).under() == Shelf(*reversed(articles)).under()
    assert Shelf(*(replace(one) for one in articles)).under() == {"b": "a", "c": "a", "d": "d2"}


@pytest.mark.parametrize(("page", "stories"), [("plant", 0), ("another-plant", 1)])
def test_an_older_version_is_no_report_of_its_own(tmp_path: Path, page: str, stories: int) -> None:
    """It would part from the newer one in every figure that was corrected."""
    head = "---\nurl: https://news.example/{}\npublished: 2031-05-06\n---\n\n"
    body = "The ministry of Lisse counts its workers\n\n" + text(1)
    (tmp_path / "plant.md").write_text(head.format("plant") + body)
    (tmp_path / "plant-v2.md").write_text(
        head.format(page) + body.replace("About 100", "About 12,000")
    )
    with Library.open([tmp_path], cache=tmp_path / ".cache") as library:
        library.sync()
        assert len(library.stories()) == stories
