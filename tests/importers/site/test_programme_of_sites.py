"""The programme and the dates of websites."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from proposal.importers.site.site_reader import read_site_edition
from tests.importers.site.small_sites import (
    ORGANIZERS,
    codes,
    hours,
    html_with,
    organizers,
    page_with,
    papers,
    site,
    speakers,
)

TABLE = """# Programme

| Time | Event |
| --- | --- |
| 9:00am – 9:10am | Opening |
| 9:10am – 10:00am | Keynote by Ann Author (University of Testing)<br>“On Placeholder Texts” |
| 10:00 – 10:30 | Coffee break |
| 10:30 – 12:00 | **Oral Session 1** |
| 10:30 – 11:15 | A Study of Placeholders in Tests<br>*Cleo Coder and Dan Doe* |
| 11:15 – 12:00 | Why Samples Matter: A Survey<br>*Eve Example, Fay Foo* |
| 12:00 – 13:00 PM | Lunch |
"""


def test_a_table_becomes_the_programme(tmp_path: Path) -> None:
    draft = page_with(tmp_path, ORGANIZERS + TABLE)
    assert hours(draft) == [
        ("09:00", "09:10"),
        ("09:10", "10:00"),
        ("10:00", "10:30"),
        ("10:30", "12:00"),
        ("12:00", "13:00"),
    ]
    assert speakers(draft) == {"Ann Author": "On Placeholder Texts"}
    session = draft.program[3]
    assert session["title"] == "Oral Session 1"
    assert session["papers"] == [paper["id"] for paper in draft.papers]
    assert list(papers(draft)) == [
        "A Study of Placeholders in Tests",
        "Why Samples Matter: A Survey",
    ]
    assert draft.edition["when"] == {"date": "2026-06-26", "start": "09:00", "end": "13:00"}


def test_a_list_that_begins_with_hours_is_a_programme(tmp_path: Path) -> None:
    body = "# Schedule\n\n- 14:00: Welcome\n- 14:15: Invited talk: Bob Builder\n- 15:00: Closing\n"
    draft = page_with(tmp_path, f"# Invited speakers\n\n* Bob Builder, Sample Labs\n\n{body}")
    assert hours(draft)[:2] == [("14:00", "14:15"), ("14:15", "15:00")]
    slot: dict[str, Any] = draft.program[1]
    assert slot["talk"].name == "Bob Builder"


def test_beginning_and_end_may_stand_in_columns_of_their_own(tmp_path: Path) -> None:
    body = (
        "# Program\n\n| Start | End | What |\n|---|---|---|\n| 09:00 | 09:15 | Opening |\n"
        "| 09:15 | 10:00 | Panel |\n"
    )
    assert hours(page_with(tmp_path, body)) == [("09:00", "09:15"), ("09:15", "10:00")]


def test_a_part_whose_end_nobody_says_is_tentative(tmp_path: Path) -> None:
    draft = page_with(
        tmp_path, "# Schedule\n\n- 14:00 – 14:15: Welcome\n- 15:00: Closing remarks\n"
    )
    assert draft.program[-1] == {
        "start": "15:00",
        "end": "15:30",
        "kind": "closing",
        "tentative": True,
    }


def test_a_programme_in_a_script_is_read_without_running_it(tmp_path: Path) -> None:
    draft = html_with(
        tmp_path,
        "<h2>Agenda</h2><div id='rows'></div><script>const scheduleData = ["
        "{ time: '09:00', title: 'Welcome', type: 'admin' },"
        "{ time: '09:10', title: 'Session 1', content: ["
        "{ time: '09:10', type: 'Keynote', title: 'On Placeholder Texts', "
        "speaker: 'Dr. Ann Author' }]},"
        "{ time: '10:00', title: 'Coffee Break', type: 'break' }];</script>",
    )
    assert [slot["start"] for slot in draft.program][:2] == ["09:00", "09:10"]
    assert speakers(draft) == {"Ann Author": "On Placeholder Texts"}


DATES = {
    "behind the label": (
        "- Submission deadline: April 6, 2026\n- Notification: May 12, 2026\n"
        "- Camera-ready papers due: May 20, 2026\n"
    ),
    "before the label": (
        "* 06 April 2026: Submission deadline\n* 12 May 2026: Notification of acceptance\n"
        "* 20 May 2026: Camera-ready papers due\n"
    ),
    "a table without a head": (
        "| April 6, 2026 | Papers due |\n|---|---|\n| May 12, 2026 | Author notification |\n"
        "| May 20, 2026 | Camera-ready version |\n"
    ),
    "days without a year": (
        "- Paper submission: April 6\n- Notification: May 12\n- Camera-ready: May 20\n"
    ),
    "a table with weekdays": (
        "| What | Day | Date |\n|---|---|---|\n| Paper submission | Monday | April 6, 2026 |\n"
        "| Notification | Tuesday | May 12, 2026 |\n| Camera ready | Wednesday | May 20, 2026 |\n"
    ),
    "the day below the label": (
        "**Submission deadline**<br>April 6, 2026\n\n**Notification**<br>May 12, 2026\n\n"
        "**Camera-ready version**<br>May 20, 2026\n"
    ),
}


@pytest.mark.parametrize("way", DATES.values(), ids=DATES)
def test_dates_are_found(tmp_path: Path, way: str) -> None:
    assert page_with(tmp_path, f"# Important Dates\n\n{way}").edition["dates"] == {
        "submission": {"date": "2026-04-06"},
        "notification": {"date": "2026-05-12"},
        "camera_ready": {"date": "2026-05-20"},
    }


def test_a_day_that_is_struck_out_was_the_day_before(tmp_path: Path) -> None:
    body = (
        "# Important Dates (Anywhere on Earth)\n\n- Submission: ~~April 6, 2026~~ April 13, 2026\n"
        "- Registration: ~~May 4, 2026~~ ~~May 19, 2026~~ (ended)\n"
    )
    assert page_with(tmp_path, body).edition["dates"] == {
        "submission": {"date": "2026-04-13", "was": ["2026-04-06"], "zone": "AoE"},
        "registration": {"date": "2026-05-19", "was": ["2026-05-04"], "zone": "AoE"},
    }


def test_dates_of_shared_tasks_are_left_out_and_reported(tmp_path: Path) -> None:
    draft = page_with(
        tmp_path,
        "# Important Dates\n\n- Paper submission deadline: May 21, 2026\n"
        "- Shared task paper submission deadline: June 10, 2026\n",
    )
    assert draft.edition["dates"] == {"submission": {"date": "2026-05-21"}}
    assert any("Shared task" in one.message for one in draft.diagnostics)


def test_topics_the_address_for_papers_and_the_contact_are_found(tmp_path: Path) -> None:
    draft = page_with(
        tmp_path,
        "# Call for Papers\n\nTopics include, but are not limited to:\n\n- Placeholders in tests;\n"
        "- Samples\n\nSubmit at https://easychair.org/conferences/?conf=wsp26\n\n"
        "# Contact\n\nFor questions write to wsp@example.net.\n",
    )
    assert draft.edition["topics"] == ["Placeholders in tests", "Samples"]
    assert draft.edition["submissions"] == {
        "url": "https://easychair.org/conferences/?conf=wsp26",
        "system": "EasyChair",
    }
    assert draft.edition["contact"] == "wsp@example.net"


def test_lines_beside_the_papers_of_a_programme_are_no_papers(tmp_path: Path) -> None:
    body = """<h2>Program</h2><table>
<tr><td>9:10am &ndash; 9:50am</td><td><h4>Paper session 1: Samples</h4>
(Session Chair: Gus Guest)
<ul><li>A Study of Placeholders in Tests<br><i>Cleo Coder, Dan Doe</i></li></ul></td></tr>
<tr><td>9:50am &ndash; 10:20am</td><td>Break</td></tr>
<tr><td>10:20am &ndash; 11:00am</td><td><h4>Paper session 2: Tests</h4>
(Session Chair: Ann Author)
<ul><li>Why Samples Matter<br><i>Eve Example, Fay Foo</i></li></ul></td></tr>
<tr><td>10:59am &ndash; 11:00am</td><td><h4>Closing</h4></td></tr></table>"""
    draft = html_with(tmp_path, body)
    assert list(papers(draft)) == ["A Study of Placeholders in Tests", "Why Samples Matter"]
    assert [slot.get("title") for slot in draft.program] == [
        "Paper session 1: Samples",
        None,
        "Paper session 2: Tests",
        None,
    ]
    assert hours(draft)[2:] == [("10:20", "11:00"), ("10:59", "11:00")]


def test_rows_of_a_table_may_lack_their_last_bar(tmp_path: Path) -> None:
    """As kramdown reads them; a row of bars alone only parts the others."""
    body = (
        "# Program\n\n| 11:00am<br>12:30pm | **Paper Session 1**\n| |\n| | 11:00am - 11:30am\n"
        "| | A Study of Placeholders in Tests<br>*Cleo Coder and Dan Doe*\n| |\n"
        "| | 11:30am - 12:30pm\n| | Why Samples Matter So Much<br>*Eve Example, Fay Foo*\n| |\n"
        "| 12:30pm<br>1:30pm | Lunch\n"
    )
    draft = page_with(tmp_path, body)
    assert papers(draft) == {
        "A Study of Placeholders in Tests": ["Cleo Coder", "Dan Doe"],
        "Why Samples Matter So Much": ["Eve Example", "Fay Foo"],
    }
    assert hours(draft) == [("11:00", "12:30"), ("12:30", "13:30")]


def test_an_end_half_a_day_too_late_is_reported(tmp_path: Path) -> None:
    body = (
        "# Program\n\n- 11:00am - 11:30pm: Opening\n- 11:30am - 12:00pm: Discussion\n"
        "- 12:00pm - 1:00pm: Lunch\n"
    )
    draft = page_with(tmp_path, body)
    assert hours(draft) == [("11:00", "11:30"), ("11:30", "12:00"), ("12:00", "13:00")]
    assert draft.program[0]["tentative"] is True
    assert "to-confirm" in codes(draft)


def city_of(root: Path, body: str) -> object:
    """The city of a site that names none in its head."""
    page = f"<h1>Third Workshop on Structured Proposals</h1><p>June 26, 2026</p>{body}"
    draft = read_site_edition(site(root / "site", {"index.html": page}), "2026")
    assert draft.venue is not None
    return draft.venue["city"]


def test_cities_of_a_clock_are_not_where_the_workshop_is(tmp_path: Path) -> None:
    body = "<p>Until 23:59 (GMT +8:00) Beijing, Perth, Singapore, Hong Kong</p>"
    assert city_of(tmp_path, body) == "To be announced"


def test_where_speakers_work_is_not_where_the_workshop_is(tmp_path: Path) -> None:
    body = (
        "<h2>Invited Speakers</h2><h3>On Samples</h3><p>Ann Author, Sample Labs, Lyon, France</p>"
    )
    assert city_of(tmp_path, body) == "To be announced"


@pytest.mark.parametrize(
    "written",
    [
        *("01.05.2026", "1.5.2026", "1. 5. 2026", "2026/05/01", "2026-5-1", "1st of May, 2026"),
        *("May 1st", "May 1st, 2026", "1. Mai 2026", "1er mai 2026", "1 de mayo de 2026"),
        *("1 de maio de 2026", "1 maggio 2026", "Fr, 1. Mai"),
    ],
)
def test_days_are_read_as_people_write_them(tmp_path: Path, written: str) -> None:
    as_list = f"# Important Dates\n\n- Submission deadline: {written}\n- Notification: 31.05.2026\n"
    as_table = f"# Important Dates\n\n| What | When |\n|---|---|\n| Submission | {written} |\n"
    for number, body in enumerate((as_list, as_table)):
        dates = page_with(tmp_path / str(number), body).edition["dates"]
        assert isinstance(dates, dict)
        assert dates["submission"] == {"date": "2026-05-01"}


@pytest.mark.parametrize(
    ("written", "day"), [("05/13/2026", "13"), ("13/05/2026", "13"), ("05/05/2026", "05")]
)
def test_a_part_over_twelve_is_the_day(tmp_path: Path, written: str, day: str) -> None:
    draft = page_with(tmp_path, f"# Important Dates\n\n- Submission deadline: {written}\n")
    assert draft.edition["dates"] == {"submission": {"date": f"2026-05-{day}"}}


def test_a_day_that_may_be_two_is_reported(tmp_path: Path) -> None:
    draft = page_with(tmp_path, "# Important Dates\n\n- Submission deadline: 03/04/2026\n")
    assert "dates" not in draft.edition
    assert any(
        one.message == "which part of 03/04/2026 is the month is not said, so it is left out"
        for one in draft.diagnostics
    )


LANGUAGES = {
    "German": (
        "# Organisatoren\n\n- Ann Author, Universität Beispiel\n\n# Wichtige Termine\n\n"
        "- Einreichungsfrist: 1. Mai 2026\n- Benachrichtigung: 15. Mai 2026\n"
        "- Druckfertige Version: 1. Juni 2026\n\n# Themen\n\n- Platzhalter\n- Beispiele\n\n"
        "# Angenommene Beiträge\n\n- A Study of Placeholders in Tests. Cleo Coder, Dan Doe\n"
    ),
    "French": (
        "# Comité d’organisation\n\n- Ann Author, Université Exemple\n\n# Dates importantes\n\n"
        "- Date limite de soumission : 1er mai 2026\n- Notification : 15 mai 2026\n"
        "- Version finale : 1er juin 2026\n\n# Thèmes\n\n- Exemples\n- Essais\n\n"
        "# Articles acceptés\n\n- A Study of Placeholders in Tests. Cleo Coder, Dan Doe\n"
    ),
    "Spanish": (
        "# Organizadores\n\n- Ann Author, Universidad Ejemplo\n\n# Fechas importantes\n\n"
        "- Envío de trabajos: 1 de mayo de 2026\n- Notificación: 15 de mayo de 2026\n"
        "- Versión final: 1 de junio de 2026\n\n# Temas\n\n- Ejemplos\n- Pruebas\n\n"
        "# Artículos aceptados\n\n- A Study of Placeholders in Tests. Cleo Coder, Dan Doe\n"
    ),
}


@pytest.mark.parametrize("body", LANGUAGES.values(), ids=LANGUAGES)
def test_headings_of_other_languages_are_known(tmp_path: Path, body: str) -> None:
    draft = page_with(tmp_path, body)
    assert list(organizers(draft)) == ["Ann Author"]
    assert draft.edition["dates"] == {
        "submission": {"date": "2026-05-01"},
        "notification": {"date": "2026-05-15"},
        "camera_ready": {"date": "2026-06-01"},
    }
    edition: dict[str, Any] = draft.edition
    assert len(edition["topics"]) == 2
    assert list(papers(draft)) == ["A Study of Placeholders in Tests"]


def test_a_call_is_not_what_a_day_below_it_is_the_day_of(tmp_path: Path) -> None:
    body = (
        "# Call for Abstracts\n\nWSP will be held in Lyon on June 26, 2026.\n\n"
        "## Submission details\n\nThe deadline for abstract submission is ~~April 1, 2026~~ "
        "April 9, 2026.\n"
    )
    dates = page_with(tmp_path, body).edition["dates"]
    assert dates == {"abstract": {"date": "2026-04-09", "was": ["2026-04-01"]}}


def test_hours_of_a_dinner_are_not_those_of_the_day(tmp_path: Path) -> None:
    body = (
        "# Program\n\n## June 26, 2026\n\n- 9:00am - 9:30am: Opening\n- 9:30am - 5:00pm: Talks\n"
        "- 6:00pm - 10:00pm: Dinner on June 26\n"
    )
    draft = page_with(tmp_path, body)
    assert draft.edition["when"] == {"date": "2026-06-26", "start": "09:00", "end": "22:00"}


def test_links_behind_titles_of_a_programme_are_left_out(tmp_path: Path) -> None:
    body = (
        "# Program\n\n- 9:00am - 9:30am: Opening\n- 9:30am - 10:00am: A Study of Placeholders "
        "[[abstract](/a)]<br>Cleo Coder, Dan Doe\n- 10:00am - 10:30am: Closing\n"
    )
    assert list(papers(page_with(tmp_path, body))) == ["A Study of Placeholders"]


def test_what_an_earlier_edition_was_part_of_is_no_host(tmp_path: Path) -> None:
    page = (
        "<h1>Third Workshop on Structured Proposals (WSP2026)</h1>"
        "<p>Following the first edition, as part of Sample Challenges at INLG 2025, we invite "
        "reports.</p><p>All talks at WSP2026 take place in Lyon.</p>"
    )
    draft = read_site_edition(site(tmp_path / "site", {"index.html": page}), "2026")
    assert draft.venue is not None
    assert str(draft.venue["series"]) == "Conference"


@pytest.mark.parametrize("title", ["Walk (optional)", "Demos and drinks.", "Games [outside]"])
def test_a_row_that_ends_with_a_sign_keeps_its_first_letter(tmp_path: Path, title: str) -> None:
    body = f"# Program\n\n- 9:00 - 9:30: Opening\n- 9:30 - 10:00: {title}\n"
    assert page_with(tmp_path, body).program[1]["title"] == title


def test_people_of_a_row_that_may_be_anything_are_reported(tmp_path: Path) -> None:
    row = "| 13:00 – 13:30 | Placeholder Hour<br>*Gil Given* |\n"
    draft = page_with(tmp_path, ORGANIZERS + TABLE + row)
    assert draft.program[-1]["title"] == "Placeholder Hour"
    (report,) = [found for found in draft.diagnostics if "Placeholder Hour" in found.message]
    assert report.message == "`Placeholder Hour` is kept without its people, such as Gil Given"


def test_one_word_behind_a_keynote_is_asked_about(tmp_path: Path) -> None:
    row = "| 13:00 – 13:30 | Keynote: Samples<br>Gil Given (University of Testing) |\n"
    (report,) = [
        found
        for found in page_with(tmp_path, ORGANIZERS + TABLE + row).diagnostics
        if "Samples" in found.message
    ]
    assert report.message == "whether “Samples” is the title of the talk of Gil Given is not clear"
    assert report.hint == "if it is, write `title: Samples` beside the speaker in edition.yaml"


def test_who_chairs_what_follows_stands_above_it(tmp_path: Path) -> None:
    body = """<h2>Program</h2><p>Chair: Ann Author</p><ul><li>09:00 - 09:10, Welcome</li></ul>
<ul><li>09:10 - 09:30, Coffee Break</li></ul><p>Chair: Bob Builder</p>
<ul><li>09:30 - 10:00, Panel</li><li>12:30 - 11:30, Lunch</li></ul>"""
    draft = html_with(tmp_path, body)
    assert [(slot["start"], slot["end"], slot.get("chair")) for slot in draft.program] == [
        ("09:00", "09:10", ["Ann Author"]),
        ("09:10", "09:30", None),
        ("09:30", "10:00", ["Bob Builder"]),
        ("12:30", "13:00", None),
    ]
    assert draft.program[-1]["tentative"] is True
    assert "a part from 12:30 to 23:30 is not likely" in [one.message for one in draft.diagnostics]


def test_a_row_whose_hours_are_not_understood_is_said_and_is_no_part_of_another(
    tmp_path: Path,
) -> None:
    rows = "| 20:00 - 21:00 | Opening |\n| 22:00 - 06:00 | Night of Samples |\n"
    table = f"# Programme\n\n| Time | |\n| --- | --- |\n| 19:00 - 20:00 | Dinner |\n{rows}"
    draft = page_with(tmp_path, ORGANIZERS + table)
    assert [slot["start"] for slot in draft.program] == ["19:00", "20:00"]
    assert "Night" not in str(draft.program)
    (found,) = [one for one in draft.diagnostics if "the hours of" in one.message]
    assert "22:00 - 06:00" in found.message
    assert "`next_day: true`" in str(found.hint)
