"""The evidence card in words: the question, the answer that it was opened at, and all answers."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from index.compare.model import DISPUTED, GRAVITY, Answer, Question, RelationKind
from tui.places import Place
from tui.rendering.answer_words import circumstances
from tui.rendering.excerpts import around, fit_reason
from tui.rendering.flow import rows_of, wrap
from tui.rendering.relations import SIGN, label, shown_relation, why

_ASKED = 2
"""Rows that a question takes at most."""
_LEAST = 2
"""Rows that the sentence of the person's own answer keeps, however many the reason needs."""
HERE = "▸"
"""Stands before the answer at which the card was opened."""
_SAME = "says the same as the sentence above."
"""The reason where an answer agrees with that one."""
_ABOVE = "the sentence above"
"""What stands under that answer among the others: it is not told twice."""


def own_answer(question: Question, place: Place | None) -> int | None:
    """Which answer stands where the person is; else the first of the same report, if it has one."""
    if place is None:
        return None
    own = [n for n, one in enumerate(question.answers) if one.article == place.article]
    answers = question.answers
    here = [n for n in own if place.start < answers[n].end and answers[n].start < place.end]
    return next(iter(here or own), None)


def counterpart(question: Question, own: int | None) -> int:
    """The answer to look at first beside `own`: that of another report which parts from it most."""
    if own is None:
        return 0
    article = question.answers[own].article
    others = [n for n, one in enumerate(question.answers) if one.article != article]
    to_own = {
        one.b if one.a == own else one.a: one for one in question.relations if own in (one.a, one.b)
    }
    gravity = {n: GRAVITY.index(to_own[n].kind) if n in to_own else len(GRAVITY) for n in others}
    return min(others, key=gravity.__getitem__, default=own)


def head(
    question: Question,
    own: int | None,
    names: Mapping[str, str],
    *,
    place: str,
    width: int,
    rows: int,
) -> Content:
    """The question, its relation and the reason; then the answer `own`, whose it is, its sentence.

    At most `rows` of `width` cells; the reason gives way first. `place` is that of the question
    among others: "2/3".
    """
    asked = rows_of(f"{question.question}   {place}".rstrip(), width, _ASKED)
    reason = f"{label(question)}  {why(question)}"
    doubt = _doubt(question)
    answer = None if own is None else question.answers[own]
    free, for_answer = rows - len(asked), 0
    known: list[str] = []
    if answer is not None:
        known = rows_of(circumstances(answer), width, 2)
        free -= 1 + len(known)
        for_answer = min(
            _height(_quoted(answer), width), max(_LEAST, free - _height(reason, width))
        )
    for_why = max(1, free - for_answer)
    told = fit_reason(reason, width, for_why)
    style = "$disputed" if shown_relation(question) in DISPUTED else "$quiet"
    lines = [
        Content.styled("\n".join(asked), "bold"),
        Content(told).stylize(f"bold {style}", 0, len(label(question))),
    ]
    left = for_why - _height(told, width)
    if doubt and told == reason and _height(doubt, width) <= left:
        lines.append(Content.styled(doubt, "$quiet"))
        left -= _height(doubt, width)
    if answer is not None:
        lines += [Content("")] if left > 0 else []
        lines += [_heading(answer, names, width), _sentence(answer, width, for_answer)]
        lines.append(Content.styled("\n".join(known), "$quiet"))
    return Content("\n").join(lines)


def entry(
    question: Question,
    index: int,
    names: Mapping[str, str],
    *,
    own: int | None,
    every_reason: bool,
    reasons_key: str,
) -> Content:
    """One answer: report and value, sentence, speaker and days; how it stands to the answer `own`,
    or else to those above it.

    Of the answer `own`, sentence, speaker and days stand in the head. Of several relations one is
    told, and of words that stand above whose they are, unless every reason is wanted: that is what
    `reasons_key` asks for.
    """
    answer = question.answers[index]
    name = f"{HERE} {_name(answer, names)}" if index == own else _name(answer, names)
    lines = [Content.assemble((name, "bold"), "  ", (answer.text, "bold underline $figure"))]
    if index == own:
        lines.append(Content.styled(_ABOVE, "$quiet"))
    else:
        found = _relations(question, index, own)
        told = found if every_reason else found[:1]
        copied = None if every_reason else _copied(question, index, own)
        if copied is None:
            lines.append(_sentence(answer))
        else:
            told = [(told[0][0], f"word for word as {_name(copied, names)} above")]
        lines.append(Content.styled(circumstances(answer), "$quiet"))
        more = f"  (+{len(found) - 1} more: {reasons_key})" if len(found) > len(told) else ""
        for kind, reason in told:
            style = "$disputed" if kind in DISPUTED else "$quiet"
            sign = (f"{SIGN[kind]} {kind}", style)
            lines.append(Content.assemble(sign, (f"  {reason}{more}", "$quiet")))
    return Content("\n").join([*lines, Content("")])


def _relations(question: Question, index: int, own: int | None) -> list[tuple[RelationKind, str]]:
    """How an answer stands to the answer `own`, and then to the others above it, the gravest
    first: every pair is told once in the whole list."""
    found = [one for one in question.relations if one.b == index and one.a != own]
    found.sort(key=lambda one: GRAVITY.index(one.kind))
    pairs = [(one.kind, one.reason) for one in found]
    if own is None:
        return pairs
    here = [one for one in question.relations if {one.a, one.b} == {index, own}]
    return [*([(one.kind, one.reason) for one in here] or [("agrees", _SAME)]), *pairs]


def _copied(question: Question, index: int, own: int | None) -> Answer | None:
    """The answer above in the same words: the answer `own`, or one that stands as this one does."""
    answer, stands = question.answers[index], _gravest(question, index, own)
    if stands is None:
        return None
    for above in range(index) if own is None else (own, *range(index)):
        other = question.answers[above]
        if (other.sentence, other.text) == (answer.sentence, answer.text) and (
            above == own or _gravest(question, above, own) == stands
        ):
            return other
    return None


def _gravest(question: Question, index: int, own: int | None) -> RelationKind | None:
    return next((kind for kind, _ in _relations(question, index, own)), None)


def not_reported(question: Question, names: Mapping[str, str]) -> str:
    """The reports that do not answer: that is information, too."""
    answering = {answer.article for answer in question.answers}
    silent = [name for article, name in names.items() if article not in answering]
    return f"Not reported by: {' · '.join(silent)}" if silent else ""


def _doubt(question: Question) -> str:
    if not question.possible or not question.missing:
        return ""
    verb = "is" if len(question.missing) == 1 else "are"
    return f"Not certain, as the {' and the '.join(question.missing)} {verb} not known here."


def _heading(answer: Answer, names: Mapping[str, str], width: int) -> Content:
    """Report and value of the person's own answer, on one row."""
    name, value = f"{HERE} {_name(answer, names)}  ", " ".join(answer.text.split())
    [row] = rows_of(name + value, width, 1)
    return Content(row).stylize("bold").stylize("bold underline $figure", len(name), len(row))


def _sentence(answer: Answer, width: int = 0, rows: int = 0) -> Content:
    """The sentence with the words of the value marked, as far as it fits into `rows`; whole where
    none are given."""
    words, value = _quoted(answer), " ".join(answer.text.split())
    start = max(0, words.find(value))
    shown = around(words, start, start + len(value), width, rows) if rows else words
    sentence, start = Content(shown), shown.find(value)
    return (
        sentence.stylize("underline $figure", start, start + len(value)) if start >= 0 else sentence
    )


def _quoted(answer: Answer) -> str:
    """The sentence in one line, in quotation marks unless it has some."""
    words = " ".join(answer.sentence.split())
    return words if '"' in words or "“" in words else f"“{words}”"


def _height(text: str, width: int) -> int:
    return len(wrap(text, 0, len(text), width))


def _name(answer: Answer, names: Mapping[str, str]) -> str:
    return names.get(answer.article, answer.article)
