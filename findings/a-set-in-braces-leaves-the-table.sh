#!/bin/sh
# markdown-it-attrs 5.0.1 with markdown-it 15.0.3 (npm), Node.js 20; Markdown 3.11.3 with its extension
# attr_list (PyPI), Python 3.11.
#
# Expected: braces are letters like others to Markdown (CommonMark gives them no meaning); attributes,
# as these extensions bring them, are classes, identifiers and pairs: {.note}, {#rooms}, {width=50%}.
# "{0,1}" is none of them.
# Seen: a set that ends a cell, an item or a paragraph is taken for attributes without values, so that
# a cell of a table is empty, and the page is no valid HTML where the set has a space in it. What comes
# before or after, a full stop for instance, saves it:
#   | Input | {0,1} |          <td>Input</td> <td 0,1=""></td>
#   The input is in {0, 1}     <p 0,="" 1="">The input is in</p>
#   The input is in {0, 1}.    <p>The input is in {0, 1}.</p>
# The extension of the other engine does the same to headings, and to a set on a line of its own:
#   # The class {P, NP}        <h1 NP P_>The class</h1>
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check markdown==3.11.3
npm install --silent --no-audit --no-fund markdown-it-attrs@5.0.1 markdown-it@15.0.3 >/dev/null
cat >try.mjs <<'END'
import MarkdownIt from "markdown-it";
import attributes from "markdown-it-attrs";
const page = new MarkdownIt().use(attributes);
const sources = ["|a|b|\n|-|-|\n|Input|{0,1}|", "The input is in {0, 1}", "The input is in {0, 1}."];
for (const source of sources) {
  console.log(page.render(source).match(/<(td|p)\b.*?<\/\1>/gs).join(" "));
}
END
cat >try.py <<'END'
import markdown

for source in ("# The class {P, NP}", "The alphabet is\n{a, b}", "The alphabet is {a, b}"):
    print(markdown.markdown(source, extensions=["attr_list"]))
END
cat >wanted <<'END'
<td>Input</td> <td 0,1=""></td>
<p 0,="" 1="">The input is in</p>
<p>The input is in {0, 1}.</p>
<h1 NP P_>The class</h1>
<p a_ b>The alphabet is</p>
<p>The alphabet is {a, b}</p>
END
{ node try.mjs; venv/bin/python try.py; } >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
