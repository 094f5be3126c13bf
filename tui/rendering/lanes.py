"""The timeline as lines: for each answer a lane of days and a lane of values, on common scales.

Nothing is drawn here: a line is a list of words with the name of their style.

    ╭─  about 40  ·  Harbour Post, 2 May 2031  ·  Ada Quill  ·  said 2 May 2031
    │   ◆━━━━━━━━━━━┥                      ▒▒▒▒▒▒
    ╰─► 63  …

A lane of days begins on the day for which the answer holds, where that is known, or else on the
day on which it was said or published, and reaches to the answer that updates it, or stays open.
A lane of values covers what the words allow.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor, inf, isfinite, log10
from typing import Final

from index.compare.model import DISPUTED, DayKind
from index.compare.timeline import Moment, Timeline
from tui.rendering.answer_words import circumstances
from tui.rendering.flow import wrap
from tui.rendering.grid import Line
from tui.rendering.guard import guard
from tui.rendering.relations import standing
from tui.rendering.words import day, report_name

_DAYS: Final = 0.6
"""Part of the width that the lane of days takes where there is one of values beside it."""
_BETWEEN: Final = 3
"""Cells between the two lanes."""
_MOST_LINKS: Final = 4
"""Cells for the lines that tie updates to what they update."""
_YEAR: Final = 5
"""Letters of a blank and a year."""
_WIDE_RANGE: Final = 100.0
"""Beyond this ratio of the greatest to the least value the scale is logarithmic."""


@dataclass(frozen=True, slots=True)
class Glyphs:
    """What the lanes are drawn with."""

    as_of: str
    said: str
    published: str
    holds: str
    ends: str
    open: str
    onwards: str
    backwards: str
    exact: str
    loose: str
    tick: str
    first: str
    through: str
    branch: str
    last: str
    along: str
    arrow: str

    def of(self, kind: DayKind) -> str:
        """The sign of one of the three days."""
        return {"as_of": self.as_of, "said": self.said, "published": self.published}[kind]


_GLYPHS: Final = Glyphs(*"●◆○━┥╌►◄█▒·╭│├╰─►")


class Scale:
    """Places of numbers on so many cells."""

    def __init__(self, low: float, high: float, width: int, *, days: bool = False) -> None:
        """`days`: the numbers are days, which have no parts."""
        self.width = width
        self.days = days
        self.logarithmic = low > 0 and high / low > _WIDE_RANGE
        self._low, self._high = self._of(low), self._of(high)

    def _of(self, value: float) -> float:
        return log10(max(value, 1e-9)) if self.logarithmic else value

    def place(self, value: float) -> int:
        """The cell of a value; one that is off the scale stands at its end."""
        if not isfinite(value):
            return 0 if value < 0 else self.width - 1
        span = self._high - self._low
        part = (self._of(value) - self._low) / span if span else 0.0
        return max(0, min(round(part * (self.width - 1)), self.width - 1))

    def ticks(self) -> list[float]:
        """A few round values on the scale: whole days, powers of ten, or steps of 1, 2 or 5."""
        if self.logarithmic:
            return [10.0**power for power in range(ceil(self._low), floor(self._high) + 1)]
        rough = max((self._high - self._low) / max(1, min(4, self.width // 16)), 1e-9)
        if self.days:
            step: float = max(1, ceil(rough))
            first = self._low
        else:
            size = 10.0 ** floor(log10(rough))
            step = next(part * size for part in (1, 2, 5, 10) if part * size >= rough)
            first = ceil(self._low / step) * step
        return [first + number * step for number in range(int((self._high - first) / step) + 1)]


class Lanes:
    """The lines of a timeline at one width."""

    def __init__(self, timeline: Timeline, width: int) -> None:
        self.timeline = timeline
        self._links = _link_lanes(timeline)
        used = max(self._links.values(), default=-1) + 1
        self.margin = 0 if not used else used + 2
        """Cells left of the words, for what ties updates together."""
        self.room = max(20, width - self.margin)
        days, reach = timeline.days, timeline.reach
        self.values: Scale | None = None
        days_width = self.room
        if timeline.scale and reach:
            days_width = int(self.room * _DAYS)
            ends = _with_room(timeline, *reach)
            of_days = timeline.scale == "days"
            self.values = Scale(*ends, self.room - days_width - _BETWEEN, days=of_days)
        self.days: Scale | None = None
        if days:
            first, last = (one.toordinal() for one in days)
            onwards = max(1.0, (last - first) * 0.1)  # room for what is not updated
            self.days = Scale(first, last + onwards, days_width, days=True)

    # The scales above

    def axis(self) -> list[Line]:
        """What the lanes measure, and where on them."""
        if self.days is None:
            return []
        heads: Line = [(" " * self.margin, "quiet"), (_ticks(self.days, _short_day), "quiet")]
        if self.values is not None:
            write = _short_day if self.timeline.scale == "days" else _short_number
            heads += [(" " * _BETWEEN, "quiet"), (_ticks(self.values, write), "quiet")]
        return [heads]

    def legend(self) -> list[str]:
        """What the signs mean, on as many lines as it takes."""
        glyphs = _GLYPHS
        parts = [
            f"{glyphs.as_of} as of",
            f"{glyphs.said} said",
            f"{glyphs.published} published",
            f"{glyphs.holds}{glyphs.ends} until updated",
            f"{glyphs.open}{glyphs.onwards} not updated",
        ]
        if self.values is not None:
            parts += [f"{glyphs.exact} value", f"{glyphs.loose} approximate or open"]
            if self.values.logarithmic:
                parts.append("logarithmic scale")
        words = " · ".join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in parts)
        return [words[a:b] for a, b in wrap(words, 0, len(words), self.room + self.margin)]

    # One answer

    def moment(self, number: int) -> list[Line]:
        """The words of one answer, its lanes, and a blank line."""
        one = self.timeline.moments[number]
        lines: list[Line] = [*self._words(one)]
        if self.days is not None:
            lines.append(self._lanes(one))
        lines.append([])
        return [
            [(self._link(number, index), "link"), *line] if self.margin else line
            for index, line in enumerate(lines)
        ]

    def _words(self, one: Moment) -> list[Line]:
        """Value, report, speaker and days, wrapped; the value and the relation set off."""
        value = guard(" ".join(one.answer.text.split()))
        relation = standing(one.answer, one.value.relation)
        places = " ".join(f"¶{number}" for number in one.value.paragraphs)
        known = [relation, report_name(one.article), circumstances(one.answer), places]
        words = guard("  ".join([value, " · ".join(part for part in known if part)]))
        style = "disputed" if one.value.relation in DISPUTED else "quiet"
        marks = [(0, len(value), "value"), (len(value) + 2, len(value) + 2 + len(relation), style)]
        return [_styled(words, a, b, marks) for a, b in wrap(words, 0, len(words), self.room)]

    def _lanes(self, one: Moment) -> Line:
        lane = self._lane_of_days(one)
        if self.values is None:
            return [(lane, "lane")]
        return [(lane, "lane"), (" " * _BETWEEN, "quiet"), (self._lane_of_values(one), "value")]

    def _lane_of_days(self, one: Moment) -> str:
        scale, glyphs = self.days, _GLYPHS
        if scale is None:
            return ""
        drawn = _ruled(scale)
        if one.day is None or one.day_from is None:
            return "".join(drawn)
        start = scale.place(one.day.toordinal())
        end = scale.place(one.until.toordinal()) if one.until else scale.width - 1
        for cell in range(start, end):
            drawn[cell] = glyphs.holds if one.until else glyphs.open
        drawn[end] = glyphs.ends if one.until else glyphs.onwards
        for day_, sign in ((one.published, glyphs.published), (one.said, glyphs.said)):
            if day_ is not None:
                drawn[scale.place(day_.toordinal())] = sign
        drawn[start] = glyphs.of(one.day_from)
        return "".join(drawn)

    def _lane_of_values(self, one: Moment) -> str:
        scale, glyphs = self.values, _GLYPHS
        if scale is None:
            return ""
        drawn = _ruled(scale)
        if one.interval is None:
            return "".join(drawn)
        low, high = scale.place(one.interval.low), scale.place(one.interval.high)
        is_open = not (isfinite(one.interval.low) and isfinite(one.interval.high))
        for cell in range(low, high + 1):
            drawn[cell] = glyphs.loose if one.loose or is_open else glyphs.exact
        if not isfinite(one.interval.high):
            drawn[low], drawn[high] = glyphs.exact, glyphs.onwards
        elif not isfinite(one.interval.low):
            drawn[high], drawn[low] = glyphs.exact, glyphs.backwards
        return "".join(drawn)

    # What ties updates together

    def _link(self, number: int, line: int) -> str:
        """The margin of one line of one answer."""
        glyphs = _GLYPHS
        drawn = [" "] * self.margin
        for source, lane in self._links.items():
            targets = self.timeline.updated_by(source)
            if number == source:
                drawn[lane] = glyphs.first if line == 0 else glyphs.through
            elif source < number < targets[-1] and number not in targets:
                drawn[lane] = glyphs.through
            elif number in targets:
                last = number == targets[-1]
                if line == 0:
                    drawn[lane] = glyphs.last if last else glyphs.branch
                elif not last:
                    drawn[lane] = glyphs.through
            if line == 0 and (number == source or number in targets):
                for cell in range(lane + 1, self.margin - 1):
                    drawn[cell] = glyphs.along
                if number in targets:
                    drawn[self.margin - 2] = glyphs.arrow
        return "".join(drawn)


def _with_room(timeline: Timeline, low: float, high: float) -> tuple[float, float]:
    """The ends of the scale of values: beyond those named where an open value goes on."""
    known = [one.interval for one in timeline.moments if one.interval is not None]
    step = 0.15 * ((high - low) or abs(high) or 1.0)
    if low == high or any(one.low == -inf for one in known):
        low -= step
    if any(one.high == inf for one in known) or low == high:
        high += step
    return low, high


def _link_lanes(timeline: Timeline) -> dict[int, int]:
    """For each answer that is updated, the lane of its tie; ties that meet go beside each other."""
    lanes: dict[int, int] = {}
    busy: list[int] = []  # the last row of each lane
    for source in sorted({one.older for one in timeline.updates}):
        last = timeline.updated_by(source)[-1]
        free = next((n for n, until in enumerate(busy) if until < source), len(busy))
        if free >= _MOST_LINKS:
            continue
        busy[free : free + 1] = [last]
        lanes[source] = free
    return lanes


def _styled(words: str, start: int, end: int, marks: Sequence[tuple[int, int, str]]) -> Line:
    """One line of wrapped words, cut where its style changes."""
    line: Line = []
    at = start
    for first, last, style in marks:
        a, b = max(start, first), min(end, last)
        if a < b:
            line += [(words[at:a], "quiet"), (words[a:b], style)]
            at = b
    return [piece for piece in [*line, (words[at:end], "quiet")] if piece[0]]


def _ruled(scale: Scale) -> list[str]:
    """The cells of an empty lane, with a sign at each tick of its scale."""
    drawn = [" "] * scale.width
    for tick in scale.ticks():
        drawn[scale.place(tick)] = _GLYPHS.tick
    return drawn


def _ticks(scale: Scale, write: Callable[[float], str]) -> str:
    """The words over the ticks, as far as there is room for them; a year only where it is another
    than before."""
    drawn = year = ""
    for tick in scale.ticks():
        words, cell = write(tick), scale.place(tick)
        words = words.removesuffix(year) if scale.days and year else words
        at = max(0, min(cell - len(words) // 2, scale.width - len(words)))
        if at > len(drawn) or not drawn:
            drawn = drawn.ljust(at) + words
            year = write(tick)[-_YEAR:]
    return drawn.ljust(scale.width)


def _short_day(ordinal: float) -> str:
    """ "4 Nov 2024"."""
    return day((date.min + timedelta(days=round(ordinal) - 1)).isoformat())


def _short_number(value: float) -> str:
    """ "12,000", "2.3 million"."""
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:.3g} {name}"
    return f"{value:,.0f}" if abs(value) >= 10 else f"{value:.2g}"
