"""What the article says, as a list beside it: figures, officials, dates, statements."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events

from tui.bindings import for_screen
from tui.rendering.bars import cursor_bar
from tui.rendering.flow import cells, rows_of, shorten
from tui.rendering.guard import guard
from tui.rendering.relations import SIGN, shown_relation
from tui.rendering.words import days
from tui.widgets.article_messages import FactsMessages
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from index.article import Article
    from index.compare.model import Question
    from index.facts.model import Facts, Figure
    from tui.rendering.page import Page


_WIDTH = 46
"""Cells that are counted on until the pane is seen."""


class Item(NamedTuple):
    """One row: a heading, or something that stands in the article."""

    text: str
    detail: str = ""
    """Said of it in a quieter voice: a role, a speaker, other values."""
    start: int = 0
    end: int = 0
    style: str = ""
    heading: bool = False
    follows: bool = False
    """A further row of the item above it."""

    @property
    def stands(self) -> bool:
        """Whether it is the first row of something that stands in the article."""
        return not (self.heading or self.follows)


class FactsPane(VirtualList, FactsMessages):
    """Enter goes to where a fact stands."""

    BINDINGS: ClassVar = for_screen("facts")
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--heading",
        "list--quiet",
        "list--disputed",
        "list--figure",
        "list--official",
        "list--statement",
    }

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name)
        super().__init__(id=id)
        self.items: list[Item] = []
        self._paragraphs: list[str] = []
        self._make: Callable[[int], list[Item]] = _nothing
        self._page: Page | None = None
        self._width = 0

    def show(
        self,
        article: Article | None,
        facts: Facts | None,
        page: Page,
        questions: Sequence[Question] = (),
    ) -> None:
        """Lists the facts of an article, with the questions that are answered differently."""
        self._make = _nothing
        if article is not None and facts is not None:
            self._make = partial(_items, article, facts, questions)
        self._page = page
        self._fill()

    def _fill(self) -> None:
        """Makes the rows for the present width; the cursor stays on the fact it stood on."""
        here = self.items[self.cursor].start if self.cursor < len(self.items) else 0
        self._width = self.scrollable_content_region.width
        self.items = self._make((self._width or _WIDTH) - 4)
        self._paragraphs = [
            f"¶{self._page.paragraph_of(item.start)}" if self._page and item.stands else ""
            for item in self.items
        ]
        stay = self.cursor < len(self.items) and self.items[self.cursor].start == here
        self.fill(len(self.items), cursor=self.cursor if stay else 0)

    def on_resize(self, event: events.Resize) -> None:
        """Another width, other rows."""
        if self.scrollable_content_region.width != self._width:
            self._fill()

    def can_stand_on(self, index: int) -> bool:
        """Not on headings, nor on second rows."""
        return self.items[index].stands

    def action_why(self) -> None:
        """Asks why what is highlighted is marked."""
        if self.cursor < len(self.items) and self.items[self.cursor].stands:
            item = self.items[self.cursor]
            self.post_message(self.Why(item.start, item.end))

    def on_virtual_list_chosen(self, event: VirtualList.Chosen) -> None:
        """Enter goes to the words."""
        event.stop()
        item = self.items[event.index]
        self.post_message(self.Jump(item.start, item.end))

    def draw_item(self, index: int, width: int, base: Style) -> list[list[Segment]]:
        """See `VirtualList`."""
        item = self.items[index]
        quiet = base + self.part_style("quiet")
        if item.heading:
            return [[Segment(" " + item.text, base + self.part_style("heading"))]]
        sign = cursor_bar(focus=self.has_focus) if index == self.cursor else " "
        bar = Segment(f"{sign} ", base + self.part_style("bar"))
        where = self._paragraphs[index]
        room = max(4, width - 4 - len(where))
        if item.follows:
            style = base + self.part_style(item.style) if item.style else quiet
            return [[bar, Segment("  " + shorten(guard(item.text), room - 2), style)]]
        text = shorten(guard(item.text), room)
        style = base + self.part_style(item.style) if item.style else base
        row = [bar, Segment(text, style)]
        used = cells(text)
        if item.detail and used + 3 < room:
            detail = shorten("  " + guard(item.detail), room - used)
            row.append(Segment(detail, quiet))
            used += cells(detail)
        row.append(Segment(" " * (room - used + 1) + where, quiet))
        return [row]


def _nothing(width: int) -> list[Item]:
    return []


def _items(article: Article, facts: Facts, questions: Sequence[Question], width: int) -> list[Item]:
    """All rows of the pane, at most `width` cells wide, sections without facts left out."""
    items: list[Item] = []

    def section(name: str, rows: Sequence[Item]) -> None:
        if rows:
            if items:
                items.append(Item("", heading=True))
            number = sum(1 for row in rows if not row.follows)
            items.append(Item(f"{name} {number}", heading=True))
            items.extend(rows)

    section("Answered differently", _disputes(article, questions, width))
    section("Figures", [_figure(figure) for figure in facts.figures])
    officials = []
    for official in facts.officials:
        first = official.mentions[0] if official.mentions else official.roles[0]
        times = f"×{len(official.mentions)}" if len(official.mentions) > 1 else ""
        officials.append(Item(official.name, times, first.start, first.end, "official"))
        officials += [Item(role.told, follows=True) for role in official.roles]
    section("Officials", officials)
    section(
        "Dates",
        [
            Item(mention.text, days(mention.earliest, mention.latest), mention.start, mention.end)
            for mention in facts.dates
        ],
    )
    statements = []
    for said in facts.statements:
        words = " ".join(article.body[said.start : said.end].split())
        statements.append(
            Item(said.speaker or "somebody", said.cue or "", said.start, said.end, "statement")
        )
        statements.append(Item(words, follows=True))
    section("Statements", statements)
    return items


def _figure(figure: Figure) -> Item:
    # "18 kilometres" needs no "km" beside it; "$300 million" is told to be US dollars.
    noun = figure.counted or (figure.kind != "measure" and figure.unit) or ""
    kind = figure.kind if figure.kind not in ("count", "measure", "money") else ""
    detail = noun if noun and noun.lower() not in figure.text.lower() else kind
    return Item(figure.text, detail, figure.start, figure.end, "figure")


def _disputes(article: Article, questions: Sequence[Question], width: int) -> list[Item]:
    rows = []
    for question in questions:
        mine = [answer for answer in question.answers if answer.article == article.id]
        if not mine:
            continue
        place = mine[0].start, mine[0].end
        asked = f"{SIGN[shown_relation(question)]} {question.question}"
        for number, row in enumerate(rows_of(asked, width - 4, 3)):
            rows.append(Item(row, "", *place, "disputed", follows=number > 0))
        others = [answer for answer in question.answers if answer.article != article.id]
        for where, answers in (("here", mine), ("elsewhere", others)):
            values = " / ".join(dict.fromkeys(" ".join(one.text.split()) for one in answers))
            if values:
                said = rows_of(f"{where}: {values}", width - 2, 2)
                rows += [Item(row, follows=True) for row in said]
    return rows
