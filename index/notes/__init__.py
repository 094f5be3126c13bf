"""Keeping passages: from `Passage` to the notes file."""
