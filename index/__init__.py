"""newsreader's core: reads articles, finds what they say, compares them, keeps notes.

Usable from a script, without a terminal:

    from index import Library
    with Library.open(["seeds"]) as library:
        library.sync()
        for hit in library.search("kursk small").hits:
            print(hit.title)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.article import Article as Article
    from index.compare.model import Comparison as Comparison
    from index.compare.model import Question as Question
    from index.errors import NewsreaderError as NewsreaderError
    from index.facts.extract import extract as extract
    from index.facts.model import Facts as Facts
    from index.library import Library as Library
    from index.notes.passage import Passage as Passage
    from index.search.engine import SearchHit as SearchHit
    from index.search.engine import SearchResults as SearchResults
    from index.span import TextSpan as TextSpan

_HOMES = {
    "Article": "index.article",
    "Comparison": "index.compare.model",
    "Facts": "index.facts.model",
    "Library": "index.library",
    "NewsreaderError": "index.errors",
    "Passage": "index.notes.passage",
    "Question": "index.compare.model",
    "SearchHit": "index.search.engine",
    "SearchResults": "index.search.engine",
    "TextSpan": "index.span",
    "extract": "index.facts.extract",
}

__all__ = [
    "Article",
    "Comparison",
    "Facts",
    "Library",
    "NewsreaderError",
    "Passage",
    "Question",
    "SearchHit",
    "SearchResults",
    "TextSpan",
    "extract",
]


def __getattr__(name: str) -> object:
    """Imports a public name when it is first asked for (PEP 562): start-up pays for none."""
    if name not in _HOMES:
        raise AttributeError(f"module 'index' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
