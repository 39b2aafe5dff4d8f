#!/bin/sh
# turndown 7.2.5 with turndown-plugin-gfm 1.0.2, node-html-markdown 2.0.0 and html-to-md 0.8.8 (npm),
# Node.js 20; markdownify 1.2.3 and html2text 2025.4.15, beside them html-to-markdown 3.21.2 (PyPI),
# Python 3.11.
#
# Expected: a program whose day stands once beside its sessions (rowspan), as most programs do, keeps
# its columns: below the day is an empty cell, or the day again.
# Seen: five of six converters to Markdown write the cells of a row from the left. From the second
# session of a day on the hour is the day, and the talk is the hour; nothing is said:
#   | Day    | Time    | Talk    |
#   | Monday | 9:00    | Opening |
#   | 10:00  | Keynote |
# A program that reads the table by its columns takes ten o'clock for a day.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check markdownify==1.2.3 html2text==2025.4.15 \
    html-to-markdown==3.21.2
npm install --silent --no-audit --no-fund turndown@7.2.5 turndown-plugin-gfm@1.0.2 \
    node-html-markdown@2.0.0 html-to-md@0.8.8 >/dev/null
cat >program.html <<'END'
<table>
<thead><tr><th>Day</th><th>Time</th><th>Talk</th></tr></thead>
<tbody>
<tr><td rowspan="2">Monday</td><td>9:00</td><td>Opening</td></tr>
<tr><td>10:00</td><td>Keynote</td></tr>
</tbody>
</table>
END
cat >try.cjs <<'END'
const { readFileSync } = require("node:fs");
const Turndown = require("turndown");
const { gfm } = require("turndown-plugin-gfm");
const { NodeHtmlMarkdown } = require("node-html-markdown");
const htmlToMd = require("html-to-md");
const page = readFileSync("program.html", "utf8");
const shown = (name, text) => {
  const row = text.split("\n").find((line) => line.includes("Keynote"));
  console.log(name, row.replace(/ +/g, "").replace(/^\|/, ""));
};
shown("turndown", new Turndown().use(gfm).turndown(page));
shown("node-html-markdown", NodeHtmlMarkdown.translate(page));
shown("html-to-md", htmlToMd(page));
END
cat >try.py <<'END'
import html2text
import html_to_markdown
import markdownify

with open("program.html") as file:
    page = file.read()
for name, text in (
    ("markdownify", markdownify.markdownify(page)),
    ("html2text", html2text.html2text(page)),
    ("html-to-markdown", html_to_markdown.convert(page).content),
):
    (row,) = (line for line in text.splitlines() if "Keynote" in line)
    print(name, row.replace(" ", "").removeprefix("|"))
END
cat >wanted <<'END'
turndown 10:00|Keynote|
node-html-markdown 10:00|Keynote||
html-to-md 10:00|Keynote|
markdownify 10:00|Keynote|
html2text 10:00|Keynote
html-to-markdown |10:00|Keynote|
END
node try.cjs >seen
venv/bin/python try.py >>seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
