"""What is known of an answer beyond its value."""

from __future__ import annotations

from index.compare.model import Answer
from tui.rendering.words import day


def circumstances(answer: Answer) -> str:
    """Who said it, and the three days that are never merged."""
    parts = [answer.speaker or "nobody named"]
    if answer.said:
        parts.append(f"said {day(answer.said)}")
    elif answer.as_of_from == "said":
        parts.append(f"said by {day(answer.as_of)}")
    holds = answer.as_of and answer.as_of_from in ("as_of", None)
    parts.append(f"as of {day(answer.as_of)}" if holds else "as of: not known")
    parts.append(f"published {day(answer.published)}" if answer.published else "undated")
    return " · ".join(parts)
