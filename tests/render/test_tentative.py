"""What is tentative never stands in an artefact as a fact."""

from __future__ import annotations

import json
import re
import shutil

import pytest
from icalendar import Calendar
from msgspec.structs import replace

from proposal.edition.edition import Edition
from proposal.edition.public import public
from proposal.render.latex.document import render_document
from proposal.render.quoted_facts import FactError, Facts, as_text
from proposal.render.site.page_cards import card_of
from tests.render.shown_texts import MARK, pages, texts
from tests.some import some
from tests.workspace import Workspace

EDITION = "editions/2026/edition.yaml"
PROGRAM = "editions/2026/program.yaml"
DAY = "February 26, 2026"
GUESSED_DEADLINES = ("November 28, 2025", "November 21, 2025", "December 18, 2025")
INVITED = "Liam Collins"


@pytest.fixture
def guessed(workspace: Workspace) -> Workspace:
    """The 2026 edition with everything that can be tentative, and a speaker who has not agreed.

    No calendar has been told of it yet.
    """
    (workspace.data / "editions" / "2026" / "calendar.yaml").unlink()
    workspace.replace(EDITION, "end: 16:50}", "end: 16:50, tentative: true}")
    workspace.replace(EDITION, "was: [2025-11-21]}", "was: [2025-11-21], tentative: true}")
    workspace.replace(
        EDITION, "notification: 2025-12-18", "notification: {date: 2025-12-18, tentative: true}"
    )
    workspace.replace(EDITION, "{expected: 60}", "{expected: 60, tentative: true}")
    workspace.replace(
        EDITION, "  system: OpenReview\n", "  system: OpenReview\n  tentative: true\n"
    )
    workspace.replace(
        EDITION,
        "person: liam-collins\n    role: talk\n    status: confirmed",
        "person: liam-collins\n    role: talk\n    status: invited",
    )
    workspace.replace(PROGRAM, "kind: lunch}", "kind: lunch, tentative: true}")
    workspace.append("venues/wsdm-2026.yaml", "tentative: true\n")
    workspace.write(
        "editions/2026/overview.md",
        "Send papers by {{ dates.submission }} to {{ venue.city }}, where on {{ when.date }}\n"
        "{{ speakers | names }} will speak.\n\n{{ dates }}\n",
    )
    return workspace


def test_no_public_file_names_a_guessed_deadline(guessed: Workspace) -> None:
    of_2026 = {name: text for name, text in texts(pages(guessed)).items() if "2024" not in name}
    assert len(of_2026) > 20
    for name, text in of_2026.items():
        for day in GUESSED_DEADLINES:
            assert day not in text, name
        assert not re.search(r"2025-?(11-?28|11-?21|12-?18)", text), name


def test_what_is_due_on_a_guessed_day_is_to_be_announced(guessed: Workspace) -> None:
    found = texts(pages(guessed))
    assert "Submission deadline to be announced" in found["text/cfp.txt"]
    assert "Deadline: to be announced" in found["text/cfp.txt"]
    assert "| Submission deadline | to be announced |" in found["text/cfp.md"]
    assert "- Submission deadline: to be announced" in found["jekyll/pages/GenAIRecP2026/index.md"]
    assert "Send papers by to be announced" in found["site/2026/index.html"]


def test_a_quoted_date_of_a_name_of_its_own_is_to_be_announced_while_it_is_a_guess(
    workspace: Workspace,
) -> None:
    posters = "dates:\n  posters: {date: 2026-01-20, label: Poster upload, tentative: true}\n"
    workspace.replace(EDITION, "dates:\n", posters)
    edition = public(workspace.edition("2026"))
    said = as_text(Facts(edition).value("dates.posters"), "dates.posters")
    assert said == "to be announced"
    with pytest.raises(FactError, match="there is no fact `banners`"):
        Facts(edition).value("dates.banners")


def test_no_public_file_names_guessed_rules_for_papers(guessed: Workspace) -> None:
    found = texts(pages(guessed))
    rules = re.compile(
        r"2 to 8 pages|2–8 pages|double-blind|not counting|proceedings\.|unfinished work",
        re.IGNORECASE,
    )
    for name in ("text/cfp.txt", "text/cfp.md", "site/2026/index.html"):
        assert not rules.search(found[name]), name
        assert "openreview.net/group?id=WSDM/2026" in found[name]
    assert not [name for name, text in found.items() if "2 to 8 pages" in text]


def test_rules_for_papers_that_are_confirmed_are_printed(workspace: Workspace) -> None:
    found = texts(pages(workspace))
    assert "Length: 2 to 8 pages" in found["text/cfp.txt"]
    assert "Review: double-blind" in found["text/cfp.txt"]


def test_every_mention_of_the_day_and_the_place_is_marked(guessed: Workspace) -> None:
    seen = 0
    for name, text in texts(pages(guessed)).items():
        for value in (DAY, "Boise, Idaho, USA", "February 22–26, 2026"):
            for match in re.finditer(re.escape(value), text):
                behind = re.sub(r"^(</[a-z]+>)*", "", text[match.end() :])
                both = f", Boise, Idaho, USA {MARK}"  # one mark stands behind days and place
                assert behind.startswith((f" {MARK}", both)), (name, behind[:60])
                seen += 1
    assert seen > 15


def test_one_tentative_value_marks_no_other_one(workspace: Workspace) -> None:
    workspace.replace(EDITION, "end: 16:50}", "end: 16:50, tentative: true}")
    call = texts(pages(workspace))["text/cfp.txt"]
    assert f"{DAY} {MARK}" in call
    assert "Boise, Idaho, USA Held with" in call
    assert "November 28, 2025" in call


def test_calendars_are_tentative_in_their_status_and_in_their_words(guessed: Workspace) -> None:
    made = pages(guessed).texts["2026"].files
    events = list(Calendar.from_ical(made["schedule.ics"]).events)
    assert {str(event["status"]) for event in events} == {"TENTATIVE"}
    assert all("2026, to be confirmed)" in str(event["summary"]) for event in events)
    assert all(
        "The day and the place are to be confirmed." in str(event["description"])
        for event in events
    )
    assert all(str(event["location"]).endswith(MARK) for event in events)
    (workshop,) = Calendar.from_ical(made["dates.ics"]).events
    assert (str(workshop["status"]), MARK in str(workshop["summary"])) == ("TENTATIVE", True)


def test_tentative_hours_make_only_their_event_tentative(workspace: Workspace) -> None:
    workspace.replace(PROGRAM, "kind: lunch}", "kind: lunch, tentative: true}")
    made = pages(workspace)
    events = list(Calendar.from_ical(made.texts["2026"].files["schedule.ics"]).events)
    tentative = [str(event["summary"]) for event in events if str(event["status"]) == "TENTATIVE"]
    assert tentative == ["Lunch (GenAIRecP 2026, to be confirmed)"]
    page = texts(made)["site/2026/index.html"]
    assert page.count(MARK) == 1


def test_who_has_not_agreed_is_named_nowhere_in_public(guessed: Workspace) -> None:
    for name, text in some(texts(pages(guessed)).items()):
        assert INVITED not in text, name
        assert "liam-collins" not in text, name


def test_an_open_talk_stays_in_the_program_without_a_name(guessed: Workspace) -> None:
    found = texts(pages(guessed))
    words = "Invited talk (speaker to be announced)"
    for name in (
        "site/2026/index.html",
        "jekyll/pages/GenAIRecP2026/index.md",
        "text/schedule.ics",
    ):
        assert words in found[name], name


def test_search_engines_get_no_guess(guessed: Workspace) -> None:
    page = pages(guessed).site.files["2026/index.html"].decode()
    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    event = json.loads(script)
    assert not {"startDate", "endDate", "eventStatus", "location", "subEvent"} & event.keys()
    assert not {"startDate", "endDate", "location"} & event["superEvent"].keys()
    assert event["description"].startswith("The day and the place are to be confirmed.")


def test_a_confirmed_edition_is_published_as_it_is(workspace: Workspace) -> None:
    edition = workspace.edition("2026")
    assert public(edition) == edition
    page = pages(workspace).site.files["2026/index.html"].decode()
    assert "eventStatus" in page
    assert "to be" not in texts(pages(workspace))["text/cfp.txt"].replace("has to be", "")


def test_the_public_edition_of_a_public_edition_is_the_same(guessed: Workspace) -> None:
    once = public(guessed.load().editions["2026"])
    assert public(once) == once


def test_the_social_card_shows_the_marks(guessed: Workspace, workspace: Workspace) -> None:
    edition = guessed.load().editions["2026"]
    assert str(edition.when.date).endswith(MARK)
    assert card_of(edition) != card_of(_settled(edition))


def _settled(edition: Edition) -> Edition:
    day = replace(edition.when.date, is_tentative=False)
    return replace(
        edition,
        when=replace(edition.when, date=day),
        venue=replace(edition.venue, is_tentative=False),
    )


# The home page


def test_the_home_page_stays_with_the_last_confirmed_edition(guessed: Workspace) -> None:
    found = texts(pages(guessed))
    home = found["site/index.html"]
    assert "<h1>First Workshop" in home
    assert "August 25, 2024" in home
    assert DAY not in home
    assert "GenAIRecP 2026</a>, is to be announced." in home
    assert "Day and place to be announced" in home
    assert "GenAIRecP2024" in found["jekyll/index.html"]
    assert "Day and place to be announced" in found["jekyll/pages/all-editions.md"]


@pytest.mark.parametrize("confirmed", ["day", "venue"])
def test_the_home_page_moves_once_the_day_or_the_place_is_confirmed(
    guessed: Workspace, confirmed: str
) -> None:
    if confirmed == "day":
        guessed.replace(EDITION, "end: 16:50, tentative: true}", "end: 16:50}")
    else:
        guessed.replace("venues/wsdm-2026.yaml", "tentative: true\n", "")
    assert "<h1>Third Workshop" in texts(pages(guessed))["site/index.html"]


def test_the_only_edition_is_shown_with_its_marks(guessed: Workspace) -> None:
    shutil.rmtree(guessed.data / "editions" / "2024")
    home = texts(pages(guessed))["site/index.html"]
    assert f"{DAY}</time>" not in home
    assert f"{DAY} {MARK}" in home


# Documents


def latex(workspace: Workspace) -> str:
    """The proposal's text before TeX, in one line."""
    edition = workspace.load().editions["2026"]
    rendered = render_document(workspace.root, edition, edition.documents["proposal"])
    return " ".join(rendered.tex.text.replace("~", " ").split())


def test_a_proposal_tells_planned_days_with_their_mark(guessed: Workspace) -> None:
    guessed.write(
        "editions/2026/proposal.md",
        "# Plan\n\nOn {{ when.date }} in {{ venue.city }}, {{ venue.place }}, by\n"
        "{{ dates.submission }}, {{ audience.expected }} people and {{ speakers | names }};\n"
        "papers have at most {{ submissions.pages.max }} pages;\n"
        "we have invited {{ speakers | invited | names }}.\n\n"
        "{{ dates }}\n\n{{ schedule }}\n\n{{ speakers }}\n",
    )
    text = latex(guessed)
    for words in (
        f"On {DAY} {MARK} in Boise {MARK}, Boise, Idaho, USA {MARK}",
        f"by November 28, 2025 {MARK}, 60 {MARK} people",
        f"{INVITED} (invited)",
        f"at most 8 {MARK} pages",
        f"we have invited {INVITED}.",
        f"November 28, 2025 {MARK}",
        f"\\textbf{{{INVITED}}}, Snap Inc. (invited)",
        f"\\textbf{{Lunch}} {MARK}",
    ):
        assert words in text, words


def test_a_program_that_is_all_tentative_says_so_once(guessed: Workspace) -> None:
    program = (guessed.data / PROGRAM).read_text(encoding="utf-8").replace(", tentative: true", "")
    guessed.write(PROGRAM, re.sub(r"\}$", ", tentative: true}", program, flags=re.MULTILINE))
    guessed.write("editions/2026/proposal.md", "# Day\n\n{{ schedule }}\n")
    sentence = "The hours of the program are to be confirmed."
    assert latex(guessed).count(sentence) == 1
    page = texts(pages(guessed))["site/2026/index.html"]
    assert page.count(sentence) == 1
