"""What a person should know: a sentence, and whether anything is left to be done about it."""

from __future__ import annotations


class Remark(str):
    """A notice that asks for nothing: what happened, and has been seen to.

    A plain string among the notices is a fault that waits for its mend.
    """

    __slots__ = ()
