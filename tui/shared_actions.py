"""What every screen can ask of the app. What opens other screens is in `tui.navigation`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from textual import work
from textual.app import App
from textual.binding import Binding, Keymap
from textual.css.query import NoMatches
from textual.message import Message
from textual.screen import Screen

from index.errors import NewsreaderError
from tui.bindings import ACTIONS
from tui.messages import NotesChanged, Ruled
from tui.notes_watch import EVERY, NotesWatch
from tui.places import Place
from tui.rendering.words import count
from tui.worker_faults import TellsWorkerFaults

if TYPE_CHECKING:
    from index.article import Article
    from index.compare.model import Question, RelationKind
    from tui.desk import Desk


class SharedActions(TellsWorkerFaults, App[None]):
    """What every screen can ask for. The app says how screens are opened."""

    desk: Desk | None
    """The open library with its notebook; None until it is open."""

    _left: Sequence[Screen[object]] = ()
    """The screens that were left to read on, the lowest first, as they were left."""
    _left_for: str | None = None
    """The article that they were left for, until the person has stepped back from there."""

    _own_keys: Keymap = MappingProxyType({})
    """The person's own keys by the ids of actions."""

    _watch: NotesWatch | None = None
    """What the notes were like at the last look."""

    def _handle_exception(self, error: Exception) -> None:
        """A screen that was opened as the program ended looks in vain for its widgets: Textual has
        started none of them. That is no fault, and nobody sees the screen."""
        if self.is_running or not isinstance(error, NoMatches):
            super()._handle_exception(error)

    def read_on(self, place: Place | None) -> None:
        """Goes back to the reader, and there to `place`. The app says how."""
        raise NotImplementedError

    def show_card(
        self,
        questions: Sequence[Question],
        reports: Sequence[Article],
        place: Place | None,
        *,
        reasons: bool = False,
        timeline: bool = True,
    ) -> None:
        """Shows what each of `reports` answers to some questions, `place` being where the
        person comes from.

        `reasons`: with the reason of every pair of answers. `timeline`: a timeline can be opened
        from there.
        """
        raise NotImplementedError

    def show_timeline(self, question: Question, reports: Sequence[Article]) -> None:
        """Shows the answers to a question over time."""
        raise NotImplementedError

    def ask_ruling(self, question: Question) -> None:
        """Asks how the person reads the answers to a question, and keeps it."""
        raise NotImplementedError

    def look_at_folders(self) -> None:
        """Takes in what has changed in the library's folders, away from the keys."""
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
        changed = await asyncio.to_thread(desk.decisions.rule, question, relation)
        self._tell_screens(lambda: Ruled(changed))
        if said:
            self.tell(said)

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
        told = ""
        try:
            gone = self._watch.look()
        except NewsreaderError as error:
            gone, told = 0, str(error)
        if gone is None:
            return
        self.call_from_thread(self.notes_changed)
        if gone:
            shows, restores = self.key_of("notes.open"), self.key_of("notes.restore")
            told = (
                f"{count(gone, 'bookmark')} vanished from the notes file: {shows} lists what did, "
                f"{restores} puts it back, {self.key_of('notes.delete')} forgets it."
            )
        if told:
            self.call_from_thread(self.tell, told)

    def notes_changed(self) -> None:
        """Tells every open screen to look at the notes again."""
        self._tell_screens(NotesChanged)

    def _tell_screens(self, make: Callable[[], Message]) -> None:
        for screen in dict.fromkeys((*self.screen_stack, *self._left)):
            screen.post_message(make())

    def set_keymap(self, keymap: Keymap) -> None:
        """See Textual; the keys are remembered for `key_of`."""
        self._own_keys = keymap
        super().set_keymap(keymap)

    def is_own_key(self, key: str) -> bool:
        """Whether the person has given this key to an action."""
        return any(key in keys.split(",") for keys in self._own_keys.values())

    def key_of(self, action: str) -> str:
        """The first key of an action, as it is written for people."""
        keys = self._own_keys.get(action, ACTIONS[action].keys)
        return self.get_key_display(next(iter(Binding.make_bindings([(keys, "")]))))

    def tell(self, sentence: str) -> None:
        """Shows one sentence over the screen."""
        self.notify(sentence, markup=False)

    def tell_done(self, sentence: str) -> None:
        """Says in passing what was done. The app says where."""
        self.tell(sentence)

    def copy_to_clipboard(self, text: str, said: str = "") -> None:
        """Copies, by whichever key, and says so: with `said`, or with the number of words."""
        super().copy_to_clipboard(text)
        self.tell_done(said or f"Copied {count(len(text.split()), 'word')}.")

    def action_help_quit(self) -> None:
        """What ctrl+c does where nothing is selected: Textual asks whether to quit."""
        self.tell_done("Nothing is selected to be copied. ctrl+q leaves at once.")
