"""The program as a person or a script runs it: in a process of its own, or in this one."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from typing import Any
from unittest import mock

from index.contract.models import MODELS, ContractName
from tui.cli import run

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


def run_here(
    *words: str | Path, home: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """The same without a new process, for what a command says rather than how it starts and ends.

    A process takes ten times as long, nearly all of it to import what is imported here.
    """
    with (
        mock.patch.dict(os.environ, home or {}),
        mock.patch.object(sys, "argv", ["newsreader"]),
        Path(os.devnull).open(encoding="utf-8") as nothing,
        mock.patch.object(sys, "stdin", nothing),
        tempfile.TemporaryFile("w+", encoding="utf-8") as out,
        tempfile.TemporaryFile("w+", encoding="utf-8") as err,
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            code = run([str(word) for word in words])
        except SystemExit as left:  # argparse, after its help
            code = int(left.code or 0)
        told = []
        for stream in (out, err):
            stream.seek(0)
            told.append(stream.read())
    return subprocess.CompletedProcess(words, code, *told)


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
