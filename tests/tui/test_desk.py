"""What the screens ask of library and notes, without a screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from index.article import Article
from index.compare.model import Comparison
from index.library import Library
from index.notes.notebook import Notebook
from index.relatives import Folds
from index.state import State
from tests.tui.invented import ARTICLES, HARBOUR
from tests.tui.shelf import Shelf
from tui.desk import Desk

HULL = "Divers began to look for a breach in the hull at first light."
HURT = "About 40 people were hurt"
FERRY = replace(HARBOUR, sha256="0" * 64)


@pytest.fixture
def notebook(own_home: Path, tmp_path: Path) -> Iterator[Notebook]:
    book = Notebook.open(own_home / "notes.md", tmp_path / "state.db")
    for words in (HULL, HURT):
        start = FERRY.body.index(words)
        book.bookmark(FERRY, start, start + len(words))
    yield book
    book.close()


def desk(notebook: Notebook, *articles: Article) -> Desk:
    return Desk(cast(Library, Shelf(articles)), notebook)


def kept_words(desk: Desk, article: Article) -> list[str]:
    return [span.of(article.body) for span in desk.kept(article)]


def test_bookmarks_follow_their_words_in_an_edited_article(notebook: Notebook) -> None:
    edited = replace(
        FERRY, body=FERRY.body.replace("A ferry", "On a calm sea, a ferry"), sha256="1" * 64
    )
    assert kept_words(desk(notebook, edited), edited) == [HULL, HURT]


def test_a_bookmark_whose_words_are_gone_marks_no_others(notebook: Notebook) -> None:
    edited = replace(FERRY, body=FERRY.body.replace("About 40", "About 63"), sha256="1" * 64)
    assert kept_words(desk(notebook, edited), edited) == [HULL]


def test_bookmarks_are_those_of_a_renamed_article_too(notebook: Notebook) -> None:
    renamed = replace(FERRY, id="ferry")
    assert kept_words(desk(notebook, renamed), renamed) == [HULL, HURT]


def test_articles_with_a_bookmark_are_found(
    notebook: Notebook, own_home: Path, tmp_path: Path
) -> None:
    texts = {"ferry": HARBOUR.body, "crane": "Crane comes\n\nA crane is expected next week."}
    for name, text in texts.items():
        path = tmp_path / "library" / f"{name}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    with Library.open([tmp_path / "library"], cache=tmp_path / "cache") as library:
        library.sync()
        crane = next(entry.id for entry in library.entries() if "crane" in entry.id)
        at = Desk(library, notebook)
        assert at.listing("in:notes", 10).hits == ()
        article = library.article(crane)
        notebook.bookmark(article, 0, len("Crane comes"))
        assert [hit.article for hit in at.listing("in:notes", 10).hits] == [crane]


def test_a_sync_may_forget_a_comparison_while_it_is_read(notebook: Notebook) -> None:
    class Forgetful(dict[tuple[str, ...], object]):
        def __setitem__(self, key: tuple[str, ...], value: object) -> None:
            """Forgotten as soon as it is known, as by a sync in another thread."""

    at = desk(notebook, *ARTICLES)
    at.stories._comparisons = cast(dict[frozenset[str], Comparison], Forgetful())
    ids = [article.id for article in ARTICLES]
    assert at.stories.comparison(ids).articles == at.library.compare(ids).articles


def test_the_comparisons_asked_for_last_are_kept(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.stories._MOST_ANSWERS", 1)
    at = desk(notebook, *ARTICLES)
    compare, compared = at.library.compare, []

    def counted(ids: Iterable[str]) -> Comparison:
        compared.append(len(list(ids)))
        return compare(ids)

    monkeypatch.setattr(at.library, "compare", counted)
    three = [article.id for article in ARTICLES]
    for ids in (three, three[::-1], three[:2], three[:2], three):
        at.stories.comparison(ids)
    assert compared == [3, 2, 3], "the last one is kept, and no other"


def test_what_the_notebook_says_is_told_first(
    own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Notebook, "settle", lambda _: ["2 bookmarks wait."])
    at = Desk.open([tmp_path], cache=tmp_path / "cache", notes=own_home / "notes.md")
    try:
        assert at.library.notices[0] == "2 bookmarks wait."
    finally:
        at.close()


def test_what_another_newsreader_took_in_is_new_here_too(notebook: Notebook) -> None:
    shelf = Shelf(ARTICLES[:2])
    here = Desk(cast(Library, shelf), notebook)
    assert here.sync(lambda _: None).added == 0, "what stood there at the start is not new"
    first, second, third = (article.id for article in ARTICLES[:3])
    assert here.stories.all() == [(first, second)]
    shelf.articles[third] = ARTICLES[2]  # the shelf says that a sync finds nothing to do
    report = here.sync(lambda _: None)
    assert (report.added, report.updated, report.removed) == (1, 0, 0)
    assert here.stories.all() == [(first, second, third)]
    shelf.articles[first] = replace(ARTICLES[0], title="Ferry freed")
    del shelf.articles[second]
    report = here.sync(lambda _: None)
    assert (report.added, report.updated, report.removed) == (0, 1, 1)
    assert here.sync(lambda _: None).updated == 0


def test_in_a_large_library_each_story_is_looked_for_by_itself(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf(ARTICLES)
    here = Desk(cast(Library, shelf), notebook)
    whole = here.stories.answered(ARTICLES[0].id)
    assert whole[0]
    monkeypatch.setattr("tui.stories.SMALL_LIBRARY", 1)
    here.stories.forget()
    assert here.stories.all() is None
    assert here.stories.answered(ARTICLES[0].id) == whole
    monkeypatch.setattr(Shelf, "story_of", None)
    assert here.stories.answered(ARTICLES[0].id) == whole, "looked for once"
    assert here.stories.standing() == "3 reports"
    shelf.folded = Folds(under={ARTICLES[0].id: ARTICLES[1].id})
    assert here.stories.standing() == "2 reports", "as many as are listed"


def test_a_kept_search_counts_what_the_list_shows(notebook: Notebook, tmp_path: Path) -> None:
    shelf = Shelf(ARTICLES)
    with closing(State.open(tmp_path / "kept.db")) as state:
        here = Desk(cast(Library, shelf), notebook, state)
        here.searches.keep("ferry")
        [before] = here.searches.kept()
        assert before.total == here.listing("ferry", 40).total > 1
        shelf.folded = Folds(under={ARTICLES[0].id: ARTICLES[1].id})
        here.folds = shelf.folds
        [after] = here.searches.kept()
        assert after.total == here.listing("ferry", 40).total == before.total - 1


def test_of_a_large_story_the_nearest_reports_are_compared(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = Desk(cast(Library, Shelf(ARTICLES)), notebook)
    harbour, ledger, undated = ARTICLES
    monkeypatch.setattr("tui.stories.LARGEST_STORY", 2)
    assert here.stories.answered(ledger.id)[1] == [harbour, ledger]
    assert undated in here.stories.answered(undated.id)[1]


def test_folds_that_a_sync_overtakes_are_not_kept(notebook: Notebook) -> None:
    before, after = Folds(), Folds(under={"ferry": "harbour"})

    class Overtaken(Shelf):
        """A sync goes by while what is folded is being looked for."""

        def folds(self) -> Folds:
            if self.folded is after:
                return after
            self.folded = after
            del self.articles[ARTICLES[0].id]
            here.sync(lambda _: None)
            return before

    here = Desk(cast(Library, Overtaken(ARTICLES)), notebook)
    here.sync(lambda _: None)
    assert here.folds() is before
    assert here.folds() is after
