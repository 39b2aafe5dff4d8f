#!/bin/sh
# pykakasi 2.3.0 (PyPI), Python 3.11.
#
# Expected: "passport" is the spelling that the Foreign Ministry of Japan prescribes for names: as
# Hepburn's, with long vowels written short, so that 東京 is Tokyo, 洋子 Yoko and 雄一 Yuichi.
# Seen: the vowel is shortened after some letters and not after others, within one word too:
#   神戸 kobe     東京 tokyou      佐藤 sato     洋子 youko     雄一 yuuichi     東京大学 tokyoudaigaku
# 高等学校 is kotogakkou: two long o are short, and the third is long. A list of authors has Sato Youko,
# whose papers say Sato Yoko.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pykakasi==2.3.0
cat >try.py <<'END'
import pykakasi

converter = pykakasi.kakasi()
for name in ("神戸", "東京", "佐藤", "洋子", "雄一", "東京大学", "高等学校"):
    (word,) = converter.convert(name)
    print(name, word["passport"], word["hepburn"])
END
cat >wanted <<'END'
神戸 kobe koube
東京 tokyou toukyou
佐藤 sato satou
洋子 youko youko
雄一 yuuichi yuuichi
東京大学 tokyoudaigaku toukyoudaigaku
高等学校 kotogakkou koutougakkou
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
