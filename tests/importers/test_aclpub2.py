"""An aclpub2 folder: from ACL's files into the data, and into a website."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.aclpub2.event_reader import read_aclpub2
from proposal.importers.draft import Draft, ImportSourceError
from proposal.importers.fragments import read_fragment
from tests.diagnostic_lists import places
from tests.importers.bringing import contents, imports, new_folder, refuses, written
from tests.workspace import Workspace

FILES = {
    "conference_details.yml": """\
--- !Conference
book_title: >-
  Proceedings of the 3rd Workshop on Generative AI for Recommender Systems and Personalization
  (GenAIRecP 2026)
event_name: The 3rd Workshop on Generative AI for Recommender Systems and Personalization
cover_subtitle: Proceedings of the Workshop
anthology_venue_id: GenAIRecP
start_date: 2026-02-26
end_date: 2026-02-26
location: Boise, Idaho, USA
editors:
  - !Person
    first_name: Narges
    last_name: Tabari
""",
    "organizing_committee.yml": """\
- role: General Chairs
  members:
    - name: Narges Tabari
      institution: AWS AI Labs, Santa Clara, USA
    - name: Julian McAuley
      institution: University of California San Diego, USA
- role: Publication Chair
  members:
    - name: McAuley, Julian
- role: Advisory Board
  members:
    - name: Ed Chi
""",
    "program_committee.yml": """\
- role: Program Chairs
  entries:
    - name: Narges Tabari
      institution: AWS AI Labs
- role: Area Chairs
  entries:
    - area: Search
      members:
        - name: Weiwen Liu
          institution: SJTU, China
- role: Reviewers
  type: name_block
  entries:
    - Yupeng Hou
    - Zhouhang Xie (UCSD)
""",
    "invited_talks.yml": """\
- speaker_name: Prof. Meng Jiang
  institution: University of Notre Dame, USA
  title: "A Placeholder of 5\\\\% and \\\\emph{More}"
  abstract_file: 1_abstract.tex
  bio_file: 1_bio.tex
- speaker_name: Neil Shah
  institution: Snap Research, USA
  title: Another Placeholder
""",
    "invited_talks/1_abstract.tex": "A \\textbf{placeholder} with $x_1$, 5\\% and R\\&D. \\foo\n",
    "invited_talks/1_bio.tex": 'A placeholder na\\"ively\nwritten.\n\nIn *two* paragraphs.\n',
    "prefaces.yml": "- title: Preface\n  file: chairs.tex\n",
    "prefaces/chairs.tex": (
        "Welcome to the workshop!\n\n"
        "This placeholder of a preface has \\{\\{ braces \\}\\} and says, in more than "
        "twenty-five words, that the papers in this volume are about generated "
        "recommendations and about what people make of them.\n"
    ),
    "papers.yml": """\
- id: 12
  title: "InsertRank: LLMs can Reason over BM25 Scores to Improve Listwise Reranking"
  authors:
    - first_name: Rahul
      last_name: Seetharaman
      institution: A Placeholder
  abstract: We gain 3.6% on R&D data_sets, \\emph{na\\"ively}.
  file: 12.pdf
  attachments:
    - {type: software, url: "https://example.org/code"}
    - {type: dataset, file: attachments/12.zip}
- id: 7
  title: Selective LLM-Guided Regularization for Enhancing Recommendation Models
  authors: [Zhan Shi, Shanglin Yang]
  openreview_id: AbC_7
""",
    "program.yml": """\
- title: Opening Remarks
  start_time: 2026-02-26T08:55:00
  end_time: 2026-02-26T09:00:00
- title: "Keynote by Meng Jiang"
  start_time: 2026-02-26T09:00:00
  end_time: 2026-02-26T09:45:00
- title: Break
  start_time: 2026-02-26 09:45:00
  end_time: 2026-02-26 10:00:00
- title: Session 1
  start_time: 2026-02-26T10:00:00
  end_time: 2026-02-26T11:00:00
  subsessions:
    - title: Oral Session
      start_time: 2026-02-26T10:00:00
      end_time: 2026-02-26T10:30:00
      papers: [12]
    - title: Poster Session
      start_time: 2026-02-26T10:00:00
      end_time: 2026-02-26T11:00:00
      papers:
        - {id: 7, start_time: 2026-02-26T10:00:00}
- title: Another Placeholder
  start_time: 2026-02-26T11:00:00
  end_time: 2026-02-26T11:30:00
- title: Closing
  start_time: 2026-02-26T11:30:00
  end_time: 2026-02-26T11:40:00
""",
}


def folder(tmp_path: Path, **changes: str | None) -> Path:
    """An aclpub2 folder; `changes` replace YAML files by their names, or leave them out."""
    files = FILES | {f"{name}.yml": text for name, text in changes.items()}
    for name, text in files.items():
        if text is not None:
            written(tmp_path / "proceedings" / name, text)
    return tmp_path / "proceedings"


def read(tmp_path: Path, **changes: str | None) -> Draft:
    return read_aclpub2(folder(tmp_path, **changes), "2026")


def test_a_whole_folder_comes_into_empty_data_and_becomes_a_website(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "w")
    source = folder(tmp_path)
    dry = workspace.run(
        "-C", ".", "import", "aclpub2", str(source), "--edition", "2026", "--dry-run"
    )
    assert dry.code == 0, dry.errors
    assert contents(workspace) == {}
    first = workspace.run("-C", ".", "import", "aclpub2", str(source), "--edition", "2026")
    assert first.code == 0, first.errors
    imports(workspace, "aclpub2", source)
    built = workspace.run("build", "2026")
    assert built.code == 0, built.output + built.errors
    page = (workspace.root / "build/site/2026/index.html").read_text(encoding="utf-8")
    for fact in (
        "A Placeholder of 5% and More",
        "A placeholder with x_1, 5% and R&amp;D.",
        "In *two* paragraphs.",
        "We gain 3.6% on R&amp;D data_sets, <em>naïvely</em>.",
        "https://example.org/code",
        "https://openreview.net/pdf?id=AbC_7",
        "has {{ braces }} and says",
        "Zhouhang Xie",
    ):
        assert fact in page, fact


def test_the_edition_reads_like_one_that_was_typed(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "w")
    source = folder(tmp_path)
    workspace.run("-C", ".", "import", "aclpub2", str(source), "--edition", "2026")
    edition = workspace.edition("2026")
    assert edition.title == (
        "Third Workshop on Generative AI for Recommender Systems and Personalization"
    )
    assert (edition.acronym, edition.ordinal) == ("GenAIRecP", 3)
    assert (edition.venue.place, str(edition.venue.zone)) == ("Boise, Idaho, USA", "America/Boise")
    assert edition.when.hours == "08:55–11:40"
    assert [(organizer.person.id, organizer.role) for organizer in edition.organizers] == [
        ("narges-tabari", "General Chair"),
        ("julian-mcauley", "General Chair and Publication Chair"),
    ]
    assert [member.name for member in edition.committee] == ["Yupeng Hou", "Zhouhang Xie"]
    assert [
        (committee.name, [(member.name, member.affiliation) for member in committee.members])
        for committee in edition.committees
    ] == [("Advisory Board", [("Ed Chi", None)]), ("Area Chairs", [("Weiwen Liu", "SJTU")])]
    assert [(speaker.id, speaker.role) for speaker in edition.speakers] == [
        ("meng-jiang", "keynote"),
        ("neil-shah", "talk"),
    ]
    assert (workspace.data / "editions/2026/program.yaml").read_text(encoding="utf-8") == (
        "- {start: 08:55, end: 09:00, kind: opening}\n"
        "- {start: 09:00, end: 09:45, talk: meng-jiang}\n"
        "- {start: 09:45, end: 10:00, kind: break}\n"
        "- {start: 10:00, end: 10:30, kind: papers, title: Oral Session, papers: [insertrank]}\n"
        "- {start: 10:00, end: 11:00, kind: posters, papers: [selective-llm-guided]}\n"
        "- {start: 11:00, end: 11:30, talk: neil-shah}\n"
        "- {start: 11:30, end: 11:40, kind: closing}\n"
    )
    people = (workspace.data / "people/narges-tabari.yaml").read_text(encoding="utf-8")
    assert people == (
        "name: Narges Tabari\n"
        "affiliations:\n"
        "  - {institution: AWS AI Labs, city: Santa Clara, country: USA, since: 2026-02-26}\n"
    )


def test_what_is_assumed_does_not_come_back_after_it_was_corrected(
    workspace: Workspace, tmp_path: Path
) -> None:
    imports(workspace, "aclpub2", folder(tmp_path))
    edition = workspace.edition("2026")
    assert str(edition.venue.name).startswith("Nineteenth ACM International Conference")
    assert "Search engines, feeds and assistants" in str(edition.abstract)
    assert edition.venue.start
    assert str(edition.venue.start.date) == "2026-02-22"


def test_people_who_are_known_are_no_twins(workspace: Workspace, tmp_path: Path) -> None:
    before = set(workspace.read().people)
    imports(workspace, "aclpub2", folder(tmp_path))
    assert set(workspace.read().people) == before


def test_what_is_missing_or_odd_is_reported_at_its_place(tmp_path: Path) -> None:
    program = FILES["program.yml"] + (
        "- title: Whatever\n"
        "  start_time: 2026-02-26T11:40:00\n"
        "  end_time: 2026-02-26T11:50:00\n"
        "- title: Session 2\n"
        "  start_time: 2026-02-26T11:50:00\n"
        "  end_time: 2026-02-26T12:00:00\n"
        "  papers: [12, 99]\n"
        "- title: No Times\n"
        "- title: Next Day\n"
        "  start_time: 2026-02-27T11:40:00\n"
        "  end_time: 2026-02-27T11:50:00\n"
    )
    committee = (
        f"{FILES['organizing_committee.yml']}- role: Invited Speakers\n  members: [Ed Chi]\n"
    )
    draft = read(tmp_path, program=program, organizing_committee=committee)
    assert [place for place in places(draft.diagnostics) if place.startswith("program.yml")] == [
        "program.yml:35:16 unknown-paper",
        "program.yml:36:3 no-times",
    ]
    others = [
        diagnostic.message
        for diagnostic in draft.diagnostics
        if diagnostic.span and "program" not in str(diagnostic.span)
    ]
    assert "“Invited Speakers” are not taken for organizers and are left out" in others
    assert "\\foo has no text and is left out" in others


TWO_DAYS = {
    "program": """\
- title: Opening Remarks
  start_time: 2026-02-25T13:00:00
  end_time: 2026-02-25T13:10:00
- title: Parallel Sessions
  start_time: 2026-02-25T13:10:00
  end_time: 2026-02-25T14:10:00
  subsessions:
    - title: Ranking
      start_time: 2026-02-25T13:10:00
      end_time: 2026-02-25T14:10:00
      location: Hall A
      chair: Dr. Julian McAuley and Joan Clarke
      papers:
        - {id: 12, start_time: 2026-02-25T13:10:00, end_time: 2026-02-25T13:40:00, speaker: R. Ana}
        - {id: 7, start_time: 2026-02-25T13:45:00, end_time: 2026-02-25T14:10:00}
    - title: Town Hall
      start_time: 2026-02-25T13:10:00
      end_time: 2026-02-25T14:00:00
      location: Hall B
- title: Dinner
  start_time: 2026-02-25T22:00:00
  end_time: 2026-02-26T00:30:00
- title: Keynote by Meng Jiang and Neil Shah
  start_time: 2026-02-26T09:00:00
  end_time: 2026-02-26T10:00:00
- title: Where Next?
  start_time: 2026-02-26T10:00:00
  end_time: 2026-02-26T11:00:00
""",
    "papers": """\
- id: 12
  title: Careful Engines
  authors:
    - first_name: Rania
      last_name: Ana
      institution: Uni A; Uni B
      email: rania@example.org
      orcid: https://orcid.org/0000-0002-1825-0097
    - Bob Writer
  attributes: {paper_type: long, presentation_type: oral, submitted_area: Engines}
  attachments:
    - {type: presentation, url: "https://example.org/slides"}
    - {type: poster, url: "https://example.org/poster"}
- id: 7
  title: Short Engines
  authors: [Zhan Shi]
  attributes: {presentation_type: poster}
""",
    "invited_talks": """\
- speaker_name: Prof. Meng Jiang and Neil Shah
  institution: University of Notre Dame, USA; Snap Research, USA
  title: Two Views
  custom_prefix: Distinguished Lecture
  location: Great Hall
  chair: Narges Tabari
""",
    "panels": """\
- title: Where Next?
  location: Hall B
  moderators:
    - name: Julian McAuley
  panelists:
    - name: Grace Hopper
      institution: Institute of Examples, Spain
      bio_file: grace.tex
""",
    "tutorial_program": """\
- title: Tutorials
  start_time: 2026-02-26T13:00:00
  end_time: 2026-02-26T15:00:00
  subsessions:
    - title: Afternoon
      tutorials:
        - title: Engines for All
          start_time: 2026-02-26T13:00:00
          end_time: 2026-02-26T15:00:00
          room: Hall C
          authors: Ada Lovelace, Mary Somerville, and Emmy Noether
""",
}


@pytest.fixture
def two_days(tmp_path: Path) -> Path:
    written(tmp_path / "proceedings/panels/grace.tex", "Grace writes compilers.")
    return folder(tmp_path, **TWO_DAYS)


def test_days_rooms_chairs_and_parallel_sessions_come_along(two_days: Path, tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "w")
    workspace.run("-C", ".", "import", "aclpub2", str(two_days), "--edition", "2026")
    imports(workspace, "aclpub2", two_days)
    edition = (workspace.data / "editions/2026/edition.yaml").read_text(encoding="utf-8")
    assert "  - {date: 2026-02-25, start: 13:00, end: 00:30, next_day: true}\n" in edition
    assert "  - {date: 2026-02-26, start: 09:00, end: 15:00}\n" in edition
    assert (workspace.data / "editions/2026/program.yaml").read_text(encoding="utf-8") == (
        "- {day: 1, start: 13:00, end: 13:10, kind: opening}\n"
        "- {day: 1, start: 13:10, end: 14:00, title: Town Hall, room: Hall B}\n"
        "- day: 1\n"
        "  start: 13:10\n"
        "  end: 14:10\n"
        "  kind: papers\n"
        "  title: Ranking\n"
        "  parts:\n"
        "    - {start: 13:10, end: 13:40, papers: [careful-engines]}\n"
        "    - {start: 13:45, end: 14:10, papers: [short-engines]}\n"
        "  room: Hall A\n"
        "  chair: [julian-mcauley, Joan Clarke]\n"
        "- {day: 1, start: 22:00, end: 00:30, next_day: true, kind: social, title: Dinner}\n"
        "- day: 2\n"
        "  start: 09:00\n"
        "  end: 10:00\n"
        "  talk: meng-jiang\n"
        "  room: Great Hall\n"
        "  chair: [narges-tabari]\n"
        '- {day: 2, start: 10:00, end: 11:00, title: "Where Next?", kind: panel, room: Hall B}\n'
        "- {day: 2, start: 13:00, end: 15:00, talk: engines-for-all, room: Hall C}\n"
    )
    resolved = workspace.edition("2026")
    assert [day.hours for day in resolved.when.days] == ["13:00–00:30", "09:00–15:00"]


def test_talks_by_several_panels_and_tutorials_are_joined_with_their_people(
    two_days: Path, tmp_path: Path
) -> None:
    workspace = new_folder(tmp_path / "w")
    workspace.run("-C", ".", "import", "aclpub2", str(two_days), "--edition", "2026")
    speakers = [
        (speaker.people, speaker.role, speaker.role_title, speaker.title)
        for speaker in workspace.read().editions["2026"].edition.speakers
    ]
    assert speakers == [
        (["meng-jiang", "neil-shah"], "keynote", "Distinguished Lecture", "Two Views"),
        (
            ["ada-lovelace", "mary-somerville", "emmy-noether"],
            "tutorial",
            None,
            "Engines for All",
        ),
        (["grace-hopper"], "panelist", None, None),
        (["julian-mcauley"], "moderator", None, None),
    ]
    assert workspace.read().people["grace-hopper"].bio == "Grace writes compilers."
    slots = workspace.edition("2026").schedule
    assert [
        (
            slot.room,
            [person.name for person in slot.chair],
            [seat.person.name for seat in slot.seats],
        )
        for slot in list(slots)[-3:]
    ] == [
        ("Great Hall", ["Narges Tabari"], []),
        ("Hall B", [], ["Grace Hopper", "Julian McAuley"]),
        ("Hall C", [], []),
    ]


def test_attributes_of_papers_and_details_of_authors_come_along(
    two_days: Path,
) -> None:
    assert read_aclpub2(two_days, "2026").papers == [
        {
            "id": "careful-engines",
            "title": "Careful Engines",
            "authors": [
                {
                    "name": "Rania Ana",
                    "affiliations": ["Uni A", "Uni B"],
                    "orcid": "0000-0002-1825-0097",
                    "email": "rania@example.org",
                    "presenter": True,
                },
                "Bob Writer",
            ],
            "kind": "long",
            "track": "Engines",
            "slides": "https://example.org/slides",
            "poster": "https://example.org/poster",
        },
        {
            "id": "short-engines",
            "title": "Short Engines",
            "authors": ["Zhan Shi"],
            "kind": "poster",
        },
    ]


def test_a_room_in_which_everything_takes_place_is_the_editions(tmp_path: Path) -> None:
    program = FILES["program.yml"].split("- title: Session 1")[0]
    program = program.replace("  end_time", "  location: Hall A\n  end_time")
    draft = read(tmp_path, program=program)
    assert draft.edition["room"] == "Hall A"
    assert not any("room" in slot for slot in draft.program)


def test_what_names_more_institutions_than_speakers_names_nobodys(tmp_path: Path) -> None:
    talks = "- speaker_name: Ada Lovelace, Emmy Noether and Mary Somerville\n  institution: A; B\n"
    draft = read(tmp_path, invited_talks=talks)
    people = [person.name for person in draft.people]
    assert {"Ada Lovelace", "Emmy Noether", "Mary Somerville"} <= set(people)
    assert any(found.code == "affiliation-count" for found in draft.diagnostics)


def test_without_a_program_the_hours_are_to_be_confirmed(tmp_path: Path) -> None:
    draft = read(tmp_path, program=None)
    assert draft.edition["when"] == {"date": "2026-02-26", "start": "09:00", "end": "17:00"}
    assert any(
        "program.yml does not say the hours" in diagnostic.message
        for diagnostic in draft.diagnostics
    )


def test_the_host_conference_is_taken_from_the_title(tmp_path: Path) -> None:
    details = FILES["conference_details.yml"].replace(
        "and Personalization\ncover", "and Personalization at WSDM 2026\ncover"
    )
    draft = read(tmp_path, conference_details=details)
    assert draft.venue["series"] == "WSDM"
    assert draft.venue["acronym"] == "WSDM '26"
    name = "Workshop on Generative AI for Recommender Systems and Personalization"
    assert draft.workshop == {"name": name, "acronym": "GenAIRecP"}


def test_no_file_outside_of_the_folder_is_read(tmp_path: Path) -> None:
    written(tmp_path / "secret.tex", "secret")
    talks = FILES["invited_talks.yml"].replace("1_abstract.tex", "../../secret.tex")
    draft = read(tmp_path, invited_talks=talks)
    assert "secret" not in str(draft.edition)
    assert any(
        "does not stand in the folder" in diagnostic.message for diagnostic in draft.diagnostics
    )


def test_editors_stand_in_for_organizers(tmp_path: Path) -> None:
    draft = read(tmp_path, organizing_committee=None, program_committee=None, invited_talks=None)
    assert [person.name for person in draft.people] == ["Narges Tabari"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"conference_details": None}, "has no conference_details.yml"),
        ({"conference_details": "event_name: [1"}, "conference_details.yml:1:13: a bracket"),
        ({"conference_details": "event_name: A\nstart_date: soon\n"}, "start_date is no date"),
        ({"papers": "title: A\n"}, "papers.yml:1:1: a list was expected in papers.yml"),
    ],
)
def test_what_is_no_aclpub2_folder_is_refused_in_one_sentence(
    tmp_path: Path, changes: dict[str, str | None], said: str
) -> None:
    with pytest.raises(ImportSourceError) as caught:
        read(tmp_path, **changes)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_in_place_of_a_folder_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    said = refuses(workspace, "aclpub2", written(tmp_path / "papers.yml", "- id: 1\n"))
    assert said.endswith("is no folder; an aclpub2 folder was expected")


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"3.6\% in \emph{all}, ``so'' --- na\"ive~x", "3.6% in all, “so” — naïve x"),
        ("5% of R&D at http://a.b/~c, d_e", "5% of R&D at http://a.b/~c, d_e"),
        (r"\href{https://a.b}{words} \url{https://c.d/~e}", "words https://c.d/~e"),
        ("One.\n\nTwo {braces}.", "One.\n\nTwo braces."),
        ("costs $5 and {", "costs $5 and {"),
        (r"$F_1$ and \cite{key}more", "F_1 and more"),
    ],
)
def test_pieces_of_latex_are_read_as_text(latex: str, text: str) -> None:
    assert read_fragment(latex).text == text


def test_latex_in_any_value_is_read_as_text(tmp_path: Path) -> None:
    committee = (
        "- role: Organizers\n  members:\n"
        "    - name: Jos{\\'e} Muestra\n      institution: Lab of Examples \\& University of Y\n"
    )
    draft = read(tmp_path, organizing_committee=committee)
    assert draft.people[0].name == "José Muestra"
    assert draft.people[0].affiliations == [{"institution": "Lab of Examples & University of Y"}]


def test_the_name_of_the_volume_is_none_of_the_series(tmp_path: Path) -> None:
    details = FILES["conference_details.yml"].replace(
        "event_name: The 3rd", "event_name: Proceedings of the 3rd"
    )
    draft = read(tmp_path, conference_details=details)
    name = "Workshop on Generative AI for Recommender Systems and Personalization"
    assert draft.workshop["name"] == name


def test_of_an_event_of_several_days_without_a_program_the_first_is_said(tmp_path: Path) -> None:
    details = FILES["conference_details.yml"].replace(
        "end_date: 2026-02-26", "end_date: 2026-02-27"
    )
    draft = read(tmp_path, conference_details=details, program=None)
    said = "of the first of the days from 2026-02-26 to 2026-02-27"
    assert any(said in found.message for found in draft.diagnostics)
