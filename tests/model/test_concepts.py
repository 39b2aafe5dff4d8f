"""Concepts of ACM's classification, pasted from ACM's tool or written by hand."""

from __future__ import annotations

import pytest

from proposal.doctor import Group
from proposal.edition.edition import Concept
from tests import pdf
from tests.installed_acmart import printed_heading
from tests.parts import require
from tests.workspace import Workspace

EDITION = "editions/2024/edition.yaml"
XML = r"""<ccs2012>
   <concept>
       <concept_id>10002951.10003317.10003347.10003350</concept_id>
       <concept_desc>Information systems~Recommender systems</concept_desc>
       <concept_significance>500</concept_significance>
       </concept>
   <concept>
       <concept_id>10002978.10003029</concept_id>
       <concept_desc>Security and privacy~Human and societal aspects of security &amp; privacy</concept_desc>
       <concept_significance>100</concept_significance>
       </concept>
 </ccs2012>
"""  # noqa: E501 - as ACM's tool gives it
LINES = r"""\ccsdesc[500]{Information systems~Recommender systems}
\ccsdesc[100]{Security and privacy~Human and societal aspects of security \& privacy}
"""
WANTED = (
    Concept(
        ("Information systems", "Recommender systems"), "10002951.10003317.10003347.10003350", 500
    ),
    Concept(
        ("Security and privacy", "Human and societal aspects of security & privacy"),
        "10002978.10003029",
        100,
    ),
)


def with_concepts(workspace: Workspace, ccs: str) -> None:
    workspace.replace(EDITION, "speakers:\n", f"ccs:{ccs}\nspeakers:\n")


def block(text: str) -> str:
    return " |\n" + "".join(f"  {line}\n" for line in text.splitlines())


PASTED = {
    "both": "\\begin{CCSXML}\n" + XML + "\\end{CCSXML}\n" + LINES,
    "XML alone": XML,
}


@pytest.mark.parametrize("text", PASTED.values(), ids=PASTED)
def test_what_acms_tool_gives_is_pasted_as_it_is(workspace: Workspace, text: str) -> None:
    with_concepts(workspace, block(text))
    assert workspace.edition("2024").concepts == WANTED


def test_lines_alone_have_no_ids(workspace: Workspace) -> None:
    with_concepts(workspace, block(LINES))
    found = workspace.edition("2024").concepts
    assert [concept.path for concept in found] == [concept.path for concept in WANTED]
    assert [(concept.id, concept.significance) for concept in found] == [(None, 500), (None, 100)]


def test_a_list_may_hold_paths_lines_and_records(workspace: Workspace) -> None:
    with_concepts(
        workspace,
        "\n  - Information systems → Recommender systems"
        "\n  - Networks -> Network types"
        "\n  - \\ccsdesc[300]{Applied computing~Law}"
        "\n  - {concept: Hardware, id: 10010583, significance: 100}",
    )
    found = workspace.edition("2024").concepts
    assert [(" > ".join(concept.path), concept.significance) for concept in found] == [
        ("Information systems > Recommender systems", 500),
        ("Networks > Network types", 500),
        ("Applied computing > Law", 300),
        ("Hardware", 100),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("nothing of the kind", "there is neither a <concept> nor a \\ccsdesc in this text"),
        (XML + LINES.replace("[500]", "[300]"), "has the significance 500 in the XML and 300"),
        (XML + LINES.split("\n", maxsplit=1)[0], "stands in the XML, and no \\ccsdesc names it"),
        (XML + LINES + "\\ccsdesc[100]{Hardware}", "“Hardware”, and the XML has no such concept"),
    ],
    ids=["neither", "significance", "line missing", "XML missing"],
)
def test_two_parts_that_disagree_are_reported(
    workspace: Workspace, text: str, message: str
) -> None:
    with_concepts(workspace, block(text))
    _, diagnostics = workspace.resolve("2024")
    assert len(diagnostics) == 1
    assert message in diagnostics[0].message
    assert diagnostics[0].span is not None
    assert diagnostics[0].span.file.name == "edition.yaml"


def test_a_significance_is_one_of_three_and_an_id_is_made_of_numbers(workspace: Workspace) -> None:
    with_concepts(workspace, "\n  - {concept: Hardware, id: hardware, significance: 400}")
    _, diagnostics = workspace.resolve("2024")
    assert len(diagnostics) == 2


def test_pasted_concepts_stand_in_the_pdf_and_on_the_website(workspace: Workspace) -> None:
    require(Group.DOCUMENTS)
    workspace.write("editions/2024/summary.md", "# One\n\nShort.\n")
    with_concepts(workspace, block(PASTED["both"]))
    finished = workspace.run("build", "2024", "--only", "pdf,site")
    assert finished.code == 0, finished.output
    text = pdf.flowing(pdf.raw_text(workspace.pdf()))
    heading = printed_heading("CCS Concepts")
    assert f"{heading} • Information systems → Recommender systems; • Security" in text
    page = (workspace.root / "build/site/2024/index.html").read_text(encoding="utf-8")
    assert "Information systems → Recommender systems" in page
    assert "Human and societal aspects of security &amp; privacy" in page
