"""Names of files that any disk can hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.intake.document import Document
from index.intake.folder import ArticleFolder
from index.intake.names import file_stem, server_folder, short_key, slug
from index.sources.reading import read_article

ODD = st.text(st.characters(), max_size=400) | st.text(
    "./\\\0~-_:% \n\u202e\u0301aÄ한", max_size=400
)


@given(title=ODD, published=ODD | st.just("2031-05-06T07:08:09Z"), identity=ODD, address=ODD)
def test_no_title_makes_a_name_that_a_disk_refuses(
    title: str, published: str, identity: str, address: str
) -> None:
    """Rows 27 and 28: `../`, absolute paths, NUL, 255 bytes, names that differ in case only."""
    for name in (server_folder(address), file_stem(title, published, short_key(identity)) + ".md"):
        assert name == Path(name).name
        assert name not in ("", ".", "..")
        assert not name.startswith((".", "-"))
        assert name == name.lower() or name == name.casefold()
        assert len(name.encode()) < 200
        assert name.isprintable()
        assert all(one.isalnum() or one in "-." for one in name)


@given(ODD, ODD)
def test_whatever_a_stranger_writes_stays_in_its_fields(title: str, body: str) -> None:
    """A title with quotation marks, colons or line breaks ends no front matter."""
    import tempfile

    document = Document(title, "Begin\n\n" + body, source=title, byline=title, feed=title)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.md"
        path.write_bytes(document.file_content())
        article = read_article(path)
    assert article.body.startswith("Begin")
    assert "\n" not in article.title
    assert article.url is None


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Seoul: “10,000 troops” in Kursk?", "seoul-10000-troops-in-kursk"),
        ("../../etc/passwd", "etc-passwd"),
        ("서울 특파원", "서울-특파원"),
        ("The ministry's 3.5 million", "the-ministrys-3-5-million"),
        ("x" * 500, "x" * 90),
        ("", ""),
    ],
)
def test_a_name_can_be_read(title: str, name: str) -> None:
    assert slug(title) == name


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.News.example/a/b", "news.example"),
        ("http://127.0.0.1:8000/", "127.0.0.1-8000"),
        ("http://[::1]/", "1"),
        ("http://bücher.example/", "b-cher.example"),
        ("http://../x", "files"),
        (None, "files"),
        ("http://x:port/", "files"),
    ],
)
def test_a_server_has_its_folder(address: str | None, name: str) -> None:
    assert server_folder(address) == name


def test_no_file_is_ever_written_over(tmp_path: Path) -> None:
    folder = ArticleFolder(tmp_path)
    (tmp_path / "s").mkdir()
    (tmp_path / "s" / "stem-0123456789-v2.md").write_text("mine")
    first = folder.write("s", "stem-0123456789", "0123456789", b"one")
    assert first.name == "stem-0123456789-v3.md"
    (tmp_path / "s" / "stem-0123456789-v4.md").write_text("mine, too")
    second = folder.write("s", "stem-0123456789", "0123456789", b"two")
    assert second.name == "stem-0123456789-v5.md"
    assert (tmp_path / "s" / "stem-0123456789-v4.md").read_text() == "mine, too"


def test_what_a_killed_process_left_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / "s").mkdir()
    (tmp_path / "s" / ".newsreader-unfinished-1").write_text("half")
    folder = ArticleFolder(tmp_path)
    folder.write("s", "stem-0123456789", "0123456789", b"one")
    assert [path.name for path in (tmp_path / "s").iterdir()] == ["stem-0123456789.md"]
