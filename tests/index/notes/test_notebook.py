"""Bookmarking, listing and undoing through the face that the reader uses."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.article import Article
from index.errors import UsageError
from index.facts.model import Claim, Facts, Figure, Statement
from index.notes.notebook import Notebook
from tests.index.notes.samples import BODY, article_of

SENTENCE = (BODY.index("The coast"), BODY.index('\n"Everybody'))
QUOTE = (BODY.index('"Everybody'), BODY.index(" Nobody"))


def test_a_bookmark_is_in_the_file_when_it_is_said_to_be(
    notebook: Notebook, article: Article
) -> None:
    result = notebook.bookmark(
        article, *SENTENCE, note="Check with the owner.", tags=["status/new"]
    )
    assert result.state == "written"
    lines = result.path.read_text(encoding="utf-8").split("\n")
    assert result.line is not None
    assert lines[result.line - 1].startswith("> [!quote] ¶2")
    assert f"^{result.bookmark.id}" in lines
    assert "Check with the owner." in lines
    assert "#status/new" in lines
    assert f"line {result.line}" in result.message


def test_bookmarks_come_back_as_they_were_made(notebook: Notebook, article: Article) -> None:
    made = [
        notebook.bookmark(article, *SENTENCE, note="One\n\nTwo", tags=["a", "b"]).bookmark,
        notebook.bookmark(article, *QUOTE).bookmark,
    ]
    assert notebook.bookmarks() == made
    assert notebook.bookmarks(article.id) == made
    assert notebook.bookmarks("another") == []


def test_an_article_with_a_new_name_keeps_its_bookmarks(
    notebook: Notebook, article: Article
) -> None:
    made = notebook.bookmark(article, *QUOTE).bookmark
    renamed = article_of(BODY, "elsewhere")
    assert notebook.bookmarks(renamed.id, sha256=renamed.sha256) == [made]


def test_the_same_passage_twice_leads_to_the_first_block(
    notebook: Notebook, article: Article
) -> None:
    first = notebook.bookmark(article, *SENTENCE)
    before = first.path.read_bytes()
    again = notebook.bookmark(article, *SENTENCE, note="ignored")
    assert (again.state, again.line) == ("already", first.line)
    assert first.path.read_bytes() == before


def test_one_heading_for_blocks_of_one_article_in_a_row(
    notebook: Notebook, article: Article
) -> None:
    other = article_of("Rail strike ends\nTrains run again on Tuesday.", "rail")
    for of, start, end in [
        (article, *SENTENCE),
        (article, *QUOTE),
        (other, 0, 16),
        (article, 0, 5),
    ]:
        notebook.bookmark(of, start, end)
    text = notebook.bookmarks()[0].path
    assert text is not None
    headings = [
        line for line in text.read_text(encoding="utf-8").split("\n") if line.startswith("## ")
    ]
    assert headings == [f"## {article.title}", "## Rail strike ends", f"## {article.title}"]


def test_the_header_says_figure_speaker_and_day(notebook: Notebook, article: Article) -> None:
    start = BODY.index("at least 212")
    figure = Figure(start, start + 12, "at least 212", "count", 212, None, "at_least")
    facts = Facts(
        figures=(figure,),
        statements=(Statement(*SENTENCE, "Coast Guard", 0, 5, "said", 6, 10, "indirect"),),
        claims=(Claim(*SENTENCE, start, start + 12, figure=0, as_of="2024-03-11"),),
    )
    result = notebook.bookmark(article, *SENTENCE, facts=facts)
    assert result.line is not None
    header = result.path.read_text(encoding="utf-8").split("\n")[result.line - 1]
    assert header == "> [!quote] ¶2 · at least 212 · Coast Guard · as of 2024-03-11"


def test_undo_leaves_the_file_as_it_was(notebook: Notebook, article: Article) -> None:
    path = notebook.bookmark(article, *SENTENCE).path
    before = path.read_bytes()
    notebook.bookmark(article, *QUOTE, note="Hm.")
    said = notebook.undo()
    assert said is not None
    assert "Everybody is safe" in said
    assert path.read_bytes() == before


def test_undo_goes_back_step_by_step_and_then_says_nothing(
    notebook: Notebook, article: Article
) -> None:
    path = notebook.bookmark(article, *SENTENCE).path
    notebook.bookmark(article, *QUOTE)
    assert notebook.undo()
    assert notebook.undo()
    assert notebook.undo() is None
    assert notebook.bookmarks() == []
    assert path.read_text(encoding="utf-8").startswith("---\ntitle:")


def test_nothing_but_blanks_is_no_passage(notebook: Notebook, article: Article) -> None:
    end_of_line = BODY.index("\n")
    with pytest.raises(UsageError, match="no words"):
        notebook.bookmark(article, end_of_line, end_of_line + 1)


def test_credentials_in_an_address_are_not_kept(notebook: Notebook) -> None:
    article = article_of(BODY, url="https://user:secret@example.org/ferry")
    text = notebook.bookmark(article, *QUOTE).path.read_text(encoding="utf-8")
    assert "secret" not in text
    assert "https://example.org/ferry#:~:text=" in text


def test_one_file_an_article(tmp_path: Path, article: Article) -> None:
    folder = tmp_path / "notes"
    book = Notebook.open(state=tmp_path / "state.db", notes_dir=folder)
    other = article_of("Rail strike ends\nTrains run again on Tuesday.", "rail")
    paths = {book.bookmark(article, *QUOTE).path, book.bookmark(other, 0, 16).path}
    assert len(paths) == 2
    assert {path.parent for path in paths} == {folder.resolve()}
    assert [bookmark.article for bookmark in book.bookmarks(other.id)] == ["rail"]
    book.close()
