"""ACM's rights message: from the mail into the data and onto the page.

The messages here are in our own words; their commands are those that ACM sends.
"""

from __future__ import annotations

import re
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from proposal.importers.acm_rights import read_acm_rights
from proposal.importers.draft import Draft, ImportSourceError
from tests import pdf
from tests.diagnostic_lists import places
from tests.importers.bringing import imports, refuses, written
from tests.workspace import Workspace

DOI, ISBN = "10.1145/3773966.3779402", "979-8-4007-2292-9/2026/02"
NAME = "Nineteenth ACM International Conference on Web Search and Data Mining"
CONFERENCE = (
    f"\\acmConference[WSDM '26]{{Proceedings of the {NAME}}}{{February 22--26, 2026}}"
    "{Boise, ID, USA}\n"
    f"\\acmBooktitle{{Proceedings of the {NAME} (WSDM '26), February 22--26, 2026, "
    "Boise, ID, USA}\n"
)


def newer(copyright_commands: str) -> str:
    """The commands as ACM sends them now."""
    return (
        "\\copyrightyear{2026}\n\\acmYear{2026}\n"
        f"{copyright_commands}\n{CONFERENCE}\\acmDOI{{{DOI}}}\n\\acmISBN{{{ISBN}}}\n"
    )


def older(copyright_command: str) -> str:
    """The commands as ACM sent them until 2016, with 2026's numbers."""
    return (
        "\\CopyrightYear{2026}\n"
        f"{copyright_command}\n"
        "\\conferenceinfo{WSDM '26,}{February 22 - 26, 2026, Boise, ID, USA}\n"
        "\\isbn{979-8-4007-2292-9/26/02}\\acmPrice{\\$15.00}\n"
        f"\\doi{{http://dx.doi.org/{DOI}}}\n"
    )


KINDS = {
    "permission to publish": (
        newer("\\setcopyright{rightsretained}"),
        "Copyrights for third-party components of this work must be honored",
    ),
    "rights retained, in the older form": (
        older("\\setcopyright{rightsretained}"),
        "Copyright held by the owner/author(s)",
    ),
    "CC BY": (
        newer("\\setcopyright{cc}\n\\setcctype{by}"),
        "This work is licensed under a Creative Commons Attribution 4.0 International License",
    ),
}


@pytest.fixture
def brief(workspace: Workspace) -> Workspace:
    """The workshop with little text in its camera-ready version, so that TeX is quick."""
    workspace.write("editions/2026/proposal.md", "# One\n\nShort text.\n")
    return workspace


def read(tmp_path: Path, text: str, year: str = "2026") -> Draft:
    return read_acm_rights(written(tmp_path / "rights.txt", text), year)


def rights_of(draft: Draft) -> dict[str, Any]:
    documents: Any = draft.edition["documents"]
    found: dict[str, Any] = documents["camera-ready"]["rights"]
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_the_authors_choice_stands_on_the_page(brief: Workspace, tmp_path: Path, kind: str) -> None:
    message, notice = KINDS[kind]
    imports(brief, "acm-rights", written(tmp_path / "rights.txt", message))
    text = pdf.letters(pdf.raw_text(brief.built("2026")))
    assert pdf.letters(notice) in text
    assert pdf.letters(f"https://doi.org/{DOI}") in text
    assert pdf.letters("ACM ISBN 979-8-4007-2292-9") in text
    assert pdf.letters("WSDM ’26, February 22–26, 2026, Boise, Idaho, USA") in text


def test_the_newer_form_says_all_that_the_data_hold(tmp_path: Path) -> None:
    draft = read(tmp_path, newer("\\setcopyright{cc}\n\\setcctype[4.0]{by-nc-nd}"))
    assert rights_of(draft) == {
        "copyright": "cc",
        "licence": "by-nc-nd",
        "licence_version": "4.0",
        "year": "2026",
        "doi": DOI,
        "isbn": ISBN,
    }
    assert draft.venue == {
        "name": NAME,
        "series": "WSDM",
        "acronym": "WSDM '26",
        "start": "2026-02-22",
        "end": "2026-02-26",
        "city": "Boise",
        "state": "Idaho",
        "country": "USA",
    }
    assert draft.diagnostics == []


def test_the_older_form_says_the_same_with_a_price(tmp_path: Path) -> None:
    draft = read(tmp_path, older("\\setcopyright{acmcopyright}"))
    assert rights_of(draft) == {
        "copyright": "acmcopyright",
        "year": "2026",
        "doi": DOI,
        "isbn": "979-8-4007-2292-9/26/02",
        "price": "15.00",
    }
    assert (draft.venue["start"], draft.venue["city"]) == ("2026-02-22", "Boise")
    assert draft.diagnostics == []


def quoted(text: str) -> str:
    return "Hello,\n> " + text.replace("\n", "\n>> ")


def wrapped(text: str) -> str:
    """As a mail program does it that breaks every line wherever it can."""
    return text.replace(" ", "\n")


def as_html(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;")
    body = escaped.replace("\n", "<br>\n").replace(" and ", "&nbsp;and ")
    return f"<html><body><p>Dear&nbsp;author,</p><div>{body}</div></body></html>"


def as_mail(text: str) -> str:
    message = EmailMessage()
    message["Subject"] = "Rights"
    message.set_content(as_html(text), subtype="html", cte="quoted-printable")
    return message.as_string()


def among_prose(text: str) -> str:
    return (
        "Dear author, 100% of {the rights & $5 have been cleared.\n% \\acmDOI{10.1145/0.0}\n"
        f"{text}\nYours, the publisher }} of # everything_ \\unknown{{"
    )


def with_typographic_signs(text: str) -> str:
    return text.replace("'26", "’26").replace("--", "–")


@pytest.mark.parametrize(
    "change", [quoted, wrapped, as_html, as_mail, among_prose, with_typographic_signs]
)
def test_what_mail_programs_do_changes_nothing(tmp_path: Path, change: Any) -> None:
    plain = newer("\\setcopyright{cc}\n\\setcctype{by}")
    draft, wanted = read(tmp_path, change(plain)), read(tmp_path / "plain", plain)
    assert (draft.edition, draft.venue) == (wanted.edition, wanted.venue)
    assert draft.diagnostics == []


def test_contradictions_are_reported_at_their_lines(tmp_path: Path) -> None:
    text = (
        "\\setcopyright{acmlicensed}\n"
        "\\setcctype{by}\n"
        "\\copyrightyear{2025}\n"
        "\\acmYear{2026}\n"
        "\\acmConference[WSDM '26]{The Conference}{February 22--26, 2026}{Boise, ID, USA}\n"
        "\\acmDOI{10.1109/1.2}\n"
        "\\acmISBN{978-3-16-148410-0/25/08}\n"
    )
    draft = read(tmp_path, text)
    assert places(draft.diagnostics) == [
        "rights.txt:2:1 contradiction",  # a licence without \setcopyright{cc}
        "rights.txt:3:1 contradiction",  # another year than the edition's
        "rights.txt:4:1 contradiction",  # two years
        "rights.txt:6:1 contradiction",  # a DOI that is not ACM's
        "rights.txt:7:1 contradiction",  # an ISBN that is not ACM's
        "rights.txt:7:1 contradiction",  # and of another month
    ]
    assert rights_of(draft)["year"] == "2025"


def test_a_doi_of_other_years_than_the_isbn_is_reported(tmp_path: Path) -> None:
    draft = read(
        tmp_path, newer("\\setcopyright{acmlicensed}").replace(DOI, "10.1145/2939672.2939700")
    )
    (diagnostic,) = draft.diagnostics
    assert diagnostic.code == "contradiction"
    assert diagnostic.message.startswith("the DOI 10.1145/2939672.2939700 was given out in 2016")
    assert places([diagnostic]) == ["rights.txt:6:1 contradiction"]


def test_numbers_that_are_not_filled_in_are_left_out_and_reported(tmp_path: Path) -> None:
    text = (
        "\\setcopyright{acmlicensed}\n\\acmDOI{10.1145/nnnnnnn.nnnnnnn}\n"
        "\\acmISBN{978-1-4503-XXXX-X/18/06}\n"
    )
    draft = read(tmp_path, text)
    assert rights_of(draft) == {"copyright": "acmlicensed"}
    assert [diagnostic.code for diagnostic in draft.diagnostics] == ["not-a-doi", "not-an-isbn"]


def test_of_two_messages_in_one_mail_the_last_holds(tmp_path: Path) -> None:
    draft = read(tmp_path, newer("\\setcopyright{acmlicensed}") + "\\setcopyright{cc}\n")
    assert rights_of(draft)["copyright"] == "cc"
    assert [diagnostic.code for diagnostic in draft.diagnostics] == ["command-twice", "assumed"]


def test_proceedings_with_a_name_of_their_own_are_kept(tmp_path: Path) -> None:
    text = "\\setcopyright{cc}\\setcctype{by}" + CONFERENCE.replace(
        "\\acmBooktitle{Proceedings of the", "\\acmBooktitle{Companion Proceedings of the"
    )
    assert read(tmp_path, text).venue["proceedings"] == f"Companion Proceedings of the {NAME}"


def test_a_place_or_date_that_differs_from_the_venue_is_shown_old_and_new(
    workspace: Workspace, tmp_path: Path
) -> None:
    text = newer("\\setcopyright{acmlicensed}").replace("February 22--26", "February 23--27")
    source = written(tmp_path / "rights.txt", text)
    finished = workspace.run("import", "acm-rights", str(source), "--edition", "2026", "--dry-run")
    assert "start: 2026-02-22 → 2026-02-23" in finished.output
    assert "end: 2026-02-26 → 2026-02-27" in finished.output


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("Hanoi, Viet Nam", "zone: America/Boise → Asia/Ho_Chi_Minh"),
        ("Springfield, USA", "the time zone stays America/Boise"),
    ],
)
def test_another_place_brings_its_time_zone_or_asks_for_it(
    workspace: Workspace, tmp_path: Path, place: str, said: str
) -> None:
    text = newer("\\setcopyright{acmlicensed}").replace("Boise, ID, USA", place)
    source = written(tmp_path / "rights.txt", text)
    finished = workspace.run("import", "acm-rights", str(source), "--edition", "2026", "--dry-run")
    assert said in finished.output + finished.errors


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dear author, there is nothing here.", "has no command \\setcopyright{…}"),
        ("%PDF-1.7", "is a PDF; save the message as text"),
        ("\n\\setcopyright{acmlicensed", "rights.txt:2:1: \\setcopyright does not end"),
        (
            "\\setcopyright{cc\n\\acmDOI{10.1145/1.2}}",
            "rights.txt:1:1: \\setcopyright holds other commands",
        ),
        ("\\setcopyright{mine}", "rights.txt:1:1: `mine` is no word of \\setcopyright's"),
        ("\\setcopyright{cc}\\setcctype{free}", "`free` is no word of \\setcctype's"),
    ],
)
def test_what_is_no_rights_message_is_refused_in_one_sentence(
    tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(ImportSourceError) as caught:
        read(tmp_path, text)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_refused_message_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    source = written(tmp_path / "rights.txt", "\\setcopyright{acmlicensed")
    assert "look for a missing brace" in refuses(workspace, "acm-rights", source)


COMPANIONS = {
    "WWW Companion '26": ("Companion Proceedings of the ACM Web Conference 2026", "WWW '26"),
    "CHI EA '26": ("Extended Abstracts of the 2026 CHI Conference on Placeholders", "CHI '26"),
    "UMAP Adjunct '26": ("Adjunct Proceedings of the 34th ACM Conference on Users", "UMAP '26"),
    "GECCO '26 Companion": ("Genetic Placeholder Conference Companion", "GECCO '26"),
}


@pytest.mark.parametrize("acronym", COMPANIONS)
def test_companion_proceedings_do_not_rename_the_host(tmp_path: Path, acronym: str) -> None:
    title, host = COMPANIONS[acronym]
    text = newer("\\setcopyright{acmlicensed}").replace("WSDM '26", acronym)
    draft = read(tmp_path, text.replace(f"Proceedings of the {NAME}", title))
    assert draft.venue["acronym"] == host
    assert draft.venue["series"] == host.removesuffix(" '26")
    assert draft.venue["proceedings_acronym"] == acronym
    assert draft.venue["proceedings"] == title
    assert str(draft.venue["name"]) in title
    assert not re.search("companion|extended|adjunct", str(draft.venue["name"]), re.IGNORECASE)


def test_companion_proceedings_stand_in_the_pdf_and_the_host_in_the_call(
    brief: Workspace, tmp_path: Path
) -> None:
    acronym = "WSDM Companion '26"
    text = newer("\\setcopyright{acmlicensed}").replace("WSDM '26", acronym)
    text = text.replace(f"Proceedings of the {NAME}", f"Companion Proceedings of the {NAME}")
    imports(brief, "acm-rights", written(tmp_path / "rights.txt", text))
    page = brief.built("2026")
    printed = " ".join(pdf.text(page).replace("’", "'").split())
    letters = pdf.letters(pdf.raw_text(page))
    for said in (
        "Publication rights licensed to ACM",
        f"https://doi.org/{DOI}",
        "ACM ISBN 979-8-4007-2292-9",
    ):
        assert pdf.letters(said) in letters
    assert f"Companion Proceedings of the {NAME} ({acronym})" in printed
    assert f"{acronym}, February 22–26, 2026, Boise, Idaho, USA" in printed
    assert "$" not in printed
    venue = brief.edition("2026").venue
    assert (venue.name, venue.acronym) == (NAME, "WSDM '26")
