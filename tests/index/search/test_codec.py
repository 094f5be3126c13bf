"""What we write is an index of Whoosh's: its own queries read it and come to the same scores."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh.index import FileIndex
from whoosh.query import Phrase, Prefix, Term
from whoosh.searching import Searcher

from index.facts.model import Facts
from index.search.codec import NewsCodec
from index.search.matching import Matcher, PhraseMatcher, TermMatcher, UnionMatcher
from index.search.opened_index import OpenIndex
from index.search.postings import PostingList, pack
from index.search.snapshot import Snapshot
from index.search.storage import FolderStorage
from index.search.whoosh_engine import WhooshEngine
from tests.index.search.samples import article


@given(
    st.dictionaries(
        st.integers(0, 100_000),
        st.lists(st.integers(0, 200_000), min_size=1, max_size=300, unique=True).map(sorted),
        min_size=1,
        max_size=20,
    )
)
def test_posting_lists_come_back_as_they_were(places: dict[int, list[int]]) -> None:
    ids = sorted(places)
    flat = [place for number in ids for place in places[number]]
    data = pack(array("I", ids), array("I", [len(places[n]) for n in ids]), array("I", flat))
    postings = PostingList(data, len(ids))
    assert list(postings.ids) == ids
    assert {number: list(postings.positions(number)) for number in ids} == places
    names = PostingList(pack(array("I", ids), None, None), len(ids))
    assert (list(names.ids), list(names.counts)) == (ids, [1] * len(ids))


def test_a_list_that_is_cut_short_is_refused() -> None:
    data = pack(array("I", [1, 2, 3]), None, None)
    with pytest.raises(ValueError, match="cut short"):
        PostingList(data[:-1], 3)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An index of several segments with a deleted article."""
    engine = WhooshEngine.open(tmp_path / "index")
    for start in (0, 40, 70):
        engine.update(
            (article(f"a{n}", f"Report {n}", f"river {'dam ' * (n % 7)}broke {n} times"), Facts())
            for n in range(start, start + 40)
        )
    engine.update([], removed=["a3", "a77"])
    engine.close()
    return tmp_path / "index"


def test_scores_are_those_of_whoosh(folder: Path) -> None:
    snapshot = OpenIndex.open(folder).snapshot()
    index = FileIndex(FolderStorage(str(folder)))
    with Searcher(index.reader()) as searcher:
        for term in ("dam", "river", "broke"):  # none of them in a headline, which adds a share
            theirs = {
                hit["hit"][0]: hit.score
                for hit in searcher.search(Term("text", term), limit=None, optimize=False)
            }
            matcher = TermMatcher(snapshot, "text", term)
            ours = {
                view.ids[number]: score
                for segment, view in enumerate(snapshot.views)
                for number, score in matcher.scores(segment).items()
                if number not in snapshot.deleted[segment]
            }
            assert ours == pytest.approx(theirs)


def test_whoosh_finds_the_same_phrases_and_prefixes(folder: Path) -> None:
    snapshot = OpenIndex.open(folder).snapshot()
    with FileIndex(FolderStorage(str(folder))).searcher() as searcher:
        phrase = searcher.search(Phrase("text", ["dam", "broke"]), limit=None)
        assert {hit["hit"][0] for hit in phrase} == _ids(
            snapshot, PhraseMatcher(snapshot, "text", ["dam", "broke"])
        )
        prefix = searcher.search(Prefix("text", "1"), limit=None)
        terms = [("text", str(n)) for n in (1, *range(10, 20), *range(100, 110))]
        assert {hit["hit"][0] for hit in prefix} == _ids(snapshot, UnionMatcher(snapshot, terms))


def _ids(snapshot: Snapshot, matcher: Matcher) -> set[str]:
    return {
        view.ids[number]
        for segment, view in enumerate(snapshot.views)
        for number in matcher.scores(segment)
        if number not in snapshot.deleted[segment]
    }


def test_codec_names_itself_in_the_index(folder: Path) -> None:
    segments = FileIndex(FolderStorage(str(folder))).reader().segments()
    assert segments
    assert all(isinstance(segment.codec(), NewsCodec) for segment in segments)
