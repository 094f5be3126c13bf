"""Unpacking: whatever comes, no more than the room there is."""

from __future__ import annotations

import gzip
import zlib

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.sources.decompression import PackingError, unpacker_for

ENCODINGS = ["gzip", "x-gzip", "deflate", "br", "identity", ""]


@given(
    st.sampled_from(ENCODINGS), st.lists(st.binary(max_size=200), max_size=5), st.integers(0, 300)
)
def test_any_bytes_are_unpacked_or_refused(encoding: str, pieces: list[bytes], room: int) -> None:
    unpacker = unpacker_for(encoding)
    try:
        for piece in pieces:
            assert len(unpacker.unpack(piece, room)) <= room + 1
        unpacker.is_whole()
    except PackingError:
        return


@given(st.binary(max_size=3000), st.integers(1, 50), st.sampled_from(["gzip", "deflate", "br"]))
def test_what_was_packed_comes_out_in_whatever_pieces(
    content: bytes, size: int, encoding: str
) -> None:
    pack = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress}[encoding]
    packed = pack(content)
    unpacker, found = unpacker_for(encoding), b""
    for start in range(0, len(packed), size):
        found += unpacker.unpack(packed[start : start + size], 10_000)
    assert found == content
    assert unpacker.is_whole()


@pytest.mark.parametrize("encoding", ["gzip, br", "compress", "zstd", "aes128gcm", "\x00"])
def test_what_was_not_asked_for_is_refused(encoding: str) -> None:
    with pytest.raises(PackingError, match="not asked for"):
        unpacker_for(encoding)
