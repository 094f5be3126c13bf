"""The gutter of an article: which sentences other reports answer too."""

from __future__ import annotations

from dataclasses import replace

from index.compare.model import Question
from tests.tui.invented import ABOARD, HARBOUR, HURT, PILOT
from tui.rendering.signs import GutterSign, Span, signs_of


def line_at(offset: int) -> Span:
    start = HARBOUR.body.rfind("\n", 0, offset) + 1
    end = HARBOUR.body.find("\n", offset)
    return start, len(HARBOUR.body) if end < 0 else end


def signs(*questions: Question) -> dict[str, GutterSign]:
    found = signs_of(HARBOUR.id, questions, line_at)
    return {HARBOUR.body[start:end].split()[-1]: sign for (start, end), sign in found.items()}


def test_each_sentence_has_its_sign_and_the_number_of_other_reports() -> None:
    assert signs(PILOT, HURT, ABOARD) == {
        "pilot.": GutterSign("✗1", disputed=True),
        "quay.": GutterSign("→2", disputed=True),
        "said.": GutterSign("≈2", disputed=False),
    }


def test_of_several_questions_the_gravest_decides_and_each_report_counts_once() -> None:
    elsewhere = replace(PILOT.answers[0], start=HURT.answers[0].start)
    both = replace(PILOT, answers=(elsewhere, PILOT.answers[1]))
    assert signs(HURT, both) == {"quay.": GutterSign("✗2", disputed=True)}


def test_a_ruling_decides() -> None:
    ruled = replace(HURT, ruling="agrees")
    assert signs(ruled) == {"quay.": GutterSign("=2", disputed=False)}


def test_a_report_that_contradicts_itself_has_a_sign_without_a_number() -> None:
    own = replace(PILOT.answers[1], article=HARBOUR.id, start=PILOT.answers[0].start)
    assert signs(replace(PILOT, answers=(PILOT.answers[0], own)))["pilot."].text == "✗ "


def test_more_than_nine_reports_are_many() -> None:
    others = tuple(replace(HURT.answers[1], article=f"report-{n}") for n in range(10))
    assert signs(replace(HURT, answers=(HURT.answers[0], *others)))["quay."].text == "→+"
