"""The library after kills and damage, and beside others that write at the same time."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from index.errors import ResourceError
from index.library import Library
from tests.index.asked import changes, found


def test_a_kill_between_catalogue_and_index_is_mended(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library.open([folder], cache=cache) as library:
        monkeypatch.setattr(library._upkeep, "take_over", lambda: None)
        library.sync()
    with Library.open([folder], cache=cache) as library:
        assert found(library, "desperation") == {"001", "004"}


def test_an_index_that_was_deleted_is_made_again(library: Library, folder: Path) -> None:
    cache = library.folder
    assert cache
    library.close()
    shutil.rmtree(cache / "index")
    with Library.open([folder], cache=cache) as again:
        assert found(again, "desperation") == {"001", "004"}


def test_an_index_that_is_damaged_while_it_is_open_is_made_again(folder: Path, cache: Path) -> None:
    with Library.open([folder], cache=cache) as library:
        library.sync()
    for path in (cache / "index").rglob("*"):
        if path.is_file() and path.stat().st_size > 200:
            path.write_bytes(path.read_bytes()[:100])
    with Library.open([folder], cache=cache) as library:
        assert found(library, "desperation") == {"001", "004"}
        assert any("index" in notice for notice in library.notices)


@pytest.mark.parametrize(("sound", "opens"), [(4096, False), (8192, True)])
def test_a_catalogue_that_is_damaged_under_way_is_made_anew(
    library: Library, folder: Path, sound: int, opens: bool
) -> None:
    """Whether it is seen at once, or only under way since the first pages are sound."""
    assert library.folder
    file = library.folder / "catalog.db"
    library._catalog._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    library._catalog.close()
    content = bytearray(file.read_bytes())
    content[sound:] = b"\xa5" * (len(content) - sound)
    file.write_bytes(content)
    with Library.open([folder], cache=library.folder) as again:
        damaged = again._catalog
        report = again.sync()
        assert report.articles == 5
        assert any("damaged" in one for one in again.notices) == opens
        if opens:
            with pytest.raises(ResourceError, match="closed"):
                damaged.count()
        assert file.exists()
        assert found(again, "desperation") == {"001", "004"}


def test_killed_again_and_again_while_it_reads(folder: Path, cache: Path) -> None:
    for number in range(60):
        (folder / f"more{number}.txt").write_text(f"Zebra number {number} was seen in Kursk.")
    script = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from index import library, sync\n"
        "sync.FIRST_BATCH = sync.LARGEST_BATCH = 8\n"
        "folder, cache, done = sys.argv[1:]\n"
        "with library.Library.open([folder], cache=Path(cache)) as it:\n"
        "    it.sync(lambda so_far: os._exit(9) if so_far.done == int(done) else None)\n"
    )
    for done in (3, 9, 20):
        code = subprocess.run(
            [sys.executable, "-c", script, str(folder), str(cache), str(done)], check=False
        ).returncode
        assert code == 9
    with Library.open([folder], cache=cache) as library:
        report = library.sync()
        assert report.articles == 65
        assert 0 < report.added < 65
        assert library.search("zebra", limit=100).total == 60
        assert changes(library.sync()) == (0, 0, 0)


def test_a_cache_that_cannot_be_written_costs_only_the_next_start(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    with Library.open([folder], cache=tmp_path / "file" / "cache") as library:
        assert library.sync().articles == 5
        assert found(library, "desperation") == {"001", "004"}
        assert "memory" in library.notices[0]


def test_two_newsreaders_do_not_write_at_once(library: Library, folder: Path) -> None:
    with Library.open([folder], cache=library.folder) as second:
        (folder / "new.txt").write_text("Ten zebras were seen.")
        with library._upkeep.exclusive() as mine:
            assert mine
            report = second.sync()
        assert "Another newsreader" in report.remarks[0]
        assert report.busy
        assert report.articles == 5
        report = second.sync()
        assert changes(report) == (1, 0, 0)
        assert not report.busy
        assert found(library, "zebras") == {"new"}


def test_what_was_lost_with_a_damaged_segment_is_indexed_again(
    library: Library, folder: Path, cache: Path
) -> None:
    for number in range(3):
        (folder / f"zebra{number}.txt").write_text("A zebra was seen in Kursk.")
        library.sync()
    segment = max((cache / "index").glob("*.seg"), key=lambda file: file.stat().st_mtime_ns)
    data = segment.read_bytes()
    segment.write_bytes(data[:300] + bytes([data[300] ^ 255]) + data[301:])
    (folder / "zebra3.txt").write_text("A zebra was seen in Kursk.")  # the fourth: all are merged
    library.sync()
    assert library.search("zebra").total == 4


# Asking


def test_many_threads_at_once(library: Library, folder: Path) -> None:
    faults: list[BaseException] = []

    def read() -> None:
        try:
            for _ in range(15):
                assert library.search("kursk").total >= 4
                for entry in library.entries():
                    library.article(entry.id)
                    library.facts(entry.id)
        except BaseException as error:
            faults.append(error)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(5):
        (folder / f"more{number}.txt").write_text(f"Zebra number {number} was seen in Kursk.")
        library.sync()
    for thread in threads:
        thread.join()
    assert not faults
    assert library.search("zebra").total == 5


def test_facts_that_cannot_be_read_are_found_again(library: Library) -> None:
    facts = library.facts(library.resolve("003"))
    with library._catalog._connection as database:
        database.execute("UPDATE texts SET facts = x'00'")
    assert library.facts(library.resolve("003")) == facts


def test_closing_in_the_midst_of_a_sync_keeps_the_catalogue(folder: Path, cache: Path) -> None:
    with Library.open([folder], cache=cache) as library:
        library.sync()
        (folder / "new.txt").write_text("Rain fell on the town of Examplia.\n")
        with pytest.raises(ResourceError, match="closed"):
            library.sync(lambda _: library.close())
    with Library.open([folder], cache=cache) as again:
        assert len(again.entries()) == 5
        assert again.sync().added == 1


def test_two_first_starts_at_the_same_moment_share_one_catalogue(
    folder: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "fresh"
    code = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from index.library import Library\n"
        "time.sleep(max(0.0, float(sys.argv[3]) - time.time()))\n"
        "with Library.open([Path(sys.argv[1])], cache=Path(sys.argv[2])) as library:\n"
        "    print(*library.notices)\n"
        "    print(library._catalog._file.stat().st_ino)\n"
    )
    for _ in range(3):
        moment = str(time.time() + 1.5)
        starts = [
            subprocess.Popen(
                [sys.executable, "-c", code, str(folder), str(cache), moment],
                stdout=subprocess.PIPE,
                text=True,
            )
            for _ in range(4)
        ]
        told = [start.communicate()[0] for start in starts]
        assert len(set(told)) == 1, told
        assert told[0].startswith("\n")
        for file in cache.glob("catalog.db*"):
            file.unlink()


def test_a_closed_library_stays_closed(library: Library) -> None:
    """A thread may ask after the program has ended; nothing is opened for it again."""
    assert library.folds().under == {}
    library.close()
    with pytest.raises(ResourceError, match="closed"):
        library.search("kursk")
    assert library.folds().under == {}
    assert library._upkeep._relatives is None
