"""Why a notes file could not be written, in a sentence that names the mend."""

from __future__ import annotations

import errno
from pathlib import Path

from index.errors import NotesUnavailableError


def reason(path: Path, error: Exception) -> str:
    """One sentence for the person."""
    if isinstance(error, NotesUnavailableError):
        return str(error)
    match getattr(error, "errno", None):
        case errno.ENOENT | errno.ENOTDIR:
            return f"The folder {path.parent} is not there; create it, or name another file."
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return f"{path} may not be written; change its rights, or name another file."
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return f"The disk is full for {path}; free some space."
        case errno.EISDIR:
            return f"{path} is a folder; name a file in it, or set notes_dir to it."
        case errno.ELOOP:
            return f"{path} or its lock file is a link that leads nowhere; remove the link."
        case _:
            words = getattr(error, "strerror", None) or str(error)
            return f"{path} could not be written ({words})."
