"""Files become articles: the text unchanged, the metadata in their order of trust."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.sources.reading import (
    ArticleReader,
    NotesFileError,
    UnreadableError,
    read_article,
)
from index.sources.sanitise import without_blank_ends


def test_the_sample_articles(seeds: Path) -> None:
    articles = [read_article(path) for path in sorted(seeds.glob("*.txt"))]
    assert [article.source for article in articles] == [
        "Fox News Digital",
        "Yonhap News Agency",
        "DoD News",
        "ABC News",
        "MENAFN",
    ]
    assert (
        articles[3].title
        == "10,000 North Korean troops now in Russia's Kursk region, Pentagon says"
    )
    assert [article.title_guessed for article in articles] == [False, True, True, False, True]
    assert articles[4].timezone is None


def test_the_body_is_the_text_between_its_blank_ends(seeds: Path) -> None:
    for path in seeds.glob("*.txt"):
        text = path.read_bytes().decode()
        body = read_article(path).body
        assert body in text
        assert not text.replace(body, "").strip()
    assert read_article(next(seeds.glob("004*"))).body.startswith(" date 2024-10-29")


@given(st.text(st.sampled_from("ab \n\u00a0\t")))
def test_only_blank_lines_at_the_ends_go(text: str) -> None:
    body = without_blank_ends(text)
    assert body in text
    assert not text.replace(body, "", 1).strip() or not body
    if body:
        lines = body.split("\n")
        assert lines[0].strip()
        assert lines[-1].strip()
    else:
        assert not text.strip()


def test_the_person_is_believed_before_the_file_and_the_file_before_its_text(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.md").write_text(
        "---\ntitle: In the block\nsource: The block\n---\n"
        "In the text\nBy Ann Lee\nSEOUL (Agency) -- Troops came."
    )
    (tmp_path / "sources.toml").write_text('["a.md"]\ntitle = "By the person"\n')
    article = read_article(tmp_path / "a.md")
    assert (article.title, article.source, article.byline) == (
        "By the person",
        "The block",
        "Ann Lee",
    )
    assert article.body.startswith("In the text")


def test_ids_and_digests(tmp_path: Path) -> None:
    path = tmp_path / "world" / "a.b.txt"
    path.parent.mkdir()
    path.write_bytes(b"Troops came.\r\n")
    assert read_article(path).id == "a.b"
    assert read_article(path, root=tmp_path).id == "world/a.b"
    assert read_article(path, id="mine").id == "mine"
    assert read_article(path).sha256 == hashlib.sha256(b"Troops came.\r\n").hexdigest()
    assert read_article(path).body == "Troops came."


def test_hostile_text_is_cleaned_and_told(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31m.txt"
    path.write_text("Head\x1b]52;c;eA==\x07line\nMini\u200bster said.", "utf-8")
    article = read_article(path)
    assert (article.title, article.body) == ("Headline", "Headline\nMinister said.")
    assert article.removed_characters == 13
    assert article.id == "a"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "no text"),
        ("blank.txt", b" \n\n\t\n", "no text"),
        ("picture.txt", b"\x89PNG" + bytes(5000), "it has zero bytes in it"),
        ("paper.pdf", b"%PDF", "no kind that can be read"),
    ],
)
def test_what_is_no_article_is_told_by_name(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UnreadableError, match=reason) as caught:
        read_article(tmp_path / name)
    assert name in str(caught.value)
    assert name not in caught.value.reason


def test_a_file_of_bookmarks_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "n.md").write_text("---\ntitle: Notes\ntype: newsreader-notes\n---\n\n## A\n")
    with pytest.raises(NotesFileError):
        read_article(tmp_path / "n.md")


def test_faults_in_metadata_name_file_key_and_mend(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("---\ndate: someday\n---\nTroops came.")
    (tmp_path / "sources.toml").write_text('["a.txt"]\nsorce = "x"\nbyline = "Ann Lee"\n')
    reader = ArticleReader()
    article = reader.read(tmp_path / "a.txt")
    assert (article.published, article.byline) == (None, "Ann Lee")
    assert [problem.split(": ")[0] for problem in reader.problems] == [
        str(tmp_path / "a.txt"),
        str(tmp_path / "sources.toml"),
    ]
    assert "published = 'someday'" in reader.problems[0]
    assert "[a.txt] the key 'sorce' is unknown; write source." in reader.problems[1]
