"""Names of files that any disk can hold, made from what strangers wrote.

    yna.co.kr/2024-10-29-seoul-says-10000-troops-are-in-kursk-3f9a2c01d4.md

Letters, digits, "-" and "." only, in lower case (some disks know no other), no leading dot, far
below the 255 bytes that a name may have. The last part knows the article again, whatever becomes of
its title.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256
from urllib.parse import urlsplit

from index.sources.sanitise import clean_line

_LONGEST = 90
"""Bytes of the words of a title; whole words only, if that is possible."""
_KEY = 10
"""Hexadecimal digits that know an article again: two of a million share them once in two runs."""


def server_folder(address: str | None) -> str:
    """The folder for articles of one server; "files" for those that came from none."""
    try:
        parts = urlsplit(address or "")
        port = parts.port
    except ValueError:
        return "files"
    host = (parts.hostname or "").removeprefix("www.")
    name = re.sub(r"[^a-z0-9.]+", "-", host.lower()) + (f"-{port}" if port else "")
    return name.strip(".-")[:80] or "files"


def short_key(identity: str) -> str:
    """What knows an article again in the name of its file."""
    return sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:_KEY]


def file_stem(title: str | None, published: str | None, key: str) -> str:
    """The name of an article's file, without its ending."""
    day = (published or "")[:10]
    first = day if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else "undated"
    return "-".join(filter(None, (first, slug(title or ""), key)))


def slug(title: str) -> str:
    """The words of a title, with "-" between them; letters of all scripts stay."""
    line = unicodedata.normalize("NFC", clean_line(title).casefold())
    words = re.sub(r"['’]", "", re.sub(r"(?<=\d)[.,](?=\d{3})", "", line))
    found = ""
    for word in re.findall(r"[^\W_]+", words):
        longer = f"{found}-{word}" if found else word
        if len(longer.encode()) > _LONGEST:
            break
        found = longer
    if not found:  # one word without end
        found = "".join(re.findall(r"[^\W_]+", words)).encode()[:_LONGEST].decode("utf-8", "ignore")
    return found
