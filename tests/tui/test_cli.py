"""The plain commands: what they say, and their exit codes.

One or two are run in a process of their own; how one starts and ends is in `test_cli_edges`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from index.notes.notebook import Notebook
from index.sources.reading import read_article
from tests.tui.program import lines_of, newsreader, run_here
from tui.commands import COMMANDS


def test_index(shared: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ten zebras were seen.")
    (told,) = lines_of(run_here("index", tmp_path, "--json", home=shared), "index")
    assert (told["added"], told["articles"], told["failed"]) == (1, 1, [])
    done = run_here("index", tmp_path, home=shared)
    assert done.stdout.startswith("1 article: 0 added, 0 updated, 0 removed, 0 failed")


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_done(
    shared: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("Ten zebras were seen.")
    (tmp_path / "b.txt").write_bytes(bytes(99))
    done = run_here("index", tmp_path, "--json", home=shared)
    assert done.returncode == 3
    assert json.loads(done.stdout)["failed"][0]["path"].endswith("b.txt")
    assert "b.txt is no text" in done.stderr
    done = run_here("search", "zebras", "--library", tmp_path, home=shared)
    assert done.returncode == 0


def test_search(shared: dict[str, str]) -> None:
    done = newsreader("search", "kursk", "small", "--json", home=shared)
    (told,) = lines_of(done, "search")
    hits = told["hits"]
    assert hits[0]["article"].startswith("000")
    for hit in hits:
        for start, end in hit["matches"]:
            assert hit["snippet"][start:end].strip()
    done = newsreader("search", "kursk small", "--limit", "1", home=shared)
    assert done.stdout.splitlines()[0].startswith("Pentagon says 'small number'")
    assert "--limit shows more" in done.stderr
    assert newsreader("search", "Pentagn", home=shared).returncode == 0
    assert newsreader("search", "Pentagn", "--exact", home=shared).returncode == 1


def test_search_by_date_and_in_notes(shared: dict[str, str], tmp_path: Path, seeds: Path) -> None:
    done = run_here("search", "kursk", "--sort", "date", "--json", home=shared)
    days = [hit["published"] for hit in json.loads(done.stdout)["hits"]]
    assert days == sorted(days, reverse=True)
    notes = tmp_path / "notes.md"
    article = read_article(next(seeds.glob("003*")))
    notebook = Notebook.open(notes)
    notebook.bookmark(article, 0, len(article.title))
    notebook.close()
    words = ("search", "kursk in:notes", "--notes", notes, "--json")
    (told,) = lines_of(run_here(*words, home=shared), "search")
    assert [hit["article"] for hit in told["hits"]] == [article.id]
    (told,) = lines_of(run_here("notes", "list", "--notes", notes, "--json", home=shared), "notes")
    assert (told["exact"], told["state"]) == (article.title, "written")
    place = f"{article.id}#{told['id']}"
    shown = run_here("show", place, "--notes", notes, home=shared)
    assert "10,000" in shown.stdout
    assert lines_of(run_here("notes", "check", "--notes", notes, "--json", home=shared), "notes")
    assert run_here("notes", "check", "--notes", notes, home=shared).returncode == 0
    assert article.title in run_here("notes", "export", "--notes", notes, home=shared).stdout
    library = tmp_path / "changed"
    library.mkdir()
    (library / f"{article.id}.txt").write_text(article.body.replace("10,000", "12,000"))
    done = run_here("notes", "check", "--notes", notes, "--library", library, home=shared)
    assert done.returncode == 1
    assert "orphan" in done.stdout
    library = tmp_path / "another"
    library.mkdir()
    (library / f"{article.id}-two.txt").write_text(article.body)
    done = run_here("notes", "check", "--notes", notes, "--library", library, home=shared)
    assert done.returncode == 1, "another article whose id begins alike"


def test_no_hit_is_a_negative_answer(shared: dict[str, str]) -> None:
    done = run_here("search", "title:xylophone", home=shared)
    assert (done.returncode, done.stdout) == (1, "")
    done = run_here("search", "title:xylophone", "--json", home=shared)
    assert done.returncode == 1
    assert json.loads(done.stdout)["hits"] == []


def test_show(shared: dict[str, str]) -> None:
    (told,) = lines_of(run_here("show", "003", "--json", home=shared), "show")
    assert told["id"] == "003_d504c211c58e8370"
    assert told["figures"]
    done = run_here("show", "003", home=shared)
    assert "[figure: at least 10,000]" in done.stdout
    assert "[official: Pat Ryder]" in done.stdout
    assert "\x1b" not in done.stdout
    later = run_here("show", "003#p3", home=shared)
    assert "NATO had called" not in later.stdout
    assert later.stdout.split("\n\n", 1)[1] in done.stdout


def test_facts(shared: dict[str, str], seeds: Path) -> None:
    files = sorted(seeds.glob("*.txt"))
    told = lines_of(run_here("facts", *files, "--json", home=shared), "facts")
    assert [one["article"]["id"] for one in told] == [file.stem for file in files]
    done = run_here("facts", "003", home=shared)
    for words in ("7 figures", "at least 10,000", "Pat Ryder", "statements", "claims"):
        assert words in done.stdout
    done = run_here("facts", "000", home=shared)
    for day in (" said 2024-10-29\n", " said by 2024-10-27\n"):  # "Tuesday", "Last week"
        assert day in done.stdout


def test_compare(shared: dict[str, str], seeds: Path) -> None:
    files = sorted(seeds.glob("*.txt"))
    (told,) = lines_of(run_here("compare", *files, "--json", home=shared), "compare")
    assert len(told["articles"]) == 5
    assert told["questions"]
    assert all(question["strength"] == "strong" for question in told["questions"])
    (weak,) = lines_of(run_here("compare", *files, "--all", "--json", home=shared), "compare")
    assert len(weak["questions"]) >= len(told["questions"])
    done = run_here("compare", "000", "003", home=shared)
    assert "2 reports" in done.stdout
    assert "ABC News, 4 Nov 2024" in done.stdout


def test_compare_as_a_brief(shared: dict[str, str]) -> None:
    done = run_here("compare", "000", "001", "003", "--to", "md", home=shared)
    assert done.stdout.startswith("# Pentagon says")
    assert "## Answered differently" in done.stdout
    assert len(done.stdout.split()) <= 700
    assert "- ABC News, 4 Nov 2024: " in done.stdout


def test_conflicts(shared: dict[str, str]) -> None:
    done = run_here("conflicts", "--json", home=shared)
    told = lines_of(done, "conflicts")
    assert done.returncode == 0
    assert told
    assert run_here("conflicts", "kursk", home=shared).stdout


def test_notes(shared: dict[str, str]) -> None:
    done = run_here("notes", "list", home=shared)
    assert (done.returncode, done.stdout) == (0, "")
    assert "no bookmarks yet" in done.stderr


def test_doctor(shared: dict[str, str], tmp_path: Path) -> None:
    done = run_here("doctor", "--json", home=shared)
    assert all(one["ok"] for one in lines_of(done, "doctor"))
    assert done.returncode == 0
    config = tmp_path / "config.toml"
    config.write_text("[library]\npaths = 3\n")
    done = run_here("doctor", "--config", config, home=shared)
    assert done.returncode == 1
    assert "library.paths is no setting; write path" in done.stdout
    config.write_text('[reader]\ntheme = "mauve"\n')
    done = run_here("doctor", "--config", config, home=shared)
    assert done.returncode == 1
    assert f"{config}: there is no theme 'mauve'; known: " in done.stdout


def test_a_lexicon_that_does_not_fit(shared: dict[str, str], tmp_path: Path) -> None:
    lexicon = tmp_path / "newsreader" / "lexicon"
    lexicon.mkdir(parents=True)
    (lexicon / "units.toml").write_text("[units]\nparsecs = 3\n")
    article = tmp_path / "rope.txt"
    article.write_text("They bought 12 parsecs of rope.")
    own = {**shared, "XDG_CONFIG_HOME": str(tmp_path)}
    done = newsreader("facts", article, home=own)
    assert done.returncode == 3
    [told] = done.stderr.splitlines()
    assert str(lexicon / "units.toml") in told
    assert "units.parsecs" in told
    done = newsreader("doctor", "--json", home=own)
    wrong = [one for one in lines_of(done, "doctor") if not one["ok"]]
    assert [one["check"] for one in wrong] == ["lexicon"]
    (lexicon / "units.toml").write_text("[units]\nparsecs = 'parsec'\n")
    assert "12 parsecs" in newsreader("facts", article, home=own).stdout


def test_a_place_without_a_mark(shared: dict[str, str], tmp_path: Path) -> None:
    article = tmp_path / "rope.txt"
    article.write_text("They bought 12 parsecs of rope.")
    done = run_here("facts", article, "--explain", "5", home=shared)
    assert done.returncode == 1
    assert "nothing is marked at 5 of rope" in done.stderr
    done = run_here("facts", article, "--explain", "12", home=shared)
    assert "is a figure of the kind count" in done.stdout


# Wrong words


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["serach"], 3, "did you mean `newsreader search`?"),
        (["/no/such/folder"], 3, "no file or folder '/no/such/folder'"),
        (["search"], 2, "QUERY"),
        (["search", "a", "--limit", "none"], 2, "no number of hits"),
        (["search", "a", "--limit", "1000001"], 2, "write one from 1 to 1000000"),
        (["search", "a", "--colour"], 2, "--colour"),
        (["search", "a", "--library", "/no/such"], 3, "no file or folder '/no/such'"),
        (["show", "nothing"], 3, "no article 'nothing'"),
        (["show", "~nobody/x.txt"], 3, "no article '~nobody/x.txt'"),
        (["show", "x" * 5000], 3, "no article"),
        (["show", "../../../etc/passwd"], 3, "no"),
        (["show", "00"], 2, "could be 000"),
        (["show", "003#p999"], 3, "no paragraph 999"),
        (["show", "003#nr-00"], 3, "no bookmark nr-00"),
        (["show", "003#nr-zz"], 3, "no bookmark nr-zz"),
        (["facts", "003", "--explain", "999999"], 2, "lies outside the article"),
        (["facts", "003", "--explain", "x"], 2, "'x' is no offset"),
        (["index", __file__], 3, "is of no kind that can be read; known endings are "),
        ([__file__], 3, "is of no kind that can be read"),
        (["notes", "list", "--notes", "/"], 4, "is a folder"),
        (["notes"], 2, "list|check|export"),
        (["conflicts", "zzqqxx"], 1, "no story has an article that answers"),
        (["compare", "003"], 2, "nothing to compare with"),
        (["compare", "003", "003"], 2, "nothing to compare with"),
        (["notes", "burn"], 2, "burn"),
        (["search", "a", "--config", "/no/such.toml"], 3, "no settings file"),
        (["--config", "/no/such.toml"], 3, "no settings file"),
        (["--json"], 2, "needs a terminal"),
        ([], 2, "needs a terminal"),
    ],
)
def test_what_is_wrong_is_one_sentence(
    shared: dict[str, str], words: list[str], code: int, told: str
) -> None:
    done = run_here(*words, home=shared)
    assert done.returncode == code
    assert told in done.stderr
    assert done.stderr.startswith("newsreader: ")
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_folder_without_articles_is_an_answer(shared: dict[str, str], tmp_path: Path) -> None:
    done = run_here("search", "zebra", "--library", tmp_path, home=shared)
    assert done.returncode == 1
    assert done.stderr == "newsreader: there is no article in this library.\n"
    assert "0 articles" in run_here("index", tmp_path, home=shared).stdout


def test_options_may_stand_before_the_command(shared: dict[str, str], seeds: Path) -> None:
    done = run_here("--library", seeds, "--json", "search", "kursk", home=shared)
    assert json.loads(done.stdout)["total"] >= 4


@pytest.mark.parametrize("command", [None, *COMMANDS])
def test_help(shared: dict[str, str], command: str | None) -> None:
    done = run_here(*filter(None, [command]), "--help", home=shared)
    assert done.returncode == 0
    assert done.stdout.startswith("usage: newsreader")


def test_version() -> None:
    done = newsreader("--version")
    assert (done.returncode, done.stdout.split()[0]) == (0, "newsreader")


def test_settings_name_the_library(shared: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text("Ten zebras were seen.")
    config = tmp_path / "config.toml"
    config.write_text(f'[library]\npath = ["{tmp_path / "news"}"]\nmood = "good"\n')
    done = run_here("search", "zebras", "--config", config, home=shared)
    assert done.stdout.startswith("Ten zebras were seen.")
    assert "library.mood is no setting" in done.stderr


def test_a_fault_of_the_program_is_a_sentence_too(
    shared: dict[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import tui.commands.search
    from tui.cli import run

    def fail(*_: object) -> int:
        raise ZeroDivisionError("by zero\x1b[31m")

    monkeypatch.setattr(tui.commands.search, "run", fail)
    assert run(["search", "x"]) == 4
    told = capsys.readouterr().err
    assert "ZeroDivisionError" in told
    assert "\x1b" not in told
    monkeypatch.setenv("NEWSREADER_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        run(["search", "x"])


def test_a_search_imports_neither_textual_nor_the_extractor(
    shared: dict[str, str], seeds: Path
) -> None:
    run_here("index", seeds, home=shared)
    script = (
        "import sys\nfrom tui.cli import run\nrun(['search', 'kursk', '--library', sys.argv[1]])\n"
        "print(sorted(n for n in sys.modules if n.split('.')[0] in ('textual', 'pydantic', 'rich')"
        " or n == 'index.facts.extract'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, seeds],
        capture_output=True,
        text=True,
        env={**os.environ, **shared},
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_ruling_of_the_person_is_shown(shared: dict[str, str], tmp_path: Path) -> None:
    (told,) = lines_of(run_here("compare", "000", "003", "--json", home=shared), "compare")
    question = told["questions"][0]["id"]
    (tmp_path / "rulings.toml").write_text(
        f'[[ruling]]\nquestion = "{question}"\nrelation = "scope"\n'
        '[[ruling]]\nquestion = "q-other"\nrelation = "nonsense"\n'
    )
    words = ("compare", "000", "003", "--notes", tmp_path / "notes.md")
    (told,) = lines_of(run_here(*words, "--json", home=shared), "compare")
    assert told["questions"][0]["ruling"] == "scope"
    assert "scope (your ruling)" in run_here(*words, home=shared).stdout
    assert "scope (your ruling)" in run_here(*words, "--to", "md", home=shared).stdout


def test_a_file_of_the_library_has_its_id_there(shared: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("a.txt", "b.txt", "b.md"):
        (tmp_path / "sub" / name).write_text("Ten zebras were seen.")
    for name, id_ in (("a.txt", "sub/a"), ("b.md", "sub/b.md")):
        words = ("facts", tmp_path / "sub" / name, "--json")
        (told,) = lines_of(run_here(*words, "--library", tmp_path, home=shared), "facts")
        assert told["article"]["id"] == id_
    (told,) = lines_of(run_here(*words, home=shared), "facts")  # of no library
    assert told["article"]["id"] == "b"


def test_a_place_in_an_article_is_told_in_json_too(shared: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ten zebras were seen.\n\nNobody was hurt.")
    (told,) = lines_of(run_here("show", f"{tmp_path}/a.txt#p2", "--json", home=shared), "show")
    assert told["place"] == {"start": 23, "end": 39, "text": "Nobody was hurt."}
    done = run_here("show", f"{tmp_path}/a.txt#p99", "--json", home=shared)
    assert done.returncode == 3
    assert "has no paragraph 99" in done.stderr
