"""What looks like a fact on a website and is none: it is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.site.affiliation_lines import read_affiliation
from proposal.importers.site.line_starts import line_start
from proposal.importers.site.name_likeness import person_name
from proposal.importers.site.paper_lines import read_authors_line
from proposal.importers.site.site_head import find_place
from proposal.importers.site.site_reader import read_site_edition
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

NO_NAMES = (
    "Sample Representations",
    "Affiliated Institutions",
    "Logo Design",
    "UX Designer",
    "Cornell AgriTech",
    "Author, USA",
    "USA Ann Author",
    "Ann Author Example's",
)


@pytest.mark.parametrize("text", NO_NAMES)
def test_words_that_are_no_names(text: str) -> None:
    assert person_name(text) == ""


@pytest.mark.parametrize(
    "text", ["Ann DeAuthor", "Ann Clement", "Erin Grant", "J.D. Author", "Marion Author"]
)
def test_names_stay_names(text: str) -> None:
    assert person_name(text) == text


@pytest.mark.parametrize(
    ("text", "is_unsure"),
    [
        ("Prof. Ann Author Confirmed", False),
        ("Ann Author (confirmed)", False),
        ("Ann Author – tentative", True),
        ("Ann Author (to be confirmed)", True),
    ],
)
def test_a_badge_is_no_part_of_a_name(text: str, is_unsure: bool) -> None:
    start = line_start(text)
    assert start is not None
    assert start.name.removeprefix("Prof. ") == "Ann Author"
    assert start.rest == ""
    assert start.is_unsure is is_unsure


@pytest.mark.parametrize("text", ["View Slides", "Italy", "personal website", "Watch the video"])
def test_links_and_countries_are_no_institutions(text: str) -> None:
    assert read_affiliation(text) is None


@pytest.mark.parametrize(
    ("text", "institution"),
    [
        ("Scientist, Sample Research (SR)", "Sample Research (SR)"),
        ("A. Sample Donor Assistant Professor, Example University", "Example University"),
        (
            "Sample Research Program (Robots, Vision and Tests), Example University",
            "Sample Research Program (Robots, Vision and Tests), Example University",
        ),
        ("Department Head, Sample Institute of Tests", "Sample Institute of Tests"),
    ],
)
def test_an_institution_stays_whole(text: str, institution: str) -> None:
    found = read_affiliation(text)
    assert found is not None
    assert found.institution == institution


def test_a_country_below_an_institution_is_its_country(tmp_path: Path) -> None:
    body = "<h2>Organizers</h2><div><h4>Ann Author</h4><p>Example University<br>Italy</p></div>"
    draft = html_with(tmp_path, body)
    assert organizers(draft) == {"Ann Author": "Example University"}
    assert [person.affiliations[0].get("country") for person in draft.people] == ["Italy"]


FIRST = "A Study of Placeholders in Tests"
LISTS = {
    "a sentence in front": (
        "The following papers have been accepted to the workshop this year.\n\n"
        f"* **{FIRST}**<br>Cleo Coder, Dan Doe\n"
    ),
    "another sentence": (
        f"The posters are listed in order of submission.\n\n* **{FIRST}**<br>Cleo Coder, Dan Doe\n"
    ),
    "a number with a space": f"* **1 . {FIRST}**<br>Cleo Coder, Dan Doe\n",
    "a row of the programme": (
        f"* **{FIRST}**<br>Cleo Coder, Dan Doe\n* Spotlights (9:45 - 10:00)<br>Panel: Eve Example, "
        "Fay Foo\n"
    ),
    "somebody with a country": f"* **{FIRST}**<br>Cleo Coder, Dan Doe\n* Eve Example Sample, USA\n",
    "a note": (
        f"* **{FIRST}**<br>Cleo Coder, Dan Doe\n* To keep to the rules of samples, these authors "
        "have asked for no more than a title.\n"
    ),
    "a link": f"* **{FIRST}**<br>Cleo Coder, Dan Doe<br>[[expand abstract]](#one)\n",
}


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_only_papers_are_papers(tmp_path: Path, text: str) -> None:
    body = f"{ORGANIZERS}# Accepted papers\n\n{text}"
    assert papers(page_with(tmp_path, body)) == {FIRST: ["Cleo Coder", "Dan Doe"]}


def test_a_subtitle_is_no_author(tmp_path: Path) -> None:
    body = "# Accepted papers\n\n* **On Samples - Lessons Learned**<br>Cleo Coder, Dan Doe\n"
    assert papers(page_with(tmp_path, ORGANIZERS + body)) == {
        "On Samples - Lessons Learned": ["Cleo Coder", "Dan Doe"]
    }


def test_classes_part_a_title_from_its_authors(tmp_path: Path) -> None:
    body = (
        '<h2>Accepted papers</h2><ul><li><span class="title">Tests of small samples</span>\n'
        '<span class="authors">Cleo Coder, Dan Doe</span></li></ul>'
    )
    assert papers(html_with(tmp_path, body)) == {
        "Tests of small samples": ["Cleo Coder", "Dan Doe"]
    }


def test_labels_and_countries_are_no_authors() -> None:
    assert read_authors_line("Panel: Ann Author, Bob Builder") == []
    assert read_authors_line("Ann Author Example's, USA") == []


def test_a_house_is_no_city() -> None:
    assert find_place("SnT, Luxembourg") is None


def test_a_biography_is_no_place(tmp_path: Path) -> None:
    line = "Ann Author is a research director at the Sample Laboratory, Lyon, France."
    page = f"---\ntitle: Third Workshop on Samples (WSP 2026)\n---\n# Overview\n\n{line}\n\n"
    draft = read_site_edition(site(tmp_path / "site", {"index.md": page + ORGANIZERS}), "2026")
    assert str(draft.venue["city"]) == "To be announced"


def test_built_pages_of_another_site_are_not_read(tmp_path: Path) -> None:
    """A theme's own pages that were left in `_site` say nothing of the workshop."""
    files = {
        "_config.yml": "title: WSP\n",
        "index.md": HEAD + ORGANIZERS,
        "_site/index.html": "<html><title>Sample theme</title><h1>Organizers</h1><p>Dan Doe</html>",
    }
    assert organizers(read_site_edition(site(tmp_path / "site", files), "2026")) == {
        "Ann Author": "University of Testing"
    }


def test_what_is_due_after_the_workshop_is_no_date_of_it(tmp_path: Path) -> None:
    body = "# Important dates\n\n* Submission: September 1, 2026\n* Notification: October 1, 2026\n"
    draft = page_with(tmp_path, ORGANIZERS + body)
    assert not draft.edition.get("dates")
    assert "not-understood" in codes(draft)


def test_hours_of_a_talk_are_not_those_of_the_day(tmp_path: Path) -> None:
    body = "# Schedule\n\n* 9:26 - 9:45 Ann Author\n* 9:45 - 11:00 Opening\n"
    when = page_with(tmp_path, ORGANIZERS + body).edition["when"]
    assert not isinstance(when, dict) or when.get("end") != "09:45"


TITLES = {
    "another workshop in the text": (
        {
            "_config.yml": 'title: "Everything on Samples: Bridging All Placeholders"\n',
            "index.md": (
                "---\nlayout: home\n---\n# Overview\n\nJune 26, 2026.\n\n"
                + "Placeholder sentence.\n\n" * 14
                + "# Reading list\n\n"
                "* Ann Author: ICML Workshop on Lifelong Tests of Other Things\n"
            ),
        },
        "Everything on Samples: Bridging All Placeholders",
        None,
    ),
    "what a theme calls it": (
        {
            "index.md": (
                '---\ntitle: My website\nsubtitle: "Structured Sample Texts Workshop 2026"\n---\n'
                "# Overview\n\nJune 26, 2026.\n"
            ),
        },
        "Structured Sample Texts Workshop",
        None,
    ),
    "an acronym alone": (
        {
            "_config.yml": 'title: "WSPX \'26 at SIGIRX"\n',
            "index.md": "---\nlayout: home\n---\n# Overview\n\nJune 26, 2026.\n",
        },
        "WSPX",
        "WSPX",
    ),
    "a day behind it": (
        {
            "index.md": (
                '---\ntitle: "Fourth Workshop on Placeholders of Samples 1st November"\n---\n'
                "# Overview\n\nNovember 1, 2026.\n"
            )
        },
        "Workshop on Placeholders of Samples",
        None,
    ),
}


@pytest.mark.parametrize(("files", "name", "acronym"), TITLES.values(), ids=TITLES)
def test_a_site_is_called_as_it_calls_itself(
    tmp_path: Path, files: dict[str, str], name: str, acronym: str | None
) -> None:
    files = {**files, "index.md": f"{files['index.md']}\n{ORGANIZERS}"}
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert str(draft.workshop["name"]) == name
    assert acronym is None or str(draft.workshop["acronym"]) == acronym


HOSTS = {
    "a track": ("Co-located with the SAMPLE product search track", None),
    "a day behind a colon": ("A workshop at SAMPLE 26: June 26", "SAMPLE"),
    "a part of a town": ("The house is in the southern part of Sampletown.", None),
    "a number in front": (
        "Held in conjunction with the 41st European Conference on Sample Retrieval",
        "European Conference on Sample Retrieval",
    ),
    "a line of its own": (
        "IEEE International Conference on Samples and Placeholders (SAMPLE 2026)",
        "SAMPLE",
    ),
}


@pytest.mark.parametrize(("line", "series"), HOSTS.values(), ids=HOSTS)
def test_a_sentence_is_no_host(tmp_path: Path, line: str, series: str | None) -> None:
    head = HEAD.replace("<br>Held in conjunction with SIGIR 2026", "")
    page = f"{head}{line}\n\n{ORGANIZERS}"
    draft = read_site_edition(site(tmp_path / "site", {"index.md": page}), "2026")
    named = str(draft.venue["series"])
    assert named == (series or "Conference")


def test_affiliation_beside_a_speaker_is_no_title(tmp_path: Path) -> None:
    body = (
        "# Invited Speakers\n\n* Ann Author, Example University\n* Bob Builder, Sample Labs\n\n"
        "# Schedule\n\n"
        "| 9:00 - 9:30 | Invited Talk: Prof. Ann Author (Example) (+ Questions) |\n"
        "|---|---|\n| 9:30 - 10:00 | Invited Talk: Bob Builder (EU / SL) (+ Questions) |\n"
    )
    found = speakers(page_with(tmp_path, ORGANIZERS + body))
    assert found == {"Ann Author": None, "Bob Builder": None}


def test_posts_firms_and_fields_of_work_are_no_titles_of_talks(tmp_path: Path) -> None:
    body = """<h2>Speakers</h2><ul>
<li><b>Ann Author</b> (University of Testing) — Expertise: Samples, bricks and kinds</li>
<li><b>Bob Builder</b>, Sample Robotics<br>Head of Bricks and All Kinds</li></ul>
<h2>Program</h2><ul><li>9:00-10:00 Bob Builder – Sample Robotics | Video</li>
<li>10:00-11:00 Lunch</li></ul>"""
    assert speakers(html_with(tmp_path, body)) == {"Ann Author": None, "Bob Builder": None}


def test_prose_behind_brackets_is_a_biography(tmp_path: Path) -> None:
    said = "Ann Author (University of Testing): is a lecturer and writes placeholders."
    draft = html_with(tmp_path, f"<h2>Keynote</h2><p>{said}</p>")
    assert speakers(draft) == {"Ann Author": None}
    assert "writes placeholders" in str(draft.people[0].biography)


def test_pages_of_a_layout_that_is_elsewhere_are_named(tmp_path: Path) -> None:
    files = {
        "_config.yml": "title: WSP 2026\ntheme: example-theme\n",
        "index.md": HEAD,
        "speakers/index.md": "---\nlayout: speaker-overview\ntitle: Speakers\n---\n",
    }
    said = [one.message for one in read_site_edition(site(tmp_path, files), "2026").diagnostics]
    assert (
        "what pages like this one show comes from layouts of a theme elsewhere: `speaker-overview`"
        in said
    )


@pytest.mark.parametrize(
    "day",
    [
        "June 26 or 27, 2026",
        "June 26 or 27",
        "26 or 27 June 2026",
        "June 26–27",
        "26-27 June",
        "June 26th or 27th, 2026",
    ],
)
def test_of_two_possible_days_none_is_the_day_of_the_workshop(tmp_path: Path, day: str) -> None:
    head = (
        "<h1>Third Workshop on Structured Proposals (WSP 2026)</h1>"
        f"<p>{day} @ Sample Hall, Lyon, France</p><p>Co-located with SIGIR 2026</p>"
    )
    draft = html_with(tmp_path, "<h2>Organizers</h2><ul><li>Ann Author</li></ul>", head)
    when = draft.edition["when"]
    assert isinstance(when, dict)
    assert when["tentative"] is True
    assert "not-found" in codes(draft)


def test_news_below_a_paragraph_with_topics_are_no_topics(tmp_path: Path) -> None:
    text = (
        "# Overview\n\nPlaceholder sentence. We invite papers on these topics: samples, tests.\n\n"
        "Placeholder sentence on the aims of the workshop.\n\n"
        "**Announcements**\n\n* The placeholder schedule is out!\n* Papers are announced.\n"
    )
    draft = page_with(tmp_path, ORGANIZERS + text)
    assert "topics" not in draft.edition


def test_topics_below_a_sentence_may_stand_in_groups(tmp_path: Path) -> None:
    text = (
        "# Call for Papers\n\nTopics of interest include, but are not limited to:\n\n"
        "**Samples**\n\n* Sample texts\n* Sample names\n\n**Tests**\n\n* Unit tests\n\n"
        "Papers have at most eight pages, without references, and are reviewed by placeholders.\n\n"
        "* Long papers: 8 pages\n"
    )
    draft = page_with(tmp_path, ORGANIZERS + text)
    assert draft.edition["topics"] == ["Sample texts", "Sample names", "Unit tests"]


def test_two_backslashes_break_a_line_of_jekyll(tmp_path: Path) -> None:
    files = {
        "_config.yml": "title: WSP\n",
        "index.md": "---\ntitle: Third Workshop on Structured Proposals (WSP 2026)\n---\n"
        "> June 26, 2026 @ Sample Hall, Lyon, France\\\\\n> Contact: <wsp@example.org>\n",
    }
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert (draft.venue["city"], draft.venue["country"]) == ("Lyon", "France")


@pytest.mark.parametrize(
    "note",
    [
        "For a full list of the program committee, please visit the page on our organization.",
        "The schedule of all talks with their abstracts can be found on the page of the program.",
    ],
)
def test_a_note_below_the_last_speaker_is_no_biography(tmp_path: Path, note: str) -> None:
    body = "# Invited Speakers\n\n**Ann Author**<br>University of Testing\n\n" + note
    draft = page_with(tmp_path, body)
    assert [person.biography for person in draft.people] == [None]


def test_an_institution_with_its_country_below_a_name_is_no_speaker(tmp_path: Path) -> None:
    people = "".join(
        f"<li><h4>{name}</h4><p>{place}</p><p><a href='https://example.org/{number}'>Web</a></p></li>"
        for number, (name, place) in enumerate(
            [("Ann Author", "University of Testing"), ("Bob Builder", "Sample Space - Luxembourg")]
        )
    )
    draft = html_with(tmp_path, f"<h2>Invited Speakers</h2><ul>{people}</ul>")
    assert set(speakers(draft)) == {"Ann Author", "Bob Builder"}
    assert draft.people[1].homepage == "https://example.org/1"


def test_no_title_of_a_talk_ends_with_a_comma(tmp_path: Path) -> None:
    body = "# Invited Speakers\n\n**Ann Author**<br>University of Testing<br>Title: On Samples,\n"
    assert speakers(page_with(tmp_path, body)) == {"Ann Author": "On Samples"}


def test_whom_an_abstract_cites_is_no_speaker(tmp_path: Path) -> None:
    body = (
        "# Plenary Speaker - Prof. Ann Author\n\n**Professor Ann Author Dr.-Ing.**<br>"
        "Sample Three, Peru\n\n**Abstract:** On samples and what they are for.\n\n"
        "- [1] Bob Builder, Cleo Coder, “On Samples”, Journal of Samples, 1–12, (2018).\n"
        "- [2] D Drafter, “On Tests”, Journal of Tests, 2019.\n"
    )
    draft = page_with(tmp_path, body)
    assert speakers(draft) == {"Ann Author": None}
    assert draft.people[0].affiliations[0]["institution"] == "Sample Three"


def test_what_is_said_of_publication_is_no_topic(tmp_path: Path) -> None:
    body = (
        "# Scope and publication\n\n- Original work in progress\n- Nothing published before\n\n"
        "# Topics\n\n- Samples\n- ->\n"
    )
    assert page_with(tmp_path, body).edition["topics"] == ["Samples"]


def test_a_page_on_policies_is_not_where_papers_go(tmp_path: Path) -> None:
    body = (
        "# Submission\n\nSubmit your paper by [this site](https://journal.example.org/policies).\n\n"
        "Papers go to [PaperCept](https://sample.papercept.net/start).\n"
    )
    found = page_with(tmp_path, body).edition["submissions"]
    assert found == {"url": "https://sample.papercept.net/start", "system": "PaperCept"}
