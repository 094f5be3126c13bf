"""What the person has called wrong, left out of the facts and the index of a library."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from index.article import Article
from index.catalog import Catalog
from index.errors import InputError

if TYPE_CHECKING:
    from index.facts.model import Facts
    from index.notes.rulings import Rulings


class Corrected:
    """The corrections that hold in one library; may be asked from any thread."""

    def __init__(self, catalog: Catalog, tell: Callable[[Iterable[str]], None]) -> None:
        """`tell` is given a sentence where the corrections cannot be read."""
        self.catalog = catalog
        self.rulings: Rulings | None = None
        """Where the person's corrections are kept; None where there are none."""
        self._tell = tell

    def corrected(self, article: Article, facts: Facts) -> Facts:
        """`facts` as they were found in `article`, without what the person has called wrong.

        Corrections that cannot be read are told, and nothing is left out.
        """
        if self.rulings is None or self.rulings.mark() is None:
            return facts
        try:
            return self.rulings.corrected(article, facts, self.catalog.former_ids(article.id))
        except InputError as error:
            self._tell([str(error)])
            return facts

    def follow(self) -> None:
        """Puts the articles of which other marks are called wrong than the index has left out so
        far among what waits for the index."""
        known = self.catalog.corrected()
        if self.rulings is None or not (known or self.rulings.mark()):
            return
        try:
            now = self._wrong_marks(self.rulings)
        except InputError as error:
            self._tell([str(error)])
            return
        different = {id_ for id_ in known.keys() | now.keys() if known.get(id_) != now.get(id_)}
        self.catalog.await_corrected({id_: now.get(id_, "") for id_ in different})

    def _wrong_marks(self, rulings: Rulings) -> dict[str, str]:
        """By article of the library, a name for the marks in it that are called wrong."""
        passages = [correction.passage for correction in rulings.corrections()]
        ids = {self.catalog.current_id(passage.article) for passage in passages}
        ids |= {self.catalog.id_of_sha256(passage.sha256) for passage in passages}
        named = {}
        for article in map(self.catalog.article, filter(None, ids)):
            if article is None:
                continue
            wrong = rulings.wrong_marks(article, self.catalog.former_ids(article.id))
            if wrong:
                named[article.id] = f"{article.sha256} {sorted(wrong)}"
        return named
