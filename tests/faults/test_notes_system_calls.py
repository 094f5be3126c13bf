"""Each system call of a write fails once, in turn; then from there on all of them do."""

from __future__ import annotations

import errno
import fcntl
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import pytest

from index.errors import NotesUnavailableError, ResourceError
from index.notes import durable
from index.notes.notebook import Notebook
from index.notes.rulings import Rulings
from index.state import State
from tests.faults.system import System
from tests.index.notes.samples import BODY, article_of

ARTICLE = article_of(BODY)
FIRST = (0, 40)
SECOND = (BODY.index('"Everybody'), BODY.index(" Nobody"))
MINE = b"# Mine\n\n212 people, typed by hand.\n"
Act = Callable[[Notebook], object]


class Failures:
    """Counts calls, and makes the n-th fail; with `lasting` also all that follow it."""

    def __init__(self, number: int, *, lasting: bool, code: int) -> None:
        self.number, self.lasting, self.code = number, lasting, code
        self.calls = 0

    @property
    def hit(self) -> bool:
        """Whether a call has failed."""
        return self.calls >= self.number

    def fails(self) -> bool:
        """Counts a call; whether it must fail."""
        self.calls += 1
        return self.calls == self.number or (self.lasting and self.hit)


class Faulty:
    """A module whose functions fail as `failures` says. A write that fails has taken a half."""

    def __init__(self, module: ModuleType, failures: Failures, names: set[str]) -> None:
        self._module, self._failures, self._names = module, failures, names

    def __getattr__(self, name: str) -> object:
        real = getattr(self._module, name)
        if name not in self._names:
            return real

        def call(*values: object, **named: object) -> object:
            if not self._failures.fails():
                return real(*values, **named)
            if name == "write":
                descriptor, data = values
                assert isinstance(data, memoryview)
                real(descriptor, data[: len(data) // 2])
            elif name == "close":
                real(*values)  # the descriptor is gone, whatever close says
            raise OSError(self._failures.code, os.strerror(self._failures.code))

        return call


@contextmanager
def failing(failures: Failures, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The calls that change or read the notes fail."""
    calls = {"open", "read", "write", "fsync", "ftruncate", "close", "fstat", "stat", "fchmod"}
    with monkeypatch.context() as patched:
        patched.setattr(durable, "os", Faulty(os, failures, calls | {"replace"}))
        patched.setattr(durable, "fcntl", Faulty(fcntl, failures, {"flock"}))
        patched.setattr(durable, "tempfile", Faulty(tempfile, failures, {"mkstemp"}))
        patched.setattr(durable, "PATIENCE", 0.0)
        yield


def prepared(folder: Path) -> Notebook:
    """Notes with the person's own text and one bookmark."""
    folder.mkdir()
    (folder / "notes.md").write_bytes(MINE)
    book = Notebook.open(folder / "notes.md", folder / "state.db")
    book.bookmark(ARTICLE, *FIRST, note="One.")
    return book


def add(book: Notebook) -> object:
    return book.bookmark(ARTICLE, *SECOND, note="Two.")


def edit(book: Notebook) -> object:
    return book.edit(book.bookmarks()[0].id, note="Other.")


def delete(book: Notebook) -> object:
    book.delete(book.bookmarks()[0].id)
    return None


def undo(book: Notebook) -> object:
    return book.undo()


def goal(folder: Path, act: Act) -> tuple[bytes, bytes]:
    """The file before and after `act` where nothing fails; times of making are left out."""
    book = prepared(folder)
    before = (folder / "notes.md").read_bytes()
    act(book)
    after = (folder / "notes.md").read_bytes()
    book.close()
    return timeless(before), timeless(after)


def timeless(data: bytes) -> bytes:
    """`data` without what differs from one second to the next."""
    parts = data.split(b'"made":"')
    return b'"made":"'.join([parts[0], *(part[25:] for part in parts[1:])])


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC])
@pytest.mark.parametrize("lasting", [False, True])
@pytest.mark.parametrize("act", [add, edit, delete, undo])
def test_the_nth_call_fails(
    act: Act, lasting: bool, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Row 65: no false acknowledgement, never less than before."""
    before, after = goal(tmp_path / "goal", act)
    for number in range(1, 200):
        folder = tmp_path / str(number)
        book = prepared(folder)
        failures = Failures(number, lasting=lasting, code=code)
        done = False
        with failing(failures, monkeypatch):
            try:
                result = act(book)
                done = getattr(result, "state", "written") == "written"
            except NotesUnavailableError as error:
                assert str(error).endswith(".")
        book.close()
        left = timeless((folder / "notes.md").read_bytes())
        if done:
            assert left == after, f"call {number} failed, and it was said to be done"
        assert left.startswith(MINE)
        if act is add:
            assert left.startswith(before)
            assert left in {before, after} or lasting, "a torn block could have been cut off"
        else:
            assert left in {before, after}
        again = Notebook.open(folder / "notes.md", folder / "state.db")
        assert again.notices == []
        whole = timeless((folder / "notes.md").read_bytes())
        assert whole in ({after} if act is add else {before, after})
        again.close()
        if not failures.hit:
            assert number > 5, "the calls were not counted"
            return
    pytest.fail("the write never came to its end")


@pytest.mark.parametrize("act", [add, edit, delete, undo])
def test_the_nth_change_of_the_journal_fails(
    act: Act, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Row 65, for the journal."""
    _, after = goal(tmp_path / "goal", act)
    real = State.transaction
    for number in range(1, 50):
        folder = tmp_path / str(number)
        book = prepared(folder)
        failures = Failures(number, lasting=False, code=errno.EIO)

        def transaction(state: State, failures: Failures = failures) -> object:
            if failures.fails():
                raise ResourceError("The disk of the journal failed.")
            return real(state)

        with monkeypatch.context() as patched:
            patched.setattr(State, "transaction", transaction)
            act(book)
        book.close()
        assert timeless((folder / "notes.md").read_bytes()) == after, "the file is the truth"
        again = Notebook.open(folder / "notes.md", folder / "state.db")
        assert timeless((folder / "notes.md").read_bytes()) == after
        again.close()
        if not failures.hit:
            assert number > 1
            return
    pytest.fail("the write never came to its end")


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC])
@pytest.mark.parametrize("before", [b"", b"# mine\n[[ruling]]\nquestion = 'q'\nrelation = 'scope'"])
def test_the_nth_call_of_a_correction_fails(
    before: bytes, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Row 65, for `rulings.toml`: it stays TOML, and what was in it stays."""
    for number in range(1, 200):
        file = tmp_path / str(number) / "rulings.toml"
        file.parent.mkdir()
        if before:
            file.write_bytes(before)
        rulings = Rulings(file)
        failures = Failures(number, lasting=False, code=code)
        done = False
        with failing(failures, monkeypatch):
            try:
                rulings.correct(ARTICLE, "figure", 0, 5)
                done = True
            except NotesUnavailableError as error:
                assert str(error).endswith(".")
        left = file.read_bytes() if file.exists() else b""
        assert left.startswith(before)
        assert len(Rulings(file).corrections()) in ((1,) if done else (0, 1))
        assert len(Rulings(file).rulings()) == bool(before)
        if not failures.hit:
            assert number > 5, "the calls were not counted"
            return
    pytest.fail("the write never came to its end")


def test_a_write_that_takes_only_a_part_is_gone_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows 58–59: a short write."""

    class Short(System):
        def write(self, descriptor: int, data: memoryview) -> int:
            return os.write(descriptor, data[:7])

    book = prepared(tmp_path / "short")
    with monkeypatch.context() as patched:
        patched.setattr(durable, "os", Short())
        assert book.bookmark(ARTICLE, *SECOND).state == "written"
    assert len(book.bookmarks()) == 2
    book.close()
