"""The borders between the packages hold when the program runs, not only in its import lines."""

from __future__ import annotations

import json
import pkgutil
import subprocess
import sys

import pytest

import index

TERMINAL = ("tui", "textual", "rich")


def modules_after(code: str) -> set[str]:
    """Names in `sys.modules` of a fresh interpreter that has run `code`."""
    script = f"import json, sys\n{code}\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script], capture_output=True, text=True, check=True
    )
    names: list[str] = json.loads(done.stdout.splitlines()[-1])
    return set(names)


def every_module_of_the_core() -> list[str]:
    return [
        module.name
        for module in pkgutil.walk_packages(index.__path__, "index.")
        if not module.name.endswith("__main__")
    ]


def test_the_whole_core_imports_without_the_terminal() -> None:
    names = every_module_of_the_core()
    assert "index.library" in names
    loaded = modules_after("\n".join(f"import {name}" for name in names))
    strangers = {name for name in loaded if name.split(".")[0] in TERMINAL}
    assert not strangers


def test_the_public_face_costs_nothing_until_it_is_used() -> None:
    loaded = modules_after("import index")
    assert not {name for name in loaded if name.startswith(("index.", "whoosh", "pydantic"))}


@pytest.mark.parametrize("name", index.__all__)
def test_every_public_name_exists(name: str) -> None:
    assert getattr(index, name) is not None
