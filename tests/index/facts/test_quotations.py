"""Quotation marks: pairs, odd numbers of them, and apostrophes."""

from __future__ import annotations

import pytest

from index.facts.quotations import find_quotations
from index.span import TextSpan


def quoted(text: str) -> list[str]:
    return [text[each.start : each.end] for each in find_quotations(text, TextSpan(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no" twice.', ['"no"']),
        ("“One,” she said. “Two.”", ["“One,”", "“Two.”"]),
        ("''One,'' she said.", ["''One,''"]),
        ('"It goes on and on.', ['"It goes on and on.']),
        ("Only a closing mark” here.", []),
        ("The report's 'small number' isn't small.", ["'small number'"]),
        ("The players' union and the O'Neills agree.", []),
        ("«Oui», dit-il.", ["«Oui»"]),
        ('"WALLACE: Let us begin.', []),
    ],
)
def test_quotations_are_paired(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_mark_that_plainly_opens_ends_an_unclosed_one() -> None:
    assert quoted('"Never closed. He added: "This is."') == ['"This is."']
