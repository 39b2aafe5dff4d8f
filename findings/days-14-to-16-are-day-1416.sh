#!/bin/sh
# @iarna/rtf-to-html 1.1.0 with rtf-parser 1.3.3 (npm), which makes web pages of what Word and others save as RTF,
# Node.js 20.
#
# Expected: RTF has words for dashes and quotes (\endash, \ldblquote, \rquote), which Word writes and each reader
# needs. A letter that is given by its number has a byte behind it for readers that know no Unicode, which all others
# skip (\u with \uc, RTF 1.9.1).
# Seen: the words are left out without a blank, and the byte for the old readers is set beside the letter:
#   14\endash 16 June       1416 June
#   O\rquote Neil           ONeil
#   Jos\u233\'e9            Joséé
#   \u321?ukasz             Ł?ukasz
# The page looks as if it had been written so. Whoever publishes the call from Word by it has a workshop on the day
# 1416, and nobody finds Joséé.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @iarna/rtf-to-html@1.1.0 rtf-parser@1.3.3 >/dev/null
cat >try.cjs <<'END'
const toHtml = require("@iarna/rtf-to-html");
const HEAD = "{\\rtf1\\ansi\\ansicpg1252\\deff0\\uc1{\\fonttbl{\\f0\\fnil\\fcharset0 Calibri;}}\\f0 ";
const TEXTS = ["14\\'9616 June", "14\\endash 16 June", "\\ldblquote Best\\rdblquote  paper", "O\\rquote Neil"];
for (const text of [...TEXTS, "Jos\\'e9", "Jos\\u233\\'e9", "\\u321?ukasz"]) {
  toHtml.fromString(`${HEAD}${text}\\par}`, (error, page) => {
    console.log(text, "|", error ?? page.match(/<p>(.*)<\/p>/)[1]);
  });
}
END
cat >wanted <<'END'
14\'9616 June | 14–16 June
14\endash 16 June | 1416 June
\ldblquote Best\rdblquote  paper | Best paper
O\rquote Neil | ONeil
Jos\'e9 | José
Jos\u233\'e9 | Joséé
\u321?ukasz | Ł?ukasz
END
node try.cjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
