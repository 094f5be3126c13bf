"""Copies of one text."""

from __future__ import annotations

from index.article import Article
from index.compare.origins import containment, find_origins, grouped, shingles
from index.facts.model import Facts
from index.span import TextSpan

STORY = (
    "A ferry with forty people on board ran aground on Tuesday near the island of Sylvan, and the "
    "coast guard brought all of them to the shore within two hours. Nobody was hurt. The harbour "
    "master said that the ship had lost its steering in the strong current, and that divers would "
    "look at the hull in the morning before it is towed back to the port."
)
OTHER = (
    "The council of Sylvan voted on Monday to close the old market hall for a year. Traders will "
    "move to a tent beside the station while the roof is renewed, the mayor told them in a meeting "
    "that went on until midnight, and rents will be halved for as long as the work goes on there."
)


def report(name: str, body: str, furniture: tuple[TextSpan, ...] = ()) -> tuple[Article, Facts]:
    return Article(name, name, body), Facts(furniture=furniture)


def test_a_reprint_shares_its_origin() -> None:
    reports = [report("a", STORY), report("b", OTHER), report("c", f"By wire. {STORY}")]
    assert find_origins(reports) == (0, 1, 0)
    assert grouped(reports, (0, 1, 0)) == (("a", "c"), ("b",))


def test_a_part_of_a_text_is_a_copy_too() -> None:
    long = f"{STORY}\n{OTHER} {OTHER.upper()}"
    assert find_origins([report("a", long), report("b", STORY)]) == (0, 0)


def test_a_shared_quotation_is_no_copy() -> None:
    quoted = f"{OTHER} Nobody was hurt, and divers would look at the hull in the morning."
    assert find_origins([report("a", STORY), report("b", quoted)]) == (0, 1)


def test_copies_of_copies_are_one_origin_whatever_the_order() -> None:
    half, rest = STORY[:180], STORY[180:]
    reports = [report("a", half), report("b", rest), report("c", STORY)]
    assert find_origins(reports) == (0, 0, 0)


def test_shared_furniture_makes_no_copy() -> None:
    footer = " Sign up for our letter and get the best stories of the week in your mail every day."
    one, other = "The hall was closed." + footer, "The ferry ran aground." + footer
    spans = [TextSpan(text.index(" Sign"), len(text)) for text in (one, other)]
    reports = [report("a", one, (spans[0],)), report("b", other, (spans[1],))]
    assert find_origins(reports) == (0, 1)


def test_a_few_words_are_not_judged() -> None:
    short = Article("a", "a", "The ferry ran aground near Sylvan.")
    assert containment(shingles(short), shingles(short)) == 0.0


def test_no_reports_have_no_origins() -> None:
    assert find_origins([]) == ()


def test_many_reprints_are_one_origin() -> None:
    reports = [report(str(number), f"By desk {number}. {STORY}") for number in range(300)]
    assert set(find_origins(reports)) == {0}
