#!/bin/sh
# unrtf 0.21.10 (Debian 12: unrtf 0.21.10-clean-1, fetched by apt-get), which makes text, LaTeX and web pages of
# what Word, WordPad and TextEdit save as RTF.
#
# Expected: a letter that RTF gives by its number (\u321) with a byte of the page of signs behind it (\'a3), which is
# how Word writes Central European names, is that letter, or its closest, or a question mark.
# Seen: the page of HTML is right. In text and LaTeX the number is cut to its last eight bits, and another letter or
# a sign of LaTeX stands in the name; the same for the byte alone:
#   \u321\'a3ukasz       Łukasz     Aukasz
#   \u381\'8ei\u382\'9eek  Žižek     }i~ek
# The unpaired brace stops LaTeX at the name; Aukasz stops nobody, and is printed in the program, as on the badge.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq unrtf=0.21.10-clean-1 2>downloads || { cat downloads; exit 1; }
dpkg -x unrtf*.deb .
cat >list.rtf <<'END'
{\rtf1\ansi\ansicpg1250\deff0\uc1{\fonttbl{\f0\fnil\fcharset238 Calibri;}}
\f0 1: \u321\'a3ukasz, \u381\'8ei\u382\'9eek, M\u252\'fcller\par
2: \'a3ukasz, \'8ei\'9eek, M\'fcller\par
}
END
for form in html latex text; do
    LC_ALL=C usr/bin/unrtf -P usr/share/unrtf --$form list.rtf 2>report | grep -aoE '[12]: [^,]*, [^,]*' |
        sed "s/^/$form /" || { cat report; exit 1; }
done >seen
cat >wanted <<'END'
html 1: &#321;ukasz, &#381;i&#382;ek
html 2: &#321;ukasz, &#381;i&#382;ek
latex 1: Aukasz, }i~ek
latex 2: Aukasz, }i~ek
text 1: Aukasz, }i~ek
text 2: Aukasz, }i~ek
END
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
