"""What the screens ask of library and notes. Nothing here draws; everything may run in a thread."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from index.article import Article
from index.errors import InputError
from index.facts.model import Facts
from index.span import TextSpan
from tui.beside import counts_beside, told_of
from tui.decisions import Decisions
from tui.noted import noted_articles
from tui.rendering.finding import find_whole
from tui.searches import Searches
from tui.stories import Stories

if TYPE_CHECKING:
    from index.library import Library
    from index.notes.bookmark import BookmarkResult
    from index.notes.notebook import Notebook
    from index.relatives import Folds
    from index.search.engine import SearchHit, SortOrder
    from index.state import State
    from index.sync import SyncProgress, SyncReport

_LONG = 100_000
"""Characters of a text whose facts take longer than a frame to bring."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The reports that answer a query, best first; all of them, newest first, for an empty one."""

    query: str
    hits: Sequence[SearchHit]
    total: int
    notice: str = ""
    """What a person should know: the query was corrected, relaxed, or not understood in part."""
    read: frozenset[str] = frozenset()
    """Ids of the articles that the person has opened before."""
    relaxed: bool = False
    """No report has all the words: these have some."""
    corrected: str = ""
    """The query as its spelling was corrected, where it was."""
    unclear: tuple[tuple[int, int], ...] = ()
    """Where in the query something was not understood."""
    beside: Mapping[str, str] = field(default_factory=dict)
    """Of a report that others are folded under: "2 copies"."""

    @property
    def helped(self) -> bool:
        """Whether these reports answer another query than the one that was typed."""
        return self.relaxed or bool(self.corrected)

    @property
    def answered(self) -> str:
        """The query that the reports answer, and whose matches are marked in them."""
        return self.corrected or self.query


@dataclass(frozen=True, slots=True)
class Reading:
    """One article, ready to be read."""

    article: Article
    facts: Facts
    matches: Sequence[tuple[int, int]] = ()
    bookmarks: Sequence[TextSpan] = field(default=())
    """Where the bookmarked passages stand now."""
    place: int = 0
    """The offset at which the person left it."""
    query: str = ""
    """The query whose matches these are."""
    watched: Sequence[tuple[int, int]] = ()
    """Where words stand that the person wants marked in every article."""
    corrections: Sequence[TextSpan] = ()
    """Where the outlet corrects itself."""
    unfinished: bool = False
    """The facts are still to come."""


class Desk:
    """An open library and the notebook that goes with it."""

    def __init__(
        self, library: Library, notebook: Notebook | None, state: State | None = None
    ) -> None:
        """Without `state` no reading place is kept, without `notebook` no bookmark."""
        self.library = library
        self.notebook = notebook
        self._state = state
        # A sync puts another `folds` in its place.
        self.searches = Searches(library, notebook, state, lambda: self.folds())  # noqa: PLW0108
        self.watch: Sequence[str] = ()
        """Words that the person wants marked in every article."""
        from index.notes.rulings import Rulings

        self.rulings = Rulings(notebook.path.with_name("rulings.toml") if notebook else None)
        library.rulings = self.rulings
        self.stories = Stories(library, self.rulings)
        self.decisions = Decisions(library, self.rulings, self.stories, notebook)
        self.folds: Callable[[], Folds] = functools.cache(library.folds)
        """Which reports are versions of one page, or copies of one text. A sync brings a cache of
        its own: what is still being worked out then is kept nowhere."""
        self._listed: dict[str, int] | None = None
        """What tells whether a report is listed as it was after the last `sync`, by its id."""

    @classmethod
    def open(
        cls,
        paths: Sequence[str | Path],
        *,
        cache: Path | None = None,
        notes: Path | None = None,
        notes_dir: Path | None = None,
    ) -> Desk:
        """Opens the library; notes that cannot be opened only cost the bookmarks.

        Raises NewsreaderError with one sentence. Imports all that the first frame did not need.
        """
        from index.errors import NewsreaderError
        from index.facts.lexicons import own_lexicon_problems
        from index.library import Library
        from index.notes.notebook import Notebook
        from index.state import State

        library = Library.open(paths, cache=cache)
        notebook = state = None
        try:
            notebook = Notebook.open(notes, notes_dir=notes_dir)
            library.leave_out = (*library.leave_out, notebook.path)
            library.notices[:0] = [*own_lexicon_problems(), *notebook.notices]
            state = State.open()
        except NewsreaderError as error:
            library.notices.append(str(error))
        return cls(library, notebook, state)

    def close(self) -> None:
        """Lets go of files and locks."""
        self.library.close()
        if self.notebook is not None:
            self.notebook.close()
        if self._state is not None:
            self._state.close()

    def sync(self, progress: Callable[[SyncProgress], None], *, retry: bool = False) -> SyncReport:
        """Brings the library up to date; what was known of stories is forgotten, if it may differ.

        `retry` also tries what could not be read before.
        """
        report = self.library.sync(progress, retry=retry)
        listed, before = {one.id: hash(one) for one in self.library.entries()}, self._listed
        self._listed = listed
        if before is not None and not (report.added or report.updated or report.removed):
            # Another newsreader may have brought it up to date since.
            report = replace(
                report,
                added=len(listed.keys() - before.keys()),
                updated=sum(listed[id_] != before[id_] for id_ in listed.keys() & before.keys()),
                removed=len(before.keys() - listed.keys()),
            )
        if report.added or report.updated or report.removed:
            self.stories.forget()
            self.folds = functools.cache(self.library.folds)
        return report

    # ---- searching and reading

    def listing(
        self,
        query: str,
        limit: int,
        sort: SortOrder = "relevance",
        *,
        exact: bool = False,
        as_you_type: bool = True,
    ) -> Listing:
        """Answers a query with at most `limit` reports.

        `exact`: it is neither corrected nor relaxed where nothing answers it. `as_you_type`: its
        last word may be the beginning of one.
        """
        noted = noted_articles(query, self.library, lambda: self.notebook)
        found = self.library.search(
            query,
            limit=limit,
            as_you_type=as_you_type,
            sort=sort,
            noted=noted,
            under=self.folds().under,
            exact=exact,
        )
        notice = ""
        if found.corrected:
            notice = f"Nothing for these words: shown is “{found.corrected}”."
        elif found.relaxed:
            notice = "No report has all the words: these have some."
        elif found.problems:
            notice = found.problems[0].message
        read = self._state.read_articles() if self._state is not None else frozenset()
        unclear = tuple((problem.start, problem.end) for problem in found.problems)
        return Listing(
            query,
            found.hits,
            found.total,
            notice,
            read,
            found.relaxed,
            found.corrected or "",
            unclear,
            counts_beside(found.hits, self.folds()),
        )

    def beside(self, article: Article) -> str:
        """A sentence on the versions and copies of an article; "" where it has none."""
        return told_of(article, self.folds(), self.article_or_none)

    def reading(
        self,
        article_id: str,
        query: str = "",
        *,
        text_first: bool = False,
        as_you_type: bool = True,
    ) -> Reading:
        """An article with its marks; those of the query too, as `listing` takes it.

        With `text_first` the facts of a long article are left out: they take longer than its page.
        """
        article = self.library.article(article_id)
        from index.facts.furniture import find_corrections

        matches: Sequence[tuple[int, int]] = ()
        if query.strip():
            matches = self.library.matches(query, article.body, as_you_type=as_you_type)
        unfinished = text_first and len(article.body) > _LONG
        facts = Facts() if unfinished else self.library.facts(article_id)
        place = self._state.place(article_id) if self._state is not None else None
        return Reading(
            article,
            facts,
            matches,
            self.kept(article),
            place or 0,
            query,
            find_whole(article.body, self.watch),
            find_corrections(article.body),
            unfinished,
        )

    def leave(self, article: Article, offset: int) -> None:
        """Keeps where the person stopped reading, and that the article was read."""
        if self._state is not None:
            self._state.set_place(article.id, offset, article.sha256)
            self._state.mark_read(article.id)

    # ---- notes

    def article_now(self, article_id: str) -> Article:
        """The article that has, or once had, this id. Raises InputError."""
        return self.library.article(self.library.current_id(article_id) or article_id)

    def article_or_none(self, article_id: str) -> Article | None:
        """The same; None where there is none any more."""
        try:
            return self.article_now(article_id)
        except InputError:
            return None

    def kept(self, article: Article) -> Sequence[TextSpan]:
        """Where the bookmarked passages of an article stand now, those too that were kept while
        it had another name; a passage whose words are gone stands nowhere."""
        if self.notebook is None:
            return ()
        from index.notes.check import check

        former = self.library.former_ids(article.id)
        bookmarks = self.notebook.bookmarks(article.id, sha256=article.sha256, former=former)
        return [one.span for one in check(bookmarks, lambda _: article) if one.span is not None]

    def bookmark(self, reading: Reading, start: int, end: int) -> BookmarkResult | None:
        """Writes a passage into the notes; None where there is no notebook."""
        if self.notebook is None:
            return None
        return self.notebook.bookmark(reading.article, start, end, facts=reading.facts)
