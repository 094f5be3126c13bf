"""Which words fit each other in a question: `lexicon/questions.toml`, read once."""

from __future__ import annotations

from collections.abc import Mapping

from index.facts.lexicons import from_lexicon, table, word_set


@from_lexicon
def fitting(section: str, name: str) -> frozenset[str]:
    """One list of lexicon/questions.toml: words, or classes of event or noun."""
    return word_set("questions", section, name)


@from_lexicon
def endings(section: str, name: str) -> tuple[str, ...]:
    """One list of endings of words, as `str.endswith` takes them."""
    return tuple(table("questions")[section][name])


@from_lexicon
def forms(section: str, name: str) -> Mapping[str, str]:
    """One table of words, each with the word that stands for it. Not to be changed."""
    return dict(table("questions")[section][name])
