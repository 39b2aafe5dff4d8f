#!/bin/sh
# eSpeak NG 1.51 (Debian 12: espeak-ng, espeak-ng-data and libespeak-ng1 1.51+dfsg-10+deb12u2 with libpcaudio0 1.2-2 and
# libsonic0 0.2.0-12, fetched by apt-get), the voice that free screen readers come with.
#
# Expected: the signs of a result are said, or none of them is. The voice says "=", "≤", "≥", "≠", "±", "×" and "−".
# Seen: "<" and ">" are a pause each, so is a hyphen between spaces, and the signs of membership and of a thousandth and
# the minus of an exponent are nothing. Two results that exclude each other sound the same:
#   p < 0.05   p > 0.05        p, 0.05
#   10⁻³       10³             ten three
#   5 ‰        5               five
#   5 - 2      5 2             five two
# In Portuguese the minus is nothing too: −5 is five; in English, German and Italian it is said.
# An abstract that is made audio has to have words for these. Option --punct says the names of all signs, also of each
# comma.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq espeak-ng=1.51+dfsg-10+deb12u2 espeak-ng-data=1.51+dfsg-10+deb12u2 \
    libespeak-ng1=1.51+dfsg-10+deb12u2 libpcaudio0=1.2-2 libsonic0=0.2.0-12 2>downloads || { cat downloads; exit 1; }
for package in *.deb; do dpkg -x "$package" .; done
libraries=$(dirname "$folder"/usr/lib/*/libespeak-ng.so.1)
say() {
    LD_LIBRARY_PATH=$libraries usr/bin/espeak-ng --path="$libraries" -q -x -v "$1" "$2" | sed 's/[_: ]*$//; s/^[_: ]*//'
}
compare() {
    first=$(say "$1" "$2")
    second=$(say "$1" "$3")
    if [ "$(echo "$first" | tr -d "_:;!' ")" = "$(echo "$second" | tr -d "_:;!' ")" ]; then
        echo "$1: $2 is $3"
    else
        echo "$1: $2 is not $3"
    fi
}
{
    compare en 'p < 0.05' 'p > 0.05'
    compare en 'p ≤ 0.05' 'p ≥ 0.05'
    compare en '10⁻³' '10³'
    compare en '5 ‰' '5'
    compare en '5 %' '5'
    compare en '5 - 2' '5 2'
    compare en '5 − 2' '5 2'
    compare en 'x ∈ A' 'x A'
    compare en '−5' '5'
    compare de '−5' '5'
    compare it '−5' '5'
    compare pt '−5' '5'
    compare de 'p < 0,05' 'p > 0,05'
    compare fr 'p < 0,05' 'p > 0,05'
} >seen
cat >wanted <<'END'
en: p < 0.05 is p > 0.05
en: p ≤ 0.05 is not p ≥ 0.05
en: 10⁻³ is 10³
en: 5 ‰ is 5
en: 5 % is not 5
en: 5 - 2 is 5 2
en: 5 − 2 is not 5 2
en: x ∈ A is x A
en: −5 is not 5
de: −5 is not 5
it: −5 is not 5
pt: −5 is 5
de: p < 0,05 is p > 0,05
fr: p < 0,05 is p > 0,05
END
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
