"""Which figures of an article speak of one group."""

from __future__ import annotations

from index.facts.claims_chains import Chains
from index.facts.model import Figure


def figure(body: str, text: str, low: float) -> Figure:
    start = body.index(text)
    return Figure(start, start + len(text), text, "count", low, low)


def test_a_number_that_comes_back_speaks_of_the_same_group() -> None:
    body = (
        "21 girls came home. Of the 21, seven were ill. 300 soldiers met 7 nurses and 300 trucks."
    )
    chains = Chains(body)
    girls = chains.number(figure(body, "21 girls", 21), "children", "girl", planned=False)
    assert chains.number(figure(body, "21, seven", 21), None, None, planned=False) == girls
    soldiers = chains.number(figure(body, "300 soldiers", 300), "troops", "soldier", planned=False)
    trucks = chains.number(figure(body, "300 trucks", 300), "vehicles", "truck", planned=False)
    assert len({girls, soldiers, trucks}) == 3


def test_a_small_number_needs_its_noun_or_an_article_to_come_back() -> None:
    body = "7 nurses left. Then 7 came. Later the 7 rested."
    chains = Chains(body)
    nurses = chains.number(figure(body, "7 nurses", 7), "workers", "nurse", planned=False)
    assert chains.number(figure(body, "7 came", 7), None, None, planned=False) != nurses
    assert chains.number(figure(body, "7 rested", 7), None, None, planned=False) == nurses


def test_one_and_a_plan_name_no_group_of_what_was_done() -> None:
    body = "1 man went; 50 boats sail. 50 boats shall sail."
    chains = Chains(body)
    assert chains.number(figure(body, "1 man", 1), "people", "man", planned=False) == -1
    done = chains.number(figure(body, "50 boats", 50), None, "boat", planned=False)
    assert chains.number(figure(body, "50 boats", 50), None, "boat", planned=True) != done
