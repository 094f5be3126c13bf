"""Workers: one answer an item, and a reason for what is too much for them."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from textwrap import dedent

import pytest

from index.errors import InputError, ResourceError
from index.sources.parsing import LARGEST, MISSING, Limits, ParserPool, shared_pool

PAGE = (
    b"<html><title>Bridge opens</title><article><h1>Bridge opens</h1>"
    + b"<p>The old bridge over the river was opened to lorries again on Tuesday.</p>" * 5
    + b"</article></html>"
)
FEED = b"""<rss version="2.0"><channel><title>The Example Courier</title>
<item><guid>1</guid><title>One</title>
<description>First &lt;b&gt;words&lt;/b&gt;</description></item>
</channel></rss>"""
MAIL = b"Subject: Hello\nFrom: The Example Courier <desk@courier.example>\n\nA mail.\n"


@pytest.fixture
def pool() -> Iterator[ParserPool]:
    with ParserPool(1, Limits(cpu=1, wall=8.0)) as pool:
        yield pool


def stranger(pool: ParserPool, monkeypatch: pytest.MonkeyPatch, folder: Path, code: str) -> None:
    """Puts another parser of pages into the workers that start from now on."""
    package = folder / "sitecustomize.py"
    package.write_text(
        dedent("""
        import importlib.abc, importlib.util, sys
        class Finder(importlib.abc.MetaPathFinder):
            def find_spec(self, name, path, target=None):
                if name == "index.sources.workers.page":
                    return importlib.util.spec_from_file_location(name, CODE)
        sys.meta_path.insert(0, Finder())
        """).replace("CODE", repr(str(folder / "parser.py")))
    )
    (folder / "parser.py").write_text(dedent(code))
    monkeypatch.setenv("PYTHONPATH", str(folder))


def test_each_kind_is_parsed(pool: ParserPool) -> None:
    assert pool.parse("html", PAGE).title == "Bridge opens"
    assert pool.parse("mail", MAIL).source == "The Example Courier"
    assert [entry.page.body for entry in pool.parse("feed", FEED).entries] == ["First words"]


def test_a_worker_serves_many_items(pool: ParserPool) -> None:
    pool.parse("mail", MAIL)
    worker = pool._idle[0]
    for _ in range(20):
        pool.parse("mail", MAIL)
    assert pool._idle == [worker]


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("def parse(data, url, charset):\n while True: pass", "1 s of processor time"),
        ("def parse(data, url, charset): return {'body': 'x' * 10**9}", "400 MB of memory"),
        (
            "import os, signal\ndef parse(*_, **__): os.kill(os.getpid(), 11)",
            "crashed on it (SIGSEGV)",
        ),
        ("import os\ndef parse(*_, **__): os._exit(3)", "crashed on it (exit code 3)"),
        ("def parse(data, url, charset): return {'body': 'x' * 30_000_000}", "longer than 20 MB"),
        ("def parse(data, url, charset): raise ValueError('odd')", "ValueError: odd"),
        ("def parse(data, url, charset): return parse(data, url, charset)", "nested too deeply"),
        ("import os\ndef parse(*_, **__): os.write(4, b'no json\\n')", "no answer"),
        ("import nothing_of_this_name", MISSING),
    ],
)
def test_what_is_too_much_has_a_reason_and_the_next_item_goes_on(
    code: str, reason: str, pool: ParserPool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stranger(pool, monkeypatch, tmp_path, code)
    with pytest.raises(InputError) as told:
        pool.parse("html", PAGE)
    assert reason in str(told.value)
    monkeypatch.delenv("PYTHONPATH")
    for worker in pool._idle:
        worker.close()
    pool._idle.clear()
    assert pool.parse("html", PAGE).title == "Bridge opens"


def test_what_waits_for_ever_is_ended_and_the_next_item_goes_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sleeping = "import time\ndef parse(data, url, charset): time.sleep(60)"
    with ParserPool(1, Limits(cpu=1, wall=2.0)) as pool:
        stranger(pool, monkeypatch, tmp_path, sleeping)
        with pytest.raises(InputError, match="longer than 2 s"):
            pool.parse("html", PAGE)
        monkeypatch.delenv("PYTHONPATH")
        pool._limits = Limits(cpu=1, wall=8.0)
        assert pool.parse("html", PAGE).title == "Bridge opens"


@pytest.mark.parametrize(
    "deed",
    [
        "socket.create_connection(('127.0.0.1', PORT))",
        "socket.getaddrinfo('courier.example', 80)",
        "open('FOLDER/written', 'w')",
        "os.open('FOLDER/written', os.O_CREAT | os.O_WRONLY)",
        "os.mkdir('FOLDER/written')",
        "os.system('touch FOLDER/written')",
        "subprocess.run(['touch', 'FOLDER/written'])",
        "os.fork()",
        "os.remove('FOLDER/parser.py')",
    ],
)
def test_a_parser_can_neither_connect_nor_write_nor_start_anything(
    deed: str, pool: ParserPool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        done = deed.replace("PORT", str(listener.getsockname()[1])).replace("FOLDER", str(tmp_path))
        stranger(
            pool,
            monkeypatch,
            tmp_path,
            f"import os, socket, subprocess\ndef parse(data, url, charset):\n {done}",
        )
        with pytest.raises(InputError, match="PermissionError"):
            pool.parse("html", PAGE)
        with pytest.raises(BlockingIOError):
            listener.accept()
    assert not (tmp_path / "written").exists()
    assert (tmp_path / "parser.py").exists()


def test_too_large_an_item_is_never_sent(pool: ParserPool) -> None:
    for kind in LARGEST:
        with pytest.raises(InputError, match="is too large"):
            pool.parse(kind, b"x" * (LARGEST[kind] + 1))
    assert not pool._idle


def test_an_idle_worker_goes_to_rest_and_is_replaced() -> None:
    with ParserPool(1, Limits(rest=0.2)) as pool:
        pool.parse("mail", MAIL)
        worker = pool._idle[0]
        worker._process.wait(30)
        assert pool.parse("mail", MAIL).body == "A mail."
        assert pool._idle[0] is not worker


def test_a_worker_makes_way_after_its_number_of_items() -> None:
    with ParserPool(1, Limits(items=2)) as pool:
        seen = {pool.parse("mail", MAIL) and pool._idle[0]._process.pid for _ in range(6)}
    assert len(seen) == 3


def test_many_threads_share_few_workers() -> None:
    with ParserPool(2) as pool, ThreadPoolExecutor(8) as threads:
        titles = list(threads.map(lambda _: pool.parse("html", PAGE).title, range(40)))
        assert titles == ["Bridge opens"] * 40
        assert len(pool._idle) <= 2


def test_one_kind_makes_room_for_another() -> None:
    with ParserPool(1) as pool:
        pool.parse("mail", MAIL)
        first = pool._idle[0]
        pool.parse("feed", FEED)
        assert [worker.kind for worker in pool._idle] == ["feed"]
        assert first._process.poll() is not None


def test_a_closed_pool_leaves_no_process() -> None:
    pool = ParserPool(1)
    pool.parse("mail", MAIL)
    process = pool._idle[0]._process
    pool.close()
    assert process.poll() is not None


def test_a_worker_ends_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    code = (
        "from index.sources.parsing import ParserPool\n"
        "pool = ParserPool(1)\n"
        "pool.parse('mail', b'Subject: x\\n\\nText.')\n"
        "print(pool._idle[0]._process.pid, flush=True)\n"
        "input()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as parent:
        assert parent.stdout
        worker = int(parent.stdout.readline())
        parent.send_signal(signal.SIGKILL)
    for _ in range(200):
        try:
            os.kill(worker, 0)
        except ProcessLookupError:
            return
        if Path(f"/proc/{worker}/stat").exists() and is_zombie(worker):
            return
        time.sleep(0.05)
    pytest.fail("the worker outlived its parent")


def is_zombie(pid: int) -> bool:
    """Nobody may be there to collect it."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"


def test_where_no_process_can_be_started_a_sentence_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(ResourceError, match="No process can be started"), ParserPool() as pool:
        pool.parse("mail", MAIL)


def test_a_large_parent_has_workers_as_well() -> None:
    """On Linux a process inherits the peak of its parent's memory."""
    ballast = bytearray(200_000_000)
    for at in range(0, len(ballast), 4096):
        ballast[at] = 1
    with ParserPool(1, Limits(memory=150_000_000)) as pool:
        assert pool.parse("mail", MAIL).body == "A mail."
    assert ballast[0]


def test_the_shared_pool_serves_any_thread() -> None:
    bodies: list[str] = []
    thread = threading.Thread(target=lambda: bodies.append(shared_pool().parse("mail", MAIL).body))
    thread.start()
    thread.join(60)
    assert bodies == ["A mail."]


@pytest.mark.parametrize(
    ("kind", "absent"),
    [
        ("mail", ("lxml", "trafilatura", "feedparser")),
        ("html", ("feedparser",)),
        ("feed", ("trafilatura",)),
    ],
)
def test_a_worker_loads_only_what_its_kind_needs(kind: str, absent: tuple[str, ...]) -> None:
    parser = {"html": "page"}.get(kind, kind)
    code = f"import sys, index.sources.workers.{parser}; print(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert not loaded & {*absent, "textual", "rich", "pydantic", "whoosh", "httpx"}
