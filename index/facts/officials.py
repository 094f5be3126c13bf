"""Who holds or held public office, commands, or speaks for a public body; and where they are named.

First every run of capitalised words is read as a name, with the title that stands beside it. The
named persons with a public title become officials; then every other run that can only be one of
them is one of their mentions ("Ryder", "Mr. Obama", "Chief Justice Roberts").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from index.facts.items import grammar
from index.facts.kinds import Kind, kinds
from index.facts.lexicons import from_lexicon
from index.facts.model import Mention, Official, Role
from index.facts.names import PersonName, find_runs
from index.facts.titles import Title, TitleReader
from index.facts.vocabulary import vocabulary
from index.facts.words import normal, plain
from index.span import TextSpan

_MOST_NAME_WORDS = 5
_MOST_RUN_WORDS = 14
_LONGEST_HEADLINE = 150
_LONGER_WORDS = 5
_SENTENCE_ENDS = frozenset({".", "!", "?", ":", "”", '"', ""})
_SPACES = " \u00a0"


class Named(NamedTuple):
    """One place where the text names somebody, perhaps with a title."""

    start: int
    end: int
    text: str
    titles: tuple[Title, ...]
    relative: bool = False
    """The name stands with "his wife": another than the one known by title and family name."""
    given: str = ""
    """A given name that the text puts in brackets before: "[of Defense Lloyd] Austin"."""


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
    reader = _NameReader(body)
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


class _NameReader:
    """Reads every run of capitalised words in one text as a name, with the titles beside it."""

    def __init__(self, body: str) -> None:
        self.named: list[Named] = []
        """Names of several words, and those with a title."""
        self.bare: list[tuple[int, str]] = []
        """Single capitalised words, with their offset: most name nobody."""
        self._body = body
        self._kind = kinds()
        self._titles = TitleReader(body)

    def read(self, furniture: Sequence[TextSpan]) -> None:
        """Read the whole text but for the furniture."""
        body, kind, blocked = self._body, self._kind, iter(furniture)
        block = next(blocked, None)
        headlines = iter(_headlines(body))
        headline = next(headlines, None)
        for run in find_runs(body):
            start = run.start()
            while block is not None and block.end <= start:
                block = next(blocked, None)
            if block is not None and block.start <= start:
                continue
            while headline is not None and headline.end <= start:
                headline = next(headlines, None)
            text = run.group()
            if headline is not None and headline.start <= start:
                self._read_headline(start, text.replace("\u00a0", " ").split(" "))
            elif " " in text or "\u00a0" in text:
                self._read_run(start, text.replace("\u00a0", " ").split(" "))
            elif not kind(text) & Kind.STOP:
                before = body[max(0, start - 20) : start]
                if before[-1:] in _SPACES and self._may_end_title(before[:-1]):
                    self._read_run(start, [text])
                else:
                    self.bare.append((start, text))

    def _read_headline(self, start: int, words: list[str]) -> None:
        """Where every word is capitalised, none of them begins or ends a name for sure."""
        for word in words:
            self.bare.append((start, word))
            start += len(word) + 1

    def _is_relative(self, offset: int) -> bool:
        """Whether the words before the name are "his wife, " and their like."""
        word = self._body[max(0, offset - 16) : offset].rstrip(" ,").rpartition(" ")[2]
        return plain(word) in vocabulary().relatives

    def _may_end_title(self, before: str) -> bool:
        """Whether the last word of `before` can be the last of a title."""
        word = before.rpartition(" ")[2]
        return word[-1:] == "]" or bool(self._kind(word) & (Kind.HEAD | Kind.OFFICE))

    def _read_run(self, start: int, words: list[str]) -> None:
        """Note what one run names, if it can be a person."""
        body = self._body
        kinds_of = [self._kind(word) for word in words]
        head = _last_head(kinds_of)
        first = head + 1
        while first < len(words) and kinds_of[first] & Kind.STOP:
            first += 1
        offset = start + _length(words[:first])
        title: Title | None = None
        portfolio = first
        while portfolio < len(words) and kinds_of[portfolio] & Kind.OFFICE:
            portfolio += 1
        if head < 0 and first < portfolio < len(words):
            # "Secretary of [Defense Lloyd Austin]": the run begins with the portfolio.
            after = offset + _length(words[first:portfolio])
            title = self._titles.before(after)
            if title is not None:
                first, offset = portfolio, after
        before_name = offset
        while first < len(words) - 1 and kinds_of[first] & Kind.HONORIFIC:
            offset += len(words[first]) + 1
            first += 1
        last = first
        while last < min(len(words), first + _MOST_NAME_WORDS) and not kinds_of[last] & Kind.STOP:
            last += 1
        given = ""
        if body[before_name - 2 : before_name] == "] ":
            title, given = self._titles.before_insertion(before_name)
        title = title or self._titles.before(before_name)
        if not _can_be_name(words[first:last], kinds_of[first:last], title is not None):
            return
        end = offset + _length(words[first:last]) - 1
        titles = [title] if title else []
        if last - first > 1:
            before = None if title else self._titles.before_comma(offset, end)
            titles += [each for each in (before, self._titles.after(end)) if each]
        elif not titles:
            self.bare.append((offset, words[first]))
            return
        relative = not titles and self._is_relative(offset)
        self.named.append(Named(offset, end, body[offset:end], tuple(titles), relative, given))


def _last_head(kinds_of: list[int]) -> int:
    """The last word of a run that is a title and has a name after it; -1 for none."""
    for index in range(min(len(kinds_of), _MOST_RUN_WORDS) - 2, -1, -1):
        if kinds_of[index] & Kind.HEAD and not kinds_of[index + 1] & Kind.SUFFIX:
            return index
    return -1


def _can_be_name(words: list[str], kinds_of: list[int], titled: bool) -> bool:
    """Whether these words can be somebody's name."""
    if not words or any(kind & Kind.NO_NAME for kind in kinds_of):
        return False
    if (not titled or len(words) == 1) and any(kind & Kind.PLACE for kind in kinds_of):
        return False
    return len(words) == 1 or not all(word.isupper() and len(word) > 2 for word in words)


@from_lexicon
def _little_words() -> frozenset[str]:
    """Words that a headline spells small where it capitalises the others."""
    words = grammar()
    return words.prepositions | words.determiners | words.joints


def _headlines(body: str) -> list[TextSpan]:
    """The lines that capitalise every longer word, as headlines of some outlets do."""
    found, start = list[TextSpan](), 0
    for line in body.split("\n"):
        if not start or (len(line) <= _LONGEST_HEADLINE and line[-1:] not in _SENTENCE_ENDS):
            longer = [word for word in line.split() if len(word) > 2 and word[0].isalpha()]
            small = [word for word in longer if word[0].islower() and word not in _little_words()]
            if len(longer) >= _LONGER_WORDS and not small:
                found.append(TextSpan(start, start + len(line)))
        start += len(line) + 1
    return found


def _length(words: Sequence[str]) -> int:
    """The characters that these words take, each with a space after it."""
    return sum(map(len, words)) + len(words)


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


def _attach(reader: _NameReader, people: list[Person]) -> None:
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
