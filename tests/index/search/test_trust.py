"""Damaged, foreign, read-only, locked and half-written indexes: the next start searches."""

from __future__ import annotations

import os
import pickle
import random
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from whoosh.filedb.structfile import StructFile

from index.article import Article
from index.errors import IndexUnavailableError
from index.facts.model import Facts
from index.search import whoosh_engine
from index.search.engine import IndexBusyError
from index.search.opening import open_engine
from tests.index.search.samples import BRIDGE, DAM, HARBOUR, SAMPLES, engine_with, found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed index of two articles."""
    engine = engine_with(SAMPLES[:2], tmp_path / "index")
    engine.close()
    return tmp_path / "index"


def only(folder: Path, pattern: str) -> Path:
    (file,) = folder.glob(pattern)
    return file


def cut(file: Path, keep: float) -> None:
    data = file.read_bytes()
    file.write_bytes(data[: int(len(data) * keep)])


def append(file: Path) -> None:
    file.write_bytes(file.read_bytes() + b"more")


def folder_instead(file: Path) -> None:
    file.unlink()
    file.mkdir()


def empty(folder: Path, but: str = "none") -> None:
    for file in folder.iterdir():
        if file.suffix != but:
            file.unlink()


def flip(file: Path, place: float) -> None:
    data = bytearray(file.read_bytes())
    at = int(len(data) * place)
    for offset in range(at, min(at + 8, len(data))):
        data[offset] ^= 0xFF
    file.write_bytes(data)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "segment gone": lambda folder: only(folder, "*.seg").unlink(),
    "segment empty": lambda folder: only(folder, "*.seg").write_bytes(b""),
    "segment cut to nothing": lambda folder: cut(only(folder, "*.seg"), 0.01),
    "segment cut in half": lambda folder: cut(only(folder, "*.seg"), 0.5),
    "segment cut at the end": lambda folder: cut(only(folder, "*.seg"), 0.99),
    "segment too long": lambda folder: append(only(folder, "*.seg")),
    "segment's directory": lambda folder: flip(only(folder, "*.seg"), 0.0),
    "segment's end": lambda folder: flip(only(folder, "*.seg"), 0.98),
    "segment of zeros": lambda folder: only(folder, "*.seg").write_bytes(
        bytes(only(folder, "*.seg").stat().st_size)
    ),
    "segment is a folder": lambda folder: folder_instead(only(folder, "*.seg")),
    "list of segments gone": lambda folder: only(folder, "*.toc").unlink(),
    "list of segments empty": lambda folder: only(folder, "*.toc").write_bytes(b""),
    "list of segments cut": lambda folder: cut(only(folder, "*.toc"), 0.5),
    "list of segments cut at the end": lambda folder: cut(only(folder, "*.toc"), 0.95),
    "list of segments is noise": lambda folder: only(folder, "*.toc").write_bytes(
        random.Random(1).randbytes(400)
    ),
    "list of segments of another program": lambda folder: only(folder, "*.toc").write_bytes(
        pickle.dumps({"other": "index"})
    ),
    "list of segments, head": lambda folder: flip(only(folder, "*.toc"), 0.0),
    "list of segments, end": lambda folder: flip(only(folder, "*.toc"), 0.97),
    "stamp cut": lambda folder: cut(only(folder, "*.json"), 0.5),
    "stamp of another version": lambda folder: only(folder, "*.json").write_text(
        '{"program": "newsreader", "schema": 0}'
    ),
    "everything but the stamp gone": lambda folder: empty(folder, but=".json"),
    "everything gone": empty,
    "folder gone": shutil.rmtree,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_any_damage_ends_in_an_index_that_searches(folder: Path, damage: str) -> None:
    DAMAGES[damage](folder)
    engine = open_engine(folder)
    for query in ("dam", "minist*", "figure:>1", '"the dam broke"', ""):
        engine.search(query, body_of=lambda _: "")
    assert engine.ids() <= {"dam", "bridge"}
    engine.update([document for document in SAMPLES if document[0].id not in engine.ids()])
    assert engine.ids() == {"dam", "bridge", "harbour", "undated"}
    assert found(engine.search("Luhov")) == ["bridge", "harbour"]
    engine.close()
    again = open_engine(folder)
    assert again.notices == []
    assert found(again.search("Luhov")) == ["bridge", "harbour"]
    again.close()


@pytest.mark.parametrize("place", [n / 40 for n in range(40)])
def test_bytes_that_changed_are_never_a_crash(folder: Path, place: float) -> None:
    flip(only(folder, "*.seg"), place)
    engine = open_engine(folder)
    for query in ("dam", "mi*", "official:vance", "figure:>1", "when:2024", '"the dam broke"', ""):
        engine.search(query, facets=True)
    engine.update([HARBOUR])
    assert "harbour" in engine.ids()
    engine.close()


def test_damage_found_while_searching_is_told(folder: Path) -> None:
    engine = open_engine(folder)
    assert engine.ids() == {"dam", "bridge"}
    cut(only(folder, "*.seg"), 0.0)
    engine.update([HARBOUR])  # makes the reader look again
    engine.search("dam")
    engine.close()
    again = open_engine(folder)
    assert again.ids() <= {"dam", "bridge", "harbour"}
    again.close()


def test_the_damaged_index_is_kept_aside_once(folder: Path) -> None:
    for _ in range(3):
        only(folder, "*.toc").write_bytes(b"")
        engine = open_engine(folder)
        assert len(engine.notices) == 1
        assert "built anew" in engine.notices[0]
        engine.update(SAMPLES)
        engine.close()
    assert len(list(folder.parent.iterdir())) == 2


def test_a_strangers_folder_is_left_alone(tmp_path: Path) -> None:
    stranger = tmp_path / "documents"
    stranger.mkdir()
    (stranger / "_MAIN_1.toc").write_bytes(pickle.dumps(os.getcwd))
    engine = open_engine(stranger)
    engine.update(SAMPLES)
    assert found(engine.search("harbour")) == ["harbour"]
    assert [file.name for file in stranger.iterdir()] == ["_MAIN_1.toc"]
    assert str(stranger) in engine.notices[0]
    assert "left alone" in engine.notices[0]
    engine.close()


def test_a_folder_that_others_can_write_to_is_refused(folder: Path) -> None:
    folder.chmod(0o770)
    engine = open_engine(folder)
    assert "others can write" in engine.notices[0]
    assert engine.ids() == frozenset()
    engine.close()


def test_a_link_to_another_folder_is_refused(folder: Path) -> None:
    elsewhere = folder.rename(folder.with_name("elsewhere"))
    folder.symlink_to(elsewhere)
    engine = open_engine(folder)
    assert "left alone" in engine.notices[0]
    engine.close()


def test_the_folder_is_private(folder: Path) -> None:
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_cache_that_cannot_be_made_means_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    engine = open_engine(tmp_path / "file" / "index")
    engine.update(SAMPLES)
    assert found(engine.search("harbour")) == ["harbour"]
    assert "in memory" in engine.notices[0]
    engine.close()


def test_a_failed_update_leaves_the_index_as_it_was(folder: Path) -> None:
    engine = open_engine(folder)

    def documents() -> Iterator[tuple[Article, Facts]]:
        yield HARBOUR
        raise RuntimeError("the article could not be read")

    with pytest.raises(RuntimeError):
        engine.update(documents(), removed=["dam"])
    assert engine.ids() == {"dam", "bridge"}
    engine.update([HARBOUR])
    assert engine.ids() == {"dam", "bridge", "harbour"}
    engine.close()


def test_a_full_disk_is_said_and_leaves_no_dead_files(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = open_engine(folder)
    before = sorted(file.name for file in folder.iterdir())

    def full(self: StructFile, *_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(StructFile, "write", full)
        with pytest.raises(IndexUnavailableError, match="no space left"):
            engine.update([HARBOUR])
    assert sorted(file.name for file in folder.iterdir() if file.suffix != ".pid") == [
        name for name in before if not name.endswith(".pid")
    ]
    assert engine.ids() == {"dam", "bridge"}
    engine.update([HARBOUR])
    assert engine.ids() == {"dam", "bridge", "harbour"}
    engine.close()


def test_a_second_instance_reads_while_the_first_writes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whoosh_engine, "_LOCK_SECONDS", 0.2)
    first, second = open_engine(folder), open_engine(folder)

    def documents() -> Iterator[tuple[Article, Facts]]:
        assert found(second.search("dam")) == ["dam"]
        with pytest.raises(IndexBusyError, match=f"process {os.getpid()}"):
            second.update([HARBOUR])
        yield HARBOUR

    first.update(documents())
    assert found(second.search("harbour")) == ["harbour"]
    first.close()
    second.close()


_WRITER = """
    import sys
    from pathlib import Path
    from index.article import Article
    from index.facts.model import Facts
    from index.search.opening import open_engine

    engine = open_engine(Path(sys.argv[1]))
    print("ready", flush=True)
    for turn in range(1_000_000):
        engine.update(
            [
                (Article(f"a{n}", f"Report {n}", f"turn {turn} of the river and the dam"), Facts())
                for n in range(turn % 40, turn % 40 + 20)
            ],
            removed=["dam"] if turn % 2 else [],
        )
"""


@pytest.mark.parametrize("times", [4, pytest.param(20, marks=pytest.mark.slow)])
def test_kill_at_any_moment(folder: Path, times: int) -> None:
    chance = random.Random(times)
    for _ in range(times):
        with subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(_WRITER), str(folder)], stdout=subprocess.PIPE
        ) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(chance.uniform(0.0, 0.12))
            writer.send_signal(signal.SIGKILL)
        engine = open_engine(folder)
        assert engine.notices == []
        assert "bridge" in engine.ids()
        engine.update([DAM, BRIDGE])
        assert {"dam", "bridge"} <= engine.ids()
        assert "bridge" in found(engine.search("luhov"))
        engine.close()


def test_whoosh_is_imported_only_when_an_engine_is_opened() -> None:
    script = (
        "import sys, index.search.opening, index.search.engine, index.search.parser\n"
        "assert not [name for name in sys.modules if name.startswith('whoosh')]"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
