"""Newsrooms: the lexicon that a person can add to."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.article import Article
from index.compare.chains import Sources
from index.compare.credits import credits_of
from index.compare.newsrooms import newsroom, newsroom_at
from index.facts import lexicons
from index.facts.model import Facts


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("AP", "Associated Press"),
        ("The Associated Press", "Associated Press"),
        ("Yonhap", "Yonhap News Agency"),
        ("Guardian", "The Guardian"),
        ("the Lisse Gazette", "Lisse Gazette"),
    ],
)
def test_names_that_mean_one_newsroom(name: str, shown: str) -> None:
    assert newsroom(name) == shown


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the New York Times reported", "New York Times"),
        ("the Times reported", "Times"),
        ("Lisse's Times", None),
        ("Yonhap’s desk", "Yonhap News Agency"),
        ("CNN, which", "CNN"),
        ("Times of trouble", None),
        ("Mayor Ann Wu", None),
        ("", None),
    ],
)
def test_a_newsroom_where_a_text_names_one(words: str, found: str | None) -> None:
    at = newsroom_at(words, 0)
    assert (at[0] if at else None) == found


def test_an_agency_an_outlet_and_a_phrase_of_ones_own(own_lexicons: Path) -> None:
    article = Article("a", "t", "LUHOV (SYP) - The dam broke.\nTold to you by Kestrel.")
    sentence = "The dam broke, according to Kestrel."
    assert credits_of(article) == ()
    assert Sources(Facts()).of(sentence, None).source is None
    (own_lexicons / "newsrooms.toml").write_text(
        '[agencies]\n"Syldavian Press" = ["SYP"]\n[outlets]\nKestrel = []\n'
        '[credits]\nwhole = ["told to you by"]\n'
    )
    lexicons.forget()
    assert [credit.newsroom for credit in credits_of(article)] == ["Syldavian Press", "Kestrel"]
    assert Sources(Facts()).of(sentence, None).source == "Kestrel"
