"""From a parsed query to matchers over one snapshot of the index."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from index.search.analyzer import (
    STOP_WORDS,
    beginning_of,
    form_of,
    is_cjk,
    name_words,
    term_of,
    words,
)
from index.search.expansion import (
    MOST_EXPANSIONS,
    MOST_PATTERN_WORDS,
    beginnings,
    misspelt,
    patterned,
)
from index.search.matching import (
    AllMatcher,
    AnyMatcher,
    DayMatcher,
    Matcher,
    PhraseMatcher,
    SetMatcher,
    TermMatcher,
    UnionMatcher,
)
from index.search.query import (
    And,
    Dates,
    Figures,
    Fuzzy,
    Named,
    Node,
    Not,
    Noted,
    Or,
    Pattern,
    Phrase,
    Unknown,
    Word,
)
from index.search.schema import BEGIN_FIELD, BEGINNING
from index.search.snapshot import Snapshot

_MOST_WORDS = 2048
"""Words that all beginnings and patterns of one query may stand for together."""
_FEWEST = 8


class Planner:
    """Makes matchers for one snapshot."""

    def __init__(self, snapshot: Snapshot, noted: Collection[str] = ()) -> None:
        """`noted` are the ids of articles with a bookmark."""
        self._snapshot = snapshot
        self._noted = noted
        self._words_left = _MOST_WORDS
        self._unions: dict[object, UnionMatcher] = {}

    def plan(self, node: Node) -> Matcher:
        """The matcher of a node."""
        match node:
            case And(nodes):
                return self._all(nodes)
            case Or(nodes):
                return AnyMatcher([self.plan(child) for child in nodes])
            case Not():
                return self._all((node,))
            case Word():
                return self._word(node)
            case Phrase():
                return self._phrase(node)
            case Pattern():
                return self._union(node, patterned(self._snapshot, _field(node), node.text))
            case Fuzzy():
                found = misspelt(self._snapshot, _field(node), node.text, node.distance)
                return self._union(node, found)
            case Named():
                return self._named(node)
            case Dates():
                return self._dates(node)
            case Figures():
                return self._figures(node)
            case Noted():
                return self._those_noted()
            case Unknown():
                return self._unknown(node)

    def _all(self, nodes: Iterable[Node]) -> Matcher:
        nodes = list(nodes)
        parts = [node for node in nodes if not isinstance(node, Not)]
        telling = [node for node in parts if not _is_stop_word(node)]
        if telling:
            parts = telling
        # The first letters of one more word would make the list jump: they do not count yet.
        begun = [node for node in parts if isinstance(node, Word) and node.is_just_begun]
        if begun and len(begun) < len(parts):
            parts = [node for node in parts if node not in begun]
        excluded = [self.plan(node.node) for node in nodes if isinstance(node, Not)]
        matchers = [self.plan(node) for node in parts]
        if len(matchers) == 1 and not excluded:
            return matchers[0]
        return AllMatcher(self._snapshot, matchers, excluded)

    def _word(self, node: Word) -> Matcher:
        found = words(node.text)
        terms = [term_of(word) for word in found]
        body_only, field = node.field == "body", _field(node)
        *before, last = found
        if not node.prefix and not (len(last) == 1 and is_cjk(last)):
            if not before:
                return TermMatcher(self._snapshot, field, terms[0], body_only=body_only)
            return PhraseMatcher(self._snapshot, field, terms, body_only=body_only)
        beginning = self._beginning(node, last)
        if not before:
            return beginning
        earlier = Word(" ".join(before), node.start, node.end, node.field)
        return AllMatcher(self._snapshot, [self._word(earlier), beginning])

    def _beginning(self, node: Word | Phrase, word: str) -> Matcher:
        """Articles with a word that begins like `word`; the whole word counts for more."""
        body_only, field = node.field == "body", _field(node)
        form = beginning_of(word)
        if isinstance(node, Word) and node.is_just_begun:
            short = self._listed_beginning(form)
            if short.estimate:
                return short
        if len(form) == BEGINNING and node.field == "any":
            union: Matcher = TermMatcher(self._snapshot, BEGIN_FIELD, form)
        else:
            unfinished = isinstance(node, Phrase) or node.unfinished
            most = MOST_EXPANSIONS if unfinished else MOST_PATTERN_WORDS
            union = self._union(node, beginnings(self._snapshot, field, word, most))
        whole = TermMatcher(self._snapshot, field, term_of(word), body_only=body_only)
        titles = beginnings(self._snapshot, "title", word) if field == "text" else []
        parts = [union, whole, UnionMatcher(self._snapshot, [("title", t) for t in titles])]
        return AnyMatcher([part for part in parts if part.estimate])

    def _listed_beginning(self, form: str) -> Matcher:
        """Articles with such a word in the headline, the outlet or an official's name, all with
        the same score: one letter says nothing of relevance, so the newest come first."""
        lists = [view.posting_list(BEGIN_FIELD, form) for view in self._snapshot.views]
        return SetMatcher([frozenset(found.ids) if found else frozenset() for found in lists])

    def _union(self, node: Word | Phrase | Pattern | Fuzzy, terms: Iterable[str]) -> Matcher:
        """Articles with any of `terms`; a query that asks for too many gets the first of them."""
        field, body_only = _field(node), node.field == "body"
        pairs = [(field, term) for term in terms][: max(_FEWEST, self._words_left)]
        key = (body_only, *pairs)
        if key not in self._unions:
            self._words_left -= len(pairs)
            self._unions[key] = UnionMatcher(self._snapshot, pairs, body_only=body_only)
        return self._unions[key]

    def _phrase(self, node: Phrase) -> Matcher:
        found = words(node.text)
        if node.prefix:
            *before, last = found
            beginning = self._beginning(node, last)
            if not before:
                return beginning
            earlier = Phrase(" ".join(before), node.start, node.end, node.field)
            return AllMatcher(self._snapshot, [self._phrase(earlier), beginning])
        terms = [term_of(word) for word in found]
        body_only = node.field == "body"
        if len(terms) == 1:
            return TermMatcher(self._snapshot, _field(node), terms[0], body_only=body_only)
        return PhraseMatcher(
            self._snapshot, _field(node), terms, slop=node.slop, body_only=body_only
        )

    def _named(self, node: Named) -> Matcher:
        wanted = name_words(node.text)
        terms = {
            name
            for view in self._snapshot.views
            for name, parts in view.names(node.field)
            if has_words(parts, wanted, prefix=node.prefix)
        }
        return self._filter(node.field, terms)

    def _dates(self, node: Dates) -> Matcher:
        first = node.first.toordinal() if node.first else None
        last = node.last.toordinal() if node.last else None
        if node.field == "date":
            return DayMatcher(self._snapshot, first, last)
        start, end = first or 1, last or 1 << 31
        return SetMatcher([view.mentioned_days.days(start, end) for view in self._snapshot.views])

    def _figures(self, node: Figures) -> Matcher:
        return SetMatcher([view.figures.figures(node) for view in self._snapshot.views])

    def _those_noted(self) -> Matcher:
        return SetMatcher(
            [
                {view.numbers[id_] for id_ in self._noted if id_ in view.numbers}
                for view in self._snapshot.views
            ]
        )

    def _unknown(self, node: Unknown) -> Matcher:
        views = self._snapshot.views
        if node.field == "date":
            return SetMatcher([{n for n, day in enumerate(view.days) if not day} for view in views])
        return SetMatcher(
            [
                {n for n, name in enumerate(view.source) if not view.source_names[name]}
                for view in views
            ]
        )

    def _filter(self, field: str, terms: Iterable[str]) -> Matcher:
        names = list(terms)
        articles: list[set[int]] = []
        for view in self._snapshot.views:
            found: set[int] = set()
            for name in names:
                postings = view.posting_list(field, name)
                if postings is not None:
                    found.update(postings.ids)
            articles.append(found)
        return SetMatcher(articles)


def has_words(name: tuple[str, ...], wanted: tuple[str, ...], *, prefix: bool) -> bool:
    """Whether `wanted` stands in `name` in its order; with `prefix` its last word may go on.

    Other words may stand between: "Lloyd Austin" is in "Lloyd J. Austin III".
    """
    rest = iter(name)
    if prefix and wanted:
        return all(word in rest for word in wanted[:-1]) and any(
            word.startswith(wanted[-1]) for word in rest
        )
    return all(word in rest for word in wanted)


def _field(node: Word | Phrase | Pattern | Fuzzy) -> str:
    return "title" if node.field == "title" else "text"


def _is_stop_word(node: Node) -> bool:
    return (
        isinstance(node, Word)
        and not node.prefix
        and all(form_of(word) in STOP_WORDS for word in words(node.text))
    )
