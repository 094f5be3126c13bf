"""A name for the present rules of extraction, without loading them.

Kept facts hold as long as it stays the same. It is a digest of the extractor's modules and
lexicons and of the person's own, so no rule can change and leave old facts behind.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path


def extractor_stamp(own_lexicons: Path) -> str:
    """Sixteen hexadecimal digits for the rules, with the lexicons in the folder `own_lexicons`."""
    ours = Path(__file__).parent
    files = [*sorted(ours.glob("*.py")), *sorted(ours.glob("lexicon/*.toml"))]
    files += [ours.with_name("span.py"), *sorted(own_lexicons.glob("*.toml"))]
    digest = sha256()
    for file in files:
        try:
            content = file.read_bytes()
        except OSError:  # extraction itself will say so
            content = b""
        digest.update(f"{file.name}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
        digest.update(content)
    return digest.hexdigest()[:16]
