#!/bin/sh
# to-words 5.7.0 (npm), which writes the amounts of invoices and receipts in words, Node.js 20; beside it
# written-number 0.11.1 (npm).
#
# Expected: each million has its number before it, "due milioni"; the library writes "Tre Milioni" and "Ventuno
# Milioni" so.
# Seen: in Italian the word for two is missing where two millions or two milliards are meant, so that the
# amount says no number at all; and one thousand, of which something follows, is written as thousands:
#   2 000 000   Milioni Euro           2 500 000   Milioni Cinque Cento Mila Euro
#   1001        Mila Uno               1000        Mille
# In Chinese the thousand that stands alone loses its one, which makes 21 000 "two ten-thousands thousand".
# A grant that is acknowledged in words, as Italian receipts have to, is of any sum then.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund to-words@5.7.0 written-number@0.11.1 >/dev/null
cat >try.cjs <<'END'
const { ToWords } = require("to-words");
const written = require("written-number");
const italian = new ToWords({ localeCode: "it-IT" });
for (const amount of [1000000, 2000000, 3000000, 2500000, 2000000000]) {
  const words = italian.convert(amount, { currency: true });
  console.log(`${amount}: ${words} (${written(amount, { lang: "it" })})`);
}
for (const number of [1000, 1001, 1100, 2100]) console.log(`${number}: ${italian.convert(number)}`);
console.log(`21000: ${new ToWords({ localeCode: "zh-CN" }).convert(21000)}`);
END
cat >wanted <<'END'
1000000: Un Milione Euro (un milione)
2000000: Milioni Euro (due milioni)
3000000: Tre Milioni Euro (tre milioni)
2500000: Milioni Cinque Cento Mila Euro (due milioni cinque cento mila)
2000000000: Miliardi Euro (due miliardi)
1000: Mille
1001: Mila Uno
1100: Mila Cento
2100: Due Mila Cento
21000: 二 万 千
END
node try.cjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
