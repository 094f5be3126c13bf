"""A library: folders and files of articles, their catalogue, and the search index over them.

The one face that the command line and the reader talk to. Every method may be called from any
thread. Opening is quick and reads no article; `sync` brings everything up to date.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from index.article import Article
from index.catalog import Catalog, CatalogDamagedError, Entry
from index.corrected import Corrected
from index.errors import InputError
from index.facts.stamp import extractor_stamp
from index.locations import cache_folder, lexicon_folder, library_place, notes_file
from index.newest import newest
from index.notices import Remark
from index.outside import OutsideArticles, path_outside
from index.search.engine import NOTHING_FOLDED, SearchResults, SortOrder
from index.upkeep import IndexUpkeep

if TYPE_CHECKING:
    from index.compare.dossier import Dossier
    from index.compare.model import Comparison
    from index.compare.nearby import StoriesNearby
    from index.facts.model import Facts
    from index.notes.rulings import Rulings
    from index.relatives import Folds
    from index.sync import SyncProgress, SyncReport

__all__ = ["Entry", "Library"]

Progress = Callable[[int, int], None]
"""Is told how many articles have been read, of how many; what it raises ends the work."""

BULK = 200
"""From so many changed files on, a process of its own reads them."""


class Library:
    """One open library; a context manager."""

    def __init__(self, places: Sequence[Path], catalog: Catalog, folder: Path | None) -> None:
        self._places = places
        self._catalog = catalog
        self._folder = folder
        self._upkeep = IndexUpkeep(catalog, folder)
        self._outside = OutsideArticles()
        self.bulk = BULK
        self.processes = 1
        """How many share the reading in a sync of this process."""
        self.leave_out: tuple[Path, ...] = (notes_file(),)
        """Files that are no articles wherever they lie: the notes file."""
        self._corrected = Corrected(catalog, self._notice)
        self._upkeep.corrected = self.corrected
        self._nearby: StoriesNearby | None = None
        self._closed = False
        self.notices: list[str] = list(catalog.notices)
        """What a person should know about this library, one sentence each; see `Remark`."""

    @classmethod
    def open(cls, paths: Sequence[str | Path], *, cache: Path | None = None) -> Self:
        """The library of the folders and files `paths`, with its cache in the folder `cache`.

        Without `cache` the user's cache folder is used; one that cannot be written is replaced by
        memory, with a notice. Raises InputError for a path that is not there.
        """
        places = [library_place(path) for path in paths]
        wanted = cache or cache_folder(places)
        folder: Path | None = wanted
        notices: list[str] = []
        try:
            wanted.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            folder = None
            notices = [
                f"The cache {wanted} cannot be made ({(error.strerror or '').lower()}); catalogue "
                "and index are kept in memory this time."
            ]
        catalog = _open_catalog(folder)
        library = cls(places, catalog, None if catalog.notices else folder)
        library.notices += notices
        return library

    @property
    def rulings(self) -> Rulings | None:
        """The person's corrections: what they call wrong is in no facts, comparison or index."""
        return self._corrected.rulings

    @rulings.setter
    def rulings(self, rulings: Rulings | None) -> None:
        self._corrected.rulings = rulings

    @property
    def folder(self) -> Path | None:
        """Where catalogue and index are; None in memory."""
        return self._folder

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the catalogue and the index; a sync under way ends with ResourceError."""
        self._closed = True
        self._upkeep.close()
        self._catalog.close()

    # Keeping up with the folders

    def sync(
        self, progress: Callable[[SyncProgress], None] | None = None, *, retry: bool = False
    ) -> SyncReport:
        """Adds, updates and removes articles until the library is as its folders are.

        Files whose content could not be read are left alone until they change; `retry` tries them.
        `progress` is called on this thread after each file that had to be looked at. Many files are
        read by a process of its own, so that this one stays lively. Where another newsreader is
        writing already, nothing is done but to say so. Raises ResourceError.
        """
        with self._upkeep.alone:
            try:
                report = self._synchronise(progress, retry=retry)
            except CatalogDamagedError:
                if self._closed:
                    raise
                self._take_catalog(_open_catalog(self._folder))
                report = self._synchronise(progress, retry=retry)
                report.remarks.append("The catalogue was damaged and has been made anew.")
            self.follow_rulings()
            self._notice([*report.notices, *map(Remark, report.remarks)])
            self._notice(self._upkeep.notices)
            return report

    def _synchronise(
        self, progress: Callable[[SyncProgress], None] | None, *, retry: bool
    ) -> SyncReport:
        from index.sync import Sync, SyncReport

        sync = Sync(self._places, self._catalog, self.leave_out, retry=retry)
        if self._folder and len(sync.changed) >= self.bulk:
            from index.bulk import synchronise_elsewhere

            rulings = self.rulings.path if self.rulings else None
            return synchronise_elsewhere(
                self._places,
                self._folder,
                self.leave_out,
                progress,
                rulings=rulings,
                retry=retry,
            )
        with self._upkeep.exclusive() as mine:
            if mine:
                report = sync.run(self._upkeep.take_over, progress, processes=self.processes)
                self._upkeep.tidy()
                return report
        report = SyncReport(articles=self._catalog.count(), busy=True)
        report.remarks.append(
            "Another newsreader is bringing this library up to date; what it has done so far is "
            "shown."
        )
        return report

    def _take_catalog(self, catalog: Catalog) -> None:
        """Takes a new catalogue; the old one could only drop the new one's file as damaged."""
        damaged = self._catalog
        self._catalog = self._upkeep.catalog = self._corrected.catalog = catalog
        damaged.close()

    def _document(self, article_id: str) -> tuple[Article, Facts]:
        return self.article(article_id), self.facts(article_id)

    def _notice(self, sentences: Iterable[str]) -> None:
        self.notices += [one for one in sentences if one not in self.notices]

    # What it holds

    def entries(self) -> list[Entry]:
        """Every article, the newest first and those without a date last."""
        return self._catalog.entries()

    def article(self, article_id: str) -> Article:
        """The article with this id, or in the file of this path; raises InputError."""
        article = self._catalog.article(article_id)
        return article or self._outside.get(path_outside(article_id), self._catalog.has)[0]

    def facts(self, article_id: str) -> Facts:
        """What the article with this id, or in the file of this path, says, without the marks
        that the person has called wrong."""
        article = self._catalog.article(article_id)
        if article is None:
            return self.corrected(*self._outside.get(path_outside(article_id), self._catalog.has))
        facts = self._catalog.facts(article_id)
        if facts is None:
            from index.examination import facts_or_problem

            facts = facts_or_problem(article, self.notices)
        return self.corrected(article, facts)

    def corrected(self, article: Article, facts: Facts) -> Facts:
        """`facts` as they were found in `article`, without what the person has called wrong."""
        return self._corrected.corrected(article, facts)

    def follow_rulings(self) -> None:
        """Lets the index take over the articles of which other marks are called wrong than it has
        left out so far; the next search answers accordingly."""
        self._corrected.follow()

    def resolve(self, name: str) -> str:
        """The id that `name` means, or the path of a file outside; see `index.naming.resolve`."""
        from index.naming import resolve

        return resolve(self._catalog, name)

    def current_id(self, article_id: str) -> str | None:
        """The present id of the article that has, or once had, exactly this id; or None.

        For ids that were kept, as in a bookmark, where `resolve` would take a mere beginning.
        """
        return self._catalog.current_id(article_id)

    def former_ids(self, article_id: str) -> list[str]:
        """What the article with this id was called before, as far as none is called so now."""
        return self._catalog.former_ids(article_id)

    # Versions and copies

    def folds(self) -> Folds:
        """Versions of one page and copies of one text, as of the last sync."""
        return self._upkeep.folds()

    # Search

    def search(
        self,
        query: str,
        *,
        limit: int = 50,
        as_you_type: bool = False,
        sort: SortOrder = "relevance",
        facets: bool = False,
        noted: Collection[str] = (),
        under: Mapping[str, str] = NOTHING_FOLDED,
        exact: bool = False,
    ) -> SearchResults:
        """Ranked hits with snippets; an empty query gives every article, the newest first.

        With `as_you_type` the last word counts as the beginning of one. `noted` are the ids of
        articles with a bookmark, for `in:notes`. Where no article has all the words, those with
        some of them are given, or with the words that were meant; not with `exact`. What `under`
        (of `Folds`) folds under an article that is found too is no hit, and counts nowhere.
        """
        if not query.strip() and not facets:
            return newest(self._catalog, query, limit, under)
        results = self._upkeep.ask(
            lambda engine: engine.search(
                query,
                limit=limit,
                as_you_type=as_you_type,
                body_of=self._body,
                sort=sort,
                facets=facets,
                noted=noted,
                under=under,
                exact=exact,
            )
        )
        self._notice(self._upkeep.notices)
        hits = tuple(hit for hit in results.hits if self._catalog.has(hit.article))
        return results if len(hits) == len(results.hits) else replace(results, hits=hits)

    def warm(self) -> None:
        """Loads what the first search would wait for."""
        self.search("a", limit=1, as_you_type=True)

    def complete(self, query: str, cursor: int, *, limit: int = 10) -> list[str]:
        """`query` with the field or value at `cursor` completed, the likeliest first."""
        return self._upkeep.engine().complete(query, cursor, limit=limit)

    def matches(self, query: str, text: str, *, as_you_type: bool = False) -> list[tuple[int, int]]:
        """Where the words of `query` stand in `text`, as (start, end)."""
        if not query.strip():
            return []
        return self._upkeep.engine().matches(query, text, as_you_type=as_you_type)

    def _body(self, article_id: str) -> str:
        return self._catalog.body(article_id) or ""

    # Comparison

    def compare(self, ids: Iterable[str]) -> Comparison:
        """The questions that these reports answer, and where the answers part."""
        from index.compare.questions import compare

        return compare([self._document(id_) for id_ in dict.fromkeys(ids)])

    def stories(
        self, query: str | None = None, progress: Progress | None = None
    ) -> list[tuple[str, ...]]:
        """Groups of articles that report one event: of all, or of those that answer `query`.

        A version that a newer one has taken the place of is no report of its own.
        """
        from index.compare.stories import find_stories

        older = self.folds().older
        found = self.answering(query) if query else sorted(self._catalog.ids())
        ids = [id_ for id_ in found if id_ not in older]
        background = self._stories_nearby().background() if query else None
        return list(find_stories(self._documents(ids, progress), background))

    def story_of(self, article_id: str) -> tuple[str, ...]:
        """The articles that report the same event as this one, itself among them: what `stories`
        finds, from the nearest articles alone, so that a large library need not be read for it."""
        return self._stories_nearby().of(
            self.article(article_id), self.folds().older - {article_id}
        )

    def _stories_nearby(self) -> StoriesNearby:
        from index.compare.nearby import StoriesNearby

        self._nearby = self._nearby or StoriesNearby(
            self._catalog, self._nearest, lambda ids: self._documents(ids, None)
        )
        return self._nearby

    def _nearest(self, query: str, limit: int) -> list[str]:
        results = self._upkeep.ask(lambda engine: engine.search(query, limit=limit))
        return [hit.article for hit in results.hits if self._catalog.has(hit.article)]

    def dossier(
        self,
        name: str,
        article_id: str,
        *,
        within: Sequence[str] | None = None,
        progress: Progress | None = None,
    ) -> Dossier:
        """All that the library's reports put down to an official of the article `article_id`, who
        is called `name` there; `within` are the only reports to look at.

        Raises InputError where the article names no such official.
        """
        from index.compare.dossier import dossier, query_of

        target = next((one for one in self.facts(article_id).officials if one.name == name), None)
        if target is None:
            raise InputError(f"{self.article(article_id).title!r} names no official {name!r}.")
        ids = list(within) if within is not None else self.answering(query_of(name))
        if article_id not in ids:
            ids.append(article_id)
        return dossier(target, article_id, self._documents(ids, progress))

    def answering(self, query: str) -> list[str]:
        """The ids of all articles that answer `query`, the newest first."""
        results = self._upkeep.ask(
            lambda engine: engine.search(query, limit=self._catalog.count() or 1, sort="date")
        )
        self._notice(self._upkeep.notices)
        return [hit.article for hit in results.hits if self._catalog.has(hit.article)]

    def _documents(
        self, ids: Sequence[str], progress: Progress | None
    ) -> Iterator[tuple[Article, Facts]]:
        for done, id_ in enumerate(ids, 1):
            yield self._document(id_)
            if progress:
                progress(done, len(ids))


def _open_catalog(folder: Path | None) -> Catalog:
    return Catalog.open(
        folder / "catalog.db" if folder else None, extractor_stamp(lexicon_folder())
    )
