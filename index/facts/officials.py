"""Who holds or held public office, commands, leads a party, or speaks for a public body; and where.

First every run of capitalised words is read as a name, with the title that stands beside it. The
named persons with a public title become officials; then every other run that can only be one of
them is one of their mentions ("Ryder", "Mr. Obama", "Chief Justice Roberts").

Somebody of whom the article knows only a former office is an official of it if named more than
once, or for what he does himself; a journalist, victim or company's spokesman never is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from index.facts.items import grammar
from index.facts.model import Mention, Official, Role
from index.facts.names import PersonName
from index.facts.naming import Named, NameReader
from index.facts.title import Title
from index.facts.titles import TitleReader
from index.facts.vocabulary import vocabulary
from index.facts.words import last_word, normal, plain
from index.span import TextSpan

_SPANISH = 3
_LONGEST_JOINT = 12
_LONGEST_MEMORY = 4000
"""Characters back to where an office was told of whose holder is named later."""


@dataclass(slots=True)
class Person:
    """Everybody of one name in the article, while it is being read."""

    name: PersonName
    text: str
    titles: list[Title] = field(default_factory=list)
    mentions: list[Named] = field(default_factory=list)
    public: bool = False
    relative: bool = False


def read_people(
    body: str, furniture: Sequence[TextSpan]
) -> tuple[tuple[Official, ...], tuple[Official, ...]]:
    """The officials of an article, and the others whom it names in full; each in order.

    `furniture` are paragraphs that are not read. The others have no public office: they are wanted
    for what they say.
    """
    seen = _read(body, furniture)
    return (
        tuple(_official(person) for person in seen if person.public),
        tuple(_official(person) for person in seen if not person.public),
    )


def _read(body: str, furniture: Sequence[TextSpan]) -> list[Person]:
    """Everybody whom the article names in full or with a title, in order of appearance."""
    reader = NameReader(body)
    reader.read(furniture)
    people = _group(reader.named)
    _speak_for_officials(people)
    _speak_again(TitleReader(body), body, people)
    _attach(reader.bare, people)
    _recall_former(body, people)
    return sorted((person for person in people if person.mentions), key=_first_place)


def _first_place(person: Person) -> int:
    person.mentions.sort()
    return person.mentions[0].start


def _group(named: list[Named]) -> list[Person]:
    """The people whom the text names in full or with a title, fullest names first."""
    people: list[Person] = []
    by_family: dict[str, list[Person]] = {}
    for each in sorted(named, key=_name_length):
        full = f"{each.given} {each.text}" if each.given else each.text
        name = PersonName.of(full)
        if not (each.titles or name.given):
            continue
        public = bool(each.titles) and any(title.public for title in each.titles)
        known = [
            person
            for family in name.family_names
            for person in by_family.get(family, ())
            if person.name == name or person.name.agrees(name)
        ]
        if not name.given and _is_regnal(each):
            known = [person for person in known if person.name.words[0] == name.words[0]]
        if known and not name.given:
            known = _holders([person for person in known if not person.relative], each, public)
            if len(known) > 1:
                continue
        if len(known) == 1:
            person = known[0]
        else:
            person = Person(name, full)
            person.relative = each.relative or (
                bool(each.titles) and any("lady" in title.text.lower() for title in each.titles)
            )
            people.append(person)
            for family in name.family_names:
                by_family.setdefault(family, []).append(person)
        person.mentions.append(each)
        person.titles.extend(each.titles)
        person.public = person.public or public
    return people


def _is_regnal(named: Named) -> bool:
    """Whether the title goes with a given name: "King Abdullah" is no Mr. Abdullah."""
    regnal = vocabulary().regnal
    return any(normal(title.text.split(" ")[-1]) in regnal for title in named.titles)


def _name_length(named: Named) -> int:
    return -named.text.count(" ") - bool(named.given)


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
            if not person.public and title.standing == "open":
                words = {plain(word.strip(",")) for word in title.text.split(" ")}
                person.public = any(family.lower() in words for family in families)


def _speak_again(titles: TitleReader, body: str, people: list[Person]) -> None:
    """Makes officials of those whose office was told before: "a government spokesman said".

    "The spokesman, Garba Shehu," is one of the government then.
    """
    for person in people:
        for title in person.titles:
            if person.public or title.standing != "open" or " " in title.text:
                continue
            low = max(0, title.start - _LONGEST_MEMORY)
            before = body.rfind(f" {title.text}", low, max(low, title.start - 1))
            told = titles.ending_at(before + 1 + len(title.text)) if before > 0 else None
            person.public = told is not None and told.public


def _recall_former(body: str, people: list[Person]) -> None:
    """Makes officials of those who held an office once, if they play a part in the article.

    They do if it names them more than once, or begins to tell what they do themselves; somebody
    mentioned in passing ("referring to former President ...") does not.
    """
    joints, honorifics = grammar().joints, vocabulary().honorifics
    for person in people:
        former = [title for title in person.titles if title.standing == "former"]
        if former and not person.public:
            start = min(former[0].start, person.mentions[0].start)
            before = last_word(body, start - 1, _LONGEST_JOINT).lower() if start else ""
            if plain(before) in honorifics:
                before = last_word(body, max(0, start - len(before) - 2), _LONGEST_JOINT).lower()
            acts = not before[-1:].isalnum() or before in joints or before in {"said", "says"}
            person.public = len(person.mentions) > 1 or acts


def _attach(bare: list[tuple[int, str]], people: list[Person]) -> None:
    """Gives every bare family name to the one person whom it can mean."""
    by_family: dict[str, list[Person]] = {}
    for person in people:
        for family in person.name.family_names:
            by_family.setdefault(family, []).append(person)
    meant = {family: _meant_by_family_name(each) for family, each in by_family.items()}
    for word, one in _first_family_names(people).items():
        meant.setdefault(word, one)
    for start, word in bare:
        one = meant.get(word)
        if one is not None:
            one.mentions.append(Named(start, start + len(word), word, ()))


def _first_family_names(people: list[Person]) -> dict[str, Person | None]:
    """The officials of three names by the one before the last: "Claudia Ibarra Pardo" is "Ibarra".

    Spanish and Portuguese names have two family names, and the first is used alone.
    """
    found: dict[str, Person | None] = {}
    for person in people:
        words = person.name.words
        if person.public and len(words) == _SPANISH and words[0] not in person.name.family_names:
            middle = words[1]
            found[middle] = None if middle in found else person
    return found


def _meant_by_family_name(people: list[Person]) -> Person | None:
    """Of the people of one family name, the one whom it means when it stands alone.

    The one who is known by it alone with a title, else the only official.
    """
    if len(people) == 1:
        return people[0]
    titled = [person for person in people if not person.name.given]
    if len(titled) == 1:
        return titled[0]
    public = [person for person in people if person.public]
    return public[0] if len(public) == 1 else None


def _official(person: Person) -> Official:
    roles: dict[str, Role] = {}
    titles = sorted(person.titles)
    for title in titles:
        if title.standing != "private":
            roles.setdefault(title.text.lower(), Role(title.start, title.end, title.text))
    mentions = tuple(Mention(each.start, each.end, each.text) for each in person.mentions)
    longest = max((*(mention.text for mention in mentions), person.text), key=len)
    rule = next((t.rule for t in titles if t.standing in {"public", "former"}), "")
    return Official(longest, tuple(roles.values()), mentions, rule)
