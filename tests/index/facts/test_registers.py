"""Figures and dates in the manners of speaking of many desks and countries."""

from __future__ import annotations

from datetime import date

import pytest

from index.facts.model import DateMention, Figure
from index.facts.quantities import find_quantities

PUBLISHED = date(2024, 10, 30)  # a Wednesday


def marks(text: str) -> list[str]:
    """The figures and dates of a text, in order."""
    figures, dates = find_quantities(text, PUBLISHED, None)
    found: list[Figure | DateMention] = [*figures, *dates]
    return [mark.text for mark in sorted(found, key=lambda mark: mark.start)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # Money and markets
        ("Shares fell 3.4% to 212.5p, wiping £1.2bn off them.", ["3.4%", "212.5p", "£1.2bn"]),
        (
            "It cut the rate by 25 basis points to 6.25 per cent.",
            ["25 basis points", "6.25 per cent"],
        ),
        ("Q3 profit was Rs 1,250 crore.", ["Q3", "Rs 1,250 crore"]),
        ("In Q2 2023 it earned R2.3bn.", ["Q2 2023", "R2.3bn"]),
        ("Ferries gained -0.3% and bonds minus 2 percent.", ["-0.3%", "minus 2 percent"]),
        ("The poll has a margin of plus or minus 3 points.", ["3"]),
        # Many countries
        ("More than 2.5 lakh people sought shelter.", ["More than 2.5 lakh"]),
        ("They found N50 million and 27 kilograms.", ["N50 million", "27 kilograms"]),
        ("It set aside Sh2.3 billion (about $18 million).", ["Sh2.3 billion", "about $18 million"]),
        ("Exports rose to 57.5 billion U.S. dollars.", ["57.5 billion U.S. dollars"]),
        ("Some 5,8 million were jobless, or 10,5%.", ["Some 5,8 million", "10,5%"]),
        ("Homes worth up to A$1.5m each burned.", ["up to A$1.5m"]),
        ("Brent rose $1.32 to $66.63 and may gain $2 to $3.", ["$1.32", "$66.63", "$2 to $3"]),
        ("Yields rose four basis points to 4.53%.", ["four basis points", "4.53%"]),
        ("Jobs fell by 1,500 to 402,000 and may rise by 2 to 9.", ["1,500", "402,000", "2 to 9"]),
        ("Output fell 2 percent to 78 percent.", ["2 percent", "78 percent"]),
        ("It made £120m, of which a third, or £40m, stays.", ["£120m", "a third", "£40m"]),
        ("Profit fell for two quarters in a row.", ["two quarters"]),
        ("The mill holds 16 of 30 Council seats.", ["16", "30"]),
        ("The Rovers' 14-match run ended.", ["14"]),
        ("They will pay R312 more, at R18.27 to the dollar.", ["R312", "R18.27"]),
        ("The plan is R400-million a month.", ["R400-million"]),
        # Fractions and comparisons
        ("It rose a quarter of a percentage point.", ["a quarter of a percentage point"]),
        ("It is half a mile, or half a cent.", ["half a mile", "half a cent"]),
        ("Exports fell by a third year on year.", ["a third"]),
        ("He said one in five trams ran.", ["one in five"]),
        ("A 1-in-5 chance and one-in-10 odds remain.", ["1-in-5", "one-in-10"]),
        ("About 1 000 soldiers held 12 500 km.", ["About 1 000", "12 500 km"]),
        ("They signed H.B. 1205 and S.B. 4. The case is No. 22-cv-1187.", []),
        ("It took 11 school days, then rained.", ["11 school days"]),
        ("Five straight wins in three straight weeks!", ["Five", "three straight weeks"]),
        ("They advanced one to two kilometres.", ["one to two kilometres"]),
        (
            "Five fewer than a year ago; 20% less than a year ago.",
            ["Five", "a year ago", "20%", "a year ago"],
        ),
        ("It began more than a year ago.", ["more than a year ago"]),
        ("A majority of 9-1 found for it.", ["9-1"]),
        ("Dated 30.10.23 and 30.10.2023.", ["30.10.23", "30.10.2023"]),
        ("The third-largest mill had no first-aid room.", ["third"]),
        # Weather and measures
        ("It was minus 12 degrees Celsius.", ["minus 12 degrees Celsius"]),
        ("There were 20-30cm of snow.", ["20-30cm"]),
        ("Gusts of up to 140 km/h and 300mm of rain came.", ["up to 140 km/h", "300mm"]),
        # Courts and people
        ("Women aged 19 and 22 were held.", ["19", "22"]),
        ("Some 18 children under the age of five fled.", ["Some 18", "five"]),
        ("He was jailed for longer than 12 years.", ["longer than 12 years"]),
        # Times
        ("It has rained since the 1950s.", ["since the 1950s"]),
        ("The mayor spoke late on Sunday.", ["late on Sunday"]),
        ("09:41 GMT: Six more are safe.", ["09:41 GMT", "Six"]),
        ("March is a windy month.", ["March"]),
        ("KYIV, March 5 - 12 people died.", ["March 5", "12"]),
        ("It is on from March 5 - 12 in Kyiv.", ["March 5 - 12"]),
        ("14.32 BST: Ferries sail. 17h00: They do not.", ["14.32 BST", "17h00"]),
        ("OPEC will keep June output above May levels.", ["June", "May"]),
        ("It is backdated to April.", ["April"]),
        ("He told May that April was away. The mill, for one, stands.", []),
        # No figures
        ("Image 2 of 25 The mill at dusk", []),
        ("It stands in the 1900 block of Elm Street and the 300 block of Oak.", []),
        ("Call (800) 555-0199, passcode 4471982.", []),
        ("A Boeing 737-800 and an ATR 72-600 landed.", []),
        ("They led at half-time and fell apart in the second half.", ["second"]),
        ("Call 0800 123 456 or +44 20 7946 0958.", []),
        ("It was shown in 1080p on the N95 road and the R250.", []),
    ],
)
def test_what_is_found(text: str, found: list[str]) -> None:
    assert marks(text) == found


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("It fell to 212.5p.", 2.125, 2.125, "GBP"),
        ("It earned R2.3bn.", 2_300_000_000, 2_300_000_000, "ZAR"),
        ("It earned KSh450,000.", 450_000, 450_000, "KES"),
        ("It sought Rs 2.5 lakh crore.", 2.5e12, 2.5e12, "INR"),
        ("It has two lakh crore rows.", 2e12, 2e12, None),
        ("It has a thousand million rows.", 1e9, 1e9, None),
        ("It fell 48 kopecks.", 0.48, 0.48, "RUB"),
        ("It is 2.99 cents.", 0.0299, 0.0299, "USD"),
        ("It goes for between N80,000 and N85,000.", 80_000, 85_000, "NGN"),
        ("It was minus 12 degrees.", -12, -12, "degree"),
        ("It lost up to -0.3%.", None, -0.3, "%"),
        ("It had 20-30cm of snow.", 20, 30, "cm"),
        ("Some 5,8 million crowns", 5_800_000, 5_800_000, None),
        ("Boys under the age of five", 5, 5, "year"),
    ],
)
def test_values(text: str, low: float | None, high: float | None, unit: str | None) -> None:
    [figure] = find_quantities(text, PUBLISHED, None)[0]
    assert (figure.low, figure.high) == (low, high)
    assert figure.unit == unit


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("Rain is expected by Thursday night.", None, "2024-10-31"),
        ("It would cut jobs by the end of March.", None, "2025-03-31"),
        ("They plan to put it up on Friday.", "2024-11-01", "2024-11-01"),
        ("They put it up on Friday.", "2024-10-25", "2024-10-25"),
        ("It has rained since the 1950s.", "1950-01-01", "2024-10-30"),
        ("In Q2 2023 it earned more.", "2023-04-01", "2023-06-30"),
        ("The mayor spoke late on Sunday.", "2024-10-27", "2024-10-27"),
        ("They would be tried on Friday, she said.", "2024-11-01", "2024-11-01"),
        ("They will strike on 19, 20 and 23 December.", "2024-12-19", "2024-12-23"),
        ("It grew in the first three quarters of 2024.", "2024-01-01", "2024-09-30"),
        ("It grew in the first nine months of last year.", "2023-01-01", "2023-09-30"),
        ("It shuts at the end of the school year.", None, None),
        ("It shut 10 working days ago.", None, None),
        ("It was shut for 5mins.", None, None),
    ],
)
def test_days(text: str, earliest: str | None, latest: str | None) -> None:
    [found] = find_quantities(text, PUBLISHED, None)[1]
    assert (found.earliest, found.latest) == (earliest, latest)
