"""What is told at the terminal of long work: the step, and on a screen how far its draws are."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

import actor_graph as ag
from actor_graph.cli.patience import Patience, lasting
from tests.making import landscape

ACTORS = "id,survey\n" + "\n".join(f"{name},{'answered' if name < 'e' else ''}" for name in "abcdefgh")
TIES = "source,target\n" + "\n".join(f"{a},{b}" for a, b in ("ab", "bc", "cd", "da", "ae", "bf", "cg", "dh"))


class Screen(io.StringIO):
    """A stderr that somebody looks at."""

    def isatty(self) -> bool:
        return True


def told(at: Patience) -> None:
    """A second has passed in the step ``chance``; then 340 and 350 of 2,000 are drawn, and the next step begins."""
    at._timer.cancel()
    at("chance")
    at._speak()
    at.how_far(340, 2000, 40.2)
    at.how_far(350, 2000, 39.8)
    at("map")


def test_on_a_screen_the_draws_stand_in_one_line_that_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", screen := Screen())
    with Patience("en") as at:
        told(at)
        at.how_far(1, 2, None)
    assert screen.getvalue() == (
        "Random scenes beside this one …\n"
        "\r\x1b[K340 of 2,000 drawn, about 40 seconds left"
        "\r\x1b[KLaying out the map …\n"
    )


def test_what_is_shown_of_the_draws_is_gone_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", screen := Screen())
    with Patience("de") as at:
        at._timer.cancel()
        at._speak()
        at.how_far(0, 2000, None)
    assert screen.getvalue() == "Es wird gerechnet …\n\r\x1b[K0 von 2.000 gezogen\r\x1b[K"


def test_in_a_log_only_the_steps_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", log := io.StringIO())
    with Patience("en") as at:
        told(at)
    assert log.getvalue() == "Random scenes beside this one …\nLaying out the map …\n"


def test_every_draw_is_counted(tmp_path: Path) -> None:
    """Two times 60 random scenes; then 200 completions, and 100 times for 6 shares of actors and of ties."""
    seen: list[tuple[int, int]] = []
    known = landscape(tmp_path / "town", ACTORS, TIES)
    ag.analyze(known, chance=True, missing=True, draws=60, how_far=lambda done, of, left: seen.append((done, of)))
    chance, missing = ([done for done, of in seen if of == whole] for whole in (120, 1400))
    assert max(chance) == chance[-1] == 120
    assert missing == list(range(1401))
    assert len(chance) + len(missing) == len(seen)


def test_a_length_of_time_is_said_as_people_say_it() -> None:
    assert [lasting(seconds, "de") for seconds in (0.2, 130)] == ["etwa 1 Sekunde", "etwa 2 Minuten"]
