"""Opening the library behind the screen, with what the person has set."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from textual import work
from textual.worker import get_current_worker

from index.errors import NewsreaderError
from tui import messages
from tui.taking_in import TakesIn
from tui.theme import theme_fault
from tui.worker_faults import LeftError

if TYPE_CHECKING:
    from index.intake.intake import Intake
    from index.sync import SyncProgress
    from tui.desk import Desk


_STYLES: Final = Path(__file__).resolve().parents[1] / "styles"


class Opening(NamedTuple):
    """What the program is to open."""

    paths: Sequence[str | Path]
    """Folders and files of the library."""
    cache: Path | None
    """A folder for the cache; None for the usual one."""
    notes: Path | None
    """The notes file; None for the usual one."""
    notes_dir: Path | None
    """A folder with one notes file for each article instead."""
    config: Path
    """The person's settings."""
    at: tuple[str, int] | None
    """The article, and the offset in it, to begin at."""


class OpensLibrary(TakesIn):
    """The part of the app that opens the library, once the first frame stands."""

    def __init__(self, opening: Opening) -> None:
        super().__init__()
        self.opening = opening
        self.desk: Desk | None = None
        """The open library with its notebook; None until it is open."""

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
                self.opening.paths,
                cache=self.opening.cache,
                notes=self.opening.notes,
                notes_dir=self.opening.notes_dir,
            )
            problems = self._follow_settings(desk)
            self.desk = desk
            if worker.is_cancelled:  # the program has ended, and found no desk to close
                desk.close()
                return
            self.reader.post_message(messages.Opened(desk, self.opening.at))
            report = desk.sync(progress)
            self.reader.post_message(messages.Synced(report))
            self.call_later(self.keep_up, report)
            for problem in problems:
                self.reader.post_message(messages.Failed(problem))
            if not worker.is_cancelled:
                desk.library.warm()
                self._warm_comparison()
        except LeftError:
            pass  # what was committed stays, and the next start goes on from there
        except NewsreaderError as error:
            self.reader.post_message(messages.Failed(str(error)))

    def _warm_comparison(self) -> None:
        """Imports and reads what the first comparison would wait for."""
        for name in ("tui.gathering", "tui.screens.compare"):
            import_module(name)
        self.call_later(self.read_sheets, _STYLES / "compare.tcss", _STYLES / "matrix.tcss")

    def _follow_settings(self, desk: Desk) -> list[str]:
        """Gives the desk what the person has set; returns what is wrong in the settings."""
        if not self.opening.config.exists():
            return []
        from index.settings import read_settings

        settings, problems = read_settings(self.opening.config)
        desk.watch = settings.reader.watch
        if fault := theme_fault(settings.reader.theme):
            problems.append(f"{self.opening.config}: {fault}")
        return problems

    def settings_file(self) -> Path:
        """See `Navigation`."""
        return self.opening.config

    def library_places(self) -> Sequence[Path]:
        """The folders and files that were named; they may have gone meanwhile."""
        return [Path(path).expanduser().resolve() for path in self.opening.paths]

    def intake(self) -> Intake:
        """What takes articles in, with what the settings allow."""
        from index.intake.intake import Intake
        from index.intake.place import intake_folder
        from index.settings import read_settings

        settings = read_settings(self.opening.config if self.opening.config.exists() else None)[0]
        folder = intake_folder([Path(path) for path in self.opening.paths])
        return Intake(folder, allow_private=settings.library.allow_private)
