"""The next edition begins with the texts of the last one, and with the files that they name."""

from __future__ import annotations

from pathlib import Path

from proposal.scaffold.next_edition import next_edition
from tests.alone import alone
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
