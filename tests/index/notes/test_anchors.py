"""A kept passage is found again only where it says the same; else it is an orphan."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from index.notes.anchors import Anchor, AnchorState, locate
from index.notes.passage import Passage
from index.notes.wording import weighty
from tests.index.notes.samples import BODY, article_of, seed_articles

NUMBER_WORDS = {"two": "three", "one": "two", "thousands": "hundreds", "couple": "dozen"}


@dataclass(frozen=True)
class Edition:
    """A passage, and a later version of its article."""

    kind: str
    passage: Passage
    body: str
    expected: AnchorState


def passages() -> Iterator[tuple[str, Passage]]:
    """Sentences of the seeds that are long enough to be known without their context."""
    for article in seed_articles():
        for match in re.finditer(r"[A-Z\"“][^\n]{58,}?[.”\"](?=\s|$)", article.body):
            yield (
                article.body,
                Passage.of(article.id, article.body, *match.span(), sha256=article.sha256),
            )


def replaced(parts: tuple[str, str, str], match: re.Match[str], new: str) -> str:
    """The text around a match in the middle part, with `new` in its place."""
    before, words, after = parts
    return before + words[: match.start()] + new + words[match.end() :] + after


def editions() -> list[Edition]:
    """What an outlet may do to a report after it was read."""
    chance = random.Random(11)
    made = []
    for body, passage in passages():
        before, words, after = body[: passage.start], passage.exact, body[passage.end :]
        parts = (before, words, after)

        def edition(kind: str, text: str, state: AnchorState, of: Passage = passage) -> None:
            made.append(Edition(kind, of, text, state))

        if digits := list(re.finditer(r"\d", words)):
            digit = chance.choice(digits)
            edition("digit", replaced(parts, digit, str((int(digit.group()) + 1) % 10)), "orphan")
        if names := list(re.finditer(r"(?<=[a-z] )[A-Z][a-z]{3,}", words)):
            edition("name", replaced(parts, chance.choice(names), "Brandt"), "orphan")
        for word, other in NUMBER_WORDS.items():
            if found := re.search(rf"\b{word}\b", words):
                edition("number word", replaced(parts, found, other), "orphan")
        # A word that carries a figure or a denial is never plain: there, a typo makes an orphan.
        lower = re.finditer(r"(?<=[a-z] )[a-z]{6,}(?= [a-z])", words)
        if plain := [match for match in lower if not weighty(match.group())]:
            at = chance.choice(plain)
            typo = at.group()[:2] + at.group()[3] + at.group()[2] + at.group()[4:]
            if typo != at.group():
                edition("typo", replaced(parts, at, typo), "changed")
        edition("deleted", before + after, "orphan")
        reset = words.replace(" ", "\u00a0 ").replace('"', "”")
        edition("typography", before + reset + after, "ok")
        edition("inserted", f"Corrects the spelling of a name.\n{body}", "moved")
        lines = body.split("\n")
        own = body.count("\n", 0, passage.start)
        if 0 < own < len(lines) - 1:
            moved = [*lines[:own], *lines[own + 1 :], lines[own]]
            edition("moved paragraph", "\n".join(moved), "moved")
        elsewhere = re.sub(r"\d", lambda found: str(9 - int(found.group())), after)
        edition("changed elsewhere", before + words + elsewhere, "ok")
    return made


EDITIONS = editions()


def test_there_are_many_editions_of_every_kind() -> None:
    kinds = Counter(edition.kind for edition in EDITIONS)
    assert sum(kinds.values()) >= 200
    assert all(
        kinds[kind] >= 10
        for kind in ("digit", "name", "typo", "deleted", "moved paragraph", "inserted")
    )
    assert kinds["number word"] >= 3


@pytest.mark.parametrize("kind", sorted({edition.kind for edition in EDITIONS}))
def test_each_edition_ends_as_it_should(kind: str) -> None:
    wrong = [
        (edition.passage.exact, anchor)
        for edition in EDITIONS
        if edition.kind == kind
        for anchor in (locate(edition.passage, edition.body, "another"),)
        if anchor.state != edition.expected
    ]
    assert wrong == []


def weight(text: str) -> list[str]:
    """Digits, and words with a capital, as a test that knows nothing of the program's rule."""
    return re.findall(r"\d+|\b[A-Z]\w*", text)


def test_no_anchor_lands_on_other_digits_or_names() -> None:
    for edition in EDITIONS:
        anchor = locate(edition.passage, edition.body, "another")
        if anchor.span:
            assert weight(anchor.span.of(edition.body)) == weight(edition.passage.exact)


def test_an_orphan_says_which_figure_was_changed() -> None:
    told = 0
    digits = [edition for edition in EDITIONS if edition.kind == "digit"]
    for edition in digits:
        anchor = locate(edition.passage, edition.body, "another")
        assert len(anchor.changes) == 1
        old, new = anchor.changes[0]
        assert re.search(r"\d", old)
        assert old in edition.passage.exact
        assert new in edition.body
        assert f"“{old}” to “{new}”" in anchor.message
        told += 1
    assert told == len(digits) > 0


def found(body: str, start: int, end: int, later: str) -> Anchor:
    article = article_of(body)
    return locate(Passage.of("a", body, start, end, article.sha256), later, "later")


def test_the_same_file_needs_no_search() -> None:
    article = article_of(BODY)
    passage = Passage.of("a", BODY, 0, 5, article.sha256)
    assert locate(passage, BODY, article.sha256).state == "ok"


def test_a_number_is_not_found_inside_a_longer_one() -> None:
    body = "The owner spoke of 200 passengers."
    start = body.index("200")
    anchor = found(body, start, start + 3, body.replace("200", "1,200"))
    assert anchor.state == "orphan"
    assert anchor.changes == (("200", "1,200"),)


def test_a_sentence_is_not_found_behind_the_beginning_of_a_longer_number() -> None:
    body = "Owner: 200 passengers were on board the ferry on Monday. Nobody was hurt."
    start, end = body.index("200"), body.index(" Nobody")
    for longer in ("1,200", "1.200", "$200", "-200"):
        anchor = found(body, start, end, "New headline.\n" + body.replace("200", longer))
        assert anchor.state == "orphan"
        assert anchor.changes == (("200", longer),)


@pytest.mark.parametrize(
    ("was", "now"), [("10,000", "10.000"), ("Brandt", "brandt"), ("$20", "€20"), ("20%", "20")]
)
def test_a_sign_or_a_capital_alone_is_a_change_that_is_told(was: str, now: str) -> None:
    body = f"The owner said that the damage done to {was} of the ferry was small. Nobody was hurt."
    anchor = found(body, 0, body.index(" Nobody"), body.replace(was, now))
    assert anchor.state == "orphan"
    assert anchor.changes == ((was, now),)


def test_a_number_alone_needs_its_neighbours() -> None:
    body = "The coast guard counted at least 212 people on Monday."
    start = body.index("212")
    assert found(body, start, start + 3, body.replace("at least", "up to")).state == "orphan"
    assert found(body, start, start + 3, f"Update. {body}").state == "moved"


def test_the_same_words_twice_are_told_apart_by_what_stands_around() -> None:
    body = "Nobody was hurt. The ferry lay still.\nNobody was hurt, the owner said."
    anchor = found(body, 38, 53, f"New headline\n{body}")
    assert anchor.state == "moved"
    assert anchor.span is not None
    assert anchor.span.start == 38 + len("New headline\n")


@pytest.mark.parametrize("word", ["aground", "agruond"])
def test_the_same_words_twice_in_the_same_setting_are_an_orphan(word: str) -> None:
    body = "Lead.\nNobody was hurt when the ferry ran aground, the owner said.\nThe end of it."
    start, end = body.index("Nobody"), body.index("\nThe end")
    later = body.replace("aground", word)
    once, twice = f"News.\n{later}", f"News.\n{later}\n{later}"
    assert found(body, start, end, once).state == ("moved" if word == "aground" else "changed")
    assert found(body, start, end, twice).state == "orphan"


def test_a_denial_that_appears_is_no_correction() -> None:
    body = "The coast guard said that everybody on board the ferry was safe after the storm."
    anchor = found(body, 0, len(body), body.replace("was safe", "was not safe"))
    assert anchor.state == "orphan"
    assert anchor.changes == (("", "not"),)


def test_a_long_text_without_the_passage_is_searched_quickly() -> None:
    body = "The coast guard said that everybody on board the ferry was safe after the storm."
    anchor = found(body, 0, len(body), "the ferry was the ferry said " * 20_000)
    assert anchor.state == "orphan"
