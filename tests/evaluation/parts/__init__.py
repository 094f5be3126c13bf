"""The parts of the evaluation.

A part is a module with `CORPORA`, the kinds of corpus that it can measure, and
`measure(corpus) -> Iterable[Tally]`. Every module in this package is one.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable
from importlib import import_module
from typing import Protocol, cast

from tests.evaluation.corpus import Corpus, CorpusKind
from tests.evaluation.score import Tally


class Part(Protocol):
    """What a module of this package offers."""

    CORPORA: tuple[CorpusKind, ...]

    def measure(self, corpus: Corpus) -> Iterable[Tally]: ...


def parts_for(kind: CorpusKind, only: str = "") -> list[Part]:
    """The parts that can measure a corpus of this kind, by name; with `only`, that one alone."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    names = [name for name in names if only in ("", name)]
    parts = [cast(Part, import_module(f"{__name__}.{name}")) for name in names]
    return [part for part in parts if kind in part.CORPORA]
