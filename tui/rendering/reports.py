"""The reports that a compare screen shows, with what was found in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from index.article import Article
from index.compare.alignment import Row
from index.compare.model import DISPUTED, GRAVITY, Comparison, Question, Relation, RelationKind
from index.facts.model import Facts
from index.span import TextSpan
from tui.rendering.copies import Copies
from tui.rendering.highlight import Marks
from tui.rendering.relations import gravity, shown_relation
from tui.rendering.words import outlet, report_name

Item = TypeVar("Item")
Columns = tuple[set[int], ...]
"""For each column the answers (by index) to one question that stand in a row."""


class Sign(NamedTuple):
    """What a gutter shows."""

    relation: RelationKind
    level: bool
    """The passages on both sides answer it; otherwise the other answer stands in another row."""


class Reports:
    """Two or more articles, their facts and their comparison, in the order of the columns.

    A row is named by its index in `rows`.
    """

    def __init__(
        self,
        articles: tuple[Article, ...],
        facts: tuple[Facts, ...],
        comparison: Comparison,
        rows: tuple[Row, ...],
        kept: tuple[Sequence[TextSpan], ...] = (),
    ) -> None:
        """`kept`: where the bookmarked passages of each article stand, if there are notes."""
        self.articles = articles
        self.facts = facts
        self.comparison = comparison
        self.rows = rows
        self.kept = kept or tuple(() for _ in articles)
        self._by_id = {article.id: article for article in articles}
        self._questions = {question.id: question for question in comparison.questions}
        self._answered = self._find_answers()
        self.copies = Copies(articles, comparison.origins, rows)
        """What those of them change that are copies of one text."""

    def _find_answers(self) -> list[dict[int, Columns]]:
        """For each row the questions (by index) that its passages answer, and where."""
        answered: list[dict[int, Columns]] = [{} for _ in self.rows]
        places: dict[str, tuple[int, list[int], list[int]]] = {}
        for column, article in enumerate(self.articles):
            held = [
                (span.start, number)
                for number, row in enumerate(self.rows)
                if (span := row.spans[column]) is not None
            ]
            places[article.id] = (column, [start for start, _ in held], [n for _, n in held])
        for index, question in enumerate(self.comparison.questions):
            for number, answer in enumerate(question.answers):
                column, starts, numbers = places[answer.article]
                at = bisect_right(starts, answer.start) - 1
                if at >= 0:
                    columns = answered[numbers[at]].setdefault(
                        index, tuple(set() for _ in self.articles)
                    )
                    columns[column].add(number)
        return answered

    def swapped(self, column: int, other: int) -> Reports:
        """The same with two columns in each other's place."""

        def trade(items: Sequence[Item]) -> tuple[Item, ...]:
            traded = list(items)
            traded[column], traded[other] = traded[other], traded[column]
            return tuple(traded)

        return Reports(
            trade(self.articles),
            trade(self.facts),
            self.comparison.in_order(trade(self.comparison.articles)),
            tuple(replace(row, spans=trade(row.spans)) for row in self.rows),
            trade(self.kept),
        )

    def with_question(self, changed: Question) -> Reports:
        """The same with one question changed, as by a ruling."""
        questions = tuple(
            changed if question.id == changed.id else question
            for question in self.comparison.questions
        )
        comparison = replace(self.comparison, questions=questions)
        return Reports(self.articles, self.facts, comparison, self.rows, self.kept)

    def question(self, identity: str) -> Question:
        """The question with that id. Raises KeyError if these reports do not answer it."""
        return self._questions[identity]

    def questions_of(self, row: int, column: int | None = None) -> tuple[Question, ...]:
        """The questions that a row's passages answer: first those of the passage in `column`, if
        one is given, then those answered side by side here; among each the gravest first.
        """
        ties = frozenset(self.rows[row].questions)
        here = [
            (self.comparison.questions[index], columns)
            for index, columns in sorted(self._answered[row].items())
        ]

        def order(answered: tuple[Question, Columns]) -> tuple[bool, bool, int]:
            question, columns = answered
            elsewhere = column is not None and not columns[column]
            return elsewhere, question.id not in ties, gravity(question)

        return tuple(question for question, _ in sorted(here, key=order))

    def relation_at(self, row: int, column: int, question: Question) -> Relation | None:
        """How what a report answers in a row stands to the others, the gravest pair: of those that
        are level with it, or else of all; None where all say the same."""
        answered = self._answered[row].get(self.comparison.questions.index(question))
        if answered is None:
            return None
        here = set().union(*answered)
        own = answered[column] or here
        pairs = [one for one in question.relations if one.a in own or one.b in own]
        level = [one for one in pairs if one.a in here and one.b in here]
        return min(level or pairs, key=lambda one: GRAVITY.index(one.kind), default=None)

    def relation_of(self, row: int) -> RelationKind | None:
        """The gravest relation of what a row answers, wherever the other answers stand."""
        found = [shown_relation(question) for question in self.questions_of(row)]
        return min(found, key=GRAVITY.index, default=None)

    def parts(self, row: int) -> bool:
        """Whether the reports do not say the same in a row, or a copy of one has other words."""
        return self.relation_of(row) in DISPUTED or bool(self.copies.changes(row))

    def row_of(self, question: Question) -> int:
        """The row that answers a question: side by side, or else for the first time."""
        index = self.comparison.questions.index(question)
        tied = [n for n, row in enumerate(self.rows) if question.id in row.questions]
        gravest = [number for number in tied if self.rows[number].relation == question.relation]
        anywhere = (n for n, answered in enumerate(self._answered) if index in answered)
        return next(iter(gravest or tied), next(anywhere, 0))

    def gutter(self, row: int) -> tuple[Sign | None, ...]:
        """What stands in each gutter: how a report relates to the next one on its left.

        "Next" is the nearest that answers one of the same questions in this row. A passage whose
        counterpart stands in another row says so; None stands where there is nothing to say.
        """
        answered = self._answered[row]
        questions = self.comparison.questions
        signs: list[Sign | None] = []
        for right in range(1, len(self.articles)):
            beside = (self._between(answered, left, right) for left in range(right - 1, -1, -1))
            relation = next((found for found in beside if found is not None), None)
            signs.append(Sign(relation, level=True) if relation else None)
        for index, columns in sorted(answered.items()):
            place = max(0, next((n for n, answers in enumerate(columns) if answers), 0) - 1)
            if questions[index].id not in self.rows[row].questions and signs[place] is None:
                signs[place] = Sign(shown_relation(questions[index]), level=False)
        return tuple(signs)

    def _between(
        self, answered: Mapping[int, Columns], left: int, right: int
    ) -> RelationKind | None:
        """How two columns of a row stand to each other; None if they answer nothing together."""
        found: list[RelationKind] = []
        for index, columns in answered.items():
            if columns[left] and columns[right]:
                question = self.comparison.questions[index]
                pairs = [
                    relation.kind
                    for relation in question.relations
                    if {relation.a, relation.b} & columns[left]
                    and {relation.a, relation.b} & columns[right]
                ]
                gravest: RelationKind = min(pairs, key=GRAVITY.index, default="agrees")
                found.append(question.ruling or gravest)
        return min(found, key=GRAVITY.index, default=None)

    def marks(self, column: int) -> Marks:
        """What is marked in a column, as in the article: figures, officials, what is disputed."""
        marks = Marks()
        article, facts = self.articles[column], self.facts[column]
        marks.set("furniture", [(span.start, span.end) for span in facts.furniture])
        marks.set("bookmark", [(span.start, span.end) for span in self.kept[column]])
        marks.set("figure", [(figure.start, figure.end) for figure in facts.figures])
        marks.set("official", [(m.start, m.end) for one in facts.officials for m in one.mentions])
        marks.set(
            "disputed",
            [
                (answer.start, answer.end)
                for question in self.comparison.questions
                if shown_relation(question) in DISPUTED
                for answer in question.answers
                if answer.article == article.id
            ],
        )
        marks.set("changed", self.copies.spans(column))
        return marks

    def outlet(self, identity: str) -> str:
        """How a report is called: its outlet, or its title where that is unknown."""
        return outlet(self._by_id[identity])

    def name(self, identity: str) -> str:
        """Outlet and day: "ABC News, 4 Nov 2024"."""
        return report_name(self._by_id[identity])
