"""What is found on a machine, and what is not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from proposal.doctor import Group, examine, fonts_here, missing, this_host, versions
from tests.parts import require

from .conftest import Machine


def test_a_bare_machine_lacks_every_part_but_python(machine: Machine) -> None:
    examination = examine(Group, machine.host())
    present = [examined.part.name for examined in examination.parts if examined.complete]
    assert present == ["Python 3.11 or later"]


def test_a_machine_with_everything_lacks_nothing(machine: Machine) -> None:
    machine.add_everything_but()
    assert missing(*Group, host=machine.host()) == ()


def test_one_missing_file_is_named_and_makes_its_part_missing(machine: Machine) -> None:
    machine.add_everything_but("binhex.tex", "ACM-Reference-Format.bst")
    found = examine([Group.DOCUMENTS], machine.host()).missing
    assert [finding.lacking for finding in found] == [
        ("ACM-Reference-Format.bst",),
        ("binhex.tex",),
    ]


def test_groups_that_nobody_asked_for_are_not_looked_at(machine: Machine) -> None:
    machine.add_everything_but("latexmk", "lualatex")
    assert missing(Group.DOCUMENTS, host=machine.host()) == ()
    assert [part.name for part in missing(Group.BUNDLES, host=machine.host())] == ["latexmk"]


def test_tex_is_asked_once_for_all_its_files(machine: Machine) -> None:
    machine.add_everything_but()
    examine(Group, machine.host())
    assert len(machine.asked_of("kpsewhich")) == 1


def test_a_font_that_only_the_system_knows_is_found(machine: Machine) -> None:
    machine.add_everything_but("LinLibertine_R.otf")
    machine.add_program("fc-list", "#!/bin/sh\necho /usr/share/fonts/LinLibertine_R.otf\n")
    assert missing(Group.SCRIPTS, host=machine.host()) == ()


def test_fonts_are_those_of_tex_and_else_those_of_the_system(machine: Machine) -> None:
    machine.add_everything_but()
    machine.add_tex_file("One.otf")
    listed = "/fonts/One.otf\n/fonts/Other.otf"
    machine.add_program("fc-list", f"#!/bin/sh\necho '{listed}'\n")
    assert fonts_here(["One.otf", "Other.otf", "None.otf"], machine.host()) == {
        "One.otf": machine.folder / "texmf/One.otf",
        "Other.otf": Path("/fonts/Other.otf"),
    }


def test_a_program_that_cannot_run_has_no_version_and_stops_nothing(machine: Machine) -> None:
    machine.add_everything_but()
    machine.add_program("pdflatex", "\0not a program")
    shown = versions(examine([Group.DOCUMENTS], machine.host()), machine.host())
    assert "pdfLaTeX" not in shown
    assert shown["BibTeX"] == "1.2.3"


def test_the_document_class_tells_its_version(machine: Machine) -> None:
    machine.add_everything_but()
    declaration = "\\ProvidesClass{acmart}\n[2024/12/28 v2.12 Typesetting articles]"
    machine.add_tex_file("acmart.cls", declaration)
    shown = versions(examine([Group.DOCUMENTS], machine.host()), machine.host())
    assert shown["ACM's document class"] == "2.12"


def test_of_pdftexs_three_versions_its_own_is_reported(machine: Machine) -> None:
    machine.add_everything_but()
    machine.add_program("pdflatex", "#!/bin/sh\necho 'pdfTeX 3.141592653-2.6-1.40.24 (TeX)'\n")
    shown = versions(examine([Group.DOCUMENTS], machine.host()), machine.host())
    assert shown["pdfLaTeX"] == "1.40.24"


def test_this_machine_has_what_the_suite_needs_and_tells_versions() -> None:
    require(*Group)
    examination = examine(Group, this_host())
    assert examination.missing == ()
    shown = versions(examination, this_host())
    assert {"pdfLaTeX", "BibTeX", "ACM's document class", "LuaLaTeX", "Poppler"} <= set(shown)
    for finding in examination.parts:
        assert finding.place
        assert finding.place.exists()


def test_a_build_can_ask_without_loading_what_it_may_not_need() -> None:
    heavy = ["pydantic", "rich", "typer", "jinja2", "yaml"]
    code = f"import sys, proposal.doctor; print([m for m in {heavy} if m in sys.modules])"
    finished = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert finished.stdout.strip() == "[]"
