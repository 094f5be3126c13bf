"""The program on the screen: theme, keys, screens, and the library behind them."""

from __future__ import annotations

import asyncio
import gc
import signal
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.await_remove import AwaitRemove
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.filter import LineFilter, NoColor
from textual.widget import Widget

from index.locations import cache_folder, config_file
from tui import messages
from tui.bindings import for_screen
from tui.freed_memory import give_back_freed_memory
from tui.keys_in_order import KeysInOrder
from tui.opening import Opening, OpensLibrary
from tui.places import Place
from tui.rendering.guard_filter import GuardFilter
from tui.screens.reader import ReaderScreen
from tui.terminal import Terminal
from tui.theme import DARK, THEMES, token_defaults

if TYPE_CHECKING:
    from textual.command import Provider
    from textual.driver import Driver


def _action_commands() -> type[Provider]:
    """The palette's actions, imported when it is first opened."""
    from tui.palette import ActionCommands

    return ActionCommands


def _article_commands() -> type[Provider]:
    """The palette's articles, imported when it is first opened."""
    from tui.palette import ArticleCommands

    return ArticleCommands


def _cache_of(paths: Sequence[str | Path]) -> Path | None:
    """Where the library of `paths` keeps what it has worked out, if that can be named."""
    with suppress(OSError, ValueError, RuntimeError):
        return cache_folder([Path(path).expanduser() for path in paths]) if paths else None
    return None


_NO_COLOR = NoColor()
_YOUNG = (10_000, 20, 20)
"""When the garbage collector looks for circles. A screenful makes some ten thousand objects and no
circle: with Python's own 700, a third of each painting went into looking."""
_STYLES = Path(__file__).parent.parent / "styles"


class NewsReader(KeysInOrder, OpensLibrary):
    """Opens on the reader; the library comes once the first frame stands."""

    TITLE = "newsreader"
    CSS_PATH: ClassVar = [_STYLES / "app.tcss", _STYLES / "reader.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = list(for_screen("app"))
    COMMANDS: ClassVar = {_action_commands, _article_commands}

    def __init__(
        self,
        paths: Sequence[str | Path] = (),
        *,
        cache: Path | None = None,
        notes: Path | None = None,
        notes_dir: Path | None = None,
        config: Path | None = None,
        at: tuple[str, int] | None = None,
        theme: str = DARK.name,
        session: bool = True,
    ) -> None:
        """`paths`: folders and files of the library. `at`: article and offset to open at.

        `notes` is the notes file, `notes_dir` a folder with one for each article instead. A theme
        that is not known leaves the usual one; without `session` the start is a fresh one.
        """
        super().__init__(Opening(paths, cache, notes, notes_dir, config or config_file(), at))
        for own in THEMES:
            self.register_theme(own)
        # Set before anything is drawn: a change of theme would style everything twice.
        self.set_reactive(NewsReader.theme, theme if theme in self.available_themes else DARK.name)
        self.set_class(self.current_theme.dark, "-dark-mode")
        self.set_class(not self.current_theme.dark, "-light-mode")
        self.stylesheet.set_variables(self.get_css_variables())
        self._guards: list[LineFilter] = [GuardFilter()]
        self._terminal = Terminal()
        self.reader = ReaderScreen(cache or _cache_of(paths), session=session)

    def get_driver_class(self) -> type[Driver]:
        """On a terminal, ours: it may vanish."""
        from textual.drivers.linux_driver import LinuxDriver

        from tui.driver import TerminalDriver

        usual = super().get_driver_class()
        return TerminalDriver if usual is LinuxDriver else usual

    def fit(self, terminal: Terminal) -> None:
        """Draws only what this terminal shows and the person wants; to be called before `run`."""
        self._terminal, self.no_color = terminal, not terminal.colors
        if not terminal.signs:
            from tui.rendering.ascii_filter import AsciiFilter

            self._guards.append(AsciiFilter(letters=terminal.letters))
        if not terminal.motion:
            self.animation_level = "none"

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Whatever a widget draws passes the guard; without colours not even grey is left."""
        last = (_NO_COLOR,) if self.no_color else ()
        return [*self._guards, *super().get_line_filters(), *last]

    def get_key_display(self, binding: Binding) -> str:
        """Enter is a word where there is no sign for it."""
        shown = super().get_key_display(binding)
        return "enter" if shown == "⏎" and not self._terminal.signs else shown

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Where nothing is to move, the cursor of a text box does not blink."""
        if not self._terminal.motion and hasattr(event.widget, "cursor_blink"):
            event.widget.cursor_blink = False

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours of marks, in themes that are not ours."""
        return token_defaults(self.current_theme)

    def get_default_screen(self) -> ReaderScreen:
        """The reader stands at the bottom of the stack."""
        return self.reader

    def on_mount(self) -> None:
        """The person's own keys, where there are settings: most starts read none."""
        self._leave_on_signals()
        self.watch_notes()
        if not self.opening.config.exists():
            return
        from tui.keymap import read_keymap

        keymap = read_keymap(self.opening.config)
        self.set_keymap(dict(keymap.keys))
        for problem in keymap.problems:
            self.reader.post_message(messages.Failed(problem))

    def _leave_on_signals(self) -> None:
        """Whoever ends the program from outside gets the terminal back as it was."""
        for number in (signal.SIGTERM, signal.SIGHUP):
            # Outside the main thread, as in some tests, signals are not ours to handle.
            with suppress(RuntimeError, ValueError, NotImplementedError):
                asyncio.get_running_loop().add_signal_handler(number, self.exit)

    async def on_ready(self) -> None:
        """The first frame stands: now the other panes, the library, the garbage collector again."""
        await self.reader.add_panes()
        if not gc.isenabled():  # `tui.reader` starts without it
            gc.freeze()
            gc.set_threshold(*_YOUNG)
            gc.enable()
        give_back_freed_memory()
        self.open_library()

    def tell_done(self, sentence: str) -> None:
        """On the status line, where it is seen; over any other screen."""
        if self.screen is self.reader:
            self.reader.status.say(sentence)
        else:
            super().tell_done(sentence)

    def tell_fault(self, sentence: str) -> None:
        """On the status line, where it is seen; over any other screen."""
        if self.screen is self.reader:
            self.reader.post_message(messages.Failed(sentence))
        else:
            super().tell_fault(sentence)

    def _fatal_error(self) -> None:
        """A fault of the program ends it with a sentence; where it was is kept in a file.

        Textual would print the traceback, with what the variables held, over the terminal.
        """
        from rich.text import Text

        from tui.faults import fault_sentence, keep_fault

        self.panic(Text(fault_sentence(keep_fault())))

    def read_on(self, place: Place | None) -> None:
        """Goes back to the reader, and there to `place`."""
        if place is not None:
            while self.screen is not self.reader and len(self.screen_stack) > 1:
                self.pop_screen()
            self.reader.read_on(place)

    def read_compared(self, place: Place) -> None:
        """Goes to `place`, for which a comparison was left."""
        self.reader.read_compared(place)

    async def arrive(self) -> None:
        """A key may be struck before the first frame, and while an article is on its way."""
        await self.reader.add_panes()
        if self.screen is self.reader:
            await self.reader.arrive()

    def _prune(self, *nodes: Widget, parent: DOMNode | None = None) -> AwaitRemove:
        """What was drawn of a widget goes with it: the cache of `StylesCache.get_inner_outer` holds
        on to the lines of the last thousand, however long ago they were closed."""
        for node in nodes:
            for widget in node.walk_children(Widget, with_self=True):
                widget._styles_cache.clear()
        return super()._prune(*nodes, parent=parent)

    async def on_unmount(self) -> None:
        """Ends a sync that is under way, and lets go of the library."""
        self.workers.cancel_all()
        if self.desk is not None:
            self.reader.leave_at_once()
            self.desk.close()
