"""Memory that was freed and is given back to the system."""

from __future__ import annotations

import ctypes
import platform

import pytest

from tui.freed_memory import give_back_freed_memory


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc can be told")
def test_glibc_keeps_little() -> None:
    assert give_back_freed_memory()


def test_other_libraries_are_left_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda name: object())
    assert not give_back_freed_memory()
