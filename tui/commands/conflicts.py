"""`newsreader conflicts`: where reports part, story by story, over the whole library."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from index.compare.model import DISPUTED
from tui.commands.answers import only_wanted, print_comparison
from tui.commands.progress import ProgressBar
from tui.commands.session import Session
from tui.rendering.relations import shown_relation


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes beyond the common options."""
    parser.add_argument(
        "query", nargs="*", metavar="QUERY", help="only stories of the articles that answer it"
    )
    parser.add_argument("--all", action="store_true", help="the weak questions as well")


def run(options: argparse.Namespace, session: Session) -> int:
    """Prints each story's questions; 1 where no story has one that is answered differently."""
    library, output = session.fresh_library, session.output
    bar = ProgressBar(session.progress_manner)
    parted = False
    try:
        stories = library.stories(
            " ".join(options.query) or None,
            lambda done, total: bar.show(done, total, "articles read"),
        )
        bar.close()
        for number, ids in enumerate(stories, 1):
            bar.show(number, len(stories), "stories compared")
            parted = _print_story(ids, options, session, bar) or parted
    finally:
        bar.close()
    if options.query and not stories:
        output.note("no story has an article that answers this query.")
    elif not parted:
        output.note("no story has a question that its reports answer differently.")
    return 0 if parted else 1


def _print_story(
    ids: Sequence[str], options: argparse.Namespace, session: Session, bar: ProgressBar
) -> bool:
    """Prints one story, the bar out of the way; whether its reports part on anything."""
    library, output = session.library, session.output
    articles = [library.article(id_) for id_ in ids]
    comparison = session.ruled(only_wanted(library.compare(ids), weak=options.all))
    disputed = any(shown_relation(one) in DISPUTED for one in comparison.questions)
    if options.json:
        from index.contract.comparison import StoryConflicts

        bar.close()
        output.object(StoryConflicts.of(articles, comparison))
    elif disputed:
        bar.close()
        output.line((articles[0].title, "title"))
        print_comparison(articles, comparison, output, only_disputed=True)
        output.line()
    return disputed
