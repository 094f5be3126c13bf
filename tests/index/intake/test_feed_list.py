"""feeds.toml stays the person's own file."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.errors import InputError, ResourceError
from index.intake.feed_list import FeedList, ListedFeed

MINE = '# mine\n[[feed]]\nurl = "https://news.example/a"  # the best\n\n# not now:\n# url = "x"'


def test_what_stands_there_is_never_touched(tmp_path: Path) -> None:
    feeds = FeedList(tmp_path)
    feeds.path.write_text(MINE)
    feeds.path.chmod(0o640)
    added = feeds.add(
        [ListedFeed("http://www.news.example/a#x"), ListedFeed("https://other.example/", 'A "B"')]
    )
    assert added == 1
    assert feeds.path.read_text().startswith(MINE + "\n")
    assert feeds.path.stat().st_mode & 0o777 == 0o640
    assert [feed.title for feed in feeds.feeds()] == [None, 'A "B"']
    assert [path.name for path in tmp_path.iterdir()] == ["feeds.toml"]


def test_a_link_to_the_file_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real.toml").write_text(MINE)
    feeds = FeedList(tmp_path)
    feeds.path.symlink_to("real.toml")
    feeds.add([ListedFeed("https://other.example/")])
    assert feeds.path.is_symlink()
    assert "other.example" in (tmp_path / "real.toml").read_text()


def test_line_ends_and_byte_order_mark_stay(tmp_path: Path) -> None:
    feeds = FeedList(tmp_path)
    before = b"\xef\xbb\xbf# mine\r\n"
    feeds.path.write_bytes(before)
    feeds.add([ListedFeed("https://other.example/")])
    after = feeds.path.read_bytes()
    assert after.startswith(before)
    assert after.count(b"\n") == after.count(b"\r\n") == 4
    assert [feed.address for feed in feeds.feeds()] == ["https://other.example/"]


@pytest.mark.parametrize(
    ("text", "told"),
    [("[[feed]\n", "is no TOML"), ("feed = 3", "two brackets"), ("[feed]\nurl='x'", "brackets")],
)  # fmt: skip
def test_a_file_that_is_no_list_is_told_and_left_alone(
    tmp_path: Path, text: str, told: str
) -> None:
    feeds = FeedList(tmp_path)
    feeds.path.write_text(text)
    for ask in (feeds.feeds, lambda: feeds.add([ListedFeed("https://other.example/")])):
        with pytest.raises(InputError, match=told):
            ask()
    assert feeds.path.read_text() == text


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    feeds = FeedList(tmp_path / "missing")
    with pytest.raises(ResourceError, match="cannot be written"):
        feeds.add([ListedFeed("https://other.example/")])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 50), st.text(max_size=60)), max_size=10))
def test_every_title_is_read_back(tmp_path: Path, entries: list[tuple[int, str]]) -> None:
    feeds = FeedList(tmp_path)
    feeds.path.unlink(missing_ok=True)
    wanted = [ListedFeed(f"https://news.example/{n}", title) for n, title in entries]
    feeds.add(wanted)
    feeds.add(wanted)
    if feeds.path.exists():
        tomllib.loads(feeds.path.read_text("utf-8"))
    assert len(feeds.feeds()) == len({n for n, _ in entries})
