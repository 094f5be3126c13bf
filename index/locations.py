"""Where the program keeps what it keeps, by the customs of the system it runs on.

cache       indexes and catalogues: can be deleted at any time
data        state.db: journal of bookmarks, reading places, history
config      config.toml, lexicon/*.toml
documents   newsreader/notes.md, rulings.toml, articles: the person's own files
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from platformdirs import PlatformDirs

from index.errors import InputError

_DIRECTORIES = PlatformDirs("newsreader", appauthor=False)


def seeds_folder() -> Path:
    """The five sample articles that ship with the program."""
    return Path(__file__).parent.parent / "seeds"


def config_file() -> Path:
    """The person's settings; it need not exist."""
    return _DIRECTORIES.user_config_path / "config.toml"


def lexicon_folder() -> Path:
    """The person's own lexicons, merged into ours; it need not exist."""
    return _DIRECTORIES.user_config_path / "lexicon"


def state_file() -> Path:
    """The durable database of bookmarks' journal, reading places and history."""
    return _DIRECTORIES.user_data_path / "state.db"


def fault_file() -> Path:
    """Where the last fault of the program itself happened, for those who mend it."""
    return _DIRECTORIES.user_data_path / "fault.txt"


def notes_file() -> Path:
    """The notes file, where no setting names another."""
    return _DIRECTORIES.user_documents_path / "newsreader" / "notes.md"


def articles_folder() -> Path:
    """Where articles are taken to, and read from, where no setting names a library."""
    return _DIRECTORIES.user_documents_path / "newsreader" / "articles"


def default_places() -> list[Path]:
    """The library where nobody named one: what was taken in, or the samples before that.

    A folder that was made for what then could not be taken in is still empty, and no library.
    """
    own = articles_folder()
    return [own if _holds_something(own) else seeds_folder()]


def _holds_something(folder: Path) -> bool:
    try:
        return any(folder.iterdir())
    except OSError:
        return folder.is_dir()  # reading it will say what is wrong


def library_place(path: str | Path) -> Path:
    """The folder or file `path` with its whole, real name; raises InputError if it is not there, or
    is a file of no kind that is read."""
    try:
        place = Path(path).expanduser().resolve()
        there, folder = place.exists(), place.is_dir()
    except (OSError, ValueError, RuntimeError):
        there = False
    if not there:
        raise InputError(
            f"There is no file or folder {str(path)!r}; name a folder of articles, or an article."
        )
    if folder:
        return place
    from index.sources.kinds import SUFFIXES  # the first frame does not wait for it

    if place.suffix.lower() not in SUFFIXES:
        known = ", ".join(sorted(SUFFIXES))
        raise InputError(f"{path} is of no kind that can be read; known endings are {known}.")
    return place


def cache_folder(library: Sequence[Path]) -> Path:
    """The cache of one library: a library is the set of its folders and files."""
    name = "\n".join(sorted(str(path.resolve()) for path in library))
    digest = hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return _DIRECTORIES.user_cache_path / digest
