#!/bin/sh
# humanparser 2.7.0 (npm), Node.js 20; beside it parse-full-name 1.2.7.
#
# Expected: "Ana Ma" has the family name Ma, one of the twenty most frequent ones in China.
# Seen: the last word is taken for a Master of Arts, so that a person has no family name, or a
# second given name for one:
#   Ana Ma        firstName "Ana", lastName "", suffix "Ma"
#   Ana Maria Ma  firstName "Ana", lastName "Maria", suffix "Ma"
# "Li" and "Wu" are read as names; parse-full-name reads all of them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund humanparser@2.7.0 parse-full-name@1.2.7 >/dev/null
cat >try.cjs <<'END'
const { parseName } = require("humanparser");
const { parseFullName } = require("parse-full-name");
for (const name of ["Ana Ma", "Ana Maria Ma", "Ana Li", "Ana Wu"]) {
  const { firstName, lastName, suffix } = parseName(name);
  console.log(JSON.stringify([firstName, lastName, suffix, parseFullName(name).last]));
}
END
cat >wanted <<'END'
["Ana","","Ma","Ma"]
["Ana","Maria","Ma","Ma"]
["Ana","Li",null,"Li"]
["Ana","Wu",null,"Wu"]
END
node try.cjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
