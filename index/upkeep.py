"""Keeps the search index after the catalogue: what was committed there is taken over here."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from index.article import Article
from index.catalog import Catalog
from index.errors import ResourceError
from index.search.engine import IndexBusyError, SearchEngine, SearchResults
from index.writer_lock import writer_lock

if TYPE_CHECKING:
    from index.facts.model import Facts
    from index.relatives import Folds, Relatives

RELATIVES = "relatives.db"
"""The file of versions and copies, in the cache."""


class IndexUpkeep:
    """The search engine of one library, opened when it is first needed."""

    def __init__(self, catalog: Catalog, folder: Path | None) -> None:
        self.catalog = catalog
        self.alone = threading.Lock()
        """Held by the one thread of this process that writes."""
        self.notices: list[str] = []
        """What a person should know of the index, one sentence each."""
        self.corrected: Callable[[Article, Facts], Facts] = lambda _, facts: facts
        """What is indexed of an article's facts: without what the person has called wrong."""
        self._folder = folder
        self._engine: SearchEngine | None = None
        self._relatives: Relatives | None = None
        self._opening = threading.RLock()
        self._closed = False

    def close(self) -> None:
        """Lets go of the index, for good: a thread that still asks is told so."""
        with self._opening:
            self._closed = True
            if self._engine:
                self._engine.close()
                self._engine = None
            if self._relatives:
                self._relatives.close()
                self._relatives = None

    @contextmanager
    def exclusive(self) -> Iterator[bool]:
        """Whether this process alone writes to the cache, for as long as the context lasts."""
        if self._folder is None:
            yield True
            return
        with ExitStack() as held:
            try:
                mine = held.enter_context(writer_lock(self._folder))
            except OSError as error:
                raise ResourceError(
                    f"The cache {self._folder} cannot be written "
                    f"({(error.strerror or '').lower()}); make it writable, or delete it."
                ) from None
            yield mine

    def engine(self) -> SearchEngine:
        """The engine as it stands.

        What it lacks or has too many when it is opened, since it was made anew or another start
        was killed, is put among what waits.
        """
        with self._opening:
            self._check_open()
            if self._engine is None:
                from index.search.opening import open_engine

                self._engine = open_engine(self._folder / "index" if self._folder else None)
                self.notices += self._engine.notices
                self._await_missing(self._engine)
            return self._engine

    def take_over(self) -> None:
        """Brings into the index what waits in the catalogue. The caller writes alone."""
        if not self.catalog.waiting():
            return
        engine = self.engine()
        waiting = self.catalog.waiting()  # opening may have found more
        gone = {id_ for id_ in waiting if not self.catalog.has(id_)}
        told = len(engine.notices)
        engine.update(filter(None, (self._document(id_) for id_ in waiting)), sorted(gone))
        self._relate(waiting)
        self._taken_over(engine, waiting, told)

    def tidy(self) -> None:
        """Puts the index in order where it is open: after an answer, not before it."""
        engine = self._engine
        if engine is not None:
            told, state = len(engine.notices), engine.state()
            engine.tidy()
            if engine.state() != state and state == self.catalog.index_state():
                self._taken_over(engine, [], told)

    def _taken_over(self, engine: SearchEngine, ids: Iterable[str], told: int) -> None:
        """Notes what the index has committed, and looks for what it has lost if it has told more
        than it had."""
        lost = len(engine.notices) > told
        self.notices += engine.notices[told:]
        self.catalog.indexed(ids, "" if lost else engine.state())
        if lost:
            self._await_missing(engine)

    def folds(self) -> Folds:
        """Versions and copies as they are known; none where that cannot be read."""
        try:
            return self._known_relatives().folds()
        except ResourceError as error:
            from index.relatives import Folds

            self.notices.append(str(error))
            return Folds()

    def _known_relatives(self) -> Relatives:
        with self._opening:
            self._check_open()
            if self._relatives is None:
                from index.relatives import Relatives

                self._relatives = Relatives(self._folder / RELATIVES if self._folder else None)
            return self._relatives

    def _check_open(self) -> None:
        if self._closed:
            raise ResourceError("The library is closed.")

    def _relate(self, waiting: Iterable[str]) -> None:
        """Looks for versions and copies of what is taken over, and of what was missed before."""
        try:
            known = self._known_relatives()
            missed = known.ids() ^ self.catalog.ids()
            known.update([*waiting, *missed], self._document)
        except ResourceError as error:  # lists are longer then, and that is all
            self.notices.append(str(error))

    def ask(self, question: Callable[[SearchEngine], SearchResults]) -> SearchResults:
        """An answer of the engine with everything in it that the catalogue holds.

        An index that turns out damaged has begun anew by then: it is filled, and asked again.
        """
        engine = self.engine()
        self._catch_up()
        told = len(engine.notices)
        results = question(engine)
        if len(engine.notices) > told:
            self.notices += engine.notices[told:]
            self._await_missing(engine)
            self._catch_up()
            results = question(engine)
        return results

    def _catch_up(self) -> None:
        """Takes over what waits, unless somebody else is writing, who will."""
        if not self.catalog.waiting() or not self.alone.acquire(blocking=False):
            return
        try:
            with self.exclusive() as mine:
                if mine:
                    self.take_over()
        except IndexBusyError:
            pass
        finally:
            self.alone.release()

    def _await_missing(self, engine: SearchEngine) -> None:
        state = engine.state()
        if state != self.catalog.index_state():
            self.catalog.await_index(engine.ids() ^ self.catalog.ids(), state)

    def _document(self, article_id: str) -> tuple[Article, Facts] | None:
        from index.facts.model import Facts

        article, facts = self.catalog.article(article_id), self.catalog.facts(article_id)
        return (article, self.corrected(article, facts or Facts())) if article else None
