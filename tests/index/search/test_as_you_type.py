"""The last word of a query that is still being typed."""

from __future__ import annotations

import pytest

from index.facts.model import Facts
from index.search.whoosh_engine import WhooshEngine
from tests.index.search.samples import article, engine_with, found


@pytest.mark.parametrize("word", ["harbour", "ministers", "Luhov", "O’Brien", "12,000", "地震"])
def test_each_longer_beginning_keeps_the_article(engine: WhooshEngine, word: str) -> None:
    whole = set(found(engine.search(word)))
    assert whole
    for length in range(3, len(word) + 1):
        hits = set(found(engine.search(word[:length], as_you_type=True)))
        assert whole <= hits, word[:length]


def test_first_letters_find_headlines_outlets_and_officials(engine: WhooshEngine) -> None:
    assert set(found(engine.search("h", as_you_type=True))) == {"harbour"}
    assert set(found(engine.search("no", as_you_type=True))) == {"dam", "harbour"}
    assert set(found(engine.search("pe", as_you_type=True))) == {"dam", "harbour"}


def test_first_letters_that_start_no_name_find_bodies(engine: WhooshEngine) -> None:
    assert found(engine.search("fr", as_you_type=True)) == ["harbour"]


def test_first_letters_of_one_more_word_do_not_empty_the_list(engine: WhooshEngine) -> None:
    assert found(engine.search("harbour x", as_you_type=True)) == ["harbour"]
    assert found(engine.search("harbour freig", as_you_type=True)) == ["harbour"]


def test_a_word_may_be_longer_than_its_stem(engine: WhooshEngine) -> None:
    # "ministe" begins "ministers", whose stem "minist" it does not begin
    assert found(engine.search("ministe", as_you_type=True)) == ["bridge"]


def test_the_whole_word_ranks_above_longer_ones() -> None:
    engine = engine_with(
        [
            (article("long", "One", "The porters left. Nobody portrayed it."), Facts()),
            (article("whole", "Two", "The port was closed all day."), Facts()),
        ]
    )
    assert found(engine.search("port", as_you_type=True))[0] == "whole"


def test_open_quotation_mark(engine: WhooshEngine) -> None:
    assert found(engine.search('"the dam bro', as_you_type=True)) == ["dam"]
    assert found(engine.search('"dam the bro', as_you_type=True)) == []


def test_name_still_being_typed(engine: WhooshEngine) -> None:
    assert found(engine.search("said:Vanc", as_you_type=True)) == ["dam"]
    assert found(engine.search("said:Vanc")) == []
