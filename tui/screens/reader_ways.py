"""Ways from the reader: to the screens that compare and gather, and back to where one was."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import on

from tui import messages
from tui.jumps import Jumps
from tui.places import Place
from tui.screens.openings import choose_official, open_brief, open_dossier
from tui.screens.reader_work import ReaderWork
from tui.widgets.article_messages import ArticleMessages, FactsMessages

if TYPE_CHECKING:
    from pathlib import Path

    from index.compare.matrix import Matrix
    from index.facts.model import Official
    from tui.rendering.reports import Reports


class ReaderWays(ReaderWork):
    """The part of the reader that leads elsewhere."""

    def __init__(self, cache: Path | None = None, *, session: bool = True) -> None:
        """See `ReaderSearch`."""
        super().__init__(cache, session=session)
        self.jumps = Jumps()
        self._was: Place | None = None
        """Where the person reads or last read, not what the list only passes by."""

    def current_id(self) -> str | None:
        """The report under the cursor of the list, or the one that is read."""
        if self.hits.has_focus and self.hits.current is not None:
            return self.hits.current.id
        return self.reading.article.id if self.reading else None

    def _chosen_ids(self) -> list[str]:
        """The marked reports; to a single one the current report is added."""
        ids, current = list(self.hits.marked), self.current_id()
        if len(ids) == 1 and current and current not in ids:
            ids.append(current)
        return ids

    # ---- to other screens

    def action_compare(self) -> None:
        """Lays the marked reports side by side."""
        if (desk := self.desk) is None:
            return
        ids = self._chosen_ids()
        if len(ids) < 2:
            mark, compare = self.app.key_of("compare.mark"), self.app.key_of("compare.open")
            told = f"Mark two or more reports of the list with {mark}, then press {compare}."
            self.post_message(messages.Failed(told))
            return

        def load() -> Reports:
            from tui.gathering import reports_of

            return reports_of(desk, ids)

        from tui.screens.compare import CompareScreen

        self.app.push_screen(CompareScreen(load))

    def action_matrix(self) -> None:
        """Shows who says what: the marked reports, or those of the story of the current one."""
        if (desk := self.desk) is None:
            return
        ids, current = self._chosen_ids(), self.current_id()

        def load() -> Matrix:
            return desk.stories.matrix(ids, current)

        from tui.screens.matrix import MatrixScreen

        article = current if len(ids) < 2 or current in ids else None
        self.app.push_screen(MatrixScreen(load, article))

    def action_dossier(self) -> None:
        """Shows what an official said: the one under the cursor, or the only one whom the sentence
        or the paragraph names, or one that is chosen."""
        if (desk := self.desk) is None:
            return
        reading = self.reading
        if reading is not None and self.body.has_focus:
            for start, end in self._around_cursor():
                named = _named(reading.facts.officials, start, end)
                if len(named) == 1:
                    open_dossier(self.app, desk, named[0].name, reading.article.id)
                    return
        current = self.current_id()
        choose_official(self.app, list(self.hits.marked) or ([current] if current else []))

    def _around_cursor(self) -> Iterable[tuple[int, int]]:
        """The letter, the sentence and the paragraph that the cursor stands on."""
        body, at = self.body, self.body.cursor
        yield at, at + 1
        yield body.sentence_at(at)
        if body.page.paragraph_starts:
            yield body.page.paragraph_span(max(1, body.page.paragraph_of(at)))

    def action_brief(self) -> None:
        """Shows the marked reports, or those of the story, as a page for an editor."""
        open_brief(self.app, self._chosen_ids(), self.current_id())

    # ---- there and back

    @on(ArticleMessages.Moved)
    def follow_place(self) -> None:
        """Takes the place of the cursor for the one where the person reads."""
        article = self.body.article
        if article is not None and self.at in ("article", "facts"):
            self._was = Place(article.id, self.body.cursor, self.body.cursor)

    @on(ArticleMessages.Leaping)
    def _leap(self) -> None:
        self.leave_place()

    @on(FactsMessages.Jump)
    def _jump(self, event: FactsMessages.Jump) -> None:
        self.leave_place()
        self.body.go(event.start, span=(event.start, event.end))
        self.to("article")

    def leave_place(self) -> None:
        """Keeps where the person reads, to come back to, before a jump from there."""
        if self._was is not None:
            self.jumps.leave(self._was)

    def leave_article_for(self, article_id: str) -> None:
        """The same where another article is opened."""
        if self._was is not None and self._was.article != article_id:
            self.leave_place()

    def read_on(self, place: Place | None) -> None:
        """A screen above ended with a place to read on at; ctrl+o comes back from there."""
        if place is None:
            return
        self.leave_place()
        self.read(place.article, focus=True, at=place.start)
        self._tell_way_back("where you were")

    def read_compared(self, place: Place) -> None:
        """A comparison was left to read on; ctrl+o goes back to it, not to what was read before."""
        self.jumps.forget()
        self.read(place.article, focus=True, at=place.start)
        self._tell_way_back("what you left")

    def _tell_way_back(self, to: str) -> None:
        self.status.say(f"{self.app.key_of('compare.return')} goes back to {to}.")

    def action_return(self) -> None:
        """Back to where the last jump was made from; from there, to the comparison."""
        if (place := self.jumps.back(self._was)) is not None:
            self.read(place.article, focus=True, at=place.start)
            self.status.say(f"{self.app.key_of('jump.forward')} goes forward again.")
        else:
            self.app.action_return()

    def action_forward(self) -> None:
        """Forward again to where was gone back from."""
        if (place := self.jumps.forward(self._was)) is not None:
            self.read(place.article, focus=True, at=place.start)
            self._tell_way_back("where you were")
        else:
            self.status.say("There is no place to go forward to.")


def _named(officials: Iterable[Official], start: int, end: int) -> list[Official]:
    """The officials who are mentioned between two offsets."""
    return [
        official
        for official in officials
        if any(mention.start < end and start < mention.end for mention in official.mentions)
    ]
