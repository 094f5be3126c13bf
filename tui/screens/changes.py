"""What changed between two versions of a report, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from index.article import Article
from index.compare.differences import WEIGHTS, Difference
from tui.beside import about
from tui.bindings import for_screen
from tui.rendering.guard import guard
from tui.rendering.words import count
from tui.screens.closing import ClosesOnce
from tui.widgets.changes_body import ChangesBody
from tui.widgets.key_line import KeyLine

_HEADINGS = {"figure": "Figures", "name": "Names", "words": "Words", "signs": "Signs"}
_MOST = 40
"""Changes of one kind that are listed above the text."""
_LONGEST = 160
"""Characters of one side of a listed change."""


class ChangesScreen(ModalScreen[str | None], ClosesOnce[str | None]):
    """Ends with the id of the older version, to be read; None if it is only closed."""

    CSS_PATH = "../../styles/changes.tcss"
    BINDINGS: ClassVar = for_screen("changes_screen")

    def __init__(self, before: Article, after: Article, found: Sequence[Difference]) -> None:
        """`found`: how the two bodies differ; finding it in long ones takes a moment."""
        super().__init__()
        self._found = found
        self._before = before
        self._after = after

    def compose(self) -> ComposeResult:
        """The changes in a list, figures and names first; then the text with them in it."""
        with Vertical(id="changes"):
            yield Static(self._head(len(self._found)), markup=False)
            yield ChangesBody(_page(self._before, self._after, self._found))
        yield KeyLine()

    def on_mount(self) -> None:
        """The keys are for the text."""
        self.query_one(ChangesBody).focus()

    def _head(self, number: int) -> Content:
        return Content.assemble(
            (guard(self._after.title), "bold"),
            "\n",
            (guard(f"{about(self._before)}  →  {about(self._after)}"), "$quiet"),
            "\n",
            (f"{count(number, 'place')} changed", "$quiet"),
        )

    def action_open(self) -> None:
        """Reads the older version."""
        self.dismiss(self._before.id)


def _page(before: Article, after: Article, found: Sequence[Difference]) -> Content:
    parts = list(_listed(before, after, found))
    parts += [Content.styled("The text", "bold"), Content("\n\n")]
    parts += list(_text(before.body, after.body, found))
    return Content("").join(parts)


def _listed(before: Article, after: Article, found: Sequence[Difference]) -> Iterator[Content]:
    if before.title != after.title:
        yield Content.styled("Headline", "bold")
        yield Content.assemble("\n  ", *_sides(before.title, after.title), "\n\n")
    for weight in WEIGHTS[:2]:
        ours = [one for one in found if one.weight == weight]
        if not ours:
            continue
        yield Content.styled(_HEADINGS[weight], "bold")
        for one in ours[:_MOST]:
            yield Content.assemble("\n  ", *_sides(_told(one.gone), _told(one.come)))
        if len(ours) > _MOST:
            yield Content(f"\n  … and {len(ours) - _MOST} more")
        yield Content("\n\n")


def _sides(old: str, new: str) -> Iterator[Content]:
    """ "10,000 became 12,000"."""
    if old:
        yield _removed(old)
    if old and new:
        yield Content(" became ")
    if new:
        yield _added(new)
    if not old or not new:
        yield Content.styled(" is gone" if old else " is new", "$quiet")


def _told(phrases: tuple[str, ...]) -> str:
    told = ", ".join(phrases)
    return told if len(told) <= _LONGEST else told[: _LONGEST - 1] + "…"


def _text(before: str, after: str, found: Sequence[Difference]) -> Iterator[Content]:
    """The newer text, with what was removed standing where it stood."""
    at = 0
    for one in found:
        yield Content(guard(after[at : one.after.start]))
        if one.old:
            yield _removed(one.old)
            if one.new or not after[one.after.start : one.after.start + 1].isspace():
                yield Content(" ")
        if one.new:
            yield _added(one.new)
        at = one.after.end
    yield Content(guard(after[at:]))


def _removed(words: str) -> Content:
    """In brackets as well: not every terminal can strike words out."""
    return Content.styled(f"[-{guard(words)}-]", "$text-error strike")


def _added(words: str) -> Content:
    return Content.styled(f"{{+{guard(words)}+}}", "$text-success bold")
