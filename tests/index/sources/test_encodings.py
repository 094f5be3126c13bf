"""Bytes become text that can be read, whatever they were written in; what is no text is told."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import InputError
from index.sources.encodings import decode

GERMAN = (
    "Das Außenministerium teilte am Dienstag mit, die Zahl der Soldaten sei größer als früher "
    "gemeldet. Der Sprecher erklärte, man prüfe die Berichte über Verluste an der Front. "
) * 4
RUSSIAN = (
    "Министерство обороны сообщило во вторник, что около десяти тысяч солдат прибыли в область. "
    "Представитель министерства отказался назвать точное число. "
) * 4


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-8"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
        (b"", "cp1252"),
    ],
)
def test_western_text_comes_back_whole(mark: bytes, encoding: str) -> None:
    assert decode(mark + GERMAN.encode(encoding)) == GERMAN


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "koi8-r"])
def test_russian_text_comes_back_whole(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding)) == RUSSIAN


@pytest.mark.parametrize(
    "text", ["“Small number”, he said – twice.", "Le café était fermé, dit-il.", "It cost £5m."]
)
def test_a_short_western_text_is_not_taken_for_a_strange_one(text: str) -> None:
    assert decode(text.encode("cp1252")) == text


def test_one_bad_byte_in_utf8_costs_itself_only() -> None:
    text = "“Ten thousand,” he said – “or more.” " * 20
    damaged = text.encode()[:200] + b"\xff" + text.encode()[200:]
    assert decode(damaged).replace("\ufffd", "") == text


@given(st.binary(max_size=400))
def test_no_bytes_are_too_strange(content: bytes) -> None:
    try:
        text = decode(content)
    except InputError:
        return
    assert isinstance(text, str)


def test_what_is_no_text_is_told() -> None:
    with pytest.raises(InputError, match="no text"):
        decode(b"\x7fELF\x02\x01\x01" + bytes(2000))


def test_czech_and_japanese_are_told_from_western_text() -> None:
    czech = (
        "Ministerstvo obrany v úterý oznámilo, že do oblasti přijelo přibližně deset tisíc "
        "vojáků. Mluvčí odmítl uvést přesný počet. "
    ) * 4
    japanese = "政府は火曜日に、部隊の派遣について発表した。報道官は人数を明らかにしなかった。" * 4
    assert decode(czech.encode("cp1250")) == czech
    assert decode(japanese.encode("shift_jis")) == japanese
