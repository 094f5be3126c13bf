"""The verdict on time is one: it can fail, and it forgives a neighbour."""

from __future__ import annotations

import pytest

from tests import growth
from tests.growth import assert_linear


class Clock:
    """A clock that goes by what is run, not by the machine."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.rounds = 0

    def process_time(self) -> float:
        return self.seconds

    def linear(self, size: int) -> None:
        self.seconds += size / 1000

    def quadratic(self, size: int) -> None:
        self.seconds += size * size / 1e6

    def disturbed(self, size: int) -> None:
        self.rounds += size == 2000
        self.linear(size * (8 if size == 2000 and self.rounds <= 2 else 1))


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(growth, "time", clock)
    return clock


def test_what_grows_with_its_square_fails(clock: Clock) -> None:
    with pytest.raises(pytest.fail.Exception, match="twice the text took"):
        assert_linear(clock.quadratic, 1000, 2000)


def test_a_slow_round_is_forgiven(clock: Clock) -> None:
    assert_linear(clock.disturbed, 1000, 2000)
    assert clock.rounds == 3
