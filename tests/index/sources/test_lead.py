"""What the top of a text tells: title, agency, date, byline."""

from __future__ import annotations

import pytest

from index.sources.lead import opening, read_lead

PARAGRAPH = "The ministry said on Tuesday that about 10,000 troops had arrived. More are expected."


def test_a_short_first_line_is_the_title() -> None:
    lead = read_lead(f"Troops arrive in Kursk, ministry says\n{PARAGRAPH}")
    assert (lead.title, lead.title_guessed) == ("Troops arrive in Kursk, ministry says", False)


@pytest.mark.parametrize(
    "line", ["What next for Kursk?", 'Minister: "We know nothing"', "# Troops #"]
)
def test_other_ends_than_a_full_stop_are_a_title(line: str) -> None:
    lead = read_lead(f"{line}\n{PARAGRAPH}")
    assert not lead.title_guessed
    assert lead.title == line.strip("# ")


def test_without_a_headline_the_first_sentence_serves_and_is_said_to() -> None:
    lead = read_lead(PARAGRAPH)
    assert lead.title == "The ministry said on Tuesday that about 10,000 troops had arrived."
    assert lead.title_guessed


def test_a_full_stop_inside_a_title_of_office_ends_no_sentence() -> None:
    lead = read_lead("The U.S. said Gen. Ann Lee, Sen. Bo Li and Mr. J. Cy would go. " + PARAGRAPH)
    assert lead.title == "The U.S. said Gen. Ann Lee, Sen. Bo Li and Mr. J. Cy would go."


def test_a_long_sentence_is_cut_between_words() -> None:
    lead = read_lead("word " * 5000 + ".")
    assert len(lead.title) <= 100
    assert lead.title.endswith("word…")
    assert len(read_lead("x" * 100_000).title) <= 100


@pytest.mark.parametrize(
    ("opening", "source", "published"),
    [
        ("date 2024-10-29 (Example News) ", "Example News", "2024-10-29"),
        ("SEOUL, Oct. 29 (Agency) -- ", "Agency", None),
        ("KYIV, Ukraine (AG) — ", "AG", None),
        ("(NNN) — ", "NNN", None),
        ("BRUSSELS, October 29, 2024 (Agency) - ", "Agency", "2024-10-29"),
        ("MOSCOW, October 29. /AGENCY/. ", "AGENCY", None),
        ("MOSCOW, October 29, 2024. /AGENCY/. ", "AGENCY", "2024-10-29"),
        ("NEW YORK, Oct. 29, 2024 /Agency/ -- ", "Agency", "2024-10-29"),
        ("Oct. 29 (Agency) - ", "Agency", None),
        ("NEW DELHI, Oct 29 (AGY) ", "AGY", None),
        ("New Delhi [India], October 29 (AGY): ", "AGY", None),
        ("PARIS (AG) _ ", "AG", None),
        ("KYIV, March 5 - ", None, None),
        ("March 5 - ", None, None),
        ("LONDON — ", None, None),
        ("LONDON—", None, None),
        ("ST. LOUIS, Mo. - ", None, None),
        ("KARACHI: ", None, None),
        ("GENEVA, 29 October 2024 – ", None, "2024-10-29"),
        ("Brussels, Tuesday, 29 October 2024 – ", None, "2024-10-29"),
    ],
)
def test_datelines(opening: str, source: str, published: str | None) -> None:
    lead = read_lead(opening + PARAGRAPH)
    assert (lead.source, lead.published) == (source, published)
    assert lead.title.startswith("The ministry said")


@pytest.mark.parametrize(
    "line",
    [
        "The Ministry of Truth (Minitrue) - founded in 1948 - said so.",
        "Ten people (One) — and more.",
        "Either/Or/Both ways lead there, he said.",
        "Iran's leader — Ann Lee — said so, and nobody else did.",
        "NATO - What next?",
    ],
)
def test_a_sentence_with_brackets_or_a_title_with_a_dash_is_no_dateline(line: str) -> None:
    lead = read_lead(line)
    assert (lead.source, lead.title) == (None, line)


def test_lines_under_the_headline() -> None:
    lead = read_lead(
        "Troops arrive in Kursk\nBy Ann Lee and Bo Li\n"
        f"Published: October 29, 2024 4:30 PM\n{PARAGRAPH}"
    )
    assert (lead.byline, lead.published) == ("Ann Lee and Bo Li", "2024-10-29")


def test_a_sentence_that_begins_with_a_date_is_not_the_day_of_publication() -> None:
    lead = read_lead(f"Troops arrive\nOctober 29, 2024 was a quiet day.\n{PARAGRAPH}")
    assert lead.published is None


def test_nothing_known_stays_unknown() -> None:
    lead = read_lead(PARAGRAPH)
    assert (lead.source, lead.byline, lead.published) == (None, None, None)


@pytest.mark.parametrize(
    ("body", "first"),
    [
        ("Mill burns\n\nBy Ann Lee\n\nPublished: 3 May 2031\n\nA mill burnt.", "A mill burnt."),
        ("Mill burns\nA mill burnt on Sunday.\nBy noon it was gone.", "A mill burnt on Sunday."),
        ("A mill burnt on Sunday, the owner said. By noon it was gone.\nMore.", None),
        ("Mill burns\nBy Ann Lee", "Mill burns"),
        ("Mill burns\nThree died on 3 May 2031.\nMore.", "Three died on 3 May 2031."),
        ("# Mill burns\n\nA mill burnt.", "A mill burnt."),
        ("Mill burns\nThe Valley Post\nA mill burnt.", "A mill burnt."),
        ("Mill burns\nThe Valley Post", "The Valley Post"),
        ("", ""),
    ],
)
def test_an_article_opens_below_its_head(body: str, first: str | None) -> None:
    lines = body.split("\n")
    assert opening(body, "Mill burns") == (lines[0] if first is None else first)


@pytest.mark.parametrize(
    "body",
    [
        "A mill burnt on Sunday. By noon it was gone.\nMore.",
        "A mill burnt on Sunday.\nBy noon it was gone.",
        f"date 2031-05-03 (VALLEY) A mill burnt {'and burnt ' * 20}. By noon it was gone.",
    ],
)
def test_a_first_sentence_that_is_the_title_is_not_told_twice(body: str) -> None:
    assert opening(body, read_lead(body).title).startswith("By noon it was gone.")
