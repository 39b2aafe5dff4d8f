#!/bin/sh
# speech-rule-engine 4.1.5 (npm), Node.js 20.
#
# Expected: in German, French, Spanish or Italian a comma divides the decimals, so that the 0.05 and
# the 1,000 of an English paper are both rewritten, or both left.
# Seen: the point is made a comma and the comma of a thousand is left, since a number is rewritten
# only if it has decimals. The listener hears one, with three decimals:
#   0.05 < 1,000   ->  0,05 kleiner als 1,000
#   1,000.5        ->  1.000,5   (in German; with decimals it is right)
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund speech-rule-engine@4.1.5 >/dev/null
cat >try.cjs <<'END'
const sre = require("speech-rule-engine");
const number = (value) => `<mn>${value}</mn>`;
const math = (content) => `<math xmlns="http://www.w3.org/1998/Math/MathML">${content}</math>`;
(async () => {
  for (const locale of ["en", "de", "fr", "es", "it"]) {
    await sre.setupEngine({ locale, domain: "mathspeak" });
    const less = math(number("0.05") + "<mo>&lt;</mo>" + number("1,000"));
    console.log(sre.toSpeech(less), "|", sre.toSpeech(math(number("1,000.5"))));
  }
})();
END
cat >wanted <<'END'
0.05 less than 1,000 | 1,000.5
0,05 kleiner als 1,000 | 1.000,5
0,05 inférieur à 1,000 | 1000,5
0,05 menor que 1,000 | 1000,5
0,05 minore di 1,000 | 1.000,5
END
node try.cjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
