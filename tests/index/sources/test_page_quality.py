"""Title, outlet, date, byline and body of saved pages of many layouts, against what a person says.

The pages are invented, and so are the outlets. Every field of every page counts as one; the
marks that fail are printed by `-rP`, so that a change shows what it costs.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from index.errors import InputError
from index.sources.reading import read_article

PAGES = Path(__file__).parent / "pages"
EXPECTED: dict[str, dict[str, Any]] = tomllib.loads((PAGES / "expected.toml").read_text("utf-8"))
FIELDS = ("title", "source", "byline", "published")
LEAST = 0.97
"""Share of the fields that is right; 90 % is what the tool promises."""


def wrong_fields(name: str) -> dict[str, str]:
    """The fields of one page that are not as expected, each with what was found."""
    expected = EXPECTED[name]
    try:
        article = read_article(PAGES / name)
    except InputError as error:
        told = str(error)
        right = "fails" in expected and expected["fails"] in told
        return {} if right else dict.fromkeys((*FIELDS, "body"), told)
    if "fails" in expected:
        return dict.fromkeys((*FIELDS, "body"), "an article was found")
    found = {field: getattr(article, field) for field in FIELDS}
    wrong = {f: repr(found[f]) for f in FIELDS if found[f] != expected.get(f)}
    body = article.body.partition("\n")[2]
    missing = [words for words in expected["holds"] if words not in body]
    strange = [words for words in expected.get("lacks", ()) if words in body]
    if missing or strange:
        wrong["body"] = f"lacks {missing}, holds {strange}"
    if expected.get("remark", "") not in (article.remark or ""):
        wrong["remark"] = repr(article.remark)
    return wrong


def test_every_page_has_its_expectation() -> None:
    assert {path.name for path in PAGES.glob("*.html")} == EXPECTED.keys()
    assert len(EXPECTED) >= 40


def test_nearly_all_fields_are_right() -> None:
    wrong = {name: found for name in EXPECTED if (found := wrong_fields(name))}
    for name, faults in wrong.items():
        for field, value in faults.items():
            print(f"{name}: {field}: {value}")
    fields = len(EXPECTED) * (len(FIELDS) + 1)
    right = 1 - sum(map(len, wrong.values())) / fields
    print(f"{right:.1%} of {fields} fields are right")
    assert right >= LEAST


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_no_page_is_left_without_its_text(name: str) -> None:
    assert len(wrong_fields(name)) <= 2
