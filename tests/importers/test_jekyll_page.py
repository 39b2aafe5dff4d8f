"""What a page and a site in the Minimal Mistakes form become in data/."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image

from proposal.edition.edition import Edition
from proposal.importers.jekyll.edition_reader import read_jekyll
from tests.importers.bringing import contents, imports, new_folder, refuses, written
from tests.importers.jekyll_sources import PAGE, SITE, Source, copy_of_site
from tests.workspace import Workspace


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The whole site's two editions in one folder; nobody changes anything in it."""
    workspace = new_folder(tmp_path_factory.mktemp("imported") / "workshop")
    imports(workspace, "jekyll", SITE, "2026")
    imports(workspace, "jekyll", SITE, "2024")
    return workspace


@pytest.fixture
def source(tmp_path: Path) -> Source:
    return copy_of_site(tmp_path / "site")


def edition_of(workspace: Workspace, year: str) -> Edition:
    """An edition of which nothing is wrong but that pages tell no organizer's country."""
    edition, diagnostics = workspace.resolve(year)
    assert {diagnostic.code for diagnostic in diagnostics} <= {"missing-country"}
    return edition


def test_series_and_edition_are_taken_out_of_the_titles(imported: Workspace) -> None:
    edition = edition_of(imported, "2026")
    assert edition.title == (
        "Third Workshop on Generative AI for Recommender Systems and Personalization"
    )
    assert (edition.acronym, edition.year) == ("GenAIRecP", 2026)
    assert edition.url == "https://genai-personalization.github.io/"
    assert edition_of(imported, "2024").ordinal == 1


def test_the_host_conference_is_known_by_its_short_name(imported: Workspace) -> None:
    venue = edition_of(imported, "2026").venue
    assert venue.acronym == "WSDM '26"
    assert venue.name == "Nineteenth ACM International Conference on Web Search and Data Mining"
    assert venue.place == "Boise, Idaho, USA (to be confirmed)"
    assert str(venue.zone) == "America/Boise"
    assert venue.url == "https://wsdm-conference.org/2026/"
    assert imported.read().venues["wsdm-2026"].tentative
    assert str(edition_of(imported, "2024").venue.name).startswith("30th ACM SIGKDD Conference")


def test_hours_of_a_twelve_hour_clock_become_those_of_the_day(imported: Workspace) -> None:
    edition = edition_of(imported, "2026")
    assert [slot.hours for slot in edition.schedule] == [
        "08:55–09:00",
        "09:00–09:45",
        "10:30–11:00",
        "11:00–11:45",
        "11:45–12:30",
        "12:30–13:45",
        "13:45–14:30",
        "16:00–16:20",
        "16:40–16:50",
    ]
    assert edition.when.hours == "08:55–16:50"
    assert edition.when.start.tzname() == "MST"


def test_every_row_of_the_schedule_says_what_happens(imported: Workspace) -> None:
    slots = edition_of(imported, "2026").schedule
    assert [slot.kind for slot in slots] == [
        *("opening", "keynote", "break", "papers", "discussion", "lunch", "keynote", "talk"),
        "closing",
    ]
    assert [slot.title for slot in slots][2:5] == [
        "Coffee Break",
        "Oral Session 1",
        "Open discussion",
    ]
    assert [paper.id for paper in slots.items[3].papers] == ["agp", "insertrank"]
    assert slots.items[1].talk is not None
    assert slots.items[1].talk.person.addressed == "Dr.\xa0Meng Jiang"


def test_a_schedule_may_be_a_list(imported: Workspace) -> None:
    edition = edition_of(imported, "2024")
    assert [(slot.hours, slot.kind) for slot in edition.schedule] == [
        ("14:00–14:10", "opening"),
        ("14:10–14:50", "keynote"),
        ("14:50–15:30", "break"),
        ("17:00–18:00", "panel"),
    ]
    assert edition.room == "Room 114"
    assert edition.venue.site == "Centre de Convencions Internacional de Barcelona"


def test_speakers_have_titles_and_texts_in_markdown(imported: Workspace) -> None:
    first, second, third = edition_of(imported, "2026").speakers
    assert first.person.affiliation == "University of Notre Dame"
    assert first.title == (
        "What Does It Mean to Personalize a Language Model? Insights from RecSys to LLMs"
    )
    assert " ".join(str(first.abstract).split()) == (
        "What changes when not a list but a *language model* is personal? "
        "A test asks this in two sentences, at a cost of $5 & more."
    )
    assert first.person.biography == (
        "Meng Jiang works at the University of Notre Dame, says this test_page."
    )
    assert second.person.affiliation == "Cornell Tech, Netflix"
    assert (third.person.name, third.role) == ("Liam Collins", "talk")
    assert third.title == "Sequential Data Augmentation for Generative Recommendation"
    assert {speaker.status for speaker in (first, second, third)} == {"confirmed"}


def test_html_in_a_biography_becomes_markdown(imported: Workspace) -> None:
    biography = imported.read().people["neil-shah"].bio
    assert biography == (
        "Neil Shah has a biography of two paragraphs:\n\nthis is the second one, with "
        "**bold** words and [a page](https://example.org/a_b).\n"
    )


def test_what_is_commented_out_is_not_imported(imported: Workspace) -> None:
    edition = edition_of(imported, "2026")
    assert not [speaker for speaker in edition.speakers if speaker.role == "panelist"]
    assert not [name for name in imported.read().people if "panelist" in name]


def test_an_extended_deadline_keeps_the_day_that_was_struck_through(imported: Workspace) -> None:
    dates = edition_of(imported, "2026").dates
    assert dates.submission is not None
    assert str(dates.submission) == "November\xa028, 2025"
    assert [str(date) for date in dates.submission.was] == ["November\xa021, 2025"]
    assert dates.notification is not None


def test_the_call_tells_how_papers_are_sent_in(imported: Workspace) -> None:
    edition = edition_of(imported, "2026")
    submissions = edition.submissions
    assert submissions.url == "https://openreview.net/group?id=WSDM/2026/Workshop/GenAIRecP"
    assert (submissions.system, submissions.review, submissions.archival) == (
        "OpenReview",
        "double-blind",
        False,
    )
    assert submissions.pages is not None
    assert (submissions.pages.min, submissions.pages.max) == (2, 8)
    assert submissions.excludes == ("references", "supplementary materials")
    assert (
        submissions.policy
        == "A policy of this test stands [on a page](https://example.org/policy)."
    )
    assert list(edition.topics) == [
        "Instruction-tuned recommender systems",
        "Personalized text and image generation",
        "Deployment case studies",
    ]
    assert edition.contact is not None
    assert (edition.contact.name, edition.contact.email) == (
        "Narges Tabari",
        "nargesam@amazon.com",
    )


def test_papers_and_committee_come_from_the_data_files(imported: Workspace) -> None:
    edition = edition_of(imported, "2026")
    agp, insertrank, regularization = edition.papers
    assert [author.name for author in agp.authors][-2:] == ["Qingsong Wen", "Philip S. Yu"]
    assert agp.code == "https://github.com/ChenMetanoia/AGP"
    assert insertrank.abstract == (
        r"A summary in the *words* of this test, with a sum of 2 \* 3 \* 4."
    )
    assert [author.name for author in regularization.authors] == ["Zhan Shi", "Shanglin Yang"]
    assert [(member.name, member.affiliation) for member in edition.committee] == [
        ("Praneeth Reddy", "Regions Bank"),
        ("Juntao Tan", "Salesforce"),
        ("Yupeng Hou", "UCSD"),
        ("Neil Shah", "Snap Research"),
    ]


def test_editions_without_a_page_of_their_own_are_remembered(imported: Workspace) -> None:
    series = imported.read().workshop
    assert series is not None
    (earlier,) = series.earlier
    assert (earlier.ordinal, earlier.host, earlier.city) == (2, "KDD 2025", "Toronto")
    assert earlier.url == "https://genai-personalization.github.io/GenAIRecP2025"


def test_prose_of_a_page_quotes_no_facts(imported: Workspace) -> None:
    overview = (imported.data / "editions/2026/overview.md").read_text(encoding="utf-8")
    assert overview == (
        "What a workshop page says first stands here, in *our* words, with a snake_case name.\n"
        '\nA second paragraph has {{ "{{" }} two braces }} and a page of the site.\n'
    )
    proposal = (imported.data / "editions/2026/proposal.md").read_text(encoding="utf-8")
    headings = [line for line in proposal.splitlines() if line.startswith("#")]
    assert headings == ["# Overview", "# Topics", "# Schedule", "# Speakers", "# Organizers"]


def test_a_portrait_of_one_person_is_brought_along(source: Source, tmp_path: Path) -> None:
    pictures = source.root / "assets/images"
    (pictures / "GenAIRecP2026").mkdir(parents=True)
    Image.new("RGB", (40, 40), "navy").save(pictures / "GenAIRecP2026/meng.jpg")
    Image.new("RGB", (40, 10), "black").save(pictures / "Banner.PNG")
    workspace = new_folder(tmp_path / "workshop")
    imports(workspace, "jekyll", source.root)
    photos = workspace.data / "people/photos"
    # The banner stands for all of the organizers, so that it is nobody's portrait.
    assert sorted(file.name for file in photos.iterdir()) == ["meng-jiang.jpg", "nathan-kallus.png"]
    assert workspace.read().people["meng-jiang"].photo == "meng-jiang.jpg"


@pytest.mark.parametrize("address", ["/../secret.jpg", "/%2e%2e/secret.jpg", "/link/secret.jpg"])
def test_no_picture_leads_out_of_the_site(source: Source, tmp_path: Path, address: str) -> None:
    Image.new("RGB", (4, 4)).save(tmp_path / "secret.jpg")
    (source.root / "link").symlink_to(tmp_path)
    source.replace(source.page, "/assets/images/GenAIRecP2026/meng.jpg", address)
    draft = source.read()
    assert [person.photo for person in draft.people if person.photo] == []


def test_one_page_tells_which_files_it_lacks(tmp_path: Path) -> None:
    draft = read_jekyll(PAGE, "2026")
    lacking = [
        diagnostic.message for diagnostic in draft.diagnostics if diagnostic.code == "missing-data"
    ]
    assert [message.split("`")[1] for message in lacking] == ["papers2026", "pc-members2026"]
    workspace = new_folder(tmp_path / "workshop")
    imports(workspace, "jekyll", PAGE)
    papers = edition_of(workspace, "2026").papers
    assert [paper.id for paper in papers] == ["agp", "insertrank"]
    assert [author.name for author in papers.items[0].authors] == ["To be announced"]


def test_the_whole_site_completes_what_one_page_began(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "workshop")
    imports(workspace, "jekyll", PAGE)
    imports(workspace, "jekyll", SITE)
    agp = edition_of(workspace, "2026").papers.items[0]
    assert agp.authors[0].name == "Chen Wang"
    assert len(edition_of(workspace, "2026").papers) == 3


def test_what_stands_in_replaces_nothing_that_is_known(workspace: Workspace) -> None:
    before = contents(workspace)
    imports(workspace, "jekyll", PAGE)
    after = contents(workspace)
    assert after["venues/wsdm-2026.yaml"] == before["venues/wsdm-2026.yaml"]
    assert after["editions/2026/proposal.md"] == before["editions/2026/proposal.md"]
    assert after["editions/2026/edition.yaml"].count(b"Search engines, feeds and assistants") == 1


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "workshop")
    arguments = ("import", "jekyll", str(SITE), "--edition", "2026", "--dry-run")
    assert "data/editions/2026/edition.yaml" in workspace.run(*arguments).output
    assert list(workspace.root.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Nothing but words.\n", "page.md: no workshop is understood in this"),
        ("---\ntitle: a\n", "page.md:1: the front matter has no second line ---"),
        ("---\ntitle: *a\n---\n", "page.md:2:8: the front matter cannot be read: `*a` is"),
        ("---\ntitle: 'a\n---\n", "page.md:2:8: the front matter cannot be read: the quote"),
        ("---\n- a\n---\n", "page.md:2: the front matter holds no `key: value` lines"),
        ("---\npermalink: /A2024\n---\n", "this is a page of 2024, not of 2026"),
    ],
    ids=["no front matter", "open", "alias", "quote", "list", "another year"],
)
def test_what_is_no_page_is_refused(tmp_path: Path, text: str, said: str) -> None:
    page = written(tmp_path / "page.md", text)
    assert said in refuses(new_folder(tmp_path / "workshop"), "jekyll", page)


def test_a_pdf_and_a_folder_without_pages_are_refused(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "workshop")
    pdf = tmp_path / "page.md"
    pdf.write_bytes(b"%PDF-1.7\n\xff\xfe")
    assert "this is a PDF" in refuses(workspace, "jekyll", pdf)
    said = refuses(workspace, "jekyll", SITE, "2027")
    assert "no page of the edition 2027 was found; there are pages of 2024, 2026" in said


def test_a_schedule_may_stand_in_two_tables(source: Source) -> None:
    lunch = "| **12:30 - 1:45pm** |"
    source.replace(
        source.page, lunch, f"\n## Afternoon\n\n| Hours | What |\n| --- | --- |\n{lunch}"
    )
    assert [str(slot["start"]) for slot in source.read().program] == [
        *("08:55", "09:00", "10:30", "11:00", "11:45", "12:30", "13:45", "16:00", "16:40")
    ]


HALVES = """<table>
<tr><th>Day</th><th>Time (MST)</th><th>Agenda</th></tr>
<tr><td rowspan="3">Day</td><td>8:55 - 9:00am</td><td>Opening remarks</td></tr>
<tr><td rowspan="2">9:00 - 9:45am</td><td>Oral Session</td></tr>
<tr><td>- InsertRank: LLMs can Reason over BM25 Scores to Improve Listwise Reranking</td></tr>
</table>
"""


def test_hours_that_reach_over_rows_are_those_of_all_of_them(source: Source) -> None:
    text = source.page.read_text(encoding="utf-8")
    start = text.index("| Time (MST) |")
    end = text.index("\n\n", start)
    source.page.write_text(text[:start] + HALVES + text[end:], encoding="utf-8")
    opening, session = source.read().program
    assert (opening["start"], opening["end"]) == ("08:55", "09:00")
    assert (session["start"], session["end"]) == ("09:00", "09:45")
    assert session["papers"] == ["insertrank"]


def test_the_page_of_somebody_is_what_the_name_links_to(source: Source) -> None:
    linked = "**[Neil Shah](https://example.org/neil)**<br>"
    source.replace(source.page, "**Neil Shah**<br>", linked)
    pages = {person.name: person.homepage for person in source.read().people if person.homepage}
    assert pages == {"Neil Shah": "https://example.org/neil"}


def test_pipe_in_the_place_of_a_page_is_refused_unread(
    workspace: Workspace, tmp_path: Path
) -> None:
    pipe = tmp_path / "page.md"
    os.mkfifo(pipe)
    assert "it is a pipe, a socket or a device" in refuses(workspace, "jekyll", pipe)


def test_other_committees_and_parts_in_organizing_are_understood(tmp_path: Path) -> None:
    source = copy_of_site(tmp_path / "site")
    page = source.page.read_text(encoding="utf-8")
    source.page.write_text(
        page
        + "\n# Steering Committee\n\n- Ann Author (An Institute)\n- Meng Jiang\n"
        + "\n# Publicity Committee\n\n- Ben Other (he/him)\n"
        + "\n# Volunteers\n\nWe need help. Write to us!\n",
        encoding="utf-8",
    )
    draft = source.read()
    jiang = next(person for person in draft.people if person.name == "Meng Jiang")
    assert draft.edition["committees"] == [
        {
            "name": "Steering Committee",
            "members": [{"name": "Ann Author", "affiliation": "An Institute"}, {"person": jiang}],
        },
        {"name": "Publicity Committee", "members": [{"name": "Ben Other", "pronouns": "he/him"}]},
    ]


def test_the_tree_that_a_build_writes_brings_them_back(
    workspace: Workspace, tmp_path: Path
) -> None:
    edition = "editions/2026/edition.yaml"
    workspace.replace(edition, "  - neil-shah\n", "  - {person: neil-shah, role: Web Chair}\n")
    workspace.append(
        edition, "committees: [{name: Area Chairs, members: [Ann Author (An Institute)]}]\n"
    )
    finished = workspace.run("build", "2026", "--only", "jekyll")
    assert finished.code == 0, finished.output + finished.errors
    again = new_folder(tmp_path / "again")
    imports(again, "jekyll", workspace.root / "build/jekyll")
    read = again.read().editions["2026"].edition
    assert {str(member.person): member.role for member in read.organizers}["neil-shah"] == (
        "Web Chair"
    )
    (chairs,) = read.committees
    assert (chairs.name, chairs.members[0].name) == ("Area Chairs", "Ann Author")
    assert chairs.members[0].affiliation == "An Institute"
    (post,) = again.read().people["neil-shah"].affiliations
    assert post.institution == "Snap Research"


def test_an_address_beside_which_nobody_is_named_is_the_contact(tmp_path: Path) -> None:
    source = copy_of_site(tmp_path / "site")
    call = source.call.read_text(encoding="utf-8")
    line = next(line for line in call.split("\n") if "mailto:" in line)
    address = "chairs@workshop.example"
    instead = f"Write to [us](mailto:{address}), or to [them](mailto:other@workshop.example)."
    source.call.write_text(call.replace(line, instead), encoding="utf-8")
    draft = source.read()
    assert draft.edition["contact"] == address
    said = [found.message for found in draft.diagnostics if "is not said" in found.message]
    assert said == ["whose address other@workshop.example is, is not said"]


def test_a_link_of_a_call_whose_host_cannot_be_read_is_no_system_for_papers(tmp_path: Path) -> None:
    source = copy_of_site(tmp_path / "site")
    call = source.call.read_text(encoding="utf-8")
    line = next(line for line in call.split("\n") if "openreview.net" in line)
    source.call.write_text(
        call.replace(line, f'{line} <a href="http://[papers">Here</a>'), encoding="utf-8"
    )
    submissions = source.read().edition["submissions"]
    assert isinstance(submissions, dict)
    assert submissions["system"] == "OpenReview"


def test_a_contact_is_added_to_those_that_are_known(workspace: Workspace, tmp_path: Path) -> None:
    edition = "editions/2026/edition.yaml"
    workspace.replace(edition, "contact: narges-tabari\n", "contact: [neil-shah]\n")
    imports(workspace, "jekyll", copy_of_site(tmp_path / "site").root)
    assert workspace.read().editions["2026"].edition.contact == ["neil-shah", "narges-tabari"]


def test_a_row_tells_where_somebody_is_found(tmp_path: Path) -> None:
    page = written(
        tmp_path / "index.md",
        "---\n"
        "permalink: /WSP2026\n"
        "title: First Workshop on Placeholders\n"
        "organizers:\n"
        "  - title: Ada Lovelace\n"
        '    excerpt: "An Institute<br>[GitHub](https://github.com/ada) · '
        '[DBLP](https://dblp.org/pid/1/2)"\n'
        "    twitter: ada\n"
        "    links:\n"
        "      - {label: Website, url: https://ada.example}\n"
        "      - {label: ORCID, url: https://orcid.org/0000-0002-1825-0097}\n"
        "  - title: Ben Other\n"
        "    social: {linkedin: https://linkedin.com/in/ben, mastodon: '@ben@hci.example'}\n"
        "---\n# Organizers\n",
    )
    draft = read_jekyll(page, "2026")
    ada, ben = draft.people
    assert (ada.homepage, ada.orcid) == ("https://ada.example", "0000-0002-1825-0097")
    assert ada.links == {
        "github": "https://github.com/ada",
        "dblp": "https://dblp.org/pid/1/2",
        "x": "https://x.com/ada",
    }
    assert ada.affiliations == [{"institution": "An Institute"}]
    assert ben.links == {
        "linkedin": "https://linkedin.com/in/ben",
        "mastodon": "https://hci.example/@ben",
    }
