"""How well the reports of one event are found in a library of several."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from pathlib import PurePath

from index.compare.stories import find_stories
from index.facts.extract import extract
from tests.evaluation.corpus import Corpus, CorpusKind
from tests.evaluation.score import Tally

CORPORA: tuple[CorpusKind, ...] = ("seeds", "clusters")


def measure(corpus: Corpus) -> Iterable[Tally]:
    """Pairs of reports: labelled are those of one folder, predicted those of one story."""
    articles = {article.id: (path, article) for path, article in corpus.articles.items()}
    stories = find_stories((article, extract(article)) for _, article in articles.values())
    story_of = {id_: number for number, story in enumerate(stories) for id_ in story}
    tally = Tally("pairs of reports of one event")
    for (one, first), (other, second) in combinations(articles.values(), 2):
        shown = f"{one}: {first.title!r}, {other}: {second.title!r}"
        same = PurePath(one).parent == PurePath(other).parent
        found = first.id in story_of and story_of[first.id] == story_of.get(second.id)
        if same:
            tally.label(found, shown)
        if found:
            tally.predict(same, shown)
    return [tally]
