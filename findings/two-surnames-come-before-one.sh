#!/bin/sh
# makeindex 2.16 and upmendex 1.00 (TeX Live 2022 of Debian 12: texlive-binaries 2022.20220321.62855), by
# which volumes get their index of authors.
#
# Expected: the index has the people called Garcia first, then those called Garcia Sample, as every list of
# members has it: what is equal up to the comma is ordered by the given names.
# Seen: the signs are compared as they come, and a space comes before a comma. All double names stand before
# the first plain one; for upmendex, which goes by the order of letters in Unicode, those with a hyphen too:
#   makeindex      Garcia Baker, Eve   Garcia Sample, Zoe   Garcia, Ana   Garcia-Other, Bob
#   upmendex       Garcia Baker, Eve   Garcia Sample, Zoe   Garcia-Other, Bob   Garcia, Ana
# makeindex has it right with its option -l, which is documented as one that leaves out spaces.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >authors.idx <<'END'
\indexentry{Garcia, Ana}{1}
\indexentry{Garcia, Xavier}{2}
\indexentry{Garcia Sample, Zoe}{3}
\indexentry{Garcia-Other, Bob}{4}
\indexentry{Garcia Baker, Eve}{5}
END
for line in "makeindex -q" "makeindex -q -l" "upmendex -q"; do
    $line authors.idx 2>/dev/null
    echo "$line:" $(sed -n 's/ *.item \(.*\), [0-9]*$/\1;/p' authors.ind)
done >seen
cat >wanted <<'END'
makeindex -q: Garcia Baker, Eve; Garcia Sample, Zoe; Garcia, Ana; Garcia, Xavier; Garcia-Other, Bob;
makeindex -q -l: Garcia, Ana; Garcia, Xavier; Garcia-Other, Bob; Garcia Baker, Eve; Garcia Sample, Zoe;
upmendex -q: Garcia Baker, Eve; Garcia Sample, Zoe; Garcia-Other, Bob; Garcia, Ana; Garcia, Xavier;
END
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
