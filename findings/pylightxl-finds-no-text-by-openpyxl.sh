#!/bin/sh
# pylightxl 1.61, openpyxl 3.1.5 and lxml 6.1.3 (PyPI), Python 3.11; beside them python-calamine
# 0.9.1.
#
# Expected: a small reader of workbooks reads those of openpyxl, which writes most of the workbooks
# that are made by Python.
# Seen: the numbers are there and all texts are empty, since openpyxl puts a text into its cell
# (inlineStr) and pylightxl looks for it in the list of shared ones, as Excel has it:
#   ''  2027
# As soon as lxml is installed, openpyxl writes by it, and declares a namespace at another element.
# That is the same XML, but pylightxl asks for it in the first tag only, and raises a TypeError.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pylightxl==1.61 openpyxl==3.1.5 \
    python-calamine==0.9.1
cat >try.py <<'END'
import openpyxl, pylightxl, python_calamine
book = openpyxl.Workbook()
book.active.append(["RecSys", 2027])
book.save("book.xlsx")
print(python_calamine.CalamineWorkbook.from_path("book.xlsx").get_sheet_by_index(0).to_python())
try:
    print(pylightxl.readxl("book.xlsx").ws("Sheet").row(1))
except TypeError as error:
    print("TypeError:", error)
END
cat >wanted <<'END'
[['RecSys', 2027.0]]
['', 2027]
[['RecSys', 2027.0]]
TypeError: expected string or bytes-like object, got 'NoneType'
END
venv/bin/python try.py >seen
venv/bin/pip install -qq --disable-pip-version-check lxml==6.1.3
venv/bin/python try.py >>seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
