"""What is claimed of a value: event, noun, place, time, modality, part, speaker."""

from __future__ import annotations

import time

import pytest

from index.article import Article
from index.facts.extract import extract
from index.facts.model import Claim


def claims(body: str, published: str = "2019-05-14") -> list[Claim]:
    return list(extract(Article("a", "a", body, published=published)).claims)


def claim(body: str, value: str, published: str = "2019-05-14") -> Claim:
    """The one claim whose value has these words."""
    found = [c for c in claims(body, published) if body[c.value_start : c.value_end] == value]
    assert len(found) == 1, [body[c.value_start : c.value_end] for c in claims(body, published)]
    return found[0]


@pytest.mark.parametrize(
    ("body", "value", "event"),
    [
        ("A bomb killed 12 people and wounded 40 in the market.", "12", "killed"),
        ("A bomb killed 12 people and wounded 40 in the market.", "40", "injured"),
        ("At least 14 people were killed and 30 were injured.", "At least 14", "killed"),
        ("At least 14 people were killed and 30 were injured.", "30", "injured"),
        (
            "The government won the release of 25 of the 60 pupils kidnapped in June.",
            "25",
            "released",
        ),
        (
            "The government won the release of 25 of the 60 pupils kidnapped in June.",
            "60",
            "kidnapped",
        ),
        (
            "Nineteen pupils captured by gunmen last year have been freed, police said.",
            "Nineteen",
            "released",
        ),
        ("The kidnapping of 60 pupils shook the country.", "60", "kidnapped"),
        ("The death toll rose to 43 on Friday.", "43", "killed"),
        ("Hundreds of guests were evacuated when the hotel caught fire.", "Hundreds", "evacuated"),
        ("The crash left 18 dead.", "18", "killed"),
        ("At least 56 inmates were killed in a riot.", "At least 56", "killed"),
        ("Twelve hostages remain.", "Twelve", "held"),
        ("Some 300 soldiers are already in the valley.", "Some 300", "present"),
        ("Sixty people died in the earthquake on Monday.", "Sixty", "killed"),
        ("Nine walkers died after an avalanche, police said.", "Nine", "killed"),
    ],
)
def test_a_figure_belongs_to_its_event(body: str, value: str, event: str) -> None:
    assert claim(body, value).event == event


@pytest.mark.parametrize(
    ("body", "value", "event"),
    [
        ("The pupils were kidnapped in April 2017.", "April 2017", "kidnapped"),
        ("On 3 May 2019, gunmen seized 60 pupils from a school.", "3 May 2019", "kidnapped"),
        ("The 2017 kidnapping shook the country.", "2017", "kidnapped"),
        ("The pupils seized two years ago have been freed.", "two years ago", "kidnapped"),
        ("Monday's release was welcomed by the parents.", "Monday", "released"),
        ("The ferry crash occurred on Friday.", "Friday", "crashed"),
        (
            "Divers found the hull of the sunken ferry on Friday, a week after a storm hit it.",
            "Friday",
            "found",
        ),
        ("Searchers reached the damaged hull, which they had found on Friday.", "Friday", "found"),
        ("A ferry sank off the coast on Monday, the navy said.", "Monday", "crashed"),
        (
            "The hall, which a mayor visited, was whitewashed last year.",
            "last year",
            "to whitewash",
        ),
    ],
)
def test_a_date_belongs_to_its_event(body: str, value: str, event: str) -> None:
    assert claim(body, value).event == event


def test_a_date_of_saying_is_no_answer_but_dates_the_claims() -> None:
    body = "Nine soldiers were killed in the valley, the minister said on Sunday."
    assert [body[c.value_start : c.value_end] for c in claims(body) if c.date is not None] == []
    assert claim(body, "Nine").said == "2019-05-12"


def test_a_date_behind_as_of_is_the_day_that_a_value_holds_for() -> None:
    body = "As of Sunday, 59 people were dead, the mayor said on Monday."
    found = claim(body, "59")
    assert (found.as_of, found.said) == ("2019-05-12", "2019-05-13")
    assert [c for c in claims(body) if c.date is not None] == []


def test_each_value_has_its_own_day() -> None:
    body = "As of Sunday 40 people were dead, and 62 people were dead as of Monday."
    assert [claim(body, "40").as_of, claim(body, "62").as_of] == ["2019-05-12", "2019-05-13"]


def test_a_date_to_come_is_planned() -> None:
    assert claim("Unions called a strike for May 20.", "May 20").modality == "plan"
    assert claim("Unions called a strike on May 2.", "May 2").modality == "fact"


@pytest.mark.parametrize(
    ("body", "value", "noun"),
    [
        ("The ship has a crew of 340.", "340", "crew"),
        ("The government gave $25 million in aid.", "$25 million", "aid"),
        ("A 22-year-old student was hurt.", "22-year-old", "student"),
        ("The 61-year-old leader resigned.", "61-year-old", "leader"),
        ("A baker who is 41 years old was hurt.", "41 years old", "baker"),
        ("The gunman, a 41-year-old man, fled.", "41-year-old", "suspect"),
        ("The attacker, who is 41, fled.", "41", "suspect"),
        ("Their 25-year-old coach entered the cave.", "25-year-old", "coach"),
    ],
)
def test_a_number_belongs_to_its_noun(body: str, value: str, noun: str) -> None:
    assert claim(body, value).noun == noun


def test_some_of_them_take_part_in_what_they_are_part_of() -> None:
    body = "Twelve people were taken to a clinic, seven of them in critical condition."
    assert claim(body, "seven").event == "critical"
    body = "A storm left 60 people homeless, most of them children, and 20 of them old."
    assert claim(body, "20").event is None, "nobody asks how many were homeless to hear of the old"


def test_some_of_them_are_not_those_of_the_same_number_before() -> None:
    body = "Seventeen people died. Thirty are in hospital, 17 of them in a critical condition."
    died, critical = claim(body, "Seventeen"), claim(body, "17")
    assert died.chain != critical.chain


def test_shares_of_a_number_take_part_in_nothing_of_their_own() -> None:
    body = (
        "A flood killed 26 people. "
        "Twenty-three were found dead in a mill, two outside it and one far away."
    )
    found = claim(body, "Twenty-three")
    assert (found.event, found.part) == (None, "subset")
    assert claim(body.replace("26", "27"), "Twenty-three").event == "killed"


def test_the_number_of_refugees_counts_those_who_fled() -> None:
    assert claim("The number of refugees reached 370,000.", "370,000").event == "evacuated"


def test_no_one_day_is_said_where_the_words_name_more_than_one() -> None:
    found = claim("Earlier this month, the minister said that nine soldiers fell.", "nine")
    assert found.said is None
    assert found.said_by == "2019-05-13"


def test_words_for_one_thing_are_one_class() -> None:
    classes = {
        claim(f"Freedonia has sent 500 {noun} to the border.", "500").counted
        for noun in ("troops", "soldiers", "personnel")
    }
    assert classes == {"troops"}


def test_what_is_dead_or_injured_are_people() -> None:
    dead = claim("The flood left 31 dead in the north.", "31")
    assert (dead.counted, dead.event) == ("people", "killed")
    bare = claim("Officials said 527 were injured.", "527")
    assert (bare.counted, bare.event) == ("people", "injured")


def test_countries_narrow_what_is_counted() -> None:
    assert claim("The crash killed 10 Canadian tourists.", "10").qualifiers == ("Canada",)
    assert claim("North Korea has sent 500 troops.", "500").participants == ("North Korea",)


@pytest.mark.parametrize(
    ("body", "modality"),
    [
        ("Freedonia has sent 500 troops to the border.", "fact"),
        ("Freedonia plans to send 500 troops to the border.", "plan"),
        ("Freedonia will send 500 troops to the border.", "plan"),
        ("Officials believed 500 troops were sent to the border.", "estimate"),
    ],
)
def test_a_plan_is_no_fact(body: str, modality: str) -> None:
    assert claim(body, "500").modality == modality


def test_places_are_nested_as_the_text_nests_them() -> None:
    body = "There are at least 500 troops inside Russia's Kursk region."
    assert claim(body, "at least 500").places == ("Kursk", "Russia")
    body = "The army has sent 500 troops to eastern Russia."
    assert claim(body, "500").places == ("eastern Russia", "Russia")
    body = "The army has sent 500 troops to the town of Sylvan."
    assert claim(body, "500").places == ("Sylvan",)


def test_an_addition_to_the_same_count_is_a_part() -> None:
    body = "The army has sent 500 troops and will send 200 more troops."
    assert claim(body, "200").part == "additional"
    body = "The blast killed 7 people and injured another 40."
    assert claim(body, "40").part is None


def test_a_number_names_its_group_in_the_whole_article() -> None:
    body = (
        "Gunmen freed 37 pupils on Monday.\n\nThe 37 were taken to the capital.\n\n"
        "Of 52 teachers, 37 teachers voted."
    )
    first, second = [c for c in claims(body) if body[c.value_start : c.value_end] == "37"][:2]
    assert first.chain == second.chain >= 0


def test_small_numbers_name_no_group() -> None:
    body = "Two policemen came to the house. Two witnesses left it."
    chains = [c.chain for c in claims(body) if c.figure is not None]
    assert len(set(chains)) == len(chains)


def test_the_period_of_a_sum_is_kept() -> None:
    body = "Since March 2015, the union has provided $30 billion in aid."
    assert claim(body, "$30 billion").period[0] == "2015-03-01"


def test_ordinals_count_from_the_fourth_on() -> None:
    body = "The first shots came from the 32nd floor of the hotel."
    assert [(body[c.value_start : c.value_end], c.noun) for c in claims(body)] == [
        ("32nd", "floor")
    ]


def test_a_conversion_in_brackets_stands_in_nobodys_way() -> None:
    body = "The missile flew 2,700 km (1,680 miles) and fell into the sea."
    assert claim(body, "2,700 km").event == "travelled"


def test_half_a_word_counts_nothing() -> None:
    body = "The 15-member council met."
    assert [c for c in claims(body) if c.figure is not None] == []


def test_an_entry_of_a_list_is_background() -> None:
    body = "A bridge fell in Sylvan.\n\nHarbour bridge: 12 dead\n\nIt was built in 1960."
    assert claim(body, "12").background


def test_every_claim_stands_in_its_sentence_and_says_its_rule() -> None:
    body = (
        'Freedonia denied that 300 soldiers were killed on 2 May. Mayor Ann Lee said: "It was '
        'not a raid on our town." About 40 people fled to Sylvan.'
    )
    made = claims(body)
    assert {found.event for found in made} >= {"killed", "attacked", "evacuated"}
    for found in made:
        assert found.start <= found.value_start < found.value_end <= found.end
        assert found.rule


def test_an_empty_article_claims_nothing() -> None:
    assert claims("") == []


def test_time_grows_with_length() -> None:
    from index.facts.claims import find_claims

    line = "On Monday, 300 troops were sent to Sylvan, and the mayor denied that 12 were killed. "

    def seconds(times: int) -> float:
        article = Article("a", "a", (line * 5 + "\n\n") * times, published="2019-05-14")
        facts = extract(article)
        best = float("inf")
        for _ in range(3):
            begin = time.process_time()
            find_claims(article, facts)
            best = min(best, time.process_time() - begin)
        return best

    assert seconds(40) < 8 * max(seconds(10), 0.002)


def test_who_ends_a_sentence_in_quotation_marks_says_all_of_it() -> None:
    body = 'North Korea sent 300 troops "over the weeks," a Pentagon official said Monday.'
    assert claim(body, "300").speaker == "Pentagon"
    body = 'North Korea sent 300 troops. "Over the weeks more will go," a Pentagon official said.'
    assert claim(body, "300").speaker is None


def test_what_an_outlet_takes_back_is_claimed_no_more() -> None:
    taken_back = "*Correction: an earlier version of this report said that 71 people had died.*"
    told = claims(f"The flood killed 61 people.\n\n{taken_back} The number is 61.")
    assert [one.value_start for one in told if one.event == "killed"] == [len("The flood killed ")]
