"""The calls of the system, for tests that put others in place of some."""

from __future__ import annotations

import os
from typing import Any


class System:
    """Calls the system as `os` does; a subclass says what it does otherwise."""

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)
