"""The entries of a brief: questions, reports and notes as Markdown, in fuller and shorter forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.article import Article
from index.compare.credits import credits_of
from index.compare.differences import differences
from index.compare.differences import summary as changes
from index.compare.model import Answer, Comparison, Question
from index.compare.newsrooms import newsroom
from index.compare.support import support, worded
from index.notes.bookmark import Bookmark
from index.notes.escaping import code_span, contain, escape_line, one_line
from tui.places import Place
from tui.rendering.excerpts import around, why_of
from tui.rendering.flow import shorten
from tui.rendering.one_page import BriefLine, Entry, Form
from tui.rendering.telling import silent, told, verdict, voices
from tui.rendering.words import count, day, outlet

_QUOTED = 100
"""Cells of a sentence, or of a headline, that is quoted."""
_VALUE = 60
"""Cells of a value."""
_VALUES = 2
"""Values that one line names."""
_NAMED = 3
"""Reports that one line names; of more it says how many."""


class BriefEntries:
    """Makes the entries of the brief of one comparison."""

    def __init__(self, articles: Sequence[Article], comparison: Comparison) -> None:
        """`articles` are in the order of their days."""
        self._articles = articles
        self._comparison = comparison
        self._full = _names(articles, years=True)
        several = len({_year(one) for one in articles if one.published}) > 1
        self._names = _names(articles, years=several)
        self._known = {article.id: article for article in articles}
        self._nameless = {newsroom(article.id) for article in articles if not article.source}
        """What stands for the newsrooms of reports that do not say theirs."""

    # Questions

    def conflict(self, question: Question) -> Entry:
        """Why the sides part, each in its sentence, what else is answered and who is silent; or
        less of it, at last the sides' values alone."""
        sides = _parting(question)
        asked = f"- **{escape_line(question.question)}** {verdict(question)}"
        why = escape_line(why_of(question.reason).rstrip("."))
        argued = f"{asked}: {why}" if why else asked
        quoted = [BriefLine(argued, _place(sides[0]))]
        for side in sides:
            text = f"  - {self._name(side)}{escape_line(told(side))}: {_in_sentence(side)}"
            quoted.append(BriefLine(text, _place(side)))
        rest = "; ".join(self._rest(question, sides))
        return (
            [*quoted, BriefLine(f"  - {rest[:1].upper()}{rest[1:]}")],
            self._values(question, argued, sides),
            self._values(question, asked, sides),
        )

    def ruled(self, question: Question) -> Entry:
        """What the person decided, what the rules found, and the values."""
        found = f"{verdict(question)}; the rules found: {question.relation}"
        asked = f"- **{escape_line(question.question)}** {found}"
        return (self._values(question, asked, _parting(question)),)

    def agreed(self, question: Question) -> Entry:
        """The values, and on how many reports they rest."""
        values = [_value(answer) for answer in _by_value(question.answers).values()]
        more = f"; {len(values) - _VALUES} more" if len(values) > _VALUES else ""
        given = "; ".join(f"**{value}**" for value in values[:_VALUES])
        reports = len({answer.article for answer in question.answers})
        text = f"- {escape_line(question.question)} {verdict(question)}: {given}{more}"
        return ([BriefLine(f"{text} ({count(reports, 'report')})", _place(question.answers[0]))],)

    def _values(self, question: Question, asked: str, sides: Sequence[Answer]) -> Form:
        """The values of the sides, a line each."""
        lines = [BriefLine(asked, _place(sides[0]))]
        others = len(_by_value(question.answers).keys() - _by_value(sides).keys())
        for side in sides:
            known = told(side) if _holds_on_another_day(side) else voices(side)
            more = f"; {count(others, 'other value')}" if others and side is sides[-1] else ""
            text = f"  - **{_value(side)}**{escape_line(known)} ({self._name(side)}){more}"
            lines.append(BriefLine(text, _place(side)))
        return lines

    def _rest(self, question: Question, sides: Sequence[Answer]) -> Iterator[str]:
        """What else is answered, who stands behind all of it, who is silent."""
        shown = _by_value(sides)
        others = [one for key, one in _by_value(question.answers).items() if key not in shown]
        if others:
            named = [f"**{_value(one)}** ({self._name(one)})" for one in others]
            more = [f"{len(named) - _VALUES} more"] if len(named) > _VALUES else []
            yield f"also {', '.join([*named[:_VALUES], *more])}"
        yield escape_line(worded(support(question.answers, self._comparison)))
        if question.possible and question.missing:
            yield f"not known: {escape_line(', '.join(question.missing))}"
        if missing := silent(question, self._articles):
            names = "; ".join(self._names[id_] for id_ in missing)
            few = len(missing) <= _NAMED
            yield f"not reported by {names if few else count(len(missing), 'report')}"

    def _name(self, answer: Answer) -> str:
        return self._names[answer.article]

    # Reports

    def reports(self) -> Iterator[Entry]:
        """Each text with its headline and its maker: of copies the maker's own, and then the
        others with what they change."""
        makers = dict(zip(self._comparison.articles, self._comparison.newsrooms, strict=False))

        def is_foreign(article: Article) -> bool:
            return makers.get(article.id, outlet(article)) not in outlet(article)

        listed: set[str] = set()
        for article in self._articles:
            group = next((g for g in self._comparison.origins if article.id in g), (article.id,))
            if listed.isdisjoint(group):
                copies = sorted((self._known[id_] for id_ in group), key=is_foreign)
                yield self._text(copies, makers.get(copies[0].id, outlet(copies[0])))
            listed.update(group)

    def _text(self, copies: Sequence[Article], maker: str) -> Entry:
        """A report and its copies; or with their number alone."""
        first, *others = copies
        head, place = self._report(first, maker), Place(first.id, 0, 0)
        with_changes = [BriefLine(head, place)]
        for copy in others:
            found = changes(differences(first.body, copy.body))
            text = f"  - a copy of it, {self._full[copy.id]}: {escape_line(found)}"
            with_changes.append(BriefLine(text, Place(copy.id, 0, 0)))
        folded = f" (and {len(others):,} {'copy' if len(others) == 1 else 'copies'} of it)"
        return (with_changes, [BriefLine(head + folded, place)]) if others else (with_changes,)

    def _report(self, article: Article, maker: str) -> str:
        helpers = [one.newsroom for one in credits_of(article) if one.share == "part"]
        own = maker in outlet(article) or maker in self._nameless
        credit = [] if own else [f"the work of {maker}"]
        credit += [f"with {name}" for name in helpers if name != maker]
        made = f" ({escape_line('; '.join(credit))})" if credit else ""
        link = f" <{article.url}>" if _is_plain(article.url) else ""
        if not article.source:  # it is called by its title
            return f"- {self._full[article.id]}{made}{link}"
        title = escape_line(shorten(one_line(article.title), _QUOTED))
        return f"- {self._full[article.id]}{made}: {title}{link}"

    # Notes

    def note(self, bookmark: Bookmark) -> Entry:
        """What the person has kept, with their own words on it; or the beginning of both."""
        place = Place(bookmark.article, bookmark.passage.start, bookmark.passage.end)
        report = self._names.get(bookmark.article, escape_line(bookmark.source or bookmark.article))
        tags = "".join(f" #{tag}" for tag in bookmark.tags)
        head = f"- {report}{tags} {code_span(bookmark.id)}"
        whole = [BriefLine(head, place), BriefLine(f"  > {escape_line(bookmark.exact)}", place)]
        own = contain(bookmark.note).split("\n") if bookmark.note else []
        whole += [BriefLine(f"  {line}".rstrip(), place) for line in own]
        words = f"{head}: “{escape_line(shorten(one_line(bookmark.exact), _QUOTED))}”"
        if own:
            words += f" — {escape_line(shorten(one_line(bookmark.note), _QUOTED))}"
        return (whole, [BriefLine(words, place)])


def _names(articles: Sequence[Article], *, years: bool) -> dict[str, str]:
    """Outlet and day of each report as Markdown, with the id where that does not tell two apart."""
    days = {one.id: day(one.published) for one in articles}
    names = {
        one.id: f"{outlet(one)}, {days[one.id] if years else days[one.id].removesuffix(_year(one))}"
        for one in articles
    }
    shared = [name for name in names.values() if list(names.values()).count(name) > 1]
    return {
        id_: escape_line(f"{name} ({id_})" if name in shared else name)
        for id_, name in names.items()
    }


def _year(article: Article) -> str:
    return f" {(article.published or '')[:4]}"


def _parting(question: Question) -> Sequence[Answer]:
    """The two answers that the reason speaks of."""
    for relation in question.relations:
        if relation.kind == question.relation:
            return question.answers[relation.a], question.answers[relation.b]
    return question.answers[:2]


def _by_value(answers: Sequence[Answer]) -> dict[str, Answer]:
    """The first answer of each value, whatever its capitals."""
    found: dict[str, Answer] = {}
    for answer in answers:
        found.setdefault(one_line(answer.text).casefold(), answer)
    return found


def _value(answer: Answer) -> str:
    return escape_line(shorten(one_line(answer.text), _VALUE))


def _holds_on_another_day(answer: Answer) -> bool:
    """Whether it holds for a day, or was said on one, that is not that of its report."""
    return (answer.as_of or "")[:10] != (answer.published or "")[:10]


def _place(answer: Answer) -> Place:
    return Place(answer.article, answer.start, answer.end)


def _in_sentence(answer: Answer) -> str:
    """The sentence, or as much of it as is quoted, with the value in bold."""
    sentence, value = one_line(answer.sentence), one_line(answer.text)
    start = max(0, sentence.find(value))
    quoted = around(sentence, start, start + len(value), _QUOTED)
    before, found, after = quoted.partition(value)
    if not found:
        return f"“{escape_line(quoted)}” (**{_value(answer)}**)"
    words = f"{_escaped(before)}**{escape_line(value)}**{_escaped(after)}"
    return words if '"' in quoted or "“" in quoted else f"“{words}”"


def _escaped(text: str) -> str:
    """Part of a line: the blanks at its ends stay."""
    if not text.strip():
        return text
    return f"{' ' * text.startswith(' ')}{escape_line(text)}{' ' * text.endswith(' ')}"


def _is_plain(url: str | None) -> bool:
    return (
        url is not None
        and url.startswith(("https://", "http://"))
        and not re.search(r"[\s<>\\]", url)
    )
