"""Exports hold against models of the published formats, and carry the words unchanged."""

from __future__ import annotations

import csv
import io
import json
from typing import Annotated, Literal

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from pydantic import BaseModel, ConfigDict, Field, HttpUrl, TypeAdapter

from index.errors import UsageError
from index.facts.model import Claim, Facts, Figure
from index.notes.bookmark import Bookmark
from index.notes.exports import export
from index.notes.making import new_bookmark
from tests.index.notes.samples import BODY, article_of
from tests.index.notes.test_block import bookmarks

FIGURE = BODY.index("at least 212")
FACTS = Facts(
    figures=(Figure(FIGURE, FIGURE + 12, "at least 212", "count", 212, None, "at_least"),),
    claims=(
        Claim(42, 134, FIGURE, FIGURE + 12, figure=0, as_of="2024-03-11", speaker="Coast Guard"),
    ),
)
ON_THE_WEB = article_of(BODY, url="https://example.org/ferry")
KEPT = [
    new_bookmark(ON_THE_WEB, 42, 134, facts=FACTS, note="Ask *again*.", tags=["status/new", "x"]),
    new_bookmark(ON_THE_WEB, BODY.index('"Everybody'), BODY.index(" Nobody")),
    new_bookmark(article_of("=1+2, says the report\nOf nobody.", "file"), 0, 21),
]


class Strict(BaseModel):
    """A part of a format that takes no other fields."""

    model_config = ConfigDict(extra="forbid", strict=True)


class TextualBody(Strict):
    """Web Annotation Data Model, 3.2.4."""

    type: Literal["TextualBody"]
    value: str
    purpose: Literal["commenting", "tagging"]
    format: Literal["text/markdown"] | None = None


class TextQuoteSelector(Strict):
    """Web Annotation Data Model, 4.2.4."""

    type: Literal["TextQuoteSelector"]
    exact: str
    prefix: str = ""
    suffix: str = ""


class TextPositionSelector(Strict):
    """Web Annotation Data Model, 4.2.5."""

    type: Literal["TextPositionSelector"]
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]


class Target(Strict):
    """Web Annotation Data Model, 4: a specific resource."""

    source: Annotated[str, Field(pattern=r"^(https?://|ni:///sha-256;|urn:uuid:)[!-~]+$")]
    selector: tuple[TextQuoteSelector, TextPositionSelector]


class Annotation(Strict):
    """Web Annotation Data Model, 3."""

    id: Annotated[str, Field(pattern=r"^urn:uuid:[0-9a-f-]{36}$")]
    type: Literal["Annotation"]
    created: Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$")]
    motivation: Literal["bookmarking", "commenting"]
    body: list[TextualBody] | None = None
    target: Target


class AnnotationPage(Strict):
    """Web Annotation Data Model, 5.2."""

    context: Literal["http://www.w3.org/ns/anno.jsonld"] = Field(alias="@context")
    id: Annotated[str, Field(pattern=r"^urn:uuid:[0-9a-f-]{36}$")]
    type: Literal["AnnotationPage"]
    items: list[Annotation]


class CslName(Strict):
    """CSL-JSON: a name that is not taken apart."""

    literal: str


class CslDate(Strict):
    """CSL-JSON: one date or a range."""

    date_parts: Annotated[
        list[Annotated[list[int], Field(min_length=1, max_length=3)]], Field(max_length=2)
    ] = Field(alias="date-parts")


class CslItem(Strict):
    """CSL-JSON: the variables that we write; only id and type are required."""

    id: str
    type: Literal["article-newspaper"]
    title: str
    container_title: str | None = Field(None, alias="container-title")
    author: list[CslName] | None = None
    issued: CslDate | None = None
    url: HttpUrl | None = Field(None, alias="URL", strict=False)
    note: str | None = None


def page(kept: list[Bookmark]) -> AnnotationPage:
    return AnnotationPage.model_validate_json(export(kept, "jsonld"))


def test_annotations_are_a_page_of_the_w3c_model() -> None:
    first, second, third = page(KEPT).items
    assert first.motivation == "commenting"
    assert first.body is not None
    assert [(body.value, body.purpose) for body in first.body] == [
        ("Ask *again*.", "commenting"),
        ("status/new", "tagging"),
        ("x", "tagging"),
    ]
    assert (second.motivation, second.body) == ("bookmarking", None)
    assert first.target.source == "https://example.org/ferry"
    assert third.target.source.startswith("ni:///sha-256;")


@given(bookmarks())
def test_annotations_carry_the_selectors_unchanged(bookmark: Bookmark) -> None:
    quotation, position = page([bookmark]).items[0].target.selector
    passage = bookmark.passage
    assert (quotation.exact, quotation.prefix, quotation.suffix) == (
        passage.exact,
        passage.prefix,
        passage.suffix,
    )
    assert (position.start, position.end) == (passage.start, passage.end)


def test_the_same_bookmark_has_the_same_address_every_time() -> None:
    assert [one.id for one in page(KEPT).items] == [one.id for one in page(KEPT).items]
    assert len({one.id for one in page(KEPT).items}) == len(KEPT)


def test_readwise_takes_the_columns() -> None:
    rows = list(csv.DictReader(io.StringIO(export(KEPT, "csv"))))
    assert list(rows[0]) == ["Highlight", "Title", "Author", "URL", "Note", "Location", "Date"]
    assert rows[0]["Highlight"] == KEPT[0].exact
    assert rows[0]["Note"] == ".status-new .x\nAsk *again*."
    assert rows[0]["Location"] == "42"
    assert len(rows[0]["Date"]) == len("2024-11-04 18:30:00")
    assert [row["Author"] for row in rows] == ["Norholm Post"] * 3


def test_a_spreadsheet_runs_no_formula_from_an_article() -> None:
    row = list(csv.DictReader(io.StringIO(export(KEPT, "csv"))))[2]
    assert row["Highlight"] == "'=1+2, says the report"


@given(bookmarks())
def test_readwise_gets_the_words(bookmark: Bookmark) -> None:
    [row] = csv.DictReader(io.StringIO(export([bookmark], "csv"), newline=""))
    assert row["Highlight"].removeprefix("'") == bookmark.exact.removeprefix("'")


def test_citations_are_items_of_csl_json() -> None:
    items = TypeAdapter(list[CslItem]).validate_json(export(KEPT, "csl"))
    assert [item.id for item in items] == ["norholm/ferry", "file"]
    first = items[0]
    assert first.container_title == "Norholm Post"
    assert first.issued is not None
    assert first.issued.date_parts == [[2024, 3, 11]]
    assert first.note is not None
    assert first.note.startswith(f"¶2: {KEPT[0].exact}\nAsk *again*.")


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ida Brandt and Ole Vik", ["Ida Brandt", "Ole Vik"]),
        ("Ida Brandt, Ole Vik & Jo Sand", ["Ida Brandt", "Ole Vik", "Jo Sand"]),
        ("Ida Brandt", ["Ida Brandt"]),
    ],
)
def test_a_byline_is_taken_apart_into_whole_names(byline: str, names: list[str]) -> None:
    import dataclasses

    bookmark = dataclasses.replace(KEPT[0], byline=byline)
    [item] = json.loads(export([bookmark], "csl"))
    assert [author["literal"] for author in item["author"]] == names


def test_markdown_reads_well_and_has_no_comments() -> None:
    text = export(KEPT, "md")
    assert "<!--" not in text
    assert text.count("## ") == 2
    tokens = MarkdownIt("commonmark").parse(text)
    assert sum(token.type == "blockquote_open" for token in tokens) == 3
    assert "said by Coast Guard, as of 2024-03-11" in text


def test_no_bookmarks_make_an_empty_export_of_each_kind() -> None:
    assert page([]).items == []
    assert export([], "csv").count("\n") == 1
    assert json.loads(export([], "csl")) == []
    assert export([], "md") == "# Notes\n"


def test_an_unknown_format_is_told() -> None:
    with pytest.raises(UsageError, match="md, jsonld, csv, csl"):
        export(KEPT, "pdf")
