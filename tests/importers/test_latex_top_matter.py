"""What is understood of a paper's title, authors, conference and rights."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from proposal.importers.draft import Draft
from proposal.importers.latex.running_heads import authors_in_heads
from proposal.model.document_format import FORMATS, DocumentFormat
from tests.diagnostic_lists import only
from tests.importers.latex_papers import AUTHOR, TITLE, read, with_code
from tests.some import some


def document(draft: Draft) -> dict[str, Any]:
    """What the draft says of its only document."""
    documents = draft.edition["documents"]
    assert isinstance(documents, dict)
    (found,) = documents.values()
    return dict(found)


def titled(folder: Path, title: str) -> Draft:
    return read(folder, top=f"\\title{{{title}}}\n{AUTHOR}")


@pytest.mark.parametrize(
    ("title", "ordinal", "printed"),
    [
        ("First Workshop on Structured Proposals", "1", None),
        ("Third Workshop on Structured Proposals", "3", None),
        ("3rd Workshop on Structured Proposals", "3", "3rd Workshop on Structured Proposals"),
        ("The 1st Workshop on Structured Proposals", "1", "The 1st Workshop on …"),
        (r"Proposal for the Second\\ Workshop on Structured Proposals", "2", "Proposal for …"),
        ("Twenty-First Workshop on Structured Proposals", "21", "Twenty-First Workshop on …"),
        ("Twenty-first Workshop on Structured Proposals", "21", None),
    ],
)
def test_ordinal_and_name_are_taken_apart_and_the_title_stays(
    title: str, ordinal: str, printed: str | None, tmp_path: Path
) -> None:
    draft = titled(tmp_path, title)
    assert draft.workshop["name"] == "Workshop on Structured Proposals"
    assert draft.edition["ordinal"] == ordinal
    shown = document(draft).get("title")
    if printed is None:
        assert shown is None
    else:
        assert shown == title.replace("\\\\", "")
        assert shown.startswith(printed.removesuffix("…"))


def test_the_short_name_stands_in_the_title_or_behind_the_name(tmp_path: Path) -> None:
    assert titled(tmp_path, "WSP'24: First Workshop on X").workshop["acronym"] == "WSP"
    assert titled(tmp_path, "First Workshop on X (WSP 2024)").workshop["acronym"] == "WSP"
    draft = read(tmp_path, "The First Workshop on Structured Proposals (WSP) is new.")
    assert draft.workshop["acronym"] == "WSP"
    assert with_code(draft, "guessed-acronym") == []
    assert "acronym" not in read(tmp_path).workshop
    assert with_code(read(tmp_path), "guessed-acronym")


def test_a_title_without_ordinal_is_reported(tmp_path: Path) -> None:
    draft = titled(tmp_path, "Workshop on Structured Proposals")
    assert draft.edition["ordinal"] == "1"
    assert document(draft)["title"] == "Workshop on Structured Proposals"
    assert only(with_code(draft, "guessed-ordinal")).span is not None


def test_subtitle(tmp_path: Path) -> None:
    draft = read(tmp_path, top=f"{TITLE}\\subtitle{{A \\emph{{summary}}}}\n{AUTHOR}")
    assert document(draft)["subtitle"] == "A summary"


# Authors

AUTHORS = r"""\title{First Workshop on X}
\author{Ren\'e Vidal}
\authornote{Both authors contributed equally to this research.}
\authornote{Corresponding author.}
\email{rene\_v@example.org}
\orcid{https://orcid.org/0000-0002-1825-0097}
\affiliation{%
  \department{School of Computing \& Data}
  \institution{University of Somewhere}
  \streetaddress{1 Road}\city{Boise}\state{Idaho}\postcode{83702}\country{USA}}
\affiliation{\institution{Another Institute}\city{Oslo}\country{Norway}}
\author{Narges Tabari}
\authornotemark[1]
\author{Wang-Cheng Kang}
\affiliation{AWS AI Labs\country{USA}}
"""


def test_authors_with_their_affiliations_addresses_and_notes(tmp_path: Path) -> None:
    draft = read(tmp_path, top=AUTHORS)
    vidal, tabari, kang = draft.people
    assert (vidal.name, vidal.email, vidal.orcid) == (
        "René Vidal",
        "rene_v@example.org",
        "0000-0002-1825-0097",
    )
    assert vidal.affiliations == [
        {
            "institution": "University of Somewhere",
            "department": "School of Computing & Data",
            "city": "Boise",
            "state": "Idaho",
            "country": "USA",
        },
        {"institution": "Another Institute", "city": "Oslo", "country": "Norway"},
    ]
    assert tabari.affiliations == kang.affiliations
    assert kang.affiliations == [{"institution": "AWS AI Labs", "country": "USA"}]
    assert draft.edition["organizers"] == [
        {"person": vidal, "corresponding": True, "equal": True},
        {"person": tabari, "equal": True},
        kang,
    ]
    assert only(with_code(draft, "note-reworded")).message.endswith("contributed equally.”")


def test_a_list_with_raised_numbers_in_one_author_command(tmp_path: Path) -> None:
    listed = r"Ann Example$^{1}$, Bob Sample$^{1,2}$ \\ $^1$Institute One, Oslo, Norway \\ "
    draft = read(tmp_path, top=f"{TITLE}\n\\author{{{listed}$^2$Institute Two, Lima, Peru}}")
    ann, bob = draft.people
    one = {"institution": "Institute One", "city": "Oslo", "country": "Norway"}
    two = {"institution": "Institute Two", "city": "Lima", "country": "Peru"}
    assert (ann.name, ann.affiliations) == ("Ann Example", [one])
    assert (bob.name, bob.affiliations) == ("Bob Sample", [one, two])


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (r"\email{nobody}", "not-an-email"),
        (r"\orcid{1234-5678-9012}", "not-an-orcid"),
        (r"\authornote{On leave.}", "note-not-kept"),
        (r"\email{a@example.org}\email{b@example.org}", "second-email"),
        (r"\affiliation{\country{USA}}", "no-institution"),
        (r"\authornotemark[7]", "no-author-note"),
        (r"\titlenote{So.}", "note-not-kept"),
    ],
)
def test_what_the_data_do_not_take_of_authors_is_reported(
    command: str, code: str, tmp_path: Path
) -> None:
    draft = read(tmp_path, top=f"{TITLE}\n{AUTHOR}\n{command}")
    span = only(with_code(draft, code)).span
    assert span is not None
    assert span.line == 7


# The conference


@pytest.mark.parametrize(
    ("dates", "place", "expected"),
    [
        (
            "August 25--29, 2024",
            "Barcelona, Spain",
            ("2024-08-25", "2024-08-29", "Barcelona", None, "Spain", "Europe/Madrid"),
        ),
        (
            "July 30--August 3, 2024",
            "Boise, Idaho, USA",
            ("2024-07-30", "2024-08-03", "Boise", "Idaho", "USA", "America/Boise"),
        ),
        (
            "25-29 August 2024",
            "Toronto, ON, Canada",
            ("2024-08-25", "2024-08-29", "Toronto", "ON", "Canada", "America/Toronto"),
        ),
        (
            "August~25, 2024",
            "Singapore, Singapore",
            ("2024-08-25", "2024-08-25", "Singapore", None, "Singapore", "Asia/Singapore"),
        ),
    ],
)
def test_the_host_conference(
    dates: str, place: str, expected: tuple[str | None, ...], tmp_path: Path
) -> None:
    line = f"\\acmConference[KDD '24]{{The 30th Conference on Data}}{{{dates}}}{{{place}}}"
    draft = read(tmp_path, conference=line)
    venue = draft.venue
    keys = ("start", "end", "city", "state", "country", "zone")
    assert tuple(venue.get(key) for key in keys) == expected
    assert (venue["series"], venue["acronym"]) == ("KDD", "KDD '24")
    assert venue["name"] == "30th Conference on Data"
    assert with_code(draft, "unknown-zone") == []
    when = draft.edition["when"]
    assert when == {"date": expected[0], "start": "09:00", "end": "17:00", "tentative": True}
    span = only(with_code(draft, "guessed-hours")).span
    assert span is not None
    assert span.line == 2


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (r"\acmConference[X '24]{X}{soon}{Boise, Idaho, USA}", "guessed-date"),
        (r"\acmConference[X '24]{X}{May 1--2, 2024}{Springfield, USA}", "unknown-zone"),
        (r"\acmConference[X '24]{X}{May 1--2, 2024}{Somewhere}", "unclear-place"),
        (r"\acmConference[X '23]{X}{May 1--2, 2023}{Oslo, Norway}", "other-year"),
        (r"\acmConference[Conference'17]{ACM Conference}{July 2017}{DC, USA}", "sample-value"),
        ("", "no-conference"),
    ],
)
def test_what_is_unclear_of_the_conference_is_reported(
    line: str, code: str, tmp_path: Path
) -> None:
    draft = read(tmp_path, conference=line)
    assert with_code(draft, code)


@pytest.mark.parametrize(
    "line",
    ["", r"\acmConference[Conference acronym 'XX]{Make sure to enter it}{June 2018}{Woodstock}"],
)
def test_a_paper_without_a_conference_gets_a_venue_to_be_confirmed(
    line: str, tmp_path: Path
) -> None:
    draft = read(tmp_path, conference=line)
    assert draft.venue["tentative"] is True
    assert draft.venue["name"] == "Host Conference 2024"
    assert (draft.venue["start"], draft.venue["end"]) == ("2024-01-01", "2024-12-31")
    assert with_code(draft, "no-conference")


def test_a_conference_that_the_title_names_is_the_one_to_be_confirmed(tmp_path: Path) -> None:
    title = r"\title{Workshop Proposal\\Third Workshop on Placeholders at KDD 2024}"
    draft = read(tmp_path, top=f"{title}\n{AUTHOR}", conference="")
    assert (draft.venue["series"], draft.venue["acronym"]) == ("KDD", "KDD '24")
    assert draft.workshop["name"] == "Workshop on Placeholders"
    (found,) = with_code(draft, "no-conference")
    assert "days and place of KDD '24 are not said" in found.message


def test_the_title_of_the_proceedings_is_kept_where_it_is_not_the_conferences(
    tmp_path: Path,
) -> None:
    name = "30th ACM SIGKDD Conference on Knowledge Discovery and Data Mining"
    behind = "(KDD '24), August 25--29, 2024, Barcelona, Spain"
    usual = read(tmp_path, before=f"\\acmBooktitle{{Proceedings of the {name} {behind}}}")
    assert "proceedings" not in usual.venue
    other = read(tmp_path, before=f"\\acmBooktitle{{Companion Proceedings {behind}}}")
    assert other.venue["proceedings"] == "Companion Proceedings"


# The document

RIGHTS = r"""\setcopyright{cc}
\setcctype[4.0]{by}
\copyrightyear{2024}
\acmYear{2024}
\acmDOI{10.1145/3637528.3671486}
\acmISBN{979-8-4007-0490-1/24/08}
\acmPrice{15.00}
\acmArticle{42}"""


def test_rights_of_a_camera_ready(tmp_path: Path) -> None:
    draft = read(tmp_path, before=RIGHTS)
    assert document(draft) == {
        "text": "summary.md",
        "rights": {
            "copyright": "cc",
            "licence": "by",
            "licence_version": "4.0",
            "year": "2024",
            "doi": "10.1145/3637528.3671486",
            "isbn": "979-8-4007-0490-1/24/08",
            "price": "15.00",
            "article": "42",
        },
        "page_numbers": False,
    }


def test_sample_numbers_are_left_out_and_reported(tmp_path: Path) -> None:
    before = r"""\setcopyright{acmlicensed}
\acmDOI{10.1145/nnnnnnn.nnnnnnn}
\acmISBN{978-1-4503-XXXX-X/18/06}"""
    draft = read(tmp_path, before=before)
    assert "rights" not in document(draft)
    assert list(draft.texts) == ["proposal.md"]
    assert with_code(draft, "taken-for-proposal")
    assert len(with_code(draft, "sample-value")) == 2


def test_rights_that_a_paper_does_not_set_are_those_of_acmart_today(tmp_path: Path) -> None:
    doi = r"\acmDOI{10.1145/3637528.3671486}"
    draft = read(tmp_path, before=doi)
    assert document(draft)["rights"] == {
        "copyright": "acmlicensed",
        "doi": "10.1145/3637528.3671486",
    }
    (found,) = with_code(draft, "guessed-copyright")
    assert found.message.endswith("acmart's own is taken: acmlicensed since version 2.00")


def test_a_paper_that_hides_the_reference_and_has_no_rights_is_a_proposal(tmp_path: Path) -> None:
    before = r"""\settopmatter{printacmref=false, printfolios=true, authorsperrow=4}
\setcopyright{none}
\acmDOI{}
\renewcommand\footnotetextcopyrightpermission[1]{}"""
    draft = read(tmp_path, "So.", before=before)
    assert draft.texts == {"proposal.md": "So."}
    assert draft.edition["documents"] == {
        "proposal": {"text": "proposal.md", "authors_per_row": "4"}
    }
    assert list(read(tmp_path, "So.", options="sigconf,nonacm").texts) == ["proposal.md"]


@pytest.mark.parametrize("command", [r"\setcounter{page}{6737}", r"\startPage{6737}"])
def test_first_page(command: str, tmp_path: Path) -> None:
    assert document(read(tmp_path, command))["first_page"] == "6737"


def test_running_heads_are_those_of_the_paper(tmp_path: Path) -> None:
    second = r"\author{Wang-Cheng Kang}\affiliation{\institution{Google}\country{USA}}"
    top = f"{TITLE}\n{AUTHOR}\n{second}\n"
    usual = read(tmp_path, top=top + r"\renewcommand{\shortauthors}{Narges Tabari et al.}")
    assert "short_authors" not in document(usual)
    own = read(tmp_path, top=top + r"\renewcommand\shortauthors{Tabari et al.}")
    assert document(own)["short_authors"] == "Tabari et al."
    defined = read(tmp_path, top=top + r"\def\shortauthors{Tabari and Kang}")
    assert document(defined)["short_authors"] == "Tabari and Kang"
    none = read(tmp_path, top=top)
    assert document(none)["short_authors"] == "Narges Tabari and Wang-Cheng Kang"


def test_keywords_and_concepts(tmp_path: Path) -> None:
    before = r"""\begin{CCSXML}
<ccs2012><concept>
<concept_id>10002951.10003317</concept_id>
<concept_desc>Information systems~Retrieval &amp; ranking</concept_desc>
<concept_significance>500</concept_significance>
</concept></ccs2012>
\end{CCSXML}
\ccsdesc[500]{Information systems~Retrieval \& ranking}
\ccsdesc{Applied computing~Publishing}
\keywords{one, two words; three}"""
    draft = read(tmp_path, top=f"{TITLE}\n{AUTHOR}\n{before}")
    assert draft.edition["keywords"] == ["one", "two words", "three"]
    assert draft.edition["ccs"] == [
        {
            "concept": "Information systems → Retrieval & ranking",
            "id": "10002951.10003317",
            "significance": "500",
        },
        {"concept": "Applied computing → Publishing", "significance": "100"},
    ]


@pytest.mark.parametrize(
    ("options", "keys"),
    [
        ("sigconf,review,anonymous", {"variant": "anonymous"}),
        ("sigconf,anonymous=true", {"variant": "anonymous"}),
        ("review,sigconf", {"variant": "submission"}),
        ("sigconf,anonymous=false,review=false", {}),
        ("manuscript,screen,review", {"format": "manuscript", "variant": "submission"}),
        ("acmsmall", {"format": "acmsmall"}),
        ("nonacm", {"format": "manuscript"}),
        ("sigconf,10pt", {}),
    ],
)
def test_options_of_the_class_are_format_and_variant(
    tmp_path: Path, options: str, keys: dict[str, str]
) -> None:
    draft = read(tmp_path, options=options)
    documents = draft.edition["documents"]
    assert isinstance(documents, dict)
    document = next(iter(documents.values()))
    assert isinstance(document, dict)
    assert {key: document[key] for key in ("format", "variant") if key in document} == keys
    assert with_code(draft, "layout-not-kept") == []


def test_other_options_of_the_class_are_reported(tmp_path: Path) -> None:
    draft = read(tmp_path, options="acmlarge,timestamp")
    messages = [diagnostic.message for diagnostic in with_code(draft, "layout-not-kept")]
    assert "the document is set as sigconf, without acmlarge, timestamp" in messages


def test_an_abstract_is_prose(tmp_path: Path) -> None:
    draft = read(tmp_path, "\\begin{abstract}One \\emph{two}.\n\nThree.\\end{abstract}")
    assert draft.edition["abstract"] == "One *two*.\n\nThree."


def test_a_concept_keeps_its_accents(tmp_path: Path) -> None:
    top = r"""\begin{CCSXML}
<ccs2012><concept>
<concept_id>10010405.10010444</concept_id>
<concept_desc>Matem\'aticas~Dise\~{n}o</concept_desc>
</concept></ccs2012>
\end{CCSXML}
\ccsdesc[300]{Matem\'aticas~Dise\~{n}o}"""
    draft = read(tmp_path, top=f"{TITLE}\n{AUTHOR}\n{top}")
    concept = {"concept": "Matemáticas → Diseño", "id": "10010405.10010444", "significance": "300"}
    assert draft.edition["ccs"] == [concept]


def test_a_copyright_that_acmart_does_not_have_is_left_out_and_reported(tmp_path: Path) -> None:
    before = "\\setcopyright{ownlicence}\n\\acmDOI{10.1145/1234567.1234568}"
    draft = read(tmp_path, before=before)
    assert document(draft)["rights"] == {
        "copyright": "acmlicensed",
        "doi": "10.1145/1234567.1234568",
    }
    assert only(with_code(draft, "refused-value")).message.startswith("`ownlicence` is no value")
    assert with_code(draft, "guessed-copyright")


@pytest.mark.parametrize(
    ("dates", "days"),
    [("August 2024", ("2024-08-01", "2024-08-31")), ("soon", ("2024-01-01", "2024-12-31"))],
)
def test_days_that_nobody_wrote_are_the_whole_month_or_year(
    dates: str, days: tuple[str, str], tmp_path: Path
) -> None:
    line = f"\\acmConference[X '24]{{The Conference on X}}{{{dates}}}{{Oslo, Norway}}"
    draft = read(tmp_path, conference=line)
    assert (draft.venue["start"], draft.venue["end"]) == days
    assert draft.venue["tentative"] is True
    whole = "month" if dates != "soon" else "year"
    found = only(with_code(draft, "guessed-date"))
    assert found.message == (
        f"“{dates}” are no days of the conference; the whole {whole} stands for them"
    )


def affiliated(folder: Path, *affiliations: str) -> Draft:
    authors = [
        f"\\author{{{name} Author}}\n\\affiliation{{{affiliation}}}"
        for name, affiliation in zip(("Ann", "Bob", "Cid"), affiliations, strict=False)
    ]
    return read(folder, top="\n".join([TITLE, *authors]))


@pytest.mark.parametrize(
    ("place", "country"),
    [
        (r"\city{Princeton}\state{New Jersey}", "USA"),
        (r"\city{Cambridge, MA}", "USA"),
        (r"\city{Perth}\state{WA}", "Australia"),
        (r"\city{Atlanta}\state{Georgia}", "USA"),
    ],
)
def test_a_country_is_worked_out_from_city_and_state(
    place: str, country: str, tmp_path: Path
) -> None:
    draft = affiliated(tmp_path, rf"\institution{{Example University}}{place}")
    (person,) = draft.people
    assert person.affiliations[0]["country"] == country
    assert f"“{country}” is worked out" in only(with_code(draft, "guessed-country")).message


@pytest.mark.parametrize(
    "place",
    ["", r"\city{Zurich}", r"\city{Tbilisi}\state{Georgia}", r"\city{Catania}\state{CT}"],
)
def test_a_country_that_is_not_sure_is_asked_for_once(place: str, tmp_path: Path) -> None:
    affiliation = rf"\institution{{Example University}}{place}"
    draft = affiliated(tmp_path, affiliation, affiliation)
    assert all("country" not in person.affiliations[0] for person in some(draft.people))
    found = only(with_code(draft, "missing-country"))
    assert found.message == (
        "the affiliation “Example University” names no country, which ACM demands; "
        "1 more such (also in line 9)"
    )
    assert found.span is not None
    assert found.span.line == 7


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Ann Author, Ph.D.", ["Ann Author"]),
        ("Ann Author, PhD and Bob Builder, M.Sc.", ["Ann Author", "Bob Builder"]),
        ("Ann Author, MD", ["Ann Author"]),
        ("Ann Author Jr.", ["Ann Author Jr."]),
        ("Ann Author, Jr.", ["Ann Author Jr."]),
        ("Ann Author (ann@uni.example)", ["Ann Author"]),
        ("Ann Author, ann@uni.example", ["Ann Author"]),
    ],
)
def test_degrees_suffixes_and_addresses_are_no_persons(
    author: str, names: list[str], tmp_path: Path
) -> None:
    affiliation = r"\affiliation{\institution{Example University}\country{Finland}}"
    draft = read(tmp_path, top=f"{TITLE}\n\\author{{{author}}}{affiliation}")
    assert [person.name.replace(",", "") for person in draft.people] == names
    emails = [person.email for person in draft.people]
    assert emails == (["ann@uni.example"] if "@" in author else [None] * len(names))


def test_the_order_of_address_and_affiliation_is_remarked_once(tmp_path: Path) -> None:
    one = r"\author{%s Author}\affiliation{\institution{X}\country{Norway}}\email{%s@uni.example}"
    authors = [one % (name, name.lower()) for name in ("Ann", "Bob", "Cid")]
    draft = read(tmp_path, top="\n".join([TITLE, *authors]))
    above = [found for found in draft.diagnostics if "above the affiliation" in found.message]
    assert only(above).message.endswith("2 more such (also in lines 7, 8)")


# Notes at titles and names


@pytest.mark.parametrize(
    "title",
    [
        r"\title{First Workshop on X\thanks{Funded by the Example Fund.}}",
        r"\title{First Workshop on X}\titlenote{Funded by the Example Fund.}",
        r"\title{First Workshop on X}\subtitle{A summary\footnote{Funded by the Example Fund.}}",
        r"\title{First \emph{Workshop\thanks{Funded by the Example Fund.}} on X}",
    ],
)
def test_a_note_that_names_who_paid_opens_the_acknowledgments(title: str, tmp_path: Path) -> None:
    draft = read(tmp_path, r"\begin{acks}Thanks.\end{acks}", top=f"{title}\n{AUTHOR}")
    assert draft.workshop["name"] == "Workshop on X"
    assert document(draft)["acknowledgments"] == "Funded by the Example Fund.\n\nThanks."
    assert only(with_code(draft, "note-moved")).span is not None


@pytest.mark.parametrize(
    ("top", "words"),
    [
        (r"\title{Workshop on X\footnote{A word.}}", "A word."),
        (r"\title{Workshop on X}\subtitle{Sub\thanks{A word.}}", "A word."),
        (r"\title{Workshop on X}\subtitlenote{A word.}", "A word."),
        (r"\title{Workshop on X}\keywords{one\footnote{A word.}, two}", "A word."),
        (r"\title{Workshop on X}\dedicatory{A word.}", "A word."),
        (r"\title{Workshop on X}\received{1 May 2026}", r"\received"),
        (r"\title{Workshop on X}\acmBadgeR[https://a.example]{badge}", r"\acmBadgeR"),
    ],
)
def test_what_stands_around_a_title_is_reported_once(top: str, words: str, tmp_path: Path) -> None:
    draft = read(tmp_path, top=f"{top}\n{AUTHOR}")
    found = only(with_code(draft, "note-not-kept"))
    assert words in found.message
    assert found.span is not None
    assert list(draft.texts.values()) == [""]


def test_notes_in_a_name_are_those_of_the_author(tmp_path: Path) -> None:
    top = r"""\title{First Workshop on X}
\author{Ann Author\footnote{Both authors contributed equally.}}
\affiliation{\institution{Example University}\country{Spain}}
\author{Bob Builder\thanks{On leave.}\authornote{Corresponding author.}}
\affiliation{\institution{Example Labs}\country{Spain}}"""
    draft = read(tmp_path, top=top)
    ann, bob = draft.people
    assert [ann.name, bob.name] == ["Ann Author", "Bob Builder"]
    assert [person.affiliations[0]["institution"] for person in (ann, bob)] == [
        "Example University",
        "Example Labs",
    ]
    assert draft.edition["organizers"] == [
        {"person": ann, "equal": True},
        {"person": bob, "corresponding": True},
    ]
    assert "On leave." in only(with_code(draft, "note-not-kept")).message


@pytest.mark.parametrize(
    ("layout", "printed"),
    [
        ("sigconf", "Ann Quincy Author, Bob Builder-Writer, and Cy Third"),
        ("acmsmall", ""),
        ("manuscript", "Ann Quincy Author, Bob Builder-Writer, and Cy Third"),
    ],
)
def test_all_names_stand_in_heads_where_they_find_room(
    layout: DocumentFormat, printed: str
) -> None:
    names = ["Ann Quincy Author", "Bob Builder-Writer", "Cy Third"]
    assert authors_in_heads(names, None, FORMATS[layout]) == printed
    assert authors_in_heads(names, "A, B and C", FORMATS[layout]) == "A, B and C"
    assert authors_in_heads(names[:1], None, FORMATS[layout]) == ""


@pytest.mark.parametrize(
    ("written", "institution", "city"),
    [
        (
            r"\institution{Example U}\institution{Other U}\city{Rome}",
            "Example U and Other U",
            "Rome",
        ),
        ("Somewhere University, Graz, Austria", "Somewhere University", "Graz"),
    ],
)
def test_nothing_of_an_affiliation_is_lost(
    written: str, institution: str, city: str, tmp_path: Path
) -> None:
    top = f"{TITLE}\n\\author{{Ann Author}}\\affiliation{{{written}}}"
    (post,) = read(tmp_path, top=top).people[0].affiliations
    assert (post["institution"], post["city"]) == (institution, city)


def test_addresses_of_several_authors_are_taken_apart(tmp_path: Path) -> None:
    authors = r"\author{Ann Author}\author{Bob Builder}\affiliation{\institution{U}\country{Spain}}"
    draft = read(tmp_path, top=f"{TITLE}\n{authors}\\email{{{{ann,bob}}@example.org}}")
    assert [person.email for person in draft.people] == ["ann@example.org", "bob@example.org"]
    draft = read(tmp_path, top=f"{TITLE}\n{authors}\\email{{{{ann,bob,cy}}@example.org}}")
    assert [person.email for person in draft.people] == [None, None]
    assert with_code(draft, "left-out-address")


@pytest.mark.parametrize(
    ("state", "kept"),
    [("The Netherlands", {"country": "The Netherlands"}), ("Georgia", {"state": "Georgia"})],
)
def test_a_country_in_the_place_of_the_state_is_the_country(
    state: str, kept: dict[str, str], tmp_path: Path
) -> None:
    place = rf"\affiliation{{\institution{{University of X}}\city{{Delft}}\state{{{state}}}}}"
    top = rf"\title{{First Workshop on X}}\author{{Ann Author}}{place}"
    (ann,) = read(tmp_path, top=top).people
    assert ann.affiliations[0].items() >= kept.items()
