"""What the screens ask of library and notes. Nothing here draws; everything may run in a thread."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from index.article import Article
from index.compare.model import DISPUTED, Comparison, Question, RelationKind
from index.errors import InputError
from index.facts.model import Facts
from index.span import TextSpan
from tui.beside import folded, told_of
from tui.noted import noted_articles
from tui.rendering.finding import find_whole
from tui.rendering.flow import shorten
from tui.rendering.relations import gravity, shown_relation
from tui.rendering.words import count, short_path
from tui.rulings import relation_ruled, ruled, with_ruling
from tui.searches import Searches

if TYPE_CHECKING:
    from index.catalog import Entry
    from index.compare.matrix import Matrix
    from index.library import Library
    from index.notes.bookmark import BookmarkResult
    from index.notes.decisions import Correction, MarkKind, Ruling
    from index.notes.notebook import Notebook
    from index.relatives import Folds
    from index.search.engine import SearchHit, SortOrder
    from index.state import State
    from index.sync import SyncProgress, SyncReport

LARGEST_STORY = 20
"""Reports that are compared with each other in the background at most."""

SMALL_LIBRARY = 300
"""Up to so many reports, the stories of the whole library are found; beyond, one when needed."""


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
    corrected: str = ""
    """The query as its spelling was corrected, where it was."""
    unclear: tuple[tuple[int, int], ...] = ()
    """Where in the query something was not understood."""
    beside: Mapping[str, str] = field(default_factory=dict)
    """Of a report that others are folded under: "2 copies"."""

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


class Desk:
    """An open library and the notebook that goes with it."""

    def __init__(
        self, library: Library, notebook: Notebook | None, state: State | None = None
    ) -> None:
        """Without `state` no reading place is kept, without `notebook` no bookmark."""
        self.library = library
        self.notebook = notebook
        self._state = state
        self.searches = Searches(library, notebook, state)
        self.watch: Sequence[str] = ()
        """Words that the person wants marked in every article."""
        from index.notes.rulings import Rulings

        self.rulings = Rulings(notebook.path.with_name("rulings.toml") if notebook else None)
        library.rulings = self.rulings
        self._comparisons: dict[tuple[str, ...], Comparison] = {}
        self._stories: list[tuple[str, ...]] | None = None
        self._lock = threading.Lock()
        self._folds: Folds | None = None
        self._listed: dict[str, Entry] | None = None
        """The reports after the last `sync`, by id."""

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
        listed, before = {entry.id: entry for entry in self.library.entries()}, self._listed
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
            self.forget_comparisons()
            self._folds = None
        return report

    def forget_comparisons(self) -> None:
        """Reports are compared, and put into stories, anew when that is next asked for."""
        self._comparisons = {}
        with self._lock:
            self._stories = None

    # ---- searching and reading

    def listing(self, query: str, limit: int, sort: SortOrder = "relevance") -> Listing:
        """Answers a query that is still being typed, with at most `limit` reports."""
        noted = noted_articles(query, self.library, lambda: self.notebook)
        found = self.library.search(query, limit=limit, as_you_type=True, sort=sort, noted=noted)
        notice = ""
        if found.corrected:
            notice = f"Nothing for these words: shown is “{found.corrected}”."
        elif found.relaxed:
            notice = "No report has all the words: these have some."
        elif found.problems:
            notice = found.problems[0].message
        read = self._state.read_articles() if self._state is not None else frozenset()
        unclear = tuple((problem.start, problem.end) for problem in found.problems)
        hits, beside = folded(found.hits, self.folds())
        total = found.total - (len(found.hits) - len(hits))
        corrected = found.corrected or ""
        return Listing(query, hits, total, notice, read, corrected, unclear, beside)

    def beside(self, article: Article) -> str:
        """A sentence on the versions and copies of an article; "" where it has none."""
        told = told_of(article, self.folds(), self.article_or_none)
        return f"{told} O shows them." if told else ""

    def folds(self) -> Folds:
        """Which reports are versions of one page, or copies of one text."""
        if (known := self._folds) is None:
            known = self._folds = self.library.folds()
        return known

    def reading(self, article_id: str, query: str = "") -> Reading:
        """An article with its marks; those of the query too."""
        article = self.library.article(article_id)
        matches: Sequence[tuple[int, int]] = ()
        if query.strip():
            matches = self.library.matches(query, article.body, as_you_type=True)
        facts = self.library.facts(article_id)
        place = self._state.place(article_id) if self._state is not None else None
        watched = find_whole(article.body, self.watch)
        return Reading(article, facts, matches, self.kept(article), place or 0, query, watched)

    def leave(self, article: Article, offset: int) -> None:
        """Keeps where the person stopped reading, and that the article was read."""
        if self._state is not None:
            self._state.set_place(article.id, offset, article.sha256)
            self._state.mark_read(article.id)

    # ---- where reports part

    def story_of(self, article_id: str) -> tuple[str, ...]:
        """The reports of the same story, the article's own among them."""
        stories = self.stories()
        if stories is None:
            title = self.library.article(article_id).title
            stories = [tuple(group) for group in self.library.stories(title)]
        return next((story for story in stories if article_id in story), (article_id,))

    def stories(self) -> list[tuple[str, ...]] | None:
        """Groups of reports of one event; None in a library too large for it."""
        with self._lock:
            if self._stories is None and len(self.library.entries()) <= SMALL_LIBRARY:
                self._stories = [tuple(group) for group in self.library.stories()]
            return self._stories

    def comparison(self, ids: Sequence[str]) -> Comparison:
        """Compares reports, once; the person's rulings lie over what was found."""
        key, known = tuple(ids), self._comparisons
        found = known.get(key)
        if found is None:  # what is forgotten meanwhile is `known`, and this answer with it
            found = known[key] = self.library.compare(key)
        return ruled(found, self.rulings.rulings())

    def matrix(self, ids: Sequence[str], current: str | None = None) -> Matrix:
        """Questions × reports, the earliest report first.

        Without two `ids` it is that of the story of `current`, or else of the largest story of the
        library. Raises InputError where no two reports tell of one event.
        """
        from index.compare.matrix import by_day, matrix_of

        chosen = ids if len(ids) > 1 else self._some_story(current)
        articles = by_day([self.library.article(id_) for id_ in chosen])
        return matrix_of(articles, strong(self.comparison([article.id for article in articles])))

    def _some_story(self, current: str | None) -> Sequence[str]:
        story = self.story_of(current) if current else ()
        if len(story) < 2:
            story = max(self.stories() or (), key=len, default=())
        if len(story) < 2:
            raise InputError("No other report tells of this event: mark two or more with space.")
        return story

    def rule(self, question: Question, relation: RelationKind | None) -> Question:
        """Keeps how the person reads a question's answers, None for as the rules do; returns the
        question with it. `undo` takes it back. Raises NotesUnavailableError."""
        before = self.rulings.rulings().get(question.id)
        ruling = self._keep_ruling(question, relation)
        if self.notebook is not None:

            def take_back() -> str:
                self._keep_ruling(question, relation_ruled(before))
                return f"Your ruling on “{question.question}” is as it was before."

            self.notebook.remember(take_back)
        return with_ruling(question, ruling)

    def _keep_ruling(self, question: Question, relation: RelationKind | None) -> Ruling:
        self._make_folder()
        return self.rulings.rule(
            question.id,
            relation,
            words=question.question,
            articles=tuple(dict.fromkeys(answer.article for answer in question.answers)),
        )

    def answered(self, article_id: str) -> tuple[list[Question], list[Article]]:
        """The questions worth showing that this article answers, the gravest first, and the
        reports of its story; nothing where there are too few or too many of them."""
        story = self.story_of(article_id)
        if not 2 <= len(story) <= LARGEST_STORY:
            return [], []
        questions = [
            question
            for question in strong(self.comparison(story)).questions
            if any(answer.article == article_id for answer in question.answers)
        ]
        questions.sort(key=gravity)
        return questions, [self.library.article(id_) for id_ in story]

    def standing(self) -> str:
        """ "5 reports · 7 questions answered differently"; large libraries only count reports."""
        reports = count(len(self.library.entries()), "report")
        stories = [s for s in self.stories() or () if 2 <= len(s) <= LARGEST_STORY]
        if not stories:
            return reports
        number = sum(len(disputed(self.comparison(story))) for story in stories)
        return f"{reports} · {count(number, 'question')} answered differently"

    # ---- notes and corrections

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

    def correct(self, article: Article, kind: MarkKind, start: int, end: int) -> str:
        """Keeps that a mark is wrong, for good; a sentence that says so. `undo` takes it back.

        Raises NotesUnavailableError if it cannot be kept.
        """
        from index.notes.decisions import WRONG

        words = shorten(" ".join(article.body[start:end].split()), 60)
        said = f"“{words}” is {WRONG[kind]}"
        self._make_folder()
        correction = self.rulings.correct(article, kind, start, end)
        self.rulings_changed()
        if self.notebook is not None:
            self.notebook.remember(lambda: self.withdraw(correction))
        return f"{said}: kept in {short_path(self.rulings.path)}."

    def withdraw(self, correction: Correction) -> str:
        """Takes a correction back; a sentence that says so. Raises NotesUnavailableError."""
        from index.notes.decisions import WRONG

        self.rulings.withdraw(correction)
        self.rulings_changed()
        words = shorten(" ".join(correction.passage.exact.split()), 60)
        return f"Taken back: “{words}” is {WRONG[correction.kind]}."

    def corrections(self, article: Article) -> list[tuple[Correction, TextSpan]]:
        """The corrections that hold in an article, each with where its words stand now."""
        return self.rulings.placed(article, self.library.former_ids(article.id))

    def _make_folder(self) -> None:
        """The first thing that is kept may be a ruling."""
        if self.notebook is not None:
            self.notebook.make_folder()

    def rulings_changed(self) -> None:
        """Has facts, comparisons and search follow what the person has called wrong by now."""
        self.forget_comparisons()
        self.library.follow_rulings()


def strong(comparison: Comparison) -> Comparison:
    """A comparison without the questions that are only shown on request."""
    questions = tuple(one for one in comparison.questions if one.strength == "strong")
    return replace(comparison, questions=questions)


def disputed(comparison: Comparison) -> list[Question]:
    """The questions worth showing where the reports do not say the same."""
    return [
        question
        for question in comparison.questions
        if question.strength == "strong" and shown_relation(question) in DISPUTED
    ]
