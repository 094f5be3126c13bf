"""`newsreader show`: one article with its figures, dates and officials marked."""

from __future__ import annotations

import argparse
import re

from index.article import Article
from index.compare.alignment import paragraphs
from index.errors import InputError
from index.facts.model import Facts
from index.notes.bookmark import Bookmark
from index.span import TextSpan
from tui.commands.output import Output, marked
from tui.commands.session import Session
from tui.rendering.named import with_names
from tui.rendering.words import count

_FRAGMENT = re.compile(r"(?P<name>.+)#(?:p(?P<paragraph>\d{1,6})|(?P<bookmark>nr-[^#]*))")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes beyond the common options."""
    parser.add_argument(
        "article",
        metavar="ARTICLE[#PLACE]",
        help="an id, or a file; #p4 begins at a paragraph, #nr-3f9a2c at a bookmark",
    )


def run(options: argparse.Namespace, session: Session) -> int:
    """Prints the article, from the place on that is named."""
    fragment = _FRAGMENT.fullmatch(options.article)
    article, facts = session.article(fragment["name"] if fragment else options.article)
    place = _place(fragment, article, session) if fragment else None
    if options.json:
        from index.contract.articles import ShownArticle
        from tui.commands.notes import note_of

        notes = [note_of(bookmark, bookmark.state) for bookmark in session.bookmarks([article])]
        session.output.object(ShownArticle.with_marks(article, facts, notes, place))
        return 0
    _head(article, facts, session.output)
    _body(article, facts, place, session.output)
    return 0


def _place(fragment: re.Match[str], article: Article, session: Session) -> TextSpan:
    if fragment["paragraph"]:
        found = paragraphs(article.body)
        number = int(fragment["paragraph"])
        if not 0 < number <= len(found):
            raise InputError(
                f"{article.id!r} has no paragraph {number}; it has {len(found)}, from #p1 on."
            )
        return found[number - 1]
    from index.notes.anchors import locate

    bookmark = _bookmark(fragment["bookmark"], session)
    anchor = locate(bookmark.passage, article.body, article.sha256)
    if anchor.span is None:
        raise InputError(f"The bookmark {bookmark.id} cannot be placed: {anchor.message}")
    return anchor.span


def _bookmark(id_: str, session: Session) -> Bookmark:
    for bookmark in session.notebook.bookmarks():
        if bookmark.id == id_:
            return bookmark
    raise InputError(f"There is no bookmark {id_} in your notes; `newsreader notes list` has all.")


def _head(article: Article, facts: Facts, output: Output) -> None:
    output.line((article.title, "title"))
    known = (article.source, article.byline, article.published, article.timezone, article.url)
    output.line((" · ".join(filter(None, (*known, article.id))), "faint"))
    counts = f"{count(len(facts.figures), 'figure')}, {count(len(facts.officials), 'official')}"
    if article.title_guessed:
        counts += "; the title is its first sentence"
    if article.removed_characters:
        counts += f"; {count(article.removed_characters, 'control character')} removed"
    if article.remark:
        counts += f"; {article.remark}"
    output.line((counts, "faint"))
    output.line()


def _body(article: Article, facts: Facts, place: TextSpan | None, output: Output) -> None:
    """The text from the paragraph of `place` on; in plain lines each mark is named by a word."""
    marks = [
        *((one.start, one.end, "figure") for one in facts.figures),
        *((one.start, one.end, "date") for one in facts.dates),
        *((one.start, one.end, "official") for who in facts.officials for one in who.mentions),
    ]
    for paragraph in paragraphs(article.body):
        if place and paragraph.end <= place.start:
            continue
        inside = [
            (start - paragraph.start, end - paragraph.start, style)
            for start, end, style in marks
            if paragraph.start <= start and end <= paragraph.end
        ]
        text = paragraph.of(article.body)
        output.line(*([with_names(text, inside)] if output.plain else marked(text, inside)))
        output.line()
