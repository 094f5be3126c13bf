"""Reads one mail or newsletter: its plain text, else its page."""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage
from itertools import islice
from typing import Any

from index.errors import InputError
from index.sources.files import too_large
from index.sources.text import LARGEST_TEXT

_MOST_PARTS = 500


def parse(data: bytes, url: str | None = None, charset: str | None = None) -> dict[str, Any]:
    """The keys of `ParsedPage`; raises InputError where there is no text to be read."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise InputError("is no mail: it has no header")
    parts = [part for part in islice(message.walk(), _MOST_PARTS) if not part.is_multipart()]
    texts = [part for part in parts if not _is_attachment(part)]
    answer = _body(texts, url)
    attachments = len(parts) - len(texts)
    sender = _header(message, "from")
    name, _, address = sender.rpartition("<")
    return {
        **answer,
        "title": _header(message, "subject") or answer.get("title"),
        "source": name.strip(' "') or address.strip(" <>"),
        "published": _header(message, "date"),
        "attachments": attachments,
        "remark": answer.get("remark") or _left_out(attachments),
    }


def _body(parts: list[Any], url: str | None) -> dict[str, Any]:
    plain = next(
        (t for p in parts if p.get_content_type() == "text/plain" and (t := _text(p)).strip()), ""
    )
    if len(plain) > LARGEST_TEXT:
        raise InputError(too_large(len(plain), LARGEST_TEXT))
    if plain:
        return {"body": plain}
    page = next(
        (t for p in parts if p.get_content_type() == "text/html" and (t := _text(p)).strip()), ""
    )
    if not page:
        raise InputError("is a mail without text")
    from index.sources.workers.page import read_page  # the extra, for mail without plain text only

    return read_page(page, url)


def _left_out(attachments: int) -> str | None:
    several = "One attachment is" if attachments == 1 else f"{attachments} attachments are"
    return f"{several} not shown." if attachments else None


def _is_attachment(part: Any) -> bool:
    return bool(
        part.get_content_maintype() != "text" or part.get_content_disposition() == "attachment"
    )


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name) or "")
    except Exception:  # the library raises whatever a header makes it stumble over
        return ""


def _text(part: Any) -> str:
    from index.sources.workers.charsets import page_text

    payload = part.get_payload(decode=True) or b""
    return page_text(payload, part.get_content_charset())
