"""Word-level differences of near-copies, and their summary."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.compare.differences import differences, summary

BEFORE = (
    "The harbour office said about 10,000 crates were landed on Monday. “It’s a record,” harbour "
    "master Ada Quill said. Divers will look at the quay."
)
AFTER = (
    'The harbour office said about 12,000 crates were landed on Monday. "It\'s a record," harbour '
    "clerk Ben Okoro said. Divers will not look at the quay yet."
)


def changes(before: str, after: str) -> list[tuple[str, str, str]]:
    return [(one.kind, one.old, one.new) for one in differences(before, after)]


def test_only_the_words_that_differ_are_named() -> None:
    assert changes(BEFORE, AFTER) == [
        ("changed", "10,000", "12,000"),
        ("changed", "master Ada Quill", "clerk Ben Okoro"),
        ("added", "", "not"),
        ("added", "", "yet"),
    ]


def test_figures_and_names_come_first_in_the_summary() -> None:
    found = differences(BEFORE, AFTER)
    assert summary(found) == "10,000 became 12,000; Ada Quill became Ben Okoro; and 2 words added."
    assert [one.weight for one in found] == ["figure", "name", "words", "words"]


def test_a_figure_that_only_one_text_has_is_gone_or_new() -> None:
    assert summary(differences("It sank with 40 men.", "It sank.")) == "40 is gone."
    assert summary(differences("It sank.", "It sank with forty men.")) == "Forty is new."


def test_a_long_list_of_figures_is_cut() -> None:
    before = "Ann 1 saw 2 the 3 old 4 boat 5 leave."
    after = "Ann 9 saw 8 the 7 old 6 boat 0 leave."
    assert summary(differences(before, after), most=2) == (
        "1 became 9; 2 became 8; 3 more figures and names."
    )


def test_a_sign_of_money_belongs_to_its_number() -> None:
    found = differences("It cost $400 million.", "It cost $59.5 billion.")
    assert summary(found) == "$400 million became $59.5 billion."


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("The dam broke.", "The  dam\nbroke.", "The words are the same."),
        ("“It’s gone” – all of it", '"It\'s gone" - all of it', "The words are the same."),
        ("The dam broke.", "The dam broke!", "Only punctuation differs."),
        ("", "", "The words are the same."),
    ],
)
def test_what_is_no_difference_of_words(before: str, after: str, told: str) -> None:
    assert summary(differences(before, after)) == told


def test_two_changes_about_a_small_word_are_one() -> None:
    assert changes("The ferry to Lisse sank early.", "The barge to Marn sank early.") == [
        ("changed", "ferry to Lisse", "barge to Marn")
    ]


def test_words_may_be_added_at_either_end() -> None:
    assert changes("the dam broke", "Now the dam broke again") == [
        ("added", "", "Now"),
        ("added", "", "again"),
    ]


def test_chinese_is_compared_sign_by_sign() -> None:
    assert changes("渡轮三人死亡", "渡轮五人死亡") == [("changed", "三", "五")]


def test_a_changed_word_is_found_in_ten_thousand() -> None:
    words = [f"word{number % 4000}" for number in range(10_000)]
    later = [*words]
    later[2_000:2_003] = ["other", "words"]
    later[9_000] = "42"
    assert changes(" ".join(words), " ".join(later)) == [
        ("changed", "word2000 word2001 word2002", "other words"),
        ("changed", "word1001", "42"),
    ]


def test_a_moved_paragraph_is_taken_out_and_put_in() -> None:
    one, other = "Ann Wu spoke of the dam at noon.", "The council met twice after that."
    kinds = [kind for kind, *_ in changes(f"{one}\n{other}", f"{other}\n{one}")]
    assert sorted(kinds) == ["added", "removed"]


@given(st.text(alphabet="ab 1.\n", max_size=400), st.text(alphabet="ab 1.\n", max_size=400))
def test_the_differences_make_one_text_of_the_other(before: str, after: str) -> None:
    made, at = "", 0
    for one in differences(before, after):
        assert one.before.of(before) == one.old
        assert one.after.of(after) == one.new
        made += before[at : one.before.start] + " " + one.new + " "
        at = one.before.end
    assert "".join((made + before[at:]).split()) == "".join(after.split())
