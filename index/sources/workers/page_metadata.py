"""Title, outlet, byline, date and address of a page, from all the places where pages keep them.

The order of trust: JSON-LD, Open Graph and other `<meta>`, microdata, then what the reader of the
page sees: headings, bylines, `<time>`, the title of the window, the copyright line.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from index.sources.workers.bylines import bare_byline, day_in
from index.sources.workers.linked_data import LinkedData
from index.sources.workers.tree import first_text, text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "title")
_SOURCES = (
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "cre",
    "copyright-holder",
    "application-name",
)
_BYLINES = (
    "author",
    "article:author",
    "byl",
    "byline",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "article.author",
    "cxenseparse:author",
)
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date_published",
    "publication_date",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "ptime",
    "pdate",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "originalpublicationdate",
    "og:published_time",
    "published_time",
    "published-date",
    "date",
    "article_date_original",
    "citation_publication_date",
    "created",
)
_BYLINE_CLASSES = (
    "byline", "author", "reporter", "writer", "signature", "autor", "auteur", "firma",
)  # fmt: skip
_NOBODY = frozenset(("admin", "administrator", "super user", "root", "webmaster", "editor"))
"""What content management systems call an author who never said his name."""
_EDGE = " |｜–—·•»:-"
_SITE_TAIL = re.compile(r"\s+(?:[|–—·•»-]|::)\s+|\s*\|\s*")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)(?:\s*(?:©|\(c\)|copyright))?\s*(?:\d{4}(?:\s?[-–]\s?\d{4})?)?,?\s*"
    r"(?:by\s+)?(?P<name>[^\W\d_][^.,|©\n]{2,50})",
    re.IGNORECASE,
)
_URL_DAY = re.compile(r"/(\d{4})[/-](\d{2})[/-](\d{2})(?:/|-|$)")
_NAMED = (
    "translate(concat(' ', @class, ' ', @id, ' '), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', "
    "'abcdefghijklmnopqrstuvwxyz')"
)
_FURNITURE = (
    "not(ancestor::nav or ancestor::aside or ancestor::footer or ancestor::*[@role='complementary' "
    "or @role='navigation' or contains(@class, 'related') or contains(@class, 'comment')])"
)


class PageMetadata:
    """Looks for each key in one page; "" is not found."""

    def __init__(self, tree: HtmlElement, linked: LinkedData, url: str | None) -> None:
        self._tree = tree
        self._linked = linked
        self._meta = _meta(tree)
        base = next(iter(tree.xpath("//base/@href")), "")
        self._base = urljoin(url or "", base) if base else (url or "")
        self._window = text_of(next(iter(tree.iter("title")), None))
        self._heads = self._headings()

    def url(self) -> str:
        """The page's own address; of an AMP page that of the article."""
        given = (
            *self._tree.xpath("//link[translate(@rel, 'CANOIL', 'canoil')='canonical']/@href"),
            *self._values("og:url", "twitter:url", "parsely-link"),
            self._linked.url,
            self._base,
        )
        return next((u for one in given if (u := _absolute(self._base, one))), "")

    def source(self) -> str:
        """The outlet; by the name of its host where nothing else names it."""
        named = self._linked.source or self._value(*_SOURCES) or self._marked("publisher")
        if named:
            return named
        return self._title_tail() or self._banner() or self._copyright() or _host(self.url())

    def title(self) -> str:
        """The headline, without the outlet's name."""
        source = self.source()
        for title in filter(None, [self._linked.title, *self._values(*_TITLES), *self._heads]):
            # What a page's metadata say is often the headline with something around it.
            whole = [
                head
                for head in self._heads
                if title.startswith(head) or _letters(title) == _letters(head)
            ]
            return whole[0] if whole else without_site(title, source)
        return without_site(self._window, source)

    def byline(self) -> str:
        """Who wrote it, without "By"."""
        source = self.source()
        for name in (self._linked.byline, *self._joined_bylines(), *self._marked_names()):
            bare = bare_byline(name, source)
            if bare and not day_in(bare) and bare.casefold() not in _NOBODY:
                return bare
        return ""

    def published(self) -> str:
        """When it was published, in the first spelling that is a date."""
        return next((day for one in self._dates() if (day := day_in(one))), "")

    def language(self) -> str:
        """As the page declares it."""
        given = (
            self._tree.get("lang") or self._value("og:locale", "language", "content-language")
        ).replace("_", "-")
        return given if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}", given) else ""

    # Where to look

    def _values(self, *names: str) -> list[str]:
        return [value for name in names for value in self._meta.get(name, ())]

    def _value(self, *names: str) -> str:
        return next(iter(self._values(*names)), "")

    def _headings(self) -> list[str]:
        """What may be the headline, the likeliest first."""
        marked = self._tree.xpath("//*[@itemprop='headline']")
        heads = [
            head
            for path in ("//article//h1", "//main//h1", "//h1")
            for head in self._tree.xpath(path)
            if not _is_site_name(head)
        ]
        # Without a heading of the first rank: one that the title of the window has as well.
        lower = [
            head
            for head in self._tree.xpath("//h2 | //h3")[:20]
            if _is_end_of(text_of(head), self._window)
        ]
        texts = [text_of(one) or one.get("content", "") for one in (*marked, *heads, *lower)]
        return [text for text in texts if 0 < len(text) <= 300][:4]

    def _marked(self, property_: str) -> str:
        """The name of something in microdata."""
        for element in self._tree.xpath(
            f"//*[contains(concat(' ', @itemprop, ' '), ' {property_} ')]"
        ):
            name = element.xpath(".//*[@itemprop='name']")
            found = [e.get("content") or text_of(e) for e in (*name, element)]
            if text := next(filter(None, found), ""):
                return " ".join(text.split())
        return ""

    def _joined_bylines(self) -> Iterator[str]:
        names = [v for name in _BYLINES if (v := self._meta.get(name))]
        for several in names:
            yield " and ".join(filter(None, [", ".join(several[:-1]), several[-1]]))

    def _marked_names(self) -> Iterator[str]:
        yield self._marked("author")
        yield first_text(self._tree.xpath(f"//a[@rel='author' and {_FURNITURE}]"), 200)
        for word in _BYLINE_CLASSES:
            path = f"//*[contains({_NAMED}, '{word}') and {_FURNITURE}]"
            yield first_text(self._tree.xpath(path), 200)
        yield first_text(self._tree.xpath(f"//address[{_FURNITURE}]"), 200)

    def _dates(self) -> Iterator[str]:
        yield from self._linked.published
        yield from self._values(*_DATES)
        for element in self._tree.xpath("//*[contains(@itemprop, 'datePublished')]"):
            yield from _spellings(element)
        for path in (
            "//time[@pubdate]",
            f"//time[contains({_NAMED}, 'publi') and {_FURNITURE}]",
            f"//time[{_FURNITURE} and not(contains({_NAMED}, 'updat'))]",
            f"//*[(contains({_NAMED}, 'date') or contains({_NAMED}, 'publish')"
            f" or contains({_NAMED}, 'time')) and {_FURNITURE}"
            f" and not(contains({_NAMED}, 'updat'))]",
        ):
            for element in self._tree.xpath(path)[:20]:
                yield from _spellings(element)
        day = _URL_DAY.search(self.url())
        if day:
            yield "-".join(day.groups())

    def _title_tail(self) -> str:
        """What the title of the window has beside the headline."""
        for head in filter(None, (*self._values(*_TITLES), self._linked.title, *self._heads)):
            before, found, behind = self._window.partition(head)
            beside = behind.strip(_EDGE) or before.strip(_EDGE)
            if found and beside:
                return beside.split(" | ")[-1]
        parts = re.split(r"\s+[|»]\s+|\s*[|｜]\s*", self._window)
        return parts[-1] if len(parts) > 1 and len(parts[-1]) <= 40 else ""

    def _banner(self) -> str:
        """The name at the top of the page, where its class says that it is one."""
        named = self._tree.xpath(
            f"//*[(contains({_NAMED}, 'site-title') or contains({_NAMED}, 'site-name')"
            f" or contains({_NAMED}, 'sitename') or contains({_NAMED}, 'brand ')"
            f" or contains({_NAMED}, 'logo ')) and not(ancestor::article or ancestor::footer)]"
        )
        return first_text(named, 60)

    def _copyright(self) -> str:
        for footer in self._tree.xpath(
            f"//footer | //*[contains({_NAMED}, 'footer') or contains({_NAMED}, 'copyright')]"
        ):
            found = _COPYRIGHT.search(text_of(footer)[:2000])
            if found:
                return re.split(
                    r"\s+[-–—·]\s+|\s*(?:all rights|alle rechte|tous droits)",
                    found["name"],
                    flags=re.I,
                )[0].strip()
        return ""


def _meta(tree: HtmlElement) -> dict[str, list[str]]:
    """The values of each `<meta>`, by its name in lower case."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        # Escaped once more than it should be, on many a page.
        content = " ".join(html.unescape(element.get("content") or "").split())
        for key in ("property", "name", "itemprop", "http-equiv"):
            if content and element.get(key):
                values = found.setdefault(element.get(key).strip().lower(), [])
                if content not in values and len(values) < 20:
                    values.append(content)
    return found


def without_site(title: str, source: str) -> str:
    """A title without the outlet's name at its end or start."""
    parts = _SITE_TAIL.split(title)
    if len(parts) > 1 and source:
        wanted = _letters(source)
        for end in (len(parts) - 1, 0):
            if _letters(parts[end]) == wanted:
                at = title.rfind(parts[end]) if end else len(parts[0])
                return (title[:at] if end else title[at:]).strip(_EDGE)
    return title


def _letters(name: str) -> str:
    return re.sub(r"[\W_]|^the\b", "", name.casefold()).removeprefix("the")


def _spellings(element: HtmlElement) -> Iterator[str]:
    yield from (v for key in ("datetime", "content", "title") if (v := element.get(key)))
    yield text_of(element)


def _is_end_of(head: str, window: str) -> bool:
    """Whether `head` is the beginning or the end of a title, with something beside it."""
    return 4 <= len(head) < len(window) and (window.startswith(head) or window.endswith(head))


def _is_site_name(head: HtmlElement) -> bool:
    """A heading in the banner of the page is the outlet, unless the article is inside it."""
    return bool(
        head.xpath(
            "ancestor::header[not(ancestor::article) and not(ancestor::main)]"
            "[.//nav or @role='banner' or contains(@class, 'site')]"
        )
    ) or bool(
        head.xpath(
            "self::*[contains(@class, 'site-title') or contains(@class, 'logo')"
            " or contains(@class, 'blog-title')]"
        )
    )


def _absolute(base: str, address: str) -> str:
    try:
        whole = urljoin(base, address.strip()) if address else ""
        parts = urlsplit(whole)
    except ValueError:
        return ""
    return whole if parts.scheme in ("http", "https") and parts.hostname else ""


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.").removeprefix("amp.")
    except ValueError:
        return ""
