"""CEUR-WS's form is filled in for each paper whose agreement is not signed yet."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Name

from proposal.bundling.receivers.ceur import ceur_volume
from proposal.doctor import Group
from proposal.model.signed_agreements import FORM, FORM_WITH_THIRD_PARTIES
from proposal.pdf import Pdf
from proposal.pdf.filled_form import filled_form, label_places
from proposal.pdf.placed import Box
from tests.bundling.receivers.volumes import EDITION, errors_of, volume_of, workshop_with_papers
from tests.parts import require
from tests.proceedings.papers import new_pdf, opened, saved

LABELS = {
    700: "Herewith I agree that my/our contribution:",
    650: "authored by:",
    600: "with corresponding author",
    580: "Name:",
    560: "Affiliation:",
    540: "Address:",
    520: "Email:",
    490: "shall be made available",
    450: "Name and year of the event:",
    410: "Editors of the proceedings \\(editors\\):",
    370: "I/we agree that my/our contribution is made available",
}
"""The labels of the form by their heights, as far as it is known by them."""


def form() -> bytes:
    """A page with the labels of the form and nothing else."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(595, 842))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.obj.Resources = Dictionary(Font=Dictionary(F1=pdf.make_indirect(font)))
    lines = (f"BT /F1 10 Tf 20 {height} Td ({text}) Tj ET" for height, text in LABELS.items())
    page.obj.Contents = pdf.make_stream("\n".join(lines).encode())
    return saved(pdf)


def test_labels_are_found_by_what_they_say() -> None:
    places = label_places(form(), {"name": re.compile("^Name:"), "none": re.compile("^Nothing")})
    assert list(places) == ["name"]
    assert 19 < places["name"].left < 22
    assert 575 < places["name"].bottom < places["name"].top < 592


def test_values_are_drawn_at_their_places_and_made_smaller_where_they_do_not_fit() -> None:
    sheets = opened(saved(new_pdf(["first value", "second value"], (200, 20), (0, 5))))
    places = [Box(50, 570, 400, 590), Box(50, 530, 150, 570)]
    filled = filled_form(form(), sheets, 0, places)
    text = Pdf(filled).texts[0]
    assert "first value" in text
    assert "second value" in text
    found = label_places(
        filled, {"first": re.compile("first value"), "second": re.compile("second value")}
    )
    assert found["first"].left >= 50
    assert found["second"].right <= 150
    assert 570 <= found["first"].bottom < found["first"].top <= 590


def test_forms_to_be_signed_say_what_the_data_say(tmp_path: Path) -> None:
    require(Group.DOCUMENTS)
    workshop = workshop_with_papers(tmp_path)
    workshop.replace(f"{EDITION}/papers.yaml", "title: Short Engines", "title: 5 % of Engines")
    folder = workshop.data / EDITION / "agreements"
    folder.mkdir()
    (folder / FORM).write_bytes(form())
    (folder / "short-engines.pdf").write_bytes(b"%PDF signed")
    packed = ceur_volume(volume_of(workshop))
    assert list(packed.beside) == ["agreements/careful-engines.pdf"]
    text = " ".join(Pdf(packed.beside["agreements/careful-engines.pdf"]).texts[0].split())
    for value in (
        "Careful Engines",
        "Ada King, Maria Gaetana Agnesi, and Charles Babbage",
        "king@example.org",
        "University of Somewhere, Institute of Examples",
        "Second Workshop on Very Careful Engines (WCE 2027), co-located with EXC 2027",
        "Ada Lovelace and Charles Babbage",
    ):
        assert value in text, text
    assert ceur_volume(volume_of(workshop)).beside == packed.beside


def test_a_form_that_is_missing_or_not_known_is_named(tmp_path: Path) -> None:
    workshop = workshop_with_papers(tmp_path)
    workshop.replace(
        f"{EDITION}/papers.yaml", "  kind: short\n", "  kind: short\n  third_party: true\n"
    )
    folder = workshop.data / EDITION / "agreements"
    folder.mkdir()
    stream = io.BytesIO()
    new_pdf(["another form"]).save(stream)
    (folder / FORM).write_bytes(stream.getvalue())
    packed = ceur_volume(volume_of(workshop))
    assert packed.beside == {}
    found = [item for item in packed.diagnostics if item.code == "no-agreement-form"]
    assert [item.message for item in found] == [
        f"{FORM} is no form that is known, of version 1.04",
        f"there is no form {FORM_WITH_THIRD_PARTIES}, so that agreements are not filled in",
    ]
    assert errors_of(packed.diagnostics).count("unsigned-agreement") == 2
