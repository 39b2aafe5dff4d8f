#!/bin/sh
# @citation-js/core 0.8.2 with plugin-ris 0.8.2 and plugin-csl 0.8.2, beside it astrocite-ris 0.16.4
# (npm), Node.js 20.
#
# Expected: the RIS of a paper, as publishers of computer science offer it (TY CONF, the title of the
# proceedings in T2, the year in PY), gives a reference with its year and its proceedings.
# Seen: both become facts about the event (event-date, event-title), which citation styles do not
# print as the year and the container. Any other type keeps them:
#   CONF   Sample, A. (n.d.). A Title. 1–9.
#   CHAP   Sample, A. (2027). A Title. In Proceedings of Samples (pp. 1–9).
# The other reader takes the same file as issued in 2027, in those proceedings.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @citation-js/core@0.8.2 @citation-js/plugin-ris@0.8.2 \
    @citation-js/plugin-csl@0.8.2 astrocite-ris@0.16.4 >/dev/null
cat >try.cjs <<'END'
const { Cite } = require("@citation-js/core");
require("@citation-js/plugin-ris");
require("@citation-js/plugin-csl");
const astrocite = require("astrocite-ris");
const ris = (type) => [
  `TY  - ${type}`, "TI  - A Title", "AU  - Sample, Ann", "T2  - Proceedings of Samples",
  "PY  - 2027", "SP  - 1", "EP  - 9", "ER  - ", "",
].join("\r\n");
for (const type of ["CONF", "CHAP"]) console.log(new Cite(ris(type)).format("bibliography").trim());
const [paper] = astrocite.parse(ris("CONF"));
console.log(paper.type, paper.issued["date-parts"][0][0], paper["container-title"]);
END
cat >wanted <<'END'
Sample, A. (n.d.). A Title. 1–9.
Sample, A. (2027). A Title. In Proceedings of Samples (pp. 1–9).
paper-conference 2027 Proceedings of Samples
END
node try.cjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
