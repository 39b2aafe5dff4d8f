"""A series that was renamed: former editions keep the name and the acronym of their time."""

from __future__ import annotations

import pytest

from proposal.diagnostics import has_errors
from proposal.edition.counting import counted_together
from proposal.project import load
from proposal.scaffold.next_edition import next_edition
from tests.check.findings import diagnostics_of
from tests.render.shown_texts import pages, texts
from tests.workspace import Workspace

EARLIER = (
    "  - {ordinal: uncounted, date: 2023-05-05, host: ICML 2023, city: Graz, country: Austria, "
    "name: Days of Engines, acronym: DoE}\n"
)


@pytest.fixture
def found(workspace: Workspace) -> dict[str, str]:
    """All pages and texts of the workshop, of which the edition of 2024 had another name."""
    workspace.replace(
        "editions/2024/edition.yaml",
        "ordinal: 1\n",
        "ordinal: 1\nname: Workshop on Engines\nacronym: WoE\n",
    )
    workspace.replace("workshop.yaml", "earlier:\n", f"earlier:\n{EARLIER}")
    workspace.write("editions/2024/overview.md", "This is {{ acronym }} {{ year }}.\n")
    assert not has_errors(workspace.resolve("2024")[1])
    return texts(pages(workspace))


def test_a_former_edition_has_its_own_acronym_wherever_it_is_named(found: dict[str, str]) -> None:
    page = found["site/2024/index.html"]
    assert "This is WoE 2024." in page
    assert "First Workshop on Engines" in page
    assert "GenAIRecP 2024" not in page
    jekyll = found["jekyll/pages/WoE2024/index.md"]
    assert 'permalink: "/WoE2024"' in jekyll
    assert not any("GenAIRecP2024" in name for name in found)


def test_lists_say_what_every_edition_was_called(found: dict[str, str]) -> None:
    page = found["site/editions/index.html"]
    assert "First Workshop on Engines (WoE)" in page
    assert "Days of Engines (DoE)" in page
    assert page.count('<p class="quiet">Third Workshop on') == 0
    listing = found["jekyll/pages/all-editions.md"]
    assert 'title: "WoE 2024"' in listing
    assert 'title: "DoE 2023"' in listing


def test_a_series_with_one_name_says_it_beside_no_edition(workspace: Workspace) -> None:
    page = texts(pages(workspace))["site/editions/index.html"]
    assert "First Workshop on" not in page


MERGED = "".join(
    f"  - {{ordinal: {ordinal}, date: {year}-05-05, host: ICML {year}, city: Graz, "
    f"country: Austria, name: Days of {name}, acronym: {acronym}}}\n"
    for year, ordinal in ((2022, 1), (2023, 2))
    for name, acronym in (("Engines", "DoE"), ("Sails", "DoS"))
)
"""The editions of two series that became one, each of which was the first and the second."""


def test_a_series_into_which_two_were_merged_begins_to_count_anew(workspace: Workspace) -> None:
    workspace.replace("workshop.yaml", "earlier:\n", f"earlier:\n{MERGED}")
    project = load(workspace.root)
    called = [past.where.split(",")[0] for past in project.editions["2024"].editions]
    assert called == ["DoE", "DoS", "DoE", "DoS"]
    assert not project.editions["2024"].is_first
    shown = [earlier.acronym for earlier in project.series.earlier] if project.series else []
    assert shown == [None, "DoE", "DoS", "DoE", "DoS"]
    assert sorted(one.ordinal for one in counted_together(project.data, None)) == [1, 2, 3]
    for code in ("ordinal-twice", "ordinal-order", "ordinal-gap"):
        assert diagnostics_of(workspace, code, "2024") == []
    next_year = next_edition(project, "2027", "2026", "wsdm-2027").messages
    assert any("2027 is the fourth" in message for message in next_year)
