"""Dates, times and durations, and the days that they mean."""

from __future__ import annotations

from datetime import date

import pytest

from index.facts.model import DateMention
from index.facts.quantities import find_quantities

TUESDAY = date(2024, 10, 29)


def dates(text: str, published: date | None = TUESDAY) -> tuple[DateMention, ...]:
    return find_quantities(text, published, None)[1]


def only(text: str, published: date | None = TUESDAY) -> DateMention:
    found = dates(text, published)
    assert len(found) == 1, [mention.text for mention in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "written", "earliest", "latest"),
    [
        ("He said Tuesday that it is so.", "Tuesday", "2024-10-29", "2024-10-29"),
        ("He spoke on Wednesday.", "Wednesday", "2024-10-23", "2024-10-23"),
        ("They plan to meet on Wednesday.", "Wednesday", "2024-10-30", "2024-10-30"),
        ("They met on Sunday night.", "Sunday night", "2024-10-27", "2024-10-27"),
        ("They marched on May Day.", "May Day", "2024-05-01", "2024-05-01"),
        ("They rested on Boxing Day, 2019.", "Boxing Day, 2019", "2019-12-26", "2019-12-26"),
        ("It began last week.", "last week", "2024-10-21", "2024-10-27"),
        ("It is open this week.", "this week", "2024-10-28", "2024-11-03"),
        ("Last month it fell.", "Last month", "2024-09-01", "2024-09-30"),
        ("Earlier this month, it fell.", "Earlier this month", "2024-10-01", "2024-10-28"),
        ("It left early last month.", "early last month", "2024-09-01", "2024-09-10"),
        ("It began in June.", "June", "2024-06-01", "2024-06-30"),
        ("It came in December.", "December", "2023-12-01", "2023-12-31"),
        ("It will come in December.", "December", "2024-12-01", "2024-12-31"),
        ("It will come by December.", "by December", None, "2024-12-01"),
        ("It will take until early December.", "until early December", None, "2024-12-10"),
        ("It sent men between early to mid-October.", "between early to mid-October",
         "2024-10-01", "2024-10-20"),
        ("It ends by the end of this year.", "by the end of this year", None, "2024-12-31"),
        ("On Oct. 21, it left.", "Oct. 21", "2024-10-21", "2024-10-21"),
        ("It was on 29 October 2021.", "29 October 2021", "2021-10-29", "2021-10-29"),
        ("It was on Thursday, Oct. 3, 2024, too.", "Thursday, Oct. 3, 2024", "2024-10-03",
         "2024-10-03"),
        ("On June 12 last year he left.", "June 12 last year", "2023-06-12", "2023-06-12"),
        ("In May of last year it fell.", "May of last year", "2023-05-01", "2023-05-31"),
        ("It ran Oct. 3-5 there.", "Oct. 3-5", "2024-10-03", "2024-10-05"),
        ("Since February 2022 it gave.", "Since February 2022", "2022-02-01", "2024-10-29"),
        ("In 2014 it began.", "2014", "2014-01-01", "2014-12-31"),
        ("The 1992 election was won.", "1992", "1992-01-01", "1992-12-31"),
        ("The budget for 1997-98 is out.", "1997-98", "1997-01-01", "1998-12-31"),
        ("It grew in the 1960s.", "1960s", "1960-01-01", "1969-12-31"),
        ("It grew in the '60s.", "'60s", "1960-01-01", "1969-12-31"),
        ("A 19th-century house burned.", "19th-century", "1801-01-01", "1900-12-31"),
        ("The first quarter of 2016 was bad.", "first quarter of 2016", "2016-01-01",
         "2016-03-31"),
        ("It ends by the end of the first quarter of 2025.",
         "by the end of the first quarter of 2025", None, "2025-03-31"),
        ("It began in the mid-1980s.", "the mid-1980s", "1984-01-01", "1986-12-31"),
        ("It left in early 2016.", "early 2016", "2016-01-01", "2016-04-30"),
        ("It was found this spring.", "this spring", "2024-03-01", "2024-05-31"),
        ("On New Year's Eve it burned.", "New Year's Eve", "2023-12-31", "2023-12-31"),
        ("It was Memorial Day 2016.", "Memorial Day 2016", "2016-05-30", "2016-05-30"),
        ("It left two years ago.", "two years ago", "2022-10-29", "2022-10-29"),
        ("It left more than two years ago.", "more than two years ago", None, "2022-10-29"),
        ("It is date 2024-10-29 here.", "2024-10-29", "2024-10-29", "2024-10-29"),
        ("On 10/29/2024 it left.", "10/29/2024", "2024-10-29", "2024-10-29"),
        ("Yesterday it left.", "Yesterday", "2024-10-28", "2024-10-28"),
        ("It fell in the past two years.", "the past two years", "2022-10-29", "2024-10-29"),
        ("It comes in the next several weeks.", "the next several weeks", "2024-10-29", None),
        ("It grew in recent months.", "recent months", None, "2024-10-29"),
    ],
)  # fmt: skip
def test_days(text: str, written: str, earliest: str | None, latest: str | None) -> None:
    mention = only(text)
    assert (mention.text, mention.earliest, mention.latest) == (written, earliest, latest)
    assert mention.rule


@pytest.mark.parametrize(
    ("text", "written", "kind", "earliest"),
    [
        ("It left at 21:00 there.", "21:00", "time", "2024-10-29T21:00"),
        ("It left around 5:30 a.m. on Thursday.", "around 5:30 a.m. on Thursday", "time",
         "2024-10-24T05:30"),
        ("It left at 9pm local time.", "9pm local time", "time", "2024-10-29T21:00"),
        ("It opens at 3 p.m. EST then.", "3 p.m. EST", "time", "2024-10-29T15:00-05:00"),
        ("It ended at noon.", "noon", "time", "2024-10-29T12:00"),
        ("It took six months to build.", "six months", "duration", None),
        ("A 12-minute display began.", "12-minute", "duration", None),
        ("It took 2 hours, 32 minutes, 25.3 seconds.", "2 hours, 32 minutes, 25.3 seconds",
         "duration", None),
        ("He won by 2:23.9 in the end.", "2:23.9", "duration", None),
        ("It burned for a month.", "a month", "duration", None),
        ("It is to last 60 days.", "60 days", "duration", None),
        ("It opens (0600 GMT) then.", "0600 GMT", "time", "2024-10-29T06:00+00:00"),
        ("It cost $5 a year earlier.", "a year", "duration", None),
        ("It took half an hour.", "half an hour", "duration", None),
        ("It went on for some time.", "some time", "duration", None),
        ("They walked around ALL DAY in the north.", "ALL DAY", "duration", None),
        ("An all-night sitting wore them out.", "all-night", "duration", None),
        ("It takes three to five years.", "three to five years", "duration", None),
    ],
)  # fmt: skip
def test_times_and_durations(text: str, written: str, kind: str, earliest: str | None) -> None:
    mention = only(text)
    assert (mention.text, mention.kind, mention.earliest) == (written, kind, earliest)


@pytest.mark.parametrize(
    "text",
    [
        "It may march in august company.",
        "Theresa May and April Ryan met June Smith.",
        "They may go, and May said so.",
        "It came from 20th Century Fox.",
        "He is on Saturday Night Live.",
        "It was in USA Today.",
        "It costs $10,000 a week and $5 an hour.",
        "They spring up and fall down.",
        "In the second place, it is wrong.",
        "It costs 76 crowns (9.50) an hour.",
        "It was a day when nobody worked.",
        "She is head of Studio 2000 now.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert [mention.text for mention in dates(text)] == []


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("He wants the bridge repaired by the end of September.", "2025-09-30"),
        ("The strike called for November 10 goes ahead.", "2024-11-10"),
        ("The judge set a hearing for Friday.", "2024-11-01"),
        ("The sales for September fell.", "2024-09-30"),
        ("The law takes effect in July.", "2025-07-31"),
        ("The talks resume on Thursday.", "2024-10-31"),
        ("The court meets on Friday.", "2024-11-01"),
        ("She was asked to appear on November 12.", "2024-11-12"),
        ("She was asked to appear on August 12.", "2024-08-12"),
        ("The deadline was extended to Friday.", "2024-11-01"),
        ("The launch was postponed until January.", "2025-01-31"),
        ("They were told to leave by Friday.", "2024-11-01"),
        ("The show runs until May.", "2025-05-31"),
        ("Police had arrested ten people by Friday.", "2024-10-25"),
        ("The shop was closed until Friday.", "2024-10-25"),
        ("He fell to the ground on Friday.", "2024-10-25"),
        ("She expects the bank to raise its rate in September.", "2025-09-30"),
    ],
)
def test_what_is_set_for_a_day_or_due_by_it_is_to_come(text: str, latest: str) -> None:
    assert only(text).latest == latest


def test_the_following_day_counts_from_the_day_before_it() -> None:
    found = dates("They will meet on Wednesday. The following day, they will sign.")
    assert [mention.earliest for mention in found] == ["2024-10-30", "2024-10-31"]


def test_a_time_of_day_is_of_no_day_that_is_only_counted_back_to() -> None:
    found = dates("Sales fell from a year ago. The gates were shut from 7 a.m.")
    assert [mention.earliest for mention in found] == ["2023-10-29", "2024-10-29T07:00"]


def test_a_period_in_a_quotation_counts_from_the_day_it_was_said() -> None:
    text = '"They will help over the next several weeks," an official said Monday.'
    assert dates(text)[0].earliest == "2024-10-28"


def test_ago_in_a_quotation_counts_from_the_day_it_was_said() -> None:
    text = '"A week ago he wrote, and about an hour ago I met him," an official said on Monday.'
    assert [mention.earliest for mention in dates(text)] == [
        "2024-10-21", "2024-10-28", "2024-10-28",
    ]  # fmt: skip


def test_without_a_day_of_publication_only_full_dates_are_resolved() -> None:
    text = "On Monday and on 3 May 2021 and last week and in June it rained."
    assert [mention.earliest for mention in dates(text, None)] == [None, "2021-05-03", None, None]


def test_four_digits_that_count_are_a_figure() -> None:
    found, mentions = find_quantities("More than 2000 people saw it.", TUESDAY, None)
    assert [figure.text for figure in found] == ["More than 2000"]
    assert mentions == ()
