"""Commands that keep passages, list what is kept, and hand words on to other programs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from index.errors import ResourceError, UsageError
from tui.drafts import Draft
from tui.lines.reading import open_one
from tui.lines.report import Report, open_report
from tui.rendering.words import count, day, short_path

if TYPE_CHECKING:
    from index.notes.check import Checked
    from index.notes.notebook import Notebook
    from tui.lines.reader import LineReader


def _notebook(reader: LineReader) -> Notebook:
    if reader.desk.notebook is None:
        raise ResourceError("The notes are not open; `newsreader doctor` says why.")
    return reader.desk.notebook


def bookmark(reader: LineReader, words: str) -> None:
    """Keeps the sentence under the cursor; with words as its note, those with # as tags."""
    report = open_one(reader)
    start, end = report.sentence(report.cursor)
    tags = [word[1:] for word in words.split() if word[0] == "#" and len(word) > 1]
    note = " ".join(word for word in words.split() if word[0] != "#")
    if note or tags:
        draft = Draft.of_passage(_notebook(reader), report.article, report.facts, start, end)
        told = draft.save(note, tags)
    else:
        result = _notebook(reader).bookmark(report.article, start, end, facts=report.facts)
        told = result.message.replace(str(result.path), short_path(result.path))
    reader.pages.line(f"{told} It keeps: {report.words(start, end, ())}")
    _look_again(reader, report)


def annotate(reader: LineReader, words: str) -> None:
    """The same, for those who would forget the note."""
    if not words:
        raise UsageError("Write the note behind the command, and tags with #: a check this #toll")
    bookmark(reader, words)


def undo(reader: LineReader, words: str) -> None:
    """Takes back the last thing that was written."""
    reader.pages.line(_notebook(reader).undo() or "There is nothing to undo.")
    if reader.report is not None:
        _look_again(reader, reader.report)


def _look_again(reader: LineReader, report: Report) -> None:
    report.kept = reader.desk.kept(report.article)


def notes(reader: LineReader, words: str) -> None:
    """All bookmarks, or those that have some words; a number reads on where one stands."""
    reader.show(partial(_say_notes, reader, words))


def _say_notes(reader: LineReader, words: str) -> None:
    checked = _notebook(reader).check(reader.desk.article_or_none)
    wanted = words.casefold().split()
    found = [one for one in checked if all(word in _text(one).casefold() for word in wanted)]
    reader.pages.line(
        f"{count(len(found), 'bookmark')}{f' for “{words}”' if words else ''}, in "
        f"{short_path(_notebook(reader).path)}."
    )
    for number, one in enumerate(found, 1):
        reader.pages.line(f"{number}. {_text(one)}")
        if one.state != "ok":
            reader.pages.line(f"   {one.state}: {one.message}")
    reader.offer([partial(_go_there, reader, one) for one in found])


def _text(one: Checked) -> str:
    """Words, where they are from, note and tags."""
    mark = one.bookmark
    known = [mark.source or mark.title, day(mark.published)]
    known.append(f"paragraph {mark.passage.paragraph}")
    note = " ".join([" ".join(mark.note.split()), *(f"#{tag}" for tag in mark.tags)]).strip()
    words = " ".join(mark.exact.split())
    return f"“{words}” {', '.join(known)}.{f' Note: {note}' if note else ''}"


def _go_there(reader: LineReader, one: Checked) -> None:
    if one.article is None or one.span is None:
        raise UsageError(one.message or "Its words stand nowhere any more.")
    open_report(reader, one.article, at=one.span.start)


# ---- other programs


def browse(reader: LineReader, words: str) -> None:
    """Opens the report's page in the browser."""
    from tui.browser import open_page

    url = open_one(reader).article.url
    if not url:
        raise UsageError("No web address is known of this report.")
    open_page(url)
    reader.pages.line(f"Opened {url}")


def pipe_to(reader: LineReader, words: str) -> None:
    """Gives the report's words to a program with its arguments; no shell reads them."""
    from tui.piping import pipe, pipe_command

    report, command = open_one(reader), pipe_command(words)
    code = pipe(command, f"{report.article.body}\n")
    reader.pages.line(f"{words} ended with {code}.")
