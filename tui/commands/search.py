"""`newsreader search`: ranked hits with a snippet."""

from __future__ import annotations

import argparse

from index.sources.sanitise import clean_line
from tui.commands.output import marked
from tui.commands.session import Session
from tui.noted import noted_articles

LONGEST_QUERY = 10_000
"""Characters."""
_MOST_HITS = 1_000_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes beyond the common options."""
    parser.add_argument(
        "query", nargs="+", metavar="QUERY", help="words and fields; '' lists every article"
    )
    parser.add_argument("--limit", type=_count, default=20, metavar="N", help="hits at most (20)")
    parser.add_argument(
        "--sort", choices=["relevance", "date"], default="relevance", help="what comes first"
    )
    parser.add_argument(
        "--exact",
        action="store_true",
        help="nothing but what was asked for: no other spelling, not only some of the words",
    )


def run(options: argparse.Namespace, session: Session) -> int:
    """Prints the hits; 1 where there is none."""
    output = session.output
    query = clean_line(" ".join(options.query), LONGEST_QUERY)
    library = session.fresh_library
    noted = noted_articles(query, library, lambda: session.notebook)
    results = library.search(
        query, limit=options.limit, sort=options.sort, noted=noted, exact=options.exact
    )
    session.tell_notices()
    for problem in results.problems:
        output.note(problem.message)
    if options.json:
        from index.contract.library import Hits

        output.object(Hits.of(results))
        return 0 if results.hits else 1
    if results.corrected:
        output.note(f"nothing has {results.query!r}; these have {results.corrected!r}.")
    elif results.relaxed:
        output.note("no article has all the words; these have some of them.")
    for hit in results.hits:
        output.line((hit.title, "title"))
        facts = (hit.article, hit.source, hit.published)
        output.line((" · ".join(filter(None, facts)), "faint"))
        output.line("  ", *marked(hit.snippet, ((a, b, "match") for a, b in hit.matches)))
    if not results.hits:
        if library.search("", limit=1).hits:
            output.note("no article answers this query; fewer or shorter words may.")
        else:
            output.note("there is no article in this library.")
        return 1
    if results.total > len(results.hits):
        output.note(f"{len(results.hits)} of {results.total:,} hits; --limit shows more.")
    return 0


def _count(word: str) -> int:
    if not word.isdecimal() or not 0 < int(word) <= _MOST_HITS:
        raise argparse.ArgumentTypeError(
            f"{word!r} is no number of hits; write one from 1 to {_MOST_HITS}"
        )
    return int(word)
