#!/bin/sh
# liblouis 3.24.0 (Debian 12: liblouis-bin, liblouis20 and liblouis-data 3.24.0-1, fetched by apt-get), by which
# NVDA, Orca and BRLTTY write Braille, with its tables of French and, beside them, those of five more languages.
#
# Expected: a letter that a table does not know is shown as such: by its number, as liblouis does where a table says
# nothing, by a sign, or by its letter without the accent.
# Seen: in French, it is a cell without a dot, which is the blank between words; the capital's sign is gone with it:
#   Łukasz Žižek      ⠀⠥⠅⠁⠎⠵ ⠀⠊⠀⠑⠅, as for " ukasz  i ek"
# The table lists the letters of Latin 1; Polish, Czech, Turkish and Vietnamese names have others. Nothing under the
# fingers tells that a letter is there. Whoever reads the list of speakers, or writes to one of them, has the name
# of nobody, in two or three words.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq liblouis-bin=3.24.0-1 liblouis20=3.24.0-1 liblouis-data=3.24.0-1 2>downloads ||
    { cat downloads; exit 1; }
for package in *.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(dirname "$folder"/usr/lib/*/liblouis.so.20)
export LD_LIBRARY_PATH LOUIS_TABLEPATH="$folder/usr/share/liblouis/tables"
for table in fr-bfu-comp6.utb fr-bfu-g2.ctb es-g1.ctb de-g0.utb fi.utb cs-g1.ctb no-no-g0.utb; do
    for name in José Žižek Łukasz; do
        printf '%s ' "$(echo "$name" | usr/bin/lou_translate --forward unicode.dis,$table)"
    done | sed "s/^/$table /; s/⠀/_/g; s/ $//"
    echo
done >seen
cat >wanted <<'END'
fr-bfu-comp6.utb ⠨⠚⠕⠎⠿ _⠊_⠑⠅ _⠥⠅⠁⠎⠵
fr-bfu-g2.ctb ⠨⠚⠕⠎⠿ _⠰⠊_⠑⠅ _⠥⠅⠁⠎⠵
es-g1.ctb ⠨⠚⠕⠎⠮ ⠄⡳⠭⠴⠂⠶⠙⠄⠊⠄⡳⠭⠴⠂⠶⠑⠄⠑⠅ ⠄⡳⠭⠴⠂⠲⠂⠄⠥⠅⠁⠎⠵
de-g0.utb ⠚⠕⠎⠈⠑ ⠈⠵⠊⠈⠵⠑⠅ ⠈⠇⠥⠅⠁⠎⠵
fi.utb ⠠⠚⠕⠎⠿ ⠔⠊⠔⠑⠅ ⠔⠥⠅⠁⠎⠵
cs-g1.ctb ⠠⠚⠕⠎⠜ ⠠⠮⠊⠮⠑⠅ ⠢⠥⠅⠁⠎⠵
no-no-g0.utb ⠠⠚⠕⠎⠿ ⠠⠮⠊⠮⠑⠅ ⠠⠈⠇⠥⠅⠁⠎⠵
END
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
