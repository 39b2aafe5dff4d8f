"""The ACL Anthology gets aclpub2's folder, from which all can be read back."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from proposal.bundling.receivers.anthology import anthology_volume
from proposal.bundling.receivers.bundled_volume import BundledVolume
from proposal.bundling.receivers.packed_volume import PackedVolume
from proposal.proceedings.volume_plan import lack_of_papers, plan_of
from tests.bundling.receivers.volumes import (
    EDITION,
    errors_of,
    place_of,
    volume_of,
    workshop_with_papers,
)
from tests.workspace import Workspace

KEYS = """
proceedings:
  editors: [narges-tabari]
  publisher: Example Press
  isbn: 979-8-4007-0490-1
"""
PREFACE = "# Welcome to {{ venue.city }}\n\nAll is *new*, 100 % of it.\n\n## Thanks\n\n- to all\n"


def laid_out(packed: PackedVolume, folder: Path) -> Path:
    """The folder `inputs` of a bundle, unpacked."""
    for name, content in packed.files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.read_bytes())
    (inputs,) = folder.glob("*/inputs")
    return inputs


@pytest.fixture(scope="module")
def handed_over(tmp_path_factory: pytest.TempPathFactory) -> BundledVolume:
    """The invented workshop's volume, in which a paper has formulas and a file of its own."""
    workspace = workshop_with_papers(tmp_path_factory.mktemp("anthology"))
    place = f"{EDITION}/papers.yaml"
    workspace.replace(place, "title: Short Engines", "title: 'Engines & $x^2$: 5 % of “all”'")
    workspace.replace(place, "[Hedy Lamarr (Studio of Examples)]", "[김 철수, Plato]")
    workspace.replace(
        place,
        "  kind: short\n",
        "  kind: short\n  poster: poster.pdf\n  abstract: $a_1$ *is* b_c.\n",
    )
    workspace.write(f"{EDITION}/files/poster.pdf", "%PDF")
    workspace.write(f"{EDITION}/preface.md", PREFACE)
    return volume_of(workspace)


@pytest.fixture(scope="module")
def inputs(handed_over: BundledVolume, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return laid_out(anthology_volume(handed_over), tmp_path_factory.mktemp("output"))


def test_a_workshop_is_read_back_without_a_difference(tmp_path: Path) -> None:
    workspace = Workspace.of_the_real_workshop(tmp_path / "real")
    workspace.append("editions/2026/edition.yaml", KEYS)
    workspace.write("editions/2026/preface.md", PREFACE)
    place = "editions/2026/papers.yaml"
    workspace.replace(
        place,
        "- id: agp\n",
        "- id: agp\n  abstract: We take $O(n_{1})$ & 5 % of _all_ {words}.\n  kind: short\n",
    )
    workspace.replace(place, "[Rahul Seetharaman]", "[Jan van Sample (School of X & Y)]")
    volume = volume_of(workspace, "2026")
    inputs = laid_out(anthology_volume(volume), tmp_path / "output")
    finished = workspace.run("import", "aclpub2", str(inputs), "--edition", "2026", "--dry-run")
    assert finished.code == 0, finished.output + finished.errors
    assert "Everything in the source is in data/ already." in finished.output


def test_papers_have_their_numbers_names_and_files(inputs: Path) -> None:
    first, second = yaml.safe_load((inputs / "papers.yml").read_text("utf-8"))
    assert (first["id"], first["file"], first["pages"]) == (1, "1.pdf", "12-19")
    assert first["authors"][0] == {
        "first_name": "Ada",
        "last_name": "King",
        "institution": "University of Somewhere; Institute of Examples",
        "orcid": "0000-0001-5109-3700",
    }
    assert second["title"] == r"Engines \& $x^{2}$: 5 \% of “all”"
    assert second["abstract"] == r"$a_{1}$ \emph{is} b\_c."
    assert second["authors"] == [
        {"first_name": "철수", "last_name": "김"},
        {"first_name": "", "last_name": "Plato"},
    ]
    assert second["attachments"] == [{"type": "poster", "file": "2_poster.pdf"}]
    assert (inputs.parent / "attachments" / "2_poster.pdf").is_file()
    assert {file.name for file in (inputs.parent / "watermarked_pdfs").iterdir()} == {
        "1.pdf",
        "2.pdf",
    }


def test_the_event_its_people_and_its_preface_are_described(inputs: Path) -> None:
    details = yaml.safe_load((inputs / "conference_details.yml").read_text("utf-8"))
    assert details["anthology_venue_id"] == inputs.parent.name == "WCE"
    assert str(details["start_date"]) == "2027-02-25"
    assert str(details["end_date"]) == "2027-02-26"
    assert details["volume_name"] == "1"
    roles = yaml.safe_load((inputs / "program_committee.yml").read_text("utf-8"))
    assert [group["role"] for group in roles] == [
        "Program Committee",
        "Steering Committee",
        "Area Chairs",
    ]
    assert yaml.safe_load((inputs / "prefaces.yml").read_text("utf-8")) == [
        {"title": "Welcome to Lisbon", "file": "preface1.tex"}
    ]
    assert (inputs / "prefaces" / "preface1.tex").read_text("utf-8") == (
        "All is \\emph{new}, 100 \\% of it.\n\n\\textbf{Thanks}\n\n- to all\n"
    )


def test_talks_and_panels_say_when_and_where_they_are(inputs: Path) -> None:
    talks = yaml.safe_load((inputs / "invited_talks.yml").read_text("utf-8"))
    times = [(talk["speaker_name"], talk.get("date"), talk.get("time")) for talk in talks]
    assert ("Alan Turing", "Thu, February 25, 2027", "16:00 -- 16:40") in times
    (panel,) = yaml.safe_load((inputs / "panels.yml").read_text("utf-8"))
    assert (panel["date"], panel["time"]) == ("Fri, February 26, 2027", "10:00 -- 11:00")
    question = (inputs / "panels" / panel["abstract_file"]).read_text("utf-8")
    assert question == "Do we need engines?\n"


def test_addresses_of_authors_stay_here(inputs: Path) -> None:
    assert [file for file in inputs.rglob("*.yml") if "@" in file.read_text("utf-8")] == []


def test_what_is_missing_is_named_where_it_is_written(handed_over: BundledVolume) -> None:
    found = anthology_volume(handed_over).diagnostics
    assert sorted(errors_of(found)) == ["other-first-page", "volume-without-key"]
    assert place_of(found, "other-first-page").startswith("edition.yaml:")
    codes = {item.code for item in found}
    assert {"volume-without-isbn", "author-without-orcid", "author-without-affiliation"} <= codes
    assert place_of(found, "author-without-orcid") == "papers.yaml:10"


def test_a_paper_that_is_not_archival_is_in_no_file_and_reported(tmp_path: Path) -> None:
    workspace = workshop_with_papers(tmp_path / "workshop")
    workspace.replace(f"{EDITION}/papers.yaml", "  track: short\n", "  archival: false\n")
    volume = volume_of(workspace)
    folder = laid_out(anthology_volume(volume), tmp_path / "output")
    listed = yaml.safe_load((folder / "papers.yml").read_text("utf-8"))
    assert [record["title"] for record in listed] == ["Careful Engines"]
    program = (folder / "program.yml").read_text("utf-8")
    assert "id: 1" in program
    assert "id: 2" not in program
    found = plan_of(volume.edition, 1).diagnostics
    (left_out,) = (item for item in found if item.code == "not-archival")
    assert left_out.message == "the paper `short-engines` is not archival, and stands in no volume"


def test_a_volume_of_papers_that_are_not_archival_is_refused(tmp_path: Path) -> None:
    workspace = workshop_with_papers(tmp_path)
    for line in ("  kind: long\n", "  kind: short\n"):
        workspace.replace(f"{EDITION}/papers.yaml", line, f"{line}  archival: false\n")
    (lack,) = lack_of_papers(workspace.edition("2027"))
    assert lack.message == "no paper of the edition 2027 is a part of its proceedings"
    assert "`archival: true`" in str(lack.hint)
