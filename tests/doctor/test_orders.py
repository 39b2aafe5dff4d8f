"""Which package manager is asked, with whose rights, and what a person types."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.doctor import Group, Order, elsewhere, lacks, missing, orders
from proposal.doctor.parts import parts

from .conftest import Machine


def ordered(machine: Machine, *, administrator: bool = False) -> tuple[Order, ...]:
    host = machine.host(administrator=administrator)
    return orders(missing(*Group, host=host), host)[0]


def give_tex_live_of_its_own(machine: Machine, folder: Path) -> Path:
    """TeX Live as its installer lays it out, reached through a link on PATH."""
    programs = folder / "bin" / "x86_64-linux"
    programs.mkdir(parents=True)
    (folder / "tlpkg").mkdir()
    (folder / "tlpkg" / "texlive.tlpdb").touch()
    for name in ("tlmgr", "kpsewhich"):
        program = programs / name
        program.write_text("#!/bin/sh\n")
        program.chmod(0o755)
        (machine.folder / "bin" / name).symlink_to(program)
    return programs / "tlmgr"


def test_root_types_apt_without_sudo(machine: Machine) -> None:
    machine.add_apt()
    (order,) = ordered(machine, administrator=True)
    assert order.allowed
    assert order.typed.startswith(
        "apt-get update && apt-get install --no-install-recommends texlive-latex-recommended "
    )


def test_every_package_is_ordered_once(machine: Machine) -> None:
    machine.add_apt()
    (order,) = ordered(machine)
    assert sorted(order.packages) == sorted(set(order.packages))
    assert {"texlive-publishers", "texlive-luatex", "latexmk", "poppler-utils"} <= {*order.packages}


def test_sudo_without_a_password_is_used(machine: Machine) -> None:
    machine.add_apt()
    machine.add_sudo(trusting=True)
    (order,) = ordered(machine)
    assert order.allowed
    assert order.typed.count("sudo apt-get") == 2


def test_sudo_with_a_password_is_left_to_the_person(machine: Machine) -> None:
    machine.add_apt()
    machine.add_sudo(trusting=False)
    (order,) = ordered(machine)
    assert not order.allowed
    assert order.typed.startswith("sudo apt-get update && sudo apt-get install ")


def test_where_there_is_no_sudo_root_is_asked_with_su(machine: Machine) -> None:
    machine.add_apt()
    (order,) = ordered(machine)
    assert not order.allowed
    assert order.typed.startswith("su -c 'apt-get update && apt-get install ")


@pytest.mark.parametrize(
    ("program", "packages"),
    [
        ("dnf", {"texlive-acmart", "texlive-kastrup", "linux-libertine-fonts", "poppler-utils"}),
        ("brew", {"texlive", "poppler"}),
    ],
)
def test_other_systems_have_their_own_names(
    machine: Machine, program: str, packages: set[str]
) -> None:
    machine.add_program(program)
    (order,) = ordered(machine)
    assert order.source.name == program
    assert packages <= {*order.packages}


def test_ubuntu_has_chromium_as_a_snap(machine: Machine) -> None:
    machine.add_apt()
    machine.add_program("snap")
    host = machine.host(administrator=True, distribution="ubuntu")
    by_apt, by_snap = orders(missing(*Group, host=host), host)[0]
    assert "chromium" not in by_apt.packages
    assert by_snap.typed == "snap install chromium"
    (of_debian,) = ordered(machine)
    assert "chromium" in of_debian.packages


def test_an_ubuntu_without_snaps_has_no_chromium(machine: Machine) -> None:
    machine.add_apt()
    host = machine.host(distribution="ubuntu")
    (by_apt,), homeless = orders(missing(*Group, host=host), host)
    assert "chromium" not in by_apt.packages
    assert [part.name for part in homeless] == ["Chromium"]


def test_homebrew_installs_for_its_owner(machine: Machine) -> None:
    machine.add_program("brew")
    (order,) = ordered(machine)
    assert order.allowed
    assert (
        order.typed == "brew install texlive poppler fontconfig node openjdk git rsync shellcheck"
    )


def test_a_tex_live_of_ones_own_is_completed_by_its_tlmgr(machine: Machine, tmp_path: Path) -> None:
    tlmgr = give_tex_live_of_its_own(machine, tmp_path / "texlive" / "2025")
    machine.add_apt()
    by_tlmgr, by_apt = ordered(machine)
    assert by_tlmgr.source.name == "tlmgr"
    assert by_tlmgr.place == tlmgr
    assert by_tlmgr.allowed
    assert {"acmart", "kastrup", "libertine", "luaotfload"} - {*by_tlmgr.packages} == {"luaotfload"}
    assert "poppler-utils" in by_apt.packages
    assert not [name for name in by_apt.packages if name.startswith(("texlive", "latexmk"))]


def test_a_tlmgr_that_does_not_belong_to_tex_is_passed_over(machine: Machine) -> None:
    machine.add_everything_but("acmart.cls")
    machine.add_apt()
    machine.add_program("tlmgr")
    (order,) = ordered(machine)
    assert order.source.name == "apt"


def test_without_any_package_manager_tex_live_itself_is_named(machine: Machine) -> None:
    made, homeless = orders(missing(*Group, host=machine.host()), machine.host())
    assert made == ()
    ways = elsewhere(homeless)
    assert "https://tug.org/texlive" in ways[0]
    assert any("Poppler" in way for way in ways[1:])


def test_on_a_mac_without_homebrew_that_is_named(machine: Machine) -> None:
    made, homeless = orders(missing(Group.DOCUMENTS, host=machine.host()), machine.host())
    assert made == ()
    (way,) = elsewhere(homeless, is_mac=True)
    assert way.startswith("install Homebrew from https://brew.sh, which brings pdfLaTeX, BibTeX,")
    assert elsewhere([], is_mac=True) == []


def test_a_shortage_is_one_diagnostic_with_the_line_to_type(machine: Machine) -> None:
    machine.add_everything_but("binhex.tex")
    machine.add_apt()
    (found,) = lacks(Group.DOCUMENTS, host=machine.host(administrator=True))
    assert found.message == (
        "this machine lacks plain TeX's macros, "
        "needed for ACM's fonts for mathematics, which read binhex.tex"
    )
    assert found.hint == (
        "type: apt-get update && apt-get install --no-install-recommends texlive-plain-generic"
    )


def test_a_complete_machine_has_no_diagnostics(machine: Machine) -> None:
    machine.add_everything_but()
    assert lacks(*Group, host=machine.host()) == []


def test_what_documents_need_can_be_had_from_debian_fedora_and_homebrew() -> None:
    for part in parts([Group.DOCUMENTS, Group.SCRIPTS]):
        assert {"apt", "dnf", "brew"} <= set(part.packages), part.name
