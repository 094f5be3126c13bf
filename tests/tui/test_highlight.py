"""Marks are found by place and drawn over each other in a fixed order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from tui.rendering.highlight import LAYERS, Marks, Stretches, segments_of

STYLES: dict[str, Style] = {layer: Style(meta={layer: True}) for layer in LAYERS}


@given(
    st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20))),
    st.integers(0, 60),
    st.integers(1, 9),
)
def test_stretches_between_are_those_that_overlap(
    pairs: list[tuple[int, int]], start: int, length: int
) -> None:
    spans = [(a, a + size) for a, size in pairs]
    found = Stretches(spans).between(start, start + length)
    assert found == sorted(s for s in spans if s[0] < start + length and s[1] > start)


def test_segments_change_where_marks_begin_and_end() -> None:
    marks = Marks()
    marks.set("figure", [(4, 9)])
    marks.set("match", [(7, 12)])
    text = "say 12 000 dead"
    segments = segments_of(text, 0, marks.on_row(0, len(text)), Style(), STYLES)
    assert "".join(segment.text for segment in segments) == text
    assert [(s.text, sorted(s.style.meta)) for s in segments if s.style and s.style.meta] == [
        ("12 ", ["figure"]),
        ("00", ["figure", "match"]),
        ("0 d", ["match"]),
    ]


def test_hidden_layers_are_left_out_and_marks_are_cut_to_the_row() -> None:
    marks = Marks()
    marks.set("figure", [(0, 100)])
    marks.set("official", [(12, 14)])
    assert marks.on_row(10, 20) == [(10, 20, "figure"), (12, 14, "official")]
    assert marks.on_row(10, 20, frozenset({"figure"})) == [(12, 14, "official")]
