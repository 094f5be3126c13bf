"""An article and its facts as what is written to the index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter

from index.article import Article
from index.facts.model import Facts
from index.search.analyzer import forms_of, terms_of, words
from index.search.ranges import Row, day_number, day_rows, figure_rows
from index.search.schema import BEGINNING, BODY_START, LONGEST_TITLE, SHORT_BEGINNING

_BEGINNING = itemgetter(slice(BEGINNING))


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
    beginnings: dict[str, int]
    """How many words begin so, for the field of beginnings."""
    spellings: frozenset[str]
    """Every word of the text as written."""
    title_spellings: frozenset[str]
    names: dict[str, set[str]]
    """By name field, each name as written."""
    ranges: dict[str, set[Row]]
    """Figures and mentioned days."""


def make_document(article: Article, facts: Facts) -> Document:
    """The document of one article. A headline that the body begins with is not counted twice."""
    title_words = words(article.title)[:LONGEST_TITLE]
    body_words = words(article.body)
    head = [] if body_words[: len(title_words)] == title_words else title_words
    margin = words(f"{article.source or ''} {article.byline or ''}")
    margin = margin[: BODY_START - LONGEST_TITLE]

    names = _names(article, facts)
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
        beginnings=_beginnings(
            [*head, *margin, *body_words],
            [*title_words, *words(" ".join(names["source"] | names["official"]))],
        ),
        spellings=frozenset(body_words).union(head, margin),
        title_spellings=frozenset(title_words),
        names=names,
        ranges={"figure": figure_rows(facts), "when": day_rows(facts)},
    )


def _beginnings(every: list[str], leading: list[str]) -> dict[str, int]:
    """From beginnings to how many words: of every word three letters, of `leading` fewer."""
    counts = Counter(map(_BEGINNING, forms_of(every)))
    for short in [beginning for beginning in counts if len(beginning) < BEGINNING]:
        del counts[short]
    for form in forms_of(leading):
        for length in range(1, min(len(form), SHORT_BEGINNING) + 1):
            counts[form[:length]] += 1
    return counts


def _names(article: Article, facts: Facts) -> dict[str, set[str]]:
    """The names in each field; officials and speakers also under their offices."""
    roles = {official.name: [role.text for role in official.roles] for official in facts.officials}
    officials = [*roles, *(role for held in roles.values() for role in held)]
    speakers = {statement.speaker for statement in facts.statements if statement.speaker}
    speaking = [*speakers, *(role for name in speakers for role in roles.get(name, ()))]
    return {
        "source": _one_line([article.source]),
        "official": _one_line(officials),
        "said": _one_line(speaking),
        "place": _one_line(place for claim in facts.claims for place in claim.places),
    }


def _one_line(names: Iterable[str | None]) -> set[str]:
    return {line for name in names if name and (line := " ".join(name.split()))}
