"""Saved web pages and mail: parsed by a worker process, never here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from index.sources.limits import LARGEST
from index.sources.source import Draft

if TYPE_CHECKING:
    from index.sources.parsed import ParsedPage


class _ParsedSource:
    """What both kinds share."""

    kind: Literal["html", "mail"]

    def read(self, content: bytes) -> Draft:
        """The draft of a page or mail; see `Source.read`."""
        from index.sources.parsing import shared_pool  # a library of texts needs no worker

        page = shared_pool().parse(self.kind, content)
        stated: dict[str, object] = {
            key: value
            for key in ("title", "source", "byline", "published", "url")
            if (value := getattr(page, key))
        }
        return Draft(
            body=_whole(page),
            stated=stated,
            removed_characters=page.removed_characters,
            remark=page.remark,
        )


class PageSource(_ParsedSource):
    """`.html`: the article of a page, its headline as the first line."""

    kind = "html"
    suffixes = frozenset({".html", ".htm", ".xhtml"})
    largest = LARGEST["html"]


class MailSource(_ParsedSource):
    """`.eml`: a mail or newsletter, its subject as the first line."""

    kind = "mail"
    suffixes = frozenset({".eml"})
    largest = LARGEST["mail"]


def _whole(page: ParsedPage) -> str:
    """The headline is a part of the report: its figures are marked, and compared, like others."""
    return f"{page.title}\n\n{page.body}" if page.title and page.body else page.body
