"""The verdict on time: twice the text takes about twice as long, however busy the machine is."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import TypeVar

import pytest

Input = TypeVar("Input")

SHORT_ROUNDS, MOST_ROUNDS = 3, 25
SLACK = 0.01
"""Seconds that the longer text may take beyond its share: what is quick is not measured finely."""


def assert_linear(run: Callable[[Input], object], once: Input, twice: Input) -> None:
    """Fails where `run` takes more than three times as long for `twice` as for `once`.

    The least CPU time of several rounds counts. A neighbour on the machine can only add to one. The
    shorter text is measured some times before it is believed, or a disturbed round would excuse a
    slow rule; the longer one goes on being measured only while it seems too slow: a rule that is
    slower than linear is so in every round.
    """
    gc.disable()  # a heap that other tests have filled takes longer to look through than any rule
    try:
        short = min(_seconds(run, once) for _ in range(SHORT_ROUNDS))
        long = _seconds(run, twice)
        for _ in range(MOST_ROUNDS - 1):
            if long < 3 * short + SLACK:
                return
            short, long = min(short, _seconds(run, once)), min(long, _seconds(run, twice))
        if long >= 3 * short + SLACK:
            pytest.fail(f"twice the text took {long:.3f} s, the text itself {short:.3f} s")
    finally:
        gc.enable()


def _seconds(run: Callable[[Input], object], given: Input) -> float:
    """CPU time of one run."""
    start = time.process_time()
    run(given)
    return time.process_time() - start
