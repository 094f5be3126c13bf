"""An article and its facts as what is written to the index."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from index.article import Article
from index.facts.model import Facts
from index.search.analyzer import form_of, terms_of, words
from index.search.keys import day_keys, day_number, figure_keys
from index.search.schema import BODY_START, LONGEST_TITLE


@dataclass(frozen=True, slots=True)
class Document:
    """One article, ready to be written."""

    id: str
    title: str
    source: str | None
    published: str | None
    day: int
    """Of publication, as proleptic ordinal; 0 where it is not known."""
    text: tuple[tuple[int, list[str]], ...]
    """Terms, each run of them with the position of its first; positions only rise."""
    title_terms: list[str]
    spellings: frozenset[str]
    """Every word of the text as written."""
    title_spellings: frozenset[str]
    names: dict[str, set[str]]
    """By name field, each name as written."""
    keys: dict[str, set[str]]
    """By key field."""


def make_document(article: Article, facts: Facts) -> Document:
    """The document of one article. A headline that the body begins with is not counted twice."""
    title_words = words(article.title)[:LONGEST_TITLE]
    body_words = words(article.body)
    head = [] if body_words[: len(title_words)] == title_words else title_words
    margin = words(f"{article.source or ''} {article.byline or ''}")
    margin = margin[: BODY_START - LONGEST_TITLE]

    return Document(
        id=article.id,
        title=article.title,
        source=article.source,
        published=article.published,
        day=day_number(article.published) if article.published else 0,
        text=(
            (0, terms_of(head)),
            (LONGEST_TITLE, terms_of(margin)),
            (BODY_START, terms_of(body_words)),
        ),
        title_terms=terms_of(title_words),
        spellings=frozenset(body_words).union(head, margin),
        title_spellings=frozenset(title_words),
        names=_names(article, facts),
        keys={"figure": figure_keys(facts), "when": day_keys(facts)},
    )


def _names(article: Article, facts: Facts) -> dict[str, set[str]]:
    officials = {official.name for official in facts.officials}
    officials.update(role.text for official in facts.officials for role in official.roles)
    return {
        "source": _one_line([article.source]),
        "official": _one_line(officials),
        "said": _one_line(statement.speaker for statement in facts.statements),
        "place": _one_line(place for claim in facts.claims for place in claim.places),
    }


def _one_line(names: Iterable[str | None]) -> set[str]:
    return {line for name in names if name and (line := " ".join(name.split()))}


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, folded and with their endings: names have no stems."""
    return tuple(map(form_of, words(name)))
