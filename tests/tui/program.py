"""The program as a person or a script runs it: in a process of its own."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from index.contract.models import MODELS, ContractName

PROGRAM = Path(sys.executable).with_name("newsreader")


def newsreader(
    *words: str | Path, home: Mapping[str, str] | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PROGRAM, *words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONWARNINGS": "error", **(home or {}), **environment},
        timeout=60,
        check=False,
    )


def in_terminal(*words: str | Path, home: Mapping[str, str], **environment: str) -> str:
    """What the program writes to a terminal of 80 columns."""
    master, slave = pty.openpty()
    with subprocess.Popen(
        [PROGRAM, *words],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", **home, **environment},
    ) as child:
        os.close(slave)
        written = b""
        with suppress(OSError):  # the other side has closed
            while block := os.read(master, 65536):
                written += block
        child.wait(60)
    os.close(master)
    return written.decode()


def lines_of(done: subprocess.CompletedProcess[str], name: ContractName) -> list[dict[str, Any]]:
    """The JSON lines of an answer, each checked against the contract."""
    objects = [json.loads(line) for line in done.stdout.splitlines()]
    for one in objects:
        MODELS[name].model_validate(one)
    return objects
