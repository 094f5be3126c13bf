"""Brings a library's catalogue up to date with its folders.

A file is looked at again when its size, its time of change, its id or what `sources.toml` says of
it has changed; then its sha256 tells whether its article has. Each batch is committed to the
catalogue before the index takes it over, so that a sync that was killed goes on where it stopped.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from index.article import Article
from index.catalog import Catalog, FileRecord, same_content
from index.facts.model import Facts
from index.sources.declared import FILE_NAME as DECLARATIONS_NAME
from index.sources.reading import ArticleReader, NotesFileError, UnreadableError
from index.sources.sanitise import clean
from index.sources.scan import FoundFile, Scan, assign_ids, scan

FIRST_BATCH = 128
LARGEST_BATCH = 4096
"""Articles in one commit: few at first, so that something can be searched soon."""

Documents = Mapping[str, tuple[Article, Facts]]


@dataclass(frozen=True, slots=True)
class SyncProgress:
    """How far a sync has come."""

    done: int
    total: int
    """Files that had to be looked at."""
    path: Path
    """The file that was read last."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read."""

    path: str
    reason: str
    """Follows the path in a sentence."""


@dataclass(slots=True)
class SyncReport:
    """What a sync changed."""

    added: int = 0
    updated: int = 0
    removed: int = 0
    failed: list[Failure] = field(default_factory=list)
    articles: int = 0
    """How many the library holds now."""
    seconds: float = 0.0
    notices: list[str] = field(default_factory=list)
    """What else a person should know, one sentence each."""


def synchronise(
    places: Sequence[Path],
    catalog: Catalog,
    take_over: Callable[[Documents], None],
    *,
    leave_out: Iterable[Path] = (),
    progress: Callable[[SyncProgress], None] | None = None,
) -> SyncReport:
    """Adds, updates and removes articles until `catalog` is as `places` are.

    `take_over` is called after each commit, with the articles that are fresh in memory; it brings
    whatever waits in the catalogue into the index.
    """
    started = time.perf_counter()
    run = _Run(scan(places, leave_out), catalog)
    batch_size = FIRST_BATCH
    batch: list[_Outcome] = []
    for done, outcome in enumerate(run.outcomes(), 1):
        batch.append(outcome)
        if len(batch) >= batch_size:
            run.commit(batch, take_over)
            batch, batch_size = [], min(2 * batch_size, LARGEST_BATCH)
        if progress:
            progress(SyncProgress(done, len(run.changed), outcome.record.path))
    run.commit(batch, take_over, last=True)
    run.report.articles = catalog.count()
    run.report.seconds = time.perf_counter() - started
    return run.report


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of one file."""

    record: FileRecord
    document: tuple[Article, Facts] | None = None


class _Run:
    """One sync: what was found, what was known, and what has to change."""

    def __init__(self, found: Scan, catalog: Catalog) -> None:
        self._found = found
        self._catalog = catalog
        self._reader = ArticleReader()
        self._ids = assign_ids(found.files)
        self._known = catalog.files()
        self._declarations = _declaration_records(found)
        present = {file.path for file in found.files} | self._declarations.keys()
        self._gone = {path: known for path, known in self._known.items() if path not in present}
        self._restated = {
            path.parent
            for path in (*self._declarations, *self._known)
            if path.name == DECLARATIONS_NAME
            and self._known.get(path) != self._declarations.get(path)
        }
        self._lost: set[str] = set()
        self.changed = [file for file in found.files if self._has_changed(file)]
        self.report = SyncReport()

    def outcomes(self) -> Iterator[_Outcome]:
        """Reads each changed file; a file that fails is an outcome as well."""
        for file in self.changed:
            yield self._look_at(file)

    def commit(
        self,
        outcomes: Sequence[_Outcome],
        take_over: Callable[[Documents], None],
        *,
        last: bool = False,
    ) -> None:
        """Writes a batch; the last one also drops what is gone and says what failed."""
        documents = {made.document[0].id: made.document for made in outcomes if made.document}
        records = [outcome.record for outcome in outcomes]
        if last:
            self._catalog.write(
                [*records, *self._declarations.values()],
                documents.values(),
                gone_paths=self._gone,
                gone_ids=self._ids_without_file(),
            )
        else:
            self._catalog.write(records, documents.values())
        take_over(documents)
        if last:
            self._tell()

    def _has_changed(self, file: FoundFile) -> bool:
        known = self._known.get(file.path)
        if known is None or (known.size, known.modified) != (file.size, file.modified):
            return True
        if known.id is None:
            return False
        if known.id != self._ids[file.path]:
            return True
        return file.path.parent in self._restated and known.stated != self._stated(file.path)

    def _look_at(self, file: FoundFile) -> _Outcome:
        known = self._known.get(file.path)
        id_ = self._ids[file.path]
        stated = self._stated(file.path)
        record = FileRecord(file.path, file.size, file.modified, id_, stated)
        try:
            content = self._reader.content(file.path, follow=False)
            before = self._article_before(known, content.sha256)
            if (
                known
                and before
                and (known.id, known.stated, before.sha256) == (id_, stated, content.sha256)
            ):
                return _Outcome(record)
            article = self._reader.read(file.path, id=id_, content=content)
        except UnreadableError as error:
            reason = "" if isinstance(error, NotesFileError) else error.reason
            if known and known.id:
                self._lost.add(known.id)
            return _Outcome(FileRecord(file.path, file.size, file.modified, None, stated, reason))
        renamed = before is not None and before.path in self._gone
        if renamed or (known and known.id):
            self.report.updated += 1
        else:
            self.report.added += 1
        if renamed:
            self.report.removed -= 1
        return _Outcome(record, (article, self._facts(article, before)))

    def _article_before(self, known: FileRecord | None, sha256: str) -> Article | None:
        """The article this file held, or one of the same bytes that a file of another name held."""
        id_ = known.id if known and known.id else self._catalog.id_of_sha256(sha256)
        return self._catalog.article(id_) if id_ else None

    def _facts(self, article: Article, before: Article | None) -> Facts:
        if before and same_content(before, article):
            facts = self._catalog.facts(before.id)
            if facts is not None:
                return facts
        from index.facts.extract import extract  # not needed where nothing has changed

        try:
            return extract(article)
        except Exception as error:
            self.report.notices.append(
                f"{clean(str(article.path))} is read without its facts: the extractor failed on it "
                f"({type(error).__name__}: {clean(str(error))[:200]}); please report this article."
            )
            return Facts()

    def _stated(self, path: Path) -> str:
        stated = self._reader.declared(path)
        return json.dumps(stated, default=str, sort_keys=True) if stated else ""

    def _ids_without_file(self) -> set[str]:
        """Ids the catalogue knows and no file has any more."""
        known = {record.id for record in self._known.values() if record.id}
        return (known - set(self._ids.values())) | self._lost

    def _tell(self) -> None:
        report = self.report
        report.removed += len(self._lost) + sum(1 for record in self._gone.values() if record.id)
        report.failed += [
            Failure(clean(str(path)), f"could not be listed: {reason}")
            for path, reason in self._found.unreadable.items()
        ]
        report.failed += [
            Failure(clean(str(path)), reason) for path, reason in self._catalog.failures()
        ]
        if self._found.links_out:
            report.notices.append(
                f"{self._found.links_out} symbolic links that lead out of the library were not "
                "followed; name their targets as well if you want them read."
            )
        report.notices += self._reader.problems


def _declaration_records(found: Scan) -> dict[Path, FileRecord]:
    """Each `sources.toml` as a file without article, so that its changes are seen."""
    return {
        folder / DECLARATIONS_NAME: FileRecord(
            folder / DECLARATIONS_NAME, size, modified, None, reason=""
        )
        for folder, (size, modified) in found.declarations.items()
    }
