"""Thousands of random keys over all screens of the whole program, with hostile and long articles.

Nothing breaks, nothing stays that is not needed, and the terminal is given back as it was.
"""

from __future__ import annotations

import asyncio
import gc
import random
import resource
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from textual import events
from textual.app import App
from textual.keys import key_to_character
from textual.pilot import Pilot
from textual.screen import Screen

from index.locations import fault_file, notes_file
from index.notes import scan
from tests.conftest import SEEDS
from tests.faults.poison import PAYLOADS, poison
from tests.tui.drives.program import DrivenReader, make_library
from tests.tui.settling import at_rest
from tests.tui.terminal import Terminal
from tui.bindings import ACTIONS
from tui.keymap import normal_key
from tui.places import Place

PROGRAM = Path(sys.executable).with_name("newsreader")
SIZES: Final = [(10, 4), (40, 10), (60, 20), (80, 24), (120, 40), (200, 50)]
KEYS: Final = sorted({key for action in ACTIONS.values() for key in action.keys.split(",")})
AT_ONCE: Final = 10
"""Keys that are pressed before anything is waited for: a person types on while workers work."""
WARM: Final = 1_000
"""Keys after which all that is kept is there."""
MOST_GROWTH: Final = 40
"""Mebibytes by which the most that the process has ever held may grow from then on. A screen that
stayed would cost a tenth of one each time it is opened, and its lines as much: hundreds in all."""
FILLED: Final = 5_000
"""Keys after which Textual's caches of regions and styles, each of a fixed size, are full too."""
MOST_MORE: Final = 1.1
"""How many times the objects that were in use then may be in use in the end."""
MOST_SCREENS: Final = 24
"""Screens that are in memory at once, of hundreds that were opened: the open ones, and the last
ones that were closed, as long as Textual's cache of shapes names their widgets."""

HOSTILE: Final = "".join(PAYLOADS) + " 한국어 e\u0301 👩\u200d👧 [@click=app.quit]\n"
LONG: Final = "\n\n".join(
    f"Paragraph {n} counts {n} boats, the ministry said." for n in range(3000)
)
ARTICLES: Final = {
    "hostile": f"[/] A [sic] headline\n\n{HOSTILE * 40}",
    "long": f"Boats are counted\n\n{LONG}",
    "one-line": "A single line\n\n" + "The ferry carried 212 people that night. " * 2_000,
    "empty": "",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples and what is hard on a reader, all of it poisoned once it is read in."""
    folder = tmp_path_factory.mktemp("soaked")
    texts = {
        f"{name}.txt": text.encode("utf-8", "surrogatepass") for name, text in ARTICLES.items()
    }
    make_library(folder, SEEDS, texts)
    poison(folder / "cache" / "catalog.db")
    return folder


@pytest.fixture
def drawn_at_rest() -> None:
    """Here every frame is drawn."""


# In memory, with every key


def faults(app: DrivenReader) -> Iterator[str]:
    """What the person was told that should never be."""
    told = [app.reader.status.message, *(one.message for one in app._notifications)]
    yield from (sentence for sentence in told if "fault in newsreader" in sentence)


def most_memory() -> float:
    """The most that the process has held at once, in mebibytes."""
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held / (1 << 20 if sys.platform == "darwin" else 1 << 10)


async def objects(app: DrivenReader) -> int:
    """The blocks of memory that Python's objects take while the reader alone is open."""
    while app.screen is not app.reader:
        await app.screen.dismiss(None)  # whoever waits for an answer gets none
    await at_rest(app)
    gc.collect()
    return sys.getallocatedblocks()


def screens() -> list[str]:
    """The screens in memory, open or not."""
    gc.collect()
    return [type(one).__name__ for one in gc.get_objects() if issubclass(type(one), Screen)]


def click(app: App[None], x: int, y: int, times: int) -> None:
    """Presses a button of the mouse and lets it go, as a terminal tells it: to whatever is there
    once it is looked at."""
    for kind in (events.MouseDown, events.MouseUp) * times:
        app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y))


async def everything_read(app: DrivenReader) -> None:
    """Opens every report, and compares all: the dearest that there is, which a key may bring any
    time."""
    desk = app.desk
    assert desk is not None
    ids = [entry.id for entry in desk.library.entries()]
    for id_ in ids:
        app.reader.read_on(Place(id_, 0, 0))
        await at_rest(app)
    await asyncio.to_thread(desk.stories.comparison, ids)


async def step(pilot: Pilot[None], choice: random.Random) -> None:
    """A key, a click, or another size of the terminal."""
    kind = choice.random()
    if kind < 0.02:
        await pilot.resize_terminal(*choice.choice(SIZES))
    elif kind < 0.05:
        width, height = pilot.app.size
        click(
            pilot.app, choice.randrange(width), choice.randrange(height), choice.choice([1, 2, 3])
        )
    else:
        key = normal_key(choice.choice(KEYS))
        pilot.app.post_message(events.Key(key, key_to_character(key)))


# Textual tells a screen of words that are selected no more by a call of its own, later; a screen
# that was closed meanwhile drops it.
@pytest.mark.filterwarnings("ignore:coroutine 'Screen._watch_selections':RuntimeWarning")
@pytest.mark.parametrize(
    ("seed", "steps"), [(1, 200), pytest.param(2, 10_000, marks=pytest.mark.slow)]
)
async def test_random_keys(
    seed: int, steps: int, folder: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.browser.open_page", lambda url: None)
    choice = random.Random(seed)
    app = DrivenReader(folder, own_home / "notes.md")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await at_rest(app)
        if steps > WARM:
            await everything_read(app)
        for number in range(1, steps + 1):
            await step(pilot, choice)
            if number % AT_ONCE == 0:
                await at_rest(app)
                assert list(faults(app)) == [], f"after {number} steps"
            if number == WARM:
                warm = most_memory()
            if number == FILLED:
                filled = await objects(app)
        assert app.is_running
        assert len(screens()) <= MOST_SCREENS, screens()
        if steps > FILLED:
            assert most_memory() - warm < MOST_GROWTH
            assert await objects(app) < filled * MOST_MORE


# In a terminal, with every key that does not leave


AS_SENT: Final = {
    "enter": "\r",
    "escape": "\x1b",
    "space": " ",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "alt+right": "\x1b[1;3C",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "delete": "\x1b[3~",
}


def sent(key: str) -> str:
    """What a keyboard sends for a key."""
    if key.startswith("ctrl+"):
        return chr(ord(key[-1]) & 31)
    return AS_SENT.get(key, key)


@pytest.mark.parametrize(
    ("seed", "keys"), [(3, 150), pytest.param(4, 2_000, marks=pytest.mark.slow)]
)
def test_the_terminal_is_given_back(
    seed: int, keys: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(folder))  # no browser, no editor, no other program
    choice = random.Random(seed)
    pressed = [key for key in KEYS if key not in ACTIONS["quit"].keys.split(",")]
    with Terminal([PROGRAM, folder / "library"], 100, 30) as terminal:
        terminal.wait_for(" reports")
        for _ in range(keys // AT_ONCE):
            terminal.press("".join(sent(choice.choice(pressed)) for _ in range(AT_ONCE)))
            terminal.settle(0.05)
            if choice.random() < 0.1:
                terminal.resize(*choice.choice(SIZES))
        terminal.send(signal.SIGTERM)
        ended = terminal.wait()
        assert b"Traceback" not in terminal.written
        assert ended == 0, fault_file().read_text("utf-8")
        assert terminal.modes_left_on() == set()
    if notes_file().exists():
        records = list(scan.records(notes_file().read_bytes()))
        assert all(record.bookmark() for record in records)
