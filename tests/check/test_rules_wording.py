"""What is told of titles, abstracts, lists and links."""

from __future__ import annotations

import re

import pytest

from proposal.diagnostics import Severity
from tests.check.findings import EDITION, PAPERS, VENUE, diagnostics_of, only_diagnostic_of, where
from tests.workspace import Workspace

TALK = "Continuous Time Discrete-space Diffusion Model for Recommendation"
PAPER = "Selective LLM-Guided Regularization for Enhancing Recommendation Models"
GROUP = "https://openreview.net/group?id=WSDM/2026/Workshop/GenAIRecP"
CODE = "https://github.com/ChenMetanoia/AGP"


@pytest.mark.parametrize(("file", "title"), [(EDITION, TALK), (PAPERS, PAPER)])
def test_a_title_in_capitals_is_reported(workspace: Workspace, file: str, title: str) -> None:
    workspace.replace(file, title, title.upper())
    found = only_diagnostic_of(workspace, "shouted-title")
    assert found.message == f"the title `{title.upper()}` is in capitals"
    assert where(found) == workspace.place_of(file, title.upper())


@pytest.mark.parametrize("title", ["BM25 AND LLMs", "BERT4REC", "GPT-4 IQ"])
def test_a_short_name_in_capitals_is_not_reported(workspace: Workspace, title: str) -> None:
    workspace.replace(PAPERS, PAPER, title)
    assert diagnostics_of(workspace, "shouted-title") == []


@pytest.mark.parametrize(("file", "title"), [(EDITION, TALK), (PAPERS, PAPER)])
def test_a_title_with_a_full_stop_is_reported(workspace: Workspace, file: str, title: str) -> None:
    workspace.replace(file, title, f"{title}.")
    found = only_diagnostic_of(workspace, "title-full-stop")
    assert found.message == f"the title `{title}.` ends with a full stop"
    assert where(found) == workspace.place_of(file, title)


@pytest.mark.parametrize("title", ["Who Asks?", "At Snap Inc.", "And So On...", "At U.S."])
def test_another_end_of_a_title_is_not_reported(workspace: Workspace, title: str) -> None:
    workspace.replace(PAPERS, PAPER, title)
    assert diagnostics_of(workspace, "title-full-stop") == []


def test_a_paper_that_is_listed_twice_is_reported_at_the_second(workspace: Workspace) -> None:
    line = workspace.place_of(PAPERS, PAPER).split(":")[1]
    workspace.append(PAPERS, f"- {{id: again, title: {PAPER.lower()}, authors: [Zhan Shi]}}\n")
    found = only_diagnostic_of(workspace, "repeated-paper")
    assert found.message == (
        f"a paper of the title `{PAPER.lower()}` stands in line {line} already"
    )
    assert where(found) == workspace.place_of(PAPERS, PAPER.lower())


def test_papers_of_different_titles_are_not_reported(workspace: Workspace) -> None:
    assert diagnostics_of(workspace, "repeated-paper") == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "  - Deployment case studies\n",
            "  - Deployment case studies\n  - Deployment case-studies\n",
            "the topic `Deployment case-studies` stands in line",
        ),
        (
            "  - Recommender Systems\n",
            "  - Recommender Systems\n  - recommender systems\n",
            "the keyword `recommender systems` stands in line",
        ),
        (
            "audience:",
            "sponsors: [{name: A Company}, {name: A company}]\naudience:",
            "the sponsor `A company` stands in line",
        ),
    ],
)
def test_an_item_that_is_listed_twice_is_reported(
    workspace: Workspace, old: str, new: str, message: str
) -> None:
    workspace.replace(EDITION, old, new)
    assert only_diagnostic_of(workspace, "repeated-item").message.startswith(message)


def test_lists_without_repetition_are_not_reported(workspace: Workspace) -> None:
    assert (
        diagnostics_of(workspace, "repeated-item")
        == diagnostics_of(workspace, "repeated-item", "2024")
        == []
    )


def test_names_that_differ_in_a_sign_are_not_reported(workspace: Workspace) -> None:
    workspace.replace(EDITION, "  - Recommender Systems\n", "  - C\n  - C++\n  - C#\n  - F#\n")
    assert diagnostics_of(workspace, "repeated-item") == []
    workspace.replace(EDITION, "  - F#\n", "  - c++\n")
    assert only_diagnostic_of(workspace, "repeated-item").message.startswith("the keyword `c++`")


@pytest.mark.parametrize(("more", "is_long"), [(300, False), (301, True)])
def test_an_abstract_has_three_hundred_words_at_most(
    workspace: Workspace, more: int, is_long: bool
) -> None:
    text = (workspace.data / EDITION).read_text()
    start, end = text.index("abstract: |"), text.index("keywords:")
    workspace.write(EDITION, f"{text[:start]}abstract: |\n  {'word ' * more}\n{text[end:]}")
    if is_long:
        found = only_diagnostic_of(workspace, "long-abstract")
        assert found.message == "the abstract has 301 words; many calls allow 300 or fewer"
        assert found.hint == "leave out 1 of them"
        assert where(found) == workspace.place_of(EDITION, "|\n  word")
    else:
        assert diagnostics_of(workspace, "long-abstract") == []


@pytest.mark.parametrize(
    ("keywords", "message"),
    [
        ("[One]", "there is 1 keyword"),
        ("[One, Two]", None),
        ("[A, B, C, D, E, F, G, H, I, J]", None),
        ("[A, B, C, D, E, F, G, H, I, J, K]", "there are 11 keywords"),
    ],
)
def test_keywords_are_some_and_not_many(
    workspace: Workspace, keywords: str, message: str | None
) -> None:
    text = (workspace.data / EDITION).read_text()
    start, end = text.index("keywords:"), text.index("topics:")
    workspace.write(EDITION, f"{text[:start]}keywords: {keywords}\n{text[end:]}")
    found = diagnostics_of(workspace, "keyword-count")
    assert [diagnostic.message for diagnostic in found] == ([message] if message else [])
    if message:
        assert where(found[0]) == workspace.place_of(EDITION, keywords)


def test_a_limit_of_the_call_is_that_of_the_abstract(workspace: Workspace) -> None:
    count = len(workspace.edition("2026").abstract.split())
    demand = "    proposal: {contents: [{demand: abstract, words: %s}]}\n"
    workspace.append(VENUE, demand % count)
    assert diagnostics_of(workspace, "long-abstract") == []
    workspace.replace(VENUE, demand % count, demand % (count - 3))
    (found,) = diagnostics_of(workspace, "long-abstract", severity=Severity.WARNING)
    limit = f"the abstract has {count} words; WSDM 2026's call allows {count - 3}"
    assert (found.message, found.hint) == (limit, "leave out 3 of them")


def test_keywords_that_the_call_demands_are_warned_of(workspace: Workspace) -> None:
    text = (workspace.data / EDITION).read_text()
    start, end = text.index("keywords:"), text.index("topics:")
    workspace.write(EDITION, text[:start] + text[end:])
    assert [diagnostic.message for diagnostic in diagnostics_of(workspace, "keyword-count")] == [
        "there are 0 keywords"
    ]
    workspace.append(VENUE, "    proposal: {contents: [keywords]}\n")
    (found,) = diagnostics_of(workspace, "keyword-count", severity=Severity.WARNING)
    assert found.message == "there are no keywords; WSDM 2026's call demands some"


def test_a_page_range_that_runs_backwards_is_refused(workspace: Workspace) -> None:
    workspace.replace(EDITION, "{min: 2, max: 8}", "{min: 8, max: 2}")
    (found,) = workspace.load().data.diagnostics
    assert (found.code, found.severity) == ("page-range", Severity.ERROR)
    assert found.message == "papers have at least 8 and at most 2 of them"
    workspace.replace(EDITION, "{min: 8, max: 2}", "{min: 8, max: 8}")
    assert list(workspace.load().data.diagnostics) == []


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("http://localhost:4000/agp", "leads nowhere on other computers"),
        ("http://127.0.0.1/agp", "leads nowhere on other computers"),
        ("http://192.168.1.7/agp", "leads nowhere on other computers"),
        ("http://mymac.local/agp", "leads nowhere on other computers"),
        ("https://www.example.org/agp", "is an example of a link"),
    ],
)
def test_a_link_that_leads_nowhere_is_reported(workspace: Workspace, link: str, said: str) -> None:
    workspace.replace(PAPERS, CODE, link)
    found = only_diagnostic_of(workspace, "unreachable-link")
    assert found.message == f"`{link}` {said}"
    assert where(found) == workspace.place_of(PAPERS, link)


@pytest.mark.parametrize(
    "line",
    ["links: {homepage: https://example.com}", "links: {scholar: http://localhost/me}"],
)
def test_the_links_of_people_are_looked_at_too(workspace: Workspace, line: str) -> None:
    workspace.append("people/liam-collins.yaml", f"{line}\n")
    assert only_diagnostic_of(workspace, "unreachable-link").span


@pytest.mark.parametrize(
    "link", ["https://github.com/a", "https://examples.org", "http://8.8.8.8/"]
)
def test_a_link_to_a_public_address_is_not_reported(workspace: Workspace, link: str) -> None:
    workspace.replace(PAPERS, CODE, link)
    assert diagnostics_of(workspace, "unreachable-link") == []


@pytest.mark.parametrize(
    "link",
    [
        "https://www.overleaf.com/project/65a1b2c3",
        "https://docs.google.com/document/d/1a2b/edit?usp=sharing",
        "https://drive.google.com/drive/u/0/my-drive",
    ],
)
def test_a_link_for_its_owner_alone_is_reported(workspace: Workspace, link: str) -> None:
    workspace.replace(PAPERS, CODE, link)
    found = only_diagnostic_of(workspace, "private-link")
    assert found.message == f"`{link}` is meant for its owner alone"
    assert where(found) == workspace.place_of(PAPERS, link)


@pytest.mark.parametrize(
    "link",
    [
        "https://www.overleaf.com/read/abcdef",
        "https://docs.google.com/document/d/e/1a2b/pub",
        "https://drive.google.com/file/d/1a2b/view",
    ],
)
def test_a_link_for_readers_is_not_reported(workspace: Workspace, link: str) -> None:
    workspace.replace(PAPERS, CODE, link)
    assert diagnostics_of(workspace, "private-link") == []


def test_the_page_of_an_archive_is_no_pdf_and_the_hint_names_the_pdf(workspace: Workspace) -> None:
    workspace.append(PAPERS, "  pdf: https://arxiv.org/abs/2401.00001\n")
    found = only_diagnostic_of(workspace, "page-for-pdf")
    assert found.hint == "write https://arxiv.org/pdf/2401.00001"
    workspace.replace(PAPERS, "/abs/", "/pdf/")
    assert diagnostics_of(workspace, "page-for-pdf") == []


def test_a_link_of_two_papers_is_reported_at_the_second(workspace: Workspace) -> None:
    workspace.append(PAPERS, f"  pdf: {CODE}\n")
    found = only_diagnostic_of(workspace, "repeated-link")
    assert found.message == f"`{CODE}` is a link of the paper `agp`, too"
    workspace.replace(PAPERS, f"  pdf: {CODE}\n", f"  pdf: {CODE}2\n")
    assert diagnostics_of(workspace, "repeated-link") == []


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            EDITION,
            GROUP,
            GROUP.replace("2026", "2025"),
            f"`{GROUP.replace('2026', '2025')}` names 2025, but the workshop is in 2026",
        ),
        (
            VENUE,
            "https://wsdm-conference.org/2026/",
            "https://wsdm-conference.org/2024/",
            "`https://wsdm-conference.org/2024/` names 2024, but the workshop is in 2026",
        ),
    ],
)
def test_a_link_of_another_year_is_reported_at_the_year(
    workspace: Workspace, file: str, old: str, new: str, message: str
) -> None:
    workspace.replace(file, old, new)
    found = only_diagnostic_of(workspace, "link-year")
    assert found.message == message
    name, line, column = workspace.place_of(file, new).split(":")
    at = new.index("202") + int(column)
    assert where(found) == f"{name}:{line}:{at}"


@pytest.mark.parametrize(
    "link",
    ["https://easychair.org/conferences/?conf=x", "https://cmt3.research.microsoft.com/X2026"],
)
def test_a_link_of_this_year_or_of_none_is_not_reported(workspace: Workspace, link: str) -> None:
    workspace.replace(EDITION, GROUP, link)
    assert diagnostics_of(workspace, "link-year") == []


@pytest.mark.parametrize(
    ("group", "message"),
    [
        ("WDSM/2026/Workshop/GenAIRecP", "names WDSM, not WSDM"),
        ("KDD.org/2026/Workshop/GenAIRecP", "names KDD, not WSDM"),
        ("WSDM/2026/Workshop/GenAIRecPP", None),
        ("WSDM/2026/Workshop/GenAIRec", "names GenAIRec, not GenAIRecP"),
        ("WSDM.org/2026/Workshop/GenAIRecP", None),
        ("ACM.org/WSDM/2026/Workshop/GenAIRecP", None),
        ("WSDM/2026/Workshop/GenAIRecP_2026", None),
    ],
)
def test_a_group_of_another_conference_or_with_a_slip_is_reported(
    workspace: Workspace, group: str, message: str | None
) -> None:
    link = f"https://openreview.net/group?id={group}"
    workspace.replace(EDITION, GROUP, link)
    found = diagnostics_of(workspace, "submission-group")
    assert [diagnostic.message for diagnostic in found] == (
        [f"the group `{group}` {message}"] if message else []
    )
    if message:
        column = link.index(message.split()[1].strip(",")) + len("  url: ") + 1
        assert where(found[0]).endswith(f":{column}")


@pytest.mark.parametrize("conference", ["WSDM", "BOATS"])
def test_a_group_may_be_of_any_conference_that_meets_there(
    workspace: Workspace, conference: str
) -> None:
    boats = "{series: BOATS, name: Conference on Boats, acronym: BOATS '26}"
    workspace.append(VENUE, f"together_with:\n  - {boats}\n")
    link = f"https://openreview.net/group?id={conference}/2026/Workshop/GenAIRecP"
    workspace.replace(EDITION, GROUP, link)
    assert diagnostics_of(workspace, "submission-group") == []


def test_another_system_has_no_groups(workspace: Workspace) -> None:
    workspace.replace(EDITION, GROUP, "https://example.net/group?id=KDD/2026")
    assert diagnostics_of(workspace, "submission-group") == []


@pytest.mark.parametrize("quotes", ["“{}”", "'\"{}\"'", "„{}“", "«{}»"])
@pytest.mark.parametrize(
    ("file", "value"),
    [
        ("people/neil-shah.yaml", "Neil Shah"),
        (PAPERS, PAPER),
        (VENUE, "Boise"),
        (EDITION, TALK),
    ],
)
def test_quotes_around_a_whole_value_are_reported(
    workspace: Workspace, file: str, value: str, quotes: str
) -> None:
    place = workspace.data / file
    text = place.read_text(encoding="utf-8")
    at = re.search(rf"(?<=: ){re.escape(value)}(?=[,}}\n])", text)
    assert at is not None
    quoted = quotes.format(value)
    workspace.write(file, f"{text[: at.start()]}{quoted}{text[at.end() :]}")
    found = only_diagnostic_of(workspace, "quoted-value")
    assert found.span is not None
    assert (found.span.file.name, found.span.line) == (
        place.name,
        text[: at.start()].count("\n") + 1,
    )
    assert found.hint is not None
    assert found.hint.startswith(f"write `{value[:60]}")


def test_quotes_within_a_value_are_not_reported(workspace: Workspace) -> None:
    workspace.replace(PAPERS, PAPER, "“Less” Is “More”")
    assert diagnostics_of(workspace, "quoted-value") == []
