"""Origins in the plain commands: copies, newsrooms, ultimate sources, and the brief of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.notes.notebook import Notebook
from index.sources.reading import read_article
from tests.tui.harvest import TEXTS
from tests.tui.program import in_terminal, lines_of, run_here
from tui.commands import progress
from tui.commands.progress import ProgressBar


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Three reports, and a reprint of one of them with another number."""
    folder = tmp_path / "library"
    folder.mkdir()
    stated = []
    texts = dict(TEXTS)
    body = TEXTS["post"][2].replace("about 40", "about 45") + " (Yonhap)"
    texts["reprint"] = ("River Herald", "2031-05-08", body)
    for name, (source, published, text) in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        stated.append(f'["{name}.txt"]\nsource = "{source}"\npublished = {published}\n')
    (folder / "sources.toml").write_text("\n".join(stated), encoding="utf-8")
    return folder


def test_copies_and_newsrooms_in_json(library: Path) -> None:
    files = [library / f"{name}.txt" for name in ("post", "ledger", "reprint")]
    (told,) = lines_of(run_here("compare", *files, "--json"), "compare")
    assert told["origins"] == [["post", "reprint"], ["ledger"]]
    assert told["newsrooms"] == [
        "Yonhap News Agency",
        "Evening Ledger",
        "Yonhap News Agency",
    ]
    sent = next(q for q in told["questions"] if "engineers" in q["question"])
    assert {answer["source"] for answer in sent["answers"]} == {"Ada Okoro"}
    assert sent["support"] == {
        "reports": 3,
        "newsrooms": ["Evening Ledger", "Yonhap News Agency"],  # of one day: by id
        "sources": ["Ada Okoro"],
        "unnamed": 0,
    }


def test_copies_and_support_in_lines(library: Path) -> None:
    files = [library / f"{name}.txt" for name in ("post", "ledger", "reprint")]
    done = run_here("compare", *files)
    assert "3 reports, 2 origins, 2 newsrooms; " in done.stdout
    assert "copies of one text: Harbour Post, 7 May 2031; River Herald, 8 May 2031" in done.stdout
    assert "  3 reports, 2 newsrooms, 1 ultimate source (Ada Okoro)" in done.stdout


def test_the_brief_has_copies_changes_and_bookmarks(library: Path, tmp_path: Path) -> None:
    files = [library / f"{name}.txt" for name in ("post", "ledger", "reprint")]
    notes = tmp_path / "notes.md"
    article = read_article(library / "post.txt")
    notebook = Notebook.open(notes, tmp_path / "state.db")
    start = article.body.index("The council")
    notebook.bookmark(article, start, start + 40, note="Ask them.")
    notebook.close()
    done = run_here("compare", *files, "--to", "md", "--notes", notes)
    assert "  - a copy of it, River Herald, 8 May 2031: 40 became 45; " in done.stdout
    assert "## Notes\n\n- Harbour Post, 7 May `nr-" in done.stdout
    assert "  Ask them." in done.stdout


def test_conflicts_tell_of_copies_too(library: Path) -> None:
    done = run_here("conflicts", "--library", library)
    assert "copies of one text: " in done.stdout
    (told,) = lines_of(run_here("conflicts", "--library", library, "--json"), "conflicts")
    assert len(told["newsrooms"]) == len(told["articles"])
    assert sorted(map(len, told["origins"]))[-1] == 2
    (some,) = lines_of(
        run_here("conflicts", "engineers", "--library", library, "--json"), "conflicts"
    )
    assert some["articles"]


def test_a_query_without_a_story(library: Path) -> None:
    done = run_here("conflicts", "nothingsuch", "--library", library)
    assert (done.returncode, done.stdout) == (1, "")
    assert "no story has an article that answers this query" in done.stderr


def test_conflicts_in_a_terminal(library: Path) -> None:
    written = in_terminal("conflicts", "--library", library, home={})
    assert "3 newsrooms" in written


def test_a_bar_is_shown_once_the_work_takes_a_moment_and_again_after_it_was_taken_away(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", 0.0)
    monkeypatch.setenv("FORCE_COLOR", "1")
    bar = ProgressBar("bar")
    for label in ("articles read", "stories compared"):
        bar.show(3, 7, label)
        bar.close()
        assert "3/7" in (shown := capsys.readouterr().err)
        assert label in shown
    said = ProgressBar("lines")
    said.show(3, 7, "articles read")
    said.show(4, 7, "articles read")
    said.close()
    assert capsys.readouterr().err == "3 of 7…\n", "not more often than it can be read out"
    hidden = ProgressBar("none")
    hidden.show(3, 7, "articles read")
    hidden.close()
    assert capsys.readouterr().err == ""
