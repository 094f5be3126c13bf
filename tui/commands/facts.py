"""`newsreader facts`: what articles say."""

from __future__ import annotations

import argparse

from index.article import Article
from index.errors import UsageError
from index.facts.model import Claim, DateMention, Facts, Figure, Official, Statement
from tui.commands.output import Output
from tui.commands.session import Session


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes beyond the common options."""
    parser.add_argument("articles", nargs="+", metavar="ARTICLE", help="an id, or a file")
    parser.add_argument(
        "--explain",
        type=_offset,
        metavar="START",
        help="say which rule made the mark at this offset",
    )


def run(options: argparse.Namespace, session: Session) -> int:
    """Prints the facts of each article; 1 where nothing is to be explained."""
    if options.explain is not None:
        return _explain(options, session)
    for name in options.articles:
        article, facts = session.article(name)
        if options.json:
            from index.contract.articles import ArticleFacts

            session.output.object(ArticleFacts.of(article, facts))
        else:
            print_facts(article, facts, session.output)
    return 0


def _offset(word: str) -> int:
    if not word.isdecimal():
        raise argparse.ArgumentTypeError(f"{word!r} is no offset; write a number from 0 on")
    return int(word)


def _explain(options: argparse.Namespace, session: Session) -> int:
    from index.facts.explain import explain

    if len(options.articles) != 1:
        raise UsageError("--explain needs exactly one article; name the one with the mark.")
    article, facts = session.article(options.articles[0])
    if not 0 <= options.explain < len(article.body):
        raise UsageError(
            f"--explain {options.explain} lies outside the article; it has offsets 0 to "
            f"{len(article.body) - 1}."
        )
    sentences = explain(article, facts, options.explain)
    for sentence in sentences:
        session.output.line(sentence)
    if sentences:
        return 0
    around = " ".join(article.body[options.explain : options.explain + 40].split())
    session.output.note(
        f"nothing is marked at {options.explain} of {article.id} (“{around}…”); "
        "without --explain the command lists where the marks begin."
    )
    return 1


def print_facts(article: Article, facts: Facts, output: Output) -> None:
    """All kinds of marks, each as a table."""
    output.line((article.title, "title"))
    output.line(
        (" · ".join(filter(None, (article.id, article.source, article.published))), "faint")
    )
    if facts.figures:
        _head(output, "figures", len(facts.figures))
        output.table(("at", "figure", "value", "of"), [_figure_row(one) for one in facts.figures])
    if facts.dates:
        _head(output, "dates", len(facts.dates))
        output.table(("at", "date", "means"), [_date_row(one) for one in facts.dates])
    if facts.officials:
        _head(output, "officials", len(facts.officials))
        output.table(
            ("named", "official", "roles"), [_official_row(one) for one in facts.officials]
        )
    if facts.statements:
        _head(output, "statements", len(facts.statements))
        output.table(
            ("at", "speaker", "form", "words"),
            [_statement_row(one, article.body) for one in facts.statements],
        )
    if facts.claims:
        _head(output, "claims", len(facts.claims))
        output.table(
            ("at", "value", "of", "day"), [_claim_row(one, article.body) for one in facts.claims]
        )
    output.line()


def _head(output: Output, what: str, count: int) -> None:
    output.line()
    output.line((f"{count} {what}", "title"))


def _figure_row(figure: Figure) -> tuple[str, tuple[str, str], str, str]:
    what = " ".join(filter(None, (figure.unit, figure.counted or figure.kind)))
    return str(figure.start), (figure.text, "figure"), interval(figure.low, figure.high), what


def _date_row(date: DateMention) -> tuple[str, tuple[str, str], str]:
    ends = list(dict.fromkeys((date.earliest or "…", date.latest or "…")))
    return str(date.start), (date.text, "date"), " to ".join(ends) if ends != ["…"] else "unknown"


def _official_row(official: Official) -> tuple[str, tuple[str, str], str]:
    roles = ", ".join(dict.fromkeys(role.told for role in official.roles))
    return str(len(official.mentions)), (official.name, "official"), roles


def _statement_row(one: Statement, body: str) -> tuple[str, tuple[str, str], str, str]:
    words = " ".join(body[one.start : one.end].split())
    return str(one.start), (one.speaker or "not named", "official"), one.form, shortened(words)


def _claim_row(claim: Claim, body: str) -> tuple[str, tuple[str, str], str, str]:
    value = shortened(" ".join(body[claim.value_start : claim.value_end].split()), 40)
    about = " ".join(filter(None, (claim.counted, claim.event, ", ".join(claim.places))))
    return str(claim.start), (value, "figure"), about, _claim_day(claim)


def _claim_day(claim: Claim) -> str:
    """For which day a claim holds, else when it was said, or by when at the latest."""
    known = (("as of", claim.as_of), ("said", claim.said), ("said by", claim.said_by))
    return next((f"{kind} {day}" for kind, day in known if day), "")


def interval(low: float | None, high: float | None) -> str:
    """The values that a figure allows: "10,000", "11,000 to 12,000", "at least 3,000"."""
    if low is None:
        return f"at most {_number(high)}" if high is not None else "not said"
    if high is None:
        return f"at least {_number(low)}"
    return _number(low) if low == high else f"{_number(low)} to {_number(high)}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,}"


def shortened(words: str, most: int = 70) -> str:
    """`words`, cut where they are too long for a cell."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
