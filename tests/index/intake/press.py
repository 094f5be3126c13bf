"""Invented outlets: pages, feeds and lists of feeds for the tests of taking in."""

from __future__ import annotations

from html import escape
from xml.sax.saxutils import quoteattr

from index.article import Article
from index.intake.intake import Intake
from index.sources.reading import read_article
from tests.web_server import Answer, Exchange, WebServer


def articles(intake: Intake) -> list[Article]:
    """What the library holds, read back from its files."""
    paths = sorted(intake.folder.rglob("*.md"), key=lambda path: path.stem)
    return [read_article(path) for path in paths]


def sentences(number: int, count: int = 14) -> list[str]:
    """Paragraphs that no other number has."""
    return [
        f"About {number * 100 + line:,} workers of plant {number} walked out on day {line}, the "
        f"union of district {number * 7 + line} said, and talks went on into night {line + number}."
        for line in range(count)
    ]


def page(number: int, *, extra: str = "", count: int = 14) -> bytes:
    """The page of one article."""
    body = "".join(f"<p>{escape(text)}</p>" for text in sentences(number, count))
    return (
        f"<!doctype html><html lang=en><head><title>Plant {number} stands still</title>"
        '<meta charset="utf-8"><meta property="og:site_name" content="The Invented Courier">'
        '<meta property="article:published_time" content="2031-05-06T07:08:09-04:00"></head>'
        f"<body><nav><a href=/>Home</a></nav><article><h1>Plant {number} stands still</h1>"
        f"{body}<p>{escape(extra)}</p></article><footer>Contact</footer></body></html>"
    ).encode()


def rss(items: str, title: str = "Courier feed") -> bytes:
    """A feed with these items."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{title}</title><link>/</link>{items}</channel></rss>"
    ).encode()


def item(
    number: int,
    *,
    whole: bool = True,
    link: str | None = None,
    guid: str | None = None,
    lines: int = 14,
) -> str:
    """One item, with its whole text or a line of it."""
    body = "".join(f"<p>{text}</p>" for text in sentences(number, lines))
    text = f"<content:encoded><![CDATA[{body}]]></content:encoded>" if whole else ""
    return (
        f"<item><title>Plant {number} stands still</title>"
        f"<link>{f'/a/{number}' if link is None else link}</link>"
        f"<guid>{number if guid is None else guid}</guid>"
        "<pubDate>Tue, 06 May 2031 07:08:09 EST</pubDate>"
        f"<description>Plant {number}.</description>{text}</item>"
    )


def feed_answer(content: bytes) -> Answer:
    """A feed that is sent again only when it has changed."""
    tag = f'"{hash(content)}"'

    def answer(exchange: Exchange) -> None:
        if exchange.headers.get("if-none-match") == tag:
            exchange.answer(status="304 Not Modified")
        else:
            exchange.answer(content, kind="application/rss+xml", headers={"ETag": tag})

    return answer


def opml(addresses: list[str]) -> bytes:
    """A list of feeds."""
    lines = "".join(
        f"<outline text='Feed {n}' type='rss' xmlUrl={quoteattr(address)}/>"
        for n, address in enumerate(addresses)
    )
    return (
        f"<opml version='2.0'><body><outline text='News'>{lines}</outline></body></opml>".encode()
    )


def many_feeds(
    server: WebServer, feeds: int, items: int, *, whole: bool = True, lines: int = 14
) -> bytes:
    """Puts so many feeds on the server; gives their list."""
    for n in range(feeds):
        numbers = range(n * items, (n + 1) * items)
        content = rss("".join(item(one, whole=whole, lines=lines) for one in numbers), f"Feed {n}")
        server.pages[f"/feed/{n}"] = feed_answer(content)
        if not whole:
            server.pages.update({f"/a/{one}": page(one, count=lines) for one in numbers})
    return opml([f"{server.root}/feed/{n}" for n in range(feeds)])
