"""Dossiers: what reports put down to one official, grouped and in order."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from index.article import Article
from index.compare.dossier import Dossier, dossier, query_of
from index.facts.extract import extract
from index.facts.model import Facts

Report = tuple[Article, Facts]


def report(name: str, body: str, published: str | None = "2031-05-07") -> Report:
    article = Article(name, name, body, source=name.title(), published=published)
    return article, extract(article)


def opened(name: str, *reports: Report, home: int = 0) -> Dossier:
    article, facts = reports[home]
    target = next(one for one in facts.officials if one.name == name)
    return dossier(target, article.id, reports)


POST = report(
    "post",
    "“We will not open the dam before the harvest is in, and I told the council so,” Interior "
    "Minister Ada Okoro said on Monday.\n"
    "Okoro added that 40 engineers were on their way to Luhov.",
)
LEDGER = report(
    "ledger",
    "“We shall not open the dam before the harvest is in,” Ada Okoro, the interior minister, told "
    "reporters.\nNobody else spoke.",
)
LATER = report(
    "later",
    "Syldavian Interior Minister Ada Okoro said on Thursday that the dam was safe again.",
    "2031-05-15",
)


def test_each_outlets_wording_of_one_remark_stands_together() -> None:
    found = opened("Ada Okoro", POST, LEDGER)
    quoted = found.remarks[0]
    assert [one.said.outlet for one in quoted.wordings] == ["Ledger", "Post"]
    assert quoted.said == ("2031-05-05", "2031-05-05")


def test_a_short_remark_in_the_very_same_words_is_one() -> None:
    body = "Interior Minister Ada Okoro called for tents and {}."
    for words, remarks in (("blankets", 1), ("food", 2)):
        reports = report("post", body.format("blankets")), report("wire", body.format(words))
        assert len(opened("Ada Okoro", *reports).remarks) == remarks


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("did not have any information about what share of ships sailed", []),
        ("made the comments at a press briefing", []),
        ("made the remarks Friday during a visit to the port", []),
        ("made the remarks after the mayor confirmed that ships sailed", []),
        ("made it clear that ships sailed", ["it clear that ships sailed"]),
        ("issued a warning about the dam", ["a warning about the dam"]),
        (
            "made the announcement on Monday that ships sailed",
            ["the announcement on Monday that ships sailed"],
        ),
        ("made the case for a new dam", ["the case for a new dam"]),
    ],
)
def test_that_something_was_said_is_no_remark(told: str, words: list[str]) -> None:
    found = opened("Ada Okoro", report("post", f"Interior Minister Ada Okoro {told}."))
    assert [one.wordings[0].said.words for one in found.remarks] == words
    assert [one.statements for one in found.portraits] == [len(words)]


def test_words_that_a_quotation_has_differently_are_marked_and_its_end_is_not() -> None:
    ledger, post = opened("Ada Okoro", POST, LEDGER).remarks[0].wordings
    assert [(one.old, one.new) for one in ledger.changes] == [("will", "shall")]
    assert [one.after.of(ledger.said.words) for one in ledger.changes] == ["shall"]
    assert post.changes == ()


def test_remarks_come_in_the_order_in_which_they_were_said() -> None:
    found = opened("Ada Okoro", LATER, POST, LEDGER)
    assert [remark.order for remark in found.remarks] == ["2031-05-05", "2031-05-07", "2031-05-15"]
    words = [remark.wordings[0].said.words for remark in found.remarks]
    assert "40 engineers" in words[1]


def test_the_three_dates_are_kept_apart() -> None:
    body = "As of Sunday, 40 people were missing, Interior Minister Ada Okoro said on Monday."
    said = opened("Ada Okoro", report("post", body)).remarks[0].wordings[0].said
    assert (said.published, said.said) == ("2031-05-07", ("2031-05-05", "2031-05-05"))
    assert said.as_of == "2031-05-04"


def test_a_saying_without_a_day_stays_without() -> None:
    said = opened("Ada Okoro", LEDGER).remarks[0].wordings[0].said
    assert said.said is None
    assert said.order == "2031-05-07"


def test_a_date_in_what_was_said_does_not_date_the_saying() -> None:
    for body in (
        "Interior Minister Ada Okoro said that on Monday the dam broke.",
        "Interior Minister Ada Okoro said the dam would be mended by Monday.",
        "“It broke on Monday,” Interior Minister Ada Okoro said.",
        "Interior Minister Ada Okoro said the dam would open on Friday.",
    ):
        remarks = opened("Ada Okoro", report("post", body, "2031-05-06")).remarks
        assert [remark.said for remark in remarks] == [None], body


def test_a_phrase_that_returns_much_later_is_another_remark() -> None:
    late = (date(2031, 5, 7) + timedelta(days=40)).isoformat()
    again = report("late", LEDGER[0].body, late)
    assert len(opened("Ada Okoro", LEDGER, again).remarks) == 2


def test_two_people_of_one_family_name_are_never_merged() -> None:
    other = report("other", "“I resign,” Foreign Minister Ben Okoro said on Monday.")
    found = opened("Ada Okoro", POST, other)
    assert [portrait.article for portrait in found.portraits] == ["post"]
    assert found.doubts == ("Ben Okoro (Foreign Minister) is somebody else, and kept apart.",)


def test_many_of_one_family_name_are_counted() -> None:
    names = ("Ann", "Ben", "Carl", "Dora", "Emil", "Finn")
    others = [
        report(name.lower(), f"“I resign,” Mayor {name} Okoro of Luhov said.") for name in names
    ]
    found = opened("Ada Okoro", POST, *others)
    assert found.doubts == ("6 others of the same family name are kept apart.",)


def test_a_bare_family_name_with_the_same_office_is_taken_in_and_told() -> None:
    bare = report("bare", "“I am concerned,” Interior Minister Okoro said.")
    found = opened("Ada Okoro", POST, bare)
    assert [portrait.certain for portrait in found.portraits] == [False, True]
    assert found.doubts == (
        "Bare names only Okoro, Interior Minister: taken for the same person by name and office.",
    )
    assert opened("Okoro", POST, bare, home=1).name == "Ada Okoro"


def test_a_bare_family_name_that_fits_two_is_left_alone() -> None:
    bare = report("bare", "“I am concerned,” Minister Okoro said.")
    one = report("one", "“I am glad,” Minister Ada Okoro said.")
    two = report("two", "“I am sad,” Minister Ben Okoro said.")
    found = opened("Okoro", bare, one, two)
    assert [portrait.article for portrait in found.portraits] == ["bare"]
    assert found.doubts == (
        "Okoro can be Ada Okoro or Ben Okoro: shown is what one report says of Okoro.",
    )
    assert len(found.remarks) == 1


def test_roles_are_kept_as_each_outlet_words_them() -> None:
    roles = dict(opened("Ada Okoro", POST, LEDGER, LATER).roles)
    assert roles["Interior Minister"] == ("Post",)
    assert roles["interior minister"] == ("Ledger",)


def test_the_query_asks_for_the_family_name() -> None:
    assert query_of("Lloyd J. Austin III") == 'official:"Austin"'
    assert query_of("Cho Tae-yong") == 'official:"Cho"'


def test_a_dossier_of_the_samples(seeds: dict[str, Report]) -> None:
    found = dossier(
        next(one for one in seeds["003"][1].officials if one.name == "Pat Ryder"),
        seeds["003"][0].id,
        list(seeds.values()),
    )
    shared = [remark for remark in found.remarks if len(remark.wordings) > 1]
    assert [portrait.outlet for portrait in found.portraits] == [
        "Fox News Digital",
        "DoD News",
        "ABC News",
    ]
    assert any(
        {one.said.outlet for one in remark.wordings} == {"Fox News Digital", "DoD News"}
        and all("some type of infantry role" in one.said.words for one in remark.wordings)
        for remark in shared
    )
    orders = [remark.order for remark in found.remarks]
    assert orders == sorted(orders)
