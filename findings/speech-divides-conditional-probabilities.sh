#!/bin/sh
# speech-rule-engine 4.1.5 (npm), by which MathJax speaks formulas, Node.js 20.
#
# Expected: P(d|q) is read "P of d given q", "d bar q" or alike, and a transposed matrix "A
# transpose".
# Seen: in ClearSpeak, one of its two styles, the bar divides, in a probability as well, and LaTeX's
# \top is named like the character in the list of Unicode:
#   P(d|q)  ->  P of open paren d divides q close paren
#   A^⊤     ->  A raised to the down tack power
# The character of \mid is read like the bar. Only the other style, MathSpeak, says "vertical bar".
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund speech-rule-engine@4.1.5 >/dev/null
cat >try.cjs <<'END'
const sre = require("speech-rule-engine");
const math = (content) => `<math xmlns="http://www.w3.org/1998/Math/MathML">${content}</math>`;
const given = (bar) => math(`<mi>P</mi><mo>(</mo><mi>d</mi><mo>${bar}</mo><mi>q</mi><mo>)</mo>`);
(async () => {
  for (const domain of ["clearspeak", "mathspeak"]) {
    await sre.setupEngine({ locale: "en", domain });
    console.log(sre.toSpeech(given("|")));
    console.log(sre.toSpeech(given("\u2223")));
    console.log(sre.toSpeech(math("<msup><mi>A</mi><mi>\u22a4</mi></msup>")));
  }
})();
END
cat >wanted <<'END'
P of open paren d divides q close paren
P of open paren d divides q close paren
A raised to the down tack power
upper P left parenthesis d vertical bar q right parenthesis
upper P left parenthesis d vertical bar q right parenthesis
upper A Superscript down tack
END
node try.cjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
