"""Credit lines: whose work a report is."""

from __future__ import annotations

import pytest

from index.article import Article
from index.compare.credits import credits_of, maker, makers

TEXT = "The dam of Luhov broke on Monday.\nNobody was hurt, the mayor said."


def shares(body: str, byline: str | None = None) -> list[tuple[str, str]]:
    article = Article("a", "t", body, source="Harbour Post", byline=byline)
    return [(credit.newsroom, credit.share) for credit in credits_of(article)]


@pytest.mark.parametrize(
    ("body", "newsroom"),
    [
        (f"LUHOV/PARIS (Reuters) - {TEXT}", "Reuters"),
        (f"LUHOV, Syldavia, Oct 19 (AP) — {TEXT}", "Associated Press"),
        (f"(CNN) {TEXT}", "CNN"),
        (f"{TEXT} (Yonhap)", "Yonhap News Agency"),
        (f"{TEXT} — AFP", "AFP"),
        (f"{TEXT} (Xinhua)\nShare", "Xinhua"),
        (f"{TEXT}\nAssociated Press writers Ann Wu and Ben Okoro contributed to this report.",
         "Associated Press"),
        (f"{TEXT}\n(Reporting by Ann Wu for Reuters; editing by Ben Okoro)", "Reuters"),
        (f"{TEXT}\nThis article originally appeared on the Lisse Gazette.", "Lisse Gazette"),
    ],
)  # fmt: skip
def test_the_whole_is_an_agencys(body: str, newsroom: str) -> None:
    assert shares(body) == [(newsroom, "whole")]
    assert maker(Article("a", "t", body, source="Harbour Post")) == newsroom


@pytest.mark.parametrize(
    "body",
    [
        f"{TEXT}\nBen Okoro, as well as The Associated Press contributed to this report.",
        f"{TEXT} (With inputs from AP)",
    ],
)
def test_a_part_is_an_agencys(body: str) -> None:
    assert shares(body) == [("Associated Press", "part")]
    assert maker(Article("a", "t", body, source="Harbour Post")) == "Harbour Post"


@pytest.mark.parametrize(
    ("byline", "credit"),
    [
        ("AP/Ann Wu", ("Associated Press", "whole")),
        ("Ann Wu, Associated Press", ("Associated Press", "whole")),
        ("Ann Wu with AFP", ("AFP", "part")),
        ("Reuters Staff", ("Reuters", "whole")),
    ],
)
def test_a_byline_names_an_agency(byline: str, credit: tuple[str, str]) -> None:
    assert shares(TEXT, byline) == [credit]


@pytest.mark.parametrize(
    ("url", "newsrooms"),
    [
        ("https://a.example/wires/afp/article-1/dam.html", ["AFP"]),
        ("https://a.example/wire/associated-press/dam", ["Associated Press"]),
        ("https://a.example/wires/fence/dam", []),
        ("https://a.example/afp/dam", []),
    ],
)
def test_an_address_names_an_agency(url: str, newsrooms: list[str]) -> None:
    article = Article("a", "t", TEXT, source="Harbour Post", url=url)
    assert [credit.newsroom for credit in credits_of(article)] == newsrooms


@pytest.mark.parametrize(
    "body",
    [
        f"{TEXT}\nThe dam before it broke (AFP/Getty Images)\nIt will be built again.\nSoon.",
        f"The Associated Press (AP) was told of it. {TEXT}",
        f"The mayor spoke to Reuters (and others) of it. {TEXT}",
        TEXT,
        "",
    ],
)
def test_no_credit(body: str) -> None:
    assert shares(body) == []


def test_copies_are_the_work_of_the_agency_that_one_of_them_credits() -> None:
    articles = [
        Article("a", "t", TEXT, source="Harbour Post", published="2031-05-02"),
        Article("b", "t", f"{TEXT} (Yonhap)", source="Ledger", published="2031-05-03"),
        Article("c", "t", "Something else.", source="The Courier"),
    ]
    assert makers(articles, [0, 0, 2]) == ("Yonhap News Agency", "Yonhap News Agency", "Courier")


def test_copies_without_credit_are_the_work_of_the_first() -> None:
    articles = [
        Article("a", "t", TEXT, source="Harbour Post", published="2031-05-03"),
        Article("b", "t", TEXT, source="Ledger", published="2031-05-02"),
    ]
    assert makers(articles, [0, 0]) == ("Ledger", "Ledger")


@pytest.mark.parametrize(
    ("body", "byline"),
    [
        (f"LISSE (Lissa) - {TEXT}", None),
        (f"{TEXT} (Lissa)", None),
        (f"{TEXT}\nThis report was first published by Lissa.", None),
        (TEXT, "Ann Wu, Lissa"),
    ],
)
@pytest.mark.parametrize("day", ["2031-05-01", "2031-05-02"])
def test_copies_are_the_work_of_the_one_that_another_credits(
    body: str, byline: str | None, day: str
) -> None:
    """Though no lexicon knows it, and though the other has the text as early."""
    articles = [
        Article("a", "t", body, source="Ledger", byline=byline, published=day),
        Article("b", "t", TEXT, source="Lissa", published="2031-05-02"),
    ]
    assert makers(articles, [0, 0]) == ("Lissa", "Lissa")
    assert makers(articles[::-1], [0, 0]) == ("Lissa", "Lissa")


@pytest.mark.parametrize(
    ("body", "byline"),
    [
        (f"{TEXT}\nLissa is a town.", None),
        (f"{TEXT}\nLissa contributed to this report.", None),
        (TEXT, "Ann Wu with Lissa"),
    ],
)
def test_a_copy_that_is_named_otherwise_is_not_its_maker(body: str, byline: str | None) -> None:
    articles = [
        Article("a", "t", body, source="Ledger", byline=byline, published="2031-05-02"),
        Article("b", "t", TEXT, source="Lissa", published="2031-05-02"),
    ]
    assert makers(articles, [0, 0]) == ("Ledger", "Ledger")


def test_an_agency_that_the_lexicon_knows_goes_first() -> None:
    articles = [
        Article("a", "t", f"{TEXT} (Lissa)", source="Ledger", published="2031-05-02"),
        Article("b", "t", f"{TEXT} (Yonhap)", source="Lissa", published="2031-05-02"),
    ]
    assert set(makers(articles, [0, 0])) == {"Yonhap News Agency"}
