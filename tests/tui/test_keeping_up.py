"""Taking in from the reader; what comes into the folders; versions and copies in the list."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from index.library import Library
from index.writer_lock import writer_lock
from tests.index.intake.press import feed_answer, item, page, rss, sentences
from tests.tui.host import screen_text
from tests.tui.terminal import PATIENCE
from tests.web_server import Exchange, WebServer
from tui.app import NewsReader
from tui.screens.changes import ChangesScreen
from tui.screens.picker import Picker
from tui.screens.prompt import Prompt
from tui.widgets.article_body import ArticleBody


@pytest.fixture
def server() -> Iterator[WebServer]:
    with WebServer({f"/a/{n}": page(n) for n in range(10)}) as one:
        yield one


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A library of one report."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "zero.txt").write_text("Plant zero opens\n\n" + "\n\n".join(sentences(0)))
    return folder


@asynccontextmanager
async def reader(
    news: Path, server: WebServer, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Pilot[None]]:
    config = news.parent / "config.toml"
    config.write_text(f'[library]\nallow_private = "{server.name}"\n')
    app = NewsReader([news], notes=news.parent / "notes.md", config=config)
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        await shown(pilot, "Plant zero opens")
        await until(pilot, lambda: app.reader.synced)
        yield pilot


async def until(pilot: Pilot[None], holds: object) -> None:
    """Waits until something holds; workers go on meanwhile."""
    assert callable(holds)
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, screen_text(pilot.app)
        await asyncio.sleep(0.05)
        await pilot.pause()


async def shown(pilot: Pilot[None], *words: str) -> str:
    await until(pilot, lambda: all(word in screen_text(pilot.app) for word in words))
    return screen_text(pilot.app)


async def screen(pilot: Pilot[None], kind: type[Screen[str | None]]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, kind) and pilot.app.screen.is_mounted)
    await pilot.pause()


async def take_in(pilot: Pilot[None], name: str) -> None:
    await pilot.press("A")
    await screen(pilot, Prompt)
    prompt = pilot.app.screen
    assert isinstance(prompt, Prompt)
    prompt.line.value = name
    await pilot.press("enter")


async def test_a_page_is_taken_in_and_appears(news: Path, server: WebServer) -> None:
    async with reader(news, server) as pilot:
        await take_in(pilot, server.root + "/a/3")
        await shown(pilot, "1 report added.", "Plant 3 stands still")
    assert len(list(news.rglob("*plant-3*.md"))) == 1


async def test_no_key_waits_for_the_network(news: Path, server: WebServer) -> None:
    going = True

    def slow(exchange: Exchange) -> None:
        while going:
            time.sleep(0.02)
        exchange.answer(page(1))

    server.pages["/a/1"] = slow
    async with reader(news, server) as pilot:
        await take_in(pilot, server.root + "/a/1")
        await until(pilot, lambda: server.asked["/a/1"])
        await pilot.press("enter", "f")
        await shown(pilot, "figure 1/")
        await pilot.press("A")
        await screen(pilot, Prompt)
        await pilot.press("escape")
        await pilot.press("ctrl+r")  # one thing at a time
        await shown(pilot, "Articles are being taken in already")
        going = False
        await shown(pilot, "Plant 1 stands still")


async def test_leaving_does_not_wait_for_the_network(news: Path, server: WebServer) -> None:
    def silent(exchange: Exchange) -> None:
        time.sleep(25)

    server.pages["/a/1"] = silent
    async with reader(news, server) as pilot:
        await take_in(pilot, server.root + "/a/1")
        await until(pilot, lambda: server.asked["/a/1"])
        left = time.monotonic()
        await pilot.press("q")
    await asyncio.get_running_loop().shutdown_default_executor()
    assert time.monotonic() - left < 8


async def test_without_a_feed_refreshing_says_how_to_get_one(news: Path, server: WebServer) -> None:
    async with reader(news, server) as pilot:
        await pilot.press("ctrl+r")
        await shown(pilot, "There is no feed yet: A takes one in.")


async def test_a_feed_is_followed_and_refreshed(news: Path, server: WebServer) -> None:
    server.pages["/feed"] = feed_answer(rss(item(1)))
    async with reader(news, server) as pilot:
        await take_in(pilot, server.root + "/feed")
        await shown(pilot, "1 report added, 1 feed followed.", "Plant 1 stands still")
        server.pages["/feed"] = feed_answer(rss(item(2) + item(1)))
        await pilot.press("ctrl+r")
        await shown(pilot, "1 report added.", "Plant 2 stands still")
        await pilot.press("ctrl+r")
        await shown(pilot, "Nothing new in 1 feed.")
        await pilot.press("ctrl+r")
        await shown(pilot, "Nothing new in 1 feed.")


async def test_what_fails_is_listed_and_tried_again(news: Path, server: WebServer) -> None:
    server.pages["/feed"] = feed_answer(rss(item(99, whole=False)))
    (news / "bad.txt").write_bytes(b"\0\0\0\0")
    async with reader(news, server) as pilot:
        await take_in(pilot, server.root + "/feed")
        await shown(pilot, "is not there (HTTP 404)")
        await pilot.press("ctrl+e")
        await screen(pilot, Picker)
        text = await shown(pilot, "Files", "zero bytes", "/a/99")
        assert text.index("Files") < text.index("zero bytes") < text.index("Pages and feeds")
        server.pages["/a/99"] = page(99)
        await pilot.press("G", "enter")
        await shown(pilot, "Plant 99 stands still")
        (news / "bad.txt").write_text("Good now\n\nIt says.\n")
        await pilot.press("ctrl+e")
        await screen(pilot, Picker)
        await pilot.press("enter")
        await shown(pilot, "Good now")


async def test_what_comes_into_the_folder_appears_by_itself(news: Path, server: WebServer) -> None:
    async with reader(news, server) as pilot:
        (news / "later.txt").write_text("A later report\n\nIt came by another program.\n")
        await shown(pilot, "A later report", "1 new report.")
    assert server.connections == 0


async def test_what_another_newsreader_reads_in_at_the_start_appears(news: Path) -> None:
    cache = news.parent / "cache"
    Library.open([news], cache=cache).close()
    app = NewsReader([news], cache=cache, notes=news.parent / "notes.md")
    app.animation_level = "none"
    with ExitStack() as held:
        assert held.enter_context(writer_lock(cache))
        async with app.run_test(size=(120, 40)) as pilot:
            await shown(pilot, "Another newsreader is bringing this library up to date")
            assert "Plant zero opens" not in screen_text(app)
            held.close()
            await shown(pilot, "Plant zero opens")


async def test_the_page_follows_its_file(news: Path, server: WebServer) -> None:
    async with reader(news, server) as pilot:
        await pilot.press("g", "enter")
        await until(pilot, lambda: pilot.app.query_one(ArticleBody).has_focus)
        (news / "zero.txt").write_text("Plant zero opens\n\nOne more worker has been counted.\n")
        await shown(pilot, "One more worker has been counted.")
        (news / "zero.txt").rename(news / "nought.txt")
        body = pilot.app.query_one(ArticleBody)
        await until(pilot, lambda: body.article is not None and body.article.id == "nought")
        assert body.has_focus


async def test_the_reader_says_what_changed(news: Path, server: WebServer) -> None:
    async with reader(news, server) as pilot:
        await take_in(pilot, server.root + "/a/3")
        await shown(pilot, "1 report added.")
        changed = page(3, extra="It was confirmed by Anna Kim.").replace(
            b"About 300", b"About 1,900"
        )
        server.pages["/a/3"] = changed
        await take_in(pilot, server.root + "/a/3")
        text = await shown(pilot, "0 reports added, 1 changed.", "+ 1 older")
        assert text.count("Plant 3 stands still") == 1  # folded
        await pilot.press("g", "enter")
        await shown(pilot, "Changed: 300 became 1,900, Anna Kim is new. O shows them.")
        await pilot.press("O")
        await screen(pilot, Picker)
        await shown(pilot, "Older versions", "since then 300 became 1,900")
        await pilot.press("G", "enter")
        await screen(pilot, ChangesScreen)
        text = await shown(pilot, "[-300-] became {+1,900+}", "{+Anna Kim+} is new")
        assert text.index("Figures") < text.index("Names") < text.index("The text")
        assert "About [-300-] {+1,900+} workers of plant 3" in text
        await pilot.press("enter")
        await shown(pilot, "This is an older version", "About 300 workers")


async def test_copies_are_folded_and_can_be_reached(news: Path, server: WebServer) -> None:
    (news / "copy.txt").write_text("Nul opens\n\n" + "\n\n".join(sentences(0, 13)))
    async with reader(news, server) as pilot:
        text = await shown(pilot, "+ 1 copy")
        assert "Nul opens" not in text
        await pilot.press("enter")
        await shown(pilot, "Of this text there is 1 copy. O shows them.")
        await pilot.press("O")
        await screen(pilot, Picker)
        await shown(pilot, "Copies", "Nul opens", "of it is in this text")
        await pilot.press("G", "enter")
        await shown(pilot, "Nul opens", "of this is in zero.")


async def test_a_report_without_relatives_says_so(news: Path, server: WebServer) -> None:
    async with reader(news, server) as pilot:
        await pilot.press("O")
        await shown(pilot, "There is no other version and no copy")
