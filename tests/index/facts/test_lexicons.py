"""Our lexicons, and a person's own merged into them."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from index.article import Article
from index.errors import SettingsError
from index.facts import lexicons
from index.facts.extract import extract
from index.facts.lexicon_check import check
from index.facts.quantities import find_quantities


@pytest.mark.parametrize("name", lexicons.names())
def test_each_of_ours_fits_its_own_shape(name: str) -> None:
    ours = lexicons.table(name)
    check(Path(f"{name}.toml"), ours, ours)


@pytest.mark.parametrize(
    ("name", "key", "sentence"),
    [
        ("units", "units", "They took 3 {}."),
        ("units", "percent", "It took 3 {}."),
        ("currencies", "symbols", "They paid {}3,000 for it."),
        ("currencies", "words", "They paid 3,000,000 {} for it."),
        ("numbers", "approximators", "They sent {} 40 boats."),
        ("numbers", "magnitudes", "They sent 4 {} boats."),
        ("calendar", "holidays", "They met on {} again."),
        ("calendar", "moving_holidays", "They met on {} again."),
        ("calendar", "zones", "They met at 17:05 {} again."),
    ],
)
def test_no_word_of_ours_is_dead(name: str, key: str, sentence: str) -> None:
    dead = []
    for word in lexicons.table(name)[key]:
        figures, dates = find_quantities(sentence.format(word), date(2024, 5, 1), None)
        if not any(word in text for text in [*(f.text for f in figures), *(d.text for d in dates)]):
            dead.append(word)
    # Glued to their number ("35C"), or joined to it ("a 3-story house"), these are units.
    assert dead == (["C", "F", "story", "stories"] if key == "units" else [])


def test_a_unit_of_ones_own_is_found(own_lexicons: Path) -> None:
    text = "They bought 12 parsecs of rope."
    assert find_quantities(text, None, None)[0][0].kind == "count"
    (own_lexicons / "units.toml").write_text('[units]\nparsecs = "parsec"\n')
    lexicons.forget()
    figure = find_quantities(text, None, None)[0][0]
    assert (figure.text, figure.kind, figure.unit) == ("12 parsecs", "measure", "parsec")


def test_an_approximator_a_noun_and_a_holiday_of_ones_own(own_lexicons: Path) -> None:
    (own_lexicons / "numbers.toml").write_text('[approximators]\n"an unheard-of" = "about"\n')
    (own_lexicons / "nouns.toml").write_text('[classes]\ntroops = ["sappers"]\n')
    (own_lexicons / "calendar.toml").write_text('[holidays]\n"Founders Day" = [4, 6]\n')
    lexicons.forget()
    figures, dates = find_quantities(
        "On Founders Day it sent an unheard-of 300 sappers.", date(2024, 5, 1), None
    )
    assert (figures[0].text, figures[0].counted) == ("an unheard-of 300", "sappers")
    assert (dates[0].text, dates[0].earliest) == ("Founders Day", "2024-04-06")
    assert "soldiers" in lexicons.table("nouns")["classes"]["troops"]


@pytest.mark.parametrize(
    ("name", "content", "text", "found"),
    [
        ("currencies", '[letters]\nbefore = ["coughs"]\n', "She coughs R312 up.", ["R312"]),
        ("numbers", '[halves]\nthings = ["gibbets"]\n', "Half gibbets stood there.", []),
        ("calendar", '[rates]\nbefore = ["oftener"]\n', "They sing oftener a week.", []),
        ("units", '[before]\nlumen = "lumen"\n', "A lumen of about 40 came.", ["about 40"]),
    ],
)
def test_words_beside_numbers_of_ones_own(
    own_lexicons: Path, name: str, content: str, text: str, found: list[str]
) -> None:
    def read() -> list[tuple[str, str]]:
        figures, dates = find_quantities(text, date(2024, 5, 1), None)
        return [(one.text, one.kind) for one in figures] + [(one.text, one.kind) for one in dates]

    before = read()
    (own_lexicons / f"{name}.toml").write_text(content)
    lexicons.forget()
    assert [text for text, _ in read()] == found
    assert read() != before


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("[units]\nparsecs = 3\n", "units.parsecs"),
        ("[unitz]\nparsecs = 'pc'\n", "unitz"),
        ("[units\n", "line 1"),
        ("units = 'parsec'\n", "units"),
        ('[units]\n"" = "parsec"\n', "a word is empty"),
    ],
)
def test_a_bad_entry_is_named_with_its_file(own_lexicons: Path, content: str, named: str) -> None:
    path = own_lexicons / "units.toml"
    path.write_text(content)
    with pytest.raises(SettingsError) as error:
        lexicons.check_own_lexicons()
    assert str(path) in str(error.value)
    assert named in str(error.value)
    assert "\n" not in str(error.value)
    # The reader goes on with our own words meanwhile.
    lexicons.forget()
    assert find_quantities("It was 3 km.", None, None)[0][0].kind == "measure"


@pytest.mark.parametrize(
    ("name", "content", "named"),
    [
        ("calendar", "[holidays]\n'Rope Day' = [13, 1]\n", "holidays.Rope Day"),
        ("calendar", "[holidays]\n'Rope Day' = [4]\n", "holidays.Rope Day"),
        ("calendar", "[moving_holidays]\n'Rope Day' = [4, 9, 1]\n", "moving_holidays.Rope Day"),
        ("calendar", "[seasons]\nmonsoon = [6]\n", "seasons.monsoon"),
        ("numbers", "[approximators]\n'a whisker under' = 'fewer'\n", "approximators"),
        ("numbers", "[few]\n'a smattering' = 3\n", "few.a smattering"),
        ("cues", "[irregular]\nharrumph = ['harrumphs']\n", "irregular.harrumph"),
        ("titles", "[heads]\noffice = ['']\n", "heads.office"),
    ],
)
def test_an_entry_that_no_rule_could_use_is_refused(
    own_lexicons: Path, name: str, content: str, named: str
) -> None:
    (own_lexicons / f"{name}.toml").write_text(content)
    [problem] = lexicons.own_lexicon_problems()
    assert f"{name}.toml" in problem
    assert named in problem
    lexicons.forget()
    extract(Article(id="a", title="t", body="Mayor Ann Wu said 3 came last monsoon."))


def test_every_memory_of_the_vocabulary_is_lost(own_lexicons: Path) -> None:
    body = "The flood swamped 300 sappers."
    before = extract(Article(id="a", title="t", body=body))
    (own_lexicons / "nouns.toml").write_text('[classes]\ntroops = ["sappers"]\n')
    (own_lexicons / "events.toml").write_text('[killed]\nverbs = ["swamp"]\n')
    (own_lexicons / "claims.toml").write_text('[stance]\ndenied = ["swamped"]\n')
    lexicons.forget()
    after = extract(Article(id="a", title="t", body=body))
    claim = next(claim for claim in after.claims if claim.figure == 0)
    assert (claim.counted, claim.event) == ("troops", "killed")
    assert before.claims[:1] != after.claims[:1]
    for path in own_lexicons.iterdir():
        path.unlink()
    lexicons.forget()
    assert extract(Article(id="a", title="t", body=body)) == before


def test_a_file_of_an_unknown_name_is_refused(own_lexicons: Path) -> None:
    (own_lexicons / "unit.toml").write_text("")
    with pytest.raises(SettingsError, match="units"):
        lexicons.check_own_lexicons()


def test_pydantic_is_not_imported_without_a_lexicon_of_ones_own(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from index.facts import lexicons\n"
        f"lexicons.lexicon_folder = lambda: Path({str(tmp_path)!r})\n"
        "from index.facts.quantities import find_quantities\n"
        "assert find_quantities('10 men', None, None)[0]\n"
        "print('pydantic' in sys.modules)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    )
    assert result.stdout.strip() == "False"


def test_the_page_on_lexicons_names_every_file() -> None:
    page = (Path(__file__).parents[3] / "docs" / "lexicon.md").read_text("utf-8")
    assert [name for name in lexicons.names() if f"`{name}.toml`" not in page] == []


def test_the_example_of_the_page_on_lexicons_works(own_lexicons: Path) -> None:
    page = (Path(__file__).parents[3] / "docs" / "lexicon.md").read_text("utf-8")
    for block in re.findall(r"```toml\n(.*?)```", page, re.DOTALL):
        lines = [line.strip() for line in block.splitlines()]
        (own_lexicons / lines[0].removeprefix("# ")).write_text("\n".join(lines))
    body = re.findall(r"```text\n\s*(.*?)\n", page)[0]
    lexicons.forget()
    lexicons.check_own_lexicons()
    facts = extract(Article(id="rope", title="Rope", body=body))
    assert [official.name for official in facts.officials] == ["Ann Wu"]
    assert [statement.cue for statement in facts.statements] == ["harrumphed"]
    assert [(figure.text, figure.kind) for figure in facts.figures] == [("12 parsecs", "measure")]
    offset = int(re.findall(r"--explain (\d+)", page)[0])
    assert facts.figures[0].start <= offset < facts.figures[0].end


def test_alternatives_prefer_the_longest_and_run_over_line_ends() -> None:
    pattern = re.compile(lexicons.alternatives(["metric", "metric tons", "ton", "tons", "t."]))
    for text in ("metric tons", "metric\ntons", "metric", "tons", "ton", "t."):
        match = pattern.match(text + " of it")
        assert match is not None
        assert match.group() == text
    assert pattern.match("to") is None
