"""On whom an answer rests in the end, and what stands behind a question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pytest

from index.article import Article
from index.compare.chains import Chain, Sources
from index.compare.model import Answer, Comparison
from index.compare.questions import compare
from index.compare.support import support, worded
from index.facts.extract import extract
from index.facts.model import Facts, Official, Role


def sources(*officials: tuple[str, str]) -> Sources:
    known = [Official(name, (Role(0, 1, role),), ()) for name, role in officials]
    return Sources(Facts(officials=tuple(known)))


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("Some 500 fled, according to Yonhap, citing the NIS.",
         Chain("National Intelligence Service", ("Yonhap News Agency",))),
        ("The Post reported, citing two officials, that 40 fled.",
         Chain("two officials (Post)", ("Post",))),
        ("Forty fled, the Lisse Gazette reported, citing Ann Wu.",
         Chain("Ann Wu", ("Lisse Gazette",))),
        ("At least 12 fled, the Associated Press reports.", Chain("Associated Press")),
        ("A man told the council that 12 fled.", Chain()),
        ("Some 500 fled, according to the council.", Chain()),
        ("Some 500 fled.", Chain()),
    ],
)  # fmt: skip
def test_a_sentence_without_speaker_leans_on_whom_it_cites(sentence: str, chain: Chain) -> None:
    assert sources().of(sentence, None) == chain


def test_a_newsroom_that_is_told_something_is_on_the_way() -> None:
    found = sources().of("About 500 fled, Okoro told ABC News on Monday.", "Ben Okoro")
    assert found == Chain("Ben Okoro", ("ABC News",))


def test_a_newsroom_taken_for_the_speaker_is_on_the_way_too() -> None:
    found = sources().of("Some 500 fled, according to Yonhap, citing the NIS.", "Yonhap")
    assert found == Chain("National Intelligence Service", ("Yonhap News Agency",))


@pytest.mark.parametrize(
    ("role", "source"),
    [
        ("Pentagon press secretary Maj. Gen.", "Pentagon"),
        ("State Department's spokesperson", "State Department"),
        ("Defense Secretary", "Ann Wu"),
        ("director of the NIS", "Ann Wu"),
        ("spokesman", "Ann Wu"),
    ],
)
def test_a_spokesman_speaks_for_his_body(role: str, source: str) -> None:
    assert sources(("Ann Wu", role)).of("Some fled.", "Ann Wu").source == source


class Stand(NamedTuple):
    article: str
    source: str | None


def words_for(stands: Sequence[Stand], newsrooms: Sequence[str]) -> str:
    answers = [
        Answer(one.article, "count", "12", 0, 2, "12 fled.", source=one.source) for one in stands
    ]
    ids = tuple(sorted({one.article for one in stands}))
    return worded(support(answers, Comparison(ids, (ids,), (), tuple(newsrooms))))


def test_support_counts_ultimate_sources() -> None:
    stands = [Stand("a", "Pentagon"), Stand("b", "the Pentagon"), Stand("c", "Pentagon")]
    assert words_for(stands, ["AP", "AP", "ABC"]) == (
        "3 reports, 2 newsrooms, 1 ultimate source (the Pentagon)"
    )


def test_support_says_who_names_none() -> None:
    stands = [Stand("a", "Ann Wu"), Stand("b", None)]
    assert words_for(stands, ["AP", "ABC"]) == (
        "2 reports, 2 newsrooms, 1 ultimate source (Ann Wu); 1 names none"
    )
    assert words_for([Stand("a", None)], ["AP"]) == "1 report, 1 newsroom, no source named"


def test_equal_values_that_rest_on_one_body_are_an_echo() -> None:
    one = Article(
        "a",
        "t",
        "The Syldavian flood killed 312 people in Luhov on Monday, Pentagon spokesman Ben Okoro "
        "said on Tuesday.",
        source="Harbour Post",
        published="2031-05-02",
    )
    other = Article(
        "b",
        "t",
        "At least four bridges fell. The Pentagon said the flood killed 312 people in Luhov.",
        source="Evening Ledger",
        published="2031-05-02",
    )
    comparison = compare([(one, extract(one)), (other, extract(other))])
    killed = [q for q in comparison.questions if "killed" in q.question or "died" in q.question]
    assert [(q.relation, worded(support(q.answers, comparison))) for q in killed] == [
        ("echo", "2 reports, 2 newsrooms, 1 ultimate source (Pentagon)")
    ]
