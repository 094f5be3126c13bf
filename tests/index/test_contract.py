"""The JSON that other programs rely on: its keys, and what the numbers mean."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from index.contract.articles import ArticleFacts, ShownArticle
from index.contract.comparison import ComparedReports
from index.contract.library import Hits
from index.contract.models import MODELS
from index.facts.extract import extract
from index.facts.model import Facts, Figure, Mention, Official, Role
from index.library import Library
from index.search.engine import SearchHit, SearchResults
from index.sources.reading import read_article

KEYS = {
    "facts": "article figures dates officials statements claims",
    "compare": "articles origins questions",
    "conflicts": "story articles questions",
    "search": "query total seconds corrected relaxed hits",
    "index": "added updated removed failed articles seconds",
    "doctor": "check ok message mend",
    "notes": "id article exact note tags made state",
    "add": "folder added changed known feeds new_feeds refused failed articles seconds",
    "refresh": "folder added changed known feeds new_feeds refused failed articles seconds",
    "show": "id title source byline published timezone url body figures dates officials bookmarks",
}
"""Written down a second time on purpose: a key that is renamed breaks other people's programs."""

PARTS = {
    ("facts", "article"): "id title source byline published timezone url body",
    ("facts", "figures"): "start end text kind low high approximation unit counted",
    ("facts", "dates"): "start end text kind from to",
    ("facts", "officials"): "name roles mentions",
    (
        "facts",
        "statements",
    ): "start end speaker speaker_start speaker_end cue cue_start cue_end form",
    ("facts", "claims"): "start end figure date words stance counted event places as_of said "
    "said_by speaker modality part",
    ("compare", "questions"): "id question strength relation possible reason missing ruling "
    "relations answers",
    ("search", "hits"): "article title source published score snippet matches",
    ("index", "failed"): "path reason",
    ("add", "added"): "id path title url",
    ("add", "feeds"): "url title state added changed known failed left_out reason",
    ("add", "failed"): "name reason",
}


def properties(schema: dict[str, Any], *names: str) -> set[str]:
    part = schema
    for name in names:
        part = part["properties"][name]
        part = part.get("items", part)
        part = schema["$defs"][part["$ref"].rpartition("/")[2]]
    return set(part["properties"])


@pytest.mark.parametrize("name", MODELS)
def test_no_key_is_missing(name: str) -> None:
    schema = MODELS[name].model_json_schema()  # type: ignore[index]  # the names of the dict itself
    assert set(KEYS[name].split()) <= properties(schema)


@pytest.mark.parametrize(("name", "part"), PARTS)
def test_no_key_is_missing_inside(name: str, part: str) -> None:
    schema = MODELS[name].model_json_schema()  # type: ignore[index]  # the names of the dict itself
    assert set(PARTS[name, part].split()) <= properties(schema, part)


def test_offsets_point_at_the_words(seeds: Path) -> None:
    for path in seeds.glob("*.txt"):
        article = read_article(path)
        told = json.loads(ArticleFacts.of(article, extract(article)).json_line())
        body = told["article"]["body"]
        marks = told["figures"] + told["dates"]
        marks += [mention for who in told["officials"] for mention in who["mentions"]]
        assert marks
        for mark in marks:
            assert body[mark["start"] : mark["end"]] == mark["text"]
        for claim in told["claims"]:
            assert claim["figure"] is None or claim["figure"] < len(told["figures"])
            assert claim["date"] is None or claim["date"] < len(told["dates"])


def test_whole_numbers_have_no_point_and_roles_are_said_once(seeds: Path) -> None:
    article = read_article(next(seeds.glob("003*")))
    ryder = Official("Ryder", (Role(0, 1, "x"), Role(3, 4, "x")), (Mention(0, 5, "Ryder"),))
    facts = Facts((), (Figure(0, 6, "10,000", "count", 10000.0, 0.5),), officials=(ryder,))
    told = ShownArticle.with_marks(article, facts, []).json_line()
    assert '"low":10000,"high":0.5' in told
    assert '"roles":["x"]' in told


def test_a_comparison_can_be_read_back(seeds: Path, tmp_path: Path) -> None:
    with Library.open([seeds], cache=tmp_path) as library:
        library.sync()
        ids = [entry.id for entry in library.entries()]
        articles = [library.article(id_) for id_ in ids]
        made = ComparedReports.of(articles, library.compare(ids))
    told = json.loads(made.json_line())
    assert ComparedReports.model_validate(told) == made
    assert [article["id"] for article in told["articles"]] == ids
    for question in told["questions"]:
        for answer in question["answers"]:
            body = articles[ids.index(answer["article"])].body
            assert answer["text"] == body[answer["start"] : answer["end"]] != ""
        for relation in question["relations"]:
            assert relation["a"] < len(question["answers"]) > relation["b"]


def test_hits() -> None:
    hit = SearchHit("a", "Troops", None, "2024-10-29", 1.23456789, "Ten troops", ((4, 10),))
    told = json.loads(Hits.of(SearchResults("troops", 1, 0.0123456789, (hit,))).json_line())
    assert told["hits"][0]["matches"] == [[4, 10]]
    assert told["hits"][0]["score"] == 1.2346
    assert (told["seconds"], told["corrected"], told["relaxed"]) == (0.012346, None, False)
