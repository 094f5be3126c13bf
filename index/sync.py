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
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from index.article import Article
from index.catalog import Catalog, FileRecord
from index.sources.declared import FILE_NAME as DECLARATIONS_NAME
from index.sources.sanitise import clean
from index.sources.scan import assign_ids, scan

if TYPE_CHECKING:
    from index.examination import Examined, Job
    from index.sources.reading import ArticleReader

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
        self._started = time.perf_counter()
        self._catalog = catalog
        self._report = SyncReport()
        self._found = scan(places, leave_out)
        self._ids: dict[str, str] = {}
        self._known: dict[str, FileRecord] = {}
        """What was known of the files that are gone or have to be looked at."""
        self._lost: set[str] = set()
        files, declarations = self._found.files, self._found.declarations
        seen = catalog.seen(retry=retry)
        changed = {path for path, state in files.items() if seen.get(path) != state}
        self._declared = [path for path, state in declarations.items() if seen.get(path) != state]
        """Each `sources.toml` that is new or has changed."""
        missing = seen.keys() - files.keys() - declarations.keys()
        self._gone = {path for path in missing if not self._found.may_hold(path)}
        self._unseen = missing - self._gone
        """Files that may be there still, in folders that could not be listed: they stay."""
        if changed or self._declared or self._gone:  # else all is as it was, as at most starts
            self._ids = assign_ids(self._found.roots | self._unseen_roots(places))
            changed |= self._renamed() | self._restated()
            self._known |= catalog.files(changed | self._gone)
        self.changed = sorted(changed)
        """Files that have to be looked at."""

    def _renamed(self) -> set[str]:
        """Files that are to have another id, since others came or went."""
        known = self._catalog.ids_of_files()
        found = ((path, self._ids[path]) for path in self._found.files)
        return {path for path, id_ in found if known.get(path, id_) != id_}

    def _unseen_roots(self, places: Sequence[Path]) -> dict[str, str]:
        """The folder of the library of each file that stays unseen: it keeps others from its id."""
        folders = [str(place) for place in places]
        return {
            path: next((one for one in folders if path.startswith(f"{one}/")), "")
            for path in self._unseen
            if Path(path).name != DECLARATIONS_NAME
        }

    def _restated(self) -> set[str]:
        """Files of which their `sources.toml` says something else than it did."""
        ours = {
            path for path in (*self._declared, *self._gone) if Path(path).name == DECLARATIONS_NAME
        }
        folders = {path.removesuffix(DECLARATIONS_NAME) for path in ours}
        if not folders:
            return set()
        beside = [path for path in self._found.files if path[: path.rfind("/") + 1] in folders]
        known = self._catalog.files(beside)
        return {path for path, record in known.items() if record.stated != self._stated(path)}

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
        batch: list[tuple[str, Examined]] = []
        for done, (path, examined) in enumerate(self._examined(processes), 1):
            batch.append((path, examined))
            if len(batch) >= size:
                self._commit(batch)
                take_over()
                batch, size = [], min(2 * size, LARGEST_BATCH)
            if progress:
                progress(SyncProgress(done, len(self.changed), Path(path)))
        self._commit(batch, last=True)
        take_over()
        self._tell()
        return self._report

    def _examined(self, processes: int) -> Iterator[tuple[str, Examined]]:
        """Each changed file with what it holds; renames are looked for by one process only."""
        if not self.changed:
            return iter(())
        from index.examination import examine_all  # where nothing has changed, nothing is read

        gone = set(self._gone_ids())

        def before_of(sha256: str) -> Article | None:
            id_ = self._catalog.id_of_sha256(sha256)
            return self._catalog.article(id_) if id_ in gone else None

        examined = examine_all(
            map(self._job, self.changed), self._reader, before_of, 1 if gone else processes
        )
        return zip(self.changed, examined, strict=True)

    def _gone_ids(self) -> list[str]:
        records = map(self._known.get, self._gone)
        return [record.id for record in records if record and record.id]

    @cached_property
    def _reader(self) -> ArticleReader:
        from index.sources.reading import ArticleReader

        return ArticleReader()

    def _job(self, path: str) -> Job:
        from index.examination import Job

        known = self._known.get(path)
        before = self._catalog.article(known.id) if known and known.id else None
        restated = known is not None and known.stated != self._stated(path)
        return Job(Path(path), self._ids[path], before, restated, self._found.files[path][0])

    def _stated(self, path: str) -> str:
        stated = self._reader.declared(Path(path))
        return json.dumps(stated, default=str, sort_keys=True) if stated else ""

    def _commit(self, batch: Sequence[tuple[str, Examined]], *, last: bool = False) -> None:
        """Writes a batch; the last one also drops what is gone."""
        records = [self._record(path, examined) for path, examined in batch]
        documents = [
            (examined.article, self._facts(examined))
            for _, examined in batch
            if examined.article is not None
        ]
        if not last:
            self._catalog.write(records, documents)
        elif self.changed or self._declared or self._gone:
            known = {record.id for record in self._known.values() if record.id}
            self._catalog.write(
                [*records, *map(self._declaration, self._declared)],
                documents,
                gone_paths=self._gone,
                gone_ids=(known - set(self._ids.values())) | self._lost,
            )

    def _declaration(self, path: str) -> FileRecord:
        """A `sources.toml` as a file without article, so that its changes are seen."""
        return FileRecord(path, *self._found.declarations[path], None, reason="")

    def _record(self, path: str, examined: Examined) -> FileRecord:
        """What the catalogue keeps of a file; counts what became of it."""
        known = self._known.get(path)
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
            path,
            *self._found.files[path],
            self._ids[path] if examined.reason is None else None,
            self._stated(path),
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
        report.removed += len(self._lost) + len(self._gone_ids())
        report.failed += [
            Failure(clean(path), reason) for path, reason in self._found.unreadable.items()
        ]
        report.failed += [Failure(clean(path), reason) for path, reason in self._catalog.failures()]
        if self._found.links_out:
            report.remarks.append(
                "Symbolic links that lead out of the library are not followed, here "
                f"{self._found.links_out}; name their targets as well if you want them read."
            )
        if self._ids:  # something was looked at
            report.notices += [one for one in self._reader.problems if one not in report.notices]
        report.seconds = time.perf_counter() - self._started
