"""The verdict on time: twice the text takes about twice as long, however busy the machine is."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import TypeVar

import pytest

Input = TypeVar("Input")

LEAST_ROUNDS, MOST_ROUNDS = 3, 25
SLACK = 0.01
"""Seconds that the longer text may take beyond its share: what is quick is not measured finely."""


def assert_linear(run: Callable[[Input], object], once: Input, twice: Input) -> None:
    """Fails where `run` takes more than three times as long for `twice` as for `once`.

    The least CPU time of several rounds counts. A neighbour on the machine can only add to one, so
    that rounds go on while the longer text seems too slow; a rule that is slower than linear is so
    in every one.
    """
    short = long = float("inf")
    for done in range(1, MOST_ROUNDS + 1):
        short, long = min(short, _seconds(run, once)), min(long, _seconds(run, twice))
        if done >= LEAST_ROUNDS and long < 3 * short + SLACK:
            return
    pytest.fail(f"twice the text took {long:.3f} s, the text itself {short:.3f} s")


def _seconds(run: Callable[[Input], object], given: Input) -> float:
    """CPU time of one run, without that of the garbage collector."""
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        run(given)
        return time.process_time() - start
    finally:
        gc.enable()
