"""A library whose indexing is killed, or whose cache is damaged: nothing is lost, and the next
start searches. The articles are the truth; what is in the cache can be made again.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from index.catalog import CatalogDamagedError
from index.library import Library

_ARTICLES = 80

_INDEXING = """
    import sys
    from pathlib import Path
    from index import library, sync

    sync.FIRST_BATCH = sync.LARGEST_BATCH = 8
    if __name__ == "__main__":
        with library.Library.open([sys.argv[1]], cache=Path(sys.argv[2])) as it:
            it.processes = int(sys.argv[3])
            it.sync(lambda so_far: print(so_far.done, flush=True))
"""


def write_articles(folder: Path, count: int) -> Path:
    """A folder of so many short reports that all name the same animal."""
    folder.mkdir(exist_ok=True)
    for number in range(count):
        (folder / f"a{number:03}.txt").write_text(
            f"Zebra {number} is seen\n\nZebra number {number} was seen in the town of Luhov, "
            f"mayor Petra Vance said. {number + 3} people were there."
        )
    return folder


def all_are_found(library: Library, count: int) -> bool:
    """Whether each article is listed, has its facts, and answers a query."""
    ids = {f"a{number:03}" for number in range(count)}
    hits = library.search("zebra", limit=count + 1).hits
    return (
        {entry.id for entry in library.entries()} == ids
        and {hit.article for hit in hits} == ids
        and all(library.facts(id_).figures for id_ in ids)
    )


@pytest.mark.parametrize("times", [4, pytest.param(20, marks=pytest.mark.slow)])
@pytest.mark.parametrize("processes", [1, 2])
def test_killed_at_random_moments(tmp_path: Path, times: int, processes: int) -> None:
    """What was committed stays; what was not is read by the next run."""
    chance = random.Random(times)
    folder, cache = write_articles(tmp_path / "articles", _ARTICLES), tmp_path / "cache"
    script = tmp_path / "indexing.py"
    script.write_text(textwrap.dedent(_INDEXING))
    before = 0
    for _ in range(times):
        words: list[str | Path] = [sys.executable, script, folder, cache, str(processes)]
        with subprocess.Popen(words, stdout=subprocess.PIPE, start_new_session=True) as run:
            assert run.stdout is not None
            for _ in range(chance.randrange(20)):
                run.stdout.readline()
            time.sleep(chance.uniform(0.0, 0.05))
            os.killpg(run.pid, signal.SIGKILL)
        with Library.open([folder], cache=cache) as library:
            found = {hit.article for hit in library.search("zebra", limit=_ARTICLES + 1).hits}
            assert found == {entry.id for entry in library.entries()}
            assert len(found) >= before
            assert library.notices == []
            before = len(found)
        if before == _ARTICLES:  # all of it was read: from the beginning, with every file changed
            write_articles(folder, _ARTICLES)
            for file in folder.iterdir():
                file.write_text(file.read_text() + f" It was day {times}.")
    with Library.open([folder], cache=cache) as library:
        library.sync()
        assert all_are_found(library, _ARTICLES)


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _change(file: Path) -> None:
    content = bytearray(file.read_bytes())
    third = len(content) // 3
    content[third : 2 * third] = bytes(byte ^ 0xA5 for byte in content[third : 2 * third])
    file.write_bytes(content)


_DAMAGES: dict[str, Callable[[Path], object]] = {
    "cut": _cut,
    "gone": Path.unlink,
    "emptied": lambda file: file.write_bytes(b""),
    "changed": _change,
}
_FILES = ("catalog.db", "relatives.db", "index/*.seg", "index/*.toc", "index/*.json")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the articles of a small library and its cache, up to date."""
    root = tmp_path_factory.mktemp("whole")
    write_articles(root / "articles", 12)
    with Library.open([root / "articles"], cache=root / "cache") as library:
        library.sync()
        assert all_are_found(library, 12)
    return root


@pytest.mark.parametrize("pattern", _FILES)
@pytest.mark.parametrize(
    "damage",
    ["cut", *(pytest.param(name, marks=pytest.mark.slow) for name in list(_DAMAGES)[1:])],
)
def test_any_damage_of_the_cache_is_mended(
    whole: Path, tmp_path: Path, damage: str, pattern: str
) -> None:
    cache = shutil.copytree(whole / "cache", tmp_path / "cache")
    (file,) = cache.glob(pattern)
    _DAMAGES[damage](file)
    with Library.open([whole / "articles"], cache=cache) as library:
        with suppress(CatalogDamagedError):  # which says what to do
            library.search("zebra")  # as while the reader starts
        library.sync()
        assert all_are_found(library, 12)
    with Library.open([whole / "articles"], cache=cache) as library:
        assert not library.sync().failed
        assert library.notices == []
        assert all_are_found(library, 12)
