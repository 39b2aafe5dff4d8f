"""The next edition begins with the texts of the last one, and with the files that they name."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.model.data_writer import load
from proposal.scaffold.next_edition import next_edition
from tests.alone import PLACE, alone
from tests.workspace import Workspace


def test_pages_go_on_with_the_pictures_and_files_that_texts_name(workspace: Workspace) -> None:
    last = "editions/2026"
    workspace.write(f"{last}/figures/map.svg", "drawing")
    workspace.write(f"{last}/files/visa.pdf", "letter")
    workspace.write(f"{last}/files/talk.pdf", "slides")
    workspace.write(
        f"{last}/pages/travel.md",
        "# Travel\n\n![A map](../figures/map.svg)\n\nA [letter](files/visa.pdf), [more](faq.md).\n",
    )
    workspace.write(f"{last}/pages/faq.md", "---\nmenu: FAQ\n---\n# Questions\n\nNone.\n")
    finished = workspace.run("new", "2027", "--from", "2026", "--venue", "wsdm-2027")
    assert finished.code == 0, finished.output
    assert "Own pages were copied, to be gone over: faq.md and travel.md." in finished.output
    begun = workspace.data / "editions/2027"
    for name in ("pages/travel.md", "pages/faq.md", "figures/map.svg", "files/visa.pdf"):
        assert (begun / name).read_bytes() == (workspace.data / last / name).read_bytes()
    assert not (begun / "files/talk.pdf").exists()


def test_no_proposal_is_begun_beside_no_conference(tmp_path: Path) -> None:
    workspace = alone(tmp_path / "alone")
    files = next_edition(workspace.load(), "2028", "2027", "lisbon-2028").files
    begun = workspace.data / "editions/2028"
    assert begun / "proposal.md" not in files
    assert b"documents:" not in files[begun / "edition.yaml"]
    left = Workspace.of_careful_engines(tmp_path / "left")
    left.write("venues/town-2028.yaml", "city: Lisbon\ncountry: Portugal\nzone: Europe/Lisbon\n")
    start = next_edition(left.load(), "2028", "2027", "town-2028")
    assert left.data / "editions/2028/proposal.md" not in start.files
    assert "No proposal is begun: the workshop is held beside no conference." in start.messages


@pytest.mark.parametrize("typed", ["none", "None", "no conference", "-"])
def test_none_is_a_place_without_a_conference_as_it_is_for_a_new_series(
    tmp_path: Path, typed: str
) -> None:
    workspace = alone(tmp_path / "alone")
    files = next_edition(workspace.load(), "2028", "2027", typed).files
    written = load(files[workspace.data / "venues/lisbon-2028.yaml"].decode())
    last = load((workspace.data / "venues/exc-2027.yaml").read_text(encoding="utf-8"))
    assert written == {**last, "tentative": True}
    assert b"venue: lisbon-2028\n" in files[workspace.data / "editions/2028/edition.yaml"]


def test_the_place_of_none_behind_a_conference_is_its_city_alone(tmp_path: Path) -> None:
    workspace = Workspace.of_careful_engines(tmp_path / "left")
    files = next_edition(workspace.load(), "2028", "2027", "none").files
    last = load((workspace.data / "venues/exc-2027.yaml").read_text(encoding="utf-8"))
    (written,) = [load(files[file].decode()) for file in files if file.parent.name == "venues"]
    town = {key: last[key] for key in ("city", "state", "country", "zone") if key in last}
    assert written == {**town, "tentative": True}


def test_none_takes_the_place_of_that_year_where_it_has_a_file(tmp_path: Path) -> None:
    workspace = alone(tmp_path / "alone")
    workspace.write("venues/lisbon-2028.yaml", PLACE)
    start = next_edition(workspace.load(), "2028", "2027", "none")
    assert workspace.data / "venues/lisbon-2028.yaml" not in start.files
    conference = (
        Workspace.of_careful_engines(tmp_path / "b").data / "venues/exc-2027.yaml"
    ).read_text()
    workspace.write("venues/lisbon-2028.yaml", conference)
    start = next_edition(workspace.load(), "2028", "2027", "none")
    assert workspace.data / "venues/lisbon-workshop-2028.yaml" in start.files


def test_none_in_the_data_is_answered_with_the_file_of_a_place(tmp_path: Path) -> None:
    workspace = alone(tmp_path / "alone")
    workspace.replace("editions/2027/edition.yaml", "venue: exc-2027", "venue: none")
    project = workspace.load()
    (found,) = [one for one in project.unresolved["2027"] if one.code == "unknown-venue"]
    assert found.hint is not None
    assert "names the file of its place" in found.hint
