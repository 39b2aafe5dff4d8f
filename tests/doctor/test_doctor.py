"""What `proposal doctor` prints and how it ends."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console

from proposal.cli.commands.doctor_command import mend, report
from proposal.doctor import Group, Host, short_listing
from proposal.tex.confinement import UNCONFINED, landlock_version
from proposal.zone_data import ZONE_DATA
from tests.parts import require
from tests.workspace import Workspace

from .conftest import Machine

DOCTOR = "import typer; from proposal.cli.commands.doctor_command import doctor; typer.run(doctor)"


def run_doctor(*options: str, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    search_path = {"PATH": str(path)} if path else {}
    return subprocess.run(
        [sys.executable, "-c", DOCTOR, *options],
        env={**os.environ, **search_path},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def said_here() -> str:
    """What it says of this machine, asked once: every program of it is started."""
    finished = run_doctor()
    assert finished.returncode == 0
    return finished.stdout


def on_paper() -> Console:
    return Console(file=io.StringIO(), highlight=False, width=80)


def words(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_a_complete_machine_is_reported_in_one_short_line() -> None:
    require(*Group)
    finished = run_doctor("--install", "--tests")
    assert finished.stdout == "Everything that documents and tests need is here.\n"
    assert finished.returncode == 0


def test_every_part_has_a_line_with_its_version(said_here: str) -> None:
    (line,) = [line for line in said_here.splitlines() if line.startswith("pdfLaTeX")]
    assert line.split()[1] == "found"
    assert "every PDF" in line


def test_the_release_of_the_time_zones_is_reported(said_here: str) -> None:
    (line,) = [line for line in said_here.splitlines() if line.startswith("Time zones")]
    assert line.startswith(f"Time zones: release {ZONE_DATA.release}, ")


def test_it_says_whether_tex_can_be_kept_to_its_own_files(said_here: str) -> None:
    (line,) = [line for line in said_here.splitlines() if line.startswith("Templates")]
    landlock = landlock_version()
    assert line == (
        f"Templates: Linux keeps TeX to its own files (Landlock {landlock})."
        if landlock
        else f"Templates: {UNCONFINED}."
    )


def _line_of_verapdf(path: Path) -> str:
    printed = io.StringIO()
    console = Console(file=printed, width=80)
    host = Host(search_path=str(path), administrator=False)
    report([Group.DOCUMENTS], host, console)
    text = printed.getvalue()
    (line,) = [line for line in text.splitlines() if line.startswith("veraPDF")]
    return line


def test_it_says_what_verapdf_would_add(tmp_path: Path) -> None:
    assert _line_of_verapdf(tmp_path) == (
        "veraPDF (optional): not found. With it (https://verapdf.org), `proposal check` and "
        "`proposal audit --preflight` prove PDFs that claim PDF/UA."
    )


def test_it_says_where_verapdf_is(tmp_path: Path) -> None:
    program = tmp_path / "verapdf"
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    assert _line_of_verapdf(tmp_path) == f"veraPDF: {program}."


def test_what_is_piped_is_plain_text(said_here: str) -> None:
    assert "\x1b" not in said_here
    assert not set("─│┃━") & set(said_here)


def test_a_terminal_gets_a_table_with_headings() -> None:
    console = Console(file=io.StringIO(), force_terminal=True, width=120)
    report([Group.DOCUMENTS], Machine(Path("/nonexistent")).host(), console)
    text = words(console)
    assert "Version or place" in text
    assert "─" in text


def test_a_list_names_all_or_the_first_three_of_more_than_four() -> None:
    assert short_listing(["a", "b", "c", "d"]) == "a, b, c and d"
    assert short_listing(["a", "b", "c", "d", "e"]) == "a, b, c and 2 more"


def test_a_bare_machine_ends_with_3_and_says_where_tex_is(machine: Machine) -> None:
    finished = run_doctor(path=machine.folder / "bin")
    assert finished.returncode == 3
    assert "https://tug.org/texlive" in finished.stdout
    assert finished.stderr == ""


def test_installing_makes_a_bare_machine_complete(machine: Machine) -> None:
    machine.add_apt()
    machine.add_sudo(trusting=True)
    (machine.folder / "lists" / "packages.test_Packages").touch()
    console = on_paper()
    assert mend([*Group], machine.host(), console) == 0
    assert words(console).splitlines() == [
        "Installing pdfLaTeX, BibTeX, kpsewhich and 24 more with apt; this may take some minutes.",
        "    612 MB to download",
        "Installed in 0 seconds.",
        "Everything that documents and tests need is here.",
    ]


def test_a_failed_installation_shows_the_end_and_what_to_type(machine: Machine) -> None:
    machine.add_apt()
    machine.add_sudo(trusting=True)
    machine.add_program(
        "apt-get", "#!/bin/sh\necho 'E: You do not have enough free space.'\nexit 1"
    )
    finished = run_doctor("--install", path=machine.folder / "bin")
    assert finished.returncode == 3
    assert "    E: You do not have enough free space.\n" in finished.stdout
    assert "apt-get install --no-install-recommends texlive-latex-recommended" in finished.stdout
    assert "Traceback" not in finished.stdout + finished.stderr


def test_an_account_without_rights_installs_nothing_and_is_shown_the_line(
    machine: Machine,
) -> None:
    machine.add_apt()
    machine.add_sudo(trusting=False)
    console = on_paper()
    assert mend([Group.DOCUMENTS], machine.host(), console) == 3
    assert machine.asked_of("apt") == []
    (line,) = [line for line in words(console).splitlines() if line.startswith("    ")]
    assert line.startswith("    sudo apt-get update && sudo apt-get install ")
    assert line.endswith(" texlive-plain-generic")


def test_a_part_that_stays_missing_after_installing_ends_with_3(machine: Machine) -> None:
    machine.add_apt()
    (machine.folder / "packages" / "texlive-plain-generic" / "texmf" / "binhex.tex").unlink()
    console = on_paper()
    assert mend([Group.DOCUMENTS], machine.host(administrator=True), console) == 3
    assert "This machine lacks plain TeX's macros." in words(console)


def test_a_long_installation_shows_signs_of_life_in_a_log(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("proposal.cli.commands.doctor_command.QUIET_TIME", 0.0)
    machine.add_apt()
    console = on_paper()
    assert mend([Group.DOCUMENTS], machine.host(administrator=True), console) == 0
    assert "    setting up texlive-fonts-extra" in words(console)


def test_fonts_are_looked_for_where_the_data_need_them(workspace: Workspace) -> None:
    assert "Noto" not in workspace.run("doctor").output
    workspace.replace("people/narges-tabari.yaml", "name: Narges Tabari", "name: נרגס")
    output = workspace.run("doctor").output
    assert "Noto fonts" in output
    assert "Noto CJK" not in output
