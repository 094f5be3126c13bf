"""Memory that was freed and is given back to the system."""

from __future__ import annotations

from typing import Final

_TRIM_THRESHOLD: Final = -1
"""`M_TRIM_THRESHOLD` of glibc's malloc.h."""
_MOST_KEPT: Final = 256 << 10
"""Bytes at the end of each of its heaps that the C library keeps for what is asked for next."""


def give_back_freed_memory() -> bool:
    """Has the C library keep little of the memory that is freed, from now on; says whether it will.

    glibc keeps twice as much as the largest block that it has ever got back, in a heap for each
    thread: after some thousand keys that was a sixth of all that the program held. See mallopt(3).
    Other C libraries have no such setting.
    """
    import ctypes  # the first frame needs none

    set_option = getattr(ctypes.CDLL(None), "mallopt", None)
    return set_option is not None and set_option(_TRIM_THRESHOLD, _MOST_KEPT) == 1
