"""Messages take their fields as a dataclass does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tui.messages import Noticed, Progressed


def test_fields_come_by_place_or_by_name() -> None:
    assert (Noticed("Rain.").text, Noticed("Rain.").more) == ("Rain.", ())
    assert Noticed("Rain.", more=("Sun.",)).more == ("Sun.",)
    assert Progressed(1, 2).can_replace(Progressed(0, 2))


@pytest.mark.parametrize(
    "make",
    [
        Noticed,
        lambda: Noticed("Rain.", (), "more"),  # type: ignore[call-arg]
        lambda: Noticed("Rain.", less=()),  # type: ignore[call-arg]
    ],
)
def test_what_is_no_field_is_refused(make: Callable[[], Noticed]) -> None:
    with pytest.raises(TypeError, match="Noticed takes text, more"):
        make()
