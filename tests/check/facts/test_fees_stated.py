"""What attending costs is set by `{{ fees }}` in texts, and PDFs are proved to print it."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.render.text.form import answered_form
from tests.pdf import text
from tests.workspace import Workspace

EDITION = "editions/2027/edition.yaml"
FEES = """
fees:
  - {who: Members, amount: 180 EUR, early: 120.50 EUR, note: with dinner}
  - {who: Students, amount: 60 CHF}
  - {who: Online participants, amount: free}
"""
LINES = [
    "Members: €120.50 until January 20, 2027, then €180 (with dinner)",
    "Students: CHF 60",
    "Online participants: free",
]


@pytest.fixture
def engines(tmp_path: Path) -> Workspace:
    workspace = Workspace.of_careful_engines(tmp_path)
    workspace.append(EDITION, FEES)
    workspace.append("editions/2027/proposal.md", "\n# Costs\n\n{{ fees }}\n")
    workspace.write("editions/2027/pages/costs.md", "# Costs\n\n{{ fees }}\n")
    return workspace


def plain(said: str) -> str:
    return " ".join(said.replace("\N{NO-BREAK SPACE}", " ").split())


def test_texts_set_fees_in_documents_and_on_pages(engines: Workspace) -> None:
    finished = engines.run("build", "2027", "--only", "site,jekyll")
    assert finished.code == 0, finished.output + finished.errors
    page = plain((engines.root / "build/site/2027/costs/index.html").read_text(encoding="utf-8"))
    (jekyll,) = (engines.root / "build/jekyll").rglob("costs.md")
    said = plain(jekyll.read_text(encoding="utf-8"))
    for line in LINES:
        assert f"<li>{line}</li>" in page
        assert f"- {line}" in said
    printed = plain(text(engines.built("2027", "proposal")))
    assert all(line in printed for line in LINES)


def test_a_pdf_that_prints_another_fee_than_the_data_is_found(engines: Workspace) -> None:
    engines.template("blocks/fees.tex", "Members: 180 euros.\n")
    engines.built("2027", "proposal")
    said = engines.run("check", "2027").output
    lines = [line for line in said.splitlines() if "proposal.pdf does not say fees" in line]
    assert [line.partition("not say ")[2].partition(",")[0] for line in lines] == [
        "fees.members.early",
        "fees.members.note",
        "fees.students.who",
        "fees.students.amount",
        "fees.online-participants.who",
    ]


def test_an_answer_to_a_form_has_a_fee_a_line(engines: Workspace) -> None:
    engines.replace(
        EDITION, 'text: "Engines for {{ audience.expected }} people."', 'text: "{{ fees }}"'
    )
    (tagline,) = [
        field for field in answered_form(engines.edition("2027")) if field.field.id == "tagline"
    ]
    assert plain(tagline.answer) == " ".join(LINES)
