"""How well comparison finds the questions of an event, groups their values and relates them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from index.article import Article
from index.compare.model import Answer, Question, RelationKind
from index.compare.questions import compare
from tests.evaluation.corpus import Corpus, CorpusKind
from tests.evaluation.score import Tally

CORPORA: tuple[CorpusKind, ...] = ("seeds", "clusters", "event")

LONGEST_ANSWER = 300
"""An answer of more characters meets nothing: it would meet everything."""
_CONTRADICTIONS = frozenset({"differs", "denied"})
_PASSES: dict[str, frozenset[str]] = {"agrees": frozenset({"agrees", "echo", "compatible"})}
_VERDICTS: dict[str, RelationKind] = {
    "date_differs": "differs",
    "updated_later": "updated",
    "supersedes": "updated",
    "different_scope": "scope",
    "different scope": "scope",
    "denied_vs_confirmed": "denied",
    "attribution_differs": "attribution",
}


@dataclass(frozen=True)
class Value:
    """One labelled value of a question."""

    article: str
    start: int
    end: int
    low: float | None = None

    def met_by(self, answer: Answer) -> bool:
        return (
            answer.article == self.article
            and answer.end - answer.start <= LONGEST_ANSWER
            and answer.start < self.end
            and self.start < answer.end
        )


@dataclass(frozen=True)
class Label:
    """One labelled question. `relations` are all that pass."""

    name: str
    values: tuple[Value, ...]
    relations: frozenset[str]
    strong: bool = True
    inside: bool = False
    """Its values stand in one article."""
    numbers: frozenset[float] = field(default_factory=frozenset)
    topic: str = ""
    """Labels of one topic look at the same claims from several sides: as of one day, over time."""

    def meeting(self, question: Question) -> list[Answer]:
        return [a for a in question.answers if any(v.met_by(a) for v in self.values)]

    @property
    def contradicts(self) -> bool:
        return bool(self.relations & _CONTRADICTIONS)


def measure(corpus: Corpus) -> Iterable[Tally]:
    """The rows of the table for one corpus."""
    if corpus.kind == "event":
        return _measure_event(corpus)
    if corpus.kind == "clusters":
        return _measure_clusters(corpus)
    return _measure_seeds(corpus)


def questions_of(articles: Sequence[Article]) -> list[Question]:
    """The strong questions of some reports."""
    from index.facts.extract import extract

    found = compare([(article, extract(article)) for article in articles])
    return [question for question in found.questions if question.strength == "strong"]


def _passing(relation: str, others: Iterable[str]) -> frozenset[str]:
    passing: set[str] = set()
    for one in (relation, *others):
        kind = _VERDICTS.get(one, one)
        passing |= _PASSES.get(kind, frozenset({kind}))
    return frozenset(passing)


def _in_two_reports(answers: Iterable[Answer]) -> bool:
    return len({answer.article for answer in answers}) > 1


def _shown(question: Question) -> str:
    answers = "; ".join(f"{a.article[:4]}:{a.start} {a.text!r}" for a in question.answers)
    return f"{question.question} -> {question.relation}: {answers}"


def _measure_event(corpus: Corpus) -> list[Tally]:
    event = corpus.labels["gold"][0]
    names = {path: article.id for path, article in corpus.articles.items()}
    labels = [
        Label(
            f"{entry['id']} {entry['question']} [{entry['relation']}]",
            tuple(
                Value(names[v["article"]], v["start"], v["end"], v.get("low"))
                for v in entry["values"]
            ),
            _passing(entry["relation"], entry.get("relation_alt") or ()),
            entry["strength"] == "strong",
        )
        for entry in event["questions"]
    ]
    traps = [Value(names[t["article"]], t["start"], t["end"]) for t in event["traps"]]
    questions = questions_of(list(corpus.articles.values()))
    matched = _match(questions, labels)
    found, together, related = Tally("questions"), Tally("values of questions"), Tally("relations")
    contradictions, untrapped = Tally("contradictions"), Tally("answers that are no traps")
    for label in labels:
        question = next((q for q, held in matched.items() if held is label), None)
        if label.strong:
            found.label(question is not None, label.name)
            for value in label.values:
                met = question is not None and any(value.met_by(a) for a in question.answers)
                together.label(met, f"{label.name} {value.article[:4]}:{value.start}")
        if label.contradicts and label.strong:
            met = question is not None and question.relation in _CONTRADICTIONS
            contradictions.label(met, label.name)
    for question in questions:
        held = matched.get(question)
        if _in_two_reports(question.answers):
            found.predict(held is not None, _shown(question))
        meeting = held.meeting(question) if held else []
        for answer in question.answers:
            shown = f"{answer.article[:4]}:{answer.start} {answer.text!r} in {question.question}"
            if held:
                together.predict(answer in meeting, shown)
            trap = answer not in meeting and any(t.met_by(answer) for t in traps)
            untrapped.predict(not trap, shown)
        if held:
            right = question.relation in held.relations or _vague_beside_number(question, held)
            related.label(right, f"{held.name} but {_shown(question)}")
        if question.relation in _CONTRADICTIONS:
            contradictions.predict(bool(held and held.contradicts), _shown(question))
    return [found, together, related, contradictions, untrapped]


def _vague_beside_number(question: Question, label: Label) -> bool:
    if question.relation != "vague":
        return False
    met = [v for v in label.values if any(v.met_by(a) for a in question.answers)]
    return len({v.low is None for v in met}) == 2


def _match(questions: Sequence[Question], labels: Sequence[Label]) -> dict[Question, Label]:
    """Predicted to labelled questions, one to one, those with most values first."""
    pairs = []
    for question in questions:
        for label in labels:
            meeting = label.meeting(question)
            if _in_two_reports(meeting) and 2 * len(meeting) >= len(question.answers):
                met = sum(any(v.met_by(a) for a in question.answers) for v in label.values)
                pairs.append((met, question, label))
    pairs.sort(key=lambda pair: -pair[0])
    matched: dict[Question, Label] = {}
    taken: set[int] = set()
    for _, question, label in pairs:
        if question not in matched and id(label) not in taken:
            matched[question] = label
            taken.add(id(label))
    return matched


def _measure_clusters(corpus: Corpus) -> list[Tally]:
    events: dict[str, list[Article]] = {}
    for path, article in corpus.articles.items():
        events.setdefault(path.split("/")[0], []).append(article)
    questions = {name: questions_of(articles) for name, articles in events.items()}
    aligned, together, related = Tally("facts"), Tally("values of facts"), Tally("relations")
    for fact in corpus.labels["gold"]:
        values = tuple(
            Value(corpus.articles[v["file"]].id, start, end, v.get("low"))
            for v in fact["values"]
            for start, end in v["spans"]
        )
        numbers = frozenset(v["low"] for v in fact["values"] if v.get("low") is not None)
        label = Label(
            f"{fact['event']}: {fact['fact']} [{fact['relation']}]",
            values,
            _passing(fact["relation"], ()),
            numbers=numbers,
        )
        held = Counter(
            {
                q: sum(any(v.met_by(a) for a in q.answers) for v in values)
                for q in questions[fact["event"]]
            }
        )
        best = held.most_common(1)
        question = best[0][0] if best and best[0][1] >= 2 else None
        aligned.label(question is not None, label.name)
        for value in values:
            met = question is not None and any(value.met_by(a) for a in question.answers)
            together.label(met, f"{label.name} {value.article[:4]}:{value.start}")
        if question is None:
            continue
        meeting = label.meeting(question)
        for answer in question.answers:
            right = answer in meeting or answer.low in numbers
            together.predict(
                right, f"{answer.article[:4]}:{answer.start} {answer.text!r} in {label.name}"
            )
        related.label(question.relation in label.relations, f"{label.name} but {_shown(question)}")
    return [aligned, together, related]


def _measure_seeds(corpus: Corpus) -> list[Tally]:
    names = {name: article.id for name, article in corpus.articles.items()}
    claims = {claim["id"]: claim for claim in corpus.labels["claims"]}
    labels = []
    for entry in corpus.labels["conflicts"]:
        values = tuple(
            Value(names[claims[c]["article"]], claims[c]["start"], claims[c]["end"])
            for c in entry["claims"]
        )
        labels.append(
            Label(
                f"{entry['id']} {entry['question']} [{entry['verdict']}]",
                values,
                _passing(entry["verdict"], entry["verdict_alt"]),
                entry["strength"] == "strong",
                entry["scope"] == "inside",
                topic=entry["topic"],
            )
        )
    questions = questions_of(list(corpus.articles.values()))
    found, related, held_together = Tally("questions"), Tally("relations"), Tally("answers")
    of_topic, once = Tally("answers of the topic"), Tally("answers, each question once")
    unconflicted = Tally("no false conflicts")
    matched: set[str] = set()
    for label in labels:
        meeting = [q for q in questions if _meets_group(q, label)]
        matched |= {q.id for q in meeting}
        if label.strong:
            found.label(bool(meeting), label.name)
            if meeting:
                best = max(meeting, key=lambda q: len(label.meeting(q)))
                held = label.meeting(best)
                alike = [other for other in labels if other.topic == label.topic]
                for answer in best.answers:
                    shown = f"{answer.text!r} in {label.name}"
                    held_together.predict(answer in held, shown)
                    met = any(v.met_by(answer) for other in alike for v in other.values)
                    of_topic.predict(met, shown)
                kinds = {kind for q in meeting for kind in _kinds_between(q, label)}
                related.label(bool(kinds & label.relations), f"{label.name} but {kinds}")
    for question in questions:
        found.predict(question.id in matched, _shown(question))
        groups = [label.meeting(question) for label in labels if _meets_group(question, label)]
        own = max(groups, key=len, default=[])
        for answer in question.answers if own else ():
            # Groups of one topic share answers: the question answers for the one it meets most.
            once.predict(answer in own, f"{answer.text!r} in {question.question}")
        if question.relation == "differs":
            mild = [
                label
                for label in labels
                if not label.contradicts
                and label.relations & {"agrees", "scope"}
                and len(label.meeting(question)) == len(question.answers)
            ]
            grave = [
                label for label in labels if label.contradicts and _meets_group(question, label)
            ]
            unconflicted.predict(bool(grave) or not mild, _shown(question))
    return [found, held_together, of_topic, once, related, unconflicted]


def _meets_group(question: Question, label: Label) -> bool:
    meeting = label.meeting(question)
    met = [v for v in label.values if any(v.met_by(a) for a in meeting)]
    enough = len(met) > 1 and (label.inside or len({v.article for v in met}) > 1)
    return enough and len(meeting) >= 2 and 2 * len(meeting) >= len(question.answers)


def _kinds_between(question: Question, label: Label) -> set[str]:
    """Every relation between answers of a group: pairs that are not listed are the same."""
    held = {n for n, answer in enumerate(question.answers) if answer in label.meeting(question)}
    listed = {frozenset((r.a, r.b)): r.kind for r in question.relations}
    pairs = (frozenset((a, b)) for b in held for a in held if a < b)
    return {listed.get(pair, "agrees") for pair in pairs} | {question.relation}
