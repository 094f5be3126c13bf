"""All parts of the contract by the commands that print them."""

from __future__ import annotations

from typing import Literal

from index.contract.articles import ArticleFacts, Note, ShownArticle
from index.contract.base import Contract
from index.contract.comparison import ComparedReports, StoryConflicts
from index.contract.intake import TakenIn
from index.contract.library import Check, Hits, Synchronised

ContractName = Literal[
    "facts", "show", "compare", "conflicts", "search", "index", "doctor", "notes", "add", "refresh"
]

MODELS: dict[ContractName, type[Contract]] = {
    "facts": ArticleFacts,
    "show": ShownArticle,
    "compare": ComparedReports,
    "conflicts": StoryConflicts,
    "search": Hits,
    "index": Synchronised,
    "doctor": Check,
    "notes": Note,
    "add": TakenIn,
    "refresh": TakenIn,
}
"""The model of what each command prints with `--json`."""
