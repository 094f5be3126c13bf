"""Three invented reports of one invented event, and what a comparison of them finds."""

from __future__ import annotations

import re

from index.article import Article
from index.compare.alignment import align
from index.compare.model import Answer, Comparison, Question, Relation, RelationKind
from index.facts.model import Facts, Figure
from index.span import TextSpan
from tui.rendering.reports import Reports

HARBOUR = Article(
    id="harbour",
    title="Ferry runs aground off Lisse, about 40 hurt",
    source="Harbour Post",
    published="2031-05-02",
    body="""Ferry runs aground off Lisse, about 40 hurt
A ferry with 212 people on board ran aground off Lisse on Thursday night, the coastguard said.
About 40 people were hurt, harbour master Ada Quill told reporters at the quay.
Divers began to look for a breach in the hull at first light.
The operator denied that the ship had left without a pilot.""",
)
LEDGER = Article(
    id="ledger",
    title="Lisse ferry: number of injured rises to 63",
    source="The Evening Ledger of Lisse and the Islands",
    published="2031-05-04",
    body="""Lisse ferry: number of injured rises to 63
The number of people hurt when a ferry ran aground off Lisse rose to at least 63, the ministry said.
It carried 212 people, according to the passenger list.
“The ship sailed without a pilot,” transport minister Ben Okoro said on Saturday [sic].
A crane is expected next week.""",
)
COURIER = Article(
    id="courier",
    title="渡轮 aground: what is known",
    source="Courier",
    body="""渡轮 aground: what is known
The coastguard speaks of at least 200 people on board; several dozen were hurt.
Nobody would say whether a pilot was on the bridge.""",
)
ARTICLES = (HARBOUR, LEDGER, COURIER)
HOSTILE = "[/] [@click=app.quit]x[/] [sic]"
"""Words that would be markup, if anything read them as such."""


def facts_of(article: Article) -> Facts:
    """Every number is a figure, every line a sentence: enough to see marks."""
    figures = tuple(
        Figure(m.start(), m.end(), m[0], "count", None, None)
        for m in re.finditer(r"(?:about |at least )?\d+", article.body, re.IGNORECASE)
    )
    lines = re.finditer(r"[^\n]+", article.body)
    return Facts(sentences=tuple(TextSpan(m.start(), m.end()) for m in lines), figures=figures)


def answer(article: Article, words: str, **known: str | None) -> Answer:
    """The answer that stands at `words`, with its line as the sentence."""
    start = article.body.index(words)
    line = article.body[:start].rfind("\n") + 1
    sentence = article.body[line:].split("\n")[0]
    return Answer(
        article=article.id,
        kind="count",
        text=words,
        start=start,
        end=start + len(words),
        sentence=sentence,
        speaker=known.get("speaker"),
        said=known.get("said"),
        as_of=known.get("as_of"),
        published=article.published,
    )


def question(
    identity: str,
    words: str,
    relation: RelationKind,
    reason: str,
    answers: tuple[Answer, ...],
    *pairs: tuple[int, int, RelationKind],
) -> Question:
    """A question whose pairs all carry its reason."""
    return Question(
        id=identity,
        question=words,
        strength="strong",
        relation=relation,
        reason=reason,
        answers=answers,
        relations=tuple(Relation(a, b, kind, reason) for a, b, kind in pairs),
    )


HURT = question(
    "q-hurt",
    "How many people were hurt?",
    "updated",
    "Ledger (4 May): at least 63; Harbour Post (2 May): about 40; two days later, so an update.",
    (
        answer(HARBOUR, "About 40", speaker="Ada Quill", said="2031-05-02", as_of="2031-05-02"),
        answer(LEDGER, "at least 63", speaker="ministry", as_of="2031-05-04"),
        answer(COURIER, "several dozen"),
    ),
    (0, 1, "updated"),
    (0, 2, "compatible"),
    (1, 2, "vague"),
)
PILOT = question(
    "q-pilot",
    "Did the ship sail without a pilot?",
    "denied",
    "Harbour Post: the operator denied it; Ledger: the transport minister said so.",
    (
        answer(HARBOUR, "denied", speaker="operator"),
        answer(LEDGER, "sailed without a pilot", speaker="Ben Okoro", said="2031-05-03"),
    ),
    (0, 1, "denied"),
)
ABOARD = question(
    "q-aboard",
    "How many people were on board?",
    "compatible",
    "Harbour Post: 212; Courier: at least 200, which allows for 212.",
    (answer(HARBOUR, "212"), answer(LEDGER, "212"), answer(COURIER, "at least 200")),
    (0, 2, "compatible"),
    (1, 2, "compatible"),
)


def reports(*articles: Article) -> Reports:
    """The comparison of some of the three; questions keep only the answers of those asked for."""
    chosen = articles or (HARBOUR, LEDGER)
    facts = tuple(facts_of(article) for article in chosen)
    ids = {article.id for article in chosen}
    answered = [_only(whole, ids) for whole in (PILOT, HURT, ABOARD)]
    comparison = Comparison(
        articles=tuple(article.id for article in chosen),
        origins=tuple((article.id,) for article in chosen),
        questions=tuple(q for q in answered if len({a.article for a in q.answers}) > 1),
    )
    rows = align(list(zip(chosen, facts, strict=True)), comparison)
    return Reports(chosen, facts, comparison, rows)


def _only(whole: Question, ids: set[str]) -> Question:
    kept = [n for n, one in enumerate(whole.answers) if one.article in ids]
    return Question(
        id=whole.id,
        question=whole.question,
        strength=whole.strength,
        relation=whole.relation,
        reason=whole.reason,
        answers=tuple(whole.answers[n] for n in kept),
        relations=tuple(
            Relation(kept.index(r.a), kept.index(r.b), r.kind, r.reason)
            for r in whole.relations
            if r.a in kept and r.b in kept
        ),
    )
