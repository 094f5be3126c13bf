"""Many articles: the quick prefix against the full one, and the index over many commits."""

from __future__ import annotations

import random

import pytest

from index.facts.model import Facts
from index.search import expansion
from index.search.spelling import distance
from index.search.tables import Lexicon, lexicon_lines
from index.search.whoosh_engine import WhooshEngine
from tests.benchmarks.search.prefixes import agreement, some_prefixes
from tests.index.search.samples import engine_with, found, generated


@pytest.fixture(scope="module")
def library() -> WhooshEngine:
    """An engine in memory with 1,500 generated articles in several segments."""
    engine = engine_with(generated()[:1000])
    engine.update(generated()[1000:])
    return engine


def test_quick_prefix_agrees_with_the_full_one(library: WhooshEngine) -> None:
    assert agreement(library, some_prefixes(generated(), 500)) >= 0.95


@pytest.mark.parametrize("changes", [1, 2])
def test_misspelt_words_are_those_near_in_the_whole_lexicon(
    library: WhooshEngine, changes: int
) -> None:
    chance = random.Random(changes)
    snapshot = library._index.snapshot()
    entries = [entry for view in snapshot.views for entry in view.lexicon("title")]
    for entry in chance.sample(entries, 60):
        word = list(entry.form)
        for _ in range(changes):
            at = chance.randrange(len(word))
            word[at : at + 2] = chance.choice((word[at : at + 2][::-1], ["x"], word[at : at + 1]))
        wanted = "".join(word) or "x"
        near = {
            one.term
            for one in entries
            if one.form[0] == wanted[0] and distance(wanted, one.form, changes) <= changes
        }
        assert set(expansion.misspelt(snapshot, "title", wanted, changes)) == near


def test_first_letters_give_the_newest_of_all_that_have_them(library: WhooshEngine) -> None:
    for prefix in some_prefixes(generated(), 100, (1, 2)):
        days = sorted(
            (
                article.published or ""
                for article, facts in generated()
                if any(
                    word.startswith(prefix)
                    for name in (article.title, article.source or "", *_names(facts))
                    for word in name.lower().split()
                )
            ),
            reverse=True,
        )
        results = library.search(prefix, as_you_type=True, limit=10)
        assert results.total == len(days)
        assert [hit.published for hit in results.hits] == days[:10]


def _names(facts: Facts) -> list[str]:
    return [official.name for official in facts.officials]


def test_updates_in_any_number_of_commits_find_the_same() -> None:
    documents = generated()[:300]
    at_once = engine_with(documents)
    bit_by_bit = engine_with([])
    chance = random.Random(3)
    left = list(documents)
    while left:
        step = chance.choice((1, 1, 2, 5, 40))
        again = chance.sample(documents[: len(documents) - len(left)] or left[:1], 1)
        batch, left = left[:step], left[step:]
        bit_by_bit.update({a.id: (a, f) for a, f in [*again, *batch]}.values())
    bit_by_bit.update([generated()[301]])
    bit_by_bit.update([], removed=[generated()[301][0].id])
    assert bit_by_bit.ids() == at_once.ids()
    for word in ("said", "on", "ma*", '"of the"', "figure:100..200", "date:2023", ""):
        assert set(found(at_once.search(word, limit=500))) == set(
            found(bit_by_bit.search(word, limit=500))
        )


def test_single_adds_leave_few_segments() -> None:
    engine = WhooshEngine.open(None)
    for article, _ in generated()[:150]:
        engine.update([(article, Facts())])
        engine.tidy()
        assert len(engine._index.snapshot().segments) <= 3 * 4  # of 1, 4, 16 and 64 articles
    assert len(engine.ids()) == 150
    before = engine.state()
    engine.tidy()
    assert engine.state() == before


def test_lexicon_finds_every_beginning() -> None:
    forms = ["a", "ab", "abc", "b", "ba", "é", "éa", "北", "北京"]
    lexicon = Lexicon(lexicon_lines((form, form[:1], 2) for form in forms))
    assert [entry.form for entry in lexicon] == forms
    for prefix in ("", "a", "ab", "abcd", "b", "c", "é", "北", "京"):
        assert [entry.form for entry in lexicon.beginning_with(prefix)] == [
            form for form in forms if form.startswith(prefix)
        ]
        if prefix:
            assert [entry.form for entry in lexicon.containing(prefix)] == [
                form for form in forms if prefix in form
            ]
    assert list(Lexicon(b"\n")) == []


def test_replaced_articles_do_not_pile_up() -> None:
    engine = engine_with(generated()[:100])
    for _ in range(6):
        engine.update(generated()[:100])
    snapshot = engine._index.snapshot()
    assert snapshot.living == 100
    assert snapshot.count <= 200
