"""`newsreader conflicts`: where reports part, story by story, over the whole library."""

from __future__ import annotations

import argparse

from index.compare.model import DISPUTED
from tui.commands.answers import names_of, only_wanted, print_question
from tui.commands.session import Session
from tui.rendering.relations import shown_relation
from tui.rendering.words import count


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes beyond the common options."""
    parser.add_argument(
        "query", nargs="*", metavar="QUERY", help="only stories of the articles that answer it"
    )
    parser.add_argument("--all", action="store_true", help="the weak questions as well")


def run(options: argparse.Namespace, session: Session) -> int:
    """Prints each story's questions; 1 where no story has one that is answered differently."""
    library, output = session.fresh_library, session.output
    parted = False
    for ids in library.stories(" ".join(options.query) or None):
        if len(ids) < 2:
            continue
        articles = [library.article(id_) for id_ in ids]
        comparison = session.ruled(only_wanted(library.compare(ids), weak=options.all))
        disputed = [one for one in comparison.questions if shown_relation(one) in DISPUTED]
        parted = parted or bool(disputed)
        if options.json:
            from index.contract import StoryConflicts

            output.object(StoryConflicts.of(articles, comparison))
        elif disputed:
            names = names_of(articles)
            output.line((articles[0].title, "title"))
            counts = f"{count(len(articles), 'report')}, {count(len(disputed), 'question')}"
            output.line((counts, "faint"))
            for question in disputed:
                output.line()
                print_question(question, names, output)
            output.line()
    if not parted:
        output.note("no story has a question that its reports answer differently.")
    return 0 if parted else 1
