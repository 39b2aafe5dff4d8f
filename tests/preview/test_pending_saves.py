"""Saves wait until they are followed, and newer ones stop what is made of them."""

from __future__ import annotations

from pathlib import Path

from proposal.preview.pending_saves import PendingSaves

FIRST, SECOND, THIRD = (Path("data", name) for name in ("one.yaml", "two.yaml", "three.md"))


def test_saves_are_given_out_once_and_newer_ones_stop_what_is_made_of_them() -> None:
    saves = PendingSaves()
    saves.add([FIRST])
    saves.add([SECOND])
    taken = saves.next()
    assert taken is not None
    saved, is_outdated = taken
    assert saved == {FIRST, SECOND}
    assert not is_outdated.is_set()
    saves.add([THIRD])
    assert is_outdated.is_set()
    taken = saves.next()
    assert taken is not None
    assert taken[0] == {THIRD}
    saves.end()
    assert taken[1].is_set()
    assert saves.next() is None
