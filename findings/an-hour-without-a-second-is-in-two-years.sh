#!/bin/sh
# odfdo 3.27.3 and pyexcel-ods3 0.6.1 with pyexcel-io 0.6.8 (PyPI), which read tables of LibreOffice, Python 3.11;
# input by odfpy 1.4.1 (PyPI).
#
# Expected: a cell of ODF has an hour as a duration of XML Schema (ODF 1.3, part 3, 19.389), in which seconds may
# have a fraction, as sums of hours get one, and what is nought may be left out: PT10H59M59.999999S is eleven, and
# PT90M an hour and a half.
# Seen: one reader takes the digits behind the point for more digits of the seconds; the other has None for each form
# but PT..H..M..S, with the title and the room of the talk beside it as if nothing were there:
#   PT10H59M59.999999S     odfdo 694 days, 21:38:59     pyexcel-ods3 None
#   PT10H00M00.5S          odfdo 10:00:05               pyexcel-ods3 None
#   PT90M                  odfdo 1:30:00                pyexcel-ods3 None
# In the table, the cell says 11:00. The talk is put on a day in two years, or stands in the program without an hour.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check odfdo==3.27.3 odfpy==1.4.1 pyexcel-ods3==0.6.1 \
    pyexcel-io==0.6.8 lxml==6.1.3
cat >try.py <<'END'
import odfdo
import pyexcel_ods3
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

HOURS = {"PT10H59M59S": "10:59:59", "PT10H59M59.999999S": "11:00", "PT10H00M00.5S": "10:00", "PT90M": "01:30"}
document = OpenDocumentSpreadsheet()
table = Table(name="Program")
document.spreadsheet.addElement(table)
for value, shown in HOURS.items():
    row = TableRow()
    table.addElement(row)
    for cell, text in ((TableCell(valuetype="time", timevalue=value), shown), (TableCell(valuetype="string"), "Talk")):
        cell.addElement(P(text=text))
        row.addElement(cell)
document.save("program.ods")
rows = zip(
    HOURS,
    odfdo.Document("program.ods").body.get_table(0).get_values(),
    pyexcel_ods3.get_data("program.ods")["Program"],
    strict=True,
)
for value, (first, _), (second, _) in rows:
    print(value, "|", first, "|", second)
END
cat >wanted <<'END'
PT10H59M59S | 10:59:59 | 10:59:59
PT10H59M59.999999S | 694 days, 21:38:59 | None
PT10H00M00.5S | 10:00:05 | None
PT90M | 1:30:00 | None
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
