"""What a person names to be taken in: addresses, files, standard input."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

from index.errors import InputError, NewsreaderError, UsageError
from index.intake.discovery import is_front_page, offered_feed
from index.intake.document import Document
from index.intake.feed_list import ListedFeed
from index.intake.folder import FolderError
from index.intake.items import page_identity
from index.intake.kinds import addresses_in, kind_of
from index.intake.model import LARGEST_FILE, FeedReport
from index.intake.run import Run, together
from index.sources.addresses import checked_address, is_web_address, redacted
from index.sources.answers import Fetched, Known
from index.sources.encodings import decode
from index.sources.fetching import LARGEST_FEED
from index.sources.files import read_file, too_large
from index.sources.opml import FeedOutlines, read_outlines
from index.sources.parsed import ParsedPage
from index.sources.sanitise import clean
from index.sources.scan import is_article_name

STANDARD_INPUT = "-"


class Adding:
    """The part of one run that takes in what was named."""

    def __init__(self, run: Run, standard_input: Callable[[], bytes] | None) -> None:
        self._run = run
        self._standard_input = standard_input

    async def add(self, names: Sequence[str]) -> None:
        """Takes in each of `names`; what fails is written down, and the rest goes on."""
        names = list(dict.fromkeys(names))
        self._run.expect(len(names))
        await together(self._named(name) for name in names)
        await self._run.away(self._run.taking.write_down)

    async def _named(self, name: str) -> None:
        try:
            if name == STANDARD_INPUT:
                if self._standard_input is None:
                    raise UsageError("There is no standard input here.")
                content = await self._run.away(self._standard_input)
                if len(content) > LARGEST_FILE:
                    raise InputError(too_large(len(content), LARGEST_FILE))
                await self._content(content, "standard input", None)
            elif is_web_address(name):
                await self._address(checked_address(name))
            else:
                await self._file(Path(name).expanduser())
        except FolderError:
            raise
        except NewsreaderError as error:
            self._run.fail("standard input" if name == STANDARD_INPUT else name, error)
        self._run.step(redacted(name))

    # ---- addresses

    async def _address(self, address: str) -> None:
        run = self._run
        known = await run.away(run.taking.answer_of, page_identity(address), address)
        fetched = await run.fetcher.fetch(address, largest=LARGEST_FEED, known=known)
        if fetched.unchanged:
            run.report.known += 1
            return
        kind = kind_of(fetched.content, fetched.media_type)
        if kind == "feed":
            await self._follow(address, fetched)
        elif kind == "list":
            await self._list(read_outlines(fetched.content))
        elif kind in ("page", "text"):
            await self._page(address, fetched, is_text=kind == "text")
        else:
            raise InputError(f"is neither page nor feed but {fetched.media_type or kind}")

    async def _page(self, address: str, fetched: Fetched, *, is_text: bool) -> None:
        run = self._run
        if is_front_page(fetched.address):
            feed = offered_feed(fetched.content, fetched.address)
            if feed:
                raise InputError(f"is a front page and no article; add its feed instead: {feed}")
        if is_text:
            page = ParsedPage(body=clean(decode(fetched.content)).strip("\n"))
        else:
            page = await run.parse_page("html", fetched.content, fetched.address, fetched.charset)
        identities = dict.fromkeys(map(page_identity, (address, fetched.address)))
        document = _document(page, redacted(fetched.address), fetched.content)
        taken = await run.put(
            partial(
                run.taking.keep,
                document,
                tuple(identities),
                server=address,
                answer=Known(fetched.etag, fetched.modified),
                asked=True,
            )
        )
        run.report.known += taken is None

    async def _follow(self, address: str, fetched: Fetched) -> None:
        run = self._run
        feed = await run.parse_feed(fetched.content, fetched.address, fetched.charset)
        run.report.new_feeds += await run.away(run.feeds.add, [ListedFeed(address, feed.title)])
        report = FeedReport(redacted(address), feed.title)
        run.report.feeds.append(report)
        await run.take_items(feed, address, report, fetched)

    async def _list(self, outlines: FeedOutlines) -> None:
        run = self._run
        feeds = [ListedFeed(one.address, one.title) for one in outlines.feeds]
        run.report.refused += outlines.refused
        run.report.new_feeds += await run.away(run.feeds.add, feeds)
        await run.read_feeds(feeds)

    # ---- files

    async def _file(self, path: Path) -> None:
        run = self._run
        if path.is_dir():
            raise InputError(
                "is a folder; name it with --library, and its articles are read where they are"
            )
        read = await run.away(read_file, path, LARGEST_FILE)
        inside = path.resolve().is_relative_to(run.taking.folder.root)
        if inside and is_article_name(path.name):
            run.report.known += 1
            return
        await self._content(read.content, str(path), path)

    async def _content(self, content: bytes, name: str, path: Path | None) -> None:
        """What was in a file or came on standard input."""
        run = self._run
        kind = kind_of(content, name=name)
        if kind == "addresses":
            addresses = list(dict.fromkeys(addresses_in(content)))
            run.expect(len(addresses))
            await together(self._named(address) for address in addresses)
        elif kind == "list":
            await self._list(read_outlines(content))
        elif kind == "feed":
            feed = await run.parse_feed(content, "", None)
            report = FeedReport(clean(name), feed.title)
            run.report.feeds.append(report)
            await run.take_items(feed, feed.url or name, report, None)
        elif kind == "text" and not content.strip():
            raise InputError("has no text")
        elif kind == "text":
            taken = await run.put(partial(run.taking.keep_file, content, path))
            run.report.known += taken is None
        else:
            page = await run.parse_page("mail" if kind == "mail" else "html", content, None, None)
            document = _document(page, page.url, content)
            identity = page_identity(page.url) if page.url else f"file:{document.sha256}"
            taken = await run.put(
                partial(run.taking.keep, document, (identity,), server=page.url, asked=True)
            )
            run.report.known += taken is None


def _document(page: ParsedPage, address: str | None, content: bytes) -> Document:
    return Document(
        title=page.title,
        body=page.body,
        source=page.source,
        byline=page.byline,
        published=page.published,
        address=address,
        remark=page.remark,
        sha256=sha256(content).hexdigest(),
    )
