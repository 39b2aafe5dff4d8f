#!/bin/sh
# pdfua 0.1.3 and outloud 0.2.1, input by pikepdf 10.18.0, beside pdfplumber 0.11.10 (PyPI),
# Python 3.11.
#
# Expected: cells of a head may share their attributes in a class: the cell names it by C, and the
# ClassMap of the structure tree says what it stands for, such as "scope: column" (ISO 32000-1,
# 14.7.5.2). LaTeX writes all its tables so.
# Seen: both checkers of PDF/UA take such cells for cells without scope, and say that the table
# cannot be understood, one as an error. With the same attributes at each cell they say nothing.
# pdfplumber (as poppler's pdfinfo -struct) follows the class.
# Who trusts them changes good tables, or learns to overlook the finding where it is true.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pdfua==0.1.3 outloud==0.2.1 pikepdf==10.18.0 \
    pdfplumber==0.11.10
cat >make.py <<'END'
import pikepdf
from pikepdf import Array, Dictionary, Name, String

SCOPE = Dictionary(O=Name.Table, Scope=Name.Column)


def make(path, head, classes):
    """A page with a table of one head and one row."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(300, 200)).obj
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.Resources = Dictionary(Font=Dictionary(F=font))
    cells = (("TH", "What", 20, 150), ("TH", "When", 150, 150), ("TD", "Talk", 20, 130), ("TD", "Noon", 150, 130))
    page.Contents = pdf.make_stream(b"".join(
        f"/{kind} <</MCID {number}>> BDC BT /F 12 Tf {x} {y} Td ({text}) Tj ET EMC\n".encode()
        for number, (kind, text, x, y) in enumerate(cells)
    ))
    page.StructParents = 0
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))

    def element(kind, parent, **more):
        return pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), P=parent, **more))

    document = element("Document", root)
    table = element("Table", document)
    rows = [element("TR", table), element("TR", table)]
    leaves = [
        element(kind, rows[number // 2], K=number, Pg=page, **(head if kind == "TH" else {}))
        for number, (kind, *_) in enumerate(cells)
    ]
    root.K, document.K, table.K = Array([document]), Array([table]), Array(rows)
    rows[0].K, rows[1].K = Array(leaves[:2]), Array(leaves[2:])
    root.ParentTree = Dictionary(Nums=Array([0, Array(leaves)]))
    if classes:
        root.ClassMap = classes
    pdf.Root.StructTreeRoot, pdf.Root.MarkInfo = root, Dictionary(Marked=True)
    pdf.Root.Lang, pdf.Root.ViewerPreferences = String("en"), Dictionary(DisplayDocTitle=True)
    with pdf.open_metadata() as metadata:
        metadata["dc:title"], metadata["pdfuaid:part"] = "Dates", "1"
    pdf.save(path)


make("each.pdf", {"A": SCOPE}, None)
make("class.pdf", {"C": Name("/column")}, Dictionary(column=SCOPE))
END
cat >scopes.py <<'END'
import sys
import pdfplumber

(document,) = pdfplumber.open(sys.argv[1]).structure_tree
print(*(cell["attributes"]["Scope"] for cell in document["children"][0]["children"][0]["children"]))
END
venv/bin/python make.py
for file in each class; do
    echo "$file"
    venv/bin/pdfua check $file.pdf | grep -o 'UA-15-003.*' || true
    venv/bin/outloud $file.pdf | grep -o 'TBL-002.*' || true
    venv/bin/python scopes.py $file.pdf
done | tr -s ' ' >seen
cat >wanted <<'END'
each
Column Column
class
UA-15-003 /Table
TBL-002 p.1 2 header cell(s) carry no /Scope and are not referenced by any /Headers
Column Column
END
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
