"""Markdown in an article: its marks hide nothing, and belong to no figure, date or name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import Article
from index.facts.extract import extract
from index.facts.markup import without_marks
from index.facts.model import DateMention, Figure, Mention


def read(body: str) -> list[str]:
    """The figures, dates and officials' mentions of a text, as they stand in it."""
    facts = extract(Article(id="a", title="t", body=body, published="2024-10-30"))
    mentions = [mention for official in facts.officials for mention in official.mentions]
    found: list[Figure | DateMention | Mention] = [*facts.figures, *facts.dates, *mentions]
    marks = sorted(found, key=lambda mark: mark.start)
    assert all(body[mark.start : mark.end] == mark.text for mark in marks)
    return [mark.text for mark in marks]


@pytest.mark.parametrize(
    ("body", "marks"),
    [
        ("Rain killed **212 people** in the valley.", ["212"]),
        ("_At least 10,000_ sheep were lost.", ["At least 10,000"]),
        ("At least **30** sheep were lost.", ["At least **30"]),
        ("Between **1,000** and __2,000__ boats sailed.", ["1,000** and __2,000"]),
        ("Press Secretary *Ann Wu* said on **Tuesday** that 3 left.", ["Ann Wu", "Tuesday", "3"]),
        ("Mayor **Ann** *Wu* said so.", ["Ann** *Wu"]),
        ("***Nearly 40*** houses burned.", ["Nearly 40"]),
        ("~~Twelve~~ fourteen houses burned.", ["Twelve", "fourteen"]),
        ("## 212 drowned", ["212"]),
        ("> We lost 14 cows.", ["14"]),
        ("* 5 buses\n* 7 trams", ["5", "7"]),
        ("It cost \\$400 million.", ["$400 million"]),
        ("It was `14 degrees`.", ["14 degrees"]),
        ("[Some 45 sheep](/2024/10/29/12-lost?id=300) were lost.", ["Some 45"]),
        ("![Rain on 9 May 2024](rain-900.png)", ["9 May 2024"]),
        ("The toll rose to 59.[^12]", ["59"]),
        ("See https://example.org/2023/11/5-dead/400-hurt now.", []),
        ("[12 hurt](https://example.org/a_(b)_77) today", ["12", "today"]),
        ("Sales rose 5%* in June.\n\n*Without 12 shops.", ["5%", "June", "12"]),
        ("The file_20_b of 2*3*4 boxes", []),
        ("Secretary [of Defense Ann] Wu said so.", ["Wu"]),
        ("* * *\n\n**\n\nNine ships", ["Nine"]),
    ],
)
def test_marks_hide_nothing(body: str, marks: list[str]) -> None:
    assert read(body) == marks


def test_values_are_those_of_the_words_without_marks() -> None:
    body = "At least **10,000** troops and **11,000** to _12,000_ sailors left *last week*."
    plain = body.replace("*", "").replace("_", "")
    marked, unmarked = (
        extract(Article(id="a", title="t", body=text, published="2024-10-30"))
        for text in (body, plain)
    )
    assert [(f.low, f.high, f.approximation, f.counted) for f in marked.figures] == [
        (f.low, f.high, f.approximation, f.counted) for f in unmarked.figures
    ]
    assert [(d.earliest, d.latest) for d in marked.dates] == [("2024-10-21", "2024-10-27")]


def test_statements_and_claims_stand_where_they_stand_in_the_body() -> None:
    body = "“We lost **14** boats,” *Mayor Ann Wu* said on Monday."
    facts = extract(Article(id="a", title="t", body=body, published="2024-10-30"))
    [statement] = facts.statements
    assert body[statement.start : statement.end] == "“We lost **14** boats,”"
    assert statement.speaker == "Ann Wu"
    assert body[statement.cue_start : statement.cue_end] == statement.cue == "said"
    claim = next(claim for claim in facts.claims if claim.figure == 0)
    assert body[claim.value_start : claim.value_end] == "14"
    assert body[claim.start : claim.end].startswith("“We lost")


def test_a_text_without_marks_is_read_as_it_is() -> None:
    assert without_marks("Rain fell on 3 May; 12 sheep - all white - were lost.") is None


PIECES = ["**", "*", "_", "[", "](", ")", "`", "\\", "#", "> ", "~~", "12", "May 3", "Ann Wu", "."]
PIECES += ["Mayor ", " ", "\n", "\n\n", "said ", "https://a.b/9", "a"]
MARKED = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@given(MARKED)
def test_the_way_back_never_leaves_the_body(body: str) -> None:
    read(body)
    plain = without_marks(body)
    if plain is not None:
        assert len(plain.text) <= len(body)
