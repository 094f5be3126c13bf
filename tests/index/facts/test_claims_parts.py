"""Numbers that are some of those told of before, and numbers that a sentence takes back."""

from __future__ import annotations

import pytest

from tests.index.facts.test_claims import claim, claims

SUBSETS = [
    ("Six people were injured, two of them seriously, police said.", "two", "grave"),
    ("Six people were injured, two seriously.", "two", "grave"),
    ("Six people were hurt, two critically.", "two", "critical"),
    ("Nine people were injured, one of them fatally.", "one", "killed"),
    ("Nine people were wounded, four lightly.", "four", None),
    ("Forty people were wounded, most of them lightly and five badly.", "five", "grave"),
    ("Of the six injured, two were in a critical condition.", "two", "critical"),
    ("Of the six people injured, two are still in hospital.", "two", None),
    ("Twelve people were killed, three of whom were children.", "three", None),
    ("Nine homes were damaged, two of them severely.", "two", None),
    ("Ten people were aboard, two of them were injured.", "two", "injured"),
    ("Of the 60 pupils kidnapped, 21 have been freed.", "21", "released"),
]


@pytest.mark.parametrize(("body", "value", "event"), SUBSETS)
def test_some_are_not_all(body: str, value: str, event: str | None) -> None:
    found = claim(body, value)
    assert (found.event, found.part) == (event, "subset")


@pytest.mark.parametrize(
    ("body", "value", "event"),
    [
        ("On Friday 18 of 22 berths at the port were closed.", "22", None),
        ("On Friday 18 of the 22 berths have been closed.", "22", None),
        ("Nearly 18 of its 22 berths were closed by the storm.", "22", None),
        ("About 30 percent of the 22 berths were closed.", "22", None),
        ("Eighteen of 22 ferries sank, and four were lost.", "22", None),
        ("Eighteen of 22 ferries sank, and four were lost.", "Eighteen", "crashed"),
        ("All 22 berths were closed.", "22", "closed"),
        ("25 of the 60 pupils kidnapped in June were women.", "60", "kidnapped"),
        ("Nine of the 12 people who died were children.", "12", "killed"),
        ("Police freed 18 of 22 hostages.", "22", "held"),
    ],
)
def test_what_befell_a_part_did_not_befall_the_whole(
    body: str, value: str, event: str | None
) -> None:
    assert claim(body, value).event == event


@pytest.mark.parametrize(
    "body",
    [
        "The coastguard corrected the number of dead to 228, having earlier said 231.",
        "The ministry corrected the toll to 228, after first giving it as 231.",
        "Officials revised the death toll to 228 from 231.",
        "The number of dead is 228, not 231 as previously reported.",
        "The death toll is 228 instead of the 231 earlier announced.",
        "The death toll is 228, up from 205 dead.",
        "The death toll is 228. Doctors had put the toll at 240.",
        "The death toll is 228. Doctors had earlier put the toll at 240.",
    ],
)
def test_a_number_that_is_taken_back_is_claimed_no_more(body: str) -> None:
    assert [body[c.value_start : c.value_end] for c in claims(body)] == ["228"]
    assert claim(body, "228").event == "killed"


def test_what_was_said_earlier_is_claimed_where_nothing_stands_in_its_stead() -> None:
    assert claim("The ministry had earlier put the death toll at 231.", "231").event == "killed"
    body = "Police said 28 people had died and 40 were injured earlier."
    assert claim(body, "40").event == "injured"
    body = "Police said 28 people had died, having earlier said 40 were injured."
    assert claim(body, "40").event == "injured"


def test_the_day_of_another_clause_is_not_its_own() -> None:
    found = claim("The passengers were moved to safety after it burned on Monday.", "Monday")
    assert found.events == ("burned",)
    found = claim("The ferry ran aground on Monday and all were moved to safety.", "Monday")
    assert found.events == ("crashed",)
