"""Acts of speech that tell none of the words: "made the comments at a press briefing"."""

from __future__ import annotations

from index.facts.cues import cues, silences
from index.facts.items import grammar
from index.facts.model import Statement
from index.facts.words import normal

_ACT_REACH = 6
"""Words behind "made" in which "announcement" makes it an act of speech."""
_THAT_REACH = 6
"""Words behind "announcement" in which "that" opens what was announced."""
_PLACED = frozenset({"at", "in", "on"})


def tells_words(body: str, statement: Statement) -> bool:
    """Whether a statement holds something that was said, and not only that something was.

    "Made the comments at a press briefing" tells when; "did not have any information about it"
    tells what somebody had.
    """
    cue = cues().forms.get(normal(statement.cue or ""))
    if cue is None or cue.kind != "act" or statement.form != "indirect":
        return True
    if cue.verb in silences().having:
        return False
    words = [normal(word) for word in body[statement.start : statement.end].split()]
    act = next((at for at, word in enumerate(words[:_ACT_REACH]) if word in cue.follow), None)
    if act is None or words[act] == "clear":
        return True
    behind = words[act + 1 : act + 1 + _THAT_REACH]
    if not behind:
        return False
    dated = behind[0] in grammar().days
    if "that" in behind and (dated or behind[0] in _PLACED):
        return True  # "made the announcement on Monday that the bridge was shut"
    return not dated and behind[0] not in silences().occasions
