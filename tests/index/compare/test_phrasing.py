"""How questions are worded: they fit what is counted, and use the reports' own words."""

from __future__ import annotations

import pytest

from index.compare.model import Comparison
from index.compare.surroundings import heads, plural
from index.facts.claims_vocabulary import telling_stem
from tests.index.compare.reports import FILLING, ask

REST = " A bridge of 1912 fell."


@pytest.mark.parametrize(
    ("one", "other", "question"),
    [
        # Who acts is not what the money is worth.
        (
            "The council promised $40 million for a new harbour in Sylvan.",
            "The council promised $45 million for the harbour of Sylvan.",
            "How much money was promised?",
        ),
        (
            "Damage could reach $3 million in Sylvan.",
            "The mayor of Sylvan put the damage at $4 million.",
            "How much is the damage?",
        ),
        (
            "The clerk of Sylvan took 2 million euros in bribes.",
            "The Sylvan clerk took 2.5 million euros in bribes.",
            "How much are the bribes?",
        ),
        (
            "The brewer agreed to buy Sylvan Ales for $14 million.",
            "The brewer said that it would buy Sylvan Ales for $14 million.",
            "For how much money was it bought?",
        ),
        (
            "Thieves in Sylvan took jewels worth $3 million from a shop.",
            "A shop in Sylvan was robbed of jewels worth $3 million, police said.",
            "How much are the jewels worth?",
        ),
        # What a percentage is of, and what has moved by one.
        (
            "The fire in Sylvan destroyed 80 percent of the city, the mayor said.",
            "In Sylvan the fire burned; about 80 percent of the city is destroyed.",
            "What percentage of the city was destroyed?",
        ),
        (
            "The price of copper has fallen by 9 percent since Monday in Sylvan.",
            "Copper, whose price had fallen 9 percent in Sylvan, recovered.",
            "By what percentage did the copper fall?",
        ),
        # What a measure is of.
        (
            "The hall in Sylvan had held 1,200 tonnes of ammonium nitrate.",
            "The hall in Sylvan held 1,200 tonnes of ammonium nitrate, a clerk said.",
            "How many tonnes of ammonium nitrate are there?",
        ),
        (
            "Customs officers found 4 tonnes of tea in Sylvan.",
            "Officers in Sylvan found four tonnes of tea hidden in crates.",
            "How many tonnes of tea were found?",
        ),
        (
            "The blaze near Sylvan has burned 8,500 hectares.",
            "The blaze near Sylvan has burned 11,000 hectares.",
            "How many hectares burned?",
        ),
        (
            "The 21-storey hotel in Sylvan caught fire.",
            "A fire gutted the 24-storey hotel in Sylvan.",
            "How many storeys does the hotel have?",
        ),
        (
            "The mine at Sylvan is 380 feet deep.",
            "The Sylvan mine is 370 feet deep.",
            "How many feet deep is it?",
        ),
        # What a percentage is of, and what moved by it.
        (
            "The software of Sylvan runs on about 80 percent of telephones.",
            "The software of Sylvan is used on more than 80 percent of telephones.",
            "What percentage of telephones?",
        ),
        (
            "In Sylvan shares fell 9 percent.",
            "On Monday shares fell 8 percent in Sylvan.",
            "By what percentage did the shares fall?",
        ),
        (
            "Inflation stood at 6.1 percent in Sylvan.",
            "Inflation was 6.2 percent in Sylvan.",
            "What percentage is the inflation?",
        ),
        # What befalls things befalls nobody who is counted beside them, nor the other way round.
        (
            "The airline of Sylvan failed, stranding 110,000 passengers.",
            "When the Sylvan airline failed 110,000 passengers were abroad.",
            "How many passengers are there?",
        ),
        (
            "More than 200 firefighters came to the blaze in Sylvan.",
            "Some 250 firefighters fought the blaze in Sylvan.",
            "How many firefighters were at the fire?",
        ),
        (
            "The tower in Sylvan was home to 600 people in 120 flats.",
            "The Sylvan tower has 120 flats and houses some 600 people.",
            "How many flats are there?",
        ),
        (
            "One child was hurt in Sylvan when the swing broke.",
            "A swing broke in Sylvan and one child was hurt.",
            "How many children were injured?",
        ),
        (
            "Three executives sold their shares in Sylvan Ales.",
            "In Sylvan three executives sold shares of Sylvan Ales.",
            "How many executives are there?",
        ),
        (
            "The navy carried out 12 tests near Sylvan.",
            "Near Sylvan the navy carried out more than ten tests.",
            "How many tests are there?",
        ),
        # A direction is no thing that a measure is of.
        (
            "The wreck lies 12 miles east of Sylvan.",
            "The wreck lies 13 miles east of Sylvan.",
            "How many miles away is it?",
        ),
        # A magnitude is what is measured and its unit in one.
        (
            "A magnitude 6.4 earthquake struck Sylvan on Monday.",
            "An earthquake with a magnitude of 6.6 struck Sylvan on Monday.",
            "What is the magnitude?",
        ),
        # The reports' own verbs.
        (
            "In the Sylvan referendum 41,000 people voted.",
            "Some 42,000 people voted in the Sylvan referendum.",
            "How many people voted?",
        ),
        (
            "The floods damaged 60 barns in Sylvan.",
            "At least 85 barns were damaged by the floods in Sylvan.",
            "How many barns were damaged?",
        ),
        (
            "The mill in Sylvan was rebuilt in March 2011.",
            "The Sylvan mill was rebuilt in March 2011.",
            "When was it rebuilt?",
        ),
        (
            "The mint in Sylvan is recalling 340,000 kettles.",
            "In Sylvan 390,000 kettles were recalled.",
            "How many kettles were recalled?",
        ),
        (
            "The mill fund of Sylvan collapsed in March 2011.",
            "In Sylvan the mill fund collapsed in May 2011.",
            "When did it collapse?",
        ),
        (
            "Investors in Sylvan lost 480 million dollars.",
            "In Sylvan investors have lost 480 million dollars.",
            "How much money was lost?",
        ),
        (
            "The mayor promised 30,000 loaves to Sylvan.",
            "The mayor has promised 12,000 loaves to Sylvan.",
            "How many loaves were promised?",
        ),
        # One or several.
        (
            "The boys, aged 11 to 16, sang in Sylvan.",
            "The boys, between 11 and 16 years old, sang in Sylvan.",
            "How old are the boys?",
        ),
    ],
)
def test_a_question_fits_what_the_reports_say(one: str, other: str, question: str) -> None:
    assert question in texts(ask(f"{one} {FILLING}", other + REST))


def texts(comparison: Comparison) -> list[str]:
    return [question.question for question in comparison.questions]


def test_an_amount_of_nothing_that_is_named_shows_what_its_sentences_share() -> None:
    found = ask(
        "Oxygen in the cellar of Sylvan has fallen to 15 percent." + REST,
        "Air in Sylvan is poor; oxygen had dropped to 15 percent in the cellar." + REST,
    )
    assert "What percentage (cellar, oxygen)?" in texts(found)


def test_questions_that_are_worded_alike_are_told_apart_by_nouns() -> None:
    found = ask(
        "Police said that 14 people were suddenly injured when a wagon hit a mill in Sylvan. At "
        "the fair 31 people were injured running from a bull, police said." + REST,
        "A wagon hit a mill in Sylvan and suddenly injured 14 people. Running from a bull at "
        "the fair, 31 people were injured." + REST,
    )
    assert "How many people were injured (mill, Sylvan)?" in texts(found)
    assert "How many people were injured (fair, bull)?" in texts(found)


@pytest.mark.parametrize(
    ("noun", "several"),
    [
        ("child", "children"),
        ("children", "children"),
        ("fisherman", "fishermen"),
        ("aircraft", "aircraft"),
        ("family", "families"),
        ("church", "churches"),
        ("boy", "boys"),
        ("police officer", "police officers"),
        ("virus", "viruses"),
    ],
)
def test_what_is_counted_is_named_as_several(noun: str, several: str) -> None:
    assert plural(noun) == several


def test_a_word_that_only_leads_another_tells_nothing_in_parentheses() -> None:
    text = "The union met on calm mornings to discuss the stringent terms of the bakery"
    found = heads(text.split(" "))
    assert found >= {telling_stem(word) for word in ("union", "terms", "bakery")}
    assert found.isdisjoint({"calm", "discuss", "stringent"})
