"""Every action of the interface: its stable id, its keys, and what it does.

This table is the only place where keys are named. Screens and widgets take their bindings from it
(`tui.bindings`); the help, the command palette, `docs/keys.md` and the `[keys]` of config.toml
read it too. Terminals cannot tell ctrl+i from Tab, ctrl+m from Enter or ctrl+h from Backspace, and
ctrl+c stays copy: none of them is used.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Action(NamedTuple):
    """One thing that keys do."""

    id: str
    """Stays the same for ever: config.toml and the docs name it."""
    keys: str
    """The default keys, as Textual writes them, with commas between."""
    action: str
    """The method `action_…` that the node of each scope has; `app.…` is the app's own."""
    label: str
    """A word or three, for the footer and the command palette."""
    where: str
    """The scopes it works in, with blanks between; the footer shows it where a star follows."""
    tooltip: str
    """One sentence, for the help."""

    @property
    def scopes(self) -> tuple[str, ...]:
        """The nodes that hold the binding: a pane, a screen, or the app."""
        return tuple(scope.removesuffix("*") for scope in self.where.split())

    def in_footer(self, scope: str) -> bool:
        """Whether the footer shows it where `scope` is at work."""
        return f"{scope}*" in self.where.split()


_PAGES: Final = "article columns grid lanes paper changes"
_MOVING: Final = (
    "results facts questions card choices help notes_list article columns grid lanes paper changes"
)
_SCREENS: Final = (
    "reader compare matrix timeline dossier brief notes card_screen* ruling_screen* mark_screen* "
    "note_screen* file_screen* help_screen* picker_screen* prompt_screen* details_screen* "
    "changes_screen*"
)
_PANES: Final = "reader compare notes help_screen picker_screen"

# Two lines an action: the table is read down its columns.
# fmt: off
GROUPS: Final[dict[str, tuple[Action, ...]]] = {
    "Move": (
        Action("move.down", "j,down", "cursor_down", "Down", _MOVING,
               "Go one line down."),
        Action("move.up", "k,up", "cursor_up", "Up", _MOVING,
               "Go one line up."),
        Action("move.first", "g,home", "first", "Top", _MOVING,
               "Go to the beginning."),
        Action("move.last", "G,end", "last", "End", _MOVING,
               "Go to the end."),
        Action("move.half_page_down", "ctrl+d", "half_page_down", "Half a page down", _MOVING,
               "Go half a page down."),
        Action("move.half_page_up", "ctrl+u", "half_page_up", "Half a page up", _MOVING,
               "Go half a page up."),
        Action("move.page_down", "pagedown", "page_down", "Page down", _MOVING,
               "Go a page down."),
        Action("move.page_up", "pageup", "page_up", "Page up", _MOVING,
               "Go a page up."),
        Action("move.space", "space", "page_down", "Page down", _PAGES,
               "Go a page down, as in less."),
        Action("move.next_paragraph", "}", "next_paragraph", "Next paragraph", "article",
               "Go to the next paragraph."),
        Action("move.previous_paragraph", "{", "previous_paragraph", "Paragraph before", "article",
               "Go to the paragraph before."),
        Action("move.next_word", "l,right", "next_word", "Next word", "article",
               "Go to the next word; where words are selected, up to it."),
        Action("move.previous_word", "h,left", "previous_word", "Word before", "article",
               "Go to the word before; where words are selected, back to it."),
        Action("move.next_sentence", ")", "next_sentence", "Next sentence", "article",
               "Go to the next sentence."),
        Action("move.previous_sentence", "(", "previous_sentence", "Sentence before", "article",
               "Go to the sentence before."),
    ),
    "Jumps": (
        Action("compare.return", "ctrl+o", "screen.return", "Return", "reader",
               "Go back to where you jumped from, and from there to the comparison that you left."),
        Action("jump.forward", "alt+right", "forward", "Forward", "reader",
               "Go forward again to where you went back from."),
        Action("jump.labels", ";", "labels", "Labels", "app",
               "Put a letter on each pane, report, row and mark in view; the letter goes there."),
    ),
    "Search": (
        Action("search.focus", "/", "screen.focus_search", "Search", "results* facts",
               "Search the library; results come while you type."),
        Action("search.complete", "tab", "complete", "Complete", "search*",
               "Complete the word, with the fields and names that the library has."),
        Action("search.results", "down", "later", "To the results", "search*",
               "Leave the search box for the list of results."),
        Action("search.earlier", "up", "earlier", "Query before", "search*",
               "Bring back the query before; down goes on again."),
        Action("search.narrow", "f", "screen.narrow", "Narrow", "results",
               "Keep to one outlet or one month of what was found."),
        Action("search.sort", "s", "screen.sort", "Sort", "results",
               "Put the best answer first, or the newest report."),
        Action("search.exactly", "=", "screen.exactly", "Exactly", "results",
               "Ask for exactly what was typed, or let the query be helped again."),
        Action("search.kept", "S", "screen.searches", "Searches", "results",
               "Choose a search that you keep, or one of before."),
        Action("searches.keep", "+", "keep", "Keep", "searches_screen*",
               "Keep this search."),
        Action("searches.forget", "-", "forget", "Forget", "searches_screen*",
               "Forget this search."),
        Action("find.open", "/", "screen.find_words", "Find", "article*",
               "Find words in this article."),
        Action("find.next", "n", "next_match", "Next match", "article",
               "Go to the next place that matches the search."),
        Action("find.previous", "N", "previous_match", "Match before", "article",
               "Go to the place before that matches the search."),
        Action("results.next", "J", "next_result", "Next report", "reader",
               "Open the next report of the list."),
        Action("results.previous", "K", "previous_result", "Report before", "reader",
               "Open the report before in the list."),
        Action("filter.focus", "/", "focus_filter", "Search", "notes* help_screen* picker_screen*",
               "Type words to narrow this list."),
    ),
    "Marks": (
        Action("figure.next", "f", "next_figure", "Figure", "article*",
               "Go to the next figure."),
        Action("figure.previous", "F", "previous_figure", "Figure before", "article",
               "Go to the figure before."),
        Action("official.next", "w", "next_official", "Official", "article*",
               "Go to where an official is named next."),
        Action("official.previous", "W", "previous_official", "Official before", "article",
               "Go to where an official was named before."),
        Action("disputed.next", "c", "next_disputed", "Disputed", "article* compare* matrix*",
               "Go to the next sentence that another report answers differently."),
        Action("disputed.previous", "C", "previous_disputed", "Disputed before",
               "article compare matrix",
               "Go to the sentence before that another report answers differently."),
        Action("mark.why", "!", "why", "Why marked", "article facts*",
               "Say why this is marked, and call a mark wrong."),
        Action("view.layers", "H", "layers", "Marks", "reader compare",
               "Mark figures, officials, statements, all or none; it says how each looks."),
    ),
    "Passages": (
        Action("select.words", "v", "select", "Select", "article",
               "Select the mark or word that was gone to, or the sentence; then each step selects "
               "what it goes to. Again: leave."),
        Action("select.paragraph", "V", "select_paragraph", "Select paragraph", "article",
               "Select the paragraph under the cursor."),
        Action("passage.bookmark", "b", "bookmark", "Bookmark",
               "article* compare matrix timeline dossier*",
               "Write the selection, or the sentence under the cursor, into the notes file."),
        Action("passage.annotate", "a", "annotate", "Note", "article notes*",
               "Bookmark the selection, or the sentence under the cursor, with a note and tags."),
        Action("passage.copy", "y", "copy", "Copy", "article brief*",
               "Copy the selection, or the sentence under the cursor, with its citation."),
        Action("passage.copy_block", "Y", "copy_block", "Copy as block", "article",
               "Copy the selection, or the sentence under the cursor, as a block of notes."),
        Action("notes.undo", "u", "undo", "Undo", "reader notes*",
               "Take back the last bookmark, note, deletion or correction of this session."),
        Action("notes.open", "B", "app.notes", "Bookmarks", "reader compare",
               "Show all bookmarks."),
        Action("notes.restore", "p", "restore", "Put back", "notes",
               "Put a bookmark back that another program took out of the notes file."),
        Action("notes.delete", "d,delete", "delete", "Delete", "notes",
               "Take this bookmark out of the notes file, or take this correction back."),
        Action("note.save", "ctrl+s", "save", "Save", "note_screen*",
               "Write note and tags into the notes file."),
        Action("notes.edit", "e", "app.edit_notes", "Edit notes", "reader compare notes*",
               "Open the notes file in your editor ($VISUAL or $EDITOR)."),
    ),
    "Compare": (
        Action("compare.mark", "space", "mark", "Mark", "results*",
               "Mark or unmark this report for comparing."),
        Action("compare.open", "d", "screen.compare", "Compare", "results* reader",
               "Lay the marked reports side by side."),
        Action("compare.everything", "=", "toggle_everything", "Differences",
               "compare* matrix*",
               "Show only the rows that differ, or everything."),
        Action("compare.link", "L", "toggle_linked", "Link", "compare*",
               "Scroll the reports together, or each by itself."),
        Action("compare.swap", "x", "swap", "Swap", "compare",
               "Move the report of the current column one place to the right."),
        Action("compare.next_report", "l,right", "next_report", "Next report",
               "compare matrix",
               "Go to the report on the right."),
        Action("compare.previous_report", "h,left", "previous_report", "Report before",
               "compare matrix",
               "Go to the report on the left."),
        Action("compare.add", "+", "add", "Add a report", "compare",
               "Choose one more report to compare."),
        Action("compare.drop", "-", "drop", "Drop the report", "compare",
               "Take the report of the current column out of the comparison."),
        Action("card.next", "n", "next_question", "Next question", "card_screen*",
               "Go to the next question that these passages answer."),
        Action("card.previous", "N", "previous_question", "Question before", "card_screen",
               "Go to the question before that these passages answer."),
        Action("question.rule", "r", "rule", "Your ruling",
               "card_screen* compare matrix* timeline*",
               "Say how you read the answers; it is kept in rulings.toml beside your notes."),
        Action("question.unrule", "u", "unrule", "Ruling back",
               "card_screen compare matrix timeline",
               "Take your ruling on this question back."),
        Action("question.why", "!", "why", "Reasons",
               "card_screen* compare matrix timeline*",
               "Show the reason of every relation between the answers."),
        Action("compare.questions", "1", "toggle_questions", "Questions", "compare",
               "Show the list of questions and go to it, or fold it away."),
    ),
    "Views": (
        Action("matrix.open", "M", "screen.matrix", "Matrix", "results* reader compare*",
               "Show who says what to each question: the marked reports, or those of the story."),
        Action("timeline.open", "T", "timeline", "Timeline", "card_screen* compare matrix*",
               "Show the answers to this question over time."),
        Action("dossier.open", "D", "screen.dossier", "Dossier",
               "results reader compare matrix timeline",
               "Show all that the reports put down to one official: whom the place of the cursor "
               "names, or whom you choose."),
        Action("dossier.story", "=", "toggle_story", "Story", "dossier*",
               "Gather from the reports of this story alone, or from the whole library."),
        Action("brief.open", "R", "screen.brief", "Brief",
               "results reader compare matrix timeline",
               "Show the reports as a page for an editor: the marked ones, or those of the story."),
        Action("brief.write", "w", "write", "Write", "brief*",
               "Write the page to a file of your choice."),
    ),
    "Panes": (
        Action("open", "enter", "open", "Open",
               "results* facts* article columns* questions* notes_list* card* grid* lanes* "
               "paper*",
               "Open what the cursor stands on."),
        Action("choose", "enter", "open", "Choose", "choices*",
               "Take what the cursor stands on."),
        Action("keys.do", "enter", "open", "Do it", "help*",
               "Do what the cursor stands on."),
        Action("pane.next", "tab", "app.focus_next", "Next pane", _PANES,
               "Go to the next pane."),
        Action("pane.previous", "shift+tab", "app.focus_previous", "Pane before", _PANES,
               "Go to the pane before."),
        Action("pane.search", "1", "focus_search", "Search box", "reader",
               "Go to the search box."),
        Action("pane.results", "2", "toggle_results", "Results", "reader",
               "Show the results and go to them, or fold them away."),
        Action("pane.article", "3", "focus_article", "Article", "reader",
               "Go to the article."),
        Action("pane.facts", "4", "toggle_facts", "Facts", "reader",
               "Show the facts pane and go to it, or fold it away."),
        Action("pane.narrower", "<", "narrower", "Narrower", "reader",
               "Make the pane in use narrower."),
        Action("pane.wider", ">", "wider", "Wider", "reader",
               "Make the pane in use wider."),
        Action("view.zen", "z", "zen", "Zen", "reader",
               "Show the article alone, or with the panes."),
        Action("form.save", "ctrl+s", "save", "Done", "prompt_screen* details_screen* file_screen*",
               "Take what was filled in; Enter does so too."),
        Action("back", "escape", "step_back", "Back", _SCREENS,
               "Go one step back."),
        Action("close", "q", "screen.close", "Close",
               "article* facts* compare* matrix* timeline* dossier* brief* notes* card_screen "
               "ruling_screen mark_screen help_screen picker_screen changes_screen",
               "Close this screen; in the reader, go back to the list."),
        Action("quit", "q", "screen.close", "Quit", "results*",
               "Leave the program."),
    ),
    "Library": (
        Action("article.relatives", "O", "app.relatives", "Versions", "reader",
               "Show the versions and copies of this report, and what changed."),
        Action("version.read", "enter", "open", "Read the older", "changes_screen*",
               "Read the older version."),
        Action("article.details", "i", "details", "Details", "reader",
               "Say of which outlet, day and zone the article is; written into sources.toml."),
        Action("article.pipe", "|", "pipe", "Pipe", "reader",
               "Give the selected words, or the article, to another program."),
        Action("article.browser", "o", "browser", "Browser", "reader",
               "Open the article's web page in your browser."),
        Action("library.add", "A", "app.add", "Add", "reader",
               "Take in a page, a feed, a saved page or a list of feeds."),
        Action("library.refresh", "ctrl+r", "app.refresh", "Refresh", "reader",
               "Take in what is new in all feeds."),
        Action("library.failures", "ctrl+e", "app.failures", "Failures", "reader",
               "Show what could not be read, and try it again."),
        Action("library.notices", "I", "notices", "Notices", "reader",
               "Show what the program has told, the latest first."),
    ),
    "Everywhere": (
        Action("help", "?", "help", "Keys", "app*",
               "Show the keys that work here."),
        Action("palette", ":,ctrl+p", "command_palette", "Commands", "app",
               "Find any action, or an article by its title."),
        Action("view.theme", "ctrl+t", "change_theme", "Theme", "app",
               "Choose the colours."),
    ),
}
"""Actions by the heading they stand under in the help and the docs."""
# fmt: on
