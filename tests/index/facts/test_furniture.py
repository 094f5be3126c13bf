"""Page furniture is told from the report, paragraph by paragraph."""

from __future__ import annotations

import pytest

from index.facts.furniture import find_corrections, find_furniture

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
        "Updated at 9:50 p.m. ET Thursday",
        "Planet | Updated: 2017-09-15 17:52",
        "Updated 3 hours ago",
        "The bridge is closed to all traffic Read more",
        "[Video shows cars in the river]",
        "(Ann Carter / Daily Planet)",
        "(Daily Planet 10/03/2020 page4)",
        "(ab/cd-ef)",
        "* * *",
        "#SaveOurBridge",
        "Tom Hale / Reuters A man looks at the bridge",
        "PLANET PICTURES • GETTY The bridge before it fell",
        "We use cookies to improve your visit. By continuing you agree.",
        "Sign up to our newsletter and never miss a story.",
        "This article was amended on 10 May to correct the name of the river.",
        "More from Daily Planet",
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
        "Also on Monday, the police said the road was closed.",
        "Promoted to colonel in 2011, she led the school.",
        "The company changed its privacy policy and its terms and conditions.",
        "The bridge was closed by noon. (Yonhap)",
        "1/2 Today we moved 21 people. — Red Cross (@redcross) May 3, 2020",
        "7 p.m.",
        "The long road",
        "Photographs of the bridge were shown to the court.",
    ],
)
def test_the_report_is_no_furniture(line: str) -> None:
    assert find_furniture(f"{REPORT}\n{line}\n{REPORT}") == ()


def test_a_headline_in_capitals_that_opens_the_article_stays() -> None:
    assert find_furniture("BRIDGE FALLS INTO RIVER\nIt fell.") == ()


def test_a_line_without_a_full_stop_stands_out_among_paragraphs_that_have_one() -> None:
    caption = "Workers carry stones to the fallen bridge in the north"
    text = "\n".join(["Bridge falls into river", *[REPORT] * 3, caption, *[REPORT] * 3])
    assert [text[span.start : span.end] for span in find_furniture(text)] == [caption]
    lines = [caption.replace("north", str(number)) for number in range(8)]
    assert find_furniture("\n".join([*lines, REPORT])) == ()


def test_what_is_repeated_from_the_report_is_furniture() -> None:
    said = "“There was water in every room of the old house,” the mayor said."
    pulled = "There was water in every room of the old house Ann Carter"
    text = "\n".join(["Bridge falls into river", REPORT, said, *[REPORT] * 4, pulled, REPORT])
    assert [text[span.start : span.end] for span in find_furniture(text)] == [pulled]


def test_the_lines_in_which_an_outlet_corrects_itself() -> None:
    first = "Correction: a bridge fell on Monday, not on Sunday."
    marked = "**Correction**: an earlier version of this report named another river."
    last = "An earlier version of this report gave another name to the river."
    body = f"{first}\n\n{REPORT}\n{marked}\nA correction: none was made.\n  {last} \n"
    found = find_corrections(body)
    assert [span.of(body) for span in found] == [first, marked, last]
    assert set(found) <= set(find_furniture(body))
