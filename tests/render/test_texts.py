"""The call for papers and the BibTeX of an edition say all that the data say, and no more."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from rich.cells import cell_len

from proposal.edition.edition import Edition
from proposal.render.markdown import escape_markdown
from proposal.render.plain import COLUMNS, plain_line
from proposal.render.text.bibtex_text import FILE, papers_bib
from proposal.render.text.layout import laid_out
from proposal.render.text.texts import texts
from proposal.source.bibtex import read_bibliography
from proposal.source.reference import Reference
from tests.diagnostic_lists import only
from tests.render.made_pages import made_of
from tests.some import some
from tests.workspace import Workspace

PAGE = "https://genai-personalization.github.io/2026/"


def files(workspace: Workspace, year: str, page: str | None = PAGE) -> dict[str, str]:
    edition = workspace.edition(year)
    rendered = texts(workspace.root, edition, page)
    assert rendered.diagnostics == []
    called = {name: content.decode() for name, content in rendered.files.items()}
    return called | {FILE: papers_bib(edition)}


def unwrapped(text: str) -> str:
    """A text in one line, so that what it says is found however its lines end."""
    return " ".join(text.split())


def facts_of(edition: Edition) -> list[str]:
    """What the call of an edition must say, as the data have it."""
    people = [organizer.person for organizer in edition.organizers] + list(edition.committee)
    talks = [speaker for speaker in edition.speakers if speaker.status == "confirmed"]
    people += [talk.person for talk in talks]
    return [
        edition.title,
        edition.venue.name,
        edition.venue.acronym,
        edition.venue.place,
        *edition.topics,
        *(str(entry.day) for entry in edition.dates.listed),
        *(str(day) for entry in edition.dates.listed for day in entry.was),
        *(person.name for person in people),
        *(person.affiliation for person in people if person.affiliation),
        *(talk.title for talk in talks if talk.title),
    ]


@pytest.mark.parametrize("year", ["2024", "2026"])
def test_the_call_says_every_fact_in_both_forms(workspace: Workspace, year: str) -> None:
    made = files(workspace, year)
    edition = workspace.edition(year)
    for fact in facts_of(edition):
        assert plain_line(fact) in unwrapped(made["cfp.txt"])
        assert escape_markdown(fact) in made["cfp.md"]
    for address in (PAGE, str(edition.submissions.url)):
        assert address in made["cfp.txt"]
        assert address in made["cfp.md"]


def test_the_call_says_how_to_submit(workspace: Workspace) -> None:
    call = unwrapped(files(workspace, "2026")["cfp.txt"])
    assert "2 to 8 pages, not counting references and supplementary material" in call
    assert "double-blind; submissions are anonymous" in call
    assert "not archived in the conference's proceedings" in call
    assert "through OpenReview: https://openreview.net/group?id=WSDM/2026/" in call


@pytest.mark.parametrize("year", ["2024", "2026"])
def test_the_plain_call_fits_mailing_lists(workspace: Workspace, year: str) -> None:
    call = files(workspace, year)["cfp.txt"]
    lines = call.split("\n")
    assert all(cell_len(line) <= COLUMNS for line in lines)
    assert all(line == line.rstrip() for line in lines)
    assert call.endswith("\n")
    assert not call.endswith("\n\n")
    assert "\n\n\n" not in call
    assert all(unicodedata.category(sign) != "Cc" for sign in call.replace("\n", ""))


def test_an_extended_deadline_tells_the_old_days(workspace: Workspace) -> None:
    workspace.replace(
        "editions/2026/edition.yaml", "was: [2025-11-21]", "was: [2025-11-14, 2025-11-21]"
    )
    shown = "(extended from November 14, 2025, then November 21, 2025)"
    made = files(workspace, "2026")
    assert f"Friday, November 28, 2025 {shown}" in unwrapped(made["cfp.txt"])
    assert shown in made["cfp.md"].replace("\N{NO-BREAK SPACE}", " ")


def test_a_date_stands_below_a_label_that_leaves_no_room_beside_it(workspace: Workspace) -> None:
    label = "Submission of systems for the shared task on careful engines"
    dates = f"dates:\n  systems: {{date: 2025-11-03, was: [2025-11-01], label: {label}}}\n"
    workspace.replace("editions/2026/edition.yaml", "dates:\n", dates)
    call = files(workspace, "2026")["cfp.txt"]
    lines = call.split("\n")
    at = lines.index(label)
    column = lines[at + 1].index("Monday, November 3, 2025")
    assert lines[at + 2] == f"{' ' * column}(extended from November 1, 2025)"
    (below,) = (line for line in lines if line.startswith("Submission deadline"))
    assert below.index("Friday, November 28, 2025") == column


def test_anywhere_on_earth_is_explained_only_where_it_is_used(workspace: Workspace) -> None:
    assert "Earth" not in files(workspace, "2026")["cfp.txt"]
    workspace.replace(
        "editions/2026/edition.yaml", "was: [2025-11-21]}", "was: [2025-11-21], zone: AoE}"
    )
    call = unwrapped(files(workspace, "2026")["cfp.txt"])
    assert "November 28, 2025 (AoE)" in call
    assert 'AoE means "Anywhere on Earth"' in call
    assert "Other days end at midnight in Boise (time zone America/Boise)." in call


def test_only_the_contacts_email_is_published(workspace: Workspace) -> None:
    emails = {
        match
        for file in (workspace.data / "people").glob("*.yaml")
        for match in re.findall(r"[\w.+-]+@[\w.-]+\w", file.read_text(encoding="utf-8"))
    }
    contact = workspace.edition("2026").contact
    assert contact is not None
    assert len(emails) > 1
    for content in files(workspace, "2026").values():
        found = set(re.findall(r"[\w.+-]+@[\w.-]+\w", content))
        assert found <= {contact.email}


def test_nobody_is_announced_who_has_not_agreed(workspace: Workspace) -> None:
    made = files(workspace, "2024")
    invited = [
        speaker for speaker in workspace.edition("2024").speakers if speaker.status == "invited"
    ]
    assert invited
    assert not any(speaker.person.name in text for speaker in invited for text in made.values())


def test_what_is_not_known_leaves_no_heading(workspace: Workspace) -> None:
    workspace.write(
        "editions/2026/edition.yaml",
        "ordinal: 3\nvenue: wsdm-2026\nwhen: {date: 2026-02-26, start: 09:00, end: 17:00}\n"
        "organizers: [neil-shah]\nabstract: Something new.\n",
    )
    workspace.write("editions/2026/papers.yaml", "[]\n")
    workspace.write("editions/2026/program.yaml", "- {start: 09:00, end: 17:00, kind: opening}\n")
    made = files(workspace, "2026", page=None)
    headings = re.findall(r"^(.+)\n-{3,}$", made["cfp.txt"], re.MULTILINE)
    assert headings == ["About GenAIRecP 2026", "Important dates", "Organizers", "Contact"]
    headings = re.findall(r"^## (.+)$", made["cfp.md"], re.MULTILINE)
    assert headings == ["About GenAIRecP 2026", "Important dates", "Organizers"]
    assert made["papers.bib"] == ""


HOSTILE = (
    r"<b>{{ 7 * 7 }}</b> {% raw %} [x](javascript:y) _a_ \input{x} $x$ 50% &amp; #1 | a, b and c"
)


def test_hostile_data_stay_text(workspace: Workspace) -> None:
    workspace.append(
        "editions/2026/papers.yaml",
        f"\n- id: hostile\n  title: '{HOSTILE}'\n  authors: [{{name: '{HOSTILE}'}}]\n",
    )
    workspace.replace("editions/2026/edition.yaml", "Deployment case studies", f"'{HOSTILE}'")
    made = files(workspace, "2026")
    assert plain_line(HOSTILE) in unwrapped(made["cfp.txt"])
    assert escape_markdown(HOSTILE) in made["cfp.md"]
    assert not set("{}") & set(made["cfp.md"])
    bib = made["papers.bib"]
    said = (
        r"<b>\textbraceleft{}\textbraceleft{} 7 {*} 7 \textbraceright{}\textbraceright{}</b> "
        r"\textbraceleft{}\% raw \%\textbraceright{} {[}x{]}(javascript:y) \_a\_ "
        r"\textbackslash{}input\textbraceleft{}x\textbraceright{} \$x\$ "
        r"50\% \&amp; \#1 | a, b and c"
    )
    title = said.replace(r"\$x\$", "$x$")  # which is a formula in titles, and nothing else
    assert f"  title = {{{{{title}}}}},\n" in bib
    assert f"  author = {{{{{said}}}}},\n" in bib  # one person, whatever the name looks like


def read_back(workspace: Workspace, bib: str) -> dict[str, Reference]:
    """The entries of a BibTeX file as the program reads what others wrote."""
    file = Path(workspace.root / "papers.bib")
    file.write_text(bib, encoding="utf-8")
    references, diagnostics = read_bibliography(file)
    assert diagnostics == []
    return references


def test_every_paper_can_be_cited(workspace: Workspace) -> None:
    bib = files(workspace, "2026")["papers.bib"]
    entries = read_back(workspace, bib).values()
    papers = workspace.edition("2026").papers
    titles = [entry.text("title") for entry in entries]
    assert titles == [paper.title for paper in papers]
    authors = [entry.text("author").split(" and ") for entry in entries]
    assert authors == [[author.name for author in paper.authors] for paper in papers]
    assert all("GenAIRecP 2026" in entry.text("booktitle") for entry in entries)


def test_a_papers_address_is_given(workspace: Workspace) -> None:
    workspace.replace(
        "editions/2026/papers.yaml",
        "- id: insertrank\n",
        "- id: insertrank\n  pdf: https://example.org/a_b.pdf\n",
    )
    references = read_back(workspace, files(workspace, "2026")["papers.bib"])
    assert references["genairecp2026-insertrank"].text("url") == "https://example.org/a_b.pdf"


def test_the_summary_can_be_cited(workspace: Workspace) -> None:
    edition = workspace.edition("2024")
    (entry,) = read_back(workspace, papers_bib(edition, summary_pages=2)).values()
    assert entry.text("title") == edition.title
    assert entry.text("doi") == "10.1145/3637528.3671486"
    assert entry.text("isbn") == "979-8-4007-0490-1"
    assert entry.text("pages") == "6737–6738"
    assert entry.text("booktitle").startswith("Proceedings of the 30th ACM SIGKDD Conference")
    assert len(entry.text("author").split(" and ")) == len(edition.organizers)


def test_capitals_of_titles_are_protected(workspace: Workspace) -> None:
    references = read_back(workspace, files(workspace, "2026")["papers.bib"])
    for entry in some(references.values()):
        assert all(fragment.protected for fragment in entry.fields["title"] if fragment.text)


def test_the_workshops_own_template_goes_first(workspace: Workspace) -> None:
    template(workspace, "Come to {{ edition.acronym }}, {{ edition.title }}, {{ page }}!\n")
    call = files(workspace, "2026")["cfp.txt"]
    assert call.startswith("Come to GenAIRecP, Third Workshop on Generative AI")
    assert len(call.split("\n")[0]) <= COLUMNS


def test_an_error_in_a_template_is_reported_at_its_line(workspace: Workspace) -> None:
    file = template(workspace, "Come\nto {{ edition.acronim }}\n")
    diagnostic = only(texts(workspace.root, workspace.edition("2026"), PAGE).diagnostics)
    assert diagnostic.span is not None
    assert (diagnostic.span.file, diagnostic.span.line) == (file, 2)
    assert "acronim" in diagnostic.message


def template(workspace: Workspace, text: str) -> Path:
    file = workspace.root / "templates" / "text" / "cfp.txt"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_the_same_data_make_the_same_bytes(workspace: Workspace) -> None:
    edition = workspace.edition("2026")
    assert texts(workspace.root, edition).files == texts(workspace.root, edition).files
    assert papers_bib(edition) == papers_bib(edition)


def test_a_long_line_goes_on_under_where_its_text_begins() -> None:
    long = "word " * 20
    item, column, paragraph = laid_out(f"* {long}\n\nWhere:   {long}\n\n{long}").split("\n\n")
    assert re.match(r"\* word.*\n  word", item)
    assert re.match(r"Where:   word.*\n {9}word", column)
    assert re.match(r"word.*\nword", paragraph)


@pytest.mark.parametrize(
    ("author", "written"),
    [
        ("Ann Author", "Ann Author"),
        ("Jan van der Sample", "Jan van der Sample"),
        ("Martin Sample Jr.", "{Sample Jr.}, Martin"),
        ("Robert B. Sample III", "{Sample III}, Robert B."),
        ("Jan van der Sample Jr", "{van der Sample Jr}, Jan"),
        ("{name: Benjamin Van Sample, family_name: Van Sample}", "{Van Sample}, Benjamin"),
        ("{name: María García Muestra, family_name: García Muestra}", "{García Muestra}, María"),
        ("{name: Natsume Sōseki, family_name: Natsume}", "{Natsume}, Sōseki"),
        ("{name: Open Sample Foundation, family_name: Open Sample Foundation}",
         "{Open Sample Foundation}"),
        ("Suharto", "Suharto"),
        ("Ana García y Muestra", "{García y Muestra}, Ana"),
        ("Rui Silva e Amostra", "{Amostra}, Rui Silva e"),
        ("ann author", "{author}, ann"),
        ("{name: 山田太郎, family_name: 山田}", "{山田太郎}"),
        ("نجيب محفوظ", "نجيب محفوظ"),
    ],
)  # fmt: skip
def test_family_names_are_what_bibtex_takes_for_them(
    workspace: Workspace, author: str, written: str
) -> None:
    authors = f"\n    - {author}\n    - Bob Builder\n"
    workspace.replace("editions/2026/papers.yaml", " [Rahul Seetharaman]\n", authors)
    bib = papers_bib(workspace.edition("2026"))
    assert f"  author = {{{written} and Bob Builder}}," in bib


def test_references_for_others_choose_no_fonts(workspace: Workspace) -> None:
    workspace.replace("editions/2026/papers.yaml", "title: Selective ", "title: 例の & ")
    bib = papers_bib(workspace.edition("2026"))
    assert "title = {{例の \\& " in bib


def test_a_family_name_that_is_no_part_of_the_name_is_refused(workspace: Workspace) -> None:
    authors = "[{name: Ann Author, family_name: Autor}]"
    workspace.replace("editions/2026/papers.yaml", "[Rahul Seetharaman]", authors)
    diagnostic = only(
        [
            diagnostic
            for diagnostic in workspace.read().diagnostics
            if diagnostic.code == "family-name"
        ]
    )
    assert diagnostic.message == "`Autor` is no part of the name Ann Author"


def test_those_who_give_one_talk_are_one_item_of_the_markdown(workspace: Workspace) -> None:
    workspace.replace(
        "editions/2026/edition.yaml",
        "person: liam-collins",
        'person: [liam-collins, "Bob Builder (A College)"]',
    )
    text = files(workspace, "2026")["cfp.md"]
    (item,) = re.findall(r"^- \*\*Liam Collins\*\*.*\n(?:  .*\n)*", text, re.MULTILINE)
    assert "  **Bob Builder**, A College<br>\n  Sequential Data" in item


def test_what_holds_for_a_track_is_said_in_sentences(engines: Workspace) -> None:
    engines.append("editions/2027/overview.md", "\n{{ submissions.tracks }}\n")
    made = made_of(engines).pages
    page = made.site.files["2027/index.html"].decode()
    listed = re.findall(r"<li><strong>[^<]+</strong>: ([^<]+)</li>", page)
    assert listed
    assert all(said.endswith(".") and "; " not in said for said in listed)
    assert any(". Accepted papers" in said for said in listed)
