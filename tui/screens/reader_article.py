"""What the reader does with an article as a whole: its page, its text, what is known of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.app import SuspendNotSupported

from index.errors import NewsreaderError, UsageError
from tui import messages
from tui.rendering.guard import guard
from tui.rendering.words import short_path
from tui.screens.reader_notes import ReaderNotes
from tui.widgets.article_messages import ArticleMessages

if TYPE_CHECKING:
    from index.article import Article


class ReaderArticle(ReaderNotes):
    """Keys that reach beyond the program: the browser, another command, `sources.toml`."""

    _piped = ""
    """The command that was last given something to read."""

    def _article_here(self) -> Article | None:
        """The report under the cursor of the list, or the one that is read; without one says so."""
        current = self.current_id()
        if self.reading is not None and self.reading.article.id == current:
            return self.reading.article
        article = self.desk.article_or_none(current) if self.desk and current else None
        if article is None:
            self.status.say("There is no report here.")
        return article

    def action_browser(self) -> None:
        """Opens the article's page in the browser."""
        from tui.browser import open_page

        if (article := self._article_here()) is None:
            return
        if not article.url:
            self.post_message(ArticleMessages.Note("No web address is known of this article."))
            return
        try:
            open_page(article.url)
        except NewsreaderError as error:
            self.post_message(messages.Failed(str(error)))
        else:
            self.post_message(ArticleMessages.Note(f"Opened {article.url}"))

    # ---- another program

    @work(exclusive=True, group="dialog", exit_on_error=False)
    async def action_pipe(self) -> None:
        """Gives the selected words, or the article, to a command."""
        from tui.screens.prompt import Prompt

        if self.reading is None:
            self.status.say("Open a report first: its text goes to the program.")
            return
        selected = self.body.selected_span()
        start, end = selected or (0, len(self.body.body))
        text = self.body.body[start:end]
        what = "the selected words" if selected else "the article"
        words = await self.app.push_screen_wait(
            Prompt(
                f"Give {what} to the command",
                value=self._piped,
                hint="One program with its arguments, such as less or wc -w; no shell reads it.",
            )
        )
        if words is not None:
            self._piped = words
            self._pipe(words, f"{text}\n")

    def _pipe(self, words: str, text: str) -> None:
        from tui.piping import pipe, pipe_command

        try:
            command = pipe_command(words)
            with self.app.suspend():
                code = pipe(command, text)
                input(f"\n[{guard(words)} ended with {code}; Enter goes back to the article] ")
        except SuspendNotSupported:
            self.post_message(messages.Failed("Another program cannot be started from here."))
        except UsageError as error:
            self.post_message(messages.Failed(str(error)))
        except (EOFError, KeyboardInterrupt):
            pass  # the person is back already
        self.app.refresh()

    # ---- what is known of it

    def action_details(self) -> None:
        """Asks for the article's outlet, day and zone."""
        from tui.screens.details import DetailsScreen

        if (article := self._article_here()) is None:
            return
        if (file := article.path) is None:
            self.status.say("This article has no file that something could be said of.")
            return
        self.app.push_screen(
            DetailsScreen(article, lambda changed: _declare(file, changed)), self._declared
        )

    def _declared(self, written: str | None) -> None:
        if written is not None:
            self.post_message(messages.Noticed(written))
            self.app.look_at_folders()


def _declare(file: Path, changed: Mapping[str, str]) -> str:
    """Writes; the library takes it in like any other change of its folders."""
    from index.declaring import declare

    return f"Written into {short_path(declare(file, changed))}."
