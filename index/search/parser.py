"""From the words in the search box to a `ParsedQuery`. Never an error: what makes no sense is
reported with its place, and the rest of the query runs.

    query   = every part must hold; OR between parts, NOT or - before one, ( ) around some
    part    = word · beginning* · pat?ern · misspelt~ · "a phrase" · "two words"~5 · field:value
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import cast, get_args

from index.search.analyzer import words
from index.search.engine import QueryProblem
from index.search.query import (
    UNKNOWN,
    And,
    Dates,
    Figures,
    Fuzzy,
    KnownField,
    Leaf,
    Named,
    NameField,
    Node,
    Not,
    Noted,
    Or,
    ParsedQuery,
    Pattern,
    Phrase,
    TextField,
    Unknown,
    Word,
    figure_kinds,
)
from index.search.values import read_days, read_numbers

FIELDS = {
    "title": "words of the headline",
    "body": "words of the text",
    "source": "the outlet",
    "official": "somebody named in the article",
    "said": "somebody whose words are reported",
    "place": "where something is claimed",
    "figure": "a number or range: 8000..12000, >10k",
    "kind": "of a figure: count, money, percent …",
    "counted": "what a figure counts: troops",
    "date": "day or days of publication: 2024-10, last-week",
    "when": "a day that the text speaks of",
    "in": "notes: articles with a bookmark",
}
_NAME_FIELDS = get_args(NameField)
_KNOWN_FIELDS = get_args(KnownField)
_DEEPEST = 32
"""Parentheses inside parentheses; the search stays far from Python's own limit."""
_MOST_PARTS = 64
"""Parts of one query: keeps a pasted page from being searched word by word."""
_LONGEST_PHRASE = 64
_MOST_PROBLEMS = 16

_LEXEME = re.compile(
    r"\s+"
    r"|(?P<open>\()"
    r"|(?P<close>\))"
    r"|(?P<minus>-)(?=[^\s)-])"
    r'|(?:(?P<field>[A-Za-z]+):(?=["\S]))?'
    r'(?:"(?P<quoted>[^"]*)(?P<closed>"(?:~(?P<slop>\d{0,3}))?)?|(?P<bare>[^\s()"]+))'
    r"|(?P<other>.)",
    re.DOTALL,
)
_FUZZY = re.compile(r"(.+)~(\d{0,2})", re.DOTALL)
_OPERATORS = ("AND", "OR", "NOT")


@dataclass(frozen=True, slots=True)
class _Lexeme:
    kind: str
    """`open`, `close`, `minus`, `AND`, `OR`, `NOT` or `part`."""
    start: int
    end: int
    field: str | None = None
    text: str = ""
    quoted: bool = False
    closed: bool = True
    slop: int | None = None


def parse(text: str, *, as_you_type: bool = False, today: date | None = None) -> ParsedQuery:
    """What `text` asks for.

    With `as_you_type` the part that the text ends in may be unfinished. `today` is what
    "last-week" counts from.
    """
    return _Parser(text, as_you_type, today or date.today()).parse()


class _Parser:
    def __init__(self, text: str, as_you_type: bool, today: date) -> None:
        self.text = text
        self.as_you_type = as_you_type
        self.today = today
        self.problems: list[QueryProblem] = []
        self.lexemes = self._lexemes()
        self.at = 0

    def parse(self) -> ParsedQuery:
        parts: list[Node] = []
        while self.at < len(self.lexemes):
            node = self._any(0)
            if node is not None:
                parts.append(node)
            if self.at < len(self.lexemes):  # a parenthesis that nothing opened
                stray = self.lexemes[self.at]
                self._problem(stray, "No parenthesis is open here")
                self.at += 1
        return ParsedQuery(self.text, _all_of(parts), tuple(self.problems))

    def _lexemes(self) -> list[_Lexeme]:
        found: list[_Lexeme] = []
        parts = 0
        for match in _LEXEME.finditer(self.text):
            kind = match.lastgroup
            if kind is None:
                continue
            if kind in ("open", "close", "minus"):
                found.append(_Lexeme(kind, match.start(), match.end()))
                continue
            bare = match.group("bare") or match.group("other")
            if bare in _OPERATORS and match.group("field") is None:
                found.append(_Lexeme(bare, match.start(), match.end()))
                continue
            parts += 1
            if parts > _MOST_PARTS:
                message = f"Only the first {_MOST_PARTS} parts are searched"
                self.problems.append(QueryProblem(match.start(), len(self.text), message))
                break
            slop = match.group("slop")
            found.append(
                _Lexeme(
                    "part",
                    match.start(),
                    match.end(),
                    match.group("field"),
                    bare if bare is not None else match.group("quoted"),
                    quoted=bare is None,
                    closed=match.group("closed") is not None,
                    slop=int(slop) if slop else None,
                )
            )
        return found

    def _any(self, depth: int) -> Node | None:
        """Parts between ORs, up to a closing parenthesis or the end."""
        choices: list[Node] = []
        while True:
            node = self._all(depth)
            if node is not None:
                choices.append(node)
            if not self._next_is("OR"):
                break
            operator = self.lexemes[self.at]
            self.at += 1
            if node is None or self._ends():
                self._unless_typing(operator, "OR needs a word on either side")
        if not choices:
            return None
        return choices[0] if len(choices) == 1 else Or(tuple(choices))

    def _all(self, depth: int) -> Node | None:
        parts: list[Node] = []
        while self.at < len(self.lexemes) and not self._next_is("OR", "close"):
            lexeme = self.lexemes[self.at]
            if lexeme.kind == "AND":
                self.at += 1
                if not parts or self._ends():
                    self._unless_typing(lexeme, "AND needs a word on either side")
                continue
            node = self._one(depth)
            if node is not None:
                parts.append(node)
        return _all_of(parts)

    def _one(self, depth: int) -> Node | None:
        lexeme = self.lexemes[self.at]
        self.at += 1
        if lexeme.kind in ("NOT", "minus"):
            negated = True
            while self._next_is("NOT", "minus"):
                negated = not negated
                self.at += 1
            if self._ends() or self._next_is("AND"):
                self._unless_typing(lexeme, "NOT needs a word after it")
                return None
            node = self._one(depth)
            return Not(node) if negated and node is not None else node
        if lexeme.kind == "open":
            return self._group(lexeme, depth)
        return self._part(lexeme)

    def _group(self, opening: _Lexeme, depth: int) -> Node | None:
        if depth >= _DEEPEST:
            self._problem(opening, f"Parentheses deeper than {_DEEPEST} are left out")
            return None
        node = self._any(depth + 1)
        if self._next_is("close"):
            self.at += 1
        else:
            self._unless_typing(opening, "This parenthesis is never closed")
        return node

    def _part(self, lexeme: _Lexeme) -> Node | None:
        if not lexeme.closed and lexeme.quoted:
            self._unless_typing(lexeme, "This quotation mark is never closed")
        field = lexeme.field.lower() if lexeme.field else None
        if field is not None and field not in FIELDS:
            known = ", ".join(FIELDS)
            self._problem(lexeme, f"No field “{lexeme.field}”; there are {known}")
            return None
        if field is None or field in ("title", "body"):
            return self._words(lexeme, cast(TextField, field or "any"))
        try:
            return self._value(field, lexeme)
        except ValueError as error:
            self._unless_typing(lexeme, str(error))
            return None

    def _words(self, lexeme: _Lexeme, field: TextField) -> Node | None:
        start, end = lexeme.start, lexeme.end
        unfinished = self.as_you_type and end == len(self.text)
        if len(words(lexeme.text)) > _LONGEST_PHRASE:
            self._problem(lexeme, f"Only the first {_LONGEST_PHRASE} words of it are searched")
            short = " ".join(words(lexeme.text)[:_LONGEST_PHRASE])
            lexeme = replace(lexeme, text=short, closed=True)
        if lexeme.quoted:
            if not words(lexeme.text):
                return None
            open_end = unfinished and not lexeme.closed and lexeme.text[-1:].isalnum()
            return Phrase(lexeme.text, start, end, field, lexeme.slop or 0, open_end)
        text = lexeme.text
        if text.endswith(":") and text[:-1].lower() in FIELDS:
            self._unless_typing(lexeme, f"{text} needs a value, {FIELDS[text[:-1].lower()]}")
            return None
        if fuzzy := _FUZZY.fullmatch(text):
            word, distance = fuzzy.group(1), min(int(fuzzy.group(2) or 1), 2)
            if len(words(word)) == 1 and distance:
                return Fuzzy(word, start, end, field, distance)
            text = word
        if "*" in text or "?" in text:
            return self._pattern(lexeme, text, field)
        if not words(text):  # punctuation alone asks for nothing
            return None
        return Word(text, start, end, field, prefix=unfinished, unfinished=unfinished)

    def _pattern(self, lexeme: _Lexeme, text: str, field: TextField) -> Node | None:
        start, end = lexeme.start, lexeme.end
        inner = text.rstrip("*?")
        if text == inner + "?":  # the end of a question
            return Word(inner, start, end, field) if words(inner) else None
        if "*" not in inner and "?" not in inner and "?" not in text:
            return Word(inner, start, end, field, prefix=True) if words(inner) else None
        if len(re.sub(r"[\W_]", "", text)) < 2:
            self._unless_typing(lexeme, "A pattern needs at least two letters")
            return None
        return Pattern(text, start, end, field)

    def _value(self, field: str, lexeme: _Lexeme) -> Leaf:
        value, start, end = lexeme.text.strip(), lexeme.start, lexeme.end
        if not value:
            raise ValueError(f"{field}: needs a value, {FIELDS[field]}")
        if value.lower() == UNKNOWN and field in _KNOWN_FIELDS:
            return Unknown(cast(KnownField, field), start, end)
        if field in _NAME_FIELDS:
            name = value.rstrip("*")
            if not words(name):
                raise ValueError(f"{field}: needs a name")
            unfinished = self.as_you_type and end == len(self.text)
            prefix = value != name or (unfinished and not (lexeme.quoted and lexeme.closed))
            return Named(cast(NameField, field), name, start, end, prefix)
        match field:
            case "date" | "when":
                first, last = read_days(value, self.today)
                return Dates("date" if field == "date" else "when", first, last, start, end)
            case "figure":
                numbers = read_numbers(value)
                return Figures(numbers.low, numbers.high, start, end, exclusive=numbers.exclusive)
            case "kind":
                if value.lower() not in figure_kinds():
                    raise ValueError(f"No kind “{value}”; there are {', '.join(figure_kinds())}")
                return Figures(None, None, start, end, kind=value.lower())
            case "counted":
                return Figures(None, None, start, end, counted=value)
            case _:
                if value.lower() != "notes":
                    raise ValueError("in: knows only in:notes")
                return Noted(start, end)

    def _next_is(self, *kinds: str) -> bool:
        return self.at < len(self.lexemes) and self.lexemes[self.at].kind in kinds

    def _ends(self) -> bool:
        return self.at >= len(self.lexemes) or self._next_is("close", "OR")

    def _problem(self, lexeme: _Lexeme, message: str) -> None:
        if len(self.problems) < _MOST_PROBLEMS:
            self.problems.append(QueryProblem(lexeme.start, lexeme.end, message))

    def _unless_typing(self, lexeme: _Lexeme, message: str) -> None:
        """Reports what the next keys may still put right only once the typing is over."""
        if not (self.as_you_type and lexeme.end >= len(self.text.rstrip())):
            self._problem(lexeme, message)


def _all_of(parts: list[Node]) -> Node | None:
    """All of `parts`, with what is asked of figures laid on one and the same figure."""
    nodes: list[Node] = []
    figure: Figures | None = None
    for part in parts:
        if isinstance(part, And):
            nodes.extend(part.nodes)
        elif not isinstance(part, Figures):
            nodes.append(part)
        elif figure is not None and (joined := _joined(figure, part)) is not None:
            nodes[nodes.index(figure)] = figure = joined
        else:
            nodes.append(part)
            figure = part
    if not nodes:
        return None
    return nodes[0] if len(nodes) == 1 else And(tuple(nodes))


def _joined(one: Figures, other: Figures) -> Figures | None:
    """Both demands on one figure, or None where they ask for two."""
    ranged = [figures for figures in (one, other) if (figures.low, figures.high) != (None, None)]
    if len(ranged) == 2 or (one.kind and other.kind) or (one.counted and other.counted):
        return None
    bounds = ranged[0] if ranged else one
    return Figures(
        bounds.low,
        bounds.high,
        min(one.start, other.start),
        max(one.end, other.end),
        one.kind or other.kind,
        one.counted or other.counted,
        bounds.exclusive,
    )
