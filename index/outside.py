"""Articles in files that are not in the library: read when they are asked for."""

from __future__ import annotations

import os
import threading
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from index.article import Article
from index.errors import InputError
from index.sources.scan import is_article_name

if TYPE_CHECKING:
    from index.facts.model import Facts


class OutsideArticles:
    """Reads such files, and each of them once as long as it does not change."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._read: dict[Path, tuple[tuple[int, int], Article, Facts]] = {}
        self._holders: dict[str, Path] = {}
        """The file of each id that was given."""
        self._folders: dict[Path, tuple[tuple[int, int], Counter[str]]] = {}
        """How many articles of a folder have each stem."""
        self.problems: list[str] = []
        """What was wrong with the metadata of these files, one sentence each."""

    def get(
        self, path: Path, is_taken: Callable[[str], bool], places: Iterable[Path] = ()
    ) -> tuple[Article, Facts]:
        """The article in `path` and its facts; raises InputError.

        Its id is that of an article inside the folder among `places` that it lies in, else the stem
        of its name; the whole path where `is_taken` or another such file has that already.
        """
        from index.examination import facts_or_problem
        from index.sources.reading import ArticleReader

        with self._lock:
            stamp = _stamp(path)
            known = self._read.get(path)
            if known and known[0] == stamp:
                return known[1], known[2]
            reader = ArticleReader()
            root = next((place for place in places if path.is_relative_to(place)), None)
            article = reader.read(path, id=self._id_inside(path, root) if root else None)
            if is_taken(article.id) or self._holders.get(article.id, path) != path:
                article = replace(article, id=str(path))
            self._holders[article.id] = path
            self.problems += reader.problems
            self._read[path] = (stamp, article, facts_or_problem(article, self.problems))
            return self._read[path][1:]

    def _id_inside(self, path: Path, root: Path) -> str:
        """Without its ending, unless another article beside it has the same name before that."""
        shared = self._stems(path.parent)[path.stem] > is_article_name(path.name)
        inside = path.relative_to(root)
        return (inside if shared else inside.with_suffix("")).as_posix()

    def _stems(self, folder: Path) -> Counter[str]:
        """How many articles of `folder` have each stem; listed anew when its files have changed."""
        stamp, known = _stamp(folder), self._folders.get(folder)
        if known is None or known[0] != stamp:
            names = filter(is_article_name, os.listdir(folder))  # noqa: PTH208 - names are enough
            known = self._folders[folder] = stamp, Counter(Path(name).stem for name in names)
        return known[1]


def _stamp(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError:
        return (-1, -1)  # reading will say what is wrong
    return status.st_size, status.st_mtime_ns


def path_outside(name: str) -> Path:
    """The path that the name of a file outside is; InputError for the id of an article."""
    path = Path(name)
    if not path.is_absolute():
        raise InputError(
            f"There is no article {name!r} in this library any more; its file may have been "
            "renamed or removed."
        )
    return path


def existing_file(name: str) -> Path | None:
    """The whole, real path of the file that a person calls `name`, or None."""
    try:
        path = Path(name).expanduser()
        return path.resolve() if path.is_file() else None
    except (OSError, ValueError, RuntimeError):  # NUL in the name, "~nobody", a loop of links
        return None
