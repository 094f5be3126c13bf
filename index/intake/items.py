"""The entries of a feed, and how each is known again.

Neither guids nor links can be trusted: some feeds give every item the same guid, or none, or the
address of the front page as its link. Within one reading of a feed, what several different items
share knows none of them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from hashlib import sha256

from index.errors import InputError
from index.intake.document import Document, more_exact
from index.sources.addresses import checked_address, same_page
from index.sources.parsed import FeedEntry, ParsedFeed, ParsedPage


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed."""

    identities: tuple[str, ...]
    """What knows it again, the best first: the page's address, which holds for all feeds, and the
    guid, which holds for this one."""
    mark: str
    """Another mark than last time: the item may have changed."""
    address: str | None
    """The page of its own."""
    entry: FeedEntry

    @property
    def needs_page(self) -> bool:
        """The feed gives only a summary of it."""
        return not self.entry.whole and self.address is not None


def page_identity(address: str) -> str:
    """What knows the article at an address again."""
    return f"url:{same_page(address)}"


def items_of(feed: ParsedFeed, address: str) -> list[Item]:
    """The items of the feed at `address`, each once, in their order."""
    links = [_link(entry) for entry in feed.entries]
    links_of_guid: dict[str, set[object]] = defaultdict(set)
    items_of_link: dict[str, set[object]] = defaultdict(set)
    for entry, link in zip(feed.entries, links, strict=True):
        links_of_guid[entry.id].add(link or entry.page.title)
        items_of_link[link].add((entry.id, entry.page.title))
    found: list[Item] = []
    seen: set[str] = set()
    for entry, link in zip(feed.entries, links, strict=True):
        own_page = bool(link) and len(items_of_link[link]) == 1
        identities = []
        if own_page:
            identities.append(page_identity(link))
        if entry.id and len(links_of_guid[entry.id]) == 1:
            identities.append(f"guid:{same_page(address)} {entry.id}")
        if not identities:
            identities.append(f"text:{same_page(address)} {_digest(entry)}")
        if seen.isdisjoint(identities):
            found.append(Item(tuple(identities), _digest(entry), link if own_page else None, entry))
        seen.update(identities)
    return found


def document_of(
    item: Item, feed: ParsedFeed, address: str, page: ParsedPage | None, digest: str = ""
) -> Document:
    """The article of an item: from its page where that was read, else as the feed has it.

    `digest` is that of the page.
    """
    entry = item.entry.page
    read = page or entry
    return Document(
        title=read.title or entry.title,
        body=read.body,
        source=read.source or entry.source or feed.title,
        byline=read.byline or entry.byline,
        published=more_exact(read.published, entry.published),
        address=item.address,
        feed=address,
        remark=read.remark,
        sha256=digest or item.entry.sha256,
    )


def _link(entry: FeedEntry) -> str:
    """Where the item's page is; "" for none, and for what is never fetched."""
    try:
        return checked_address(entry.page.url) if entry.page.url else ""
    except InputError:
        return ""


def _digest(entry: FeedEntry) -> str:
    told = (entry.sha256, entry.page.title, entry.page.published, entry.updated)
    return sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()[:32]
