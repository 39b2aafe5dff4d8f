"""In a volume the links, bookmarks, tags, layers and attachments of all papers work."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from proposal.pdf import Pdf
from proposal.pdf.joined_volume import Chapter, VolumeFacts, write_volume
from proposal.pdf.page_stamps import Stamp
from proposal.pdf.plain_pdf import UnexpectedFormError, part_of
from proposal.pdf.stamped_paper import pages_of_paper, stamped_paper
from proposal.pdf.volume_matter import matter_of, pages_before
from tests.proceedings.papers import (
    SHEET,
    new_pdf,
    opened,
    paper,
    saved,
    stamps,
    with_bookmarks,
    with_hidden_layer,
    with_links,
    with_tags,
)

FIRST_PAGE = 11
FRONT = ["title", "contents"]


def matter() -> bytes:
    """Two pages before the papers, and one behind them, which a place names."""
    pdf = new_pdf([*FRONT, "index"])
    index = Array([pdf.pages[2].obj, Name.XYZ, 0, 700, 0])
    names = Array([String("contents"), Array([pdf.pages[1].obj, Name.Fit]), String("index"), index])
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=names))
    with pdf.open_outline() as outline:
        outline.root.extend([pikepdf.OutlineItem("Contents", 1), pikepdf.OutlineItem("Index", 2)])
    pdf.Root.Outlines.First.Dest = String("contents")
    pdf.Root.Outlines.Last.Dest = String("index")
    link = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=[72, 600, 90, 612], Dest=String("p1/first-page")
    )
    pdf.pages[1].obj.Annots = Array([pdf.make_indirect(link)])
    return saved(pdf)


def joined(papers: Sequence[bytes]) -> bytes:
    """The volume of some papers, which are called p0, p1 and so on."""
    around = matter()
    chapters = []
    first, is_tagged = FIRST_PAGE, False
    for number, content in enumerate(papers):
        leaves = pages_of_paper(content)
        sheets = [Stamp(index, *SHEET) for index in range(leaves.count)]
        made = stamped_paper(content, f"p{number}/", "A Title", opened(stamps(9)), sheets, first)
        chapters.append(Chapter(f"Paper {number} – Ωmega", leaves.height, made.part))
        first += leaves.count
        is_tagged |= leaves.is_tagged
    facts = VolumeFacts(
        "A Volume (2026)",
        "Ann Author",
        "en",
        FIRST_PAGE,
        is_tagged,
        "D:20260226000000Z",
        "proposal",
    )
    stream = io.BytesIO()
    write_volume(stream, facts, matter_of(around, pages_before(around, b"index")), chapters)
    return stream.getvalue()


def texts(content: bytes) -> list[str]:
    return [text.split("\n")[0] for text in Pdf(content).texts]


def named(volume: pikepdf.Pdf) -> dict[str, int]:
    """The pages of all named places, counted from 0."""
    pages = {page.obj.objgen: number for number, page in enumerate(volume.pages)}
    found = {}
    for name, place in pikepdf.NameTree(volume.Root.Names.Dests).items():
        target = place if isinstance(place, Array) else place.D
        found[name] = pages[target[0].objgen]
    return found


def test_pages_stand_in_order_and_are_labelled() -> None:
    content = joined([paper(["one", "two"]), paper(["three"])])
    assert texts(content) == ["title", "contents", "one", "two", "three", "index"]
    volume = opened(content)
    assert [page.label for page in volume.pages] == ["i", "ii", "11", "12", "13", "14"]
    assert volume.check_pdf_syntax() == []
    assert str(volume.docinfo["/Title"]) == "A Volume (2026)"


def test_links_lead_to_their_own_papers() -> None:
    two = paper(["one", "two", "three"], with_links)
    volume = opened(joined([two, two]))
    places = named(volume)
    assert places["p0/section.1"] == 4
    assert places["p1/section.1"] == 7
    assert places["p0/first-page"] == 2
    assert places["p1/first-page"] == 5
    for first, prefix in ((2, "p0/"), (5, "p1/")):
        links = list(volume.pages[first].obj.Annots)
        assert len(links) == 5  # four of the paper's own, and one of the stamp
        assert str(links[0].Dest) == f"{prefix}section.1"
        assert str(links[1].A.D) == f"{prefix}table(a)"
        assert links[2].Dest[0].objgen == volume.pages[first + 2].obj.objgen
    contents = volume.pages[1].obj.Annots[0]
    assert str(contents.Dest) == "p1/first-page"


def test_a_link_to_a_name_that_its_paper_lacks_stays_as_it_was() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        with_links(pdf)
        pdf.pages[0].obj.Annots[0].Dest = String("nowhere")

    volume = opened(joined([paper(["one"], change)]))
    assert str(volume.pages[2].obj.Annots[0].Dest) == "nowhere"


def test_names_of_the_first_versions_of_pdf_lead_to_their_places() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Dests = Dictionary({"/old": Array([pdf.pages[1].obj, Name.Fit])})
        link = Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=[0, 50, 9, 60], Dest=Name("/old")
        )
        pdf.pages[0].obj.Annots = Array([link])

    volume = opened(joined([paper(["one", "two"], change)]))
    assert str(volume.pages[2].obj.Annots[0].Dest) == "p0/old"
    assert named(volume)["p0/old"] == 3


def test_bookmarks_of_a_paper_stand_below_its_own() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        with_links(pdf)
        with_bookmarks(pdf)

    volume = opened(joined([paper(["one", "two"], change), paper(["three"])]))
    with volume.open_outline() as outline:
        assert [item.title for item in outline.root] == [
            "Contents",
            "Paper 0 – Ωmega",
            "Paper 1 – Ωmega",
            "Index",
        ]
        first = outline.root[1]
        assert [item.title for item in first.children] == ["First", "Second"]
        assert [item.title for item in first.children[1].children] == ["Below"]
        assert first.is_closed
        assert str(first.children[0].destination) == "p0/section.1"
        assert outline.root[2].children == []


def test_tags_are_found_by_the_pages_of_all_papers() -> None:
    tagged = paper(["one", "two"], with_tags)
    content = joined([tagged, paper(["three"]), tagged])
    structure = Pdf(content).structure
    assert structure is not None
    volume = opened(content)
    table = pikepdf.NumberTree(volume.Root.StructTreeRoot.ParentTree)
    for number in (2, 3, 5, 6):
        page = volume.pages[number].obj
        element = table[int(page.StructParents)][0]
        assert element.Pg.objgen == page.objgen
        assert element.P.P.objgen == volume.Root.StructTreeRoot.objgen
        assert str(element.P.Lang) == "en-GB"
    assert len({int(page.obj.StructParents) for page in volume.pages}) == len(volume.pages)
    ids = pikepdf.NameTree(volume.Root.StructTreeRoot.IDTree)
    assert sorted(ids) == ["p0/heading0", "p0/heading1", "p2/heading0", "p2/heading1"]
    assert str(ids["p2/heading1"].ID) == "p2/heading1"
    assert bool(volume.Root.MarkInfo.Marked)
    assert volume.check_pdf_syntax() == []


def test_pages_without_tags_are_read_beside_those_that_have_some() -> None:
    content = joined([paper(["one"], with_tags), paper(["two"])])
    volume = opened(content)
    table = pikepdf.NumberTree(volume.Root.StructTreeRoot.ParentTree)
    for number, said in ((0, "title"), (3, "two"), (4, "index")):
        page = volume.pages[number].obj
        assert str(table[int(page.StructParents)][0].S) == "/P"
        marked = Pdf(content).marked_texts[number]
        assert marked[0].number == 0
        assert marked[0].text.split()[0] == said
    assert volume.check_pdf_syntax() == []


def test_a_tag_that_means_two_things_becomes_two_tags() -> None:
    def as_paragraph(pdf: pikepdf.Pdf) -> None:
        with_tags(pdf, "/P")

    volume = opened(joined([paper(["one"], with_tags), paper(["two"], as_paragraph)]))
    root = volume.Root.StructTreeRoot
    means = [root.RoleMap[str(top.K[0].S)] for top in list(root.K)[1:]]
    assert [str(tag) for tag in means] == ["/H1", "/P"]


def test_a_volume_of_papers_without_tags_has_none() -> None:
    volume = opened(joined([paper(["one"])]))
    assert "/StructTreeRoot" not in volume.Root
    assert "/MarkInfo" not in volume.Root


def test_a_hidden_layer_stays_hidden() -> None:
    volume = opened(joined([paper(["one"], with_hidden_layer), paper(["two"])]))
    layers = volume.Root.OCProperties
    assert [str(layer.Name) for layer in layers.OCGs] == ["hidden", "shown"]
    assert [str(layer.Name) for layer in layers.D.OFF] == ["hidden"]
    used = volume.pages[2].obj.Resources.Properties.L0
    assert used.objgen == layers.D.OFF[0].objgen


def test_attached_files_come_along() -> None:
    def attach(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["data.csv"] = b"1,2"

    volume = opened(joined([paper(["one"], attach), paper(["two"], attach)]))
    assert sorted(volume.attachments) == ["p0/data.csv", "p1/data.csv"]
    assert volume.attachments["p1/data.csv"].get_file().read_bytes() == b"1,2"


def test_what_runs_when_a_paper_is_opened_does_not_run_in_the_volume() -> None:
    def run(pdf: pikepdf.Pdf) -> None:
        script = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
        pdf.Root.OpenAction = script
        names = Array([String("start"), script])
        pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=names))

    content = joined([paper(["one"], run)])
    assert "/OpenAction" not in opened(content).Root
    scripts = [
        value
        for value in opened(content).objects
        if isinstance(value, Dictionary) and value.get("/S") == Name.JavaScript
    ]
    assert scripts == []


def test_the_same_font_file_stands_in_the_volume_once() -> None:
    font = bytes(range(256)) * 40

    def embed(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Resources.Font.F1.FontFile = pdf.make_stream(font)

    volume = opened(joined([paper(["one"], embed), paper(["two"], embed)]))
    files = [volume.pages[number].obj.Resources.Font.F1.FontFile.objgen for number in (2, 3)]
    assert files[0] == files[1]
    assert volume.pages[2].obj.Resources.Font.F1.FontFile.read_bytes() == font


def test_texts_that_look_like_references_stay_texts() -> None:
    said = "see 1 0 R (and) \\ 2 0 R\n> << /StructParents 0 >>"

    def write(pdf: pikepdf.Pdf) -> None:
        with_tags(pdf)
        pdf.pages[0].obj.Annots = Array(
            [Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 50, 9, 60], Contents=said)]
        )

    volume = opened(joined([paper(["zero"], with_tags), paper(["one"], write)]))
    assert str(volume.pages[3].obj.Annots[0].Contents) == said


def test_the_same_papers_make_the_same_bytes() -> None:
    papers = [paper(["one", "two"], with_links), paper(["three"], with_tags)]
    assert joined(papers) == joined(papers)


def test_only_what_qpdf_saved_plainly_is_a_part() -> None:
    stream = io.BytesIO()
    packed = pikepdf.ObjectStreamMode.generate
    new_pdf(["one"]).save(stream, object_stream_mode=packed)
    with pytest.raises(UnexpectedFormError):
        part_of(stream.getvalue())
