"""Labelled articles: reading them in, whatever their labels look like."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal

import yaml

from index.article import Article
from index.locations import seeds_folder

GOLD = Path(__file__).parent.parent / "data" / "gold"

CorpusKind = Literal["seeds", "newswire", "attributions", "clusters", "event"]


@dataclass(frozen=True)
class Corpus:
    """One folder of labelled articles."""

    kind: CorpusKind
    """What its labels are: decides which parts can measure it."""
    name: str
    articles: dict[str, Article]
    """By the name that the labels use for them."""
    labels: dict[str, Any] = field(default_factory=dict)
    """Parsed JSON files by their stem ("gold", "figures", "claims")."""


def read_seeds() -> Corpus:
    """The five sample articles, named 000 to 004, with all their labels."""
    known = tomllib.loads((seeds_folder() / "sources.toml").read_text("utf-8"))
    articles = {}
    for path in sorted(seeds_folder().glob("*.txt")):
        name = path.name[:3]
        text = path.read_text("utf-8")
        facts = known.get(path.name, {})
        articles[name] = Article(
            id=path.stem,
            title=text.lstrip().split("\n", 1)[0][:120],
            body=text,
            source=facts.get("source"),
            published=str(facts["published"]) if "published" in facts else None,
            timezone=facts.get("timezone"),
        )
    labels = {path.stem: json.loads(path.read_text("utf-8")) for path in GOLD.glob("*.json")}
    return Corpus("seeds", "seeds", articles, labels)


def read_folder(folder: Path) -> Iterator[Corpus]:
    """Every corpus at `folder` or below it. Raises ValueError if there is none."""
    found = False
    for gold in sorted(folder.rglob("gold.json")):
        found = True
        yield _read_corpus(gold.parent)
    if not found:
        raise ValueError(f"{folder} holds no gold.json; name a folder of labelled articles.")


def _read_corpus(folder: Path) -> Corpus:
    labels = {path.stem: json.loads(path.read_text("utf-8")) for path in folder.glob("*.json")}
    kind = _kind_of(labels["gold"])
    # The labels of an event name their articles from the folder above.
    base = folder.parent if kind == "event" else folder
    articles = {
        str(path.relative_to(base)): read_markdown(path)
        for path in sorted(folder.rglob("*.md"))
        if path.name != "README.md"
    }
    return Corpus(kind, folder.name, articles, labels)


def _kind_of(gold: list[dict[str, Any]]) -> CorpusKind:
    keys = gold[0].keys()
    if "entities" in keys:
        return "newswire"
    if "statements" in keys:
        return "attributions"
    return "event" if "questions" in keys else "clusters"


def read_markdown(path: Path) -> Article:
    """A labelled article: front matter, then a body without blank lines at either end."""
    text = path.read_text("utf-8")
    meta: dict[str, Any] = {}
    if text.startswith("---\n"):
        head, _, text = text[4:].partition("\n---\n")
        meta = yaml.safe_load(head) or {}
    published = meta.get("published")
    return Article(
        id=path.stem,
        title=str(meta.get("title", "")),
        body=text.strip("\n"),
        source=meta.get("source"),
        published=published.isoformat() if isinstance(published, date) else published,
        timezone=meta.get("timezone"),
        url=meta.get("url"),
    )
