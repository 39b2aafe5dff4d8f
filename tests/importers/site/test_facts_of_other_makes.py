"""Facts that sites of other fields and makes give in other places, and what is none there."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.draft import Draft
from proposal.importers.site.line_starts import line_start
from proposal.importers.site.name_likeness import person_name
from proposal.importers.site.person_labels import label_of
from proposal.importers.site.site_head import find_place
from proposal.importers.site.site_reader import read_site_edition
from tests.importers.site.small_sites import (
    HEAD,
    HTML_HEAD,
    ORGANIZERS,
    hours,
    html_with,
    organizers,
    page_with,
    site,
    speakers,
)

LONG_AIMS = (
    "Placeholder sentence about the aims, which goes on until it is a whole paragraph of prose, "
    "and stands in for an abstract, since no page has one."
)
NO_DAY = HEAD.replace("June 26, 2026<br>", "")


def messages(draft: Draft) -> str:
    """All that is said of a site."""
    return "\n".join(diagnostic.message for diagnostic in draft.diagnostics)


def people(draft: Draft) -> dict[str, str | None]:
    """The pages of people by their names."""
    return {person.name: person.homepage for person in draft.people}


def test_a_place_stands_behind_the_sentence_on_the_conference() -> None:
    place = find_place("June 26th, 2026. Colocated with SIGIR'26 and KDD'26. Lyon, France.")
    assert place is not None
    assert (place.city, place.country) == ("Lyon", "France")


def test_a_house_in_capitals_is_no_city() -> None:
    assert find_place("SAMPLE LABS, Greece") is None


def test_where_a_speaker_works_is_not_where_the_workshop_is(tmp_path: Path) -> None:
    talks = (
        "<h2>Talks</h2><table><tr><td><h2>Sorting Samples in Small Steps</h2>"
        "Ann Author<br>Sample Works, Athens, Greece</td></tr></table>"
    )
    head = "<h1>Third Workshop on Structured Proposals (WSP 2026)</h1><p>June 26, 2026</p>"
    draft = html_with(tmp_path, talks, head)
    assert draft.venue["city"] == "To be announced"


def test_a_day_of_another_year_is_said_and_takes_no_deadline_away(tmp_path: Path) -> None:
    body = (
        "# Important Dates\n\n* Submission: May 3, 2026\n\n# Schedule\n\nHeld on June 26, 2025.\n"
    )
    draft = read_site_edition(
        site(tmp_path / "s", {"index.md": NO_DAY + ORGANIZERS + body}), "2026"
    )
    when = draft.edition["when"]
    assert isinstance(when, dict)
    assert when["tentative"] is True
    assert draft.edition["dates"] == {"submission": {"date": "2026-05-03"}}
    assert "the day on the pages, 2025-06-26, is not of 2026" in messages(draft)


def test_a_programme_that_names_days_of_another_year_is_said(tmp_path: Path) -> None:
    body = "# Schedule\n\nJune 26, 2025\n\n* 9:00 - 9:10: Opening\n* 9:10 - 10:00: Discussion\n"
    draft = page_with(tmp_path, ORGANIZERS + body)
    assert "the programme names 2025-06-26, which is not of 2026" in messages(draft)


def test_the_box_beside_the_text_of_a_first_page_has_day_and_place(tmp_path: Path) -> None:
    front = (
        '---\nlayout: about\ntitle: "Third Workshop on Structured Proposals (WSP 2026)"\n'
        "permalink: /\nprofile:\n  align: right\n  address: >\n    <p>SIGIR 2026</p>\n"
        "    <p>June 26, 2026</p>\n    <p>Lyon, France</p>\n---\n"
    )
    draft = read_site_edition(site(tmp_path / "s", {"_pages/about.md": front + ORGANIZERS}), "2026")
    when = draft.edition["when"]
    assert isinstance(when, dict)
    assert (when["date"], draft.venue["city"]) == ("2026-06-26", "Lyon")


def test_the_number_of_an_edition_stands_below_the_title_of_the_first_page(tmp_path: Path) -> None:
    front = (
        '---\ntitle: "Workshop on Structured Proposals (WSP)"\nexcerpt: "2nd Edition (2026)"\n---\n'
    )
    draft = read_site_edition(site(tmp_path / "s", {"index.md": front + ORGANIZERS}), "2026")
    assert draft.edition["ordinal"] == 2


@pytest.mark.parametrize(
    "box",
    [
        '<span class="a" aria-hidden="true">AA</span>',
        '<span class="pc-initials">AA</span>',
        '<div class="avatar">AA</div>',
    ],
)
def test_initials_in_place_of_a_picture_are_no_part_of_a_name(tmp_path: Path, box: str) -> None:
    body = f"<h2>Organizers</h2><ul><li>{box}<strong>Ann Author</strong></li></ul>"
    assert organizers(html_with(tmp_path, body)) == {"Ann Author": ""}


def test_boxes_with_name_and_affiliation_are_lines(tmp_path: Path) -> None:
    inner = '<span class="name">Ann Author</span> <span class="affil">Sample</span>'
    body = f"<h2>Organizers</h2><ul><li><span>{inner}</span></li></ul>"
    assert organizers(html_with(tmp_path, body)) == {"Ann Author": "Sample"}


def test_an_institution_in_capitals_below_a_name_is_nobody(tmp_path: Path) -> None:
    box = '<div class="o"><div class="n">{}</div><div class="a">{}</div></div>'
    boxes = box.format("Ann Author", "EXA SMPL, Φ-lab · Lyon, France") + box.format(
        "Bob Builder", "Sample Labs · Lyon, France"
    )
    found = organizers(html_with(tmp_path, f"<h2>Organizers</h2><div>{boxes}</div>"))
    assert list(found) == ["Ann Author", "Bob Builder"]


def test_words_with_their_initials_in_a_sentence_are_nobody() -> None:
    assert line_start("Sample Memory (SM) has paved the way for placeholders.") is None
    assert line_start("Remote Sample Access (RSA), the placeholder, stores texts.") is None
    assert line_start("Ann Author (AA)") is not None


def test_labels_of_long_texts_end_with_a_period_too() -> None:
    assert label_of("Abstract. We show samples.") == ("abstract", "We show samples.")
    assert label_of("BIO.") == ("biography", "")
    assert label_of("Title. On Samples") is None


def test_a_heading_with_a_number_is_the_title_above_a_speaker(tmp_path: Path) -> None:
    body = (
        "# Invited Talks\n\n## SMPL: An Infrastructure for Samples on the Example V80\n\n"
        "**Ann Author**, Sample Labs\n\n**Abstract.**\nPlaceholder sentence one on samples.\n"
    )
    draft = page_with(tmp_path, ORGANIZERS + body)
    title = "SMPL: An Infrastructure for Samples on the Example V80"
    assert speakers(draft) == {"Ann Author": title}


def test_the_address_in_a_biography_is_not_that_of_the_workshop(tmp_path: Path) -> None:
    body = (
        "# Keynote\n\n**Bob Builder**, Sample Labs\n\nBob Builder is a placeholder who works on "
        "information. His e-mail is bob@example.org, and this sentence is one of prose.\n"
    )
    assert "contact" not in page_with(tmp_path, ORGANIZERS + body).edition


def test_the_index_of_a_site_goes_before_what_stands_beside_it(tmp_path: Path) -> None:
    page = "<html><head><title>{}</title></head><body>{}</body></html>"
    head = f"{HTML_HEAD}<p>{LONG_AIMS}</p>"
    files = {
        "about.html": page.format("WSP", "<h2>Organizers</h2><ul><li>Ann Author</li></ul>"),
        "index.html": page.format("WSP", head + '<a href="about.html">Organizers</a>'),
    }
    draft = read_site_edition(site(tmp_path / "s", files), "2026")
    assert " ".join(str(draft.edition["abstract"]).split()) == LONG_AIMS


def test_a_list_of_news_is_not_the_first_page(tmp_path: Path) -> None:
    files = {
        "config.toml": 'title = "WSP"\n',
        "content/blog/_index.md": '+++\ntitle = "Blog"\n+++\n',
        "content/workshop.md": HEAD.replace("# Overview", LONG_AIMS) + ORGANIZERS,
    }
    draft = read_site_edition(site(tmp_path / "s", files), "2026")
    assert " ".join(str(draft.edition["abstract"]).split()) == LONG_AIMS


def test_titles_of_configurations_have_no_markup(tmp_path: Path) -> None:
    files = {
        "_config.yml": "title: Workshop on <br/>Structured Proposals\n",
        "index.md": "### June 26, 2026. Co-located with SIGIR'26. Lyon, France.\n\n" + ORGANIZERS,
    }
    draft = read_site_edition(site(tmp_path / "s", files), "2026")
    assert draft.workshop["name"] == "Workshop on Structured Proposals"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("SamSim @ SIGIR 2026 · Grounded Samples for Tests", "Grounded Samples for Tests"),
        ("Sample Bytes for Tests — SIGIR 2026 Workshop", "Sample Bytes for Tests"),
    ],
)
def test_titles_beside_their_conference(tmp_path: Path, title: str, name: str) -> None:
    page = f"<html><head><title>{title}</title></head><body>{{}}</body></html>"
    text = (
        "<p>SIGIR 2026 · Lyon · 26 June</p>"
        "<p>It is a one-day, in-person workshop in Lyon.</p>"
        "<h2>Organizers</h2><ul><li>Ann Author, University of Testing</li></ul>"
    )
    draft = read_site_edition(site(tmp_path / "s", {"index.html": page.format(text)}), "2026")
    assert (draft.workshop["name"], draft.venue["series"]) == (name, "SIGIR")


def test_noon_may_be_written_as_midnight(tmp_path: Path) -> None:
    body = (
        "# Schedule\n\n* 11:10am - 11:30am, Opening\n* 11:30am - 12:00am, Discussion\n"
        "* 12:00am - 12:20pm, Awards\n* 12:30pm - 1:30pm, Lunch\n"
    )
    assert hours(page_with(tmp_path, ORGANIZERS + body)) == [
        ("11:10", "11:30"),
        ("11:30", "12:00"),
        ("12:00", "12:20"),
        ("12:30", "13:30"),
    ]


def test_a_heading_says_who_leads_a_panel(tmp_path: Path) -> None:
    body = (
        "# Panel\n\n## Moderator\n\n* Ann Author, University of Testing\n\n## Panelists\n\n"
        "* Bob Builder, Sample Labs\n* Cleo Coder, Example Institute\n"
    )
    listed = page_with(tmp_path, ORGANIZERS + body).edition["speakers"]
    assert isinstance(listed, list)
    assert [one["role"] for one in listed if isinstance(one, dict)] == [
        "moderator",
        "panelist",
        "panelist",
    ]


def test_the_page_of_an_institution_is_nobodys_own(tmp_path: Path) -> None:
    body = (
        '<h2>Organizers</h2><ul><li>Ann Author, <a href="https://uni.example.org">University of '
        'Testing</a></li><li><a href="https://bob.example.org">Bob Builder</a>, Sample Labs</li>'
        '<li>Cleo Coder, Example Institute (<a href="https://cleo.example.org">website</a>)</li></ul>'
    )
    assert people(html_with(tmp_path, body)) == {
        "Ann Author": None,
        "Bob Builder": "https://bob.example.org",
        "Cleo Coder": "https://cleo.example.org",
    }


def test_a_session_of_several_talks_is_not_the_first_of_them(tmp_path: Path) -> None:
    talks = "<br>1. <b>Ann Author</b>: On Samples of Texts<br>2. <b>Bob Builder</b>: On Small Tests"
    body = (
        "<h2>Speakers</h2><ul><li>Ann Author, University of Testing</li><li>Bob Builder, Sample "
        "Labs</li></ul><h2>Schedule</h2><table><tr><td>9:00 - 10:40<br>Session 1</td><td><b>Samples"
        f" of Systems</b>{talks}</td></tr><tr><td>10:40 - 11:00</td><td>Break</td></tr></table>"
    )
    draft = html_with(tmp_path, body)
    assert draft.program[0] == {
        "start": "09:00",
        "end": "10:40",
        "title": "Session 1: Samples of Systems",
    }
    assert "when the talks of Ann Author and Bob Builder begin is not said" in messages(draft)


def test_pages_stay_where_a_menu_of_its_own_is_put_into_them(tmp_path: Path) -> None:
    page = "<html><head><title>WSP 2026</title></head><body>{}</body></html>"
    people_page = "<h2>Organizers</h2><ul><li>Ann Author, University of Testing</li></ul>"
    files = {
        "index.html": page.format(HTML_HEAD + '<a href="call.html">Call</a>'),
        "call.html": page.format("<h2>Important Dates</h2><p>Submission: May 3, 2026</p>"),
        "people.html": page.format(people_page),
        "menu.html": '<a href="people.html">Organizers</a>',
    }
    draft = read_site_edition(site(tmp_path / "s", files), "2026")
    assert organizers(draft) == {"Ann Author": "University of Testing"}


def test_what_stands_above_papers_is_no_paper(tmp_path: Path) -> None:
    row = "<tr><td>{}</td><td><div>{}</div><div>{}</div></td></tr>"
    table = (
        '<tr><td colspan="2">Session 1 - Samples &amp; Tests</td></tr>'
        + row.format(5, "Sorting Samples in Small Steps", "Ann Author, Bob Builder")
        + row.format(9, "On the Use of Placeholder Names", "Cleo Coder, Dan Doe")
    )
    body = (
        "<h1>WSP 2026 - Accepted Papers</h1><p>WSP 2026 accepted 2 papers in one session of the "
        f"day. Each of them is presented with a talk of fifteen minutes.</p><table>{table}</table>"
    )
    found = html_with(tmp_path, body + "<h2>Organizers</h2><ul><li>Ann Author</li></ul>").papers
    assert [(paper["title"], paper.get("kind")) for paper in found] == [
        ("Sorting Samples in Small Steps", None),
        ("On the Use of Placeholder Names", None),
    ]


def test_what_begins_after_a_day_is_not_due_on_it(tmp_path: Path) -> None:
    line = "Camera-ready instructions: we write to the authors after June 15, 2026"
    body = f"# Important Dates\n\n* Submission: May 3, 2026\n* {line}\n"
    draft = page_with(tmp_path, ORGANIZERS + body)
    assert draft.edition["dates"] == {"submission": {"date": "2026-05-03"}}
    assert f"“{line}" in messages(draft)


def test_a_sentence_of_a_longer_note_says_the_zone_of_all_deadlines(tmp_path: Path) -> None:
    note = (
        "All deadlines refer to midnight in the AoE (Anywhere on Earth) time zone. For the final "
        "version, one author of each paper has to register. Authors get instructions after that "
        "from the publisher, who is a placeholder, and who sends them on June 15, 2026."
    )
    body = f"# Important Dates\n\n* Submission: May 3, 2026\n\n{note}\n"
    dates = page_with(tmp_path, ORGANIZERS + body).edition["dates"]
    assert dates == {"submission": {"date": "2026-05-03", "zone": "AoE"}}


@pytest.mark.parametrize(
    "attribute",
    ['style="text-decoration: line-through"', 'class="date-old"', 'class="x line-through"'],
)
def test_days_may_be_struck_out_by_their_look(tmp_path: Path, attribute: str) -> None:
    days = f"<span {attribute}>April 20, 2026</span> <span>May 5, 2026</span>"
    body = f"<h2>Important Dates</h2><ul><li>Submission deadline: {days}</li></ul>"
    dates = html_with(tmp_path, body).edition["dates"]
    assert dates == {"submission": {"date": "2026-05-05", "was": ["2026-04-20"]}}


@pytest.mark.parametrize("label", ["Final submission", "Revisions of accepted papers due"])
def test_what_is_due_behind_the_notification_is_the_final_version(
    tmp_path: Path, label: str
) -> None:
    lines = f"* Submission: May 3, 2026\n* Notification: May 20, 2026\n* {label}: June 1, 2026\n"
    dates = page_with(tmp_path, f"{ORGANIZERS}# Important Dates\n\n{lines}").edition["dates"]
    assert dates == {
        "submission": {"date": "2026-05-03"},
        "notification": {"date": "2026-05-20"},
        "camera_ready": {"date": "2026-06-01"},
    }


def test_a_final_deadline_in_front_of_the_notification_is_one_of_submissions(
    tmp_path: Path,
) -> None:
    lines = "* Final submission deadline: May 10, 2026\n* Notification: May 20, 2026\n"
    dates = page_with(tmp_path, f"{ORGANIZERS}# Important Dates\n\n{lines}").edition["dates"]
    assert dates == {
        "submission": {"date": "2026-05-10"},
        "notification": {"date": "2026-05-20"},
    }


def test_a_day_until_which_papers_are_sent_is_not_that_of_the_workshop(tmp_path: Path) -> None:
    body = (
        "# Submission\n\nThe workshop runs its own review, and papers can be submitted directly to "
        "the workshop by June 1st, 2026. Style sheets: https://example.org/sample-style-files\n"
    )
    files = {"index.md": NO_DAY + ORGANIZERS + body}
    draft = read_site_edition(site(tmp_path / "s", files), "2026")
    assert "submissions" not in draft.edition
    assert "is none of the usual dates of authors" in messages(draft)
    assert "the pages do not say on which day the workshop is" in messages(draft)


def test_what_values_of_data_set_off_is_set_off(tmp_path: Path) -> None:
    record = (
        'speakers:\n  - name: "Bob Builder"\n    affiliation: "Sample Labs"\n'
        '    title: "On *Sample Texts* and **A* search** in `Tests`"\n'
    )
    files = {"index.md": HEAD.replace("---\n#", f"{record}---\n#") + ORGANIZERS}
    draft = read_site_edition(site(tmp_path / "s", files), "2026")
    assert list(speakers(draft)) == ["Bob Builder"]
    assert str(speakers(draft)["Bob Builder"]).startswith("On Sample Texts and")


@pytest.mark.parametrize("text", ["Pause Déjeuner", "Pausa Caffè", "Grand Hall", "Lecture Hall"])
def test_breaks_and_halls_are_nobody(text: str) -> None:
    assert person_name(text) == ""


@pytest.mark.parametrize("marks", ["material-icons", "x material-symbols-outlined"])
def test_words_in_place_of_which_a_font_shows_pictures_are_not_read(
    tmp_path: Path, marks: str
) -> None:
    icon = f'<i class="{marks}">open_in_new</i>'
    box = '<div class="c"><h3>{} {}</h3><div>{}</div></div>'
    boxes = box.format("Ann Author", icon, "Sample Labs") + box.format("Bob Builder", icon, "Tests")
    draft = html_with(tmp_path, f"<h2>Organizers</h2>{boxes}")
    assert list(organizers(draft)) == ["Ann Author", "Bob Builder"]


def test_folders_of_editions_have_a_number_in_front_of_their_year(tmp_path: Path) -> None:
    talk = "---\ntitle: Speakers\n---\n\n* {}, Sample Labs\n"
    files = {
        "_config.yml": "title: WSP 2026\ncollections:\n  programs:\n    output: true\n",
        "index.md": HEAD + ORGANIZERS,
        "_programs/2-sigir-25/1-talk.md": talk.format("Bob Builder"),
        "_programs/3-sigir-26/1-talk.md": talk.format("Cleo Coder"),
    }
    draft = read_site_edition(site(tmp_path / "s", files), "2026")
    assert list(speakers(draft)) == ["Cleo Coder"]


def test_an_acronym_in_front_of_a_title_is_taken_apart(tmp_path: Path) -> None:
    front = "---\ntitle: EXC2 - Energy Exact Computing of Samples\n---\n\n"
    text = front + "June 26, 2026, Lyon, France. Energy-Exact Samples.\n\n" + ORGANIZERS
    draft = read_site_edition(site(tmp_path / "s", {"index.md": text}), "2026")
    assert draft.workshop["name"] == "Energy Exact Computing of Samples"
    assert draft.workshop["acronym"] == "EXC2"


def test_a_day_of_the_event_in_a_sentence_is_no_title(tmp_path: Path) -> None:
    text = (
        "<h1>Samples and Placeholders</h1><p>June 26, 2026, Lyon, France</p>"
        "<p>On the third day, they will visit the placeholders of the town.</p>"
        "<h2>Organizers</h2><ul><li>Ann Author, University of Testing</li></ul>"
    )
    page = f"<html><head><title>Samples and Placeholders</title></head><body>{text}</body></html>"
    draft = read_site_edition(site(tmp_path / "s", {"index.html": page}), "2026")
    assert draft.workshop["name"] == "Samples and Placeholders"
