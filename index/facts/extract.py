"""From an article to its facts: one straight line through the extractors."""

from __future__ import annotations

from dataclasses import replace

from index.article import Article
from index.facts.claims import find_claims
from index.facts.furniture import find_furniture
from index.facts.markup import without_marks
from index.facts.model import Facts
from index.facts.officials import read_people
from index.facts.quantities import find_quantities
from index.facts.sentences import split_sentences
from index.facts.statements import find_statements


def extract(article: Article) -> Facts:
    """Everything that an article says: the same article always yields the same facts."""
    plain = without_marks(article.body)
    if plain is None:
        return _extract(article)
    return plain.restored(_extract(replace(article, body=plain.text)))


def _extract(article: Article) -> Facts:
    body = article.body
    sentences = split_sentences(body)
    furniture = find_furniture(body)
    figures, dates = find_quantities(body, article.published_day, article.timezone)
    officials, others = read_people(body, furniture)
    facts = Facts(
        sentences=sentences,
        figures=figures,
        dates=dates,
        officials=officials,
        statements=find_statements(body, sentences, officials, furniture, others),
        furniture=furniture,
    )
    return replace(facts, claims=find_claims(article, facts))
