"""Tags: what a PDF claims of them, and what readers ask of them."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject

from proposal.check.pdf import Expected, note_of_tags
from proposal.check.pdf.anonymity_check import anonymity
from proposal.check.pdf.container import attachments, version
from proposal.check.pdf.pdf_file import checked_pdf
from proposal.check.pdf.text_check import reading_order
from proposal.diagnostics import Severity
from proposal.pdf import Pdf
from tests.check.pdf.conftest import only
from tests.check.pdf.tagged_papers import COLUMN, FILE, found_in, paper
from tests.check.pdf.tagging import PART, Raw, TaggedPdf


def test_a_paper_with_good_tags_passes() -> None:
    assert found_in(paper().written()) == []


def test_what_an_untagged_pdf_does_not_claim_is_not_asked_of_it() -> None:
    pdf = TaggedPdf(claim="", catalog={"/MarkInfo": None, "/Lang": None})
    del pdf.writer.root_object["/StructTreeRoot"]
    pdf.untagged("All dates are here.")
    pdf.link()
    assert found_in(pdf.written()) == []


@pytest.mark.parametrize(
    ("claim", "mark", "message"),
    [
        ("", {"/Marked": True}, "paper.pdf: it says it is tagged, and it has no tags"),
        (PART.format(2), None, "paper.pdf: it claims PDF/UA-2, and it has no tags"),
        (PART.format(1), {"/Marked": True}, "paper.pdf: it claims PDF/UA-1, and it has no tags"),
    ],
)
def test_a_claim_without_tags(claim: str, mark: Raw | None, message: str) -> None:
    pdf = TaggedPdf(claim=claim, catalog={"/MarkInfo": mark})
    del pdf.writer.root_object["/StructTreeRoot"]
    pdf.untagged("All dates are here.")
    found = only(found_in(pdf.written()))
    assert (found.code, found.severity, found.message) == ("no-tags", Severity.ERROR, message)


def test_tags_that_hold_nothing() -> None:
    pdf = TaggedPdf()
    pdf.tag("P")
    pdf.untagged("All dates are here.")
    found = only(found_in(pdf.written()))
    assert found.message == "paper.pdf: it claims PDF/UA-1, and its tags hold nothing"


@pytest.mark.parametrize(
    ("catalog", "code", "words"),
    [
        ({"/MarkInfo": None}, "unmarked-tags", "does not say that it is tagged"),
        ({"/MarkInfo": {"/Marked": False}}, "unmarked-tags", "does not say that it is tagged"),
        (
            {"/MarkInfo": {"/Marked": True, "/Suspects": True}},
            "suspect-tags",
            "its own tags may be wrong",
        ),
        ({"/Lang": None}, "no-language", "names no language"),
        ({"/Lang": " "}, "no-language", "names no language"),
        ({"/ViewerPreferences": None}, "title-not-shown", "in place of the title"),
    ],
)
def test_what_a_tagged_pdf_says_of_itself(catalog: Raw, code: str, words: str) -> None:
    found = only(found_in(paper(catalog=catalog).written()))
    assert (found.code, found.severity) == (code, Severity.WARNING)
    assert words in found.message


def test_the_first_tag_may_name_the_language() -> None:
    pdf = TaggedPdf(catalog={"/Lang": None})
    element = pdf.document.get_object()
    assert isinstance(element, DictionaryObject)
    element[NameObject("/Lang")] = NameObject("/en")
    pdf.tag("P", text="All dates are here.")
    assert found_in(pdf.written()) == []


def test_the_title_is_asked_for_only_where_pdf_ua_is_claimed() -> None:
    assert found_in(paper(claim="", catalog={"/ViewerPreferences": None}).written()) == []


def test_a_page_of_which_nothing_is_tagged() -> None:
    pdf = paper(pages=3)
    pdf.untagged("Further dates", page=2)
    found = only(found_in(pdf.written()))  # the third page is empty
    assert found.code == "untagged-page"
    assert found.message == (
        "paper.pdf, page 2: text is in no tag, so a screen reader leaves it out"
    )


def test_text_beside_the_tags_of_its_page() -> None:
    pdf = paper()
    pdf.untagged("Forgotten dates")
    found = only(found_in(pdf.written()))
    assert (found.code, found.severity) == ("untagged-text", Severity.WARNING)
    assert found.message == (
        "paper.pdf, page 1: some text is in no tag, so a screen reader leaves it out: "
        "“Forgotten dates”"
    )


def test_text_with_a_number_that_no_tag_has() -> None:
    pdf = paper()
    lost = pdf.tag("P", text="Lost dates").get_object()
    assert isinstance(lost, DictionaryObject)
    lost[NameObject("/K")] = ArrayObject()
    found = only(found_in(pdf.written()))
    assert found.code == "untagged-text"
    assert found.message.endswith("“Lost dates”")


def test_decoration_needs_no_tag() -> None:
    pdf = paper()
    pdf.decoration("Workshop on Dates")
    assert found_in(pdf.written()) == []


def spoken(pdf: TaggedPdf) -> list[str]:
    """The lines that are read aloud."""
    text = checked_pdf(Pdf(pdf.written()), FILE).spoken_text()
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


def test_text_is_read_in_the_order_of_the_tags_with_what_replaces_it() -> None:
    pdf = TaggedPdf()
    section = pdf.tag("Sect")
    pdf.tag("P", text="second")
    pdf.tag("H1", section, text="first")
    pdf.tag("Span", pdf.tag("P", text="third"), text="fourth")
    pdf.tag("P", text="WSDM", ActualText="Web Search")
    assert spoken(pdf) == ["first", "second", "third", "fourth", "Web Search"]


def test_the_order_of_reading_is_that_of_the_tags() -> None:
    expected = Expected(title="On Dates", authors=("Ann Author",))
    pdf = TaggedPdf()
    document = pdf.tag("Sect")
    pdf.tag("P", text="Ann Author")
    pdf.tag("Title", document, text="On Dates")
    checked = checked_pdf(Pdf(pdf.written()), FILE)
    assert list(reading_order(checked, expected)) == []
    pdf = TaggedPdf()
    last = pdf.tag("Sect")
    pdf.tag("Title", last, text="Ann Author")
    pdf.tag("P", text="On Dates")
    found = only(list(reading_order(checked_pdf(Pdf(pdf.written()), FILE), expected)))
    assert found.code == "reading-order"
    assert "the first author comes before the title when the text of its tags" in found.message


def test_tags_give_authors_away() -> None:
    expected = Expected(title="On Dates", authors=("Ann Author",), anonymous=True)
    pdf = paper()
    pdf.tag("Figure", text="a curve", Alt="A curve that rises")
    assert list(anonymity(checked_pdf(Pdf(pdf.written()), FILE), expected)) == []
    pdf.tag("Figure", text="a face", Alt="A portrait of Ann Author")
    found = only(list(anonymity(checked_pdf(Pdf(pdf.written()), FILE), expected)))
    assert found.code == "not-anonymous"
    assert found.message == (
        "paper.pdf, page 1: its tags name “Ann Author”, and the PDF must be anonymous"
    )


@pytest.mark.parametrize("mark", ["/Artifact BMC", "/Artifact <</Type /Pagination>> BDC"])
def test_a_page_of_nothing_but_its_number(mark: str) -> None:
    pdf = paper(pages=2)
    pdf.untagged("2", page=2, mark=mark)
    assert found_in(pdf.written()) == []


def test_text_whose_mark_is_in_no_tag() -> None:
    pdf = paper(pages=2)
    pdf.untagged("Further dates", page=2, mark="/P <</MCID 7>> BDC")
    assert only(found_in(pdf.written())).code == "untagged-page"


def test_a_page_that_does_not_lead_to_its_tags() -> None:
    pdf = paper(pages=2)
    pdf.tag("P", text="Further dates", page=2)
    found = only(found_in(pdf.written(without_parents=(2,))))
    assert found.code == "untagged-page"
    assert found.message == "paper.pdf, page 2: it does not lead to its tags (`StructParents`)"


def test_figures_without_descriptions_are_counted_with_their_pages() -> None:
    pdf = paper(pages=2)
    pdf.tag("Figure", text="another bar")
    pdf.tag("Figure", text="a third bar", page=2, Alt="")
    pdf.tag("Figure", text="WSDM", page=2, ActualText="WSDM")
    found = only(found_in(pdf.written()))
    assert (found.code, found.severity) == ("figure-description", Severity.WARNING)
    assert found.message == "paper.pdf, pages 1 and 2: 2 figures have no description"


def test_the_name_of_a_file_describes_nothing() -> None:
    pdf = paper()
    pdf.tag("Figure", text="another bar", Alt="figures/bar-2.PDF")
    pdf.tag("Figure", text="a third bar", Alt="The bar of map.pdf")
    found = only(found_in(pdf.written()))
    assert found.code == "figure-description"
    assert found.message == (
        "paper.pdf, page 1: 1 figure has the name of a file for a description (`figures/bar-2.PDF`)"
    )


def test_a_kind_of_its_own_stands_for_a_figure() -> None:
    pdf = paper()
    root = pdf.root.get_object()
    assert isinstance(root, DictionaryObject)
    root[NameObject("/RoleMap")] = DictionaryObject(
        {NameObject("/plot"): NameObject("/chart"), NameObject("/chart"): NameObject("/Figure")}
    )
    pdf.tag("plot", text="another bar")
    assert only(found_in(pdf.written())).message.endswith("page 1: 1 figure has no description")


def test_a_kind_of_a_namespace_stands_for_a_figure() -> None:
    pdf = paper(claim=PART.format(2), header="%PDF-2.0")
    standard = pdf._add({"/Type": "/Namespace", "/NS": "http://iso.org/pdf2/ssn"})
    own = pdf._add(
        {
            "/Type": "/Namespace",
            "/NS": "https://example.org/ns",
            "/RoleMapNS": {"/plot": ["/Figure", standard], "/bar": "/P"},
        }
    )
    pdf.tag("plot", text="another bar", NS=own)
    pdf.tag("bar", text="a third bar", NS=own)
    pdf.tag("plot", text="no figure, for nobody says so")
    assert only(found_in(pdf.written())).message.endswith("page 1: 1 figure has no description")


def test_kinds_that_stand_for_each_other_end() -> None:
    pdf = paper()
    root = pdf.root.get_object()
    assert isinstance(root, DictionaryObject)
    root[NameObject("/RoleMap")] = DictionaryObject(
        {NameObject("/one"): NameObject("/other"), NameObject("/other"): NameObject("/one")}
    )
    pdf.tag("one", text="round and round")
    assert found_in(pdf.written()) == []


def test_tags_that_hold_each_other_end() -> None:
    pdf = paper()
    inner = pdf.tag("Sect", text="round and round")
    inner.get_object()["/K"].append(pdf.document)  # type: ignore[index]  # pypdf says object
    assert found_in(pdf.written()) == []


def test_a_table_without_a_head() -> None:
    pdf = paper()
    pdf.table(("What", "When"), ("Talk", "Noon"))
    found = only(found_in(pdf.written()))
    assert (found.code, found.severity) == ("table-head", Severity.WARNING)
    assert found.message == "paper.pdf, page 1: 1 table has no head"


def test_tables_that_are_but_heads() -> None:
    pdf = paper()
    pdf.table(("*What", "*When"), head={"A": COLUMN})
    pdf.table(("*Talk", "*Noon"), head={"A": COLUMN})
    assert only(found_in(pdf.written())).message == "paper.pdf, page 1: 2 tables are but heads"


def test_a_table_within_a_table_has_its_own_head() -> None:
    pdf = TaggedPdf()
    outer = pdf.table(("Talk", "Noon"))
    cell = outer.get_object()["/K"][0].get_object()["/K"][0]  # type: ignore[index]  # pypdf says object
    inner = pdf.tag("Table", cell)
    row = pdf.tag("TR", inner)
    pdf.tag("TH", row, "What", A=COLUMN)
    pdf.tag("TD", row, "Talk")
    assert only(found_in(pdf.written())).message == "paper.pdf, page 1: 1 table has no head"


def _class(names: object, classes: Raw) -> Callable[[TaggedPdf], None]:
    def add(pdf: TaggedPdf) -> None:
        root = pdf.root.get_object()
        assert isinstance(root, DictionaryObject)
        root[NameObject("/ClassMap")] = pdf._add(classes)
        pdf.table(("*What", "*When"), ("Talk", "Noon"), head={"C": names})

    return add


@pytest.mark.parametrize(
    "add",
    [
        _class("/head", {"/head": COLUMN}),
        _class(["/bold", "/head"], {"/bold": {"/O": "/Layout"}, "/head": [COLUMN]}),
        _class(["/head", 0], {"/head": COLUMN}),
        lambda pdf: pdf.table(("*What",), ("Talk",), head={"A": [{"/O": "/Layout"}, COLUMN, 0]}),
    ],
    ids=["class", "second class", "with a revision", "second attribute"],
)
def test_a_scope_may_stand_in_several_places(add: Callable[[TaggedPdf], object]) -> None:
    pdf = paper()
    add(pdf)
    assert found_in(pdf.written()) == []


@pytest.mark.parametrize(
    "head",
    [{}, {"C": "/unknown"}, {"A": {"/O": "/Layout", "/Scope": "/Column"}}],
    ids=["nothing", "no such class", "of another owner"],
)
def test_a_head_without_scope_is_missed_in_pdf_ua_1(head: Raw) -> None:
    pdf = paper()
    pdf.table(("*What", "*When"), ("Talk", "Noon"), head=head)
    found = only(found_in(pdf.written()))
    assert found.code == "table-head"
    assert "page 1: 1 table has cells in its head that do not say" in found.message


def test_a_head_needs_no_scope_where_the_cells_name_their_heads() -> None:
    pdf = TaggedPdf()
    table = pdf.tag("Table")
    row = pdf.tag("TR", table)
    pdf.tag("TH", row, "What", ID="what")
    pdf.tag("TD", row, "Talk", A={"/O": "/Table", "/Headers": ["what"]})
    assert found_in(pdf.written()) == []


@pytest.mark.parametrize("claim", ["", PART.format(2)])
def test_scopes_and_descriptions_of_links_are_asked_for_in_pdf_ua_1_alone(claim: str) -> None:
    pdf = paper(claim=claim)
    pdf.table(("*What",), ("Talk",))
    pdf.link()
    assert found_in(pdf.written()) == []


def test_links_without_descriptions() -> None:
    pdf = paper()
    pdf.link()
    pdf.link(Contents="")
    pdf.link(F=2)  # hidden
    found = only(found_in(pdf.written()))
    assert (found.code, found.severity) == ("link-description", Severity.WARNING)
    assert found.message.startswith("paper.pdf, page 1: 2 links have no description")


@pytest.mark.parametrize(
    ("header", "claim", "message"),
    [
        ("%PDF-1.7", "", None),
        ("%PDF-1.7", PART.format(1), None),
        ("%PDF-2.0", PART.format(2), None),
        ("%PDF-2.0", 'pdfuaid:part="2"', None),
        ("%PDF-2.0", "", "it is PDF 2.0; production takes up to 1.7"),
        ("%PDF-2.0", PART.format(1), "it is PDF 2.0; production takes up to 1.7"),
        ("%PDF-2.0", PART.format("2b"), "it is PDF 2.0; production takes up to 1.7"),
        ("%PDF-2.1", PART.format(2), "it is PDF 2.1; production takes up to 1.7"),
        ("%PDF-1.7", PART.format(2), "it claims PDF/UA-2, which is PDF 2.0, and is PDF 1.7"),
    ],
)
def test_the_version_is_that_of_the_claim(header: str, claim: str, message: str | None) -> None:
    pdf = paper(header=header, claim=claim).written()
    if claim.startswith("pdfuaid"):  # as an attribute, which is the same in RDF
        pdf = pdf.replace(claim.encode(), b" " * len(claim))
        place = b'rdf:about="" xmlns:dc'
        assert pdf.count(place) == 1
        pdf = pdf.replace(place, place[:13] + claim.encode() + b" " + place[13:])
    found = found_in(pdf, version)
    assert [diagnostic.message for diagnostic in found] == (
        [f"paper.pdf: {message}"] * bool(message)
    )


def _file(pdf: TaggedPdf, name: str, kind: str = "/text/html") -> object:
    stream = DecodedStreamObject()
    stream.set_data(b"content")
    stream[NameObject("/Subtype")] = NameObject(kind)
    embedded = pdf.writer._add_object(stream)
    return pdf._add({"/Type": "/Filespec", "/UF": name, "/EF": {"/F": embedded}})


def _embed(pdf: TaggedPdf, *files: tuple[str, object]) -> None:
    names = ArrayObject()
    for name, file in files:
        names += [NameObject(f"/{name}"), file]
    pdf.writer.root_object[NameObject("/Names")] = pdf._add({"/EmbeddedFiles": {"/Names": names}})


def test_style_sheets_that_latex_attaches_are_named_as_such() -> None:
    pdf = paper()
    sheet = _file(pdf, "latex-list-css.html")
    _embed(pdf, ("one", sheet))
    pdf.writer.root_object[NameObject("/AF")] = ArrayObject([sheet])
    found = only(found_in(pdf.written(), attachments))
    assert (found.code, found.severity) == ("attachment", Severity.NOTE)
    assert found.message == (
        "paper.pdf: it has LaTeX's style sheets attached, for programs that make web pages of its "
        "tags: latex-list-css.html"
    )
    assert "attach-css=false" in (found.hint or "")


def test_a_file_that_has_only_the_name_of_a_style_sheet_is_an_attachment() -> None:
    pdf = paper()
    _embed(pdf, ("one", _file(pdf, "latex-list-css.html")))
    assert only(found_in(pdf.written(), attachments)).severity is Severity.ERROR


def test_the_source_of_a_formula_belongs_to_its_tag() -> None:
    pdf = paper()
    source, formula = _file(pdf, "source.tex"), _file(pdf, "one.xml", "/application/mathml+xml")
    _embed(pdf, ("one", source), ("two", formula), ("three", _file(pdf, "data.csv")))
    pdf.tag("Formula", text="x", Alt="x", AF=[source])
    found = found_in(pdf.written(), attachments)
    assert [(diagnostic.severity, diagnostic.message) for diagnostic in found] == [
        (Severity.ERROR, "paper.pdf: it has files attached: data.csv"),
        (
            Severity.NOTE,
            (
                "paper.pdf: it has files attached that belong to its tags: one.xml (a formula in "
                "MathML), source.tex (of a Formula)"
            ),
        ),
    ]


def test_a_note_says_whether_a_pdf_is_tagged() -> None:
    found = only(note_of_tags(Pdf(paper().written()), FILE))
    assert (found.code, found.severity) == ("tags", Severity.NOTE)
    assert found.message == ("paper.pdf: it is tagged for screen readers: PDF/UA-1, language en")
    plain = paper(claim="", catalog={"/Lang": None})
    message = only(note_of_tags(Pdf(plain.written()), FILE)).message
    assert message.endswith("it is tagged for screen readers: no claim of PDF/UA, no language")


def test_a_note_says_what_an_untagged_pdf_is_like(camera_ready: bytes) -> None:
    message = only(note_of_tags(Pdf(camera_ready), FILE)).message
    assert message.startswith("paper.pdf: it is not tagged: a screen reader reads its text line by")


def test_nothing_is_noted_of_what_cannot_be_read() -> None:
    assert note_of_tags(Pdf(b"no PDF"), FILE) == []


def test_ten_thousand_tags_do_not_take_minutes() -> None:
    pdf = TaggedPdf()
    pdf.tag("P", text="All dates are here.")
    within = pdf.document
    for number in range(10_000):
        within = pdf.tag("Sect", within if number % 2 else pdf.document)
    deep = within
    for _ in range(2_000):
        deep = pdf.tag("Div", deep)
    content = pdf.written()
    started = time.process_time()
    assert found_in(content) == []
    assert time.process_time() - started < 60
