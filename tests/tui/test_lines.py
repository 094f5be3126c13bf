"""Reading line by line: what is said, what numbers open, and that nothing else is written."""

from __future__ import annotations

import io
import re
import signal
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

import pytest

from index.article import Article
from index.errors import ResourceError
from index.facts.model import Facts, Figure
from tests.growth import assert_linear
from tests.test_borders import modules_after
from tests.tui.invented import HOSTILE
from tests.tui.program import PROGRAM
from tests.tui.shelf import Shelf
from tests.tui.terminal import Terminal
from tui.commands.session import Session
from tui.desk import Desk, Reading
from tui.lines.commands import COMMANDS
from tui.lines.reader import LineReader
from tui.lines.report import Report

Talk = Callable[..., str]
UNSPOKEN = re.compile("[\x00-\x09\x0b-\x1f\x7f─-▟≠≈⊂✗″]")
"""Control characters, boxes, and the signs of relations, which are said in words."""


def session_of(*places: Path, notes: Path | None = None) -> Session:
    return Session(
        Namespace(library=list(places), notes=notes, config=None, json=False, plain=True)
    )


@pytest.fixture
def talk(desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Talk:
    """Types lines to a reader of the invented reports; gives what is said after the greeting."""

    def say(*lines: str) -> str:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        reader = LineReader(session_of())
        reader.sitting.desk = desk
        assert reader.run() == 0
        greeting, _, said = capsys.readouterr().out.partition("Courier, undated.\n")
        assert "3 reports, the newest first:" in greeting
        assert not UNSPOKEN.search(said), said
        return said

    return say


# What stands in a list, and what its numbers open


def test_a_search_says_how_many_and_what(talk: Talk) -> None:
    said = talk("/hurt")
    first, *lines = said.splitlines()
    assert first == "3 reports for “hurt”:"
    assert lines[0] == (
        "1. Lisse ferry: number of injured rises to 63. "
        "The Evening Ledger of Lisse and the Islands, 4 May 2031."
    )
    assert talk("/xylophone").splitlines() == ["No report for “xylophone”."]
    assert talk("/hur").splitlines() == ["No report for “hur”."], "Enter ends the last word"


def test_a_number_opens_a_report_with_a_summary_first(talk: Talk) -> None:
    said = talk("2")
    assert said.startswith(
        "Ferry runs aground off Lisse, about 40 hurt. Harbour Post, 2 May 2031. "
        "5 paragraphs, 3 figures, 0 officials, 2 sentences answered differently elsewhere.\n"
    )
    assert "\n[disputed figure: About 40] people were hurt, harbour master Ada Quill told" in said
    assert "A ferry with [figure: 212] people on board ran aground" in said


def test_a_number_that_stands_before_nothing(talk: Talk) -> None:
    assert "nothing numbered 9 here; 1 to 3 are." in talk("9")


def test_the_way_back_and_along_the_list(talk: Talk) -> None:
    assert talk("2", "back").endswith("3. 渡轮 aground: what is known. Courier, undated.\n")
    assert "\nLisse ferry: number of injured rises to 63. The Evening" in talk("2", "K")
    assert talk("1", "K").endswith("This is the first report of the list.\n")


# In a report


def test_marks_are_said_with_number_paragraph_and_sentence(talk: Talk) -> None:
    said = talk("2", "f", "f", "F", "F").splitlines()[-4:]
    assert (
        said[0]
        == "Figure 1 of 3, paragraph 1: Ferry runs aground off Lisse, [figure: about 40] hurt"
    )
    assert said[1].startswith("Figure 2 of 3, paragraph 2: A ferry with [figure: 212] people")
    assert said[2].startswith("Figure 1 of 3")
    assert said[3] == "There is no figure before this place, of 3 in all."


def test_a_disputed_sentence_leads_to_the_evidence_and_on_to_the_other_report(talk: Talk) -> None:
    said = talk("2", "c", "1", "2")
    assert "Disputed sentence 1 of 2, paragraph 3: About 40 people were hurt" in said
    assert "1. How many people were hurt? updated.\n" in said
    other = "The Evening Ledger of Lisse and the Islands: at least 63"
    assert f"   here: About 40; {other}; Courier: several" in said
    assert "How many people were hurt? updated, 3 answers of 3 reports." in said
    assert "   To answer 1: updated. " in said
    assert "Lisse ferry: number of injured rises to 63. The Evening Ledger" in said
    assert "From paragraph 2:\n" in said


def test_sentences_and_paragraphs_are_walked(talk: Talk) -> None:
    said = talk("2", "}", ")", "(", "{", "p 4").splitlines()
    assert [line.split(":")[0] for line in said if line.startswith("Paragraph ")] == [
        "Paragraph 2", "Paragraph 3", "Paragraph 2", "Paragraph 1",
    ]  # fmt: skip
    assert "From paragraph 4:" in said
    assert "There is no paragraph 9; this report has 5 paragraphs." in talk("2", "p 9")


def test_a_report_is_read_out_in_linear_time() -> None:
    def read_out(paragraphs: int) -> None:
        body = "10 ships\n" * paragraphs
        places = range(0, len(body), len("10 ships\n"))
        figures = (Figure(at, at + 2, "10", "count", 10, 10, "exact") for at in places)
        reading = Reading(Article("a", "Ships", body), Facts(figures=tuple(figures)))
        report = Report(reading, ())
        said = {report.words(span.start, span.end) for span in report.paragraphs}
        assert said == {"[figure: 10] ships"}
        assert report.paragraph(len(body)) == paragraphs

    assert_linear(read_out, 1500, 3000)


def test_enter_reads_on_from_a_mark(talk: Talk) -> None:
    said = talk("2", "C", "c", "c", "").splitlines()
    begun = said.index("From paragraph 5:")
    assert said[begun + 2 :] == [
        "The operator [disputed: denied] that the ship had left without a pilot.",
        "",
    ]
    assert talk("2", "").endswith("This is the end of the report.\n")
    assert talk("").endswith("That is all.\n")


def test_words_are_found_in_the_report(talk: Talk) -> None:
    said = talk("2", "find the", "find", "find nowhere")
    assert "Match 1 of 5, paragraph 2: " in said
    assert "[match: the] coastguard said." in said
    assert "Match 2 of 5" in said
    assert said.endswith("The report does not have “nowhere”.\n")


def test_other_marks_are_named(talk: Talk) -> None:
    said = talk("2", "H", "p 1")
    assert "Named: figures.\n" in said
    again = said.partition("Named: figures.")[2]
    assert "[figure: about 40]" in again
    assert "[disputed" not in again


# Reports side by side


def test_reports_are_compared_by_their_numbers(talk: Talk) -> None:
    said = talk("compare 1 2")
    assert re.match(r"2 reports.*; \d questions, \d answered differently\n\n1\. ", said)
    said = talk("M 1 2")
    assert said.startswith("Matrix: 3 questions to 2 reports, the earliest first.\n\n1. ")
    assert "   Harbour Post, 2 May 2031: About 40, Ada Quill, " in said
    assert "paragraph 3.\n" in said
    said = talk("M", "T 2")
    assert "Timeline of " in said
    assert "Name two reports or more" in talk("compare 1 1")


def test_a_ruling_is_kept_and_taken_back(talk: Talk, desk: Desk) -> None:
    said = talk("M 1 2", "r agrees", "r 1 agrees", "r 1 maybe", "r 9 agrees", "u")
    assert said.index("Say which question as well") < said.index("(your ruling)")
    assert " agrees (your ruling). u takes it back.\n" in said
    assert "Say how you read it: differs, " in said
    assert "There is no question 9; `compare` lists them with their numbers.\n" in said
    assert "is as it was before.\n" in said
    assert {one.relation for one in desk.rulings.rulings().values()} <= {None, ""}


def test_a_brief_is_read_out(talk: Talk) -> None:
    said = talk("brief 1 2")
    assert said.startswith("Brief of 2 reports.\n")
    assert "**" not in said
    assert "How many people were hurt?" in said


# Notes


def test_a_sentence_is_kept_found_again_and_taken_back(talk: Talk, desk: Desk) -> None:
    said = talk("2", "f", "f", "b", "a Ask the hospital. #casualties", "B", "1")
    assert "Bookmarked in " in said
    assert "1 bookmark, in " in said
    assert "Harbour Post, 2 May 2031, paragraph 2. Note: Ask the hospital. #casualties" in said
    assert said.rpartition("1 bookmark")[2].count("[bookmark: A ferry with [figure: 212]") == 1
    assert desk.notebook is not None
    assert [one.tags for one in desk.notebook.bookmarks()] == [("casualties",)]
    assert "taken back" in talk("undo", "undo")
    assert desk.notebook.bookmarks() == []


# The conversation


def test_what_is_not_known_is_said_and_the_conversation_goes_on(talk: Talk) -> None:
    said = talk("compair 1 2", "f", "~", "?comp", "q", "never read")
    assert "There is no command compair; did you mean compare?\n" in said
    assert "Open a report first" in said
    assert "There is no command ~; ? lists all.\n" in said
    assert "d, compare [NUMBER…]: where reports part." in said
    assert "never" not in said


def test_text_of_a_report_is_guarded_and_never_a_command(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = Article(
        id="bad", title=f"\x1b]0;x\x07{HOSTILE}", source="\x9b2J", body=f"{HOSTILE}\n\x1b[2J one 1"
    )
    desk.library = Shelf([bad])  # type: ignore[assignment]
    monkeypatch.setattr(sys, "stdin", io.StringIO("1\nf\n"))
    reader = LineReader(session_of())
    reader.sitting.desk = Desk(desk.library, desk.notebook)
    reader.run()
    said = capsys.readouterr().out
    assert HOSTILE in said
    assert not UNSPOKEN.search(said)


def test_every_command_answers_on_real_articles(
    seeds: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    given = {"open": "001", "find": "troops", "p": "2", "d": "1 3", "D": "Ryder", "a": "look #x"}
    lines = [
        "/kursk",
        "d 1 9",
        "d 002 003",
        "3",
        *(f"{one.names[0]} {given.get(one.names[0], '')}" for one in COMMANDS),
    ]
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n".join([*lines, ""])))
    monkeypatch.setattr("tui.browser.open_page", lambda url: None)
    with session_of(seeds, notes=tmp_path / "notes.md") as session:
        reader = LineReader(session)
        assert reader.run() == 0
        with pytest.raises(ResourceError):  # its state is closed
            reader.sitting.desk.leave(session.library.article(session.library.resolve("001")), 0)
    said = capsys.readouterr().out
    assert not UNSPOKEN.search(said), UNSPOKEN.search(said)
    compared = said.partition("2 reports; ")[2].partition("2 reports, ")[0]
    assert "ABC News" in compared, "003 begins an id; the third of the list is another"
    for words in (
        "Dossier. Pat Ryder: ", "Brief of ", "Matrix: ", "Timeline of ", "Bookmarked in ",
        "Official 1 of ", "No command was given.", "5 reports: 0 added",
        "There is no report 9; the list has 5 reports.", f"{len(COMMANDS)} commands.",
    ):  # fmt: skip
        assert words in said


# A terminal, or none


def test_a_terminal_that_takes_lines_only_gets_lines_page_by_page(seeds: Path) -> None:
    with Terminal(["env", "TERM=dumb", PROGRAM, seeds], columns=60, lines=16) as terminal:
        terminal.wait_for("\n>")
        terminal.press("2\r")
        terminal.wait_for("lines more: Enter goes on.)")
        assert all(len(line) <= 60 for line in terminal.text.splitlines())
        terminal.press("\r")
        terminal.wait_for("arrive at any time.")
        terminal.press("b\r")
        terminal.wait_for("Bookmarked in")
        terminal.press("\r")
        terminal.wait_for("We believe that the DPRK")
        terminal.send(signal.SIGINT)
        assert terminal.wait() == 0
        assert b"\x1b" not in terminal.written
        assert b"Traceback" not in terminal.written


def test_the_end_of_the_input_leaves(seeds: Path) -> None:
    with Terminal([PROGRAM, "--plain", seeds]) as terminal:
        terminal.wait_for("\n>")
        terminal.press("\x04")
        assert terminal.wait() == 0


def test_the_setting_opens_lines(seeds: Path, own_home: Path) -> None:
    (own_home / "config.toml").write_text("[reader]\nplain = true\n")
    config = own_home / "config.toml"
    with Terminal([PROGRAM, "--config", config, seeds]) as terminal:
        terminal.wait_for("newsreader, line by line:")
        terminal.press("q\r")
        assert terminal.wait() == 0


def test_nothing_of_the_screen_is_loaded() -> None:
    loaded = modules_after("import tui.lines.reader, tui.lines.commands, tui.rendering.brief_page")
    assert not {name for name in loaded if name.split(".")[0] == "textual"}
