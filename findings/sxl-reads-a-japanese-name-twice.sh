#!/bin/sh
# sxl 0.0.1a10 (PyPI), Python 3.11; beside it openpyxl 3.1.5; the table is written by XlsxWriter 3.3.1.
#
# Expected: a cell of an .xlsx table gives the text that the table shows. Excel keeps beside a
# Japanese name how it is read (<rPh> in the table of shared texts), once somebody typed it there
# with an input method; it is shown only on request.
# Seen: the reading stands behind the name, as if it were a part of it, and nothing is said:
#   sxl         見本花子ミホンハナコ
#   openpyxl    見本花子
# Every author who has a reading gets it printed; the same name typed without one stays right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check sxl==0.0.1a10 openpyxl==3.1.5 \
    xlsxwriter==3.3.1
cat >try.py <<'END'
import zipfile

import openpyxl
import sxl
import xlsxwriter

with xlsxwriter.Workbook("plain.xlsx") as book:
    book.add_worksheet().write_column("A1", ["見本花子", "見本太郎"])
# What Excel writes for a name that was typed by its reading (ISO/IEC 29500-1, 18.4.6).
plain = "<t>見本花子</t>"
phonetic = plain + '<rPh sb="0" eb="2"><t>ミホン</t></rPh><rPh sb="2" eb="4"><t>ハナコ</t></rPh>'
with zipfile.ZipFile("plain.xlsx") as read, zipfile.ZipFile("typed.xlsx", "w") as written:
    for name in read.namelist():
        text = read.read(name).decode()
        if name == "xl/sharedStrings.xml":
            assert plain in text
            text = text.replace(plain, phonetic)
        written.writestr(name, text)
print("sxl", *(row[0] for row in sxl.Workbook("typed.xlsx").sheets[1].rows))
print("openpyxl", *(cell.value for cell in openpyxl.load_workbook("typed.xlsx").active["A"]))
END
cat >wanted <<'END'
sxl 見本花子ミホンハナコ 見本太郎
openpyxl 見本花子 見本太郎
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
