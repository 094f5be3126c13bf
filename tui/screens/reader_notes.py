"""What the reader does with passages: keeps, copies and corrects them, and undoes it again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on, work

from index.errors import NewsreaderError
from tui import messages
from tui.messages import NotesChanged
from tui.rendering.guard import guard
from tui.rendering.words import citation, count
from tui.screens.reader_ways import ReaderWays
from tui.widgets.article_messages import ArticleMessages, FactsMessages

if TYPE_CHECKING:
    from index.notes.decisions import Correction
    from tui.screens.mark import Wrong


class ReaderNotes(ReaderWays):
    """The part of the reader that writes; every screen is told of what it has written."""

    @work(group="notes", exit_on_error=False)
    async def _write(self, act: Callable[[], str]) -> None:
        """Writes away from the keys, says what was done, and has every screen look again."""
        done = await self._away(act)
        if done is not None:
            self.post_message(messages.Noticed(done))
            self.app.notes_changed()

    # ---- bookmarks

    @on(ArticleMessages.Bookmark)
    def _bookmark(self, event: ArticleMessages.Bookmark) -> None:
        self.keep(event.start, event.end)

    @work(group="notes", exit_on_error=False)
    async def keep(self, start: int, end: int) -> None:
        """Writes a passage into the notes file."""
        desk, reading = self.desk, self.reading
        if desk is None or reading is None:
            return
        result = await self._away(lambda: desk.bookmark(reading, start, end))
        kept = await self._away(lambda: desk.kept(reading.article)) or ()
        self.post_message(messages.Kept(result, reading.article.id, kept))

    @on(ArticleMessages.Annotate)
    def _annotate(self, event: ArticleMessages.Annotate) -> None:
        """Asks for a note and tags, at once: what is typed next is the note."""
        desk, reading = self.desk, self.reading
        if desk is None or reading is None or desk.notebook is None:
            self.app.tell("The notes are not open.")
            return
        from tui.drafts import Draft
        from tui.screens.note import NoteScreen

        here = reading.article, reading.facts, event.start, event.end
        try:
            draft = Draft.of_passage(desk.notebook, *here)
        except NewsreaderError as error:
            self.post_message(messages.Failed(str(error)))
        else:
            self.app.push_screen(NoteScreen(draft), self._annotated)

    def _annotated(self, written: str | None) -> None:
        if written is not None:
            self.body.leave_selection()
            self.post_message(messages.Noticed(written))
            self.app.notes_changed()

    def action_undo(self) -> None:
        """Takes back the last write of this session."""
        desk = self.desk
        if desk is not None and (notebook := desk.notebook) is not None:
            self._write(lambda: notebook.undo() or "There is nothing to undo.")

    @on(NotesChanged)
    def _look_again(self) -> None:
        self.look_again()
        if self.reading is not None:
            self.find_disputes(self.reading.article.id)

    @work(exclusive=True, group="notes-look", exit_on_error=False)
    async def look_again(self) -> None:
        """Brings what is kept of the article, and what it says, as the person has it now."""
        desk, reading = self.desk, self.reading
        if desk is not None and reading is not None:
            article = reading.article
            kept = await self._away(lambda: desk.kept(article)) or ()
            facts = await self._away(lambda: desk.library.facts(article.id)) or reading.facts
            self.post_message(messages.Refound(article.id, facts, kept))

    # ---- corrections

    @on(FactsMessages.Why)
    @on(ArticleMessages.Why)
    def _ask_why(self, event: ArticleMessages.Why | FactsMessages.Why) -> None:
        self.explain(event.start, event.end)

    @work(group="notes", exit_on_error=False)
    async def explain(self, start: int, end: int) -> None:
        """Shows why the words between two offsets are marked."""
        desk, reading = self.desk, self.reading
        if desk is None or reading is None:
            return
        from index.facts.explain import reasons
        from tui.screens.mark import MarkScreen

        article = reading.article
        placed = await self._away(lambda: desk.decisions.corrections(article)) or ()
        here = [one for one, span in placed if span.start < end and start < span.end]
        found = [
            reason
            for reason in reasons(article, reading.facts, start, end)
            if reason.start < end and start < reason.end  # not every claim of the sentence
        ]
        screen = MarkScreen(article.body[start:end], found, here, article.body)
        self.app.push_screen(screen, self._correct)

    def _correct(self, chosen: Wrong | Correction | None) -> None:
        from tui.screens.mark import Wrong

        desk, reading = self.desk, self.reading
        if desk is None or reading is None or chosen is None:
            return
        if isinstance(chosen, Wrong):
            wrong, article = chosen, reading.article
            self._write(lambda: desk.decisions.correct(article, wrong.kind, wrong.start, wrong.end))
        else:
            correction = chosen
            self._write(lambda: desk.decisions.withdraw(correction))

    # ---- copying

    @on(ArticleMessages.Copy)
    def _copy(self, event: ArticleMessages.Copy) -> None:
        body = self.body
        if body.article is None:
            return
        words = body.body[event.start : event.end].strip()
        source = citation(body.article, body.page.paragraph_of(event.start))
        said = f"Copied {count(len(words.split()), 'word')}, with {source}."
        self.app.copy_to_clipboard(guard(f"“{words}”\n— {source}\n"), said)

    @on(ArticleMessages.CopyBlock)
    def _copy_block(self, event: ArticleMessages.CopyBlock) -> None:
        from index.notes.making import as_block

        reading = self.reading
        if reading is None or not self.body.body[event.start : event.end].strip():
            return
        block = as_block(reading.article, event.start, event.end, facts=reading.facts)
        self.app.copy_to_clipboard(guard(block), "Copied as a block of a notes file.")
