#!/bin/sh
# speech-rule-engine 4.1.5, which says MathML for screen readers, with formulas by KaTeX 0.19.1 (npm), Node.js 20.
#
# Expected: words in a formula (\text, <mtext>) are said as words. A hyphen in them is a hyphen, and of "st" behind a
# one, which no author means as a unit, the two letters are said as those of "th" and "nd" are.
# Seen: the text is taken apart like a formula. Its hyphen is a minus, and "st" is the stone, a unit of weight; a raised
# ending is a power, and so is the ring of degrees, as the sign for one function after another:
#   the k\text{-th} paper      k minus th
#   the 1\text{st} workshop    1 stone
#   the 2\text{nd} workshop    2 nd
#   n^{\text{th}}              n raised to the th power
#   90^\circ                   90 raised to the composed with power
# With the rules of MathSpeak it is 1 stones. Who hears an abstract has k minus something where the k-th was.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund katex@0.19.1 speech-rule-engine@4.1.5 >/dev/null
cat >try.mjs <<'END'
import katex from "katex";
import sre from "speech-rule-engine";

for (const domain of ["clearspeak", "mathspeak"]) {
  await sre.setupEngine({ locale: "en", domain, modality: "speech" });
  await sre.engineReady();
  for (const latex of ["k\\text{-th}", "1\\text{st}", "2\\text{nd}", "n^{\\text{th}}", "90^\\circ"]) {
    const formula = katex.renderToString(latex, { output: "mathml" }).match(/<math.*<\/math>/s)[0];
    console.log(domain, latex, "-", sre.toSpeech(formula.replace(/<annotation.*<\/annotation>/s, "")));
  }
}
END
cat >wanted <<'END'
clearspeak k\text{-th} - k minus th
clearspeak 1\text{st} - 1 stone
clearspeak 2\text{nd} - 2 nd
clearspeak n^{\text{th}} - n raised to the th power
clearspeak 90^\circ - 90 raised to the composed with power
mathspeak k\text{-th} - k minus th
mathspeak 1\text{st} - 1 stones
mathspeak 2\text{nd} - 2 nd
mathspeak n^{\text{th}} - n Superscript th
mathspeak 90^\circ - 90 Superscript ring
END
node try.mjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
