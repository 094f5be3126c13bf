"""A comparison as a brief in Markdown: what is answered differently, what is agreed, by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.article import Article
from index.compare.model import DISPUTED, Comparison, Question
from tui.commands.answers import names_of, summary, told, verdict
from tui.rendering.relations import shown_relation

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")


def brief(articles: Sequence[Article], comparison: Comparison) -> Iterator[str]:
    """The lines of the brief. It never says who is right."""
    names = names_of(articles)
    yield f"# {escaped(articles[0].title)}"
    yield ""
    yield summary(articles, comparison) + "."
    yield ""
    yield "## Reports"
    yield ""
    for article in articles:
        link = f" <{article.url}>" if article.url and ">" not in article.url else ""
        yield f"- {escaped(names[article.id])}: {escaped(article.title)}{link}"
    copies = [group for group in comparison.origins if len(group) > 1]
    for group in copies:
        yield f"- Copies of one text: {escaped('; '.join(names[id_] for id_ in group))}"
    disputed = [
        question for question in comparison.questions if shown_relation(question) in DISPUTED
    ]
    agreed = [
        question for question in comparison.questions if shown_relation(question) not in DISPUTED
    ]
    for heading, questions in (("Answered differently", disputed), ("Other questions", agreed)):
        if questions:
            yield ""
            yield f"## {heading}"
        for question in questions:
            yield from _question(question, names)


def _question(question: Question, names: dict[str, str]) -> Iterator[str]:
    yield ""
    yield f"### {escaped(question.question)}"
    yield ""
    yield f"**{verdict(question)}**: {escaped(question.reason)}"
    yield ""
    for answer in question.answers:
        report, value = escaped(names[answer.article]), escaped(answer.text)
        yield f"- {report}: **{value}**{escaped(told(answer))}"
        yield f"  > {escaped(answer.sentence)}"
    silent = [
        name for id_, name in names.items() if id_ not in {a.article for a in question.answers}
    ]
    if silent:
        yield f"- Not reported: {escaped('; '.join(silent))}"


def escaped(text: str) -> str:
    """`text` on one line, with nothing in it that Markdown would take for a mark of its own."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
