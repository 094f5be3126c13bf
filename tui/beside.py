"""Versions and copies in words: beside a report in the list, and when it is opened."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from tui.rendering.words import day

if TYPE_CHECKING:
    from index.article import Article
    from index.compare.differences import Difference
    from index.relatives import Folds, Relative
    from index.search.engine import SearchHit

_MOST_CHANGES = 3
"""Changes that one sentence tells."""

ArticleOf = Callable[[str], "Article | None"]
"""The article with this id, None where there is none any more."""


def counts_beside(hits: Iterable[SearchHit], folds: Folds) -> dict[str, str]:
    """What stands beside those of `hits` that others are folded under."""
    return {
        hit.article: counted(members) for hit in hits if (members := folds.members.get(hit.article))
    }


def counted(members: Iterable[Relative]) -> str:
    """ "2 older, 1 copy"."""
    kinds = [member.kind for member in members]
    told = []
    if versions := kinds.count("version"):
        told.append(f"{versions:,} older")
    if copies := kinds.count("copy"):
        told.append("1 copy" if copies == 1 else f"{copies:,} copies")
    return ", ".join(told)


def told_of(article: Article, folds: Folds, article_of: ArticleOf) -> str:
    """A sentence on the versions and copies of an article that is opened; "" without any."""
    head, members = folds.family(article.id)
    older = [member.id for member in members if member.kind == "version"]
    if head == article.id and older:
        before = article_of(older[0])
        if before is not None:
            return f"Changed: {told_changes(before, article)}."
    if article.id in older:
        return "This is an older version."
    if head == article.id and members:
        number = len(members)
        told = "is 1 copy" if number == 1 else f"are {number:,} copies"
        return f"Of this text there {told}."
    if article.id in folds.contained:
        other, share = folds.contained[article.id]
        found = article_of(other)
        if found is not None:
            return f"{percent(share)} of this is in {other}."
    return ""


def percent(share: float) -> str:
    """ "92 %", never rounded up to all."""
    return "All" if share >= 1 else f"{int(100 * share)} %"


def told_changes(before: Article, after: Article) -> str:
    """What changed between two versions, the figures first, then the names."""
    from index.compare.differences import WEIGHTS, differences

    found = list(differences(before.body, after.body))
    weighty = sorted(
        (one for one in found if one.weight in ("figure", "name")),
        key=lambda one: WEIGHTS.index(one.weight),
    )
    told = list(dict.fromkeys(map(_told, weighty)))[:_MOST_CHANGES]
    rest = sum(_told(one) not in told for one in found)
    if before.title != after.title and not told:
        told.append("the headline")
        rest = max(0, rest - 1)  # the headline begins the text
    if rest:
        others = "other place" if told else "place"
        told.append(f"{rest:,} {others}{'' if rest == 1 else 's'}")
    return ", ".join(told) or "nothing but blanks"


def _told(one: Difference) -> str:
    """ "10,000 became 12,000"."""
    gone, come = " and ".join(one.gone), " and ".join(one.come)
    if gone and come:
        return f"{gone} became {come}"
    return f"{gone} is gone" if gone else f"{come} is new"


def about(article: Article) -> str:
    """Outlet and day of an article, to tell versions apart."""
    return f"{article.source or 'unknown source'} · {day(article.published)}"
