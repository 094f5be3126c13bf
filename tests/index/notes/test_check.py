"""Every bookmark against its article as it is now."""

from __future__ import annotations

from pathlib import Path

from index.article import Article
from index.errors import InputError
from index.notes.making import as_block
from index.notes.notebook import Notebook
from tests.index.notes.samples import BODY, article_of

LINES = BODY.split("\n")


def test_each_bookmark_has_its_state(notebook: Notebook, article: Article) -> None:
    starts = [BODY.index(line) for line in LINES]
    for start, line in zip(starts, LINES, strict=True):
        notebook.bookmark(article, start, start + len(line))
    corrected = LINES[3].replace("spoke", "spoek")
    told = LINES[1].replace("212", "221")
    later = "\n".join([LINES[0], told, "A line was added.", LINES[2], corrected])
    library = {article.id: article_of(later)}
    found = notebook.check(library.get)
    assert [one.state for one in found] == ["ok", "orphan", "moved", "changed"]
    assert {one.article for one in found} == {article.id}
    assert found[1].changes == (("212", "221"),)
    assert "“212” to “221”" in found[1].message
    spans = [one.span.of(later) for one in found if one.span]
    assert spans == [LINES[0], LINES[2], corrected]


def test_an_article_that_is_gone_is_missing(notebook: Notebook, article: Article) -> None:
    notebook.bookmark(article, 0, 5)

    def gone(name: str) -> Article:
        raise InputError(f"There is no {name}.")

    assert [one.state for one in notebook.check(gone)] == ["missing"]


def test_a_renamed_article_is_named_as_it_is_now(notebook: Notebook, article: Article) -> None:
    notebook.bookmark(article, 0, 5)
    [one] = notebook.check(lambda _: article_of(BODY, "renamed"))
    assert (one.state, one.article, one.bookmark.article) == ("ok", "renamed", article.id)


def test_what_waits_for_the_file_is_pending(tmp_path: Path, article: Article) -> None:
    book = Notebook.open(tmp_path / "missing" / "notes.md", tmp_path / "state.db")
    book.bookmark(article, 0, 5)
    [one] = book.check(lambda _: article)
    assert one.state == "pending"
    assert one.span is not None
    assert book.undo()
    assert book.check(lambda _: article) == []
    book.close()


def test_undo_of_what_has_been_written_since(tmp_path: Path, article: Article) -> None:
    folder = tmp_path / "later"
    book = Notebook.open(folder / "notes.md", tmp_path / "state.db")
    assert book.bookmark(article, 0, 5).state == "pending"
    folder.mkdir()
    assert book.settle() == []
    assert [one.state for one in book.bookmarks()] == ["written"]
    assert book.undo()
    assert book.bookmarks() == []
    book.close()


def test_a_block_for_the_clipboard(article: Article) -> None:
    start = BODY.index("Nobody")
    assert as_block(article, start, start + 16).startswith("> [!quote] ¶3\n>\n> Nobody was hurt.\n")
