"""Officials: titled persons found, roles whole, later mentions, and nobody else marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from index.article import Article
from index.facts.furniture import find_furniture
from index.facts.kinds import Kind, kinds
from index.facts.model import Official
from index.facts.officials import read_people
from tests.evaluation.corpus import Corpus, CorpusKind
from tests.evaluation.labels import Label
from tests.evaluation.score import Tally, context, overlap

CORPORA: tuple[CorpusKind, ...] = ("seeds", "newswire", "event")


def measure(corpus: Corpus) -> Iterable[Tally]:
    """The rows of the table for one corpus."""
    if corpus.kind == "newswire":
        return _newswire(corpus)
    if corpus.kind == "event":
        return _event(corpus)
    return _seeds(corpus)


def officials_of(article: Article) -> tuple[Official, ...]:
    """The officials of one article, as the extractor finds them."""
    return read_people(article.body, find_furniture(article.body))[0]


def _meets(official: Official, label: Label) -> bool:
    return any(overlap(mention, label) for mention in official.mentions)


def _has_title_before(body: str, start: int) -> bool:
    """Whether a word of a title stands right before a labelled name, on the same line."""
    before = body[max(0, start - 40) : start]
    words = before.split(" ")
    if not before.endswith(" ") or len(words) < 2 or "\n" in words[-2]:
        return False
    return bool(kinds()(words[-2]) & Kind.HEAD)


def _newswire(corpus: Corpus) -> list[Tally]:
    tally, later = Tally("titled officials"), Tally("later mentions")
    for entry in corpus.labels["gold"]:
        body = corpus.articles[entry["file"]].body
        people = [
            Label(each["start"], each["end"])
            for each in entry["entities"]
            if each["type"] == "PERSON"
        ]
        found = officials_of(corpus.articles[entry["file"]])
        for person in people:
            if _has_title_before(body, person.start):
                tally.label(any(_meets(each, person) for each in found), context(body, person))
            else:
                _measure_later(later, body, person, found)
        for each in found:
            right = any(_meets(each, person) for person in people)
            tally.predict(right, f"{each.name}: {context(body, each.mentions[0])}")
    return [tally, later]


def _measure_later(tally: Tally, body: str, person: Label, found: Sequence[Official]) -> None:
    """A name that the one official has who is named before it, or the last word of that name."""
    name = body[person.start : person.end]
    meant = [
        each
        for each in found
        if each.mentions[0].start < person.start
        and (each.name == name or each.name.split(" ")[-1] == name)
    ]
    if len(meant) == 1:
        tally.label(_meets(meant[0], person), context(body, person))


def _event(corpus: Corpus) -> list[Tally]:
    people, roles = Tally("officials"), Tally("whole role")
    for entry in corpus.labels["gold"][0]["officials"]:
        article = corpus.articles[entry["article"]]
        label = Label(entry["start"], entry["end"])
        _measure_person(people, roles, article, label, entry["role"])
    return [people, roles]


def _measure_person(people: Tally, roles: Tally, article: Article, label: Label, role: str) -> None:
    found = [each for each in officials_of(article) if _meets(each, label)]
    people.label(bool(found), context(article.body, label))
    if found:
        wordings = [each.text for each in found[0].roles]
        roles.label(_without_article(role) in wordings, f"{role} but {wordings}")


def _without_article(role: str) -> str:
    return role.removeprefix("the ").removeprefix("The ")


def _seeds(corpus: Corpus) -> list[Tally]:
    mentions, later = Tally("officials' mentions"), Tally("later mentions")
    roles = Tally("whole role")
    nobody_else = Tally("officials and no others")
    found = {name: officials_of(article) for name, article in corpus.articles.items()}
    labelled: dict[str, list[Label]] = {name: [] for name in corpus.articles}
    for person in corpus.labels["officials"]:
        seen: set[str] = set()
        for mention in person["mentions"]:
            label = Label(mention["start"], mention["end"])
            name = mention["article"]
            hits = [each for each in found[name] if _meets(each, label)]
            if person["is_official"]:
                labelled[name].append(label)
                where = context(corpus.articles[name].body, label)
                mentions.label(bool(hits), where)
                if name in seen:
                    later.label(bool(hits), where)
                seen.add(name)
        if person["is_official"]:
            _measure_roles(roles, person, found)
    for name, officials in found.items():
        body = corpus.articles[name].body
        for official in officials:
            for mention in official.mentions:
                right = any(overlap(mention, label) for label in labelled[name])
                mentions.predict(right, context(body, mention))
            right = any(_meets(official, label) for label in labelled[name])
            nobody_else.predict(right, official.name)
    return [mentions, later, roles, nobody_else]


def _measure_roles(
    tally: Tally, person: dict[str, Any], found: Mapping[str, Sequence[Official]]
) -> None:
    for role in person["roles"]:
        wordings = [each.text for official in found[role["article"]] for each in official.roles]
        tally.label(_without_article(role["text"]) in wordings, f"{role['text']} in {wordings}")
