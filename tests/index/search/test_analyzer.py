from __future__ import annotations

import pytest

from index.search import analyzer
from index.search.analyzer import terms, words, words_with_places
from tests.growth import assert_linear


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("soldiers", "soldier"),
        ("deployed", "deployment"),
        ("ministry's", "ministries"),
        ("Russia’s", "RUSSIA"),
        ("O’Brien", "obrien"),
        ("U.S.", "US"),
        ("Łukas", "lukas"),
        ("Zełenský", "zelensky"),
        ("10,000", "10000"),
        ("Straße", "strasse"),
    ],
)
def test_spellings_of_one_word_are_one_term(one: str, other: str) -> None:
    assert terms(one) == terms(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ministry", "minister"),
        ("3.5", "35"),
        ("1,2", "12"),
        ("news", "new"),
        ("evening", "even"),
        ("organic", "organization"),
        ("university", "universal"),
    ],
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert terms(one) != terms(other)


def test_a_full_cache_forgets_no_word_and_grows_no_further(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(analyzer, "_CACHE_LIMIT", 3)
    cache = analyzer._Cache(str.upper)
    spelt = list("abacdeafghiA")
    assert [cache[word] for word in spelt] == [word.upper() for word in spelt]
    assert len(cache) <= 3


def test_hyphens_part_words_and_dots_do_not_part_numbers() -> None:
    assert terms("Tae-yong 3.5") == ["tae", "yong", "3.5"]


def test_cjk_runs_become_pairs() -> None:
    assert words("북한군 abc東京都") == ["북한", "한군", "abc", "東京", "京都"]


@pytest.mark.parametrize("text", ["Russia’s 10,000 — 북한군 (U.S.)", "a b", "", "…", "東京abc都"])
def test_places_point_at_the_words(text: str) -> None:
    places = list(words_with_places(text))
    assert [text[start:end] for start, end, _ in places] == words(text)
    assert [word for _, _, word in places] == words(text)


@pytest.mark.parametrize("unit", ["1,", "A. ", "a.", "1.x", "'", "x'", "北", "é́"])
def test_time_is_linear(unit: str) -> None:
    assert_linear(words, unit * 40_000, unit * 80_000)
