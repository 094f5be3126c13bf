"""Denials of several reports, and who affirms what they deny."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.article import Article
from index.compare.accounts import Account, accounts_of
from index.facts.claims_stances import affirmations
from index.facts.claims_vocabulary import akin, signs
from index.facts.model import Facts

MOST = 3
"""Affirmations of one event that are taken from one report."""
TALK_OF_ALL = 2
"""Affirmations a report from which on the event is what the whole story is about: then one of each
report is enough."""


def with_affirmations(
    accounts: Sequence[Account], origins: Sequence[int], reports: Sequence[tuple[Article, Facts]]
) -> list[Account]:
    """The accounts, with the sentences of all reports that affirm what some of them deny.

    What "denied that the girls were released in exchange for fighters" denies is the rarest of the
    events it names: that the girls were released, every report says.
    """
    denied: dict[str, tuple[str, ...]] = {}
    for account in accounts:
        if account.kind == "stance":
            denied |= dict.fromkeys(account.claim.events, account.claim.qualifiers)
    if not denied:
        return list(accounts)
    affirmed = [
        account
        for number, (article, facts) in enumerate(reports)
        for account in accounts_of(
            number, origins[number], article, facts, affirmations(article, facts, denied)
        )
    ]
    counts = Counter(account.claim.event for account in affirmed)
    settled = [_settled(account, counts) for account in accounts]
    kept = {account.claim.event for account in settled if account.kind == "stance"}
    kept = {name for event in kept if event for name in akin(event)}
    affirmed = [account for account in affirmed if account.claim.event in kept]
    return settled + list(
        _first(affirmed, 1 if len(affirmed) > TALK_OF_ALL * len(reports) else MOST)
    )


def _settled(account: Account, counts: Counter[str | None]) -> Account:
    """The account with the rarest of its events as the one that it denies."""
    if account.kind != "stance" or len(account.claim.events) < 2:
        return account
    # Of equals the last: what is new comes at the end of a clause.
    events = account.claim.events
    rarest = min(range(len(events)), key=lambda place: (counts[events[place]], -place))
    return replace(account, claim=replace(account.claim, event=events[rarest]))


def _first(affirmed: Sequence[Account], most: int) -> Iterator[Account]:
    """Of each report the few sentences that confirm in so many words, then the first ones."""
    confirmed = signs("stance", "confirmed")
    ranked = sorted(
        affirmed,
        key=lambda a: (not confirmed & set(a.sentence.lower().split()), a.claim.start),
    )
    taken: Counter[tuple[int, frozenset[str]]] = Counter()
    for account in ranked:
        key = (account.report, akin(account.claim.event or ""))
        taken[key] += 1
        if taken[key] <= most:
            yield account
