"""Putting other content into a file, which is whole at every moment: the old, or the new."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path


def replace_text(file: Path, text: str) -> None:
    """Puts `text` into `file`, on the disk when it returns; a file that was there keeps its mode.

    A link stays one, and what it leads to is replaced. Raises OSError, with nothing changed.
    """
    real = Path(os.path.realpath(file))
    temporary: Path | None = None
    try:
        mode = real.stat().st_mode & 0o777 if real.exists() else 0o644
        with tempfile.NamedTemporaryFile(
            "w",
            encoding="utf-8",
            newline="",
            dir=real.parent,
            prefix=f".{real.name}.",
            delete=False,
        ) as opened:
            temporary = Path(opened.name)
            opened.write(text)
            opened.flush()
            os.fchmod(opened.fileno(), mode)
            os.fsync(opened.fileno())
        temporary.replace(real)
    except BaseException:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()
        raise
    _keep_name(real.parent)


def _keep_name(folder: Path) -> None:
    """Makes the new name in `folder` last. Some file systems cannot, and need not."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
