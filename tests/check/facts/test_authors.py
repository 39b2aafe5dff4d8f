"""Each author of a PDF is compared with the institution that is printed under the name."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from proposal.check.facts.author_blocks import author_block, misplaced
from proposal.check.facts.comparison import Disagreement
from proposal.check.facts.stated_facts import stated_facts
from proposal.check.rules.run_rules import subject_of
from proposal.edition.edition import Edition
from proposal.reading.searchable_text import searchable
from tests.workspace import Workspace

PEOPLE = {
    "ann": "name: Ann Author\nemail: ann@one.example.org\naffiliations:\n"
    "  - {institution: University of One, city: Graz, country: Austria}\n",
    "bob": "name: Bob Writer\nemail: bob@two.example.org\naffiliations:\n"
    "  - {institution: Two Labs, city: Oslo, country: Norway}\n"
    "  - {institution: University of One, alongside: true, country: Austria}\n",
    "rita": "name: Rita Retired\nemail: rita@mail.example.org\n",
    "nora": "name: Nora Nowhere\n",
}
ANN = "Ann Author\nann@one.example.org\nUniversity of One\nGraz, Austria\n"
BOB = "Bob Writer\nbob@two.example.org\nTwo Labs\nOslo, Norway\nUniversity of One\nAustria\n"
RITA = "Rita Retired\nrita@mail.example.org\n"
NORA = "Nora Nowhere\n"


def found_in(workspace: Workspace, authors: tuple[str, ...], printed: str) -> list[Disagreement]:
    """What is found in a text that holds an author block, and more behind it."""
    for name in authors:
        workspace.write(f"people/{name}.yaml", PEOPLE[name])
    organizers = "".join(f"  - {name}\n" for name in authors)
    file = workspace.data / "editions/2026/edition.yaml"
    text = file.read_text(encoding="utf-8")
    start = text.index("organizers:\n")
    end = text.index("contact:")
    file.write_text(f"{text[:start]}organizers:\n{organizers}\n{text[end:]}", encoding="utf-8")
    subject = subject_of(workspace.load(), "2026")
    edition: Edition = subject.edition
    document = edition.documents["proposal"]
    block = author_block(edition, document, stated_facts(subject))
    page = f"{document.title}\n{printed}ABSTRACT\n{edition.abstract}\n{ANN}{BOB}{RITA}{NORA}"
    return list(misplaced(block, searchable(page)))


@pytest.mark.parametrize(
    ("authors", "printed"),
    [
        (("ann", "bob"), ANN + BOB),
        (("rita", "ann", "nora", "bob"), RITA + ANN + NORA + BOB),
        (("nora", "rita"), NORA + RITA),
        (("bob", "ann", "rita"), BOB + ANN + RITA),
    ],
)
def test_authors_at_their_own_institutions_are_right(
    workspace: Workspace, authors: tuple[str, ...], printed: str
) -> None:
    assert found_in(workspace, authors, printed) == []


def test_two_institutions_that_are_swapped_are_both_reported(workspace: Workspace) -> None:
    printed = ANN.replace("University of One", "Two Labs") + BOB.replace(
        "Two Labs", "University of One"
    )
    found = found_in(workspace, ("ann", "bob"), printed)
    assert [
        (difference.fact.id, difference.under, difference.away_from) for difference in found
    ] == [
        ("organizers.bob.affiliations.1.institution", "Ann Author", ""),
        ("organizers.ann.affiliations.1.institution", "", "Ann Author"),
    ]


def test_an_author_who_is_joined_to_the_next_one_is_reported(workspace: Workspace) -> None:
    printed = f"Rita Retired\n{ANN}".replace("Author\n", "Author\nrita@mail.example.org\n")
    found = found_in(workspace, ("rita", "ann"), printed)
    assert [(difference.fact.id, difference.under) for difference in found] == [
        ("organizers.rita.email", "Ann Author")
    ]


def test_an_institution_under_somebody_who_has_none_is_reported(workspace: Workspace) -> None:
    printed = f"{NORA}University of One\n{ANN}"
    found = found_in(workspace, ("nora", "ann"), printed)
    assert [(difference.fact.value, difference.under) for difference in found] == [
        ("University of One", "Nora Nowhere")
    ]


def test_a_reading_in_which_all_is_right_is_believed(workspace: Workspace) -> None:
    wrong = ANN.replace("Author\n", "Author\nbob@two.example.org\n") + BOB
    assert len(found_in(workspace, ("ann", "bob"), wrong)) == 1
    subject = subject_of(workspace.load(), "2026")
    edition = subject.edition
    document = replace(edition.documents["proposal"], subtitle=None)
    block = author_block(edition, document, stated_facts(subject))
    pages = "".join(
        f"{document.title}\n{block}ABSTRACT\n{edition.abstract}\n" for block in (wrong, ANN + BOB)
    )
    assert list(misplaced(block, searchable(pages))) == []


def test_a_pdf_without_authors_gives_nobody_a_wrong_place(workspace: Workspace) -> None:
    subject = subject_of(workspace.load(), "2026")
    document = subject.edition.documents["proposal"]
    block = replace(author_block(subject.edition, document, stated_facts(subject)), authors=())
    page = f"{document.title}\nABSTRACT\n{subject.edition.abstract}\n"
    assert list(misplaced(block, searchable(page))) == []
