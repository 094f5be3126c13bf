"""The brief: the page for an editor, on the screen, in a file, on the clipboard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from syrupy.assertion import SnapshotAssertion

from index.article import Article
from index.compare.model import Answer, Comparison, Question, Relation
from index.errors import InputError
from index.notes.bookmark import Bookmark
from index.notes.passage import Passage
from tests.tui.harvest import desk_in
from tests.tui.host import Host, TextPicture, screen_text
from tests.tui.invented import ARTICLES, COURIER, HARBOUR, HURT, LEDGER, reports
from tests.tui.piloting import SIZES, driven, named, on_top, press
from tests.tui.settling import settled
from tui.desk import Desk
from tui.gathering import brief_of
from tui.rendering.brief import WORDS, Brief, brief_lines
from tui.rendering.brief_page import page_entries
from tui.rendering.one_page import BriefLine, Part, fill
from tui.rendering.words import count
from tui.screens.brief import BriefScreen
from tui.screens.file_name import FileNameScreen
from tui.screens.openings import open_brief


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as desk:
        yield desk


def invented(**changes: object) -> Brief:
    shown = reports(*ARTICLES)
    return replace(Brief(shown.articles, shown.comparison), **changes)  # type: ignore[arg-type]


def page(brief: Brief) -> str:
    return "\n".join(line.text for line in brief_lines(brief))


def host(brief: Brief | None = None) -> Host:
    return Host(lambda: BriefScreen(lambda: brief or invented()))


def test_the_page_has_first_the_sides_of_what_is_disputed_then_the_rest() -> None:
    text = page(invented())
    assert text.startswith(
        "# Ferry runs aground off Lisse, about 40 hurt\n\n"
        "3 reports; 3 questions, 2 answered differently.\n\n## Answered differently\n\n"
    )
    assert (
        """
- **How many people were hurt?** updated: two days later, so an update
  - Harbour Post, 2 May, Ada Quill, as of 2 May 2031: “**About 40** people were"""
        in text
    )
    assert (
        "\n  - The Evening Ledger of Lisse and the Islands, 4 May, ministry, as of 4 May 2031: “The"
        in text
    )
    assert "\n  - Also **several dozen** (Courier, undated); 3 reports" in text
    assert "; not reported by Courier, undated\n" in text
    assert "\n## Reports\n\n- Harbour Post, 2 May 2031: Ferry runs aground" in text
    assert (
        "\n## Not in conflict\n\n- How many people were on board? compatible: "
        "**212**; **at least 200** (3 reports)" in text
    )
    assert "Not on this page" not in text


def many(number: int) -> Brief:
    """A brief of so many questions answered differently, and notes."""
    asked = [
        replace(HURT, id=f"q{n}", question=f"How many were hurt in {n}?") for n in range(number)
    ]
    agreed = [
        replace(HURT, id=f"a{n}", relation="agrees", question=f"When in {n}?")
        for n in range(number)
    ]
    passage = Passage.of(HARBOUR.id, HARBOUR.body, 45, 90, "0" * 64)
    kept = Bookmark("nr-1", passage, HARBOUR.title, "2031-05-05", note="Ask her. " * 90)
    shown = reports(*ARTICLES)
    comparison = replace(shown.comparison, questions=(*asked, *agreed))
    return Brief(shown.articles, comparison, [kept] * number)


@pytest.mark.parametrize("number", [0, 1, 4, 12, 40])
def test_the_brief_is_one_page_and_counts_what_it_leaves_out(number: int) -> None:
    text = page(many(number))
    assert len(text.split()) <= WORDS
    shown = text.count("- **How many were hurt in ")
    agreed, notes = text.count("- When in "), text.count("`nr-1`")
    assert shown >= min(number, 8)
    assert agreed >= min(number, 4)
    assert notes >= min(number, 2)
    told = text.rpartition("Not on this page: ")[2]
    if left := number - shown:
        assert f"{count(left, 'question')} answered differently" in told
    if left := number - agreed:
        assert f"{left} questions not in conflict" in told
    if left := number - notes:
        assert f"{left} notes (in your notes)" in told
    assert ("Not on this page" in text) == (shown + agreed + notes < 3 * number)


def test_what_is_short_is_told_in_full_and_what_is_long_in_short() -> None:
    assert "“**About 40** people were hurt" in page(many(1)), "each side's sentence"
    crowded = page(many(12))
    assert (
        "- **How many were hurt in 9?** updated\n"
        "  - **About 40**, Ada Quill (Harbour Post, 2 May)\n"
        "  - **at least 63**, ministry (The Evening Ledger" in crowded
    )


def test_a_part_without_need_of_its_share_leaves_it_to_the_others() -> None:
    def part(entries: int, share: float) -> Part:
        return Part("", [([BriefLine("w " * 20)], [BriefLine("w " * 10)])] * entries, share)

    [many_, few] = fill([part(9, 0.5), part(1, 0.5)], 100)
    assert (len(many_.forms), many_.left_out) == (8, 1)
    assert [form[0].words for form in few.forms] == [20]
    [first, second] = fill([part(9, 0.5), part(9, 0.5)], 100)
    assert (len(first.forms), len(second.forms)) == (5, 5), "each is sure of its share"
    [roomy] = fill([part(3, 0.5)], 50)
    assert [form[0].words for form in roomy.forms] == [20, 20, 10], "the first in full"


def test_who_stands_behind_is_counted_in_ultimate_sources() -> None:
    shown = reports(HARBOUR, LEDGER)
    answers = tuple(
        replace(one, source="Coastguard") for one in shown.comparison.questions[0].answers
    )
    question = replace(shown.comparison.questions[0], answers=answers)
    comparison = replace(shown.comparison, questions=(question,), newsrooms=("AP", "AP"))
    text = page(Brief(shown.articles, comparison))
    assert "  - 2 reports, 1 newsroom, 1 ultimate source (Coastguard)" in text
    assert "(the work of AP)" in text


def test_a_report_without_an_outlet_is_named_once_and_by_no_file() -> None:
    shown = reports(replace(HARBOUR, source=None), LEDGER)
    comparison = replace(shown.comparison, newsrooms=(HARBOUR.id, "Ledger"))
    text = page(Brief(shown.articles, comparison))
    assert f"\n- {HARBOUR.title}, 2 May 2031\n" in text
    assert "the work of" not in text


def test_who_helped_to_make_a_report_is_named() -> None:
    tail = "\nAnn Wu and The Associated Press contributed to this report."
    shown = reports(replace(HARBOUR, body=HARBOUR.body + tail), LEDGER)
    text = page(Brief(shown.articles, shown.comparison))
    assert "- Harbour Post, 2 May 2031 (with Associated Press): Ferry runs" in text


def test_copies_are_listed_with_what_they_change() -> None:
    copy = replace(
        HARBOUR,
        id="copy",
        source="Courier",
        body=HARBOUR.body.replace("212", "214").replace("Divers", "Two divers"),
    )
    comparison = Comparison((HARBOUR.id, "copy"), ((HARBOUR.id, "copy"),), ())
    text = page(Brief([HARBOUR, copy], comparison))
    assert "- Harbour Post, 2 May 2031: Ferry runs aground off Lisse, about 40 hurt\n" in text
    assert "  - a copy of it, Courier, 2 May 2031: 212 became 214; " in text


def test_a_ruling_stands_apart_and_says_what_the_rules_found() -> None:
    shown = reports(HARBOUR, LEDGER)
    questions = tuple(
        replace(one, ruling="agrees") if one.id == "q-hurt" else one
        for one in shown.comparison.questions
    )
    text = page(Brief(shown.articles, replace(shown.comparison, questions=questions)))
    ruled = text[text.index("## Ruled by you") :]
    assert "hurt?** agrees (your ruling); the rules found: updated\n  - **About 40**" in ruled


def test_what_the_person_kept_stands_at_the_end() -> None:
    start = HARBOUR.body.index("Divers")
    passage = Passage.of(HARBOUR.id, HARBOUR.body, start, start + 12, "0" * 64)
    kept = Bookmark("nr-1", passage, HARBOUR.title, "2031-05-05", note="*Ask* her.", tags=("dam",))
    notes = page(invented(bookmarks=[kept])).partition("## Notes")[2]
    assert "- Harbour Post, 2 May #dam `nr-1`\n  > Divers began\n  *Ask* her." in notes


HOSTILE = "<script>*a* | b_ [x](http://y) `c` # d"


def test_text_from_outside_shows_as_it_stands_and_forges_nothing() -> None:
    first = replace(HARBOUR, title=HOSTILE, source=HOSTILE, url="https://a.example/<b>")
    answer = replace(HURT.answers[0], text=HOSTILE, sentence=f"# {HOSTILE}", speaker=HOSTILE)
    question = replace(HURT, question=HOSTILE, reason=HOSTILE, answers=(answer, *HURT.answers[1:]))
    shown = reports(*ARTICLES)
    comparison = replace(shown.comparison, questions=(question,))
    text = page(Brief((first, *shown.articles[1:]), comparison))
    parser = MarkdownIt("commonmark").enable("table")
    tokens = [child for token in parser.parse(text) for child in (token, *(token.children or ()))]
    kinds = {token.type for token in tokens}
    assert not kinds & {"html_block", "html_inline", "link_open", "em_open"}
    words = "".join(token.content for token in tokens if token.type == "text")
    assert "<script>*a* | b_ [x](http://y) `c` # d" in words


def test_on_the_screen_the_markdown_is_set_as_plain_words() -> None:
    lines = [
        BriefLine("## Who says \\*what\\*"),
        BriefLine("- Post: **12**, Ann `nr-1`"),
        BriefLine("  - “Then **a \\* b** came”"),
        BriefLine("  > Twelve \\<b> fled."),
        BriefLine("  *mine*"),
    ]
    entries = list(page_entries(lines))
    assert [[p.sign + p.text for p in entry.paragraphs] for entry in entries] == [
        ["Who says *what*"],
        ["• Post: 12, Ann nr-1"],
        ["– “Then a * b came”"],
        ["│ Twelve <b> fled."],
        ["*mine*"],
    ]
    side = entries[2].paragraphs[0]
    assert side.indent == 2
    assert [side.text[start:end] for start, end, _ in side.marks] == ["a * b"]
    assert {style for _, _, style in side.marks} == {"value"}
    [question] = page_entries([BriefLine("- **How many?** differs: no **value** fits")])
    assert [style for _, _, style in question.paragraphs[0].marks] == ["heading", "value"]


# The screen


@pytest.mark.parametrize("size", SIZES, ids=named)
async def test_picture(size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    app = host()
    async with driven(app, size=size):
        assert screen_text(app) == snapshot.use_extension(TextPicture)


async def test_a_line_leads_to_where_it_comes_from() -> None:
    app = host()
    async with driven(app) as pilot:
        while not (entry := on_top(pilot, BriefScreen).body.current) or entry.place is None:
            await pilot.press("j")
        await press(pilot, "enter")
        assert app.places[0].article == HARBOUR.id


async def test_writing_asks_for_a_file_and_never_replaces_one_unasked(tmp_path: Path) -> None:
    app = host()
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "w")
        assert isinstance(app.screen, FileNameScreen)
        assert app.screen.name_box.value.endswith("brief-ferry-runs-aground-off-lisse-about.md")
        file = tmp_path / "page.md"
        file.write_text("mine", encoding="utf-8")
        app.screen.name_box.value = str(file)
        await pilot.press("enter")
        await pilot.pause()
        told = str(app.screen.refused.content)
        assert told == f"{file} is there already: Enter once more replaces it."
        assert file.read_text(encoding="utf-8") == "mine"
        await press(pilot, "enter")
        assert file.read_text(encoding="utf-8") == page(invented()) + "\n"
        assert "Wrote the brief to" in [n.message for n in app._notifications][-1]


async def test_a_new_file_and_folder_are_made(tmp_path: Path) -> None:
    app = host()
    async with driven(app, "w") as pilot:
        assert isinstance(app.screen, FileNameScreen)
        app.screen.name_box.value = str(tmp_path / "new" / "page.md")
        await press(pilot, "ctrl+s")
        assert (tmp_path / "new" / "page.md").read_text(encoding="utf-8").startswith("# Ferry")


async def test_a_file_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    app = host()
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        for name, told in ((str(tmp_path), "is a folder"), ("", "Write a file's name")):
            await press(pilot, "w")
            assert isinstance(app.screen, FileNameScreen)
            app.screen.name_box.value = name
            await press(pilot, "enter")
            assert told in str(app.screen.refused.content)  # a long path may break it in two
            await press(pilot, "escape")
        await press(pilot, "w")
        assert isinstance(app.screen, FileNameScreen)
        app.screen.name_box.value = str(tmp_path / "file" / "page.md")
        await press(pilot, "enter")
        assert "cannot be written" in [n.message for n in app._notifications][-1]


async def test_the_page_is_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    app = host()
    copied: list[tuple[str, ...]] = []
    monkeypatch.setattr(app, "copy_to_clipboard", lambda *told: copied.append(told))
    async with driven(app, "y", size=(80, 24)):
        [(text, said)] = copied
        assert text == page(invented()) + "\n"
        assert said == f"Copied the brief, {len(text.splitlines())} lines."


async def test_what_goes_wrong_is_told_whole() -> None:
    def load() -> Brief:
        raise InputError("No other report tells of this event: choose two or more.")

    app = Host(lambda: BriefScreen(load))
    async with driven(app, size=(60, 20)):
        told = " ".join(screen_text(app).split())
        assert (
            "The brief cannot be made: No other report tells of this event: choose two or more."
            in told
        )


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_leaving(key: str) -> None:
    app = host()
    async with driven(app, key, size=(80, 24)):
        assert app.ended == [None]


async def test_the_brief_of_a_library(desk: Desk) -> None:
    app = host()
    app.desk = desk
    async with driven(app) as pilot:
        await pilot.press("escape")
        open_brief(app, [], "post")
        await settled(pilot)
        assert "Minister: Luhov dam stays shut" in screen_text(app)


def test_reports_without_a_question_have_no_brief(desk: Desk) -> None:
    lone = Article("lone", "Lone", "Lone\nNothing is said here.")
    beside = desk.library.article(desk.library.entries()[0].id).path
    assert beside
    (beside.parent / "lone.txt").write_text(lone.body)
    desk.library.sync()
    with pytest.raises(InputError, match="answer no question together"):
        brief_of(desk, ["lone", "courier"])


def test_only_the_answers_that_part_are_quoted_and_no_other_is_lost() -> None:
    answers = tuple(
        Answer(article.id, "count", text, 0, 2, f"It says {text}.", speaker="The mayor")
        for article, text in ((HARBOUR, "40"), (HARBOUR, "forty"), (LEDGER, "63"), (COURIER, "50"))
    )
    parted = Relation(1, 2, "differs", "no value fits both")
    question = Question("q", "How many?", "strong", "differs", "", answers, (parted,))
    comparison = Comparison((HARBOUR.id, LEDGER.id, COURIER.id), (), (question,))
    text = "\n".join(
        line.text for line in brief_lines(Brief([HARBOUR, LEDGER, COURIER], comparison))
    )
    assert [row for row in text.splitlines() if "It says" in row] == [
        "  - Harbour Post, 2 May, The mayor: “It says **forty**.”",
        "  - The Evening Ledger of Lisse and the Islands, 4 May, The mayor: “It says **63**.”",
    ]
    assert "Also **40** (Harbour Post, 2 May), **50** (Courier, undated)" in text
