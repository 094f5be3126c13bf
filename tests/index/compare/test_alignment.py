"""Passages that stand level on the compare screen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.article import Article
from index.compare.alignment import Row, align, paragraphs
from index.compare.model import Answer, Comparison, Question, Relation, RelationKind
from index.facts.model import Facts


def report(name: str, *lines: str) -> tuple[Article, Facts]:
    return Article(name, lines[0], "\n\n".join(lines)), Facts()


def question(
    name: str, *places: tuple[tuple[Article, Facts], int], relation: RelationKind = "differs"
) -> Question:
    """A question answered by the first word of some paragraphs, given by their numbers."""
    answers = []
    for (article, _), number in places:
        start = paragraphs(article.body)[number].start
        answers.append(Answer(article.id, "count", "x", start, start + 1, "x"))
    pairs = tuple(
        Relation(a, b, relation, "because") for b in range(len(answers)) for a in range(b)
    )
    return Question(name, name, "strong", relation, "because", tuple(answers), pairs)


def comparison(reports: list[tuple[Article, Facts]], *questions: Question) -> Comparison:
    return Comparison(tuple(article.id for article, _ in reports), (), questions)


def shown(rows: tuple[Row, ...], reports: list[tuple[Article, Facts]]) -> list[tuple[str, ...]]:
    return [
        tuple(
            span.of(article.body) if span else ""
            for span, (article, _) in zip(row.spans, reports, strict=True)
        )
        for row in rows
    ]


def test_answers_to_one_question_stand_level() -> None:
    left = report("left", "one", "two", "three", "four")
    right = report("right", "uno", "due")
    reports = [left, right]
    rows = align(reports, comparison(reports, question("q", (left, 2), (right, 1))))
    assert shown(rows, reports) == [("one", "uno"), ("two", ""), ("three", "due"), ("four", "")]
    assert [row.questions for row in rows] == [(), (), ("q",), ()]
    assert [row.relation for row in rows] == [None, None, "differs", None]


def test_reading_order_is_kept_where_questions_cross() -> None:
    left = report("left", "one", "two", "three")
    right = report("right", "uno", "due", "tre")
    reports = [left, right]
    crossing = [
        question("a", (left, 0), (right, 2)),
        question("b", (left, 1), (right, 0)),
        question("c", (left, 2), (right, 1)),
    ]
    rows = align(reports, comparison(reports, *crossing))
    assert [row.questions for row in rows if row.questions] == [("b",), ("c",)]
    for column, (article, _) in enumerate(reports):
        spans = [row.spans[column] for row in rows]
        assert [span for span in spans if span] == list(paragraphs(article.body))


def test_the_same_words_stand_level_without_a_question() -> None:
    left, right = report("left", "one", "same words"), report("right", "same words", "due")
    reports = [left, right]
    rows = align(reports, comparison(reports))
    assert shown(rows, reports) == [("one", ""), ("same words", "same words"), ("", "due")]


def test_the_row_shows_the_gravest_relation_of_its_own_passages() -> None:
    left, right = report("left", "one", "two"), report("right", "uno", "due")
    reports = [left, right]
    rows = align(
        reports,
        comparison(
            reports,
            question("mild", (left, 0), (right, 0), relation="compatible"),
            question("grave", (left, 0), (right, 0), relation="updated"),
        ),
    )
    assert rows[0].questions == ("mild", "grave")
    assert rows[0].relation == "updated"


def test_three_reports_stand_level() -> None:
    reports = [report("a", "a0", "a1"), report("b", "b0"), report("c", "c0", "c1", "c2")]
    asked = question("q", (reports[0], 1), (reports[1], 0), (reports[2], 2))
    rows = align(reports, comparison(reports, asked))
    assert ("a1", "b0", "c2") in shown(rows, reports)


def test_nothing_to_align() -> None:
    assert align([], Comparison((), (), ())) == ()


@given(
    st.lists(st.integers(1, 9), min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 8)), max_size=24),
)
def test_every_passage_stands_once_and_in_order(
    lengths: list[int], places: list[tuple[int, int]]
) -> None:
    reports = [
        report(f"r{n}", *(f"{n} {line}" for line in range(length)))
        for n, length in enumerate(lengths)
    ]
    held = [(reports[n % len(reports)], line % lengths[n % len(reports)]) for n, line in places]
    questions = [question(str(n), *held[n : n + 2]) for n in range(0, len(held) - 1, 2)]
    rows = align(reports, comparison(reports, *questions))
    for column, (article, _) in enumerate(reports):
        spans = [row.spans[column] for row in rows if row.spans[column]]
        assert spans == list(paragraphs(article.body))
    assert all(any(row.spans) for row in rows)


def test_a_passage_without_the_answer_stands_below_those_that_give_it() -> None:
    first, second = report("first", "one", "two"), report("second", "byline", "due")
    third = report("third", "answer", "tre")
    reports = [first, second, third]
    rows = align(reports, comparison(reports, question("q", (first, 0), (third, 0))))
    assert shown(rows, reports)[:2] == [("one", "", "answer"), ("", "byline", "")]
    assert [row.relation for row in rows[:2]] == ["differs", None]
