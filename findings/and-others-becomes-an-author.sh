#!/bin/sh
# pandoc 3.9 (pypandoc_binary 1.17, PyPI), @citation-js/core 0.9.0 with plugin-bibtex 0.9.0 and
# @retorquere/bibtex-parser 9.0.29 (npm), Node.js 20.
#
# Expected: "and others" at the end of BibTeX's author field says that there are more authors; all
# of BibTeX's styles print "et al." for it. CSL-JSON has no such sign, so a converter has to mark
# it somehow or say that the list is incomplete.
# Seen: all three read it as one more author, whose name is "others", and say nothing:
#   pandoc       {"literal": "others"}
#   citation-js  {"family": "others"}
#   retorquere   {"lastName": "others"}
# Whoever counts authors, or joins two lists of them, has one too many.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pypandoc_binary==1.17
npm install --silent --no-audit --no-fund @citation-js/core@0.9.0 \
    @citation-js/plugin-bibtex@0.9.0 @retorquere/bibtex-parser@9.0.29 >/dev/null
printf '@misc{a, author={Sample, Ann and others}, title={X}, year={2027}}\n' >one.bib
cat >try.py <<'END'
import json, pypandoc
authors = json.loads(pypandoc.convert_file("one.bib", "csljson", format="bibtex"))[0]["author"]
print(json.dumps(authors[1]))
END
cat >try.mjs <<'END'
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parse } from "@retorquere/bibtex-parser";
const require = createRequire(import.meta.url);
require("@citation-js/plugin-bibtex");
const { Cite } = require("@citation-js/core");
const source = readFileSync("one.bib", "utf8");
console.log(JSON.stringify(new Cite(source).data[0].author[1]));
console.log(JSON.stringify(parse(source, {}).entries[0].fields.author[1]));
END
seen=$(venv/bin/python try.py; node try.mjs)
wanted='{"literal": "others"}
{"family":"others"}
{"lastName":"others"}'
[ "$seen" = "$wanted" ] || { echo "now: $seen"; exit 1; }
echo "as described"
