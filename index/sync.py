"""Brings a library's catalogue up to date with its folders.

A file is looked at again when its size, its time of change, its id or what `sources.toml` says of
it has changed, or when it could not be read the last time; then its sha256 tells whether its
article has. Each batch is committed to the catalogue before the index takes it over, so that a sync
that was killed goes on where it stopped.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from index.article import Article
from index.catalog import Catalog, FileRecord
from index.examination import Examined, Job, examine_all
from index.sources.declared import FILE_NAME as DECLARATIONS_NAME
from index.sources.reading import ArticleReader
from index.sources.sanitise import clean
from index.sources.scan import FoundFile, Scan, assign_ids, scan

FIRST_BATCH = 128
LARGEST_BATCH = 2048
"""Articles in one commit: few at first, so that something can be searched soon."""


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
    busy: bool = False
    """Nothing was done, for another newsreader was writing: there may be more to do."""
    seconds: float = 0.0
    notices: list[str] = field(default_factory=list)
    """What else is wrong, one sentence each."""
    remarks: list[str] = field(default_factory=list)
    """What a person should know and need do nothing about, one sentence each."""


class Sync:
    """One sync: what was found, what was known, and what has to change."""

    def __init__(
        self,
        places: Sequence[Path],
        catalog: Catalog,
        leave_out: Iterable[Path] = (),
        *,
        retry: bool = False,
    ) -> None:
        """Looks at names, sizes and times alone. `retry` asks for what failed before once more."""
        self._retry = retry
        self._started = time.perf_counter()
        self._catalog = catalog
        self._found = scan(places, leave_out)
        self._ids = assign_ids(self._found.files)
        self._known = catalog.files()
        self._reader = ArticleReader()
        self._declarations = _declaration_records(self._found)
        present = self._ids.keys() | self._declarations.keys()
        self._gone = {path: known for path, known in self._known.items() if path not in present}
        self._restated = {
            path.removesuffix(DECLARATIONS_NAME)
            for path in (*self._declarations, *self._known)
            if path.endswith("/" + DECLARATIONS_NAME)
            and self._known.get(path) != self._declarations.get(path)
        }
        """Folders, each with its slash, whose `sources.toml` has changed."""
        self._lost: set[str] = set()
        self._report = SyncReport()
        self.changed: list[FoundFile] = [file for file in self._found.files if self._differs(file)]
        """Files that have to be looked at."""

    def run(
        self,
        take_over: Callable[[], None],
        progress: Callable[[SyncProgress], None] | None = None,
        *,
        processes: int = 1,
    ) -> SyncReport:
        """Adds, updates and removes articles until the catalogue is as the folders are.

        `take_over` is called after each commit, to bring into the index what waits in the
        catalogue. More than one process share the reading.
        """
        size = FIRST_BATCH
        batch: list[tuple[FoundFile, Examined]] = []
        for done, (file, examined) in enumerate(self._examined(processes), 1):
            batch.append((file, examined))
            if len(batch) >= size:
                self._commit(batch)
                take_over()
                batch, size = [], min(2 * size, LARGEST_BATCH)
            if progress:
                progress(SyncProgress(done, len(self.changed), Path(file.path)))
        self._commit(batch, last=True)
        take_over()
        self._tell()
        return self._report

    def _examined(self, processes: int) -> Iterator[tuple[FoundFile, Examined]]:
        """Each changed file with what it holds; renames are looked for by one process only."""
        gone = {known.id for known in self._gone.values() if known.id}

        def before_of(sha256: str) -> Article | None:
            id_ = self._catalog.id_of_sha256(sha256)
            return self._catalog.article(id_) if id_ in gone else None

        examined = examine_all(
            map(self._job, self.changed), self._reader, before_of, 1 if gone else processes
        )
        return zip(self.changed, examined, strict=True)

    def _differs(self, file: FoundFile) -> bool:
        known = self._known.get(file.path)
        if known is None or (known.size, known.modified) != (file.size, file.modified):
            return True
        if known.id is None:
            # Permissions and disks are mended without a change of size or time. What a file holds
            # is not, and may take seconds to fail once more.
            return bool(known.reason) and (self._retry or not known.final)
        if known.id != self._ids[file.path]:
            return True
        if not self._restated or file.path.rpartition("/")[0] + "/" not in self._restated:
            return False
        return known.stated != self._stated(file.path)

    def _job(self, file: FoundFile) -> Job:
        known = self._known.get(file.path)
        before = self._catalog.article(known.id) if known and known.id else None
        restated = known is not None and known.stated != self._stated(file.path)
        return Job(Path(file.path), self._ids[file.path], before, restated, file.size)

    def _stated(self, path: str) -> str:
        stated = self._reader.declared(Path(path))
        return json.dumps(stated, default=str, sort_keys=True) if stated else ""

    def _commit(self, batch: Sequence[tuple[FoundFile, Examined]], *, last: bool = False) -> None:
        """Writes a batch; the last one also drops what is gone."""
        records = [self._record(file, examined) for file, examined in batch]
        documents = [
            (examined.article, self._facts(examined))
            for _, examined in batch
            if examined.article is not None
        ]
        if not last:
            self._catalog.write(records, documents)
            return
        known = {record.id for record in self._known.values() if record.id}
        self._catalog.write(
            [*records, *self._declarations.values()],
            documents,
            gone_paths=self._gone,
            gone_ids=(known - set(self._ids.values())) | self._lost,
        )

    def _record(self, file: FoundFile, examined: Examined) -> FileRecord:
        """What the catalogue keeps of a file; counts what became of it."""
        known = self._known.get(file.path)
        report = self._report
        report.notices += examined.problems
        if examined.reason is not None:
            if known and known.id:
                self._lost.add(known.id)
        elif known and known.id:
            report.updated += examined.article is not None
        elif examined.before:  # renamed
            report.updated += 1
            report.removed -= 1
        else:
            report.added += 1
        return FileRecord(
            file.path,
            file.size,
            file.modified,
            self._ids[file.path] if examined.reason is None else None,
            self._stated(file.path),
            examined.reason,
            examined.final,
        )

    def _facts(self, examined: Examined) -> bytes:
        """The facts found, or those that are known."""
        if examined.facts is not None:
            return examined.facts
        return self._catalog.encoded_facts(examined.before.id) if examined.before else b""

    def _tell(self) -> None:
        report = self._report
        report.articles = self._catalog.count()
        report.removed += len(self._lost) + sum(1 for record in self._gone.values() if record.id)
        report.failed += [
            Failure(clean(path), reason) for path, reason in self._found.unreadable.items()
        ]
        report.failed += [Failure(clean(path), reason) for path, reason in self._catalog.failures()]
        if self._found.links_out:
            report.remarks.append(
                "Symbolic links that lead out of the library are not followed, here "
                f"{self._found.links_out}; name their targets as well if you want them read."
            )
        report.notices += [one for one in self._reader.problems if one not in report.notices]
        report.seconds = time.perf_counter() - self._started


def _declaration_records(found: Scan) -> dict[str, FileRecord]:
    """Each `sources.toml` as a file without article, so that its changes are seen."""
    return {
        path: FileRecord(path, size, modified, None, reason="")
        for path, (size, modified) in found.declarations.items()
    }
