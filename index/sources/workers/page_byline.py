"""Who wrote a page: by its metadata, or by what stands where bylines stand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from index.sources.workers.bylines import bare_byline, day_in, joined
from index.sources.workers.page_declared import Declared
from index.sources.workers.tree import IN_ARTICLE, NAMED, first_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NAMES = (
    "author",
    "article:author",
    "byl",
    "byline",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "article.author",
    "cxenseparse:author",
)
_CLASSES = ("byline", "author", "reporter", "writer", "signature", "autor", "auteur", "firma")
_NOBODY = frozenset(("admin", "administrator", "super user", "root", "webmaster", "editor"))
"""What content management systems call an author who never said his name."""
_LONGEST = 200


def byline(tree: HtmlElement, declared: Declared, linked: str, outlet: str) -> str:
    """Who wrote it, without "By", or "". `linked` is the byline of the page's JSON-LD."""
    for name in chain((linked,), _declared(declared), _shown(tree, declared)):
        bare = bare_byline(name, outlet)
        if bare and not day_in(bare) and bare.casefold() not in _NOBODY:
            return bare
    return ""


def _declared(declared: Declared) -> Iterator[str]:
    return (joined(values) for name in _NAMES if (values := declared.values(name)))


def _shown(tree: HtmlElement, declared: Declared) -> Iterator[str]:
    yield declared.marked("author")
    yield first_text(tree.xpath(f"//a[@rel='author' and {IN_ARTICLE}]"), _LONGEST)
    for word in _CLASSES:
        yield first_text(tree.xpath(f"//*[contains({NAMED}, '{word}') and {IN_ARTICLE}]"), _LONGEST)
    yield first_text(tree.xpath(f"//address[{IN_ARTICLE}]"), _LONGEST)
