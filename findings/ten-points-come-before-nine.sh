#!/bin/sh
# @formulajs/formulajs 4.6.1 (npm), which many web forms and tables compute Excel's functions by, Node.js 20;
# beside it hyperformula 3.5.0 (npm).
#
# Expected: SORT puts numbers in the order of their values, as Excel does (and as the library's own LARGE and
# SMALL do): the papers with their points, the best ones first.
# Seen: they are ordered as texts, sign by sign. 10 stands between 1 and 9, and -2 before -10:
#   10, 9, 1, -2, -10     ->   -10, -2, 1, 10, 9
#   best first            ->   9.5, 8, 10, 1
# A paper with ten points is behind those that are to be accepted, and with points below ten alone it is all
# right. COUNTIF counts "accept" and not "Accept", which are the same in Excel, and finds nothing by "Talk*".
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @formulajs/formulajs@4.6.1 hyperformula@3.5.0 >/dev/null
cat >try.cjs <<'END'
const { COUNTIF, LARGE, SORT } = require("@formulajs/formulajs");
const { HyperFormula } = require("hyperformula");
const points = [["A", 8], ["B", 10], ["C", 9.5], ["D", 1]];
console.log(SORT([[10], [9], [1], [-2], [-10]]).join(" "));
console.log(SORT(points, 2, -1).join(" "), "but", LARGE(points.map(([, point]) => point), 1));
const cells = [["accept", "Talk A"], ["Accept", "Talk B"], ["reject", "Poster"]];
const [decisions, kinds] = [0, 1].map((column) => cells.map((row) => row[column]));
console.log(COUNTIF(decisions, "accept"), COUNTIF(kinds, "Talk*"));
const formulas = ['=COUNTIF(A1:A3,"accept")', '=COUNTIF(B1:B3,"Talk*")'];
const sheet = HyperFormula.buildFromArray([...cells, formulas], { licenseKey: "gpl-v3" });
console.log(...sheet.getSheetValues(0)[3]);
END
cat >wanted <<'END'
-10 -2 1 10 9
C,9.5 A,8 B,10 D,1 but 10
1 0
2 2
END
node try.cjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
