"""The evidence for one question: each report's sentence, who said it, when, and the relation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region
from textual.getters import app, query_one
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from index.article import Article
from index.compare.model import DISPUTED, GRAVITY, Answer, Question
from tui.bindings import for_screen
from tui.places import Place
from tui.rendering.answer_words import circumstances
from tui.rendering.relations import SIGN, label, shown_relation
from tui.rendering.words import report_name
from tui.shared_actions import Ruled, SharedActions
from tui.widgets.key_line import KeyLine
from tui.widgets.keyed_list import KeyedList


class AnswerList(KeyedList):
    """One answer each; Enter goes to where it stands."""

    BINDINGS = for_screen("card")

    opened_at: int | None = None
    """The answer that a question opens with, until another one is gone to."""

    def open_at(self, index: int) -> None:
        """Highlights an answer and stays at the top, as far as its first line is seen there."""
        self.scroll_home(animate=False, immediate=True)
        self.opened_at = index
        self.highlighted = index

    def on_resize(self) -> None:
        """The head and the foot of the card may take their room only now."""
        if self.opened_at is not None:
            self.call_after_refresh(self.scroll_to_highlight)

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Brings the whole answer into view; of the one opened with only its first line."""
        if self.highlighted is None or self.highlighted != self.opened_at:
            self.opened_at = None
            super().scroll_to_highlight(top)
            return
        self._update_lines()  # Textual lays its options out no sooner
        line = self._index_to_line.get(self.highlighted)
        if self.is_mounted and line is not None:
            region = Region(0, line, self.scrollable_content_region.width, 1)
            self.scroll_to_region(region, force=True, animate=False, top=top, immediate=True)


class EvidenceCard(ModalScreen[Place | None]):
    """What the reports answer to a question, in their words. Says nothing about who is right.

    Ends with the place of the answer that the person chose, or None.
    """

    CSS_PATH = "../../styles/card.tcss"
    BINDINGS = for_screen("card_screen")

    app = app(SharedActions)
    answers = query_one(AnswerList)
    head = query_one("#card-head", Static)
    foot = query_one("#card-foot", Static)

    def __init__(
        self,
        questions: Sequence[Question],
        reports: Sequence[Article],
        article: str | None = None,
        *,
        reasons: bool = False,
    ) -> None:
        """`reports` are those compared; `article` is the id of the one the person comes from.

        `reasons`: with the reason of every pair of answers from the start.
        """
        super().__init__()
        self._questions = tuple(questions)
        self._reports = reports
        self._names = {report.id: report_name(report) for report in reports}
        self._article = article
        self._shown = 0
        self._reasons = reasons

    def compose(self) -> ComposeResult:
        """A box over the dimmed screen."""
        with Vertical(id="card"):
            yield Static("", id="card-head", markup=False)
            yield AnswerList(markup=False)
            yield Static("", id="card-foot", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Shows the first question, the person's own report highlighted."""
        self._show(0)
        self.answers.focus()

    def _show(self, number: int) -> None:
        self._shown = number
        question = self._questions[number]
        self.head.update(_head(question, number, len(self._questions)))
        self.answers.set_options(
            Option(_answer(question, index, self._names, every_reason=self._reasons))
            for index in range(len(question.answers))
        )
        own = [n for n, answer in enumerate(question.answers) if answer.article == self._article]
        self.answers.open_at(own[0] if own else 0)
        self.foot.update(Content(_not_reported(question, self._names)))
        self.foot.display = bool(_not_reported(question, self._names))

        self.call_after_refresh(self._fit)

    def on_resize(self) -> None:
        """Another height has room for more or fewer answers."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        """Gives the answers the height that head and foot leave them: they scroll inside it."""
        card = self.query_one("#card")
        beside = [part for part in (self.head, self.foot) if part.display]
        used = sum(part.outer_size.height + part.styles.margin.height for part in beside)
        room = (self.size.height - 1) * 9 // 10 - card.gutter.height - used
        self.answers.styles.max_height = max(3, room)

    @on(OptionList.OptionSelected)
    def _go_there(self, message: OptionList.OptionSelected) -> None:
        answer = self._questions[self._shown].answers[message.option_index]
        self.dismiss(Place(answer.article, answer.start, answer.end))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hides what cannot be done: going to other questions, ruling without a place for it."""
        if action in ("rule", "unrule"):
            return self.app.desk is not None
        if action in ("next_question", "previous_question"):
            return len(self._questions) > 1
        return True

    def action_next_question(self) -> None:
        self._show((self._shown + 1) % len(self._questions))

    def action_previous_question(self) -> None:
        self._show((self._shown - 1) % len(self._questions))

    def action_rule(self) -> None:
        """Asks how the person reads the answers."""
        self.app.ask_ruling(self._questions[self._shown])

    def action_unrule(self) -> None:
        """Takes the person's ruling back."""
        self.app.take_ruling_back(self._questions[self._shown])

    @on(Ruled)
    def _take_ruling(self, message: Ruled) -> None:
        changed = message.question
        self._questions = tuple(changed if one.id == changed.id else one for one in self._questions)
        self._show(self._shown)

    def action_timeline(self) -> None:
        """Shows the answers over time."""
        from tui.screens.timeline import TimelineScreen

        self.app.push_screen(TimelineScreen(self._questions[self._shown], self._reports))

    def action_why(self) -> None:
        """Shows the reason of every pair of answers, or the gravest of each answer alone."""
        self._reasons = not self._reasons
        chosen = self.answers.highlighted
        self._show(self._shown)
        self.answers.highlighted = chosen

    def action_step_back(self) -> None:
        self.dismiss(None)

    def action_close(self) -> None:
        self.dismiss(None)


def _head(question: Question, number: int, of: int) -> Content:
    """The question, its relation and the reason; what is unknown."""
    style = "$disputed" if shown_relation(question) in DISPUTED else "$quiet"
    place = f"   {number + 1}/{of}" if of > 1 else ""
    doubt = ""
    if question.possible and question.missing:
        doubt = f"\nPossibly so only: not known here is the {' and the '.join(question.missing)}."
    return Content.assemble(
        (question.question, "bold"),
        (place, "$quiet"),
        "\n",
        (label(question), f"bold {style}"),
        f"  {question.reason}",
        (doubt, "$quiet"),
    )


def _answer(
    question: Question, index: int, names: Mapping[str, str], *, every_reason: bool
) -> Content:
    """One report's answer: name and value, sentence, speaker and days, relation to those above.

    Of several relations the gravest, unless every one is wanted.
    """
    answer = question.answers[index]
    lines = [
        Content.assemble(
            (_name(answer, names), "bold"), "  ", (answer.text, "bold underline $figure")
        ),
        _sentence(answer),
        Content.styled(circumstances(answer), "$quiet"),
    ]
    before = [relation for relation in question.relations if relation.b == index]
    before.sort(key=lambda relation: GRAVITY.index(relation.kind))
    told = before if every_reason else before[:1]
    more = f"  (+{len(before) - 1} more: !)" if len(before) > len(told) else ""
    for relation in told:
        style = "$disputed" if relation.kind in DISPUTED else "$quiet"
        lines.append(
            Content.assemble(
                (f"{SIGN[relation.kind]} {relation.kind}", style),
                (f"  {relation.reason}{more}", "$quiet"),
            )
        )
    return Content("\n").join([*lines, Content("")])


def _sentence(answer: Answer) -> Content:
    """The sentence with the words of the value marked; blanks and line breaks as one blank."""
    words = " ".join(answer.sentence.split())
    start = words.find(" ".join(answer.text.split()))
    sentence = Content(f"“{words}”" if '"' not in words and "“" not in words else words)
    if start < 0:
        return sentence
    start += len(sentence.plain) - len(words) > 0
    return sentence.stylize("underline $figure", start, start + len(answer.text))


def _name(answer: Answer, names: Mapping[str, str]) -> str:
    return names.get(answer.article, answer.article)


def _not_reported(question: Question, names: Mapping[str, str]) -> str:
    """The reports that do not answer: that is information, too."""
    answering = {answer.article for answer in question.answers}
    silent = [name for article, name in names.items() if article not in answering]
    return f"Not reported by: {' · '.join(silent)}" if silent else ""
