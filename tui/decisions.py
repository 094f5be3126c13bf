"""What the person decides: how answers are to be read, and which marks are wrong.

Each decision is kept at once, and can be undone like a bookmark. Nothing here draws; everything
may run in a thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.rendering.flow import shorten
from tui.rendering.words import short_path
from tui.rulings import relation_ruled, ruling_of, with_ruling

if TYPE_CHECKING:
    from index.article import Article
    from index.compare.model import Question, RelationKind
    from index.library import Library
    from index.notes.decisions import Correction, MarkKind, Ruling
    from index.notes.notebook import Notebook
    from index.notes.rulings import Rulings
    from index.span import TextSpan
    from tui.stories import Stories


class Decisions:
    """Keeps rulings and corrections, and has everything follow them."""

    def __init__(
        self, library: Library, rulings: Rulings, stories: Stories, notebook: Notebook | None
    ) -> None:
        """Without `notebook` nothing can be undone."""
        self._library = library
        self._rulings = rulings
        self._stories = stories
        self._notebook = notebook

    def changed(self) -> None:
        """Has facts, comparisons and search follow what the person has called wrong by now."""
        self._stories.forget()
        self._library.follow_rulings()

    # ---- rulings

    def rule(self, question: Question, relation: RelationKind | None) -> Question:
        """Keeps how the person reads a question's answers, None for as the rules do; returns the
        question with it. `undo` takes it back. Raises NotesUnavailableError."""
        before = ruling_of(question, self._rulings.rulings())
        name = before.question if before else question.id
        ruling = self._keep_ruling(name, question, relation)
        if self._notebook is not None:

            def take_back() -> str:
                self._keep_ruling(name, question, relation_ruled(before))
                return f"Your ruling on “{question.question}” is as it was before."

            self._notebook.remember(take_back)
        return with_ruling(question, ruling)

    def _keep_ruling(self, name: str, question: Question, relation: RelationKind | None) -> Ruling:
        self._make_folder()
        return self._rulings.rule(
            name,
            relation,
            words=question.question,
            articles=tuple(dict.fromkeys(answer.article for answer in question.answers)),
        )

    # ---- corrections

    def correct(self, article: Article, kind: MarkKind, start: int, end: int) -> str:
        """Keeps that a mark is wrong, for good; a sentence that says so. `undo` takes it back.

        Raises NotesUnavailableError if it cannot be kept.
        """
        from index.notes.decisions import WRONG

        said = f"“{_short(article.body[start:end])}” is {WRONG[kind]}"
        self._make_folder()
        correction = self._rulings.correct(article, kind, start, end)
        self.changed()
        if self._notebook is not None:
            self._notebook.remember(lambda: self.withdraw(correction))
        return f"{said}: kept in {short_path(self._rulings.path)}."

    def withdraw(self, correction: Correction) -> str:
        """Takes a correction back; a sentence that says so. Raises NotesUnavailableError."""
        from index.notes.decisions import WRONG

        self._rulings.withdraw(correction)
        self.changed()
        return f"Taken back: “{_short(correction.passage.exact)}” is {WRONG[correction.kind]}."

    def corrections(self, article: Article) -> list[tuple[Correction, TextSpan]]:
        """The corrections that hold in an article, each with where its words stand now."""
        return self._rulings.placed(article, self._library.former_ids(article.id))

    def _make_folder(self) -> None:
        """The first thing that is kept may be a ruling."""
        if self._notebook is not None:
            self._notebook.make_folder()


def _short(words: str) -> str:
    return shorten(" ".join(words.split()), 60)
