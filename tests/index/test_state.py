"""What outlives the caches is on the disk when the call returns."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from index.errors import ResourceError
from index.state import HISTORY_LENGTH, State


def test_everything_is_there_after_opening_again(tmp_path: Path) -> None:
    path = tmp_path / "data" / "state.db"
    state = State.open(path)
    state.set_place("a", 5)
    state.set_place("a", 9)
    state.mark_read("a")
    state.mark_read("b")
    state.mark_read("b", read=False)
    state.save_search("troops", "figure:8000..12000")
    state.save_search("gone", "x")
    state.forget_search("gone")
    state.close()
    again = State.open(path)
    assert again.place("a") == 9
    assert again.place("b") is None
    assert again.read_articles() == {"a"}
    assert again.searches() == {"troops": "figure:8000..12000"}
    again.close()


def test_the_history_does_not_grow_for_ever(tmp_path: Path) -> None:
    state = State.open(tmp_path / "state.db")
    with state.transaction() as connection:
        connection.executemany(
            "INSERT INTO asked (query) VALUES (?)",
            [(str(number),) for number in range(HISTORY_LENGTH + 20)],
        )
    state.remember_query("last")
    queries = state.queries(10 * HISTORY_LENGTH)
    assert len(queries) == HISTORY_LENGTH
    assert queries[0] == "last"
    state.close()


def test_a_transaction_is_all_or_nothing(tmp_path: Path) -> None:
    state = State.open(tmp_path / "state.db")

    def half() -> None:
        with state.transaction() as connection:
            connection.execute("INSERT INTO opened VALUES ('a', '')")
            raise KeyError("in the middle")

    with pytest.raises(KeyError):
        half()
    assert state.read_articles() == frozenset()
    state.close()


def test_many_threads_and_two_windows(tmp_path: Path) -> None:
    windows = [State.open(tmp_path / "state.db") for _ in range(2)]

    def write(number: int) -> None:
        for turn in range(10):
            windows[number % 2].mark_read(f"{number}/{turn}")

    threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(windows[0].read_articles()) == 80
    for window in windows:
        window.close()


def test_a_closed_state_says_so_in_a_sentence(tmp_path: Path) -> None:
    state = State.open(tmp_path / "state.db")
    state.close()
    with pytest.raises(ResourceError, match=r"state\.db cannot be written"):
        state.mark_read("a")
    with pytest.raises(ResourceError, match=r"state\.db cannot be read"):
        state.place("a")
