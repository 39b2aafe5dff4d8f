#!/bin/sh
# Lingua::EN::NameCase 1.21 (Debian 12: liblingua-en-namecase-perl 1.21-2, fetched by apt-get), which writes names in
# small letters that were typed in capitals, as badges and certificates are made from a list, Perl 5.36.
#
# Expected: Roman numbers stay in capitals behind a name, as in "Henry VIII", which the documentation says of them.
# Seen: each word that is a number in Roman figures up to 89 stays so, wherever it stands, also as a whole family
# name. Li, one of the most frequent in the world, is 51; Xi and Vi are given names:
#   ANN LI       Ann LI            XI WANG     XI Wang            VI TRAN     VI Tran
# Each particle of a European name is one as a given name and as a family name too, even as the first word of all:
#   LE WANG      le Wang           DI LI       di LI              ANN DE      Ann de
# Names in Mac- are Scottish unless a list or their end says something else:
#   MACEDO OTHER  MacEdo Other     MACHADO OTHER  Machado Other
# A list of names in capitals is what many forms of registration give, and who looks through the names of a badge for
# capitals that are left finds those of Ann LI, and not le Wang.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq liblingua-en-namecase-perl=1.21-2 2>downloads || { cat downloads; exit 1; }
for package in *.deb; do dpkg -x "$package" .; done
cat >try.pl <<'END'
use lib "usr/share/perl5";
use Lingua::EN::NameCase "nc";
print nc($_), "\n" for @ARGV;
END
cat >wanted <<'END'
Henry VIII
Ann LI
XI Wang
VI Tran
le Wang
di LI
Ann de
MacEdo Other
Machado Other
END
perl try.pl "HENRY VIII" "ANN LI" "XI WANG" "VI TRAN" "LE WANG" "DI LI" "ANN DE" "MACEDO OTHER" "MACHADO OTHER" >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
