"""Articles by the thousand: invented words whose frequencies fall off as in news (Zipf's law), in
sentences with figures, dates, officials and quotations. The same seed gives the same articles.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

from index.article import Article
from index.facts.model import DateMention, Facts, Figure, Mention, Official, Statement

_FUNCTION_WORDS = re.findall(
    r"\w+",
    "the of to and a in that said for on is was with as by at he it from are be has have an will "
    "its not they who their were this but about had been more which after one his or would up",
)
_SYLLABLES = re.findall(
    r"\w+",
    "ba be bo da de di do fa fi ga go ka ke ki ko la le li lo ma me mi mo na ne ni no pa pe po ra "
    "re ri ro sa se si so ta te ti to va ve vi vo za ze mar ter lin gor dan sel tor ven kas min",
)
_ENDINGS = ("", "", "", "s", "ed", "ing", "er", "ers", "ment", "ation", "al", "ly")
_VOCABULARY = 200_000
_EXPONENT = 1.2
"""With these, the vocabulary of 1,000 and of 20,000 articles is about as large as in news."""
_OUTLETS = tuple(f"{name} {kind}" for name in ("Northern", "Capital", "Harbour", "River")
                 for kind in ("Post", "Gazette", "Wire", "Herald", "Daily"))  # fmt: skip
_FIRST_DAY = date(2022, 1, 1)


Document = tuple[Article, Facts]


class Corpus:
    """An endless stream of articles."""

    def __init__(self, seed: int = 1, words: int = 450) -> None:
        """`words` is the usual length of a body."""
        self._random = random.Random(seed)
        self._words = words
        self._vocabulary = [*_FUNCTION_WORDS, *self._invented()]
        self._weights = list(
            accumulate((rank + 2.7) ** -_EXPONENT for rank in range(len(self._vocabulary)))
        )
        self._people = [self._name() for _ in range(3000)]

    def _invented(self) -> list[str]:
        seen: dict[str, None] = {}
        while len(seen) < _VOCABULARY:
            base = "".join(self._random.choices(_SYLLABLES, k=self._random.randint(1, 4)))
            for ending in self._random.sample(_ENDINGS, 3):
                seen[base + ending] = None
        return list(seen)

    def _name(self) -> str:
        first, last = ("".join(self._random.choices(_SYLLABLES, k=2)) for _ in range(2))
        return f"{first.capitalize()} {last.capitalize()}"

    def articles(self, count: int) -> Iterator[Document]:
        """The next `count` articles, with facts as an extractor would find them."""
        for number in range(count):
            yield self._article(number)

    def _article(self, number: int) -> Document:
        chance = self._random
        length = max(60, int(chance.lognormvariate(0, 0.35) * self._words))
        words = chance.choices(self._vocabulary, cum_weights=self._weights, k=length)
        day = _FIRST_DAY + timedelta(days=chance.randrange(1000))
        title = " ".join(words[-8:]).capitalize()
        pieces, figures, dates, officials, statements = [title + "\n"], [], [], {}, []
        at = len(pieces[0])
        while words:
            cut = chance.randint(8, 28)
            sentence, words = words[:cut], words[cut:]
            text = " ".join(sentence).capitalize()
            kind = chance.random()
            if kind < 0.25:
                value = int(chance.lognormvariate(6, 2)) + 1
                figures.append(
                    Figure(at, at + 1, f"{value:,}", "count", value, value, counted=sentence[-1])
                )
                text = f"About {value:,} {sentence[-1]} {text[:1].lower()}{text[1:]}"
            elif kind < 0.5:
                name = chance.choice(self._people)
                officials[name] = Official(name, (), (Mention(at, at + 1, name),))
                statements.append(
                    Statement(at, at + 1, name, None, None, "said", None, None, "direct")
                )
                text = f"“{text},” {name} said"
            elif kind < 0.6:
                then = (day - timedelta(days=chance.randrange(30))).isoformat()
                dates.append(DateMention(at, at + 1, then, "date", then, then))
                text = f"On {then} {text[:1].lower()}{text[1:]}"
            pieces.append(text + chance.choice((". ", ". ", ". ", ".\n")))
            at += len(pieces[-1])
        article = Article(
            f"{day.year}/{number:06}",
            title,
            "".join(pieces).strip(),
            source=chance.choice(_OUTLETS),
            published=day.isoformat(),
        )
        facts = Facts(
            figures=tuple(figures),
            dates=tuple(dates),
            officials=tuple(officials.values()),
            statements=tuple(statements),
        )
        return article, facts


def documents(count: int, corpus: Path | None = None) -> Iterator[Document]:
    """So many articles of `corpus`, a folder or a file of JSON Lines; without it, invented ones."""
    return read_corpus(corpus, count) if corpus else Corpus().articles(count)


def write_files(articles: Iterable[Document], folder: Path) -> None:
    """Each article as a Markdown file with front matter, as `newsreader add` writes it."""
    for number, (article, _) in enumerate(articles):
        stated = {
            "title": article.title,
            "source": article.source,
            "published": article.published,
        }
        lines = (f"{key}: {json.dumps(value)}" for key, value in stated.items() if value)
        file = folder / f"{number // 1000:03}" / f"{number:06}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(["---", *lines, "---", "", article.body, ""]), encoding="utf-8")


def read_corpus(path: Path, count: int) -> Iterator[Document]:
    """Real articles, without facts: a folder of texts, or JSON Lines with title, body, source and
    published."""
    if path.is_dir():
        for number, file in enumerate(sorted(path.rglob("*.txt"))[:count]):
            body = file.read_text(encoding="utf-8", errors="replace").strip()
            yield Article(str(number), body.partition("\n")[0][:120], body), Facts()
        return
    with path.open(encoding="utf-8") as lines:
        for number, line in zip(range(count), lines, strict=False):
            record = json.loads(line)
            yield (
                Article(
                    str(number),
                    record.get("title") or "",
                    record.get("body") or record.get("text") or "",
                    source=record.get("source"),
                    published=record.get("published"),
                ),
                Facts(),
            )
