"""`conflicts` over a whole library: time for a story, and the memory it takes at its peak.

    python -m tests.benchmarks conflicts [--articles 2000 20000] [--command]

The library is made: four reports of each of many invented events, whose figures part. Making it
takes longer than the measure. Each size is measured in a process of its own; times are CPU time.
Time for a story should stay the same as the library grows, and memory nearly so: what is kept of
an article while stories are found is about two kilobytes.

With `--command` it is files, and what is measured is `newsreader index` and then the whole of
`newsreader conflicts`, whose progress bar is read off a terminal.
"""

from __future__ import annotations

import argparse
import json
import os
import pty
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from index.article import Article
from index.catalog import Catalog, FileRecord
from index.compare.model import DISPUTED
from index.facts.codec import encode
from index.facts.extract import extract
from index.facts.stamp import extractor_stamp
from index.library import Library
from index.locations import lexicon_folder

_REPORTS = 4
"""Reports of one event."""
_BATCH = 500
_FIRST_DAY = date(2022, 1, 1)
_SYLLABLES = re.findall(
    r"\w+", "ba dor fen gul har kos lim mar nov pel quin rus sol tar ulm ver wis yor zan"
)
_EVENTS = (
    ("flood", "killed", "people"),
    ("train crash", "injured", "passengers"),
    ("factory fire", "killed", "workers"),
    ("border clash", "killed", "soldiers"),
    ("landslide", "displaced", "families"),
    ("ferry accident", "injured", "passengers"),
)
_OUTLETS = ("Northern Post", "Capital Gazette", "Harbour Wire", "River Herald")


def main(arguments: Sequence[str]) -> None:
    """Measures each size in a process of its own."""
    parser = argparse.ArgumentParser(prog="conflicts", description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[2000, 20_000])
    parser.add_argument("--command", action="store_true", help="the whole command, on files")
    parser.add_argument("--make", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.measure:
        print(json.dumps(_measure(options.measure)))
        return
    if options.make:
        _make(options.make, *options.articles)
        return
    for number in options.articles:
        if options.command:
            print(_whole_command(number))
            continue
        with tempfile.TemporaryDirectory() as folder:
            _child("--make", folder, "--articles", str(number))
            found = json.loads(_child("--measure", folder))
        stories = max(1, found["stories"])
        print(
            f"{number:6,} articles: {found['stories']:5,} stories, {found['questions']:6,} "
            f"questions answered differently; {1000 * found['finding'] / stories:5.2f} ms to find "
            f"a story, {1000 * found['comparing'] / stories:5.2f} ms to compare it, peak "
            f"{found['peak']:4.0f} MB, of it {found['grown']:4.0f} MB since the start"
        )


def _child(*arguments: str) -> str:
    """What the benchmark prints in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks", "conflicts", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _whole_command(number: int) -> str:
    """What indexing so many files, and then comparing all of them, takes."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library"
        library.mkdir()
        for one in stories(number):
            head = f"---\nsource: {one.source}\npublished: {one.published}\n---\n"
            (library / f"{one.id.replace('/', '-')}.md").write_text(head + one.body, "utf-8")
        indexed, _ = _command(folder, "index", library)
        compared, shown = _command(folder, "conflicts", "--library", library)
    bars = [words for words in ("articles read", "stories compared") if words in shown]
    found = max(map(int, re.findall(r"\d+/(\d+)[^/]*stories compared", shown)), default=0)
    return (
        f"{number:6,} files: index {indexed.ru_utime:5.0f} s, peak {_megabytes(indexed):4.0f} MB; "
        f"conflicts {compared.ru_utime:5.0f} s, peak {_megabytes(compared):4.0f} MB; {found:,} "
        f"stories, {1000 * compared.ru_utime / max(1, found):5.2f} ms each; the bar told of "
        f"{' and of '.join(bars) or 'nothing'}"
    )


def _command(home: str, *words: str | Path) -> tuple[resource.struct_rusage, str]:
    """The processor's time and the memory that a command takes, and what it writes to a terminal
    beside its output."""
    places = {f"XDG_{name}_HOME": f"{home}/{name.lower()}" for name in ("CACHE", "DATA", "CONFIG")}
    terminal, errors = pty.openpty()
    process = subprocess.Popen(
        [Path(sys.executable).with_name("newsreader"), *words],
        stdout=subprocess.DEVNULL,
        stderr=errors,
        env={**os.environ, **places, "HOME": home, "TERM": "xterm", "COLUMNS": "120"},
    )
    os.close(errors)
    shown = bytearray()
    while chunk := _read(terminal):
        shown += chunk
    _, _, used = os.wait4(process.pid, 0)
    os.close(terminal)
    return used, shown.decode("utf-8", "replace")


def _read(terminal: int) -> bytes:
    """What comes next; nothing once the other end is closed."""
    try:
        return os.read(terminal, 1 << 16)
    except OSError:
        return b""


def stories(number: int, seed: int = 1) -> Iterator[Article]:
    """`number` reports, four of each invented event; the same seed gives the same."""
    chance = random.Random(seed)
    for story in range(number // _REPORTS):
        event, verb, whom = chance.choice(_EVENTS)
        town, valley, river, mayor, minister = (_name(chance) for _ in range(5))
        day = _FIRST_DAY + timedelta(days=chance.randrange(1000))
        killed = chance.randrange(20, 900)
        for report in range(_REPORTS):
            count = killed + (0 if report < _REPORTS // 2 else chance.randrange(5, 90))
            near = chance.choice(("on the bank of the", "above the", "near the"))
            filling = " ".join(_name(chance) for _ in range(12))
            body = (
                f"{event.capitalize()} near {town} in {valley}\n"
                f"A {event} near {town} in {valley} {verb} {count} {whom} on Monday, Interior "
                f"Minister {minister} Wolde said.\n"
                f"“At least {count + 10} {whom} were brought to {town},” Mayor {mayor} Okoro told "
                f"reporters. She said that help for {valley} would come by the end of the week.\n"
                f"The road {near} {river} is closed, and {chance.randrange(3, 40)} bridges were "
                f"lost. The government of {valley} promised ${chance.randrange(2, 80)} million.\n"
                f"Witnesses spoke of {filling}. The {river} had risen by {chance.randrange(2, 9)} "
                f"metres since Friday, and schools in {town} stay closed until {'Thursday'}.\n"
                f"{minister} Wolde denied that the {river} dam had been opened without warning."
            )
            yield Article(
                f"{story:06}/{report}",
                body.partition("\n")[0],
                body,
                source=_OUTLETS[report],
                published=(day + timedelta(days=report // 2)).isoformat(),
                sha256=f"{story:032}{report:032}",
            )


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=3)).capitalize()


def _make(folder: Path, number: int) -> None:
    """A library of so many articles, as a sync would have left it."""
    with Library.open([folder], cache=folder / "cache"):
        pass
    catalog = Catalog.open(folder / "cache" / "catalog.db", extractor_stamp(lexicon_folder()))
    articles = stories(number)
    while batch := list(islice(articles, _BATCH)):
        catalog.write(
            [FileRecord(str(folder / one.id), 0, 0, one.id) for one in batch],
            [(one, encode(extract(one), one.body)) for one in batch],
        )
    catalog.close()


def _measure(folder: Path) -> dict[str, float]:
    started, before = time.process_time(), _peak()
    with Library.open([folder], cache=folder / "cache") as library:
        finding, found, disputed = 0.0, 0, 0
        for ids in library.stories():
            finding = finding or time.process_time() - started
            found += 1
            questions = library.compare(ids).questions
            disputed += sum(one.relation in DISPUTED for one in questions)
    return {
        "stories": found,
        "questions": disputed,
        "finding": finding,
        "comparing": time.process_time() - started - finding,
        "peak": _peak(),
        "grown": _peak() - before,
    }


def _peak() -> float:
    """Megabytes of memory at most so far."""
    return _megabytes(resource.getrusage(resource.RUSAGE_SELF))


def _megabytes(used: resource.struct_rusage) -> float:
    return used.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6
