#!/bin/sh
# wanakana 5.3.1 (npm), which turns Japanese syllables into Latin letters and back, Node.js 20; beside it pykakasi 2.3.0
# (PyPI), Python 3.11.
#
# Expected: toRomaji(), which writes Hepburn, has for the sounds of foreign names the letters that toKatakana() reads
# for them, fi for フィ and va for ヴァ; what it wrote, it reads again as the same.
# Seen: the first vowel stays, or an y is put there; of Hepburn's own tch one letter is left as it is:
#   フィリップ    fyirippu     firippu is read as フィリップ
#   ヴァレリー    vuarerii     read again: ヴアレリイ
#   ティナ        teina        read again: テイナ
#   はっちょう    hatchou      read again: はtちょう
# A badge has "Fyirippu" on it, and Valery and Tina are not found by the names in their passports.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund wanakana@5.3.1 >/dev/null
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pykakasi==2.3.0
cat >try.cjs <<'END'
const { toHiragana, toKatakana, toRomaji } = require("wanakana");
for (const [name, back] of [["フィリップ", toKatakana], ["ヴァレリー", toKatakana], ["ティナ", toKatakana],
  ["はっちょう", toHiragana], ["しんいち", toHiragana]]) {
  console.log(name, toRomaji(name), back(toRomaji(name)));
}
console.log("firippu", toKatakana("firippu"));
END
cat >other.py <<'END'
import pykakasi

kakasi = pykakasi.kakasi()
print(*("".join(part["hepburn"] for part in kakasi.convert(name)) for name in ("フィリップ", "ヴァレリー")))
END
cat >wanted <<'END'
フィリップ fyirippu フィリップ
ヴァレリー vuarerii ヴアレリイ
ティナ teina テイナ
はっちょう hatchou はtちょう
しんいち shin'ichi しんいち
firippu フィリップ
firippu varerii
END
node try.cjs >seen
venv/bin/python other.py >>seen 2>/dev/null
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
