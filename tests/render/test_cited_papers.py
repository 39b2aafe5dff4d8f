"""A paper is cited with the same facts in every format that programs for references read."""

from __future__ import annotations

import json
import re

import pytest
import rispy

from proposal.edition.edition import Edition
from proposal.edition.own_files import with_whole_addresses
from proposal.edition.public import public
from proposal.render.site.citation import citation_of
from proposal.render.text.bibtex_text import paper_bib, papers_bib
from proposal.render.text.cited_paper import CitedPaper, cited_paper, cited_papers
from proposal.render.text.reference_files import csl_json, ris
from proposal.render.typography import typographic
from tests.render.described_volume import EDITION, PAPERS, VOLUME
from tests.workspace import Workspace


def resolved(workspace: Workspace) -> Edition:
    return with_whole_addresses(public(workspace.edition("2027")))


def first(edition: Edition) -> CitedPaper:
    return cited_at(edition, 0)


def cited_at(edition: Edition, number: int) -> CitedPaper:
    cited = cited_paper(edition, edition.papers.items[number])
    assert cited is not None
    return cited


def with_volume(workspace: Workspace) -> Edition:
    workspace.append(EDITION, VOLUME)
    return resolved(workspace)


def test_without_a_volume_a_paper_is_cited_by_the_workshop_and_its_year(engines: Workspace) -> None:
    edition = resolved(engines)
    cited = first(edition)
    (record,) = rispy.loads(ris([cited]))
    (item,) = json.loads(csl_json(edition, [cited]))
    assert record["secondary_title"] == item["container-title"] == typographic(cited.container)
    assert cited.container.startswith("Second Workshop on Very Careful Engines (WCE 2027) at EXC")
    assert record["year"] == "2027"
    assert item["issued"] == {"date-parts": [[2027]]}
    assert not {"publisher", "volume", "date", "secondary_authors"} & record.keys()
    assert not {"publisher", "editor", "ISBN"} & item.keys()


def test_every_format_says_what_is_known_of_the_volume(engines: Workspace) -> None:
    edition = with_volume(engines)
    cited = first(edition)
    (record,) = rispy.loads(ris([cited]))
    assert record == {
        "type_of_reference": "CONF",
        "id": "wce2027-careful-engines",
        "title": "Careful Engines",
        "authors": ["King, Ada", "Agnesi, Maria Gaetana", "Babbage, Charles"],
        "secondary_title": "Proceedings of Careful Engines",
        "secondary_authors": ["Editor, Eve"],
        "tertiary_title": "Examples in Print",
        "volume": "12",
        "year": "2027",
        "date": "2027/03/30",
        "start_page": "12",
        "end_page": "19",
        "publisher": "Example Press",
        "issn": "979-8-4007-0490-1",
        "doi": "10.1145/1234567.1234569",
        "urls": ["https://doi.org/10.1145/1234567.1234569"],
        "file_attachments1": "https://example.org/careful.pdf",
        "abstract": "We build an engine with care.",
        "keywords": ["Engines", "Care"],
        "language": "en",
    }
    (item,) = json.loads(csl_json(edition, [cited]))
    assert item["author"][1] == {"family": "Agnesi", "given": "Maria Gaetana"}
    assert item["editor"] == [{"family": "Editor", "given": "Eve"}]
    assert item["issued"] == {"date-parts": [[2027, 3, 30]]}
    assert (item["page"], item["ISBN"], item["DOI"]) == (
        "12-19",
        "979-8-4007-0490-1",
        cited.paper.doi,
    )
    bibtex = paper_bib(cited)
    for field in (
        "booktitle = {{Proceedings of Careful Engines}}",
        "editor = {Eve Editor}",
        "series = {{Examples in Print}}",
        "volume = {12}",
        "publisher = {Example Press}",
        "isbn = {979-8-4007-0490-1}",
        "pages = {12--19}",
    ):
        assert f"  {field},\n" in bibtex
    assert bibtex.rstrip() in papers_bib(edition)


def test_a_year_is_that_of_publication_once_it_is_known(engines: Workspace) -> None:
    engines.append(EDITION, VOLUME.replace("2027-03-30", "2028-01-10"))
    assert first(resolved(engines)).year == 2028


@pytest.mark.parametrize(
    ("author", "in_ris", "in_csl"),
    [
        (
            "Martin van der Sample",
            "van der Sample, Martin",
            {"family": "Sample", "non-dropping-particle": "van der", "given": "Martin"},
        ),
        (
            "{name: Ana García Sample, family_name: García Sample}",
            "García Sample, Ana",
            {"family": "García Sample", "given": "Ana"},
        ),
        ("Placeholder Consortium and Friends", None, None),
        ("山田太郎", "山田太郎", {"literal": "山田太郎"}),
    ],
)
def test_names_are_taken_apart_as_in_bibtex(
    author: str, in_ris: str | None, in_csl: dict[str, str] | None, engines: Workspace
) -> None:
    engines.replace(PAPERS, "authors: [Hedy Lamarr (Studio of Examples)]", f"authors: [{author}]")
    edition = resolved(engines)
    cited = cited_at(edition, 1)
    (record,) = rispy.loads(ris([cited]))
    (item,) = json.loads(csl_json(edition, [cited]))
    whole = author if in_ris is None else in_ris
    assert record["authors"] == [whole]
    assert item["author"] == [in_csl or {"literal": author}]


def test_an_abstract_of_several_lines_begins_no_other_field(engines: Workspace) -> None:
    abstract = "abstract: We build an engine with care."
    several = "abstract: |\n    First.\n\n    TY  - BOOK\n\n    ER  - "
    engines.replace(PAPERS, abstract, several)
    (record,) = rispy.loads(ris([first(resolved(engines))]))
    assert record["type_of_reference"] == "CONF"
    assert record["abstract"] == "First. TY - BOOK ER -"


@pytest.mark.parametrize(
    ("file", "old", "new", "in_volume"),
    [
        (EDITION, "published: {name: Archive of Engines,", "published: {name: none,", False),
        (
            EDITION,
            "published: {name: Archive of Engines, url: https://example.org/archive}",
            "",
            False,
        ),
        (EDITION, "archival: false\n      published", "published", True),
        (PAPERS, "  track: short\n", "  track: short\n  archival: false\n", False),
        (PAPERS, "  track: short\n", "  track: Short papers\n  archival: true\n", True),
    ],
)
def test_a_paper_that_is_not_archival_is_no_part_of_the_volume(
    engines: Workspace, file: str, old: str, new: str, in_volume: bool
) -> None:
    engines.replace(file, old, new)
    edition = with_volume(engines)
    cited = cited_at(edition, 1)
    assert cited.paper.track == "Short papers"
    assert (cited.container == "Proceedings of Careful Engines") is in_volume
    assert cited.container.startswith("Second Workshop on Very Careful Engines") is not in_volume
    assert ("Example Press" in paper_bib(cited)) is in_volume
    assert [paper.id for paper in edition.volume_papers] == (
        ["careful-engines", "short-engines"] if in_volume else ["careful-engines"]
    )


def test_what_is_not_archival_wins_over_its_track_where_the_paper_says_it(
    engines: Workspace,
) -> None:
    engines.replace(EDITION, "published: {name: Archive of Engines,", "published: {name: none,")
    engines.replace(PAPERS, "  track: short\n", "  track: short\n  archival: true\n")
    assert len(with_volume(engines).volume_papers) == 2


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
@pytest.mark.parametrize(
    ("volume", "keys"),
    [
        ("", []),
        ("proceedings: {title: Proceedings of Careful Engines}\n", ["wce2027-careful-engines"]),
        (VOLUME, ["wce2027-careful-engines", "wce2027-short-engines"]),
    ],
)
def test_papers_of_a_workshop_that_was_not_held_are_cited_only_by_what_appeared(
    status: str, volume: str, keys: list[str], engines: Workspace
) -> None:
    # One of the papers has a DOI, by which it has appeared in the volume even without its day.
    engines.append(EDITION, f"status: {status}\n{volume}")
    edition = resolved(engines)
    assert [cited.key for cited in cited_papers(edition)] == keys
    text = papers_bib(edition)
    assert re.findall("@inproceedings{(.+),", text) == keys
    assert "at EXC" not in text


@pytest.mark.parametrize(("doi", "is_cited"), [("", False), ("doi: 10.1145/1234567.1", True)])
def test_the_summary_of_a_workshop_that_was_not_held_is_cited_by_its_doi_alone(
    doi: str, is_cited: bool, engines: Workspace
) -> None:
    rights = f"rights: {{copyright: rightsretained, {doi}}}" if doi else ""
    summary = f"camera-ready: {{text: overview.md, {rights}}}"
    engines.replace(EDITION, "\ndocuments:\n", f"\nstatus: cancelled\ndocuments:\n  {summary}\n")
    edition = resolved(engines)
    assert ("@inproceedings{wce2027," in papers_bib(edition)) is is_cited
    assert (citation_of(edition, None) is not None) is is_cited
