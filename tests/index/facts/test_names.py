"""Personal names: where they stand and how they are built."""

from __future__ import annotations

import pytest

from index.facts.names import PersonName, find_runs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("said Maj. Gen. Ann O'Dell today", ["Maj. Gen. Ann O'Dell"]),
        ("met Ursula von der Leyen there", ["Ursula von der Leyen"]),
        ("the U.S. team of J.R. Álvarez-Ruiz", ["U.S.", "J.R. Álvarez-Ruiz"]),
        ("in Rome. Then Carla's plan", ["Rome", "Then Carla"]),
        ("Prince Faisal al-Saud left", ["Prince Faisal al-Saud"]),
    ],
)
def test_runs_of_capitalised_words(text: str, expected: list[str]) -> None:
    assert [run.group() for run in find_runs(text)] == expected


@pytest.mark.parametrize(
    ("text", "family", "given"),
    [
        ("Ann J. Carter III", ("Carter",), "Ann"),
        ("Kim Yong-hyun", ("Kim",), "Yong-hyun"),
        ("Yoon Suk Yeol", ("Yoon",), "Suk Yeol"),
        ("Li Keqiang", ("Li", "Keqiang"), "Li"),
        ("Dr. Mary Stone", ("Stone",), "Mary"),
        ("Stone", ("Stone",), ""),
    ],
)
def test_a_name_is_taken_apart(text: str, family: tuple[str, ...], given: str) -> None:
    name = PersonName.of(text)
    assert (name.family_names, name.given) == (family, given)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Lloyd J. Austin III", "Lloyd Austin", True),
        ("Mike Stone", "Michael Stone", True),
        ("M. Stone", "Michael Stone", True),
        ("Stone", "Michael Stone", True),
        ("Mary Stone", "Michael Stone", False),
        ("Cho Tae-yong", "Cho Tae-yul", False),
        ("Kim Jong Un", "Kim Jong-un", True),
    ],
)
def test_which_names_agree(one: str, other: str, expected: bool) -> None:
    first, second = PersonName.of(one), PersonName.of(other)
    assert first.agrees(second) is expected
    assert second.agrees(first) is expected
