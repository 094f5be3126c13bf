"""Leaving the program while it still reads the library."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from index.sources.files import FileContent
from index.sources.reading import ArticleReader
from tui.app import NewsReader
from tui.desk import Desk

FILES = 60


async def test_leaving_ends_a_sync(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, cache = tmp_path / "library", tmp_path / "cache"
    folder.mkdir()
    for number in range(FILES):
        (folder / f"{number}.txt").write_text(f"Rain fell on {number} towns of Examplia.\n")
    done: list[Path] = []
    reading, left = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()
    read = ArticleReader.content

    def slowly(self: ArticleReader, path: Path, *, follow: bool = True) -> FileContent:
        done.append(path)
        loop.call_soon_threadsafe(reading.set)
        asyncio.run_coroutine_threadsafe(left.wait(), loop).result()
        return read(self, path, follow=follow)

    monkeypatch.setattr(ArticleReader, "content", slowly)
    app = NewsReader([folder], cache=cache, notes=tmp_path / "notes.md")
    async with app.run_test():
        await reading.wait()
        app.exit()
    left.set()
    await loop.shutdown_default_executor()
    assert len(done) == 1


async def test_what_is_opened_too_late_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[Desk] = []
    opening, left = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()
    opens, closes = Desk.open, Desk.close

    def slowly(*places: Any, **others: Any) -> Desk:
        loop.call_soon_threadsafe(opening.set)
        asyncio.run_coroutine_threadsafe(left.wait(), loop).result()
        return opens(*places, **others)

    def told(desk: Desk) -> None:
        closed.append(desk)
        closes(desk)

    monkeypatch.setattr(Desk, "open", slowly)
    monkeypatch.setattr(Desk, "close", told)
    app = NewsReader([tmp_path], cache=tmp_path / "cache", notes=tmp_path / "notes.md")
    async with app.run_test():
        await opening.wait()
        app.exit()
    left.set()
    await loop.shutdown_default_executor()
    assert closed == [app.desk]
