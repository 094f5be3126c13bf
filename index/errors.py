"""What can go wrong, as exceptions that a person can read.

NewsreaderError             one sentence that names the thing and the mend
├── UsageError              the command, query or argument does not make sense (exit code 2)
├── InputError              a file, page or setting could not be read (exit code 3)
│   ├── MissingExtraError   what reads it is in an extra that is not installed
│   └── SettingsError       config.toml or a lexicon: names file, line and key
└── ResourceError           disk, network or index failed (exit code 4)
    ├── IndexUnavailableError    the search index cannot be opened or mended
    └── NotesUnavailableError    the notes file cannot be written now; the bookmark stays pending
        └── NotesChangedError    what is to be changed there is not what the person saw
"""

from __future__ import annotations


class NewsreaderError(Exception):
    """An error that is shown to the person as its one sentence, never as a traceback."""

    exit_code = 1


class UsageError(NewsreaderError):
    """The command line or an argument is wrong."""

    exit_code = 2


class InputError(NewsreaderError):
    """Something that should be read cannot be."""

    exit_code = 3


class MissingExtraError(InputError):
    """The file or page needs a part of the program that is not installed."""


class SettingsError(InputError):
    """A settings or lexicon file has a bad entry."""


class ResourceError(NewsreaderError):
    """Disk, network or index failed."""

    exit_code = 4


class IndexUnavailableError(ResourceError):
    """The search index cannot be opened, and could not be rebuilt."""


class NotesUnavailableError(ResourceError):
    """The notes file cannot be written now."""


class NotesChangedError(NotesUnavailableError):
    """Another program has changed in the notes what the person was about to change."""
