"""Invented articles with facts by hand, and engines that hold them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from index.article import Article
from index.facts.model import (
    Claim,
    DateMention,
    Facts,
    Figure,
    FigureKind,
    Mention,
    Official,
    Role,
    Statement,
)
from index.search.engine import SearchResults
from index.search.whoosh_engine import WhooshEngine
from tests.benchmarks.corpus import Corpus, Document


def article(
    id_: str,
    title: str,
    body: str,
    *,
    source: str | None = None,
    published: str | None = None,
    with_headline: bool = True,
) -> Article:
    """An article whose body begins with its headline, as most files do."""
    text = f"{title}\n{body}" if with_headline else body
    return Article(id_, title, text, source=source, published=published)


def figure(
    text: str,
    low: float | None,
    high: float | None,
    *,
    kind: FigureKind = "count",
    counted: str | None = None,
) -> Figure:
    return Figure(0, len(text), text, kind, low, high, counted=counted)


def official(name: str, *roles: str) -> Official:
    return Official(name, tuple(Role(0, 0, role) for role in roles), (Mention(0, 0, name),))


def statement(speaker: str | None) -> Statement:
    return Statement(0, 1, speaker, None, None, "said", None, None, "direct")


def mention(earliest: str | None, latest: str | None) -> DateMention:
    return DateMention(0, 1, "then", "date", earliest, latest)


DAM = (
    article(
        "dam",
        "Dam at Orle gives way",
        "About 4,000 people left Orle after the dam broke. Governor Petra Vance said that the "
        "ministry had known of the cracks. The river rose in the night.",
        source="Northern Post",
        published="2024-03-04",
    ),
    Facts(
        figures=(figure("About 4,000", 4000, 4000, counted="people"),),
        dates=(mention("2024-03-03", "2024-03-03"),),
        officials=(official("Petra Vance", "Governor"),),
        statements=(statement("Petra Vance"),),
        claims=(Claim(0, 1, 0, 1, figure=0, counted="residents", places=("Orle",)),),
    ),
)
BRIDGE = (
    article(
        "bridge",
        "Ministers argue over the bridge at Luhov",
        "The bridge will cost $1.2 billion, minister Jon Łukas told the paper. At least 300 "
        "workers are needed. The old ministry building was sold.",
        source="Capital Gazette",
        published="2024-04-15",
    ),
    Facts(
        figures=(
            figure("$1.2 billion", 1.2e9, 1.2e9, kind="money"),
            figure("At least 300", 300, None, counted="workers"),
        ),
        dates=(mention("2024-01-01", "2024-12-31"),),
        officials=(official("Jon Łukas", "minister"),),
        statements=(statement("Jon Łukas"), statement(None)),
    ),
)
HARBOUR = (
    article(
        "harbour",
        "Harbour strike enters second week",
        "Dockers in Luhov walked out. The union spoke of 11,000 to 12,000 strikers; nobody knew "
        "how many had signed. Vance did not speak. O’Brien's ship, the U.S. freighter, waits.",
        source="Northern Post",
        published="2024-04-20",
    ),
    Facts(
        figures=(figure("11,000 to 12,000", 11000, 12000, counted="strikers"),),
        officials=(official("Petra Vance"),),
        claims=(Claim(0, 1, 0, 1, places=("Luhov",)),),
    ),
)
UNDATED = (
    article(
        "undated", "칠레 지진", "북한군이 파병되었다. 東京で地震があった。", with_headline=False
    ),
    Facts(),
)
SAMPLES = (DAM, BRIDGE, HARBOUR, UNDATED)
BODIES = {article.id: article.body for article, _ in SAMPLES}


@cache
def generated() -> Sequence[Document]:
    """1,500 articles of about 150 words, made once a test asks for them."""
    return list(Corpus(words=150).articles(1500))


def engine_with(
    documents: Iterable[tuple[Article, Facts]], folder: Path | None = None
) -> WhooshEngine:
    """An engine that holds `documents`."""
    engine = WhooshEngine.open(folder)
    engine.update(documents)
    return engine


def found(results: SearchResults) -> list[str]:
    """The ids of the hits, in order."""
    return [hit.article for hit in results.hits]
