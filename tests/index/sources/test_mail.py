"""Mail and newsletters: the words of one, whoever packed them."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from index.errors import InputError
from index.sources.reading import read_article
from tests.faults.hostile import page


def message(**headers: str) -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"] = "The Example Courier: bridge opens"
    mail["From"] = "The Example Courier <news@courier.example>"
    mail["Date"] = "Tue, 29 Oct 2024 06:30:00 +0900"
    for name, value in headers.items():
        del mail[name]
        mail[name] = value
    return mail


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "letter.eml"


def test_plain_text_comes_before_the_page(path: Path) -> None:
    mail = message()
    mail.set_content("Ten zebras were seen.\n\nNobody was hurt.\n")
    mail.add_alternative("<p>Another text</p>", subtype="html")
    path.write_bytes(bytes(mail))
    article = read_article(path)
    assert article.title == "The Example Courier: bridge opens"
    assert article.source == "The Example Courier"
    assert article.published == "2024-10-29T06:30:00+09:00"
    assert article.body == (
        "The Example Courier: bridge opens\n\nTen zebras were seen.\n\nNobody was hurt."
    )
    assert article.remark is None


def test_a_page_goes_the_way_of_pages(path: Path) -> None:
    mail = message()
    mail.set_content(page("<nav><a href=x>Unsubscribe</a></nav>").decode(), subtype="html")
    path.write_bytes(bytes(mail))
    body = read_article(path).body
    assert "About 1,200 lorries" in body
    assert "Unsubscribe" not in body


def test_attachments_are_left_out_and_counted(path: Path) -> None:
    mail = message()
    mail.set_content("Ten zebras were seen.")
    for name in ("a.pdf", "b.txt"):
        mail.add_attachment(b"%PDF secret words", "application", "octet-stream", filename=name)
    path.write_bytes(bytes(mail))
    article = read_article(path)
    assert "secret" not in article.body
    assert article.remark == "2 attachments are not shown."


def test_header_words_are_cleaned_after_decoding(path: Path) -> None:
    path.write_bytes(
        b"Subject: =?utf-8?q?Har=1b=5D0=3Bowned=07bour_=E2=80=AEopens?=\n"
        b"From: =?iso-8859-1?q?Caf=E9_=9B7m_Sample?= <a@courier.example>\n\nTen zebras.\n"
    )
    article = read_article(path)
    assert article.title == "Harbour opens"
    assert article.source == "Café Sample"


@pytest.mark.parametrize(
    ("charset", "encoded"),
    [
        ("utf-8", "utf-8"),
        ("iso-8859-1", "latin-1"),
        ("koi8-r", "koi8-r"),
        ("unknown-8bit", "utf-8"),
    ],
)
def test_each_part_has_its_encoding(charset: str, encoded: str, path: Path) -> None:
    words = "Сводка дня: мост открыт." if encoded == "koi8-r" else "Zwölf Männer, zehn Häuser."
    path.write_bytes(
        f"Subject: x\nContent-Type: text/plain; charset={charset}\n\n".encode()
        + words.encode(encoded)
    )
    assert read_article(path).body.endswith(words)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is no mail"),
        (b"just words without a header\n", "is no mail"),
        (b"Subject: x\n\n", "is a mail without text"),
        (b"Subject: x\nContent-Type: image/png\n\nxx", "is a mail without text"),
    ],
)
def test_what_is_no_mail_is_told(content: bytes, told: str, path: Path) -> None:
    path.write_bytes(content)
    with pytest.raises(InputError, match=told):
        read_article(path)
