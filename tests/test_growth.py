"""The verdict on time is one: it can fail, and it forgives a neighbour."""

from __future__ import annotations

import pytest

from tests import growth
from tests.growth import assert_linear


def _linear(size: int) -> int:
    return sum(range(size * 200))


def _quadratic(size: int) -> int:
    return sum(range(size * size * 2))


def test_what_grows_with_its_square_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(growth, "MOST_ROUNDS", 2)
    with pytest.raises(pytest.fail.Exception, match="twice the text took"):
        assert_linear(_quadratic, 1000, 2000)


def test_a_slow_round_is_forgiven() -> None:
    rounds = iter(range(100))

    def disturbed(size: int) -> int:
        return _linear(size * (8 if size == 2000 and next(rounds) < 2 else 1))

    assert_linear(disturbed, 1000, 2000)
