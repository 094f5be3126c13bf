"""Rulings and corrections: kept in a file of the person's, added to and never rewritten."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import InputError, NotesUnavailableError
from index.notes.rulings import Rulings
from index.notes.toml_log import TomlLog
from index.span import TextSpan
from tests.index.notes.samples import BODY, article_of

ARTICLE = article_of(BODY)
START = BODY.index("212")


@pytest.fixture
def rulings(tmp_path: Path) -> Rulings:
    return Rulings(tmp_path / "rulings.toml")


def test_no_file_is_no_rulings(rulings: Rulings) -> None:
    assert rulings.rulings() == {}
    assert rulings.corrections() == []
    assert not rulings.path.exists()


def test_the_later_ruling_holds_and_the_earlier_is_kept(rulings: Rulings) -> None:
    rulings.rule("q-1", "differs", words="How many?", note="One source.", articles=["a", "b"])
    rulings.rule("q-2", "scope")
    rulings.rule("q-1", "updated")
    assert {name: ruling.relation for name, ruling in rulings.rulings().items()} == {
        "q-1": "updated",
        "q-2": "scope",
    }
    kept = tomllib.loads(rulings.path.read_text(encoding="utf-8"))
    assert kept["format"] == "newsreader-rulings/1"
    assert [entry["question"] for entry in kept["ruling"]] == ["q-1", "q-2", "q-1"]
    assert kept["ruling"][0]["articles"] == ["a", "b"]


def test_a_ruling_can_be_taken_back(rulings: Rulings) -> None:
    rulings.rule("q-1", "differs")
    rulings.rule("q-1", None)
    assert rulings.rulings() == {}


def test_a_person_may_write_in_it(rulings: Rulings) -> None:
    rulings.path.write_bytes(b'# mine\r\n[[ruling]]\r\nquestion = "q-1"\r\nrelation = "scope"')
    rulings.rule("q-2", "vague")
    assert list(rulings.rulings()) == ["q-1", "q-2"]
    assert rulings.path.read_bytes().startswith(b"# mine\r\n")


def test_a_file_that_is_not_toml_is_told_and_left_alone(rulings: Rulings) -> None:
    rulings.path.write_text("[[ruling]\nquestion = 1", encoding="utf-8")
    before = rulings.path.read_bytes()
    with pytest.raises(InputError, match=r"rulings\.toml is not TOML .*line 1"):
        rulings.rulings()
    with pytest.raises(InputError, match="mend it"):
        rulings.rule("q-1", "scope")
    assert rulings.path.read_bytes() == before


@pytest.mark.parametrize("value", ["9" * 5000, "[" * 9000], ids=["long number", "deep nesting"])
def test_what_the_reader_of_toml_chokes_on_is_told(rulings: Rulings, value: str) -> None:
    rulings.path.write_text(f"[[ruling]]\nquestion = {value}\n", encoding="utf-8")
    with pytest.raises(InputError, match="is not TOML"):
        rulings.rulings()


def test_a_table_in_the_place_of_a_list_is_told(rulings: Rulings) -> None:
    rulings.path.write_text('[ruling]\nquestion = "q"', encoding="utf-8")
    with pytest.raises(InputError, match=r"\[\[ruling\]\]"):
        rulings.rulings()


def test_values_of_another_kind_do_no_harm(rulings: Rulings) -> None:
    rulings.path.write_text(
        "[[ruling]]\nquestion = 5\nrelation = 7\narticles = 'x'\nmade = 2024-01-01\n"
        "[[correction]]\nkind = 'figure'\nstart = 'x'\n[[correction]]\nkind = 'sense'\n",
        encoding="utf-8",
    )
    assert rulings.rulings()["5"].articles == ()
    assert [one.passage.start for one in rulings.corrections()] == [0]
    assert rulings.wrong_marks(ARTICLE) == set()


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotesUnavailableError, match="is not there"):
        Rulings(tmp_path / "missing" / "rulings.toml").rule("q", "scope")


def test_a_corrected_mark_is_known_while_its_words_stand(rulings: Rulings) -> None:
    rulings.correct(ARTICLE, "figure", START, START + 3, note="A flight number.")
    span = TextSpan(START, START + 3)
    assert rulings.wrong_marks(ARTICLE) == {("figure", span)}
    later = article_of(f"Updated.\n{BODY}")
    moved = TextSpan(START + 9, START + 12)
    assert rulings.wrong_marks(later) == {("figure", moved)}
    other = article_of(BODY.replace("212", "213"))
    assert rulings.wrong_marks(other) == set()
    assert rulings.wrong_marks(article_of("Another text with 212 in it.", "another")) == set()


def test_a_correction_can_be_taken_back(rulings: Rulings) -> None:
    correction = rulings.correct(ARTICLE, "figure", START, START + 3)
    rulings.withdraw(correction)
    assert rulings.corrections() == []


def test_a_correction_is_taken_back_in_an_article_that_has_changed(rulings: Rulings) -> None:
    rulings.correct(ARTICLE, "figure", START, START + 3)
    later = article_of(f"Updated.\n{BODY}")
    [(correction, span)] = rulings.placed(later)
    assert span.of(later.body) == "212"
    rulings.withdraw(correction)
    assert rulings.placed(later) == rulings.placed(ARTICLE) == []


def test_an_article_keeps_its_corrections_under_another_name(rulings: Rulings) -> None:
    rulings.correct(ARTICLE, "figure", START, START + 3)
    wrong = {("figure", TextSpan(START, START + 3))}
    assert rulings.wrong_marks(article_of(BODY, "elsewhere")) == wrong
    edited = article_of(f"{BODY} More.", "elsewhere")
    assert rulings.wrong_marks(edited) == set()
    assert rulings.wrong_marks(edited, ["norholm/ferry"]) == wrong


def test_a_correction_never_lands_on_other_words(rulings: Rulings) -> None:
    for word in ("212", "200", "14"):
        start = BODY.index(word)
        rulings.correct(ARTICLE, "figure", start, start + len(word))
    for later in (
        BODY.replace("about 200", "at least 200"),
        BODY.replace("200", "1,200"),
        BODY.replace("14 crew", "14 sailors") + "\n14 crew.",
        BODY.split("\n", 1)[1],
        BODY.replace("212", "200"),
    ):
        for kind, span in rulings.wrong_marks(article_of(later)):
            assert kind == "figure"
            assert span.of(later) in {"212", "200", "14"}
            around = later[span.start - 6 : span.end + 6]
            assert any(around in text for text in (BODY, BODY.replace("212", "200")))


def test_a_change_of_the_file_from_outside_is_seen(rulings: Rulings) -> None:
    rulings.correct(ARTICLE, "figure", START, START + 3)
    assert rulings.wrong_marks(ARTICLE)
    text = rulings.path.read_text(encoding="utf-8")
    rulings.path.write_text(text.replace("withdrawn = false", "withdrawn = true"), "utf-8")
    assert rulings.wrong_marks(ARTICLE) == set()
    rulings.path.unlink()
    assert rulings.wrong_marks(ARTICLE) == set()


@given(st.text(), st.lists(st.text(), max_size=3), st.booleans(), st.integers(0, 10**12))
def test_every_value_comes_back(
    tmp_path_factory: pytest.TempPathFactory,
    text: str,
    texts: list[str],
    truth: bool,
    number: int,
) -> None:
    log = TomlLog(tmp_path_factory.mktemp("log") / "log.toml", "# head\n")
    log.add("entry", {"key": f"x{text}", "texts": texts, "truth": truth, "number": number})
    [entry] = log.entries("entry", "key")
    assert entry == {"key": f"x{text}", "texts": texts, "truth": truth, "number": number}
