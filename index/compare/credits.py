"""Credit lines: whose work a report is, in whole or in part, as it says itself.

Read are the dateline ("PARIS (AFP) -"), the byline ("AP/Ann Wu", "Ann Wu with AFP"), the last
paragraphs ("(Yonhap)", "The Associated Press contributed to this report"), and the page's address
("/wires/afp/"). A credit under a picture
is none. Names and phrases come from `lexicon/newsrooms.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from index.article import Article
from index.compare.newsrooms import agencies_in, known_agencies, newsroom, newsroom_at
from index.facts.lexicons import alternatives, from_lexicon, table, word_set

Share = Literal["whole", "part"]

_DATELINE = re.compile(r"(?P<place>[^\n()\"“]{0,70})\((?P<name>[^()\n]{2,40})\)\s*(?P<next>\S)")
_ENDING = re.compile(r"(?:\((?P<name>[^()\n]{2,40})\)|[-–—/]\s?(?P<bare>[A-Z][\w .-]{1,30}))\W*$")
_WIRES = re.compile(r"/wires?/(?P<name>[\w-]{2,30})(?=/)")
"""Where the address of a page says from which agency it comes."""
_FIRST = 3
"""Paragraphs at the beginning among which a dateline is looked for."""
_LAST = 4
"""Paragraphs at the end in which credits stand."""
_SHORT = 400
"""Characters of a paragraph of credits at most."""


@dataclass(frozen=True, slots=True)
class Credit:
    """A newsroom that a report names as the maker of all or a part of it."""

    newsroom: str
    share: Share
    text: str
    """The words that say so."""


def credits_of(article: Article) -> tuple[Credit, ...]:
    """What the report says of whose work it is, each newsroom once, the whole before the parts."""
    found: dict[str, Credit] = {}
    for credit in sorted(_credits(article), key=lambda one: one.share != "whole"):
        found.setdefault(credit.newsroom, credit)
    return tuple(found.values())


def maker(article: Article) -> str:
    """The newsroom whose work the report is: the agency it credits, else its own outlet."""
    whole = next((one.newsroom for one in credits_of(article) if one.share == "whole"), None)
    return whole or newsroom(article.source or article.id)


def makers(articles: Sequence[Article], origins: Sequence[int]) -> tuple[str, ...]:
    """The newsroom whose work each article is; copies of one text are the work of one.

    `origins` has the same number for copies. Of copies the agency that any of them credits made
    the text, else the outlet among them that another one credits, whether or not the lexicon knows
    it for an agency, else the one that had it first.
    """
    copies: dict[int, list[Article]] = {}
    for article, origin in zip(articles, origins, strict=True):
        copies.setdefault(origin, []).append(article)
    made: dict[int, str] = {}
    for origin, group in copies.items():
        wholes = [c.newsroom for one in group for c in credits_of(one) if c.share == "whole"]
        first = min(group, key=lambda one: one.published or "9999")
        made[origin] = next(iter(wholes), None) or _credited(group) or maker(first)
    return tuple(made[origin] for origin in origins)


def _credited(copies: Sequence[Article]) -> str | None:
    """The outlet of one copy that another one names where credits stand."""
    outlets = dict.fromkeys(one.source for one in copies if one.source)
    for copy in copies if len(outlets) > 1 else ():
        credited = [words.casefold() for words in _places_of_credits(copy)]
        for name in outlets:
            own = copy.source is None or newsroom(copy.source) == newsroom(name)
            word = re.compile(rf"(?<!\w){re.escape(name.casefold())}(?!\w)")
            if not own and any(map(word.search, credited)):
                return newsroom(name)
    return None


def _places_of_credits(article: Article) -> Iterator[str]:
    """The words of a report that may name its maker: in the dateline, at its end, in its byline."""
    lines = [line.strip() for line in article.body.split("\n") if line.strip()]
    for line in lines[:_FIRST]:
        if (match := _DATELINE.match(line)) and _follows_dateline(match["next"]):
            yield match["name"]
    for line in lines[-_LAST:]:
        if match := _ENDING.search(line[-_SHORT:]):
            yield match["name"] or match["bare"]
        phrase = _phrases().search(line) if len(line) <= _SHORT else None
        if phrase is not None and phrase["whole"]:
            yield line[phrase.end() :]
    partly = word_set("newsrooms", "words", "with")
    yield " ".join(takewhile(lambda word: word not in partly, (article.byline or "").split()))


def _credits(article: Article) -> Iterator[Credit]:
    lines = [line.strip() for line in article.body.split("\n") if line.strip()]
    for line in lines[:_FIRST]:
        yield from _dateline(line)
    last = lines[-_LAST:]
    for line in last:
        if len(line) <= _SHORT:
            yield from _named(line)
    if last:
        yield from _ending(last[-1][-_SHORT:])
        if len(last) > 1 and len(last[-1]) < _SHORT / 10:
            yield from _ending(
                last[-2][-_SHORT:]
            )  # below it stands only furniture: "What's your reaction?"
    if article.byline:
        yield from _byline(article.byline)
    wire = _WIRES.search(article.url or "")
    if wire is not None and (name := _in_address(wire["name"])) is not None:
        yield Credit(name, "whole", wire.group())


def _dateline(line: str) -> Iterator[Credit]:
    match = _DATELINE.match(line)
    if match is None:
        return
    place = match["place"].strip()
    named = place.startswith(("The ", "the ")) or any(word[0].islower() for word in place.split())
    if (named and not place.startswith("date ")) or not _follows_dateline(match["next"]):
        return
    yield from _exactly(match["name"], match.group()[: match.start("next")].strip())


def _follows_dateline(sign: str) -> bool:
    return sign in "-–—_:" or sign.isupper() or sign in "\"“'‘"


def _ending(line: str) -> Iterator[Credit]:
    match = _ENDING.search(line)
    if match is not None:
        yield from _exactly(match["name"] or match["bare"], match.group().strip())


def _exactly(name: str, text: str) -> Iterator[Credit]:
    """The credit of words that are an agency's name and nothing more."""
    if name.startswith(("With ", "with ")):
        return
    found = agencies_in(name)
    rest = name
    for _, start, end in reversed(found):
        rest = rest[:start] + rest[end:]
    if found and not re.search(r"\w", rest):
        yield Credit(found[0][0], "whole", text)
    elif (at := newsroom_at(name, 0)) is not None and at[1] == len(name):
        yield Credit(at[0], "whole", text)


@from_lexicon
def _phrases() -> re.Pattern[str]:
    words = table("newsrooms")["credits"]
    part, whole = alternatives(words["part"]), alternatives(words["whole"])
    return re.compile(rf"(?<!\w)(?:(?P<part>{part})|(?P<whole>{whole}))", re.IGNORECASE)


def _named(line: str) -> Iterator[Credit]:
    """The newsrooms of a paragraph that says who made the report."""
    phrase = _phrases().search(line)
    if phrase is None:
        return
    share: Share = "part" if phrase["part"] else "whole"
    known = word_set("newsrooms", "words", "own")
    for name, _, end in agencies_in(line):
        following = line[end:].removeprefix("'").removeprefix("’").split(maxsplit=2)
        own = any(word.strip("s,.") in known or word in known for word in following[:1])
        yield Credit(name, "whole" if own else share, line)
    at = newsroom_at(line, phrase.end() + 1) if phrase["whole"] else None
    if at is not None:
        yield Credit(at[0], "whole", line)


def _in_address(name: str) -> str | None:
    """The agency of a part of an address: "afp", "associated-press"."""
    wanted = name.replace("-", " ").casefold()
    return next((shown for known, shown in known_agencies() if known == wanted), None)


def _byline(byline: str) -> Iterator[Credit]:
    for name, start, _ in agencies_in(byline):
        before = byline[:start].lower().split()
        partly = bool(before) and before[-1].strip(",") in word_set("newsrooms", "words", "with")
        yield Credit(name, "part" if partly else "whole", byline)
