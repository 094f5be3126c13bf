"""Figures: their words, kinds, bounds and nouns, and what is no figure."""

from __future__ import annotations

from datetime import date

import pytest

from index.facts.model import Figure
from index.facts.quantities import find_quantities


def figures(text: str) -> tuple[Figure, ...]:
    return find_quantities(text, date(2024, 10, 29), None)[0]


def only(text: str) -> Figure:
    found = figures(text)
    assert len(found) == 1, [figure.text for figure in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "written", "kind", "low", "high", "approximation"),
    [
        ("They sent about 10,000 men.", "about 10,000", "count", 10_000, 10_000, "about"),
        ("It has at least 3,000 troops.", "at least 3,000", "count", 3_000, None, "at_least"),
        ("It gave nearly $400 million.", "nearly $400 million", "money", None, 4e8, "nearly"),
        ("Well over 300 died.", "Well over 300", "count", 300, None, "more_than"),
        ("As many as 57 girls fled.", "As many as 57", "count", None, 57, "at_most"),
        ("Fewer than 20 came.", "Fewer than 20", "count", None, 20, "less_than"),
        ("It sent 11,000 to 12,000 troops.", "11,000 to 12,000", "count", 11e3, 12e3, "range"),
        ("About 5-6,000 people saw it.", "About 5-6,000", "count", 5_000, 6_000, "range"),
        ("It is 11 to 12 thousand men.", "11 to 12 thousand", "count", 11e3, 12e3, "range"),
        ("Between 20 and 30 men came.", "20 and 30", "count", 20, 30, "range"),
        ("They had 3,000 or more men.", "3,000 or more", "count", 3_000, None, "at_least"),
        ("A couple of thousand others.", "A couple of thousand", "vague", 2e3, 3e3, "about"),
        ("Several people fled.", "Several", "vague", 3, None, "vague"),
        ("Dozens of people fled.", "Dozens", "vague", 24, None, "vague"),
        ("More than a dozen died.", "More than a dozen", "count", 12, None, "more_than"),
        ("A small number of men came.", "A small number", "vague", None, None, "vague"),
        ("It fell by 5.79 percent.", "5.79 percent", "percent", 5.79, 5.79, "exact"),
        ("It rose 40-70% then.", "40-70%", "percent", 40, 70, "range"),
        ("They paid $30 million to $40 million.", "$30 million to $40 million", "money", 3e7, 4e7,
         "range"),
        ("It gave £4.2bn for that.", "£4.2bn", "money", 4.2e9, 4.2e9, "exact"),
        ("They asked Rs.3,000 for it.", "Rs.3,000", "money", 3_000, 3_000, "exact"),
        ("It used 30 kilowatt-hours.", "30 kilowatt-hours", "measure", 30, 30, "exact"),
        ("They asked RM10 for it.", "RM10", "money", 10, 10, "exact"),
        ("He paid dlrs 210,000 then.", "dlrs 210,000", "money", 210_000, 210_000, "exact"),
        ("He paid 28 cents for it.", "28 cents", "money", 0.28, 0.28, "exact"),
        ("It cost 2 million U.S. dollars.", "2 million U.S. dollars", "money", 2e6, 2e6, "exact"),
        ("Hundreds of millions of dollars went.", "Hundreds of millions of dollars", "money", 2e8,
         None, "vague"),
        ("It lies 47km to the north.", "47km", "measure", 47, 47, "exact"),
        ("It is 20 square meters large.", "20 square meters", "measure", 20, 20, "exact"),
        ("A 25-ton rock fell.", "25-ton", "measure", 25, 25, "exact"),
        ("A magnitude 6.4 quake came.", "6.4", "measure", 6.4, 6.4, "exact"),
        ("It had a magnitude of 6.4.", "6.4", "measure", 6.4, 6.4, "exact"),
        ("A magnitude-6.1 quake came.", "6.1", "measure", 6.1, 6.1, "exact"),
        ("It had a magnitude of about 6.4.", "about 6.4", "measure", 6.4, 6.4, "about"),
        ("Its magnitude was at least 6.", "at least 6", "measure", 6, None, "at_least"),
        ("It was of magnitude between 6 and 7.", "6 and 7", "measure", 6, 7, "range"),
        ("The tower is 300m high.", "300m", "measure", 300, 300, "exact"),
        ("The 19-year-old left.", "19-year-old", "age", 19, 19, "exact"),
        ("Ann Hubert, 23, skates.", "23", "age", 23, 23, "exact"),
        ("His daughter, 33, left.", "33", "age", 33, 33, "exact"),
        ("The coach, Ann Lee, is 25.", "25", "age", 25, 25, "exact"),
        ("The dead ranged in age from 5 to 72.", "5 to 72", "age", 5, 72, "range"),
        ("They gave 5 million pounds.", "5 million pounds", "money", 5e6, 5e6, "exact"),
        ("It weighs 500,000 pounds.", "500,000 pounds", "measure", 5e5, 5e5, "exact"),
        ("A boy of 11 was found.", "11", "age", 11, 11, "exact"),
        ("A mother of four died.", "four", "count", 4, 4, "exact"),
        ("It is 10 km to 12 km deep.", "10 km to 12 km", "measure", 10, 12, "range"),
        ("It cost 1,212 crowns.", "1,212 crowns", "money", 1212, 1212, "exact"),
        ("She won three crowns.", "three", "count", 3, 3, "exact"),
        ("All men aged 40 left.", "40", "age", 40, 40, "exact"),
        ("The man is in his early 50s.", "50s", "age", 50, 59, "range"),
        ("It passed 337-80 in the House.", "337-80", "score", None, None, "exact"),
        ("They won 2-3 on Sunday there.", "2-3", "score", None, None, "exact"),
        ("They split 51 to 49 in the vote.", "51 to 49", "score", None, None, "exact"),
        ("One in five teachers left.", "One in five", "percent", 20, 20, "exact"),
        ("It rose 10 percent to 15 percent.", "10 percent to 15 percent", "percent", 10, 15,
         "range"),
        ("It was 35C in the shade.", "35C", "measure", 35, 35, "exact"),
        ("Costs rose by a third.", "a third", "count", 0.333333, 0.333333, "exact"),
        ("Profit rose 8pc then.", "8pc", "percent", 8, 8, "exact"),
        ("Sales were 350m euros.", "350m euros", "money", 350e6, 350e6, "exact"),
        ("It costs between $2 and $3 billion.", "$2 and $3 billion", "money", 2e9, 3e9, "range"),
        ("She died at 101.", "101", "age", 101, 101, "exact"),
        ("He was 17 when it began.", "17", "age", 17, 17, "exact"),
        ("It was the 32nd floor.", "32nd", "ordinal", 32, 32, "exact"),
        ("Her fourth visit ended.", "fourth", "ordinal", 4, 4, "exact"),
        ("They sent 1/2 million men.", "1/2 million", "count", 5e5, 5e5, "exact"),
        ("They sent 1/2million men.", "1/2million", "count", 5e5, 5e5, "exact"),
        ("They sent 2 1/2 dozen men.", "2 1/2 dozen", "count", 30, 30, "exact"),
        ("More than half back it.", "More than half", "count", 0.5, None, "more_than"),
        ("Half the staff left.", "Half", "count", 0.5, 0.5, "exact"),
        ("Two-thirds of them left.", "Two-thirds", "count", 0.666666, 0.666666, "exact"),
    ],
)  # fmt: skip
def test_words_and_bounds(
    text: str, written: str, kind: str, low: float | None, high: float | None, approximation: str
) -> None:
    figure = only(text)
    assert figure.text == written
    assert (figure.kind, figure.low, figure.high) == (kind, low, high)
    assert figure.approximation == approximation
    assert figure.rule


@pytest.mark.parametrize(
    "text",
    [
        "After 9/11 the hotline ran 24/7.",
        "Their two-plus-two meeting is over.",
        "Lloyd J. Austin III may go.",
        "It asked what percentage of them left.",
        "See page4 and page 4 for more.",
        "Call 555-0134 or 800-273-8255.",
        "An F-16 and a Hwasong-14 flew by.",
        "Photo 2 of 25 Photos of the scene",
        "1/2 Today we freed the girls.",
        "Under Resolution 425 they left.",
        "He lives at 1600 Pennsylvania Avenue.",
        "Route 66 and Flight 370 are known.",
        "It stands: one, a grave step.",
        "One can get the feeling that no one came.",
        "A footnote [12] said so.",
        "A few clouds and several doubts remained.",
        "She is number two; he won Round Two.",
        "The 7th Fleet sailed, and Boeing 737 jets flew.",
        "First Lady Ann Wu spoke.",
        "At first, they denied it.",
        "See https://example.org/news/12345/a.html there.",
        "He works at the Banc One group.",
        "The flag flew at half mast.",
        "Her half brother ran a half marathon in a half-built town.",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert [figure.text for figure in figures(text)] == []


@pytest.mark.parametrize(
    ("text", "counted", "part"),
    [
        ("It sent 10,000 North Korean troops to Kursk.", "troops", None),
        ("About 10,000 additional troops came.", "troops", "additional"),
        ("Another 300 soldiers followed.", "soldiers", "additional"),
        ("It sent 10,000 soldiers in total.", "soldiers", "total"),
        ("A total of 51 people were hurt.", "people", "total"),
        ("Two of them were children.", None, "subset"),
        ("The death toll rose to 59 on Monday.", "toll", None),
        ("The number of dead stands at 12.", "dead", None),
        ("Six of Broadway's 38 theaters closed.", "theaters", None),
        ("One senior official said so.", "official", None),
        ("It saw eight people killed there.", "people", None),
        ("It named two police officers.", "officers", None),
        ('It has "at least 10,000" North Korean forces.', "forces", None),
        ("It has a “small number” of local troops.", "troops", None),
        ("There were 20 children ages 6 and 7.", "children", None),
        ("It hit 15 (9 miles off).", None, None),
    ],
)
def test_counted_noun_and_part(text: str, counted: str | None, part: str | None) -> None:
    figure = figures(text)[-1] if "Broadway" in text else figures(text)[0]
    assert (figure.counted, figure.part) == (counted, part)
    assert not figure.counted_inferred


def test_a_lost_noun_is_inferred_and_said_to_be() -> None:
    text = "It dispatched approximately 10,000 to Russia. The troops will train there."
    figure = only(text)
    assert (figure.counted, figure.counted_inferred) == ("troops", True)


def test_over_belongs_to_its_verb() -> None:
    assert only("Militants handed over 21 girls.").text == "21"
    assert only("It has handed out over 21 cars.").text == "over 21"


def test_a_change_is_two_values_and_a_range_is_one() -> None:
    assert [f.text for f in figures("It rose from 10 to 20 people.")] == ["10", "20"]
    assert [f.text for f in figures("It is for groups from 10 to 20 people.")] == ["10 to 20"]


def test_a_list_of_ages_ends_where_people_are_counted() -> None:
    kinds = [figure.kind for figure in figures("Boys aged 9, 11 and 14 left.")]
    assert kinds == ["age", "age", "age"]
    kinds = [figure.kind for figure in figures("A man aged 24, and 12 nurses left.")]
    assert kinds == ["age", "count"]


def test_capitals_that_grow_in_small_letters_keep_offsets_true() -> None:
    figures, _ = find_quantities(
        "İİİ İzmir sent 20 trucks and $US6,500 to TWO DOZEN men.", None, None
    )
    assert [figure.text for figure in figures] == ["20", "$US6,500", "TWO DOZEN"]
