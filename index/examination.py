"""Looks at one file of a library: has its article changed, what does it say? Alone or in a pool."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice
from pathlib import Path
from threading import Thread

from index.article import Article
from index.errors import NewsreaderError
from index.facts.codec import encode
from index.facts.model import Facts
from index.sources.reading import ArticleReader, NotesFileError, UnreadableError
from index.sources.sanitise import clean, clean_line

_CHUNK = 16
"""Files that a process of the pool takes at a time."""
_AHEAD = 2048
"""Files that the pool may be ahead of the caller, who commits as many at a time: so it has work
meanwhile."""
_BYTES_AHEAD = 32_000_000
"""Of these files together: what bounds the memory."""

BeforeOf = Callable[[str], Article | None]
"""The article that had these bytes (a sha256) under a name that is gone."""


@dataclass(frozen=True, slots=True)
class Job:
    """One file to look at."""

    path: Path
    id: str
    """The id that its article is to have."""
    before: Article | None = None
    """The article that it held at the last sync."""
    restated: bool = False
    """What `sources.toml` says of it has changed."""
    size: int = 0
    """Bytes of the file."""


@dataclass(slots=True)
class Examined:
    """What a file turned out to hold. Neither article nor reason: what it held before."""

    article: Article | None = None
    facts: bytes | None = None
    """As `codec.encode` writes them."""
    before: Article | None = None
    """An article whose facts hold for this one; then `facts` is None."""
    reason: str | None = None
    """Why there is no article; "" for a file that is left out in silence."""
    final: bool = False
    """The reason lies in what the file holds, and stays as long as that does."""
    problems: list[str] = field(default_factory=list)
    """What else was wrong, one sentence each."""


def examine(job: Job, reader: ArticleReader, before_of: BeforeOf | None = None) -> Examined:
    """Reads one file, and extracts its facts unless they are known; no content makes it raise."""
    try:
        return _examined(job, reader, before_of)
    except UnreadableError as error:
        reason = "" if isinstance(error, NotesFileError) else error.reason
        return Examined(reason=reason, final=error.final)
    except NewsreaderError:  # the catalogue's, not the file's
        raise
    except Exception as error:
        fault = f"{type(error).__name__}: {clean_line(str(error), 200)}"
        return Examined(
            reason=f"could not be read: a rule failed on it ({fault}); please report this file"
        )


def _examined(job: Job, reader: ArticleReader, before_of: BeforeOf | None) -> Examined:
    told = len(reader.problems)
    content = reader.content(job.path, follow=False)
    before = job.before or (before_of(content.sha256) if before_of else None)
    same = before is not None and before.sha256 == content.sha256
    in_place = before is not None and (before.id, before.path) == (job.id, job.path)
    if same and in_place and not job.restated:
        return Examined()
    article = reader.read(job.path, id=job.id, content=content)
    problems = reader.problems[told:]
    if before and replace(before, id=article.id, path=article.path) == article:
        return Examined(article, before=before, problems=problems)
    facts = facts_or_problem(article, problems)
    return Examined(article, encode(facts, article.body), problems=problems)


def facts_or_problem(article: Article, problems: list[str]) -> Facts:
    """The facts of `article`; none, and a sentence more in `problems`, where a rule fails on it.

    One odd article must not keep the others out of the library, nor itself from being read.
    """
    from index.facts.extract import extract  # where nothing has changed, no rule is loaded

    try:
        return extract(article)
    except Exception as error:
        problems.append(
            f"{clean(str(article.path or article.id))} is read without its facts: a rule failed on "
            f"it ({type(error).__name__}: {clean(str(error))[:200]}); please report this article."
        )
        return Facts()


def examine_all(
    jobs: Iterable[Job], reader: ArticleReader, before_of: BeforeOf | None, processes: int
) -> Iterator[Examined]:
    """Examines each job, in order; only one process alone asks `before_of` for renamed articles."""
    if processes == 1:
        for job in jobs:
            yield examine(job, reader, before_of)
        return
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    # Spawned, not forked: the caller may have threads.
    with ProcessPoolExecutor(processes, get_context("spawn"), _end_with_parent) as pool:
        under_way: deque[tuple[int, Future[list[Examined]]]] = deque()
        jobs, size = iter(jobs), 0
        try:
            while chunk := list(islice(jobs, _CHUNK)):
                weight = sum(job.size for job in chunk)
                under_way.append((weight, pool.submit(_examine_in_pool, chunk)))
                size += weight
                while len(under_way) * _CHUNK > _AHEAD or size > _BYTES_AHEAD:
                    weight, done = under_way.popleft()
                    size -= weight
                    yield from done.result()
            for _, done in under_way:
                yield from done.result()
        finally:
            pool.shutdown(cancel_futures=True)  # where the caller has given up


def _examine_in_pool(jobs: Sequence[Job]) -> list[Examined]:
    return [examine(job, _pool_reader()) for job in jobs]


@cache
def _pool_reader() -> ArticleReader:
    """One for each process, so that it knows each `sources.toml` once."""
    return ArticleReader()


def _end_with_parent() -> None:
    """A process of the pool that outlived a killed parent would wait for work for ever."""
    from multiprocessing import parent_process

    parent = parent_process()

    def watch() -> None:
        if parent:
            parent.join()
        os._exit(1)

    Thread(target=watch, daemon=True).start()
