"""How the messages between widgets, screens and workers are made."""

from __future__ import annotations

from typing import TypeVar, dataclass_transform

from textual.message import Message

_Kind = TypeVar("_Kind", bound=Message)


@dataclass_transform(eq_default=False)
def posted(kind: type[_Kind]) -> type[_Kind]:
    """Decorate a message: it gets an `__init__` that takes its fields, as a dataclass has one.

    The first frame waits for the classes of thirty messages, and a dataclass writes and compiles
    each `__init__`: that takes twenty times as long.
    """
    names = tuple(vars(kind).get("__annotations__", ()))
    needed = {name for name in names if name not in vars(kind)}

    def __init__(self: _Kind, *values: object, **fields: object) -> None:  # noqa: N807
        fields.update(zip(names, values, strict=False))
        if len(values) > len(names) or not needed <= fields.keys() <= set(names):
            raise TypeError(f"{kind.__qualname__} takes {', '.join(names) or 'nothing'}.")
        Message.__init__(self)
        vars(self).update(fields)

    kind.__init__ = __init__  # type: ignore[method-assign,assignment]  # promised above
    return kind
