"""Bodies as servers pack them, unpacked piece by piece under a cap: a bomb never goes off.

Any decoder that is handed a whole piece gives all that is in it at once: a hundred kilobytes can
hold a hundred megabytes. These stop at what there is room for.
"""

from __future__ import annotations

import zlib
from typing import Protocol

ACCEPTED = "gzip, br"
"""What servers are told that they may use."""


class PackingError(ValueError):
    """What came is not packed as the server says; the message follows an address."""


class Unpacker(Protocol):
    """Unpacks one body."""

    def unpack(self, piece: bytes, room: int) -> bytes:
        """What `piece` holds, at most one byte more than `room`; raises PackingError."""
        ...

    def is_whole(self) -> bool:
        """Whether the body has come to its end."""
        ...


def unpacker_for(encoding: str) -> Unpacker:
    """The one for a Content-Encoding; raises PackingError for others and for layers of them."""
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return _Plain()
    if name in ("gzip", "x-gzip", "deflate"):
        return _Gzip()
    if name == "br":
        return _Brotli()
    raise PackingError("is packed in a way that was not asked for")


class _Plain:
    def unpack(self, piece: bytes, room: int) -> bytes:
        return piece[: room + 1]

    def is_whole(self) -> bool:
        return True  # the transport tells where a plain body breaks off


class _Gzip:
    """Gzip, in one part or several, and zlib's own form."""

    _EITHER = zlib.MAX_WBITS | 32

    def __init__(self) -> None:
        self._part = zlib.decompressobj(self._EITHER)

    def unpack(self, piece: bytes, room: int) -> bytes:
        found = b""
        while piece and len(found) <= room:
            if self._part.eof:
                if not piece.startswith(b"\x1f\x8b"):  # padding behind the last part
                    break
                self._part = zlib.decompressobj(self._EITHER)
            try:
                found += self._part.decompress(piece, room + 1 - len(found))
            except zlib.error:
                raise PackingError("is packed wrongly") from None
            piece = self._part.unused_data if self._part.eof else self._part.unconsumed_tail
        return found

    def is_whole(self) -> bool:
        return self._part.eof


class _Brotli:
    def __init__(self) -> None:
        from brotli import Decompressor

        self._stream = Decompressor()

    def unpack(self, piece: bytes, room: int) -> bytes:
        from brotli import error

        found = b""
        try:
            while len(found) <= room:
                part = self._stream.process(piece, output_buffer_limit=room + 1 - len(found))
                found += part
                piece = b""
                if self._stream.can_accept_more_data() or not part:
                    break
        except error:
            raise PackingError("is packed wrongly") from None
        return found[: room + 1]

    def is_whole(self) -> bool:
        return bool(self._stream.is_finished())
