"""Commands that keep passages, list what is kept, and hand words on to other programs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from index.errors import ResourceError, UsageError
from tui.drafts import Draft
from tui.lines.opening import open_report
from tui.rendering.words import count, day, short_path

if TYPE_CHECKING:
    from index.notes.check import Checked
    from index.notes.notebook import Notebook
    from tui.lines.report import Report
    from tui.lines.sitting import Sitting


def _notebook(sitting: Sitting) -> Notebook:
    if sitting.desk.notebook is None:
        raise ResourceError("The notes are not open; `newsreader doctor` says why.")
    return sitting.desk.notebook


def bookmark(sitting: Sitting, words: str) -> None:
    """Keeps the sentence under the cursor; with words as its note, those with # as tags."""
    report = sitting.open_one()
    start, end = report.sentence(report.cursor)
    tags = [word[1:] for word in words.split() if word[0] == "#" and len(word) > 1]
    note = " ".join(word for word in words.split() if word[0] != "#")
    if note or tags:
        draft = Draft.of_passage(_notebook(sitting), report.article, report.facts, start, end)
        told = draft.save(note, tags)
    else:
        result = _notebook(sitting).bookmark(report.article, start, end, facts=report.facts)
        told = result.message.replace(str(result.path), short_path(result.path))
    sitting.pages.line(f"{told} It keeps: {report.words(start, end, ())}")
    _look_again(sitting, report)


def annotate(sitting: Sitting, words: str) -> None:
    """The same, for those who would forget the note."""
    if not words:
        raise UsageError("Write the note behind the command, and tags with #: a check this #toll")
    bookmark(sitting, words)


def undo(sitting: Sitting, words: str) -> None:
    """Takes back the last thing that was written."""
    sitting.pages.line(_notebook(sitting).undo() or "There is nothing to undo.")
    if sitting.report is not None:
        _look_again(sitting, sitting.report)


def _look_again(sitting: Sitting, report: Report) -> None:
    report.keep(sitting.desk.kept(report.article))


def notes(sitting: Sitting, words: str) -> None:
    """All bookmarks, or those that have some words; a number reads on where one stands."""
    sitting.show(partial(_say_notes, sitting, words))


def _say_notes(sitting: Sitting, words: str) -> None:
    checked = _notebook(sitting).check(sitting.desk.article_or_none)
    wanted = words.casefold().split()
    found = [one for one in checked if all(word in _text(one).casefold() for word in wanted)]
    sitting.pages.line(
        f"{count(len(found), 'bookmark')}{f' for “{words}”' if words else ''}, in "
        f"{short_path(_notebook(sitting).path)}."
    )
    for number, one in enumerate(found, 1):
        sitting.pages.line(f"{number}. {_text(one)}")
        if one.state != "ok":
            sitting.pages.line(f"   {one.state}: {one.message}")
    sitting.offer([partial(_go_there, sitting, one) for one in found])


def _text(one: Checked) -> str:
    """Words, where they are from, note and tags."""
    mark = one.bookmark
    known = [mark.source or mark.title, day(mark.published)]
    known.append(f"paragraph {mark.passage.paragraph}")
    note = " ".join([" ".join(mark.note.split()), *(f"#{tag}" for tag in mark.tags)]).strip()
    words = " ".join(mark.exact.split())
    return f"“{words}” {', '.join(known)}.{f' Note: {note}' if note else ''}"


def _go_there(sitting: Sitting, one: Checked) -> None:
    if one.article is None or one.span is None:
        raise UsageError(one.message or "Its words stand nowhere any more.")
    open_report(sitting, one.article, at=one.span.start)


# ---- other programs


def browse(sitting: Sitting, words: str) -> None:
    """Opens the report's page in the browser."""
    from tui.browser import open_page

    url = sitting.open_one().article.url
    if not url:
        raise UsageError("No web address is known of this report.")
    open_page(url)
    sitting.pages.line(f"Opened {url}")


def pipe_to(sitting: Sitting, words: str) -> None:
    """Gives the report's words to a program with its arguments; no shell reads them."""
    from tui.piping import pipe, pipe_command

    report, command = sitting.open_one(), pipe_command(words)
    code = pipe(command, f"{report.article.body}\n")
    sitting.pages.line(f"{words} ended with {code}.")
