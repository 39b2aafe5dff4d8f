#!/bin/sh
# rehype-citation 2.3.2 (npm), which sets the citations of pages as pandoc does, Node.js 20; beside
# it pandoc 3.9 (pypandoc_binary 1.17, PyPI), Python 3.11.
#
# Expected: what stands behind the key in the brackets is the page or the section, and then words of the author
# that are printed as they are (pandoc's citation syntax, which the package follows "very closely").
# Seen: unless a number of a page comes first, the words are left out, and so is a part that is not called
# "p.", "fig." or the like. What is left says the contrary, or more than the author did:
#   [see @sample, but not its proof]        (see Sample, 2027)
#   [@sample, Appendix B]                   (Sample, 2027)
# The i of "in" is taken for the Roman number of a page:
#   [@sample, in press]                     (Sample, 2027, p. i n press)
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pypandoc_binary==1.17
npm install --silent --no-audit --no-fund rehype-citation@2.3.2 rehype-parse@9.0.1 rehype-stringify@10.0.1 \
    unified@11.0.5 >/dev/null
cat >references.bib <<'END'
@article{sample, author = {Sample, Ann}, title = {On Samples}, journal = {J}, year = {2027}}
END
cat >texts <<'END'
[see @sample, but not its proof]
[@sample, Appendix B]
[@sample, table 3]
[@sample, p. 3, emphasis ours]
[@sample, in press]
END
cat >try.mjs <<'END'
import { readFileSync } from "node:fs";
import citation from "rehype-citation";
import parse from "rehype-parse";
import stringify from "rehype-stringify";
import { unified } from "unified";
const options = { bibliography: "references.bib", path: process.cwd(), suppressBibliography: true };
const page = unified().use(parse, { fragment: true }).use(citation, options).use(stringify);
for (const text of readFileSync("texts", "utf8").trim().split("\n")) {
  console.log(String(await page.process(text)).replace(/<[^>]*>/g, ""));
}
END
cat >try.py <<'END'
import pypandoc

for text in open("texts"):
    options = ["--citeproc", "--bibliography=references.bib", "--metadata=suppress-bibliography:true"]
    print(pypandoc.convert_text(text, "plain", "markdown", options).strip())
END
cat >wanted <<'END'
(see Sample, 2027)
(Sample, 2027)
(Sample, 2027)
(Sample, 2027, p. 3, emphasis ours)
(Sample, 2027, p. i n press)
(see Sample 2027, but not its proof)
(Sample 2027, Appendix B)
(Sample 2027, table 3)
(Sample 2027, 3, emphasis ours)
(Sample 2027, in press)
END
node try.mjs >seen
venv/bin/python try.py >>seen 2>messages
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
