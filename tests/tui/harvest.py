"""Three invented reports of one invented dispute, as a library of files: for the screens that ask
the index."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.library import Library
from index.notes.notebook import Notebook
from tui.desk import Desk

TEXTS = {
    "post": (
        "Harbour Post",
        "2031-05-07",
        "Dam of Luhov to stay shut, minister says\n"
        "“We will not open the dam of Luhov before the harvest is in, and I told the council so,” "
        "Syldavian Interior Minister Ada Okoro said on Monday.\n"
        "Okoro added that about 40 engineers had been sent to Luhov.\n"
        "The council of Luhov denied that the dam was unsafe.",
    ),
    "ledger": (
        "Evening Ledger",
        "2031-05-07",
        "Minister: Luhov dam stays shut\n"
        "“We shall not open the dam of Luhov before the harvest is in,” Ada Okoro, the Syldavian "
        "interior minister, told reporters.\n"
        "At least 60 engineers had been sent to Luhov, Okoro said.",
    ),
    "courier": (
        "The Courier",
        "2031-05-16",
        "Luhov dam is safe again\n"
        "Syldavian Interior Minister Ada Okoro said on Thursday that the dam of Luhov was safe "
        "again and that 75 engineers had been sent to Luhov.\n"
        "Foreign Minister Ben Okoro declined to comment on *the dam* | or its price.",
    ),
}


@contextmanager
def desk_in(folder: Path) -> Iterator[Desk]:
    """A desk on the three reports, with an empty notebook."""
    library = folder / "library"
    library.mkdir()
    stated = []
    for name, (source, published, body) in TEXTS.items():
        (library / f"{name}.txt").write_text(body, encoding="utf-8")
        stated.append(f'["{name}.txt"]\nsource = "{source}"\npublished = {published}\n')
    (library / "sources.toml").write_text("\n".join(stated), encoding="utf-8")
    with Library.open([library], cache=folder / "cache") as opened:
        opened.sync()
        notebook = Notebook.open(folder / "notes" / "notes.md", folder / "state.db")
        try:
            yield Desk(opened, notebook)
        finally:
            notebook.close()
