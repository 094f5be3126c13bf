"""A program that has the terminal: its ctrl+c is its own."""

from __future__ import annotations

import signal

from tui.lending import run_in_front


def test_what_interrupts_the_other_program_does_not_end_the_reader() -> None:
    before = signal.getsignal(signal.SIGINT)
    assert run_in_front(["sh", "-c", "kill -INT $PPID; kill -QUIT $PPID; exit 3"]) == 3
    assert signal.getsignal(signal.SIGINT) is before


def test_the_other_program_can_be_interrupted() -> None:
    assert run_in_front(["sh", "-c", "kill -INT $$; exit 3"]) == -signal.SIGINT
