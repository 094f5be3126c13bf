"""What the article says, as a list beside it: figures, officials, dates, statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.message import Message

from tui.bindings import for_screen
from tui.rendering.flow import cells, shorten
from tui.rendering.guard import guard
from tui.rendering.relations import SIGN, shown_relation
from tui.rendering.words import days
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from index.article import Article
    from index.compare.model import Question
    from index.facts.model import Facts, Figure
    from tui.rendering.page import Page


@dataclass(frozen=True, slots=True)
class Item:
    """One row: a heading, or something that stands in the article."""

    text: str
    detail: str = ""
    """Said of it in a quieter voice: a role, a speaker, other values."""
    start: int = 0
    end: int = 0
    style: str = ""
    heading: bool = False
    follows: bool = False
    """A second row of the item above it."""


class FactsPane(VirtualList):
    """Enter goes to where a fact stands."""

    BINDINGS: ClassVar = for_screen("facts")
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "facts--heading",
        "facts--quiet",
        "facts--disputed",
        "facts--figure",
        "facts--official",
        "facts--statement",
    }

    @dataclass
    class Jump(Message):
        """Go to these words of the article."""

        start: int
        end: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name)
        super().__init__(id=id)
        self.items: list[Item] = []
        self._paragraphs: list[str] = []

    def show(
        self,
        article: Article | None,
        facts: Facts | None,
        page: Page,
        questions: Sequence[Question] = (),
    ) -> None:
        """Lists the facts of an article, with the questions that others answer differently."""
        place = self.items[self.cursor].start if self.cursor < len(self.items) else 0
        self.items = _items(article, facts, questions) if article and facts else []
        self._paragraphs = [
            "" if item.heading or item.follows else f"¶{page.paragraph_of(item.start)}"
            for item in self.items
        ]
        stay = self.cursor < len(self.items) and self.items[self.cursor].start == place
        self.fill(len(self.items), cursor=self.cursor if stay else 0)

    def can_stand_on(self, index: int) -> bool:
        """Not on headings, nor on second rows."""
        return not (self.items[index].heading or self.items[index].follows)

    def on_virtual_list_chosen(self, event: VirtualList.Chosen) -> None:
        """Enter goes to the words."""
        event.stop()
        item = self.items[event.index]
        self.post_message(self.Jump(item.start, item.end))

    def draw_item(self, index: int, width: int, base: Style) -> list[list[Segment]]:
        """See `VirtualList`."""
        item = self.items[index]
        quiet = base + self._part("quiet")
        if item.heading:
            return [[Segment(" " + item.text, base + self._part("heading"))]]
        bar = Segment("▌ " if index == self.cursor else "  ", base + self._list_bar())
        where = self._paragraphs[index]
        room = max(4, width - 4 - len(where))
        if item.follows:
            return [[bar, Segment("  " + shorten(guard(item.text), room - 2), quiet)]]
        text = shorten(guard(item.text), room)
        style = base + self._part(item.style) if item.style else base
        row = [bar, Segment(text, style)]
        used = cells(text)
        if item.detail and used + 3 < room:
            detail = shorten("  " + guard(item.detail), room - used)
            row.append(Segment(detail, quiet))
            used += cells(detail)
        row.append(Segment(" " * (room - used + 1) + where, quiet))
        return [row]

    def _part(self, name: str) -> Style:
        return self.get_component_rich_style(f"facts--{name}", partial=True)

    def _list_bar(self) -> Style:
        return self.get_component_rich_style("list--bar", partial=True)


def _items(article: Article, facts: Facts, questions: Sequence[Question]) -> list[Item]:
    """All rows of the pane, sections without facts left out."""
    items: list[Item] = []

    def section(name: str, rows: Sequence[Item]) -> None:
        if rows:
            if items:
                items.append(Item("", heading=True))
            number = sum(1 for row in rows if not row.follows)
            items.append(Item(f"{name} {number}", heading=True))
            items.extend(rows)

    section("Answered differently", _disputes(article, questions))
    section("Figures", [_figure(figure) for figure in facts.figures])
    officials = []
    for official in facts.officials:
        first = official.mentions[0] if official.mentions else official.roles[0]
        times = f"×{len(official.mentions)}" if len(official.mentions) > 1 else ""
        officials.append(Item(official.name, times, first.start, first.end, "official"))
        officials += [Item(role.text, follows=True) for role in official.roles]
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
    noun = figure.counted or figure.unit or ""
    kind = figure.kind if figure.kind not in ("count", "measure", "money") else ""
    detail = noun if noun and noun.lower() not in figure.text.lower() else kind
    return Item(figure.text, detail, figure.start, figure.end, "figure")


def _disputes(article: Article, questions: Sequence[Question]) -> list[Item]:
    rows = []
    for question in questions:
        mine = [answer for answer in question.answers if answer.article == article.id]
        others = [answer.text for answer in question.answers if answer.article != article.id]
        if mine:
            sign = SIGN[shown_relation(question)]
            text = f"{sign} {question.question}"
            rows.append(Item(text, "", mine[0].start, mine[0].end, "disputed"))
            values = f"here {mine[0].text}"
            if others:
                values += f"; elsewhere {', '.join(dict.fromkeys(others))}"
            rows.append(Item(values, follows=True))
    return rows
