#!/bin/sh
# @citation-js/core 0.9.0 with @citation-js/plugin-bibtex 0.9.0 (npm), Node.js 20.
#
# Expected: BibTeX is written in UTF-8, which BibTeX and biber take, or letters without a command of
# LaTeX stay as they are beside those that have one.
# Seen: they are left out, and nothing is said. Who has a name in another script has none, a name of
# Azerbaijan loses its vowels, and powers become other numbers, since they are made plain digits:
#   小明 王              {, }          with the key "undefined2027Title"
#   Leyla Məmmədova     {Mmmdova, Leyla}
#   10⁻³ of O(n²)       {10\textminus{}3 of {O}(n2)}
#   k ≥ 5               {k  5}
# The option behind it, asciiOnly, is on by default ("escape or remove", in a table of the README).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @citation-js/core@0.9.0 \
    @citation-js/plugin-bibtex@0.9.0 >/dev/null
cat >try.cjs <<'END'
const { Cite } = require("@citation-js/core");
require("@citation-js/plugin-bibtex");
const work = (author, title) => new Cite({
  id: "a", type: "article-journal", issued: { "date-parts": [[2027]] }, author: [author], title,
}).format("bibtex").split("\n");
const shown = (lines, field) => console.log(lines.find((line) => line.includes(field)).trim());
const chinese = work({ family: "王", given: "小明" }, "Title");
shown(chinese, "@");
shown(chinese, "author");
shown(work({ family: "Məmmədova", given: "Leyla" }, "Title"), "author");
for (const title of ["10⁻³ of O(n²)", "k ≥ 5"]) shown(work({ family: "Sample" }, title), "title");
END
cat >wanted <<'END'
@article{undefined2027Title,
author = {, },
author = {Mmmdova, Leyla},
title = {10\textminus{}3 of {O}(n2)},
title = {k  5},
END
node try.cjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
