"""`newsreader add` and `newsreader refresh`, as a person runs them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.contract.intake import TakenIn
from index.intake import intake as intake_module
from index.locations import articles_folder, default_places, seeds_folder
from tests.index.intake.press import feed_answer, item, page, rss, sentences
from tests.web_server import WebServer
from tui.cli import run


@pytest.fixture
def server() -> Iterator[WebServer]:
    with WebServer({f"/a/{n}": page(n) for n in range(5)}) as one:
        yield one


@pytest.fixture
def options(server: WebServer, tmp_path: Path) -> list[str]:
    """A library of one's own, and settings that allow the server."""
    config = tmp_path / "config.toml"
    config.write_text(f'[library]\nallow_private = "{server.name}"\n')
    return ["--config", str(config), "--library", str(tmp_path / "news")]


def test_without_a_library_one_is_begun_in_the_documents(
    server: WebServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = tmp_path / "config.toml"
    config.write_text(f'[library]\nallow_private = "{server.name}"\n')
    assert run(["add", str(tmp_path / "mistyped.html"), "--config", str(config)]) == 3
    capsys.readouterr()
    assert default_places() == [seeds_folder()]
    assert run(["add", server.root + "/a/1", "--config", str(config)]) == 0
    assert f"into {articles_folder()}" in capsys.readouterr().out
    assert default_places() == [articles_folder()]
    assert run(["search", "plant", "--config", str(config)]) == 0
    assert "Plant 1 stands still" in capsys.readouterr().out
    assert list(seeds_folder().glob("**/*.md")) == [seeds_folder() / "README.md"]


def test_what_was_added_is_told(
    server: WebServer, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    server.pages["/feed"] = feed_answer(rss(item(2) + item(3)))
    assert run(["add", server.root + "/feed", *options]) == 0
    told = capsys.readouterr()
    assert "new      Plant 2 stands still" in told.out
    assert "Courier feed  2    0        0      0" in told.out
    assert "2 articles added, 0 changed, 1 feed written into feeds.toml" in told.out
    assert told.err == ""
    assert run(["refresh", *options]) == 0
    assert "nothing new" in capsys.readouterr().out


def test_the_json_is_one_object_of_the_contract(
    server: WebServer, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    server.pages["/feed"] = feed_answer(rss(item(2) + item(99, whole=False)))
    assert run(["add", "--json", server.root + "/feed", "nothing.html", *options]) == 4
    told = TakenIn.model_validate(json.loads(capsys.readouterr().out))
    assert [one.title for one in told.added] == ["Plant 2 stands still"]
    assert (
        told.added[0].id
        == Path(told.added[0].path).relative_to(told.folder).with_suffix("").as_posix()
    )
    assert {one.reason for one in told.failed} == {"is not there", "is not there (HTTP 404)"}
    assert (told.feeds[0].added, told.feeds[0].failed, told.articles) == (1, 1, 1)


def test_exit_codes_tell_files_from_the_network(
    server: WebServer, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["add", "nothing.html", *options]) == 3
    assert run(["add", server.root + "/nothing", *options]) == 4
    assert run(["add", *options]) == 2
    assert run(["refresh", *options]) == 3
    assert "There is no feed in" in capsys.readouterr().err


def test_a_change_and_a_copy_are_told_when_they_come_in(
    server: WebServer, options: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    run(["add", server.root + "/a/1", *options])
    server.pages["/a/1"] = page(1).replace(b"About 100 workers", b"About 12,000 workers")
    capsys.readouterr()
    run(["add", server.root + "/a/1", *options])
    assert "Changed: 100 became 12,000." in capsys.readouterr().out
    copy = "A reprint of it\n\n" + "\n\n".join(sentences(2, 13)) + "\n\nThe end, at last, we say."
    (tmp_path / "copy.txt").write_text(copy)
    run(["add", server.root + "/a/2", *options])
    capsys.readouterr()
    run(["add", str(tmp_path / "copy.txt"), *options])
    told = capsys.readouterr().out
    assert "% of this is in 127.0.0.1-" in told
    assert "plant-2-stands-still" in told


def test_a_library_of_single_files_takes_nothing_in(
    seeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "one.txt").write_text("One\n\nText.\n")
    assert run(["add", "x.html", "--library", str(tmp_path / "one.txt")]) == 2
    assert "name a folder" in capsys.readouterr().err


def test_the_samples_are_never_written_to(
    seeds: Path, server: WebServer, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["add", server.root + "/a/1", *options[:2], "--library", str(seeds)]) == 0
    assert f"into {articles_folder()}" in capsys.readouterr().out
    assert list(articles_folder().rglob("*plant-1*"))


def test_without_the_extra_one_sentence_says_how_to_get_it(
    options: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake_module, "_EXTRA", ("a_library_that_nobody_has",))
    assert run(["add", "https://news.example/", *options]) == 2
    assert "pip install 'newsreader[web]'" in capsys.readouterr().err


def test_hostile_names_reach_no_terminal(
    server: WebServer, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Rows 1 to 8: in titles of feeds and items, and in what was named."""
    title = "Red &#27;[31m and \x1b]0;title\x07 [/] [@click=app.quit]x"
    server.pages["/feed"] = feed_answer(
        rss(
            item(2).replace(
                "Plant 2 stands still", title.replace("\x1b", "&#27;").replace("\x07", "")
            )
        )
    )
    run(["add", server.root + "/feed", server.root + "/\x1b[31m", "\x1b]0;x\x07", *options])
    told = capsys.readouterr()
    assert "\x1b" not in told.out + told.err
    assert "[@click=app.quit]x" in told.out
