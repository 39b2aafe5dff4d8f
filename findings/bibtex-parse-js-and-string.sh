#!/bin/sh
# bibtex-parse-js 0.0.24 (npm), Node.js 20.
#
# Expected: @string defines a name, as in all of BibTeX; the grammar in the package's source has it.
# Seen: the first @string of a file ends the reading of the whole file, however plain it is:
#   TypeError: this.string is not a function
# The function is called and was never written.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund bibtex-parse-js@0.0.24 >/dev/null
cat >try.cjs <<'END'
const { toJSON } = require("bibtex-parse-js");
const entry = "@misc{a, title = {X}}\n";
console.log(toJSON(entry)[0].entryTags.title);
try {
  console.log(toJSON('@string{conf = "Proc. X"}\n' + entry).length);
} catch (error) {
  console.log(error.message);
}
END
seen=$(node try.cjs)
wanted='X
this.string is not a function'
[ "$seen" = "$wanted" ] || { echo "now: $seen"; exit 1; }
echo "as described"
