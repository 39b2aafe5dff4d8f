"""The tree for a Jekyll site: which files it has and what stands in them."""

from __future__ import annotations

import re
from html import escape
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from proposal.render.jekyll.jekyll_site import Portrait
from proposal.render.jekyll.jekyll_yaml import yaml_of
from proposal.render.typography import typographic
from tests.jekyll.sites import certain, tree
from tests.workspace import Workspace


def front_matter(page: bytes) -> dict[str, Any]:
    _, front, _ = page.decode().split("---\n", 2)
    read: dict[str, Any] = yaml.safe_load(front)
    return read


def test_the_files_stand_where_a_jekyll_site_has_them(real: Workspace) -> None:
    files = tree(real).files
    texts = {name for name in files if not name.startswith("assets/")}
    assert texts == {
        "_data/papers2026.yml",
        "_data/pc-members2026.yml",
        "_includes/statements.html",
        "index.html",
        "pages/GenAIRecP2024/call-for-papers.md",
        "pages/GenAIRecP2024/index.md",
        "pages/GenAIRecP2026/call-for-papers.md",
        "pages/GenAIRecP2026/index.md",
        "pages/all-editions.md",
    }
    assert "assets/images/GenAIRecP2026/meng-jiang.svg" in files


def test_the_front_matter_has_the_keys_of_the_theme(real: Workspace) -> None:
    front = front_matter(tree(real).files["pages/GenAIRecP2026/index.md"])
    assert front["permalink"] == "/GenAIRecP2026"
    assert front["layout"] == "splash"
    assert front["author_profile"] is False
    assert front["browser-title"] == front["masthead-title"] == "GenAIRecP 2026"
    assert front["masthead-subtitle"] == "@WSDM 2026"
    assert set(front["header"]) == {"overlay_color", "overlay_filter", "overlay_image"}
    call = front_matter(tree(real).files["pages/GenAIRecP2026/call-for-papers.md"])
    assert call["permalink"] == "/GenAIRecP2026/call-for-papers"


def test_the_rows_of_people_read_back_as_the_data(real: Workspace) -> None:
    edition = real.edition("2026")
    front = front_matter(tree(real).files["pages/GenAIRecP2026/index.md"])
    people = {
        "keynote": [speaker.person for speaker in edition.speakers if speaker.role == "keynote"],
        "invited": [speaker.person for speaker in edition.speakers if speaker.role == "talk"],
        "organizers": [organizer.person for organizer in edition.organizers],
    }
    for row, persons in people.items():
        for entry, person in zip(front[row], persons, strict=True):
            assert entry["title"] == entry["alt"] == escape(typographic(person.name))
            assert entry["image_path"] == f"/assets/images/GenAIRecP2026/{person.id}.svg"
            assert ("bio" in entry) is (person.biography is not None)
    assert "panelists" not in front
    assert "panelists" in front_matter(tree(real).files["pages/GenAIRecP2024/index.md"])


def test_an_edition_without_papers_and_committee_has_no_such_files(real: Workspace) -> None:
    assert not [name for name in tree(real).files if re.search(r"_data/.*2024", name)]


def test_a_portrait_takes_the_place_of_the_monogram(real: Workspace) -> None:
    files = tree(real, {"meng-jiang": Portrait(".jpg", b"a picture")}).files
    assert files["assets/images/GenAIRecP2026/meng-jiang.jpg"] == b"a picture"
    assert "assets/images/GenAIRecP2026/meng-jiang.svg" not in files
    keynotes = front_matter(files["pages/GenAIRecP2026/index.md"])["keynote"]
    assert keynotes[2]["image_path"] == "/assets/images/GenAIRecP2026/meng-jiang.jpg"


def test_pictures_that_were_drawn_are_svg(real: Workspace) -> None:
    drawn = [content for name, content in tree(real).files.items() if name.endswith(".svg")]
    assert drawn
    for content in drawn:
        assert ET.fromstring(content).tag.endswith("svg")  # noqa: S314 - we drew it


def test_only_the_contacts_address_is_written(real: Workspace) -> None:
    addresses = {fact.email for year in ("2024", "2026") for fact in certain(real.edition(year))}
    contacts = {real.edition(year).contact for year in ("2024", "2026")}
    private = addresses - {contact.email for contact in contacts if contact} - {None}
    assert private
    text = b"".join(tree(real).files.values()).decode()
    assert not [address for address in private if address and address in text]


def test_the_same_data_make_the_same_tree(real: Workspace) -> None:
    assert tree(real) == tree(real)


def test_a_workshops_own_template_goes_before_the_built_in_one(workspace: Workspace) -> None:
    place = workspace.root / "templates" / "jekyll" / "parts" / "dates.md"
    place.parent.mkdir(parents=True)
    place.write_text("We meet on << edition.when.date >>.\n", encoding="utf-8")
    page = tree(workspace).files["pages/GenAIRecP2026/index.md"].decode()
    assert "We meet on February\N{NO-BREAK SPACE}26, 2026." in page
    assert "Submission deadline" not in page


def test_an_error_in_a_template_is_reported(workspace: Workspace) -> None:
    place = workspace.root / "templates" / "jekyll" / "all-editions.md"
    place.parent.mkdir(parents=True)
    place.write_text("One line\n<< serie.name >>\n", encoding="utf-8")
    (diagnostic,) = tree(workspace).diagnostics
    assert (diagnostic.code, diagnostic.message) == ("template", "'serie' is undefined")


def test_an_unknown_fact_in_the_overview_is_reported(workspace: Workspace) -> None:
    workspace.write("editions/2026/overview.md", "In {{ venue.town }}.\n")
    assert [diagnostic.code for diagnostic in tree(workspace).diagnostics] == ["unknown-fact"]


TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t"))


@given(st.recursive(TEXT | st.booleans(), st.lists, max_leaves=6))
def test_yaml_reads_back_as_what_was_written(value: Any) -> None:
    assert yaml.safe_load(yaml_of({"key": value})) == {"key": value}


@pytest.mark.parametrize("text", ["1,000", ":symbol", "yes", "~", "0o17", "2026-01-01", "1_000"])
def test_no_text_is_left_to_a_reader_of_yaml_to_guess(text: str) -> None:
    assert yaml_of({"key": text}) == f'key: "{text}"\n'
