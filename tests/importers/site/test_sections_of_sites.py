"""What pages take from elsewhere: sections and people of HugoBlox, files that layouts include."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.site.hugo_sections import sections_markdown
from proposal.importers.site.name_likeness import person_name
from proposal.importers.site.section_kinds import Topic
from proposal.importers.site.section_topics import topic_of
from proposal.importers.site.session_chairs import without_chairs
from proposal.importers.site.site_reader import read_site_edition
from proposal.reading.page_tree import PageLine
from tests.importers.site.small_sites import (
    HEAD,
    ORGANIZERS,
    codes,
    html_with,
    organizers,
    page_with,
    papers,
    site,
    speakers,
)

AUTHORS = {
    "content/authors/ann/_index.md": "---\ntitle: Ann North\n"
    "role: Lecturer at Example University, UK\nuser_groups: [Organizers]\n"
    "social:\n- {icon: globe, link: 'https://ann.example.org'}\n---\n",
    "content/authors/bob/_index.md": "---\ntitle: Bob Builder\n"
    "user_groups: [Organizers, Speakers]\norganizations:\n"
    "- {name: Sample Institute}\nweight: 5\n---\n",
    "content/authors/eve/_index.md": "---\ntitle: Eve Example\nuser_groups: [Guests]\n---\n",
}
CONFIG = {"hugo.yaml": "title: WSP\nbaseURL: https://wsp.example.org/\n"}
IN_FILES = {
    "content/admin/index.md": "---\ntype: wowchemycms\n---\n",
    "content/home/index.md": "---\ntype: landing\n---\n",
    "content/home/welcome.md": (
        "---\nwidget: blank\nweight: 10\ntitle: Third Workshop on Structured Proposals\n"
        'subtitle: "WSP 2026 @ SIGIR 2026, Lyon, France, June 26, 2026"\n---\n\n'
        "Placeholder sentence about the aims of a workshop on samples, which is as long as such "
        "sentences are, and which says what the workshop is about.\n"
    ),
    "content/home/organizers.md": (
        "---\nwidget: people\nweight: 30\ntitle: Organizers\n"
        "content:\n  user_groups:\n  - Organizers\n---\n"
    ),
}
IN_ONE_FILE = {
    "content/_index.md": """---
type: landing
sections:
- block: hero
  content:
    title: |
      Third Workshop on Structured Proposals (WSP 2026)
      Lyon, France
    text: |
      June 26, 2026, co-located with SIGIR 2026. Placeholder sentence about the aims of this
      workshop, which is as long as such sentences are on pages of workshops.
- block: markdown
  content:
    title: Important Dates
    text: |
      - Paper submission: April 10, 2026
- block: people
  content:
    title: Organizers
    user_groups: [Organizers]
---
"""
}


@pytest.mark.parametrize("pages", [IN_FILES, IN_ONE_FILE], ids=["files", "front matter"])
def test_sections_and_people_of_hugoblox(tmp_path: Path, pages: dict[str, str]) -> None:
    root = site(tmp_path / "site", {**CONFIG, **AUTHORS, **pages})
    draft = read_site_edition(root, "2026")
    assert draft.workshop["name"] == "Workshop on Structured Proposals"
    assert draft.venue["city"] == "Lyon"
    assert organizers(draft) == {
        "Ann North": "Example University",
        "Bob Builder": "Sample Institute",
    }
    assert [person.homepage for person in draft.people] == ["https://ann.example.org", None]
    assert str(draft.edition["abstract"]).startswith(("Placeholder sentence", "June 26"))


def test_a_group_that_nobody_is_in_shows_nobody(tmp_path: Path) -> None:
    root = site(tmp_path / "site", AUTHORS)
    front = {"widget": "people", "content": {"user_groups": ["Volunteers", 3]}}
    assert sections_markdown(front, root / "content") == ""
    assert sections_markdown({"sections": ["people", {"block": "people"}]}, root) == ""


def test_dates_that_a_layout_includes(tmp_path: Path) -> None:
    files = {
        "_config.yml": "title: WSP 2026\n",
        "_layouts/page.html": "<html><body>{% include menu.html %}{{ content }}"
        "{% include dates.html %}</body></html>",
        "_includes/menu.html": "<ul><li><a href='/'>Organizers</a></li></ul>",
        "_includes/dates.html": "<h3>Important Dates</h3><p>Submission: May 30, 2026</p>",
        "index.md": HEAD.replace("---\ntitle", "---\nlayout: page\ntitle", 1) + ORGANIZERS,
    }
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert draft.edition["dates"] == {"submission": {"date": "2026-05-30"}}
    assert organizers(draft) == {"Ann Author": "University of Testing"}


def test_a_page_on_earlier_editions_gives_no_place(tmp_path: Path) -> None:
    files = {
        "index.md": "# Third Workshop on Structured Proposals\n\nJune 26, 2026\n\n" + ORGANIZERS,
        "previous.md": "---\ntitle: Previous\n---\n- 2nd WSP, 2025, Delft, The Netherlands\n",
    }
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert draft.venue["city"] == "To be announced"


def test_the_organizers_of_a_shared_task_are_left_out(tmp_path: Path) -> None:
    files = {
        "index.md": HEAD + ORGANIZERS,
        "shared-task.md": "---\ntitle: Shared Task\n---\n# Description\n\nAbout the task only.\n\n"
        "# Organizers\n\n* Eve Example, Sample Institute\n",
    }
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert organizers(draft) == {"Ann Author": "University of Testing"}
    assert "not-understood" in codes(draft)
    assert "About the task" not in draft.texts["overview.md"]


BOXES = """# :material-calendar: Program

!!! success "08:30 - Welcome"

    Placeholder.

!!! tip "09:00 - Session 1 (Chair: Ann Author)"

    - 09:00 - **On Samples of Samples** by Ann Author and Bob Builder (Paper, Slides)

!!! info "10:00 - Lunch"
"""
POSTS = """# Home

!!! info "2026-03-28 - Submissions assigned to reviewers"

    Placeholder.

!!! info "2025-12-12 - Workshop accepted"
"""


def test_boxes_of_mkdocs(tmp_path: Path) -> None:
    dates = "# Important dates\n\n* Paper submission: March 22, 2026\n\n"
    draft = page_with(tmp_path, f"{ORGANIZERS}{dates}{POSTS}\n{BOXES}")
    assert draft.edition["dates"] == {"submission": {"date": "2026-03-22"}}
    when = draft.edition["when"]
    assert isinstance(when, dict)
    assert (when["date"], when["start"]) == ("2026-06-26", "08:30")
    assert [slot["start"] for slot in draft.program] == ["08:30", "09:00", "10:00"]
    assert papers(draft) == {"On Samples of Samples": ["Ann Author", "Bob Builder"]}
    authors = draft.papers[0]["authors"]
    assert authors == ["Ann Author", "Bob Builder"]  # a link is no affiliation


# The programme


@pytest.mark.parametrize(
    ("text", "rest", "chairs"),
    [
        ("Oral Session -- Session Chair: Ann Author", "Oral Session", ["Ann Author"]),
        ("Session 1: Samples (Chairs: Ann Author, Bob Builder)", "Session 1: Samples", 2),
        ("Session 2, chaired by Ann Author (Sample Lab)", "Session 2", ["Ann Author"]),
        ("Poster Session – Session Chair: TBD", "Poster Session", []),
        ("Session Chair: Ann Author", None, ["Ann Author"]),
        ("Chairs and Tables as Samples", "Chairs and Tables as Samples", []),
        ("Meet the Chair: how to review", "Meet the Chair: how to review", []),
    ],
)
def test_the_chairs_of_a_session(text: str, rest: str | None, chairs: list[str] | int) -> None:
    found = without_chairs([(text, PageLine(()))])
    assert found.texts == ([] if rest is None else [rest])
    names = [one.name for one in found.chairs]
    assert names == chairs if isinstance(chairs, list) else len(names) == chairs


def test_a_programme_that_names_chairs_and_topics_of_sessions(tmp_path: Path) -> None:
    body = (
        f"{ORGANIZERS}# Schedule\n\n| Time | Authors | Title |\n|---|---|---|\n"
        "| 9:00 - 9:30 | Invited Talk: On Talks (Eve Example) -- Session Chair: Ann Author | |\n"
        "| 9:30 - 10:30 | Session 1 | Mental Models of Samples |\n"
        "| | Ann Author and Bob Builder | [On Samples of the Shared Task](/paper) |\n\n"
        "# Accepted Papers\n\n* **On Samples of the Shared Task**. Ann Author and Bob Builder\n"
    )
    draft = page_with(tmp_path, body)
    assert papers(draft) == {"On Samples of the Shared Task": ["Ann Author", "Bob Builder"]}
    assert speakers(draft) == {"Eve Example": "On Talks"}
    chairs = draft.program[0]["chair"]
    assert isinstance(chairs, list)
    assert [getattr(one, "name", one) for one in chairs] == ["Ann Author"]


def test_topics_below_a_line_that_announces_them(tmp_path: Path) -> None:
    page = (
        "# Third Workshop on Structured Proposals (WSP 2026)\n\n"
        "The objectives are:\n\n* To meet\n\n"
        "Suggested paper topics include, but are not restricted to:\n\n* Samples\n* Drafts\n"
    )
    draft = read_site_edition(site(tmp_path / "site", {"index.md": page}), "2026")
    assert draft.edition["topics"] == ["Samples", "Drafts"]


def test_a_point_of_the_compass_is_a_family_name_behind_another_name() -> None:
    assert person_name("Ann North") == "Ann North"
    assert person_name("North Campus") == ""


def test_boxes_of_one_make_are_headings_beside_each_other(tmp_path: Path) -> None:
    body = "".join(
        f'<div><div class="head"><span>{title}</span></div><div class="who">{name}<br>'
        f"<span>University of Testing</span></div></div>"
        for title, name in (("Schedule", ""), ("Organizers", "Ann Author"), ("Speakers", "Bob B."))
    ).replace("Bob B.", "Bob Builder")
    draft = html_with(tmp_path, body)
    assert organizers(draft) == {"Ann Author": "University of Testing"}
    assert list(speakers(draft)) == ["Bob Builder"]


def test_a_schedule_in_a_frame_is_said_to_be_missing(tmp_path: Path) -> None:
    body = (
        '<h2>Schedule</h2><iframe src="https://docs.example.org/sheet"></iframe>'
        '<h2>Speakers</h2><iframe src="https://www.youtube.com/embed/x"></iframe>'
    )
    said = [one.message for one in html_with(tmp_path, body).diagnostics]
    assert [one for one in said if "not read" in one] == [
        "“Schedule” shows https://docs.example.org/sheet, which is not read"
    ]


def test_hours_in_a_heading_are_those_of_the_day(tmp_path: Path) -> None:
    head = (
        "<h1>Third Workshop on Structured Proposals (WSP)</h1>"
        "<h5>10:00 am to 2:30 pm, June 26, 2026</h5>"
    )
    assert html_with(tmp_path, "<p>Lyon, France</p>", head).edition["when"] == {
        "date": "2026-06-26",
        "start": "10:00",
        "end": "14:30",
    }


def test_parts_that_a_layout_includes_are_read(tmp_path: Path) -> None:
    files = {
        "_config.yml": "title: WSP 2026\ncollections:\n  - chairs\n",
        "_chairs/1.md": "---\nname: Ann Author\ntitle: University of Testing\n---\n",
        "_layouts/early.html": "{% include nav.html %}{{ content }}\n{% include people.html %}\n",
        "_includes/nav.html": "<h4>Organizers</h4><p>Mallory Menu, Sample Labs</p>",
        "_includes/people.html": "<h4>Organizers</h4>{% for one in site.chairs %}"
        "<div><b>{{ one.name }}</b></div><div>{{ one.title }}</div>{% endfor %}",
        "index.html": "---\nlayout: early\ntitle: Third Workshop on Proposals (WSP 2026)\n---\n",
    }
    draft = read_site_edition(site(tmp_path, files), "2026")
    assert organizers(draft) == {"Ann Author": "University of Testing"}


def test_data_that_a_layout_sorts_and_its_head_are_read_around_markdown(tmp_path: Path) -> None:
    files = {
        "_config.yml": "title: WSP\ncollections:\n  - chairs\n",
        "_chairs/1.md": "---\nname: Ann Author\nplace: University of Testing\n---\n",
        "_data/facts.yml": "city: Lyon, France\n",
        "_layouts/base.html": "<!DOCTYPE html><html><head><title>WSP</title></head><body><div>"
        "<header><p>Held in conjunction with SIGIR 2026<br>{{ facts.city }}</p></header>"
        "{% assign facts = site.data.facts %}<p>June 26, 2026, {{ facts.city }}</p>"
        "<section>{{ content }}</section></div></body></html>",
        "_layouts/chairs.html": "---\nlayout: base\n---\n"
        "{% assign all = site.chairs | sort: 'name' %}"
        "<table>{% for one in all %}<tr><td><p>{{ one.name }}<br>{{ one.place }}</p></td></tr>"
        "{% endfor %}</table>",
        "index.md": "---\nlayout: base\ntitle: Third Workshop on Proposals (WSP 2026)\n---\n"
        "## Topics\n\n* Sample texts\n* Unit tests\n",
        "organizers.md": "---\nlayout: chairs\ntitle: Organizers\n---\n",
    }
    draft = read_site_edition(site(tmp_path, files), "2026")
    assert organizers(draft) == {"Ann Author": "University of Testing"}
    assert (draft.venue["city"], draft.venue["acronym"]) == ("Lyon", "SIGIR '26")
    assert draft.edition["topics"] == ["Sample texts", "Unit tests"]


def test_topics_that_are_out_of_the_scope_are_none(tmp_path: Path) -> None:
    body = (
        "# Call for Papers\n\nWe welcome papers on one of these topics:\n\n* Sample texts\n\n"
        "The following topics are excluded from the scope:\n\n* Real names\n"
    )
    assert page_with(tmp_path, body).edition["topics"] == ["Sample texts"]


def test_an_unknown_institution_below_a_speaker_is_no_title(tmp_path: Path) -> None:
    body = (
        "# Speakers\n\n**Ann Author**<br>University of Testing\n\n"
        "**Bob Builder**<br>Lugar por el Ejemplo\n"
    )
    draft = page_with(tmp_path, body)
    assert speakers(draft) == {"Ann Author": None, "Bob Builder": None}
    assert any("Lugar por el Ejemplo" in one.message for one in draft.diagnostics)


def test_people_in_boxes_with_headings_of_the_level_above_them_belong_to_it(tmp_path: Path) -> None:
    card = '<div class="col"><h2>{}</h2><p>{}</p></div>'
    files = {
        "_config.yml": "title: WSP\ncollections:\n  - projects\n",
        "_projects/1.md": "---\ntitle: Bob Builder\ndescription: Sample Labs\n---\n",
        "_projects/2.md": "---\ntitle: Cleo Coder\ndescription: Example Institute\n---\n",
        "index.md": HEAD
        + "## Confirmed Speakers\n\n<div>\n{% assign all = site.projects | sort: 'title' %}"
        + "{% for one in all %}\n"
        + card.format("{{ one.title }}", "{{ one.description }}")
        + "\n{% endfor %}\n</div>\n\n## Organizers\n\n<div>\n"
        + card.format("Ann Author", "University of Testing")
        + card.format("Dan Doe", "University of Testing")
        + "\n</div>\n",
    }
    draft = read_site_edition(site(tmp_path, files), "2026")
    assert list(speakers(draft)) == ["Bob Builder", "Cleo Coder"]
    assert list(organizers(draft)) == ["Ann Author", "Dan Doe"]


@pytest.mark.parametrize(
    ("heading", "topic"),
    [
        ("International Paper Committee", Topic.COMMITTEE),
        ("Technical Committee", Topic.COMMITTEE),
        ("WSP Program Committee", Topic.COMMITTEE),
        ("WSP 2026 Organizing Committee", Topic.ORGANIZERS),
        ("Awards Committee", Topic.OTHER_COMMITTEE),
        ("Diversity and Inclusion Committee", Topic.OTHER_COMMITTEE),
        ("Editorial Board", Topic.OTHER_COMMITTEE),
        ("Workshop Committee", Topic.ORGANIZERS),
        ("WSP 2026 Committee", Topic.ORGANIZERS),
        ("2026 Committee", Topic.ORGANIZERS),
    ],
)
def test_names_of_committees_say_which_they_are(heading: str, topic: Topic) -> None:
    assert topic_of(heading) is topic


def test_a_committee_of_another_name_organizes_nothing(tmp_path: Path) -> None:
    page = (
        "---\ntitle: 2026 Committee\n---\n# Organizing Committee\n\n"
        "* Ann Author, University of Testing\n\n# Jury Committee\n\n"
        "* Bob Builder, Sample Institute\n"
    )
    files = {"_config.yml": "title: WSP\n", "index.md": HEAD, "committee.md": page}
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert list(organizers(draft)) == ["Ann Author"]
    members = [{"name": "Bob Builder", "affiliation": "Sample Institute"}]
    assert draft.edition["committees"] == [{"name": "Jury Committee", "members": members}]


def test_a_section_may_be_typed_without_the_space_of_a_heading(tmp_path: Path) -> None:
    draft = page_with(
        tmp_path,
        f"{ORGANIZERS}#WSP2026\n\n##Program committee\n\n* Bob Builder, Sample Labs\n",
    )
    assert list(organizers(draft)) == ["Ann Author"]
    committee = draft.edition["committee"]
    assert isinstance(committee, list)
    assert len(committee) == 1
