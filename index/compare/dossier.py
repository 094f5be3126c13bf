"""A dossier: all that reports put down to one official, in the order in which it was said.

Two people are never taken for one: `facts.identity` decides, and what it cannot decide is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.article import Article
from index.compare.remarks import Remark, Said, remarks_of
from index.compare.saying_days import SayingDays
from index.facts.acts import tells_words
from index.facts.identity import same_person
from index.facts.model import Facts, Official
from index.facts.names import PersonName

NAMESAKES = 5
"""People of the same family name that are named singly."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """How one report names and titles the official."""

    article: str
    outlet: str
    published: str | None
    name: str
    roles: tuple[str, ...]
    certain: bool
    """Named in full; otherwise family name and office alone say that it is the same person."""
    statements: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """What the reports say that one official said."""

    name: str
    """The fullest form of the name."""
    portraits: tuple[Portrait, ...]
    """One a report, the earliest first."""
    remarks: tuple[Remark, ...]
    """In the order in which they were said."""
    doubts: tuple[str, ...]
    """What is not certain about who is meant, a sentence each."""

    @property
    def roles(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Each office with the outlets that give it, the most frequent first."""
        held: dict[str, dict[str, None]] = {}
        for portrait in self.portraits:
            for role in portrait.roles:
                held.setdefault(role, {})[portrait.outlet] = None
        ordered = sorted(held.items(), key=lambda item: -len(item[1]))
        return tuple((role, tuple(outlets)) for role, outlets in ordered)


@dataclass(frozen=True, slots=True)
class Named:
    """An official whom some reports name."""

    official: Official
    article: str
    """A report that names him most fully."""
    mentions: int


def officials_of(reports: Iterable[tuple[Article, Facts]]) -> list[Named]:
    """The officials whom some reports name, each once, the most often named first."""
    found: list[Named] = []
    for article, facts in reports:
        for official in facts.officials:
            known = next(
                (n for n, one in enumerate(found) if same_person(one.official, official)), None
            )
            if known is None:
                found.append(Named(official, article.id, len(official.mentions)))
                continue
            before = found[known]
            fuller = len(official.name) > len(before.official.name)
            found[known] = Named(
                official if fuller else before.official,
                article.id if fuller else before.article,
                before.mentions + len(official.mentions),
            )
    return sorted(found, key=lambda one: (-one.mentions, one.official.name))


def query_of(name: str) -> str:
    """The query that finds every article that may name this official."""
    family = " ".join(PersonName.of(name).family_names[-1:]) or name
    return 'official:"' + family.replace('"', " ") + '"'


def dossier(target: Official, home: str, reports: Iterable[tuple[Article, Facts]]) -> Dossier:
    """The dossier of `target`, an official of the article with the id `home`.

    `reports` is gone through once, and little of each is kept.
    """
    portraits: list[tuple[Portrait, Official]] = []
    statements: list[tuple[str, list[Said]]] = []
    others: dict[str, str] = {}
    for article, facts in reports:
        for official in facts.officials:
            if same_person(target, official):
                said = list(_statements(article, facts, official))
                portraits.append((_portrait(article, official, len(said)), official))
                statements.append((article.id, said))
            elif _is_namesake(target, official):
                roles = ", ".join(_roles(official)[:1])
                others.setdefault(official.name, roles)
    kept, doubts = _certain(target, home, portraits)
    doubts += _namesakes(others)
    shown = {id(portrait) for portrait in kept}
    told = [
        said
        for (portrait, _), (_, own) in zip(portraits, statements, strict=True)
        if id(portrait) in shown
        for said in own
    ]
    names = [target.name, *(portrait.name for portrait in kept)]
    return Dossier(
        name=max(names, key=lambda name: (len(name.split()), len(name))),
        portraits=tuple(sorted(kept, key=lambda one: (one.published or "9999", one.article))),
        remarks=remarks_of(told),
        doubts=tuple(doubts),
    )


def _namesakes(others: Mapping[str, str]) -> Iterator[str]:
    """Who bears the same family name and is somebody else; of many, how many there are."""
    if len(others) > NAMESAKES:
        yield f"{len(others):,} others of the same family name are kept apart."
        return
    for name, role in others.items():
        yield f"{name}{f' ({role})' if role else ''} is somebody else, and kept apart."


def _certain(
    target: Official, home: str, found: Sequence[tuple[Portrait, Official]]
) -> tuple[list[Portrait], list[str]]:
    """The portraits that can be of one person, and what is not certain about them."""
    full = [official for portrait, official in found if portrait.certain]
    apart = next(
        (
            (one.name, other.name)
            for place, one in enumerate(full)
            for other in full[:place]
            if not same_person(one, other)
        ),
        None,
    )
    if apart is not None and not PersonName.of(target.name).given:
        return [portrait for portrait, _ in found if portrait.article == home], [
            f"{target.name} can be {apart[1]} or {apart[0]}: shown is what one report says of "
            f"{target.name}."
        ]
    doubts = [
        f"{portrait.outlet} names only {portrait.name}"
        f"{', ' + portrait.roles[0] if portrait.roles else ''}: taken for the same person by name "
        "and office."
        for portrait, _ in found
        if not portrait.certain and full
    ]
    return [portrait for portrait, _ in found], list(dict.fromkeys(doubts))


def _portrait(article: Article, official: Official, statements: int) -> Portrait:
    return Portrait(
        article.id,
        article.source or article.title,
        article.published,
        official.name,
        _roles(official),
        bool(PersonName.of(official.name).given),
        statements,
    )


def _roles(official: Official) -> tuple[str, ...]:
    return tuple(dict.fromkeys(role.told for role in official.roles))


def _is_namesake(target: Official, official: Official) -> bool:
    one, other = PersonName.of(target.name), PersonName.of(official.name)
    return bool(set(one.family_names) & set(other.family_names))


def _statements(article: Article, facts: Facts, official: Official) -> Iterator[Said]:
    """What one report says that the official said; words inside longer ones only once.

    Where a report tells only that, and when, something was said, there is no remark.
    """
    roles = _roles(official)
    carried: tuple[int, tuple[str, str] | None] = (-1, None)
    days = SayingDays(article, facts)
    end = -1
    for statement in facts.statements:
        if statement.speaker != official.name:
            continue
        paragraph = article.body.rfind("\n", 0, statement.start)
        said = days.said(statement)
        if said is None and statement.cue is None and carried[0] == paragraph:
            said = carried[1]  # a quotation that goes on
        carried = (paragraph, said)
        if statement.end <= end or not tells_words(article.body, statement):
            continue
        end = statement.end
        yield Said(
            article=article.id,
            outlet=article.source or article.title,
            start=statement.start,
            end=statement.end,
            words=article.body[statement.start : statement.end].replace("\n", " "),
            form=statement.form,
            cue=statement.cue,
            published=article.published,
            said=said,
            as_of=days.as_of(statement),
            role=roles[0] if roles else None,
        )
