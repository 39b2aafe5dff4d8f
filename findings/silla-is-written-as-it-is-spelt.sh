#!/bin/sh
# korean_romanizer 0.28.0 (PyPI), Python 3.11.
#
# Expected: the library writes Korean by the Revised Romanization, which is a spelling by sound: 신라 is
# Silla, 종로 Jongno and 해돋이 haedoji. These three are examples of the standard itself (chapter 3,
# section 1: letters that change before others).
# Seen: the changes between two syllables are left out. A consonant at the end of a syllable is written
# as if nothing followed, while vowels that follow are heeded, so that the result looks like the standard:
#   신라 sinra   종로 jongro   독립문 dokripmun   백마 baekma   해돋이 haedodi   같이 gati
#   설악 seorak  울산 ulsan    좋고 joko          (right)
# A street in the address of a venue is not found by a map under that name.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check korean_romanizer==0.28.0
cat >try.py <<'END'
from korean_romanizer.romanizer import Romanizer

standard = {
    "신라": "silla", "종로": "jongno", "독립문": "dongnimmun", "백마": "baengma", "해돋이": "haedoji",
    "같이": "gachi", "설악": "seorak", "울산": "ulsan", "좋고": "joko",
}
for word, written in standard.items():
    print(word, written, Romanizer(word).romanize())
END
cat >wanted <<'END'
신라 silla sinra
종로 jongno jongro
독립문 dongnimmun dokripmun
백마 baengma baekma
해돋이 haedoji haedodi
같이 gachi gati
설악 seorak seorak
울산 ulsan ulsan
좋고 joko joko
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
