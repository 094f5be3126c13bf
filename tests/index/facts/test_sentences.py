"""Where sentences end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.facts.sentences import split_sentences
from tests.evaluation.corpus import read_seeds


@pytest.mark.parametrize(
    "text",
    [
        "Maj. Gen. Pat Ryder met Sen. Tim Kaine, D-Va., and Rep. Ann Wu, D-Wash., there.",
        "The U.S. Defense Secretary flew out.",
        "Brig.-Gen. Lawal Sule stayed.",
        "J. Edgar Hoover and George W. Bush were named.",
        "It cost $4.5 million, 3.2 percent more than No. 2.",
        "He was at St. Mary's, on Mt. Rainier and at Ft. Bragg.",
        "The idea of what should be done ... I mean, anyway.",
        "Smith v. Jones and Co. Ltd. went to court at 9 a.m. Monday.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert [span.of(text) for span in split_sentences(text)] == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("He left the U.S.", "It is over."),
        ("They met on Oct. 5.", "Nobody came."),
        ("“Is it true?”", "“It is.”"),
        ('"We will go," she said.', '"Then we will stay."'),
        ("Ten died (two of them children).", "Others fled."),
        ("What now?!", "Nothing."),
        ("It ended at 9 p.m.", "The crowd went home."),
        ("They waited for Sen. Kaine.", "10 others had left."),
    ],
)
def test_two_sentences(first: str, second: str) -> None:
    text = f"{first} {second}"
    assert [span.of(text) for span in split_sentences(text)] == [first, second]


def test_a_line_end_ends_a_sentence() -> None:
    text = "Headline without a stop\nThe first paragraph\n\nThe second"
    assert [span.of(text) for span in split_sentences(text)] == text.replace("\n\n", "\n").split(
        "\n"
    )


def test_hard_line_ends_are_white_space() -> None:
    text = "The army said on\nTuesday that it had\nmoved its forces\nto the border.\n\nIt is over."
    assert [span.of(text) for span in split_sentences(text)] == [
        "The army said on\nTuesday that it had\nmoved its forces\nto the border.",
        "It is over.",
    ]


def test_the_sample_articles() -> None:
    corpus = read_seeds()
    for name, article in corpus.articles.items():
        labelled = [
            (item["start"], item["end"])
            for item in corpus.labels["sentences"]
            if item["article"] == name
        ]
        assert [(span.start, span.end) for span in split_sentences(article.body)] == labelled


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from('aB1.!?"”’ \n…U.S') | st.characters(), max_size=300))
def test_sentences_hold_every_letter_once(text: str) -> None:
    spans = split_sentences(text)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert all(span.of(text).strip() == span.of(text) and len(span) for span in spans)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
