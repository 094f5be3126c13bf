"""The program on the screen: theme, keys, screens, and the library behind them."""

from __future__ import annotations

import asyncio
import gc
import signal
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import BindingType
from textual.filter import LineFilter
from textual.worker import Worker, WorkerState, get_current_worker

from index.errors import NewsreaderError
from index.locations import cache_folder, config_file
from tui import messages
from tui.bindings import for_screen
from tui.keeping_up import KeepsUp, LeftError
from tui.keymap import read_keymap
from tui.places import Place
from tui.rendering.guard_filter import GuardFilter
from tui.screens.reader import ReaderScreen
from tui.theme import DARK, THEMES, token_defaults
from tui.worker_faults import worker_fault

if TYPE_CHECKING:
    from textual.command import Provider

    from index.intake.intake import Intake
    from index.sync import SyncProgress
    from tui.desk import Desk


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


_STYLES = Path(__file__).parent.parent / "styles"


class NewsReader(KeepsUp):
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
        super().__init__()
        for own in THEMES:
            self.register_theme(own)
        # Set before anything is drawn: a change of theme would style everything twice.
        self.set_reactive(NewsReader.theme, theme if theme in self.available_themes else DARK.name)
        self.set_class(self.current_theme.dark, "-dark-mode")
        self.set_class(not self.current_theme.dark, "-light-mode")
        self.stylesheet.set_variables(self.get_css_variables())
        self._paths = paths
        self._cache = cache
        self._notes = notes
        self._notes_dir = notes_dir
        self._config = config or config_file()
        self._at = at
        self._guard = GuardFilter()
        self.desk: Desk | None = None
        """The open library with its notebook; None until it is open."""
        self.reader = ReaderScreen(cache or _cache_of(paths), session=session)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Whatever a widget draws passes the guard."""
        return [self._guard, *super().get_line_filters()]

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours of marks, in themes that are not ours."""
        return token_defaults(self.current_theme)

    def get_default_screen(self) -> ReaderScreen:
        """The reader stands at the bottom of the stack."""
        return self.reader

    def on_mount(self) -> None:
        """The person's own keys."""
        keymap = read_keymap(self._config)
        self.set_keymap(dict(keymap.keys))
        self._leave_on_signals()
        self.watch_notes()
        for problem in keymap.problems:
            self.reader.post_message(messages.Failed(problem))

    def _leave_on_signals(self) -> None:
        """Whoever ends the program from outside gets the terminal back as it was."""
        for number in (signal.SIGTERM, signal.SIGHUP):
            # Outside the main thread, as in some tests, signals are not ours to handle.
            with suppress(RuntimeError, ValueError, NotImplementedError):
                asyncio.get_running_loop().add_signal_handler(number, self.exit)

    def on_ready(self) -> None:
        """The first frame stands: now the library, and the garbage collector again."""
        gc.freeze()
        gc.enable()
        self.open_library()

    @work(thread=True, exit_on_error=False)
    def open_library(self) -> None:
        """Opens the library and brings it up to date, away from the keys."""
        from tui.desk import Desk

        worker = get_current_worker()

        def progress(so_far: SyncProgress) -> None:
            if worker.is_cancelled:
                raise LeftError
            self.reader.post_message(messages.Progressed(so_far.done, so_far.total))

        try:
            desk = Desk.open(
                self._paths, cache=self._cache, notes=self._notes, notes_dir=self._notes_dir
            )
            problems = self._follow_settings(desk)
            self.desk = desk
            self.reader.post_message(messages.Opened(desk, self._at))
            report = desk.sync(progress)
            self.reader.post_message(messages.Synced(report))
            self.call_later(self.keep_up, report.failed)
            for problem in problems:
                self.reader.post_message(messages.Failed(problem))
        except LeftError:
            pass  # what was committed stays, and the next start goes on from there
        except NewsreaderError as error:
            self.reader.post_message(messages.Failed(str(error)))

    def _follow_settings(self, desk: Desk) -> list[str]:
        """Gives the desk what the person has set; returns what is wrong in the settings."""
        if not self._config.exists():
            return []
        from index.settings import read_settings

        settings, problems = read_settings(self._config)
        desk.watch = settings.reader.watch
        theme, known = settings.reader.theme, sorted(self.available_themes)
        if theme and theme not in known:
            problems.append(
                f"{self._config}: there is no theme {theme!r}; known: {', '.join(known)}."
            )
        return problems

    def library_places(self) -> Sequence[Path]:
        """The folders and files that were named; they may have gone meanwhile."""
        return [Path(path).expanduser().resolve() for path in self._paths]

    def intake(self) -> Intake:
        """What takes articles in, with what the settings allow."""
        from index.intake.intake import Intake
        from index.intake.place import intake_folder
        from index.settings import read_settings

        settings = read_settings(self._config if self._config.exists() else None)[0]
        folder = intake_folder([Path(path) for path in self._paths])
        return Intake(folder, allow_private=settings.library.allow_private)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A fault of the program in opening the library is told, and the rest goes on."""
        if event.state is WorkerState.ERROR:
            self.reader.post_message(messages.Failed(worker_fault(event.worker)))

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

    async def _check_bindings(self, key: str, priority: bool = False) -> bool:
        """Does what a key stands for before the next key is looked at.

        Textual hands a key on to the focused widget, which does it later: of "/kursk" typed at
        once, letters would still reach the list. In a text box keys go on to it, in their order.
        """
        done = await super()._check_bindings(key, priority)
        takes_text = self.focused is not None and self.focused.check_consume_key("a", "a")
        if done or not priority or takes_text:
            return done
        return await super()._check_bindings(key)

    async def on_unmount(self) -> None:
        """Ends a sync that is under way, and lets go of the library."""
        self.workers.cancel_all()
        if self.desk is not None:
            self.reader.leave_at_once()
            self.desk.close()
