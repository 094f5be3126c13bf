"""The person's own keys: `[keys]` of config.toml, laid over a preset and the default keys.

    [keys]
    preset = "less"
    "figure.next" = "ctrl+n"

Read before the first frame, so with tomllib alone. A wrong entry is left out and reported in one
sentence; it never stops the start.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual.binding import Binding

from index.errors import SettingsError
from tui.bindings import ACTIONS, VIEWS

PRESETS: Final[dict[str, dict[str, str]]] = {
    "less": {
        "move.page_down": "f,pagedown,ctrl+f,ctrl+v",
        "move.page_up": "b,pageup,ctrl+b",
        "figure.next": "]",
        "figure.previous": "[",
        "passage.bookmark": "m",
        "help": "h,?",
        "search.narrow": "F",
        "move.previous_word": "left",
        "compare.previous_report": "left",
        "compare.next_report": "right",
    },
    "vim": {
        "move.page_down": "ctrl+f,pagedown",
        "move.page_up": "ctrl+b,pageup",
        "passage.bookmark": "m",
        "figure.next": "]",
        "figure.previous": "[",
        "pane.next": "ctrl+w,tab",
        "notes.undo": "u,ctrl+z",
    },
    "newsboat": {
        "move.page_up": "b,pageup",
        "passage.bookmark": "ctrl+b",
        "notes.edit": "E",
    },
}
"""Keys that fingers know from elsewhere, by the action's id."""

_SHARED: Final = frozenset({("search.complete", "pane.next")})
"""Actions that share a key on purpose: in the search box Tab completes, elsewhere it goes on."""

_MODIFIERS: Final = frozenset({"ctrl", "alt", "shift", "super", "hyper", "meta"})
_NAMED: Final = frozenset(
    [key.value for keys in ANSI_SEQUENCES_KEYS.values() if isinstance(keys, tuple) for key in keys]
    + [name for name in FUNCTIONAL_KEYS.values() if len(name) > 1]
)
"""The keys without a character, as a terminal sends them, some with modifiers."""
_SAME_AS: Final = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+[": "escape"}


@dataclass(frozen=True, slots=True)
class Keymap:
    """What `App.set_keymap` takes, and what was wrong with the file."""

    keys: Mapping[str, str]
    problems: tuple[str, ...] = ()
    """One sentence each, naming file, line and key."""


def read_keymap(config: Path) -> Keymap:
    """The keys that `config` asks for; none and no problem if the file does not exist."""
    if not config.exists():
        return Keymap({})
    # Only where there is a file: the first frame does not wait for tomllib.
    from index.settings_file import read_table

    try:
        settings, text = read_table(config)
    except SettingsError as error:
        return Keymap({}, (f"{error} The default keys are used.",))
    table = settings.get("keys", {})
    if not isinstance(table, dict):
        return Keymap({}, (f"{config}: keys must be a table, begun by a line [keys].",))
    reading = _Reading(config, text)
    reading.preset(table.pop("preset", None))
    for name, keys in _flat(table):
        reading.entry(name, keys)
    reading.clashes()
    return Keymap(reading.keys, tuple(reading.problems))


class _Reading:
    """One pass over the entries, in the order of the file."""

    def __init__(self, config: Path, text: str) -> None:
        self.keys: dict[str, str] = {}
        self.problems: list[str] = []
        self._config = config
        self._lines = text.splitlines()

    def preset(self, name: object) -> None:
        if name is None:
            return
        if not isinstance(name, str) or name not in PRESETS:
            known = ", ".join(f'"{preset}"' for preset in PRESETS)
            self._report("preset", f"preset must be one of {known}, not {name!r}")
            return
        self.keys.update(PRESETS[name])

    def entry(self, name: str, keys: object) -> None:
        if name not in ACTIONS:
            self._report(name, f"there is no action {name!r}; docs/keys.md lists them")
            return
        if not isinstance(keys, str) or not keys.strip():
            self._report(name, f'the keys of {name} must be text such as "{ACTIONS[name].keys}"')
            return
        for key in keys.split(","):
            if fault := key_fault(key):
                self._report(name, fault)
                return
        self.keys[name] = ",".join(map(normal_key, keys.split(",")))

    def clashes(self) -> None:
        """Reports actions that ended on one key; looked for last, since entries may trade keys."""
        for key, first, second in clashes(self.keys):
            later = second if second in self.keys else first
            self._report(later, f"{key} would be both {first} and {second}; change one of them")

    def _report(self, name: str, fault: str) -> None:
        place = f"{self._config}, line {line}" if (line := self._line(name)) else str(self._config)
        self.problems.append(f"{place}: {fault}.")

    def _line(self, name: str) -> int | None:
        """Where the entry stands, counted from 1; tomllib does not tell."""
        last = re.escape(name.rpartition(".")[2])
        entry = re.compile(rf"""\s*["'\w.]*{last}["']?\s*=""")
        return next((n for n, line in enumerate(self._lines, 1) if entry.match(line)), None)


def _flat(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, object]]:
    """Names and values; `figure.next = "n"` without quotes is a table in a table to TOML."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield prefix + name, value


def normal_key(key: str) -> str:
    """The name that Textual gives a key: "question_mark" for "?", "alt+ctrl+n" for "ctrl+alt+n"."""
    if (key := key.strip() or "comma") in _NAMED:
        return key
    modifiers, last = _parted(key)
    return "+".join([*sorted(modifiers), last if len(last) > 1 else _named(last)])


def _parted(key: str) -> tuple[list[str], str]:
    """The modifiers of a key, and the key that they go with: "+" may be that itself."""
    before, plus, last = key[:-1].rpartition("+")
    last += key[-1:]
    return (before.split("+") if plus else []), last


def _named(character: str) -> str:
    return next(iter(Binding.make_bindings([(character.replace(",", "comma"), "")]))).key


_SIGNS: Final = frozenset(_named(chr(code)) for code in range(ord("!"), ord("~") + 1))
"""The characters of ASCII by their names: "a", "question_mark"."""


def key_fault(key: str) -> str | None:
    """What is wrong with a key as a person wrote it, or None.

    Only the signs of ASCII have names here. Any other character is written as itself, which who
    can type it can do; its Unicode name may be a plain word ("banana") and no key at all.
    """
    written, key = key.strip(), normal_key(key)
    modifiers, last = _parted(key)
    if key in _SAME_AS:
        return f"a terminal cannot tell {key} from {_SAME_AS[key]}; choose another key"
    if key == "ctrl+c":
        return "ctrl+c copies what is selected; choose another key"
    sign = _parted(written)[1] if written else ""
    itself = len(sign) == 1 and sign.isprintable()
    named = len(last) > 1 and last in _NAMED and not last.startswith("<")
    if not (itself or named or last in _SIGNS) or not _MODIFIERS.issuperset(modifiers):
        return f'there is no key {written!r}; keys are written "a", "G", "ctrl+d", "space", "f2"'
    if modifiers == ["shift"] and not named:
        return f'a terminal sends no {key}, but the character that is typed; write it, as in "G"'
    if modifiers and len(last) == 1 and last != last.lower():
        shift = "" if "ctrl" in modifiers else "shift+"
        return f"a terminal sends no {key}; write {key[:-1]}{shift}{last.lower()}"
    return None


def clashes(keys: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Keys that two actions want where the same pane has the focus, with the two ids.

    Each once, in the order of the table of actions. The innermost scope wins such a key.
    """
    found: dict[tuple[str, str, str], None] = {}
    for scopes in VIEWS.values():
        owner: dict[str, str] = {}
        for scope in scopes:
            for action in ACTIONS.values():
                if scope not in action.scopes:
                    continue
                for key in keys.get(action.id, action.keys).split(","):
                    first = owner.setdefault(normal_key(key), action.id)
                    if first != action.id and (first, action.id) not in _SHARED:
                        found[key, first, action.id] = None
    return list(found)
