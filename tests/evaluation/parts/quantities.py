"""Figures and dates: found, of the right family, with the right words and values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from index.facts.model import DateMention, Figure
from index.facts.numerals import numeral_reader
from index.facts.quantities import find_quantities
from index.span import TextSpan
from tests.evaluation.corpus import Corpus, CorpusKind
from tests.evaluation.score import Tally, context, overlap, score_spans

CORPORA: tuple[CorpusKind, ...] = ("seeds", "newswire", "event")

_FIGURES = frozenset({"CARDINAL", "MONEY", "PERCENT", "MEASURE"})
_DATES = frozenset({"DATE", "TIME", "DURATION"})
# The newswire labels no ordinals and none of these words, so they are neither right nor wrong.
_UNLABELLED = re.compile(
    r"(?i)\b(?:(?:last|next|this|past|previous|following|coming|recent|current) (?:\w+ )?"
    r"(?:day|night|week|weekend|month|year|decade|summer|winter|spring|fall|season|morning|afternoon|evening)s?"
    r"|today|yesterday|tomorrow|tonight|some time)\b|earlier|later"
)
_FEW = re.compile(
    r"(?i)(?:several|a few|a couple|a handful)(?: of)?$|.*(?:number|percentage|portion)s?$"
)
_LITTLE_WORDS = frozenset(
    [
        "in",
        "on",
        "at",
        "by",
        "since",
        "until",
        "till",
        "between",
        "from",
        "to",
        "of",
        "for",
        "over",
        "within",
        "about",
        "the",
        "a",
        "an",
    ]
)


@dataclass(frozen=True)
class Label:
    """A labelled figure or date."""

    start: int
    end: int
    family: str
    raw: dict[str, Any]


def measure(corpus: Corpus) -> Iterable[Tally]:
    """Tallies of the corpus, by its kind."""
    if corpus.kind == "newswire":
        return _newswire(corpus)
    if corpus.kind == "event":
        return _event(corpus)
    return _seeds(corpus)


def _newswire(corpus: Corpus) -> list[Tally]:
    names = (
        "figures",
        "dates",
        "figures, same family",
        "dates, same family",
        "figures, strict core",
        "dates, strict core",
        "figures, all that were marked",
        "dates, all that were marked",
    )
    tallies = {name: Tally(name) for name in names}
    for entry in corpus.labels["gold"]:
        article = corpus.articles[entry["file"]]
        body = article.body
        labels = [
            Label(
                item["start"], item["end"], "figure" if item["type"] in _FIGURES else "date", item
            )
            for item in entry["entities"]
            if item["type"] in _FIGURES | _DATES
        ]
        figures, dates = find_quantities(body, article.published_day, article.timezone)
        counted = [
            figure for figure in figures if figure.kind != "ordinal" and not _FEW.match(figure.text)
        ]
        known = [mark for mark in dates if not _UNLABELLED.search(mark.text)]
        every: list[Figure | DateMention] = [*figures, *dates]
        for family, marks in (("figure", counted), ("date", known)):
            mine = [label for label in labels if label.family == family]
            plural = f"{family}s"
            own: Sequence[Figure | DateMention] = figures if family == "figure" else dates
            for label in mine:
                tallies[plural].label(_met(label, every), context(body, label))
                tallies[f"{plural}, same family"].label(_met(label, own), context(body, label))
            for mark in marks:
                right = any(overlap(label, mark) for label in labels)
                tallies[plural].predict(right, context(body, mark))
                right = any(overlap(label, mark) for label in mine)
                tallies[f"{plural}, same family"].predict(right, context(body, mark))
            _strict(tallies[f"{plural}, strict core"], body, mine, marks, family)
        for mark in every:
            family = "figures" if isinstance(mark, Figure) else "dates"
            tally = tallies[f"{family}, all that were marked"]
            right = any(overlap(label, mark) for label in labels)
            tally.predict(right, context(body, mark))
    return list(tallies.values())


def _met(label: Label, marks: Iterable[Figure | DateMention]) -> bool:
    return any(overlap(label, mark) for mark in marks)


def _strict(
    tally: Tally,
    body: str,
    labels: Sequence[Label],
    marks: Sequence[Figure | DateMention],
    family: str,
) -> None:
    core = numerals_in if family == "figure" else words_in
    score_spans(
        tally,
        body,
        labels,
        marks,
        same=lambda label, mark: (
            overlap(label, mark)
            and core(body[label.start : label.end]) == core(body[mark.start : mark.end])
        ),
    )


def numerals_in(text: str) -> list[str]:
    """The numbers in the words of a figure."""
    words = re.findall(r"[\d][\d.,/]*|[A-Za-z]+", text.lower())
    reader = numeral_reader()
    return [
        w.rstrip(".,")
        for w in words
        if w[0].isdigit() or (w not in ("a", "an") and reader.read(w, 0))
    ]


def words_in(text: str) -> list[str]:
    """The words of a date without prepositions and articles."""
    return [word for word in re.findall(r"[\w:.']+", text.lower()) if word not in _LITTLE_WORDS]


# The sample articles and the events: every figure and date is labelled, with its values.


def _seeds(corpus: Corpus) -> list[Tally]:
    tallies = _value_tallies()
    traps = Tally("traps marked")
    for name, article in corpus.articles.items():
        own = [item for item in corpus.labels["figures"] if item["article"] == name]
        around = [item for item in corpus.labels["borderline"] if item["article"] == name]
        labels = [
            Label(
                i["start"],
                i["end"],
                "date" if i["kind"] in ("date", "time", "duration") else "figure",
                i,
            )
            for i in own
        ]
        optional = [_span(item) for item in around if item["class"] == "optional"]
        figures, dates = find_quantities(article.body, article.published_day, article.timezone)
        _exhaustive(tallies, article.body, labels, figures, dates, optional)
        for item in around:
            if item["class"] == "trap":
                every: list[Figure | DateMention] = [*figures, *dates]
                met = [m for m in every if overlap(m, _span(item))]
                covered = [m for m in met if not any(overlap(m, label) for label in labels)]
                for mark in covered:
                    traps.predict(False, context(article.body, mark))
    return [*tallies.values(), traps]


def _event(corpus: Corpus) -> list[Tally]:
    tallies = _value_tallies()
    for entry in corpus.labels.get("figures", []):
        article = corpus.articles[entry["article"]]
        labels = [
            Label(i["start"], i["end"], "date" if i.get("kind") == "duration" else "figure", i)
            for i in entry["figures"]
        ]
        labels += [Label(i["start"], i["end"], "date", i) for i in entry["dates"]]
        optional = [_span(item) for item in entry.get("optional", [])]
        figures, dates = find_quantities(article.body, article.published_day, article.timezone)
        _exhaustive(tallies, article.body, labels, figures, dates, optional)
    return list(tallies.values())


def _value_tallies() -> dict[str, Tally]:
    names = (
        "figures",
        "dates",
        "figures, bounds",
        "figures, kind",
        "figures, approximation",
        "dates, resolved",
    )
    return {name: Tally(name) for name in names}


def _exhaustive(
    tallies: dict[str, Tally],
    body: str,
    labels: Sequence[Label],
    figures: Sequence[Figure],
    dates: Sequence[DateMention],
    optional: Sequence[TextSpan],
) -> None:
    figure_labels = [label for label in labels if label.family == "figure"]
    date_labels = [label for label in labels if label.family == "date"]
    score_spans(tallies["figures"], body, figure_labels, figures, ignored=optional)
    score_spans(tallies["dates"], body, date_labels, dates, ignored=optional)
    for label in figure_labels:
        for figure in [mark for mark in figures if overlap(mark, label)][:1]:
            raw, shown = label.raw, f"{context(body, label)} → {figure}"
            bounds = (figure.low, figure.high)
            tallies["figures, bounds"].predict(bounds == (raw.get("low"), raw.get("high")), shown)
            tallies["figures, kind"].predict(figure.kind in _kinds(raw), shown)
            if "approx" in raw:
                tallies["figures, approximation"].predict(
                    figure.approximation in _approximations(raw), shown
                )
    for label in date_labels:
        for mark in [mark for mark in dates if overlap(mark, label)][:1]:
            wanted = _intervals(label.raw)
            shown = f"{context(body, label)} → {mark.earliest}/{mark.latest}, labelled {wanted}"
            if label.raw.get("kind") != "duration" or any(wanted[0]):
                tallies["dates, resolved"].predict((mark.earliest, mark.latest) in wanted, shown)


def _span(item: dict[str, Any]) -> TextSpan:
    return TextSpan(item["start"], item["end"])


def _kinds(raw: dict[str, Any]) -> set[str]:
    others = raw.get("kind_alt") or []
    kinds = {raw["kind"], *([others] if isinstance(others, str) else others)}
    return kinds | ({"count", "money"} if "range" in kinds else set())


def _approximations(raw: dict[str, Any]) -> set[str]:
    named = {"none": "exact", "up_to": "at_most"}.get(raw["approx"], raw["approx"])
    if raw["kind"] == "range":
        return {"range"}
    return {named, "vague"} if raw["kind"] == "vague" else {named}


def _intervals(raw: dict[str, Any]) -> list[tuple[str | None, str | None]]:
    if "iso_start" in raw or "iso_end" in raw:
        return [
            (raw.get("iso_start"), raw.get("iso_end")),
            (raw.get("core_iso_start"), raw.get("core_iso_end")),
        ]
    return [(raw.get("from"), raw.get("to"))]
