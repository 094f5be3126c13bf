"""The whole extraction on whatever text there is: offsets, order, no error, time in proportion."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import Article
from index.facts.explain import explain
from index.facts.extract import extract
from index.facts.furniture import find_furniture
from index.facts.model import Mention, Role
from index.facts.officials import read_people
from index.facts.sentences import split_sentences
from index.facts.statements import find_statements
from tests.growth import assert_linear

WORDS = [
    "Secretary",
    "of",
    "Defense",
    "Ann",
    "Carter",
    "III",
    "said",
    "told",
    "adding",
    "that",
    "“",
    "”",
    '"',
    "''",
    ",",
    ".",
    "(",
    ")",
    "[",
    "]",
    "the",
    "Pentagon",
    "he",
    "according to",
    "—",
    ":",
    "\n",
    "’s",
    "and",
    "Kim",
    "Jong-un",
    "President",
    "former",
    "by",
    "was",
    "U.S.",
    "―",
    "Read more",
    "as saying",
    "quoted",
    "(@ann)",
    "who was",
    "MP",
    "spokesman",
]
news_like = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)


def article(body: str) -> Article:
    return Article(id="a", title="t", body=body, published="2024-10-29")


@given(st.one_of(st.text(max_size=400), news_like))
def test_any_text_is_borne(body: str) -> None:
    facts = extract(article(body))
    for official in facts.officials:
        assert official.mentions
        marks: list[Mention | Role] = [*official.mentions, *official.roles]
        for mark in marks:
            assert body[mark.start : mark.end] == mark.text != ""
    for statement in facts.statements:
        assert 0 <= statement.start < statement.end <= len(body)
        if statement.cue is not None:
            assert body[statement.cue_start : statement.cue_end] == statement.cue
        assert (statement.speaker_start is None) == (statement.speaker_end is None)
    for span in facts.furniture:
        assert body[span.start : span.end].strip() == body[span.start : span.end] != ""
    spans = sorted((m.start, m.end) for each in facts.officials for m in each.mentions)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert [each.start for each in facts.statements] == sorted(s.start for s in facts.statements)


def officials(body: str) -> object:
    return read_people(body, find_furniture(body))


def statements(body: str) -> object:
    people = read_people(body, ())
    return find_statements(body, split_sentences(body), people[0], (), people[1])


HOSTILE = {
    "numbers": "1,",
    "initials": "A. ",
    "spaces": " ",
    "quotation marks": '"',
    "single marks": "' ",
    "capitalised words": "Word ",
    "titles": "Secretary of ",
    "names": "Ann Carter, ",
    "said": "said ",
    "parentheses": "(",
    "and": "Ann and ",
    "brackets": "Secretary [of ",
    "lines": "a\n",
    "posts": "Fine. — Ann (@ann) ",
    "captions": "A line of eight words without any stop\nIt ends here with a good full stop.\n",
    "announced": "Ann Carter added:\n",
    "insertions": "Ann, 59, of Ohio, who said, ",
    "reported quotations": "quoted Ann as saying that ",
    "spokesmen": "The spokesman, Tom Hale, said. ",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("extractor", [find_furniture, officials, statements])
def test_time_grows_in_proportion_to_the_text(
    extractor: Callable[[str], object], name: str
) -> None:
    piece = HOSTILE[name]
    count = 12_000 // len(piece)

    assert_linear(extractor, piece * count, piece * count * 2)


def test_a_mark_is_explained_in_sentences() -> None:
    body = "Defense Secretary Ann Carter said two ships sailed. Carter left."
    one = article(body)
    facts = extract(one)
    reasons = explain(one, facts, body.index("Ann"))
    assert reasons[0].startswith("Ann Carter is an official")
    assert "Defense Secretary" in reasons[0]
    assert any(
        "attributed to Ann Carter" in each for each in explain(one, facts, body.index("ships"))
    )
    figure, *_ = explain(one, facts, body.index("two"))
    assert "by the rule" not in figure
    assert figure.endswith(" (rule: count)")
    assert "alone it can mean" in explain(one, facts, body.rindex("Carter"))[0]
    assert explain(one, facts, len(body) - 1) == []


def test_a_name_and_a_title_are_no_facts_or_plans() -> None:
    body = "Defense Secretary Ann Carter said two grey ships sailed from the southern harbour."
    one = article(body)
    why = [each for each in explain(one, extract(one), body.index("Carter")) if "compared" in each]
    why += [each for each in explain(one, extract(one), 0) if "compared" in each]
    told = {each.partition(" (rule")[0] for each in why}
    assert told == {
        "“Defense Secretary Ann Carter” is compared with what other reports say.",
        "“Defense Secretary” is compared with what other reports say.",
        "“two” is compared with what other reports say of vehicles; this one states it as a fact.",
    }


def test_furniture_explains_itself() -> None:
    body = "Rain fell.\nRead more: Sun shines"
    one = article(body)
    assert "furniture" in explain(one, extract(one), body.index("Sun"))[0]


@pytest.mark.parametrize(
    ("body", "word", "why"),
    [
        ("They quoted Mayor Ann Carter as saying that it was over.", "over", "another quotes"),
        ("We won. — Ann Carter (@anncarter) May 3", "won", "between a post and its author"),
        ("Ann Carter MP left.", "Ann", "a seat in parliament"),
    ],
)
def test_rules_are_told_in_words(body: str, word: str, why: str) -> None:
    one = article(body)
    assert any(why in each for each in explain(one, extract(one), body.index(word)))
