"""Queries of every kind, from the words of the articles themselves."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable

from tests.benchmarks.corpus import Document


def make_queries(documents: Iterable[Document], count: int) -> dict[str, list[str]]:
    """Different queries of each kind, from the words of the articles themselves."""
    chance = random.Random(7)
    frequencies: Counter[str] = Counter()
    sentences: list[str] = []
    total = 0
    for article, _ in documents:
        words = re.findall(r"[a-z]{4,}", article.body.lower())
        frequencies.update(set(words))
        total += 1
        if chance.random() < 0.2:
            sentences.append(article.body[len(article.title) :])
    by_share = sorted(frequencies, key=lambda word: -frequencies[word])
    common = [word for word in by_share if frequencies[word] > total / 30] or by_share[:count]
    rare = [word for word in by_share if 2 <= frequencies[word] <= 20]
    middling = [word for word in by_share if total / 300 < frequencies[word] <= total / 30]

    def some(words: list[str]) -> list[str]:
        return chance.sample(words, min(count, len(words)))

    phrases: dict[str, None] = {}
    while len(phrases) < count:
        run = re.findall(r"\b[a-z]{2,} [a-z]{3,} [a-z]{3,}\b", chance.choice(sentences))
        if run:
            phrases[chance.choice(run)] = None
    months = [f"{year}-{month:02}" for year in (2022, 2023) for month in range(1, 13)]
    typed = some(middling + common)
    queries = {
        "common": some(common),
        "rare": some(rare),
        "two words": [" ".join(chance.sample(common + middling, 2)) for _ in range(count)],
        "phrase": list(phrases),
        "fuzzy": some(middling)[: count // 4],
        "date + term": [f"{word} date:{chance.choice(months)}" for word in some(common)],
        "snippets": some(common),
    }
    for letters in range(1, 6):
        prefixes = list(dict.fromkeys(word[:letters] for word in typed if len(word) >= letters))
        queries[f"typed {letters}"] = prefixes[: count // 4]
    return queries
