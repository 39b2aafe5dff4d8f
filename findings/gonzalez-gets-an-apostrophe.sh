#!/bin/sh
# LaTeX::ToUnicode 0.11 (Debian 12: liblatex-tounicode-perl 0.11-3, fetched by apt-get), by which BibTeX::Parser
# cleans its fields, Perl 5.36; beside it LaTeX::Decode 0.05 (liblatex-decode-perl 0.05-4).
#
# Expected: an accent without braces (\'a, \"u, \~n), for which the library has code of its own, is read wherever it
# stands in a name, as TeX reads it; ?` is the sign with which Spanish questions begin.
# Seen: two letters are taken behind the accent where there are two, and no letter of the table is called so. An
# accent is read at the end of a word and nowhere else, and the quote of the command becomes an apostrophe:
#   Jos\'e           José
#   Gonz\'alez       Gonz\’alez
#   M\"uller         M\"uller
#   ?`Qu\'e es?      ¡Qué es?
# The question begins as an exclamation. A list of authors has most names of a German or Spanish workshop wrong, and
# whoever tried it with José saw nothing.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq liblatex-tounicode-perl=0.11-3 liblatex-decode-perl=0.05-4 2>downloads ||
    { cat downloads; exit 1; }
for package in *.deb; do dpkg -x "$package" .; done
cat >try.pl <<'END'
use lib "usr/share/perl5";
use LaTeX::Decode;
use LaTeX::ToUnicode "convert";
binmode STDOUT, ":utf8";
for my $name ("Jos\\'e", "Gonz\\'alez", "Gonz{\\'a}lez", "M\\\"uller", "?`Qu\\'e es?") {
    print "$name | ", convert($name), " | ", latex_decode($name), "\n";
}
END
cat >wanted <<'END'
Jos\'e | José | José
Gonz\'alez | Gonz\’alez | González
Gonz{\'a}lez | González | Gonz{á}lez
M\"uller | M\"uller | Müller
?`Qu\'e es? | ¡Qué es? | ?`Qué es?
END
perl try.pl >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
