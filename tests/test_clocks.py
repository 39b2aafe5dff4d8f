"""One release of the time zones' data, the newest there is, for everything that is made."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import tzdata

from proposal.clocks import clock_name, letters_of, show_the_same
from proposal.zone_data import newest_zone_data, release_in
from tests.workspace import Workspace

VANCOUVER = Path("America/Vancouver")


@pytest.mark.parametrize(
    ("name", "text", "release"),
    [
        ("tzdata.zi", "# version 2025b\n# more\n", "2025b"),
        ("+VERSION", "2024a\n", "2024a"),
        ("version", "2026za", "2026za"),
        ("tzdata.zi", "# This zic input file is in the public domain.\n", None),
        ("zone.tab", "# version 2025b\n", None),
    ],
)
def test_the_release_of_a_folder_is_read_where_a_file_names_it(
    tmp_path: Path, name: str, text: str, release: str | None
) -> None:
    (tmp_path / name).write_text(text)
    assert release_in(tmp_path) == release


@pytest.mark.parametrize(
    ("machine", "package", "used"),
    [
        ("2025b", "2026f", "2026f"),
        ("2026f", "2026f", "2026f"),
        ("2027a", "2026f", "2027a"),
        ("2026z", "2026za", "2026za"),
        ("2026za", "2026z", "2026za"),
        (None, "2026f", "2026f"),  # files whose release nobody names
    ],
)
def test_the_newer_data_are_used(
    tmp_path: Path, machine: str | None, package: str, used: str
) -> None:
    if machine:
        (tmp_path / "tzdata.zi").write_text(f"# version {machine}\n")
    data = newest_zone_data([str(tmp_path / "none"), str(tmp_path)], package)
    assert (data.release, data.of_machine, data.of_package) == (used, machine, package)
    assert data.folders == ((str(tmp_path),) if used != package else ())


def test_without_data_of_the_machine_the_package_s_are_used(tmp_path: Path) -> None:
    data = newest_zone_data([str(tmp_path / "none")], "2026f")
    assert (data.release, data.folders, data.of_machine) == ("2026f", (), None)


def zones_of_a_machine(folder: Path, release: str) -> Path:
    """A machine's folder of zones in which Vancouver is eight hours behind UTC all year."""
    (folder / VANCOUVER.parent).mkdir(parents=True)
    shutil.copy(Path(tzdata.__path__[0], "zoneinfo", "Etc", "GMT+8"), folder / VANCOUVER)
    (folder / "tzdata.zi").write_text(f"# version {release}\n")
    return folder


def run(*arguments: str, zones: Path, folder: Path) -> str:
    finished = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONTZPATH": str(zones)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return finished.stdout


@pytest.mark.parametrize(("release", "hours"), [("1999a", -7), ("9999z", -8)])
def test_what_zoneinfo_says_anywhere_in_the_program_is_of_the_newer_release(
    tmp_path: Path, release: str, hours: int
) -> None:
    program = (
        "import datetime as dt, zoneinfo, proposal.render.calendar;"
        "at = dt.datetime(2026, 12, 8, tzinfo=zoneinfo.ZoneInfo('America/Vancouver'));"
        "print(at.utcoffset() / dt.timedelta(hours=1))"
    )
    zones = zones_of_a_machine(tmp_path / "zones", release)
    assert run("-c", program, zones=zones, folder=tmp_path) == f"{hours}.0\n"


def test_the_same_workshop_has_the_same_bytes_on_machines_with_older_data(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.replace("editions/2026/edition.yaml", "date: 2026-02-26", "date: 2026-12-08")
    workspace.replace("venues/wsdm-2026.yaml", "zone: America/Boise", "zone: America/Vancouver")
    workspace.replace("venues/wsdm-2026.yaml", "start: 2026-02-22", "start: 2026-12-06")
    workspace.replace("venues/wsdm-2026.yaml", "end: 2026-02-26", "end: 2026-12-10")
    made = []
    for number, release in enumerate(("2005b", "2006f")):
        zones = zones_of_a_machine(tmp_path / release, release)
        root = tmp_path / str(number)
        shutil.copytree(workspace.root, root)
        run("-m", "proposal", "build", "--only", "site,text,jekyll", zones=zones, folder=root)
        record = json.loads((root / "build/.record.json").read_text(encoding="utf-8"))
        assert record["time_zones"] == tzdata.IANA_VERSION
        files = sorted(file for file in (root / "build").rglob("*") if file.is_file())
        made.append({str(file.relative_to(root)): file.read_bytes() for file in files})
    assert made[0] == made[1]
    assert b"TZOFFSETTO:-0700" in made[0]["build/2026/schedule.ics"]
    assert "UTC−7" in made[0]["build/site/2026/index.html"].decode()


@pytest.mark.parametrize(
    ("zone", "day", "name"),
    [
        ("America/Vancouver", "2025-07-01", "PDT"),
        ("America/Vancouver", "2025-12-08", "PST"),
        ("America/Vancouver", "2026-12-08", "UTC−7"),
        ("America/Vancouver", "2027-07-08", "UTC−7"),
        ("America/Edmonton", "2027-07-08", "UTC−6"),
        ("America/Winnipeg", "2027-07-08", "UTC−5"),
        ("America/Boise", "2026-02-26", "MST"),
        ("Europe/Madrid", "2024-08-25", "CEST"),
        ("America/Sao_Paulo", "2027-07-08", "UTC−3"),
        ("Asia/Kathmandu", "2027-07-08", "UTC+5:45"),
    ],
)
def test_letters_that_changed_while_the_clocks_did_not_give_way_to_the_offset(
    zone: str, day: str, name: str
) -> None:
    moment = dt.datetime.combine(dt.date.fromisoformat(day), dt.time(12), ZoneInfo(zone))
    assert clock_name(moment) == name
    assert letters_of(moment) == (name if name.isalpha() else None)


def test_clocks_are_compared_all_along_a_year() -> None:
    summer = dt.datetime(2026, 7, 1)  # noqa: DTZ001 - of any zone
    assert show_the_same(("Europe/Madrid", "Europe/Berlin"), summer)
    assert not show_the_same(("America/Phoenix", "America/Los_Angeles"), summer)
