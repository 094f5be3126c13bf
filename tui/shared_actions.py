"""Actions of the app that lead to other screens."""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from textual import work
from textual.app import App, SuspendNotSupported
from textual.message import Message
from textual.screen import Screen

from index.errors import NewsreaderError, UsageError
from index.locations import notes_file
from tui.notes_watch import EVERY, NotesWatch
from tui.places import Place

if TYPE_CHECKING:
    from index.compare.model import Question, RelationKind
    from tui.desk import Desk
    from tui.screens.help import WorkingKey


@dataclass
class Ruled(Message):
    """The person has ruled on a question."""

    question: Question


@dataclass
class NotesChanged(Message):
    """The notes file may hold other bookmarks than before."""


class SharedActions(App[None]):
    """What every screen can ask for. The screens are imported when they are first opened."""

    desk: Desk | None
    """The open library with its notebook; None until it is open."""

    _left: Sequence[Screen[object]] = ()
    """The screens that were left to read on, the lowest first, as they were left."""
    _left_for: str | None = None
    """The article that they were left for, until the person has stepped back from there."""

    _watch: NotesWatch | None = None
    """What the notes were like at the last look."""

    def read_on(self, place: Place | None) -> None:
        """Goes back to the reader, and there to `place`. The app says how."""
        raise NotImplementedError

    def read_compared(self, place: Place) -> None:
        """Goes to `place`, for which a comparison was left."""
        self.read_on(place)

    def leave_for(self, place: Place | None) -> None:
        """Leaves all open screens to read on at `place`, and keeps them to come back to.

        Done as the next thing: a card that ends with a place has closed by then.
        """
        if place is not None:
            self.call_later(self._leave, place)

    def _leave(self, place: Place) -> None:
        screens = [screen for screen in self.screen_stack[1:] if not screen.is_modal]
        for screen in self._left:
            if screen not in screens:
                self.uninstall_screen(screen)
                screen.remove()
        for screen in screens:
            if not self.is_screen_installed(screen):
                self.install_screen(screen, f"left-{id(screen)}")
        self._left, self._left_for = screens, place.article
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.read_compared(place)

    def action_return(self) -> None:
        """Goes back to the comparison, and what was open over it, that were left to read on."""
        if not self._left:
            self.tell("There is no place and no comparison to go back to.")
            return
        self._left_for = None
        for screen in self._left:
            if screen not in self.screen_stack:
                self.push_screen(screen)

    def step_back_to_comparison(self, article: str) -> bool:
        """Goes back if the comparison was left for this article; False if it was not."""
        if self._left_for != article:
            return False
        self.action_return()
        return True

    @work(group="rulings", exit_on_error=False)
    async def rule(self, question: Question, relation: RelationKind | None, said: str = "") -> None:
        """Keeps a ruling away from the keys, tells every open screen, and then says `said`."""
        if (desk := self.desk) is None:
            return
        try:
            changed = await asyncio.to_thread(desk.rule, question, relation)
        except NewsreaderError as error:
            self.tell(str(error))
            return
        self._tell_screens(lambda: Ruled(changed))
        if said:
            self.tell(said)

    def ask_ruling(self, question: Question) -> None:
        """Asks how the person reads the answers to a question, and keeps it."""
        from tui.screens.ruling import RulingScreen

        def take(chosen: RelationKind | Literal["none"] | None) -> None:
            if chosen is not None:
                self.rule(question, None if chosen == "none" else chosen)

        self.push_screen(RulingScreen(question), take)

    def take_ruling_back(self, question: Question) -> None:
        """Lets a question stand as the rules found it."""
        if question.ruling is None:
            self.tell("There is no ruling of yours on this question to take back.")
        else:
            said = f"Your ruling is taken back; the rules found “{question.relation}”."
            self.rule(question, None, said)

    def watch_notes(self) -> None:
        """Looks now and then whether another program has changed the notes."""
        self.set_interval(EVERY, self.look_at_notes)

    @work(thread=True, exclusive=True, group="notes-watch", exit_on_error=False)
    def look_at_notes(self) -> None:
        """Tells every screen if the notes have changed; the person, if a bookmark is gone."""
        if self._watch is None and self.desk is not None and self.desk.notebook is not None:
            self._watch = NotesWatch(self.desk, self.desk.notebook)
        if self._watch is None:
            return
        try:
            told = self._watch.look()
        except NewsreaderError as error:
            told = str(error)
        if told is not None:
            self.call_from_thread(self.notes_changed)
        if told:
            self.call_from_thread(self.tell, told)

    def notes_changed(self) -> None:
        """Tells every open screen to look at the notes again."""
        self._tell_screens(NotesChanged)

    def _tell_screens(self, make: Callable[[], Message]) -> None:
        for screen in dict.fromkeys((*self.screen_stack, *self._left)):
            screen.post_message(make())

    def action_help(self) -> None:
        """Shows the keys that work here, and does the one that is chosen."""
        from tui.screens.help import HelpScreen, working_keys

        async def do(chosen: WorkingKey | None) -> None:
            if chosen is not None:
                await self.run_action(chosen.binding.action, chosen.node)

        self.push_screen(HelpScreen(working_keys(self.screen)), do)

    def action_notes(self) -> None:
        """Shows all bookmarks."""
        from tui.screens.notes import NotesScreen

        if self.desk is None or self.desk.notebook is None:
            self.tell("The notes are not open yet.")
            return
        self.push_screen(NotesScreen(self.desk, self.desk.notebook), self.read_on)

    def action_edit_notes(self) -> None:
        """Opens the notes file in the person's editor, at the bookmark that is highlighted."""
        from tui.screens.notes import NotesScreen

        notebook = self.desk.notebook if self.desk else None
        file, line = notebook.path if notebook else notes_file(), None
        screen: Screen[object] = self.screen
        if isinstance(screen, NotesScreen):
            file, line = screen.file_and_line() or (file, line)
        try:
            self.edit(file, line)
        except NewsreaderError as error:
            self.tell(str(error))
        self.notes_changed()

    def edit(self, file: Path, line: int | None = None) -> None:
        """Hands the terminal to the editor until it ends. Raises UsageError."""
        from tui.editing import editor_command

        if file.is_dir():
            raise UsageError(f"The notes are many files, in {file}: choose a bookmark (B) first.")
        command = editor_command(file, line)
        try:
            with self.suspend():
                ended = subprocess.run(command, check=False)  # noqa: S603  (an argument list)
        except SuspendNotSupported as error:
            raise UsageError("An editor cannot be opened from here.") from error
        except OSError as error:
            raise UsageError(f"The editor {command[0]} cannot be started: {error}.") from error
        self.refresh()
        if ended.returncode:
            self.tell(f"The editor ended with {ended.returncode}; the notes are as it left them.")

    def tell(self, sentence: str) -> None:
        """Shows one sentence over the screen."""
        self.notify(sentence, markup=False)
