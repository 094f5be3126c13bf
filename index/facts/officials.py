"""Who holds or held public office, commands, or speaks for a public body; and where they are named.

First every run of capitalised words is read as a name, with the title that stands beside it. The
named persons with a public title become officials; then every other run that can only be one of
them is one of their mentions ("Ryder", "Mr. Obama", "Chief Justice Roberts").

Somebody of whom the article knows only a former office ("former President ...") is no official of
it; a journalist, victim or company's spokesman never is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from index.facts.model import Mention, Official, Role
from index.facts.names import PersonName
from index.facts.naming import Named, NameReader
from index.facts.titles import Title
from index.facts.words import normal, plain
from index.span import TextSpan


@dataclass(slots=True)
class Person:
    """Everybody of one name in the article, while it is being read."""

    name: PersonName
    text: str
    titles: list[Title] = field(default_factory=list)
    mentions: list[Named] = field(default_factory=list)
    public: bool = False
    relative: bool = False


def find_officials(
    body: str, sentences: Sequence[TextSpan], furniture: Sequence[TextSpan]
) -> tuple[Official, ...]:
    """The officials of an article, in order of appearance.

    `furniture` are paragraphs that are not read. `sentences` is taken for the sake of one face
    with the other extractors.
    """
    return read_people(body, furniture)[0]


def read_people(
    body: str, furniture: Sequence[TextSpan]
) -> tuple[tuple[Official, ...], tuple[Official, ...]]:
    """The officials of an article, and the others whom it names in full; each in order.

    The others have no public office: they are wanted for what they say.
    """
    reader = NameReader(body)
    reader.read(furniture)
    people = _group(reader.named)
    _speak_for_officials(people)
    _attach(reader, people)
    seen = sorted((person for person in people if person.mentions), key=_first_place)
    return (
        tuple(_official(person) for person in seen if person.public),
        tuple(_official(person) for person in seen if not person.public),
    )


def _first_place(person: Person) -> int:
    return person.mentions[0].start


def _group(named: list[Named]) -> list[Person]:
    """The people whom the text names in full or with a title."""
    people: list[Person] = []
    by_family: dict[str, list[Person]] = {}
    for each in sorted(named, key=lambda each: -len(each.text.split(" "))):
        name = PersonName.of(f"{each.given} {each.text}".lstrip())
        if len(name.words) == 1 and not each.titles:
            continue
        keys = set(name.family_names)
        known = [
            person for key in keys for person in by_family.get(key, ()) if person.name.agrees(name)
        ]
        public = any(title.public for title in each.titles)
        if len(name.words) == 1:
            known = [person for person in known if not person.relative]
            known = _holders(known, each, public)
        if known and len({id(person) for person in known}) == 1:
            person = known[0]
        elif known and len(name.words) == 1:
            continue
        else:
            person = Person(name, f"{each.given} {each.text}".lstrip())
            person.relative = each.relative or any("lady" in t.text.lower() for t in each.titles)
            people.append(person)
            for key in keys:
                by_family.setdefault(key, []).append(person)
        person.titles.extend(each.titles)
        person.public = person.public or public
    return people


def _holders(known: list[Person], each: Named, public: bool) -> list[Person]:
    """Of the people of one family name, those whom "President Clinton" can mean."""
    if len(known) < 2 or not public:
        return known
    heads = {normal(title.text.split(" ")[-1]) for title in each.titles}
    holders = [
        person
        for person in known
        if any(normal(title.text.split(" ")[-1]) in heads for title in person.titles)
    ]
    return holders or [person for person in known if person.public] or known


def _speak_for_officials(people: list[Person]) -> None:
    """Makes officials of those who speak for one: "a spokesman for Buhari"."""
    families = {word for person in people if person.public for word in person.name.family_names}
    if not families:
        return
    for person in people:
        for title in person.titles:
            if not (person.public or title.private):
                words = {plain(word.strip(",")) for word in title.text.split(" ")}
                person.public = any(family.lower() in words for family in families)


def _attach(reader: NameReader, people: list[Person]) -> None:
    """Gives every named place to the one person whom it can mean."""
    by_family: dict[str, list[Person]] = {}
    for person in people:
        for word in person.name.family_names:
            by_family.setdefault(word, []).append(person)
    for each in reader.named:
        name = PersonName.of(f"{each.given} {each.text}".lstrip())
        found = {
            id(person): person
            for word in (name.words[0], name.words[-1])
            for person in by_family.get(word, ())
            if person.name.agrees(name)
        }
        if len(found) > 1 and len(name.words) == 1:
            found = {id(p): p for p in _holders(list(found.values()), each, True)}
        if len(found) == 1:
            next(iter(found.values())).mentions.append(each)
    for start, word in reader.bare:
        holders = by_family.get(word)
        if holders is not None:
            one = _meant_by_family_name(holders)
            if one is not None:
                one.mentions.append(Named(start, start + len(word), word, ()))


def _meant_by_family_name(people: list[Person]) -> Person | None:
    """Of the people of one family name, the one whom it means when it stands alone."""
    if len(people) == 1:
        return people[0]
    titled = [person for person in people if not person.name.given]
    return titled[0] if len(titled) == 1 else None


def _official(person: Person) -> Official:
    roles: dict[str, Role] = {}
    for title in sorted(person.titles):
        if title.public or not title.private:
            roles.setdefault(title.text.lower(), Role(title.start, title.end, title.text))
    mentions = tuple(Mention(each.start, each.end, each.text) for each in sorted(person.mentions))
    longest = max((*(mention.text for mention in mentions), person.text), key=len)
    rule = next((title.rule for title in sorted(person.titles) if title.public), "")
    return Official(longest, tuple(roles.values()), mentions, rule)
