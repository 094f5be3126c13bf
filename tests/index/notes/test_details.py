"""The header line never puts a figure beside somebody who did not say it."""

from __future__ import annotations

from index.facts.model import Claim, Facts, Figure, Statement
from index.notes.details import Details, details_of

TEXT = 'About 200 sailed, the owner said; "at least 212," said Brandt, who sounded calm.'
OWNER = (0, 16)
BRANDT = (34, 49)


def figure(text: str) -> Figure:
    start = TEXT.index(text)
    return Figure(start, start + len(text), text, "count", 0, 0)


def statement(span: tuple[int, int], speaker: str | None) -> Statement:
    return Statement(*span, speaker, None, None, "said", 0, 4, "indirect")


FACTS = Facts(
    figures=(figure("About 200"), figure("at least 212")),
    statements=(statement(OWNER, "the owner"), statement(BRANDT, "Ida Brandt")),
)


def test_a_figure_has_the_speaker_whose_words_it_is_in() -> None:
    assert details_of(FACTS, 0, 33) == Details("About 200", "the owner", None)
    assert details_of(FACTS, 34, len(TEXT)) == Details("at least 212", "Ida Brandt", None)


def test_figures_of_two_speakers_have_none_named() -> None:
    assert details_of(FACTS, 0, len(TEXT)) == Details("About 200, at least 212", None, None)


def test_words_of_an_unnamed_source_get_no_other_name() -> None:
    facts = Facts(
        figures=FACTS.figures[:1],
        statements=(statement(OWNER, None), statement(BRANDT, "Ida Brandt")),
    )
    assert details_of(facts, 0, len(TEXT)).speaker is None


def test_a_claim_knows_better_than_the_statement_around_it() -> None:
    start = FACTS.figures[0].start
    claim = Claim(0, 33, start, start + 9, figure=0, speaker="Norholm Lines", as_of="2024-03-11")
    facts = Facts(figures=FACTS.figures, statements=FACTS.statements, claims=(claim,))
    assert details_of(facts, 0, 33) == Details("About 200", "Norholm Lines", "2024-03-11")


def test_without_figures_one_speaker_is_named_and_two_are_not() -> None:
    facts = Facts(statements=FACTS.statements)
    assert details_of(facts, 34, len(TEXT)) == Details(None, "Ida Brandt", None)
    assert details_of(facts, 0, len(TEXT)) == Details()
    assert details_of(facts, 62, len(TEXT)) == Details()


def test_an_order_is_no_figure_of_the_header() -> None:
    first = Figure(0, 5, "first", "ordinal", 1, 1)
    assert details_of(Facts(figures=(first,)), 0, 20) == Details()
