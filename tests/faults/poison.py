"""Articles that try to steer the terminal, behind the back of `clean`.

It would take all of it out when an article is read in. Here the catalogue is changed afterwards, so
that what is drawn is guarded by nothing but the guard at the drawing.
"""

from __future__ import annotations

import re
import sqlite3
from itertools import cycle, islice
from pathlib import Path

# A sign of each kind that no program of ours would write: PWNED in a string, 7777 as a parameter.
PAYLOADS = (
    "\x1bc",
    "\x1b[7777m",
    "\x1b[7777n",
    "\x1b[?7777h",
    "\x1b]0;PWNED\x07",
    "\x1b]2;PWNED\x1b\\",
    "\x1b]8;;PWNED\x07",
    "\x1b]52;c;PWNED\x07",
    "\x1bPPWNED\x1b\\",
    "\x1b_PWNED\x1b\\",
    "\x1b^PWNED\x1b\\",
    "\x1b]0;PWNED",
    "\x9b7777m",
    "\x9d0;PWNED\x9c",
    "\x90PWNED\x9c",
    "\x00\x08\x7f\x0e\x0f",
    "a\r\x0b\x0c",
    "\u202egnp",
    "\u2066x",
    "e\u200bx",
    "\ud800x",
    "[/]",
    "[@click=app.quit]x",
    "[link=file:///]x",
    "[bold red]",
)


def poisoned(text: str, every: int) -> str:
    """`text` with each so-manieth word made a payload of the same length, so that offsets hold."""
    payloads = cycle(PAYLOADS)
    count = 0

    def swap(word: re.Match[str]) -> str:
        nonlocal count
        count += 1
        if count % every:
            return word.group()
        fitting = next((p for p in islice(payloads, len(PAYLOADS)) if len(p) <= len(word[0])), "")
        return fitting.ljust(len(word.group()), "w")

    return re.sub(r"[A-Za-z]{4,}", swap, text)


def poison(catalog: Path) -> None:
    """Puts payloads into the titles, outlets, bylines and texts of a catalogue."""
    database = sqlite3.connect(catalog)
    with database:
        rows = database.execute(
            "SELECT number, title, source, body FROM articles JOIN texts USING (number)"
        ).fetchall()
        for number, title, source, body in rows:
            told = (poisoned(title, 2), f"{source} \x1b]0;PWNED\x07", "".join(PAYLOADS))
            database.execute(
                "UPDATE articles SET title = ?, source = ?, byline = ? WHERE number = ?",
                (*(text.encode("utf-8", "replace").decode() for text in told), number),
            )
            harmful = poisoned(body, 5).encode("utf-8", "replace").decode()
            assert len(harmful) == len(body)
            database.execute("UPDATE texts SET body = ? WHERE number = ?", (harmful, number))
    database.close()
