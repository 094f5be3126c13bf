"""Page furniture is told from the report, paragraph by paragraph."""

from __future__ import annotations

import pytest

from index.facts.furniture import find_furniture

REPORT = "A bridge fell into the river on Monday, the mayor said."


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "Read more: Bridge inspectors strike",
        "2/34 29 November 2017 A sign is displayed in front of the bridge",
        "Photos: The fallen bridge A car lies in the water. Hide Caption 4 of 30",
        "Image copyright PA Image caption The bridge before it fell",
        "Ann Carter of the Daily Planet contributed to this report.",
        "(Reporting by Ann Carter; Editing by Tom Hale)",
        "BRIDGE INSPECTORS STRIKE FOR HIGHER PAY",
        "By ANN CARTER",
        "The river on Tuesday (Ann Carter/AP)",
        "Reuters The bridge had been closed for two years",
        "Share this article",
        "What's Your Reaction?",
        "© 2020 Daily Planet. All rights reserved.",
    ],
)
def test_furniture_is_known(line: str) -> None:
    text = f"{REPORT}\n  {line} \n{REPORT}"
    assert [text[span.start : span.end] for span in find_furniture(text)] == [line]


@pytest.mark.parametrize(
    "line",
    [
        REPORT,
        "She shared this view: read more books.",
        "Share prices fell by 2 of 25 points on Monday, and traders were worried about more.",
        "NATO and the EU, meeting in Rome, agreed.",
        "By Monday the water had risen.",
        "Reuters reported on Monday that the bridge had been closed.",
        "“THE BRIDGE IS SAFE.”",
        "Updates follow.",
    ],
)
def test_the_report_is_no_furniture(line: str) -> None:
    assert find_furniture(f"{REPORT}\n{line}\n{REPORT}") == ()


def test_a_headline_in_capitals_that_opens_the_article_stays() -> None:
    assert find_furniture("BRIDGE FALLS INTO RIVER\nIt fell.") == ()
