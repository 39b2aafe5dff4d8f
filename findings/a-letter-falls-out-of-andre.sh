#!/bin/sh
# tex-to-myst 1.0.45 with vfile 5.3.7 (npm), by which MyST and Jupyter Book take in papers in LaTeX, Node.js 20;
# beside it pandoc 3.9 (pypandoc_binary 1.17, PyPI), Python 3.11.
#
# Expected: accents are read as LaTeX has them, in braces or not, or the letter stays without its accent and a
# message says so. The parser has a table of accents and a message for what is not in it.
# Seen: in braces, the acute, the grave and the caron over many letters are not known, and the letter is left out
# with its accent; without braces, the accent is left out, and there is no message at all:
#   Andr\'{e}       Andr            a message
#   Andr\'e         Andre           none
#   \v{C}apek       apek            a message
#   G\"odel         Godel           none
#   Stra\ss e       Stra e          a message
# Names of authors lose letters on the way to the page of the proceedings, and the messages stand among hundreds.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund tex-to-myst@1.0.45 vfile@5.3.7 >/dev/null
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pypandoc_binary==1.17
cat >names <<'END'
Andr\'{e}
Andr\'e
\v{C}apek
G\"{o}del
G\"odel
Stra\ss e
END
cat >try.mjs <<'END'
import fs from "node:fs";
import { TexParser } from "tex-to-myst";
import { VFile } from "vfile";
const text = (node) => (node.children ? node.children.map(text).join("") : node.value ?? "");
for (const name of fs.readFileSync("names", "utf8").trim().split("\n")) {
  const file = new VFile();
  console.log(name, "|", text(new TexParser(name, file).ast), "|", file.messages.length);
}
END
cat >try.py <<'END'
import pathlib

import pypandoc

for name in pathlib.Path("names").read_text().split("\n")[:-1]:
    print(pypandoc.convert_text(name, "plain", "latex").strip(), end=" ")
END
cat >wanted <<'END'
Andr\'{e} | Andr | 1
Andr\'e | Andre | 0
\v{C}apek | apek | 1
G\"{o}del | Gödel | 0
G\"odel | Godel | 0
Stra\ss e | Stra e | 1
André André Čapek Gödel Gödel Straße 
END
{ node try.mjs; venv/bin/python try.py; echo; } >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
