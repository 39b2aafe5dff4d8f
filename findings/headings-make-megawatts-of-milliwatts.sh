#!/bin/sh
# html-to-text 10.0.1 (npm), Node.js 20.
#
# Expected: the plain part of a mail, which this library makes of its HTML, says the same as the other
# part. A heading in plain text stands on a line of its own.
# Seen: headings and the heads of tables are written in capitals, which changes symbols of units, names
# of things and letters, and a raised exponent becomes a digit like the others:
#   <h2>A laser of 5 mW</h2>            A LASER OF 5 MW        (a thousand million times as strong)
#   <h2>mRNA at pH 7 in Gießen</h2>     MRNA AT PH 7 IN GIESSEN
#   <p>10<sup>9</sup> samples</p>       109 samples
# Who reads the mail in a text client reads another title than the one in the program.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund html-to-text@10.0.1 >/dev/null
cat >try.cjs <<'END'
const { convert } = require("html-to-text");
const parts = ["<h2>A laser of 5 mW</h2>", "<h2>mRNA at pH 7 in Gießen</h2>", "<p>A laser of 5 mW</p>",
  "<p>10<sup>9</sup> samples</p>"];
for (const html of parts) console.log(convert(html));
END
cat >wanted <<'END'
A LASER OF 5 MW
MRNA AT PH 7 IN GIESSEN
A laser of 5 mW
109 samples
END
node try.cjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
