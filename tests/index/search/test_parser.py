from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search.parser import FIELDS, parse
from index.search.query import (
    And,
    Dates,
    Figures,
    Fuzzy,
    Named,
    Not,
    Noted,
    Or,
    Pattern,
    Phrase,
    Word,
    leaves,
)

TODAY = date(2024, 11, 6)  # a Wednesday


def dates(query: str) -> tuple[date | None, date | None]:
    node = parse(query, today=TODAY).node
    assert isinstance(node, Dates)
    return node.first, node.last


def test_words_must_all_be_there() -> None:
    node = parse("river dam").node
    assert isinstance(node, And)
    assert [type(child) for child in node.nodes] == [Word, Word]


def test_or_binds_looser_than_words() -> None:
    node = parse("a1 b1 OR c1").node
    assert isinstance(node, Or)
    assert isinstance(node.nodes[0], And)


def test_parentheses_and_both_ways_of_not() -> None:
    for query in ("(dam OR river) NOT bridge", "(dam OR river) -bridge"):
        node = parse(query).node
        assert isinstance(node, And)
        assert [type(child) for child in node.nodes] == [Or, Not]
    assert isinstance(parse("-(dam OR river)").node, Not)


def test_each_kind_of_part() -> None:
    query = 'word "a phrase" "two words"~5 begin* p?t*ern near~2 said:Vance in:notes'
    kinds = [type(leaf) for leaf in leaves(parse(query).node)]
    assert kinds == [Word, Phrase, Phrase, Word, Pattern, Fuzzy, Named, Noted]
    assert parse(query).problems == ()


def test_a_question_mark_at_the_end_of_a_word_is_punctuation() -> None:
    assert parse("who?").node == Word("who", 0, 4)


def test_what_is_asked_of_figures_is_asked_of_one_figure() -> None:
    node = parse("counted:people river figure:3000..5000 kind:count").node
    figures = [leaf for leaf in leaves(node) if isinstance(leaf, Figures)]
    assert [(f.low, f.high, f.kind, f.counted) for f in figures] == [
        (3000, 5000, "count", "people")
    ]


def test_two_ranges_are_two_figures() -> None:
    assert len(leaves(parse("figure:1..2 figure:5..6").node)) == 2


@pytest.mark.parametrize(
    ("value", "low", "high", "exclusive"),
    [
        ("8000..12000", 8000, 12000, False),
        ("8,000..12k", 8000, 12000, False),
        ("12k..8k", 8000, 12000, False),
        (">10000", 10000, None, True),
        ("<=1.5bn", None, 1.5e9, False),
        ("..50", None, 50, False),
        ("7", 7, 7, False),
    ],
)
def test_number_ranges(value: str, low: float | None, high: float | None, exclusive: bool) -> None:
    node = parse(f"figure:{value}").node
    assert isinstance(node, Figures)
    assert (node.low, node.high, node.exclusive) == (low, high, exclusive)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-10-28", date(2024, 10, 28), date(2024, 10, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-10..2024-11", date(2024, 10, 1), date(2024, 11, 30)),
        ("2024-11..2024-10", date(2024, 10, 1), date(2024, 11, 30)),
        (">2024-10", date(2024, 11, 1), None),
        ("<2024-10-28", None, date(2024, 10, 27)),
        ("2024-10..", date(2024, 10, 1), None),
        ("last-week", date(2024, 10, 28), date(2024, 11, 3)),
        ("this-week", date(2024, 11, 4), date(2024, 11, 10)),
        ("last-month", date(2024, 10, 1), date(2024, 10, 31)),
        ("yesterday", date(2024, 11, 5), date(2024, 11, 5)),
    ],
)
def test_days(value: str, first: date | None, last: date | None) -> None:
    assert dates(f"date:{value}") == (first, last)
    assert dates(f"when:{value}") == (first, last)


@pytest.mark.parametrize(
    ("query", "bad", "left"),
    [
        ("river colour:red", "colour:red", "river"),
        ("river date:2024-13", "date:2024-13", "river"),
        ("figure:many river", "figure:many", "river"),
        ("kind:lies river", "kind:lies", "river"),
        ("river )", ")", "river"),
        ('river "no end', '"no end', "river"),
        ("river AND", "AND", "river"),
        ("OR river", "OR", "river"),
        ("river (dam", "(", "river"),
        ("river source:", "source:", "river"),
        ("river in:cellar", "in:cellar", "river"),
        ("river *a*", "*a*", "river"),
    ],
)
def test_a_bad_part_is_named_and_the_rest_runs(query: str, bad: str, left: str) -> None:
    parsed = parse(query)
    assert [query[problem.start : problem.end] for problem in parsed.problems] == [bad]
    assert parsed.problems[0].message
    assert any(isinstance(leaf, Word) and leaf.text == left for leaf in leaves(parsed.node))


def test_an_unknown_field_asks_for_nothing() -> None:
    assert parse("colour:red dam").node == Word("dam", 11, 14)
    assert parse("colour:red").node is None


def test_what_is_being_typed_is_no_mistake_yet() -> None:
    for query in ('river "half a phr', "river AND", "river (", "river date:20", "river source:"):
        assert parse(query, as_you_type=True).problems == ()
    assert parse("date:20 river", as_you_type=True).problems != ()


def test_only_the_last_word_is_still_being_typed() -> None:
    first, last = leaves(parse("riv da", as_you_type=True).node)
    assert isinstance(first, Word)
    assert isinstance(last, Word)
    assert (first.prefix, last.prefix) == (False, True)
    (done,) = leaves(parse("riv ", as_you_type=True).node)
    assert isinstance(done, Word)
    assert not done.prefix


def test_colons_in_plain_text_are_plain_text() -> None:
    assert parse("10:30").problems == ()
    assert parse("harbour: strike").problems == ()
    assert leaves(parse("title:dam").node) == [Word("dam", 0, 9, "title")]


@given(
    st.lists(
        st.sampled_from(
            ['"', "(", ")", "-", "~", "*", "?", ":", "..", ">", " ", "AND", "OR", "NOT", "dam", "é"]
            + [f"{field}:" for field in FIELDS]
        )
        | st.text(max_size=4),
        max_size=12,
    ).map("".join),
    st.booleans(),
)
def test_no_query_is_an_error(query: str, as_you_type: bool) -> None:
    parsed = parse(query, as_you_type=as_you_type, today=TODAY)
    for problem in parsed.problems:
        assert 0 <= problem.start <= problem.end <= len(query)
    for leaf in leaves(parsed.node, negated=True):
        assert 0 <= leaf.start < leaf.end <= len(query)


def test_huge_queries_are_cut_and_said_to_be() -> None:
    parsed = parse("a1 OR " * 10_000)
    assert len(leaves(parsed.node)) == 64
    assert any("first 64" in problem.message for problem in parsed.problems)
    assert parse("(" * 100_000 + "dam").node is not None
    assert len(parse(")" * 100_000).problems) < 100
