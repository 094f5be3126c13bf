"""Facts come back from bytes as they went in."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.facts.codec import decode, encode
from index.facts.extract import extract
from index.facts.model import Facts, Figure
from index.sources.reading import read_article

BODY = "About 10,000 troops are in Kursk, Pat Ryder said on Tuesday. “More,” he added."


@given(st.builds(Facts))
def test_every_fact_comes_back(facts: Facts) -> None:
    assert decode(encode(facts, BODY), BODY) == facts


def test_the_facts_of_the_sample_articles_come_back(seeds: Path) -> None:
    for path in seeds.glob("*.txt"):
        article = read_article(path)
        facts = extract(article)
        assert facts.figures
        assert decode(encode(facts, article.body), article.body) == facts


def test_words_that_stand_in_the_body_are_not_written_twice() -> None:
    facts = Facts(figures=(Figure(0, 12, BODY[:12], "count", 10000, 10000),))
    assert BODY[:12] not in zlib.decompress(encode(facts, BODY)).decode()
    assert decode(encode(facts, BODY), BODY) == facts


@pytest.mark.parametrize("data", [b"", b"junk", zlib.compress(b"[[1]]"), zlib.compress(b"7")])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="no facts"):
        decode(data, BODY)
