from __future__ import annotations

import pytest

from index.search.analyzer import term_of, words, words_with_places
from index.search.highlighting import Highlighter
from index.search.parser import parse
from index.search.snippets import LONGEST, snippet
from index.search.whoosh_engine import WhooshEngine
from tests.index.search.samples import BODIES

TEXT = (
    "The ministry’s dam broke. Ministers of the U.S. said 4,000 people left; the people of Orle "
    "had no dam. 東京で地震があった。"
)


def marked(query: str, *, as_you_type: bool = False) -> list[str]:
    spans = Highlighter(parse(query, as_you_type=as_you_type).node).spans(TEXT)
    return [TEXT[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("dams", ["dam", "dam"]),
        ("ministries", ["ministry’s"]),
        ("minist*", ["ministry’s", "Ministers"]),
        ("peop?e", ["people", "people"]),
        ("orlle~", ["Orle"]),
        ('"4,000 people"', ["4,000 people"]),
        ('"people dam"', []),
        ('"people dam"~4', ["people", "dam"]),
        ("US", ["U.S."]),
        ("地震", ["地震"]),
        ("東", ["東京"]),
        ("NOT dam people", ["people", "people"]),
        ("the dam", ["dam", "dam"]),
        ("the", ["The", "the", "the"]),
        ("said:Orle", ["Orle"]),
        ("source:Orle date:2024", []),
        ("figure:3000..5000", ["4,000"]),
        ("figure:>4000 kind:count", []),
        ("figure:3000..5000 kind:money", []),
        ("body:dam OR title:orle", ["dam", "Orle", "dam"]),
        ("", []),
    ],
)
def test_marks(query: str, words: list[str]) -> None:
    assert marked(query) == words


def test_marks_the_beginning_that_is_typed() -> None:
    assert marked("mini", as_you_type=True) == ["ministry’s", "Ministers"]
    assert marked("mini") == []
    assert marked("mi", as_you_type=True) == []
    assert marked("dam mi", as_you_type=True) == ["dam", "dam"]


@pytest.mark.parametrize(
    "text",
    [
        "3.5m of it",
        "10,000 _mud a_may",
        "x東京mid Élan-minor",
        "l'ami O’Malley's (M.I.N.) a.m. pm\u00a0main",
        "Łódź—mmm\nmm\tm",
    ],
)
def test_a_word_is_found_wherever_one_begins(text: str) -> None:
    """What the first letter of the query passes over is what no word of it stands in."""
    for word in words(text):
        found = Highlighter(parse(f'body:"{word}"').node).spans(text)
        every = [
            (a, b) for a, b, other in words_with_places(text) if term_of(other) == term_of(word)
        ]
        assert set(every) <= set(found), word


def test_snippet_is_the_sentence_with_the_most_words() -> None:
    text, spans = snippet(TEXT, "", Highlighter(parse("dam people").node))
    assert text == "Ministers of the U.S. said 4,000 people left; the people of Orle had no dam."
    assert [text[start:end] for start, end in spans] == ["people", "people", "dam"]


def test_snippet_does_not_repeat_the_headline() -> None:
    body = "Dam breaks\nThe dam at Orle broke in the night."
    assert snippet(body, "Dam breaks", Highlighter(parse("dam").node))[0].startswith("The dam")
    assert snippet(body, "Dam breaks", Highlighter(None))[0].startswith("The dam")
    signed = body.replace("\n", "\nBy Ada Quill\n", 1)
    assert snippet(signed, "Dam breaks", Highlighter(None))[0].startswith("The dam")
    only_there = snippet("Dam breaks\nIt rained.", "Dam breaks", Highlighter(parse("dam").node))
    assert only_there == ("Dam breaks", [(0, 3)])


def test_long_sentences_are_cut_around_the_first_match() -> None:
    body = "word " * 200 + "needle " + "word " * 200
    text, spans = snippet(body, "", Highlighter(parse("needle").node))
    assert [text[start:end] for start, end in spans] == ["needle"]
    assert len(text) <= LONGEST + 4
    assert text.startswith("… ")
    assert text.endswith(" …")
    assert snippet("x" * 1000, "", Highlighter(parse("y").node))[0] == "x" * LONGEST + " …"


def test_empty_text_has_no_snippet() -> None:
    assert snippet("", "Title", Highlighter(parse("dam").node)) == ("", [])


def test_hits_carry_snippets_only_where_bodies_are_given(engine: WhooshEngine) -> None:
    (hit,) = engine.search("cracks", body_of=BODIES.__getitem__).hits
    assert hit.snippet.startswith("Governor Petra Vance said")
    assert [hit.snippet[start:end] for start, end in hit.matches] == ["cracks"]
    (bare,) = engine.search("cracks").hits
    assert (bare.snippet, bare.matches) == ("", ())
    assert (bare.title, bare.source, bare.published) == (
        "Dam at Orle gives way",
        "Northern Post",
        "2024-03-04",
    )
