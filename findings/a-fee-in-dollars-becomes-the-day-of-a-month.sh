#!/bin/sh
# xlsx2csv 0.8.6 with openpyxl 3.1.5 (PyPI), Python 3.11; exceljs 4.4.0 (npm), Node.js 20.
#
# Expected: a cell holds the number 120 and the format General" CAD"; spreadsheets show "120 CAD". Text
# in quotes and a letter after a backslash are shown as they are (ECMA-376, part 1, 18.8.31), so that
# the d of "14d" is no day.
# Seen: xlsx2csv looks for letters of dates in the whole format. It writes the format instead of the
# number, with the day and month of that number in it:
#   120, General" CAD"     general" ca29"
#   120, #,##0\ "SEK"      #,##0 "sek"        (no number is left)
#   14,  0" days"          0" 13ays"
#   20,  0" min"           0" 01in"
# exceljs knows quotes and not the backslash: 3 with the format 0\h is 2 January 1900, 00:00.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check xlsx2csv==0.8.6 openpyxl==3.1.5
npm install --silent --no-audit --no-fund exceljs@4.4.0 >/dev/null 2>&1
cat >try.py <<'END'
import csv

import openpyxl
from xlsx2csv import Xlsx2csv

cells = ((120, 'General" CAD"'), (120, '#,##0\\ "SEK"'), (14, '0" days"'), (20, '0" min"'), (3, "0\\h"))
book = openpyxl.Workbook()
for row, (number, shown) in enumerate(cells, 1):
    book.active.cell(row, 1, number).number_format = shown
book.save("fees.xlsx")
Xlsx2csv("fees.xlsx", outputencoding="utf-8").convert("fees.csv")
for (shown,) in csv.reader(open("fees.csv", encoding="utf-8")):
    print(shown)
END
cat >try.mjs <<'END'
import exceljs from "exceljs";
const book = new exceljs.Workbook();
await book.xlsx.readFile("fees.xlsx");
book.worksheets[0].eachRow((row) => console.log(JSON.stringify(row.getCell(1).value)));
END
cat >wanted <<'END'
general" ca29"
#,##0 "sek"
0" 13ays"
0" 01in"
012
120
120
14
20
"1900-01-02T00:00:00.000Z"
END
{ venv/bin/python try.py; node try.mjs; } >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
