"""Who holds or held public office, commands, or speaks for a public body; and where they are named.

First every run of capitalised words is read as a name, with the title that stands beside it. The
named persons with a public title become officials; then every other run that can only be one of
them is one of their mentions ("Ryder", "Mr. Obama", "Chief Justice Roberts").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from index.facts.model import Mention, Official, Role
from index.facts.names import PersonName, Run, find_runs, plain
from index.facts.titles import Title, TitleReader, normal
from index.facts.vocabulary import vocabulary
from index.span import TextSpan

_MOST_NAME_WORDS = 5
_MOST_RUN_WORDS = 14


class Named(NamedTuple):
    """One place where the text names somebody, perhaps with a title."""

    start: int
    end: int
    text: str
    titles: tuple[Title, ...]
    honorific: str


@dataclass(slots=True)
class Person:
    """Everybody of one name in the article, while it is being read."""

    name: PersonName
    text: str
    titles: list[Title] = field(default_factory=list)
    mentions: list[Named] = field(default_factory=list)
    public: bool = False


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
    named = list(_NameReader(body).read(furniture))
    people = _group(named)
    _speak_for_officials(people)
    _attach(named, people)
    seen = sorted((person for person in people if person.mentions), key=_first_place)
    return (
        tuple(_official(person) for person in seen if person.public),
        tuple(_official(person) for person in seen if not person.public),
    )


def _first_place(person: Person) -> int:
    return person.mentions[0].start


class _NameReader:
    """Reads every run of capitalised words in one text as a name, with the titles beside it."""

    def __init__(self, body: str) -> None:
        self._body = body
        self._known = vocabulary()
        self._titles = TitleReader(body)

    def read(self, furniture: Sequence[TextSpan]) -> Iterator[Named]:
        """The names outside the furniture, in order."""
        starts = [span.start for span in furniture]
        for run in find_runs(self._body):
            index = bisect_right(starts, run.start) - 1
            if index >= 0 and run.start < furniture[index].end:
                continue
            named = self._read_run(run)
            if named is not None:
                yield named

    def _read_run(self, run: Run) -> Named | None:
        """What one run names; None if it cannot be a person."""
        known = self._known
        words = run.text.replace("\u00a0", " ").split(" ")
        if len(words) == 1 and plain(run.text) in known.stops:
            return None
        head = self._last_head(words)
        first = head + 1
        while first < len(words) and plain(words[first]) in known.stops:
            first += 1
        offset = run.start + _length(words[:first])
        title = None
        portfolio = first
        while portfolio < len(words) and self._of_office(words[portfolio]):
            portfolio += 1
        if head < 0 and first < portfolio < len(words):
            # "Secretary of [Defense Lloyd Austin]": the run begins with the portfolio.
            after = offset + _length(words[first:portfolio])
            title = self._titles.before(after)
            if title is not None:
                first, offset = portfolio, after
        honorific = ""
        while first < len(words) - 1 and plain(words[first]) in known.honorifics:
            honorific = plain(words[first])
            offset += len(words[first]) + 1
            first += 1
        name = self._name_words(words[first:])
        title = title or self._titles.before(offset)
        if not name or not self._can_be_name(name, title is not None):
            return None
        end = offset + _length(name) - 1
        titles = [title] if title else []
        if len(name) > 1:
            before = None if title else self._titles.before_comma(offset)
            titles += [each for each in (before, self._titles.after(end)) if each]
        return Named(offset, end, self._body[offset:end], tuple(titles), honorific)

    def _last_head(self, words: list[str]) -> int:
        """The last word of the run that is a title and has a name after it; -1 for none."""
        for index in range(min(len(words), _MOST_RUN_WORDS) - 2, -1, -1):
            following = plain(words[index + 1])
            if self._titles.is_head(words[index]) and following not in self._known.suffixes:
                return index
        return -1

    def _name_words(self, words: list[str]) -> list[str]:
        """The words up to the first that no name holds ("Clinton Friday")."""
        name: list[str] = []
        for word in words[:_MOST_NAME_WORDS]:
            if plain(word) in self._known.stops:
                break
            name.append(word)
        return name

    def _of_office(self, word: str) -> bool:
        bare = plain(word)
        return bare in self._known.portfolios or bare in self._known.public

    def _can_be_name(self, words: list[str], titled: bool) -> bool:
        """Whether these words can be somebody's name."""
        known = self._known
        bare = [plain(word) for word in words]
        if any(word in known.not_names for word in bare):
            return False
        if any(word in known.places for word in bare) and (not titled or len(bare) == 1):
            return False
        return not (len(words) > 1 and all(word.isupper() and len(word) > 2 for word in words))


def _length(words: Sequence[str]) -> int:
    """The characters that these words take, each with a space after it."""
    return sum(map(len, words)) + len(words)


def _group(named: list[Named]) -> list[Person]:
    """The people whom the text names in full or with a title."""
    people: list[Person] = []
    by_family: dict[str, list[Person]] = {}
    for each in sorted(named, key=lambda each: -len(each.text.split(" "))):
        name = PersonName.of(each.text)
        if len(name.words) == 1 and not each.titles:
            continue
        keys = {word.casefold() for word in name.family_names}
        known = [
            person for key in keys for person in by_family.get(key, ()) if person.name.agrees(name)
        ]
        public = any(title.public for title in each.titles)
        if len(name.words) == 1:
            known = _holders(known, each, public)
        if known and len({id(person) for person in known}) == 1:
            person = known[0]
        elif known and len(name.words) == 1:
            continue
        else:
            person = Person(name, each.text)
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


def _attach(named: list[Named], people: list[Person]) -> None:
    """Gives every named place to the one person whom it can mean."""
    by_family: dict[str, list[Person]] = {}
    for person in people:
        for word in person.name.family_names:
            by_family.setdefault(word.casefold(), []).append(person)
    for each in named:
        name = PersonName.of(each.text)
        found = {
            id(person): person
            for word in (name.words[0], name.words[-1])
            for person in by_family.get(word.casefold(), ())
            if person.name.agrees(name)
        }
        if len(name.words) == 1 and len(found) > 1:
            public = [person for person in found.values() if person.public]
            holders = _holders(list(found.values()), each, True) if each.titles else public
            found = {id(person): person for person in holders} if len(holders) == 1 else {}
            if not each.titles and len(name.words) == 1 and _ambiguous(public, by_family, name):
                found = {}
        if len(found) == 1:
            person = next(iter(found.values()))
            person.mentions.append(each)


def _ambiguous(public: list[Person], by_family: dict[str, list[Person]], name: PersonName) -> bool:
    """Whether a bare family name may mean somebody else of that name just as well."""
    others = [person for person in by_family[name.words[0].casefold()] if person.name.given]
    return len(others) > 1 or any(person not in public for person in others)


def _official(person: Person) -> Official:
    roles: dict[str, Role] = {}
    for title in sorted(person.titles):
        if title.public or not title.private:
            roles.setdefault(title.text.lower(), Role(title.start, title.end, title.text))
    mentions = tuple(Mention(each.start, each.end, each.text) for each in sorted(person.mentions))
    longest = max((mention.text for mention in mentions), key=len, default=person.text)
    rule = next((title.rule for title in sorted(person.titles) if title.public), "")
    return Official(longest, tuple(roles.values()), mentions, rule)
