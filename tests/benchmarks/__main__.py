"""`python -m tests.benchmarks NAME [OPTION…]` runs one benchmark; without a name, names them."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from pathlib import Path

_NO_BENCHMARKS = {"__main__", "corpus"}


def main(arguments: list[str]) -> None:
    found = {module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)])}
    names = sorted(found - _NO_BENCHMARKS)
    if not arguments or arguments[0] not in names:
        sys.exit(f"Name one of the benchmarks: {', '.join(names)}")
    importlib.import_module(f"tests.benchmarks.{arguments[0]}").main(arguments[1:])


if __name__ == "__main__":
    main(sys.argv[1:])
