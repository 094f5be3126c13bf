"""The least that a Textual app can be and still show a screenful of text: what ours is held to."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

ROWS = 40


class Minimal(App[None]):
    """Rows of text; j sets off the next one."""

    BINDINGS: ClassVar[list[BindingType]] = [("j", "next", "Next")]
    current = 0

    def compose(self) -> ComposeResult:
        yield Static(self.rows(), id="page", markup=False)

    def rows(self) -> str:
        """The bar stands before the current row."""
        return "\n".join(
            f"{'▌' if number == self.current else ' '}row {number} of the page, and words after it"
            for number in range(ROWS)
        )

    def action_next(self) -> None:
        self.current = (self.current + 1) % ROWS
        self.query_one("#page", Static).update(self.rows())


def painted(rows: Sequence[str]) -> bool:
    """Whether the screen shows all rows."""
    return f"row {ROWS - 1} " in rows[-1]


if __name__ == "__main__":
    Minimal().run()
