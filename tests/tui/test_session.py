"""What the plain commands share."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

import pytest

from tui.cli import run
from tui.commands.session import Session


def test_a_file_elsewhere_has_no_bookmarks_of_an_article_with_its_id(tmp_path: Path) -> None:
    library, elsewhere = tmp_path / "library", tmp_path / "elsewhere"
    for folder, name, words in (
        (library, "ships", "Ten ships came to the port on Monday."),
        (elsewhere, "ships", "Nine trucks left the town."),
        (elsewhere, "copy", "Ten ships came to the port on Monday."),
    ):
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.txt").write_text(f"News\n\n{words}\n")
    notes = tmp_path / "notes.md"
    options = Namespace(library=[library], notes=notes, config=None, json=False, plain=True)

    def kept(*files: Path) -> list[str]:
        with Session(options) as session:
            articles = [session.article(str(file))[0] for file in files]
            assert articles[0].id == files[0].stem
            return [one.id for one in session.bookmarks(articles)]

    with Session(options) as session:
        article, _ = session.article(str(library / "ships.txt"))
        mark = session.notebook.bookmark(article, 6, len(article.body)).bookmark.id
    assert kept(library / "ships.txt") == [mark]
    assert kept(elsewhere / "ships.txt") == []
    assert kept(elsewhere / "copy.txt", library / "ships.txt") == [mark]


def test_a_comparison_is_written_in_one_form(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", "000", "003", "--json", "--to", "md"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "--json and --to" in told.err
