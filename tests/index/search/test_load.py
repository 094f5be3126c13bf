"""Many threads, hostile queries, and time that stays in bounds."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from index.search.whoosh_engine import WhooshEngine
from tests.index.search.samples import SAMPLES, engine_with, generated


@pytest.fixture(scope="module")
def library() -> WhooshEngine:
    """An engine in memory with 600 generated articles."""
    return engine_with(generated()[:600])


@pytest.mark.parametrize(
    "query",
    [
        "*an*",
        "*a*b*c*",
        "?" * 50,
        "m*" * 200,
        "ma* OR " * 200,
        "said OR " * 10_000,
        "the " * 10_000,
        '"' + "the of " * 3000 + '"',
        '"the of to and a in"~999',
        "(" * 5000 + "said" + ")" * 5000,
        "NOT " * 5001 + "said",
        "-" * 5000 + "said",
        "figure:>0",
        "when:1..9999",
        "said~2 " * 100,
        "x" * 100_000,
        "x" * 100_000 + "~2",
        "*" + "x" * 10_000 + "*y",
        "1," * 50_000,
        '"' * 999,
    ],
    ids=lambda query: query[:12],
)
def test_hostile_queries_end_soon(library: WhooshEngine, query: str) -> None:
    started = time.process_time()
    for as_you_type in (False, True):
        library.search(query, as_you_type=as_you_type)
    library.matches(query, generated()[0][0].body)
    assert time.process_time() - started < 4  # twice the two seconds of one search


def test_searches_and_updates_from_many_threads(tmp_path: Path) -> None:
    engine = engine_with(SAMPLES, tmp_path / "index")
    wrong: list[object] = []
    done = threading.Event()

    def search() -> None:
        try:
            while not done.is_set():
                if engine.search("dam").hits[0].article != "dam" or "bridge" not in engine.ids():
                    wrong.append("an article was gone for a moment")
                engine.search("m", as_you_type=True, facets=True)
        except Exception as error:
            wrong.append(error)

    def update(start: int) -> None:
        try:
            for number in range(start, start + 40):
                engine.update([generated()[number], SAMPLES[number % 4]])
        except Exception as error:
            wrong.append(error)

    readers = [threading.Thread(target=search) for _ in range(3)]
    writers = [threading.Thread(target=update, args=(start,)) for start in (0, 100)]
    for thread in readers + writers:
        thread.start()
    for thread in writers:
        thread.join()
    done.set()
    for thread in readers:
        thread.join()
    assert wrong == []
    assert len(engine.ids()) == 84
    engine.close()


def test_an_index_of_another_process_is_seen_at_once(tmp_path: Path) -> None:
    first, second = WhooshEngine.open(tmp_path / "index"), WhooshEngine.open(tmp_path / "index")
    for article, facts in SAMPLES:
        first.update([(article, facts)])
        assert article.id in second.ids()
        second.update([], removed=[article.id])
        assert article.id not in first.ids()
    assert first.notices == second.notices == []
    first.close()
    second.close()
