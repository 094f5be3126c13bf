"""The English of questions and reasons, and the ids that rulings hang on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from hashlib import blake2b

from index.compare.accounts import Account
from index.compare.nodes import Node
from index.compare.relations import Verdict
from index.facts.claims_vocabulary import asks, event_nouns, is_placed, noun_stems
from index.facts.claims_words import SAYING, TITLE

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def key_of(group: Sequence[Node]) -> tuple[str, ...]:
    """What makes a question this question: the kind of value, the thing, the event, the place."""
    events = Counter(node.main_event for node in group if node.main_event)
    nouns = Counter(noun for node in group for noun in (*node.counted, *node.nouns))
    who = Counter(one for node in group for one in node.qualifiers)
    return (
        group[0].family,
        _commonest(nouns) or _commonest(Counter(node.first.unit or "" for node in group)),
        _commonest(events),
        _commonest(who),
        _place(group),
    )


def identifier(key: Sequence[str]) -> str:
    """A short id that stays the same while the key does."""
    return "q-" + blake2b("\0".join(key).encode(), digest_size=4).hexdigest()


def _commonest(counts: Counter[str]) -> str:
    """The most frequent word; of equals the first in the alphabet."""
    return min(counts, key=lambda word: (-counts[word], word)) if counts else ""


def _place(group: Sequence[Node]) -> str:
    if not is_placed(_commonest(Counter(n.main_event for n in group if n.main_event))):
        return ""
    places = Counter(a.claim.places[0] for node in group for a in node.accounts if a.claim.places)
    return _commonest(places)


def question_of(group: Sequence[Node], accounts: Sequence[Account]) -> str:
    """The question in English: "How many North Korean troops are in Kursk?"."""
    family = group[0].family
    events = Counter(node.main_event for node in group if node.main_event)
    event = _commonest(events)
    ending = asks(event) if event else None
    if family == TITLE:
        return f"What is {accounts[0].claim.participants[0]}'s title?"
    if family == SAYING:
        return f"Who said: {_shortened(accounts[0].sentence)}?"
    if family == "stance":
        return f"Is the {_noun_of(event)} affirmed or denied?"
    thing = _thing(accounts)
    if family == "date":
        return f"When {_dated(ending, event, accounts)}?"
    if family == "time":
        return f"At what time {_dated(ending, event, accounts)}?"
    if family == "duration":
        return f"For how long: {ending or event}?"
    if family == "age":
        return f"How old is {_aged(accounts)}?"
    if family == "percent":
        return f"What percentage{f' of {thing}' if thing else ''}{f' {ending}' if ending else ''}?"
    if family == "money":
        return f"How much money{f' {ending}' if ending else ''}?"
    if family == "measure":
        unit = next((a.unit for a in accounts if a.unit), None)
        return f"How much{f', in {unit}' if unit else ''}{f': {event}' if event else ''}?"
    place = _place(group)
    where = (
        f" in {place}"
        if place and ending and ending.startswith("are")
        else f" to {place}"
        if place
        else ""
    )
    return f"How many {thing or 'people'} {ending or 'are there'}{where}?"


def _aged(accounts: Sequence[Account]) -> str:
    """Whose age it is: a name or a noun, as the claims know it."""
    nouns = Counter(a.claim.noun for a in accounts if a.claim.noun)
    noun = _commonest(Counter({str(word): count for word, count in nouns.items()}))
    return noun.title() if noun and noun not in noun_stems() else f"the {noun or 'person'}"


def _thing(accounts: Sequence[Account]) -> str:
    if any(a.claim.counted == "people" for a in accounts):
        return "people"
    counted = Counter(a.counted.lower() for a in accounts if a.counted)
    who = Counter(one for a in accounts for one in a.claim.qualifiers)
    thing = _commonest(counted)
    country = _commonest(who)
    return f"{thing} of {country}" if thing and country else thing


def _dated(ending: str | None, event: str, accounts: Sequence[Account]) -> str:
    if ending and ending.split()[0] in ("were", "was", "are", "is"):
        verb, _, rest = ending.partition(" ")
        patients = Counter(a.claim.counted for a in accounts if a.claim.counted)
        thing = _commonest(Counter({k: v for k, v in patients.items() if k})) or "they"
        past = {"are": "were", "is": "was"}.get(verb, verb)
        return f"{past} {'the ' if thing != 'they' else ''}{thing} {rest}"
    return f"was it that somebody or something {ending or event}"


def reason(earlier: Account, later: Account, verdict: Verdict) -> str:
    """One sentence that a reader can check against the two reports."""
    return f"{said(earlier)}; {said(later)}; {_conclusion(earlier, later, verdict)}."


def said(account: Account) -> str:
    """Who says what: "ABC News (4 Nov), Pat Ryder: at least 10,000 forces"."""
    day = account.day
    words = [account.outlet]
    if day:
        words.append(f"({day.day} {day:%b})")
    speaker = account.claim.speaker
    head = " ".join(words) + (f", {speaker}" if speaker else "")
    what = account.text
    if account.is_number and account.counted and account.counted not in what:
        what = f"{what} {account.counted}"
    if account.is_number and account.claim.places:
        what = f"{what} ({account.claim.places[0]})"
    return f"{head}: {' '.join(what.split())}"


def _conclusion(earlier: Account, later: Account, verdict: Verdict) -> str:
    match verdict.ground:
        case "place":
            return _nested(earlier, later)
        case "part":
            return "one speaks of a part or an addition, so the scope differs"
        case "modality":
            return "one is planned or announced, the other reported as done, so the scope differs"
        case "period":
            return "they cover different periods, so the scope differs"
        case "stance":
            return "one affirms what the other denies or leaves open"
        case "words":
            return "the words differ"
        case "later":
            return f"{_apart(earlier.day, later.day)}, so an update"
        case "no value":
            return "one gives no number that could be compared"
        case "same value":
            return "the same value" + (" from one source" if verdict.kind == "echo" else "")
        case "wider value":
            tighter = _tighter(earlier, later)
            return f"both can hold; {tighter.outlet} is the more exact"
        case "overlap":
            return "both can hold at once"
    return "no value fits both"


def _nested(earlier: Account, later: Account) -> str:
    one, other = earlier.claim.places, later.claim.places
    if one[0] in other:
        return f"{other[0]} lies in {one[0]}, so the scope differs"
    if other[0] in one:
        return f"{one[0]} lies in {other[0]}, so the scope differs"
    shared = next(place for place in one if place in other)
    return f"{one[0]} and {other[0]} are different parts of {shared}, so the scope differs"


def _tighter(earlier: Account, later: Account) -> Account:
    a, b = earlier.value, later.value
    if a is None or b is None:
        return earlier
    return earlier if a.high - a.low <= b.high - b.low else later


def _apart(earlier: date | None, later: date | None) -> str:
    if earlier is None or later is None:
        return "later"
    days = abs((later - earlier).days)
    written = _NUMBERS[days] if days < len(_NUMBERS) else str(days)
    return f"{written} day{'s' if days != 1 else ''} later"


def agreement(accounts: Sequence[Account]) -> str:
    """Why a question without a differing pair is one: all say the same."""
    outlets = list(dict.fromkeys(account.outlet for account in accounts))
    named = " and ".join(outlets[:3]) + (" and others" if len(outlets) > 3 else "")
    return f"{named} give the same value: {' '.join(accounts[0].text.split())}."


def _noun_of(event: str) -> str:
    """The usual noun for an event."""
    return next(iter(event_nouns(event)), event)


def _shortened(sentence: str, longest: int = 80) -> str:
    """The first words of a sentence."""
    if len(sentence) <= longest:
        return sentence.rstrip(".?!")
    return sentence[:longest].rsplit(" ", 1)[0] + " …"
