#!/bin/sh
# bib-dedupe 0.11.0 with pandas 3.1.1 and numpy 2.4.6 (PyPI), which finds the records of a list that are of one
# paper, Python 3.11.
#
# Expected: the prefaces of two editions of a workshop are two papers: their years differ, and the volumes are
# called otherwise. The library promises to link records without a false pair, and has "maybe" for a doubt.
# Seen: they are called duplicates, also with five years between them and other pages, and so are the reports of
# two workshops in a row. merge() makes one record of two that never was: the 3rd Workshop, in the year of the 4th.
# If both have a DOI, the answer is "maybe":
#   Preface, 3rd Workshop, 2026  and  Preface, 4th Workshop, 2027   ->   Preface, 3rd Workshop, 2027
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check bib-dedupe==0.11.0 pandas==3.1.1 numpy==2.4.6
cat >try.py <<'END'
import warnings

import pandas
from bib_dedupe.bib_dedupe import block, match, merge, prep

warnings.simplefilter("ignore")


def records(first, second):
    shared = {"ENTRYTYPE": "inproceedings", "author": "Itor, Ed", "title": "Preface", "pages": "i--ii"}
    return pandas.DataFrame([shared | {"ID": "1"} | first, shared | {"ID": "2"} | second]).fillna("")


def ask(name, first, second):
    table = records(first, second)
    pairs = match(block(prep(table, verbosity_level=0), verbosity_level=0), verbosity_level=0)
    print(name, *pairs["duplicate_label"])


third = {"booktitle": "Proceedings of the 3rd Workshop on Samples", "year": "2026"}
fourth = {"booktitle": "Proceedings of the 4th Workshop on Samples", "year": "2027"}
ask("prefaces", third, fourth)
ask("prefaces of other pages", third, fourth | {"pages": "iii--vi"})
ask("prefaces of 2022 and 2027", third | {"year": "2022"}, fourth)
report = {"title": "Report on the Workshop on Samples"}
ask("reports", third | report, fourth | report)
ask("prefaces with DOI", third | {"doi": "10.5555/3"}, fourth | {"doi": "10.5555/4"})
for record in merge(records(third, fourth), verbosity_level=0).to_dict("records"):
    print("merged", record["year"], record["booktitle"])
END
cat >wanted <<'END'
prefaces duplicate
prefaces of other pages duplicate
prefaces of 2022 and 2027 duplicate
reports duplicate
prefaces with DOI maybe
merged 2027 Proceedings of the 3rd Workshop on Samples
END
venv/bin/python try.py >output 2>&1 || cat output
grep -E '^(prefaces|reports|merged)' output >seen || true
cmp -s seen wanted || { echo "now: $(cat output)"; exit 1; }
echo "as described"
