"""Questions × reports, without a screen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.article import Article
from index.compare import matrix as rows_and_columns
from index.compare.alignment import paragraphs
from index.compare.matrix import Matrix, Row, matrix_of
from index.compare.model import DISPUTED, Answer, Comparison, Question, Relation
from index.compare.questions import compare
from index.facts.extract import extract
from index.facts.model import Facts
from index.span import TextSpan

QUAY = Article(
    "quay",
    "Ferry hits quay, 40 hurt",
    "Ferry hits quay, 40 hurt\n\nThe ferry came in fast. It hit the quay.\n\n"
    "63 people were hurt, and 63 is what the ministry said.",
    source="Harbour Post",
    published="2031-05-02",
)
LEDGER = Article(
    "ledger", "What is known", "Some 70 were hurt.", source="Ledger", published="2031-05-04"
)
COPY = replace(LEDGER, id="copy", source="Courier")


def answer(article: Article, words: str, nth: int = 0, **known: str) -> Answer:
    start = -1
    for _ in range(nth + 1):
        start = article.body.index(words, start + 1)
    return Answer(
        article.id,
        "count",
        words,
        start,
        start + len(words),
        words,
        published=article.published,
        speaker=known.get("speaker"),
    )


HURT = Question(
    "q-hurt",
    "How many people were hurt?",
    "strong",
    "differs",
    "They part.",
    (
        answer(QUAY, "40"),
        answer(QUAY, "63", speaker="ministry"),
        answer(QUAY, "63", 1, speaker="ministry"),
        answer(LEDGER, "Some 70"),
    ),
    (
        Relation(0, 1, "differs", "40 is not 63."),
        Relation(0, 2, "differs", "40 is not 63."),
        Relation(0, 3, "updated", "Two days later."),
        Relation(1, 3, "compatible", "Both can hold."),
    ),
)
WHO = Question("q-who", "Who said so?", "strong", "agrees", "The same.", (answer(QUAY, "It"),), ())


def matrix(*questions: Question) -> Matrix:
    comparison = Comparison(("quay", "ledger", "copy"), (("quay",), ("ledger", "copy")), questions)
    return matrix_of((QUAY, LEDGER, COPY), comparison)


def row_of(found: Matrix, identity: str) -> Row:
    return next(row for row in found.rows if row.question.id == identity)


def test_a_value_stands_once_with_all_its_paragraphs() -> None:
    cells = matrix(HURT).rows[0].cells
    assert [(value.answers, value.paragraphs) for value in cells[0]] == [
        ((0,), (1,)),
        ((1, 2), (3,)),
    ]
    assert [value.in_headline for value in cells[0]] == [True, False]
    assert cells[2] == (), "not reported"


def test_a_value_is_told_by_its_gravest_relation_to_what_others_said_before() -> None:
    row = matrix(HURT).rows[0]
    assert [value.relation for value in row.cells[0]] == [None, None], "nobody spoke before"
    assert [value.relation for value in row.cells[1]] == ["updated"]
    assert [one.kind for one in row.relations_of(1)] == ["updated", "compatible"]
    alone = matrix(replace(HURT, relations=()))
    assert [value.relation for value in alone.rows[0].cells[1]] == ["agrees"]


def test_a_headline_that_says_another_thing_than_its_body() -> None:
    row = matrix(HURT).rows[0]
    assert [one.reason if one else None for one in row.headlines] == ["40 is not 63.", None, None]
    milder = tuple(replace(one, kind="compatible") for one in HURT.relations[:2])
    assert not any(matrix(replace(HURT, relations=milder)).rows[0].headlines)
    guessed = replace(QUAY, title_guessed=True)
    found = matrix_of((guessed, LEDGER), Comparison(("quay", "ledger"), (), (HURT,)))
    assert not any(found.rows[0].headlines), (
        "what was taken for the title is a sentence of the text"
    )


def test_the_rows_stand_in_the_order_of_the_comparison() -> None:
    found = matrix(WHO, HURT)
    assert [row.question.id for row in found.rows] == ["q-who", "q-hurt"]
    assert [row.disputed for row in found.rows] == [False, True]
    assert found.with_question(WHO) == found


def test_a_ruling_decides_what_a_row_is() -> None:
    found = matrix(WHO, HURT).with_question(replace(HURT, ruling="agrees"))
    row = row_of(found, "q-hurt")
    assert (row.relation, row.question.relation) == ("agrees", "differs")
    assert [one.question.id for one in found.rows] == ["q-who", "q-hurt"], "rows stay in place"


def test_a_copy_names_what_it_copies() -> None:
    found = matrix(HURT)
    assert [found.copied_from(column) for column in range(3)] == [None, None, LEDGER]


def test_the_samples(seeds: dict[str, tuple[Article, Facts]], comparison: Comparison) -> None:
    found = matrix_of([article for article, _ in seeds.values()], comparison)
    for row in found.rows:
        held = [index for cell in row.cells for value in cell for index in value.answers]
        assert sorted(held) == list(range(len(row.question.answers))), "no answer is lost"
        for article, cell in zip(found.articles, row.cells, strict=True):
            for value in cell:
                answers = [row.question.answers[index] for index in value.answers]
                assert {one.article for one in answers} == {article.id}
                assert len({one.text.casefold() for one in answers}) == 1
    kursk = next(
        row
        for row in found.rows
        if row.question.question == "How many North Korean troops are in Kursk?"
    )
    abc = [article.source for article in found.articles].index("ABC News")
    assert {value.relation for value in kursk.cells[abc]} == {"updated"}


def test_a_headline_and_a_body_of_one_report_found_by_the_rules() -> None:
    title = "At least 10,000 North Korean troops in Kursk"
    body = f"{title}\n\nSome 8,000 North Korean troops are in Kursk, the ministry said."
    report = Article("one", title, body, source="Harbour Post", published="2031-05-02")
    found = matrix_of((report,), compare([(report, extract(report))]))
    (headline,) = (one for row in found.rows for one in row.headlines if one)
    assert headline.kind in DISPUTED


def test_the_paragraphs_of_a_report_are_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def reading(body: str) -> tuple[TextSpan, ...]:
        read.append(body)
        return paragraphs(body)

    monkeypatch.setattr(rows_and_columns, "paragraphs", reading)
    assert len(matrix(HURT, WHO, replace(HURT, id="q-again")).rows) == 3
    assert read == [QUAY.body, LEDGER.body, COPY.body]
