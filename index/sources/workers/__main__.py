"""A worker: takes items on standard input, answers each with one line of JSON, until it is enough.

An item is a line of JSON that tells its length, then its bytes.
"""

from __future__ import annotations

import importlib
import json
import os
import select
import sys
from types import ModuleType
from typing import Any, BinaryIO

from index.errors import InputError
from index.sources.limits import Limits
from index.sources.worker_process import TOO_MUCH_MEMORY
from index.sources.workers import confinement

_PARSERS = {"html": "page", "mail": "mail", "feed": "feed"}


def main(task: dict[str, Any]) -> None:
    """Serves items until nobody sends any, for too long or for ever."""
    kind = task.pop("kind")
    limits = Limits(**task)
    items, answers = confinement.own_pipes()
    parser: ModuleType | None
    try:
        parser = importlib.import_module(f"index.sources.workers.{_PARSERS[kind]}")
    except ImportError:
        parser = None
    confinement.confine(limits)
    _say(answers, {"ready": True})
    for _ in range(limits.items):
        waiting, _, _ = select.select([items], [], [], limits.rest)
        head = items.readline() if waiting else b""
        if not head:
            return
        about = json.loads(head)
        data = items.read(about.pop("length"))
        confinement.allow_processor_time(limits.cpu)
        _say(answers, _answer(parser, data, about) if parser else {"missing": True})
        if confinement.memory_used() > limits.memory / 2:
            return


def _answer(parser: ModuleType, data: bytes, about: dict[str, Any]) -> dict[str, Any]:
    try:
        answer: dict[str, Any] = parser.parse(data, **about)
    except MemoryError:
        os._exit(TOO_MUCH_MEMORY)
    except InputError as error:
        return {"fault": str(error)}
    except ImportError:  # a part of the extra that only some items need
        return {"missing": True}
    except RecursionError:
        return {"fault": "was given up: it is nested too deeply"}
    except Exception as error:
        return {
            "fault": "was given up: the parser failed on it "
            f"({type(error).__name__}: {str(error)[:200]}); please report this file"
        }
    return answer


def _say(answers: BinaryIO, answer: dict[str, Any]) -> None:
    # Everything outside ASCII is escaped: a lone surrogate would not go into UTF-8.
    answers.write(json.dumps(answer).encode() + b"\n")
    answers.flush()


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
