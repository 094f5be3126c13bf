"""The article, with a box to find words in it."""

from __future__ import annotations

from textual.containers import Vertical
from textual.widgets import Input

from tui.rendering.finding import find
from tui.widgets.article_body import ArticleBody
from tui.widgets.backdrop import Backdrop


class ArticlePane(Vertical, Backdrop):
    """The page; below it, while words are looked for, the find box.

    The page is moved by calls in its own turn: what it posts while this pane, its parent, is at
    work would come no further than here.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name)
        self.body = ArticleBody(id="article")
        self.box = Input(placeholder="Find in this article", compact=True, id="find")
        self.box.display = False
        super().__init__(self.body, self.box, id=id)

    def open_find(self) -> None:
        """Opens the find box and goes there."""
        if self.body.article is not None:
            self.post_message(ArticleBody.Leaping())
            self.box.display = True
            self.screen.set_focus(self.box)  # at once: the next key is for it

    def on_input_changed(self, event: Input.Changed) -> None:
        """Marks what is found while it is typed, and shows the first below the cursor."""
        event.stop()
        self.body.set_layer("match", find(self.body.body, event.value))
        below = [s for s, _ in self.body.marks["match"].spans if s >= self.body.cursor]
        if below:
            self.body.call_next(self.body.go, below[0])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Back to the page, with the matches marked for `n` and `N`."""
        event.stop()
        event.input.display = False
        self.screen.set_focus(self.body)  # at once: the next key is for it
        if self.body.marks["match"].spans:
            self.body.call_next(self.body.step_to_match)
        elif event.value:
            self.post_message(ArticleBody.Note(f"“{event.value}” is not in this article."))

    @property
    def finding(self) -> bool:
        """Whether the find box is open or has left marks."""
        return bool(self.box.display or self.box.value)

    def leave_find(self) -> None:
        """Closes the find box and forgets what was looked for."""
        self.box.display = False
        with self.prevent(Input.Changed):
            self.box.value = ""
