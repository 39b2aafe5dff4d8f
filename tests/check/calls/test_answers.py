"""Each kind of demand: what meets it, what does not, and what an organizer is told to type."""

from __future__ import annotations

import re
import shutil

import pytest

from proposal.check.calls.answering_facts import FACTS
from proposal.check.calls.call_check import check_calls
from proposal.check.rules.run_rules import subject_of
from proposal.model.demand_names import DEMANDS
from proposal.reading.demand_words import RECOGNITION
from tests.check.calls.calling import EDITION, PROSE, VENUE, answer, answered, demand, section
from tests.diagnostic_lists import places
from tests.workspace import ROOT, Workspace

SECTIONS = [
    ("objectives", "Objectives, Goals and Expected Outcomes"),
    ("outcomes", "Objectives, Goals and Expected Outcomes"),
    ("relevance", "Relevance and Rationale"),
    ("fit", "Relevance and Rationale"),
    ("audience", "Target Audience"),
    ("selection", "Submission and Review"),
    ("format", "Format and Schedule"),
    ("related-workshops", "Related Workshops"),
]


@pytest.mark.parametrize(("name", "heading"), SECTIONS)
def test_a_section_answers_and_without_it_nothing_does(
    workspace: Workspace, name: str, heading: str
) -> None:
    demand(workspace, name)
    found = answer(workspace, name)
    assert (found.is_met, found.is_section, found.by) == (True, True, heading)
    assert found.span is not None
    assert f"{found.span.line}" == workspace.place_of(PROSE, f"# {heading}").split(":")[1]
    section(workspace, heading, "")
    found = answer(workspace, name)
    assert (found.is_met, found.missing) == (False, "no section of proposal.md is about it")
    assert found.hint.startswith("write a section such as `# ")


@pytest.mark.parametrize(
    ("language", "sentence", "is_met"),
    [
        ("de", "Ein {{ when.length }}er Workshop.", True),
        ("es", "Un taller de {{ when.length }}.", True),
        ("de", "Ein Workshop mit Vorträgen.", False),
    ],
)
def test_how_long_it_is_may_be_said_in_another_language(
    workspace: Workspace, language: str, sentence: str, is_met: bool
) -> None:
    demand(workspace, "duration")
    workspace.append(EDITION, f"language: {language}\n")
    workspace.replace(PROSE, "We propose a {{ when.length }} workshop", f"{sentence} It is")
    assert answer(workspace, "duration").is_met is is_met


@pytest.mark.parametrize(("name", "heading"), SECTIONS)
def test_an_empty_section_answers_nothing(workspace: Workspace, name: str, heading: str) -> None:
    demand(workspace, name)
    section(workspace, heading, "[^1]\n\n[^1]: A note.")
    assert answer(workspace, name).missing == f"“{heading}” is empty"


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Who will come? Replace this text.", "“Target Audience” still says “Replace this”"),
        ("TBD", "“Target Audience” still says “TBD”"),
    ],
)
def test_a_placeholder_answers_nothing(workspace: Workspace, text: str, missing: str) -> None:
    demand(workspace, "audience")
    section(workspace, "Target Audience", text)
    assert answer(workspace, "audience").missing == missing


def test_a_section_keeps_to_the_limit_of_words(workspace: Workspace) -> None:
    demand(workspace, "{demand: audience, words: 10}")
    section(
        workspace,
        "Target Audience",
        "Ten words are in this section [@koren2009matrix] and no others.",
    )
    assert answer(workspace, "audience").is_met
    section(
        workspace, "Target Audience", "Eleven words are in this section, which is one too many."
    )
    found = answer(workspace, "audience")
    assert found.missing == "“Target Audience” has 11 words, and may have 10"
    assert found.hint == "leave out 1 of them"


@pytest.mark.parametrize(
    ("name", "file", "old", "new", "missing"),
    [
        (
            "emails",
            "people/neil-shah.yaml",
            "neil-shah@example.edu",
            "neil@example.org",
            "Neil Shah has no email address",
        ),
        (
            "emails",
            "people/neil-shah.yaml",
            "email: neil-shah@example.edu\n",
            "",
            "Neil Shah has no email address",
        ),
        ("contact", EDITION, "contact: narges-tabari\n", "", "nobody is the contact"),
        (
            "contact",
            PROSE,
            "The primary contact is {{ contact.name }} ({{ contact.email }}). ",
            "",
            "",
        ),
        ("topics", PROSE, "\n{{ topics }}\n", "", ""),
        (
            "abstract",
            EDITION,
            "fairness is only partly known.",
            "TODO.",
            "it still says “TODO”",
        ),
        ("committee", PROSE, "\n{{ committee }}\n", "", ""),
        ("dates", PROSE, "\n{{ dates }}\n", "", "proposal.md does not print what the data have"),
        (
            "schedule",
            PROSE,
            "\n{{ schedule }}\n",
            "",
            "proposal.md does not print what the data have",
        ),
        ("speakers", PROSE, "{{ speakers | keynotes }}", "", ""),
        (
            "biographies",
            PROSE,
            "{{ biographies }}",
            "",
            "proposal.md does not print what the data have",
        ),
        (
            "participants",
            PROSE,
            "about {{ audience.expected }} participants",
            "many people",
            "no number of participants is given",
        ),
        (
            "duration",
            PROSE,
            "a {{ when.length }} workshop",
            "a workshop",
            "half a day or a full one? nothing is said",
        ),
        ("rights", EDITION, "ordinal: 3", "ordinal: 3", "there is none"),
        ("doi", EDITION, "ordinal: 3", "ordinal: 3", "there is none"),
        ("isbn", EDITION, "ordinal: 3", "ordinal: 3", "there is none"),
        (
            "participant-limit",
            EDITION,
            "ordinal: 3",
            "ordinal: 3",
            "nothing is said of a maximum of participants",
        ),
        (
            "committee-contacted",
            EDITION,
            "ordinal: 3",
            "ordinal: 3",
            "nothing is said of who was asked",
        ),
        (
            "earlier-participants",
            EDITION,
            "ordinal: 3",
            "ordinal: 3",
            "participants of KDD 2024 and KDD 2025 are not known",
        ),
    ],
)
def test_what_is_missing_is_said(
    workspace: Workspace, name: str, file: str, old: str, new: str, missing: str
) -> None:
    demand(workspace, name)
    workspace.replace(file, old, new)
    found = answer(workspace, name)
    assert found.missing.startswith(missing)
    assert found.is_met == (not missing)


def test_what_may_answer_under_another_heading_is_said_where_there_is_none(
    workspace: Workspace,
) -> None:
    demand(workspace, "audience")
    mapping = "add `answers: {audience: Its Heading}` to the proposal in edition.yaml"
    section(workspace, "Target Audience", "Who will come? Replace this text.")
    (found,) = (one for one in workspace.check(["2026"]) if one.code == "unmet-demand")
    assert found.hint == "write what is meant"
    section(workspace, "Target Audience", "")
    (found,) = workspace.check(["2026"])
    assert (found.hint or "").endswith(f", or {mapping}")


def test_an_abstract_that_is_too_long_is_reported_once(workspace: Workspace) -> None:
    length = len(workspace.edition("2026").abstract.split())
    demand(workspace, f"{{demand: abstract, words: {length - 2}}}")
    found = answer(workspace, "abstract")
    assert found.missing == f"it has {length} words, and may have {length - 2}"
    assert found.hint == "leave out 2 words"
    assert [one.code for one in workspace.check(["2026"])] == ["long-abstract"]
    workspace.replace(VENUE, f"words: {length - 2}", f"words: {length - 1}")
    assert answer(workspace, "abstract").hint == "leave out 1 word"


def test_a_format_that_the_call_does_not_name_is_reported(workspace: Workspace) -> None:
    demand(workspace, "title")
    workspace.replace(VENUE, "    proposal:\n", "    proposal:\n      format: ACM sigconf, PDF\n")
    assert [found.demand for found in answered(workspace)] == ["title"]
    workspace.replace(EDITION, "{text: proposal.md}", "{text: proposal.md, format: acmsmall}")
    found = answer(workspace, "setting")
    assert (found.is_met, found.label) == (False, "ACM sigconf, PDF")
    assert found.missing == "the format is acmsmall"
    assert found.hint == "write `format: sigconf` for the document in edition.yaml"


def test_earlier_editions_are_listed_by_the_data_or_by_a_section(workspace: Workspace) -> None:
    demand(workspace, "earlier-editions")
    assert answer(workspace, "earlier-editions").by == "editions"
    workspace.replace(PROSE, "{{ editions }}", "Two of them.")
    found = answer(workspace, "earlier-editions")
    assert (found.is_met, found.is_section, found.by) == (True, True, "Earlier Editions")


def test_the_first_edition_whose_numbers_are_not_known_is_named(workspace: Workspace) -> None:
    demand(workspace, "earlier-participants")
    hint = "add `attendees: …` under `outcome` in the edition.yaml of 2024, or under `earlier`"
    assert answer(workspace, "earlier-participants").hint.startswith(hint)


def test_what_a_call_asks_for_beside_contents_is_kept_with_the_answers(
    workspace: Workspace,
) -> None:
    demand(workspace, "title")
    workspace.replace(VENUE, "    proposal:\n", "    proposal:\n      words: 3000\n")
    workspace.append(VENUE, "  on_acceptance: [Two organizers attend]\n")
    workspace.append("venues/kdd-2024.yaml", "  on_acceptance: [One organizer attends]\n")
    project = workspace.load()
    subjects = [subject_of(project, year) for year in ("2024", "2026")]
    assert [(one.document, one.form, one.on_acceptance) for one in check_calls(subjects)] == [
        ("camera-ready", ("ACM sigconf", "at most 2 pages"), ()),
        ("proposal", ("at most 3000 words",), ("Two organizers attend",)),
    ]


def test_a_list_of_nobody_is_no_committee(workspace: Workspace) -> None:
    demand(workspace, "committee")
    text = (workspace.data / EDITION).read_text(encoding="utf-8")
    start, end = text.index("committee:"), text.index("# The organizers' estimate")
    workspace.write(EDITION, text[:start] + text[end:])
    assert answer(workspace, "committee").missing == "it is empty"
    workspace.replace(PROSE, "{{ committee }}", "We have asked two dozen people.")
    assert answer(workspace, "committee").is_met


def test_every_demand_can_be_answered() -> None:
    assert set(DEMANDS) == set(FACTS) | set(RECOGNITION)


def test_every_demand_is_documented() -> None:
    text = (ROOT / "docs" / "reference" / "calls.md").read_text(encoding="utf-8")
    assert [name for name in DEMANDS if f"| `{name}` |" not in text] == []


def test_a_heading_of_other_words_is_named_in_the_data(workspace: Workspace) -> None:
    demand(workspace, "audience")
    workspace.replace(PROSE, "# Target Audience", "# The Room")
    assert not answer(workspace, "audience").is_met
    named = "proposal: {text: proposal.md, answers: {audience: the room}}"
    workspace.replace(EDITION, "proposal: {text: proposal.md}", named)
    found = answer(workspace, "audience")
    assert (found.is_met, found.by) == (True, "The Room")
    workspace.replace(EDITION, "the room", "The Hall")
    found = answer(workspace, "audience")
    assert found.missing == "there is no section “The Hall”"
    assert "“The Room”" in found.hint
    assert places(workspace.check(["2026"])) == [
        f"{workspace.place_of(EDITION, 'The Hall')} unmet-demand"
    ]


def test_a_number_must_stand_in_the_section_that_is_named(workspace: Workspace) -> None:
    demand(workspace, "participants")
    named = "proposal: {text: proposal.md, answers: {participants: Related Workshops}}"
    workspace.replace(EDITION, "proposal: {text: proposal.md}", named)
    assert answer(workspace, "participants").missing == (
        "“Related Workshops”: no number of participants is given"
    )


def test_numbers_of_earlier_editions_are_no_estimate(workspace: Workspace) -> None:
    demand(workspace, "participants")
    section(workspace, "Target Audience", "Earlier editions attracted 80 participants.")
    assert not answer(workspace, "participants").is_met
    section(workspace, "Target Audience", "In 2026, participants from everywhere will come.")
    assert not answer(workspace, "participants").is_met
    section(workspace, "Target Audience", "Some fifty researchers will come.")
    assert answer(workspace, "participants").is_met


def test_an_estimate_that_is_not_known_is_announced_and_not_met(workspace: Workspace) -> None:
    workspace.replace(EDITION, "audience: {expected: 60}\n", "")
    found = workspace.check(["2026"])
    assert [diagnostic.code for diagnostic in found] == ["unset-fact", "unmet-demand"]
    assert found[-1].message == (
        "WSDM 2022's call demands “number of participants”: no number of participants is given"
    )


def test_a_first_edition_is_not_asked_for_earlier_ones(workspace: Workspace) -> None:
    demand(workspace, "title", "{demand: earlier-editions, for_a_series: true}")
    assert [diagnostic.demand for diagnostic in answered(workspace)] == [
        "title",
        "earlier-editions",
    ]
    workspace.replace(EDITION, "ordinal: 3", "ordinal: 1")
    series = workspace.data / "workshop.yaml"
    text = re.sub(r"(?m)^earlier:\n(?: .*\n)+", "", series.read_text(encoding="utf-8"))
    series.write_text(text, encoding="utf-8")
    shutil.rmtree(workspace.data / "editions" / "2024")
    assert [diagnostic.demand for diagnostic in answered(workspace)] == ["title"]


def test_what_an_edition_that_is_over_lacked_is_not_reported(workspace: Workspace) -> None:
    workspace.replace("editions/2024/summary.md", "# Why SIGKDD", "# The Place")
    assert workspace.check(["2024"]) == []


def test_a_call_stands_in_for_one_that_is_not_known(workspace: Workspace) -> None:
    edition = workspace.edition("2026")
    assert edition.venue.call.documents["proposal"].source == "WSDM 2022's call"
    assert not edition.venue.call.documents["proposal"].is_own
    assert edition.venue.call.documents["camera-ready"].is_own
    assert edition.documents["proposal"].page_limit == 5
    assert edition.venue.call.on_acceptance[-1] == "Two organizers attend"


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "hint"),
    [
        (VENUE, "wsdm-2022", "wsdm-2202", "unknown-venue", "did you mean `wsdm-20"),
        (VENUE, "wsdm-2022", "wsdm-2026", "call-circle", "name a conference whose call"),
        (
            "venues/wsdm-2022.yaml",
            "- audience",
            "- audiense",
            "unknown-demand",
            "did you mean `audience`?",
        ),
        ("venues/wsdm-2022.yaml", "- audience", "- format", "repeated-demand", "delete one"),
        (
            "venues/wsdm-2022.yaml",
            "    proposal:",
            "    proposals:",
            "unknown-document",
            "write proposal or",
        ),
        (
            EDITION,
            "{text: proposal.md}",
            "{text: proposal.md, answers: {audiens: Who}}",
            "unknown-demand",
            "did you mean `audience`?",
        ),
    ],
)
def test_a_slip_in_a_call_is_reported(
    workspace: Workspace, file: str, old: str, new: str, code: str, hint: str
) -> None:
    workspace.replace(file, old, new)
    _, found = workspace.resolve("2026")
    assert [diagnostic.code for diagnostic in found] == [code]
    assert found[0].hint is not None
    assert found[0].hint.startswith(hint)
    assert found[0].span is not None
    assert found[0].span.file.name == file.rpartition("/")[2]
