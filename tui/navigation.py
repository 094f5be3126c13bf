"""The part of the app that opens screens. Each is imported when it is first opened."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from textual.app import SuspendNotSupported
from textual.screen import Screen

from index.errors import NewsreaderError, UsageError
from index.locations import notes_file
from tui.lending import run_in_front
from tui.places import Place
from tui.rendering.words import short_path
from tui.shared_actions import SharedActions
from tui.theme import THEMES

if TYPE_CHECKING:
    from index.article import Article
    from index.compare.model import Question, RelationKind
    from tui.labels import Target
    from tui.screens.help import WorkingKey


class Navigation(SharedActions):
    """Knows every screen that another one leads to; the screens know only `SharedActions`."""

    def read_sheets(self, *sheets: Path) -> None:
        """Reads the sheets of screens that are not open yet."""
        for sheet in sheets:
            if not self.stylesheet.has_source(str(sheet)):
                self.stylesheet.read(sheet)
        self.stylesheet.parse()  # what was parsed before is kept

    def _load_screen_css(self, screen: Screen[Any]) -> None:
        """Each of our sheets tells of its own screens alone. Textual would parse all that were read
        before again, and style all that is shown."""
        if any(not self.stylesheet.has_source(str(sheet)) for sheet in screen.css_path):
            self.read_sheets(*map(Path, screen.css_path))
        super()._load_screen_css(screen)

    # ---- questions

    def show_card(
        self,
        questions: Sequence[Question],
        reports: Sequence[Article],
        place: Place | None,
        *,
        reasons: bool = False,
        timeline: bool = True,
    ) -> None:
        """See `SharedActions`."""
        from tui.screens.card import EvidenceCard

        card = EvidenceCard(questions, reports, place, reasons=reasons, timeline=timeline)
        self.push_screen(card, self.leave_for)

    def show_timeline(self, question: Question, reports: Sequence[Article]) -> None:
        """See `SharedActions`."""
        from tui.screens.timeline import TimelineScreen

        self.push_screen(TimelineScreen(question, reports))

    def ask_ruling(self, question: Question) -> None:
        """Asks how the person reads the answers to a question, and keeps it."""
        from tui.screens.ruling import RulingScreen

        def take(chosen: RelationKind | Literal["none"] | None) -> None:
            if chosen is not None:
                self.rule(question, None if chosen == "none" else chosen)

        self.push_screen(RulingScreen(question), take)

    # ---- the palette

    def action_command_palette(self) -> None:
        """Finds any action, or an article by its title."""
        from tui.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())

    def settings_file(self) -> Path:
        """Where the person's settings are, or would be."""
        raise NotImplementedError

    def search_themes(self) -> None:
        """Chooses the colours of this session, and says how to keep them for all to come."""
        from tui.screens.picker import Choice, Picker

        def take(name: str | None) -> None:
            if name is not None:
                self.theme = name
                file = short_path(self.settings_file())
                self.tell(f'To keep it, write theme = "{name}" under [reader] in {file}.')

        ours = [theme.name for theme in THEMES]
        others = sorted(name for name in self.available_themes if name not in ours)
        choices = [
            Choice(name, name, sign="✓" if name == self.theme else "", heading=heading)
            for heading, names in (("newsreader", ours), ("Others", others))
            for name in names
        ]
        self.push_screen(Picker(choices, title="Colours"), take)

    # ---- help and notes

    def action_help(self) -> None:
        """Shows the keys that work here, and does the one that is chosen."""
        from tui.screens.help import HelpScreen, working_keys

        async def do(chosen: WorkingKey | None) -> None:
            if chosen is not None:
                await self.run_action(chosen.binding.action, chosen.node)

        self.push_screen(HelpScreen(working_keys(self.screen)), do)

    def action_labels(self) -> None:
        """Puts a letter on each place in view, and goes to the one that is typed."""
        from tui.screens.labels import LabelScreen, targets_on

        def go(target: Target | None) -> None:
            if target is not None:
                target.go()

        self.push_screen(LabelScreen(targets_on(self.screen)), go)

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
            key = self.key_of("notes.open")
            raise UsageError(
                f"The notes are many files, in {file}: choose a bookmark ({key}) first."
            )
        command = editor_command(file, line)
        try:
            with self.suspend():
                code = run_in_front(command)
        except SuspendNotSupported as error:
            raise UsageError("An editor cannot be opened from here.") from error
        except OSError as error:
            raise UsageError(f"The editor {command[0]} cannot be started: {error}.") from error
        self.refresh()
        if code:
            self.tell(f"The editor ended with {code}; the notes are as it left them.")
