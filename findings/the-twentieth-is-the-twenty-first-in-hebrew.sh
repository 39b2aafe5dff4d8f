#!/bin/sh
# n2words 4.0.0 (npm), which writes numbers in words in some sixty languages, Node.js 20.
#
# Expected: the twentieth workshop has another ordinal than the twenty-first one. In Hebrew ordinals from the
# eleventh on have the form of the number, with an article: 20 is עשרים.
# Seen: each full ten becomes the ten and the first: "twenty and first". The library says so to 20 and to 21, to 30
# and to 31, up to 90 and 91, and to 120 and 121. Its cardinals are right, and in English, German and Arabic no two
# numbers up to 130 have one ordinal:
#   20   עשרים וראשון     21   עשרים וראשון
# In Ukrainian it writes every і as the Latin i (U+0069), so that no search finds "сімдесят".
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund n2words@4.0.0 >/dev/null
cat >try.mjs <<'END'
for (const language of ["en-US", "de-DE", "ar-SA", "he-IL"]) {
  const { toCardinal, toOrdinal } = await import(`n2words/${language}`);
  const same = (words) => {
    const known = new Map();
    const found = [];
    for (let number = 1; number <= 130; number++) {
      const text = words(number);
      if (known.has(text)) found.push(`${known.get(text)}=${number}`);
      known.set(text, number);
    }
    return found;
  };
  console.log(language, ...same(toCardinal), "|", ...same(toOrdinal));
}
const { toOrdinal } = await import("n2words/he-IL");
console.log(toOrdinal(20));
const ukrainian = await import("n2words/uk-UA");
console.log(ukrainian.toCardinal(70).includes("i"), ukrainian.toCardinal(70).includes("і"));
END
cat >wanted <<'END'
en-US |
de-DE |
ar-SA |
he-IL | 20=21 30=31 40=41 50=51 60=61 70=71 80=81 90=91 120=121
עשרים וראשון
true false
END
node try.mjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
