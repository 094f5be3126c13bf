"""Whether the later of two numbers takes the place of the earlier one, as a grown toll does."""

from __future__ import annotations

import re
from datetime import timedelta

from index.compare.accounts import Account
from index.facts.claims_vocabulary import is_running

GROWTH = 1.2
"""By this factor a newer number lies beyond an older bound, to be an update of it."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CLAUSE_ENDS = re.compile(r"[,.;:]\s")


def may_change(a: Account) -> bool:
    """Whether a later value can replace it; nobody's age changes while a story runs."""
    return a.is_number and a.kind != "age"


def is_later(a: Account, b: Account, window: timedelta) -> bool:
    """Whether one holds for a later day.

    Of what changes while a story runs, as a toll does, the next day's number is a newer one: days
    are known, not hours.
    """
    day_a, day_b = a.day, b.day
    if day_a is None or day_b is None:
        return False
    apart = abs(day_a - day_b)
    return apart > window or (
        apart >= window and is_running(a.claim.event) and is_running(b.claim.event)
    )


def outgrown(a: Account, b: Account) -> bool:
    """Whether the later number lies well beyond the one that was "at least" the older.

    "At least 17" leaves room for 43; who reads both learns that the toll has risen.
    """
    pair = _by_day(a, b)
    if pair is None or not (is_running(a.claim.event) and is_running(b.claim.event)):
        return False
    older, newer = pair
    if "subset" in (a.claim.part, b.claim.part):
        return False
    if older.low is None or older.high is not None or older.unit != newer.unit:
        return False
    return newer.low is not None and newer.low > older.low * GROWTH


def are_two_sides(a: Account, b: Account) -> bool:
    """Whether one number is from who may stand against those in charge, and the other is not.

    The later number of one side does not replace the other's; but a toll that has grown has.
    """
    if a.side == b.side:
        return False
    pair = _by_day(a, b)
    if pair is None or not (is_running(a.claim.event) and a.low and b.low):
        return True
    return _is_less(*pair)


def has_fallen(a: Account, b: Account) -> bool:
    """Whether the later of two numbers that have run up since one year is the smaller one."""
    since, pair = _run_up_since(a), _by_day(a, b)
    return since is not None and since == _run_up_since(b) and pair is not None and _is_less(*pair)


def _by_day(a: Account, b: Account) -> tuple[Account, Account] | None:
    """The older one and the newer one; None where a day is not known."""
    if a.day is None or b.day is None:
        return None
    return (a, b) if a.day < b.day else (b, a)


def _is_less(older: Account, newer: Account) -> bool:
    return (newer.low or 0.0) < (older.low or 0.0)


def _run_up_since(account: Account) -> str | None:
    """The year since which a number counts: "displaced 2.6 million since the war of 2009"."""
    behind = account.sentence.partition(account.text)[2]
    found = _YEAR.search(_CLAUSE_ENDS.split(behind, maxsplit=1)[0].partition(" since ")[2])
    return found[0] if found else None
