"""What is known of an article: spellings understood, faults named one by one."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from index.sources.declared import read_declarations
from index.sources.front_matter import split_front_matter
from index.sources.metadata import Metadata, checked
from index.sources.published import iso_published, sortable


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024-10-29", "2024-10-29"),
        (datetime.date(2024, 10, 29), "2024-10-29"),
        ("2024-10-29T14:30:00-04:00", "2024-10-29T14:30:00-04:00"),
        ("2024-10-29T14:30:00Z", "2024-10-29T14:30:00+00:00"),
        ("2024-10-29 14:30", "2024-10-29T14:30:00"),
        ("October 29, 2024", "2024-10-29"),
        ("Tuesday, Oct. 29, 2024", "2024-10-29"),
        ("29 October 2024", "2024-10-29"),
        ("Oct 29 2024, 4:30 PM ET", "2024-10-29"),
        ("Tue, 29 Oct 2024 14:30:00 GMT", "2024-10-29T14:30:00+00:00"),
        ("14/02/2024", "2024-02-14"),
        ("02/14/2024", "2024-02-14"),
        ("12.08.2024 10:45", "2024-08-12"),
        ("2024. 10. 15. 14:32", "2024-10-15"),
        ("2024年8月20日 15時10分", "2024-08-20"),
        ("1601-01-01", "1601-01-01"),
        ("9999-12-31T23:59:59-12:00", "9999-12-31T23:59:59-12:00"),
    ],
)
def test_spellings_of_a_date(written: object, iso: str) -> None:
    assert iso_published(written) == iso
    assert sortable(iso)


@pytest.mark.parametrize(
    "written",
    ["yesterday", "10/11/2024", "2024-02-30", "October 2024", "Feb 30, 2024", 7, "9" * 100_000],
)
def test_what_is_no_date_is_refused_with_the_mend(written: object) -> None:
    with pytest.raises(ValueError, match="write it as 2024-10-29"):
        iso_published(written)


def test_moments_are_ordered_by_time_not_by_spelling() -> None:
    early, late = "2024-10-29T23:00:00+09:00", "2024-10-29T15:00:00+00:00"
    assert sortable(early) < sortable(late)
    assert sortable(None) < sortable("1601-01-01")


def test_a_bad_key_costs_itself_only() -> None:
    known, problems = checked(
        {
            "titel": "x",
            "source": "ABC News",
            "published": "soon",
            "timezone": "Mars/Olympus",
            "url": "javascript:alert(1)",
        }
    )
    assert known == Metadata(source="ABC News")
    assert len(problems) == 4
    told = " ".join(problems)
    assert "write title" in told
    assert "2024-10-29" in told
    assert "America/New_York" in told
    assert "http://" in told


def test_names_are_cleaned_and_joined() -> None:
    known, problems = checked({"byline": ["[[Ann Lee]]", "Bo\x1b[31m Li", {"name": "Cy"}]})
    assert known.byline == "Ann Lee, Bo Li and Cy"
    assert not problems


def test_what_is_stated_by_the_person_wins() -> None:
    assert Metadata(title="a").over(Metadata(title="b", source="c")) == Metadata(
        title="a", source="c"
    )


def test_hugo() -> None:
    stated, body, problems = split_front_matter(
        '+++\ntitle = "Troops"\ndate = 2024-10-29T10:00:00Z\nauthors = ["Ann Lee"]\n'
        'url = "/posts/troops"\n+++\nBody.'
    )
    known, faults = checked(stated)
    assert (known.title, known.byline, known.url) == ("Troops", "Ann Lee", None)
    assert known.published == "2024-10-29T10:00:00+00:00"
    assert (body, problems, faults) == ("Body.", [], [])


def test_obsidian() -> None:
    stated, body, _ = split_front_matter(
        "---\ntitle: Troops\nsource: https://www.example.com/a\nauthor:\n  - '[[Ann Lee]]'\n"
        "published: 2024-10-29\ncreated: 2024-11-01\ntags:\n  - clippings\n---\n\nBody.\n"
    )
    known, faults = checked(stated)
    assert known == Metadata(
        title="Troops",
        source="example.com",
        byline="Ann Lee",
        published="2024-10-29",
        url="https://www.example.com/a",
    )
    assert body.strip() == "Body."
    assert not faults


def test_front_matter_that_is_no_yaml_is_read_line_by_line() -> None:
    stated, body, problems = split_front_matter(
        "---\ntitle: Kursk: a view\nsource: ABC News\n---\nBody."
    )
    assert stated == {"title": "Kursk: a view", "source": "ABC News"}
    assert body == "Body."
    assert "line 2" in problems[0]


@pytest.mark.parametrize(
    "text",
    [
        "---\nJust a rule above.\n---\nMore.",
        "No block at all.",
        "---\nunfinished: yes\n",
        "---\n---\n",
    ],
)
def test_lines_that_are_no_metadata_stay_text(text: str) -> None:
    assert split_front_matter(text) == ({}, text, [])


def test_aliases_that_grow_without_end_are_not_followed() -> None:
    bomb = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 99))
    stated, body, problems = split_front_matter(f"---\ntitle: Bomb\n{bomb}---\nBody.")
    assert stated == {"title": "Bomb"}
    assert body == "Body."
    assert problems


@pytest.mark.parametrize("opener", ["[", "{a: ", "- ", "? "])
def test_nesting_without_end_is_refused(opener: str) -> None:
    text = f"---\nkey: {opener * 3000}\n---\nBody."
    assert split_front_matter(text)[1] in ("Body.", text)


def test_declarations(tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_text('stray = 1\n["a.txt"]\nsource = "ABC News"\n')
    found = read_declarations(tmp_path)
    assert found.of("a.txt") == {"source": "ABC News"}
    assert found.of("b.txt") == {}
    assert "'stray' stands outside a table" in found.problems[0]


@pytest.mark.parametrize("content", [b"[broken", b"\xff\xfe\x00", b"a = " + b"[" * 5000])
def test_declarations_that_are_no_toml_are_told_once(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "sources.toml").write_bytes(content)
    found = read_declarations(tmp_path)
    assert found.of("a.txt") == {}
    assert len(found.problems) == 1
    assert "sources.toml is no TOML" in found.problems[0]


def test_no_declarations_are_no_problem(tmp_path: Path) -> None:
    assert read_declarations(tmp_path).problems == []
