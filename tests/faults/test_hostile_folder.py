"""A folder of pages with the hostile files among them: the others are all there."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from index.library import Library
from index.sources import parsing
from index.sources.limits import Limits
from index.sources.parsing import ParserPool
from index.sync import SyncProgress, SyncReport
from tests.faults.hostile import HOSTILE
from tests.faults.real_pages import pages
from tests.faults.test_hostile_files import ENDLESS


def shelve(folder: Path, count: int, hostile: set[str]) -> set[str]:
    """Writes the folder; returns the ids of the harmless articles."""
    ids = set()
    for name, content in pages(count):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
        ids.add(name.removesuffix(".html"))
    (folder / "hostile").mkdir(parents=True)
    for name in hostile:
        (folder / "hostile" / name).write_bytes(HOSTILE[name]())
    return ids


def check(library: Library, report: SyncReport, harmless: set[str], hostile: set[str]) -> None:
    """Every harmless article is there; each hostile file is there, or named with its reason."""
    held = {entry.id for entry in library.entries()}
    assert not harmless - held
    named = {Path(failure.path).name: failure.reason for failure in report.failed}
    assert set(named) <= hostile
    assert all(named.values())
    for name in hostile - named.keys():
        assert {f"hostile/{name}", f"hostile/{Path(name).stem}"} & held, name
    assert report.articles == len(held) == len(harmless) + len(hostile) - len(named)


def test_the_others_are_all_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every third of the hostile files, one that runs into the limit on time, and a giant.

    Each by itself is in `test_hostile_files`, all together are in the slow round.
    """
    folder = tmp_path / "library"
    hostile = {*sorted(set(HOSTILE) - ENDLESS)[::3], "wide.eml", "too_large.html"}
    harmless = shelve(folder, 80, hostile)
    with (
        ParserPool(2, Limits(cpu=2, wall=9.0)) as pool,
        Library.open([folder], cache=tmp_path / "cache") as library,
    ):
        monkeypatch.setattr(parsing, "_shared", pool)
        library.bulk = 10_000
        check(library, library.sync(), harmless, hostile)
        tried: list[SyncProgress] = []
        again = library.sync(tried.append)
        # Its size is all that is looked at.
        assert [one.path.name for one in tried] == ["too_large.html"]
        check(library, again, harmless, hostile)


@pytest.mark.slow
def test_five_thousand_pages_with_all_hostile_files(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    harmless = shelve(folder, 5000, set(HOSTILE))
    with Library.open([folder], cache=tmp_path / "cache") as library:
        started = time.monotonic()
        report = library.sync()
        seconds = time.monotonic() - started
        check(library, report, harmless, set(HOSTILE))
        print(f"{report.articles / seconds:.0f} articles a second, {len(report.failed)} failed")
