"""What a build needs is looked for once, and again as soon as it may have gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.doctor import Group
from proposal.doctor.found_before import is_as_complete_as_before

from .conftest import Machine


@pytest.fixture
def complete(machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A machine with everything, where it has been looked for."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    machine.add_everything_but()
    assert is_as_complete_as_before([Group.DOCUMENTS], machine.host())
    assert len(machine.asked_of("kpsewhich")) == 1
    return machine


def test_tex_is_not_asked_again_for_what_is_still_there(complete: Machine) -> None:
    assert is_as_complete_as_before([Group.DOCUMENTS], complete.host())
    assert len(complete.asked_of("kpsewhich")) == 1


@pytest.mark.parametrize("gone", ["texmf/acmart.cls", "bin/bibtex"])
def test_what_has_gone_is_noticed(complete: Machine, gone: str) -> None:
    (complete.folder / gone).unlink()
    assert not is_as_complete_as_before([Group.DOCUMENTS], complete.host())
    complete.add_everything_but()
    assert is_as_complete_as_before([Group.DOCUMENTS], complete.host())


def test_more_groups_are_looked_for(complete: Machine) -> None:
    assert is_as_complete_as_before([Group.DOCUMENTS, Group.BUNDLES], complete.host())
    assert len(complete.asked_of("kpsewhich")) == 2


@pytest.mark.parametrize("name", ["TEXMFHOME", "TEXINPUTS", "HOME"])
def test_other_settings_of_tex_have_it_asked_again(
    complete: Machine, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "elsewhere")
    assert is_as_complete_as_before([Group.DOCUMENTS], complete.host())
    assert len(complete.asked_of("kpsewhich")) == 2
