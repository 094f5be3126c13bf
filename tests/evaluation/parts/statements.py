"""Statements: found, and given to the right speaker, in each of their forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from index.article import Article
from index.facts.furniture import find_furniture
from index.facts.model import Statement
from index.facts.officials import read_people
from index.facts.sentences import split_sentences
from index.facts.statements import find_statements
from tests.evaluation.corpus import Corpus, CorpusKind
from tests.evaluation.labels import Label
from tests.evaluation.score import Tally, add_up, context, overlap

CORPORA: tuple[CorpusKind, ...] = ("seeds", "attributions")

_FORMS = ("direct", "mixed", "indirect")
_SUFFIXES = re.compile(r",? (?:Jr\.?|Sr\.?|I{2,3})$")


def measure(corpus: Corpus) -> Iterable[Tally]:
    """The rows of the table for one corpus."""
    return _seeds(corpus) if corpus.kind == "seeds" else _attributions(corpus)


def statements_of(article: Article) -> tuple[Statement, ...]:
    """The statements of one article, as the extractor finds them."""
    body = article.body
    furniture = find_furniture(body)
    officials, others = read_people(body, furniture)
    return find_statements(body, split_sentences(body), officials, furniture, others)


def _attributions(corpus: Corpus) -> list[Tally]:
    """A direct or mixed statement is found over its content, an indirect one at its cue.

    Recall counts the right speaker among all labelled, precision among those found.
    """
    tallies = _tallies()
    for entry in corpus.labels["gold"]:
        article = corpus.articles[entry["file"]]
        statements = statements_of(article)
        for labelled in entry["statements"]:
            if labelled["source"]:
                _measure_one(tallies[labelled["form"]], article.body, labelled, statements)
    return _rows(tallies)


def _tallies() -> dict[str, Tally]:
    return {form: Tally(f"speaker, {form}") for form in _FORMS}


def _rows(tallies: dict[str, Tally]) -> list[Tally]:
    """A row for all forms together, and one for each form; precision is that of those found."""
    return [add_up("speaker", tallies.values()), *tallies.values()]


def _measure_one(
    tally: Tally, body: str, labelled: dict[str, Any], statements: Sequence[Statement]
) -> None:
    indirect = labelled["form"] == "indirect"
    places = [Label(*span) for span in labelled["cue" if indirect else "content"]]
    found = []
    for statement in statements:
        if not indirect and statement.form == "indirect":
            continue
        place = _cue(statement) if indirect else statement
        if place is not None and any(overlap(place, each) for each in places):
            found.append(statement)
    sources = [Label(*span) for span in labelled["source"]]
    right = any(_names(body, statement, sources) for statement in found)
    shown = f"{labelled['source_text']!r} {labelled['cue_text']!r}"
    where = f"{shown}: {context(body, places[0])[:160]}" if places else shown
    tally.label(right, where)
    if found:
        tally.predict(right, where)


def _cue(statement: Statement) -> Label | None:
    if statement.cue_start is None or statement.cue_end is None:
        return None
    return Label(statement.cue_start, statement.cue_end)


def _names(body: str, statement: Statement, sources: Sequence[Label]) -> bool:
    """Whether the speaker's words overlap the labelled ones, or end in the same word."""
    if statement.speaker_start is None or statement.speaker_end is None:
        return False
    speaker = Label(statement.speaker_start, statement.speaker_end)
    return any(
        overlap(speaker, source) or _last_word(body, speaker) == _last_word(body, source)
        for source in sources
    )


def _last_word(body: str, span: Label) -> str:
    words = body[span.start : span.end].strip(" ,.").split()
    return words[-1].lower() if words else ""


def _seeds(corpus: Corpus) -> list[Tally]:
    """A statement is found over its quotation if it is direct, else anywhere in its sentence."""
    tallies = _tallies()
    people = {person["id"]: person for person in corpus.labels["officials"]}
    bodies = {body["id"]: body for body in corpus.labels["organisations"]}
    found = {name: statements_of(article) for name, article in corpus.articles.items()}
    for labelled in corpus.labels["statements"]:
        quotes = labelled["quote_spans"] if labelled["direct"] else None
        places = [Label(*span) for span in quotes or [(labelled["start"], labelled["end"])]]
        near = [
            statement
            for statement in found[labelled["article"]]
            if any(overlap(statement, place) for place in places)
        ]
        if labelled["speaker_id"]:
            names = {people[labelled["speaker_id"]]["canonical_name"]}
        else:
            body = bodies[labelled["organisation"]]
            names = {body["canonical_name"], *body["aliases_in_text"]}
        unnamed = labelled["organisation"] == "reporter"
        right = any(_is_one_of(statement.speaker, names, unnamed) for statement in near)
        form = "mixed" if labelled["quote_spans"] else "indirect"
        tally = tallies["direct" if labelled["direct"] else form]
        where = f"{labelled['id']} {sorted(names)} {labelled['verb']}"
        tally.label(right, where)
        if near:
            tally.predict(right, f"{where} but {[statement.speaker for statement in near]}")
    return _rows(tallies)


def _is_one_of(speaker: str | None, names: Iterable[str], unnamed: bool) -> bool:
    if speaker is None:
        return unnamed
    mine = _SUFFIXES.sub("", speaker).removeprefix("The ").removeprefix("the ").lower()
    for name in names:
        theirs = name.removeprefix("The ").removeprefix("the ").lower()
        same_ends = mine.split()[-1] == theirs.split()[-1] and mine.split()[0] == theirs.split()[0]
        if mine == theirs or mine in theirs.split() or same_ends:
            return True
    return False
