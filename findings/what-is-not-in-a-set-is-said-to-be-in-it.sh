#!/bin/sh
# speech-rule-engine 4.1.5, which says MathML for screen readers, with formulas by KaTeX 0.19.1 and Temml 0.13.5 (npm),
# Node.js 20.
#
# Expected: \not\in is the contrary of \in, as \notin is, for whoever hears the formula. KaTeX and Temml write it as the
# sign of membership with a combining stroke (U+2208 U+0338), which Unicode says is the same text as U+2209 (canonical
# equivalence, Unicode Standard 3.7).
# Seen: with the rules of ClearSpeak the stroke is left out. With those of MathSpeak, and of other signs, it is handed
# on as a sign, for which a voice has the number of its code or nothing:
#   a \notin B       a is not a member of B
#   a \not\in B      a is a member of B
#   a \not\leq b     a is less than or equal to, U+0338, b
# The sight of both is the same. A theorem is heard as its contrary, and the text that is normalized (NFC) is right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund katex@0.19.1 temml@0.13.5 speech-rule-engine@4.1.5 >/dev/null
cat >try.mjs <<'END'
import katex from "katex";
import sre from "speech-rule-engine";
import temml from "temml";

const writers = {
  KaTeX: (latex) => katex.renderToString(latex, { output: "mathml" }).match(/<math.*<\/math>/s)[0]
    .replace(/<annotation.*<\/annotation>/s, ""),
  Temml: (latex) => temml.renderToString(latex),
};
const plain = (text) => text.replace(/[^ -~]/g, (sign) => `<${sign.codePointAt(0).toString(16)}>`);
for (const domain of ["clearspeak", "mathspeak"]) {
  await sre.setupEngine({ locale: "en", domain, modality: "speech" });
  await sre.engineReady();
  for (const [name, write] of Object.entries(writers)) {
    for (const latex of ["a \\notin B", "a \\not\\in B", "a \\not\\leq b"]) {
      console.log(domain, name, latex, "-", plain(sre.toSpeech(write(latex))));
    }
    console.log(domain, name, "NFC -", plain(sre.toSpeech(write("a \\not\\in B").normalize("NFC"))));
  }
}
END
cat >wanted <<'END'
clearspeak KaTeX a \notin B - a is not a member of B
clearspeak KaTeX a \not\in B - a is a member of B
clearspeak KaTeX a \not\leq b - a is less than or equal to <338> b
clearspeak KaTeX NFC - a is not a member of B
clearspeak Temml a \notin B - a is not a member of B
clearspeak Temml a \not\in B - a is a member of B
clearspeak Temml a \not\leq b - a is less than or equal to <338> b
clearspeak Temml NFC - a is not a member of B
mathspeak KaTeX a \notin B - a not an element of upper B
mathspeak KaTeX a \not\in B - a element of <338> upper B
mathspeak KaTeX a \not\leq b - a less than or equals <338> b
mathspeak KaTeX NFC - a not an element of upper B
mathspeak Temml a \notin B - a not an element of upper B
mathspeak Temml a \not\in B - a element of <338> upper B
mathspeak Temml a \not\leq b - a less than or equals <338> b
mathspeak Temml NFC - a not an element of upper B
END
node try.mjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
