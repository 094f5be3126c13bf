"""Whatever the text: every mark stands in it, and its facts take time in proportion to it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import Article
from index.facts.extract import extract
from index.facts.model import DateMention, Facts, Figure, Mention
from index.span import TextSpan
from tests.growth import assert_linear

PIECES = {
    "numbers": ("1,", 50_000),
    "initials": ("A. ", 50_000),
    "spaces": (" ", 1_000_000),
    "quotation marks": ('"', 100_000),
    "capitalised words": ("Word ", 50_000),
    "stars": ("*", 100_000),
    "emphasis": ("**a** ", 20_000),
    "underscores": ("_a", 50_000),
    "brackets": ("[", 50_000),
    "links": ("[a](", 20_000),
    "ticks": ("`a", 30_000),
    "addresses": ("http://a.b/c, ", 5_000),
    "quoted lines": ("\n> ", 30_000),
    "a table": ("12 ", 2_000),
    "prices": ("$5 ", 2_000),
    "tolls": ("killed 12 people and ", 2_000),
    "dated tolls": ("killed 12 people on Tuesday and ", 500),
    "tolls as of a day": ("40 hurt as of Monday, ", 600),
    "dates": ("on Tuesday ", 2_000),
    "denials": ("denied ", 5_000),
    "lines": ("1\n", 4_000),
}
"""Pieces, and how often the longer text repeats each; the shorter has half as many."""


NEWS_WORDS = (
    "At least about 10,000 troops 12 $5 million -3% minus half a dozen two 1/2 Q3 2-1 "
    "aged 30 , . : ; ? ( ) [ ] * ** _ ` # > “ ” \" ' — - were killed denied said sent "
    "to Kursk Ann Carter Mayor of the Pentagon on Tuesday May 3 2024 last week by "
    "December since the 1990s 9 p.m. two years ago more first 42-year-old she he that "
    "will not in total of them Read more https://a.b/12 "
)
SPACES = st.sampled_from([" ", " ", " ", " ", "", "\n", "\n\n", "\u00a0"])
NEWS = st.lists(st.tuples(st.sampled_from(NEWS_WORDS.split()), SPACES), max_size=60)
TEXTS = st.one_of(st.text(max_size=300), NEWS.map(lambda pairs: "".join(map("".join, pairs))))


def _read(body: str, published: str | None = "2024-10-30") -> Facts:
    return extract(Article(id="a", title="t", body=body, published=published))


@given(TEXTS, st.sampled_from(["2024-10-30", "0001-01-01", "9999-12-31", None]))
def test_every_mark_stands_in_the_body(body: str, published: str | None) -> None:
    facts = _read(body, published)
    quantities: list[Figure | DateMention | Mention] = [*facts.figures, *facts.dates]
    mentions: list[Figure | DateMention | Mention] = []
    for official in facts.officials:
        mentions += official.mentions
    for marks in (quantities, mentions):
        assert all(body[mark.start : mark.end] == mark.text != "" for mark in marks)
        spans = sorted((mark.start, mark.end) for mark in marks)
        assert all(one[1] <= other[0] for one, other in pairwise(spans))
    parts: tuple[tuple[TextSpan, ...], ...] = (facts.sentences, facts.furniture)
    for part in parts:
        assert all(0 <= span.start < span.end <= len(body) for span in part)
        edges = [edge for span in part for edge in (span.start, span.end)]
        assert edges == sorted(edges)
    for claim in facts.claims:
        assert 0 <= claim.start <= claim.value_start < claim.value_end <= len(body)
        assert claim.start < claim.end <= len(body)
        assert claim.figure is None or facts.figures[claim.figure].start == claim.value_start
        assert claim.date is None or facts.dates[claim.date].start == claim.value_start
    for figure in facts.figures:
        assert figure.low is None or figure.high is None or figure.low <= figure.high
    for date in facts.dates:
        if date.earliest and date.latest and date.kind == "date":
            assert date.earliest <= date.latest


@pytest.mark.parametrize("name", PIECES)
def test_time_is_in_proportion_to_the_length(name: str) -> None:
    piece, count = PIECES[name]
    assert_linear(_read, piece * (count // 2), piece * count)
