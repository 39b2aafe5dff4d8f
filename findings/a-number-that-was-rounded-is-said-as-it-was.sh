#!/bin/sh
# speech-rule-engine 4.1.5, which says MathML for screen readers, with formulas by KaTeX 0.19.1 (npm), Node.js 20.
#
# Expected: the corners round a number say that it is rounded up or down. Brackets that only hold something together may
# be left out where it is one letter, as "(x)" is said "x" by the rules of ClearSpeak.
# Seen: the corners are taken for such brackets. Round one letter or number they are not said, and behind a factor the
# two are multiplied; round anything longer they are said. With the rules of MathSpeak they are always said:
#   \lceil x\rceil           x
#   2\lceil n\rceil          2 times n
#   \lfloor 2.5\rfloor       2.5
#   \lceil n/2\rceil         left ceiling n divided by 2 right ceiling
# Each reviewer gets two times n papers, says the voice, where the page says that the number is rounded up first.
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
  for (const latex of ["\\lceil x\\rceil", "2\\lceil n\\rceil", "\\lfloor 2.5\\rfloor", "\\lceil n/2\\rceil"]) {
    const formula = katex.renderToString(latex, { output: "mathml" }).match(/<math.*<\/math>/s)[0];
    console.log(domain, latex, "-", sre.toSpeech(formula.replace(/<annotation.*<\/annotation>/s, "")));
  }
}
END
cat >wanted <<'END'
clearspeak \lceil x\rceil - x
clearspeak 2\lceil n\rceil - 2 times n
clearspeak \lfloor 2.5\rfloor - 2.5
clearspeak \lceil n/2\rceil - left ceiling n divided by 2 right ceiling
mathspeak \lceil x\rceil - left ceiling x right ceiling
mathspeak 2\lceil n\rceil - 2 left ceiling n right ceiling
mathspeak \lfloor 2.5\rfloor - left floor 2.5 right floor
mathspeak \lceil n/2\rceil - left ceiling n divided by 2 right ceiling
END
node try.mjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
