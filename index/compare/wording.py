"""The reason of a relation, in one English sentence that a reader can check."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from index.compare.accounts import Account
from index.compare.relations import Ground, Verdict
from index.facts.claims_words import SAYING

CLEARLY = 0.8
"""Part of another's width up to which a value is clearly the more exact one."""
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class Reasons:
    """Words the relations between the answers to one question; what each says is worded once."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        self._accounts = accounts
        self._said = [said(account) for account in accounts]

    def of(self, earlier: int, later: int, verdict: Verdict) -> str:
        """One sentence that a reader can check against the two reports."""
        conclusion = _conclusion(self._accounts[earlier], self._accounts[later], verdict)
        return f"{self._said[earlier]}; {self._said[later]}; {conclusion}."


def said(account: Account) -> str:
    """Who says what: "ABC News (4 Nov), Pat Ryder: at least 10,000 forces"."""
    day = account.day
    words = [account.outlet]
    if day:
        words.append(f"({day.day} {day:%b})")
    speaker = account.voice
    what = account.text
    # Where the answer is the speaker, one mention is enough.
    head = " ".join(words) + (f", {speaker}" if speaker and speaker != what else "")
    if account.is_number and account.counted and account.counted not in what:
        behind = account.sentence.partition(what)[2][:10].lstrip(" \"'”’\u00a0").split(" ")
        joined = " of them" if behind[:2] == ["of", "them"] else " of" if behind[0] == "of" else ""
        what = f"{what}{joined} {account.counted}"
    if account.is_number and account.claim.places:
        what = f"{what} ({account.claim.places[0]})"
    return f"{head}: {' '.join(what.split())}"


_CONCLUSIONS: dict[Ground, str] = {
    "state": "the same number is already there in one sentence and still to come in the other",
    "modality": "one is planned or announced, the other reported as done, so the scope differs",
    "period": "they cover different periods, so the scope differs",
    "words": "the titles differ",
    "speaker": "the same words stand with different speakers",
    "no value": "one gives no number that could be compared",
    "overlap": "both can hold at once",
    "apart": "no value fits both",
    "fallen": "no value fits both, and what has run up since one year does not fall",
    "sides": "no value fits both, and the two are not one side's, so no update",
}
"""The end of a reason, where the ground says all."""


def _conclusion(earlier: Account, later: Account, verdict: Verdict) -> str:
    match verdict.ground:
        case "place":
            return _nested(earlier, later)
        case "part":
            return _part(earlier, later)
        case "stance":
            return _stances(earlier, later)
        case "words" if earlier.claim.event == SAYING:
            return _CONCLUSIONS["speaker"]
        case "later":
            return f"{_apart(earlier.day, later.day)}, so an update"
        case "same value":
            worded = earlier.kind in ("stance", "words")
            same = "both say the same" if worded else "the same value"
            return same + (" from one source" if verdict.kind == "echo" else "")
        case "wider value":
            tighter = _tighter(earlier, later)
            if tighter is None:
                return _CONCLUSIONS["overlap"]
            return f"both can hold; {tighter.outlet} is the more exact"
    return _CONCLUSIONS[verdict.ground]


def _stances(earlier: Account, later: Account) -> str:
    """Which of two stances affirms, denies or leaves open what the other does not."""
    stances = {earlier.claim.stance, later.claim.stance}
    if "affirmed" not in stances:
        return "one denies what the other leaves open"
    denied = "denied" in stances
    return f"one affirms what the other {'denies' if denied else 'leaves open'}"


def _nested(earlier: Account, later: Account) -> str:
    one, other = earlier.claim.places, later.claim.places
    if one[0] in other:
        return f"{other[0]} lies in {one[0]}, so the scope differs"
    if other[0] in one:
        return f"{one[0]} lies in {other[0]}, so the scope differs"
    shared = next(place for place in one if place in other)
    return f"{one[0]} and {other[0]} are different parts of {shared}, so the scope differs"


def _part(earlier: Account, later: Account) -> str:
    """Which of two numbers is given as a part or as an addition."""
    for account in (later, earlier):
        if account.claim.part == "subset":
            return f"“{account.text}” is given as a part, so the scope differs"
    for account in (later, earlier):
        if account.claim.part == "additional":
            return f"“{account.text}” is given as an addition, so the scope differs"
    return "one speaks of a part or an addition, so the scope differs"


def _tighter(earlier: Account, later: Account) -> Account | None:
    """The one that leaves clearly less open; None where neither does, or both are one outlet's."""
    a, b = earlier.value, later.value
    if a is None or b is None or earlier.outlet == later.outlet:
        return None
    one, other = a.high - a.low, b.high - b.low
    if one == other or min(one, other) > CLEARLY * max(one, other):
        return None
    return earlier if one < other else later


def _apart(earlier: date | None, later: date | None) -> str:
    if earlier is None or later is None:
        return "later"
    days = abs((later - earlier).days)
    written = _NUMBERS[days] if days < len(_NUMBERS) else str(days)
    return f"{written} day{'s' if days != 1 else ''} later"


def agreement(accounts: Sequence[Account]) -> str:
    """Why a question without a differing pair is one: all say the same."""
    outlets = list(dict.fromkeys(account.outlet for account in accounts))
    reports = len({account.report for account in accounts})
    value = " ".join(accounts[0].text.split()).removesuffix(".")
    if len(outlets) == 1:
        count = _NUMBERS[reports].capitalize() if reports < len(_NUMBERS) else str(reports)
        return f"{count} reports of {outlets[0]} give the same value: {value}."
    named = outlets[:3] + (["others"] if len(outlets) > 3 else [])
    return f"{', '.join(named[:-1])} and {named[-1]} give the same value: {value}."
