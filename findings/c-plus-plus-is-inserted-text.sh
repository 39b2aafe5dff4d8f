#!/bin/sh
# markdown-it-ins 4.0.0 and markdown-it-mark 4.0.0 with markdown-it 15.0.3 (npm), Node.js 20.
#
# Expected: ++text++ is inserted text and ==text== is marked, as **text** is strong. Signs inside of a
# word are letters: a name of a language or an equation in a sentence stays what it is.
# Seen: signs after a word open and close too, if something other than a space follows. Two versions of
# C++ in one sentence lose their signs and underline what stands between; two equations do the same:
#   C++17 and C++20     C<ins>17 and C</ins>20
#   if n==1 or n==2     if n<mark>1 or n</mark>2
# One version alone, or C++ without a number, is left as it is, so that the sentence breaks as soon as
# somebody adds the second one.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund markdown-it-ins@4.0.0 markdown-it-mark@4.0.0 markdown-it@15.0.3 >/dev/null
cat >try.mjs <<'END'
import MarkdownIt from "markdown-it";
import inserted from "markdown-it-ins";
import marked from "markdown-it-mark";
const page = new MarkdownIt().use(inserted).use(marked);
for (const source of ["C++17 and C++20", "if n==1 or n==2", "C++17 and later", "C++ and Objective-C++"]) {
  console.log(page.renderInline(source));
}
END
cat >wanted <<'END'
C<ins>17 and C</ins>20
if n<mark>1 or n</mark>2
C++17 and later
C++ and Objective-C++
END
node try.mjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
