"""Which folder of a library articles are taken into."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from index.errors import UsageError
from index.locations import articles_folder, seeds_folder


def intake_folder(places: Sequence[Path]) -> Path:
    """The first folder among `places`; the person's own folder where those are the samples only.

    A folder that is not there yet is one that will be made. Raises UsageError where all are files.
    """
    samples = seeds_folder().resolve()
    for place in places:
        whole = place.expanduser()
        if whole.is_file():
            continue
        if whole.resolve() != samples:
            return whole
    if any(place.expanduser().is_file() for place in places):
        raise UsageError(
            "This library is made of single files; name a folder to put articles in, with "
            "--library FOLDER."
        )
    return articles_folder()
