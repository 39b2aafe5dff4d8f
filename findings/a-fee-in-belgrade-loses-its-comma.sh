#!/bin/sh
# Locale::Currency::Format 1.35 (Debian 12: liblocale-currency-format-perl 1.35-3, fetched by apt-get), which writes
# amounts in the form of each currency, Perl 5.36.
#
# Expected: an amount has a sign between its whole units and its decimals, as "1.234,50 EUR"; where the library
# knows no sign for a currency it takes a point, or writes no decimals, as it does with 1235 GEL.
# Seen: for four currencies it has a number of decimals and no sign, and writes both parts together. The amount is
# a hundred or a thousand times as high, and looks like any other:
#   1234.5 in Serbian dinars       123450 RSD
#   1234.5 in Albanian lek         123450 ALL
#   1234.5 in Tunisian dinars      1234500 TND
# With signs instead of codes, the pesos of Argentina, Chile, Colombia and Uruguay have the sign of the Philippines.
# An invoice for a workshop in Belgrade, Tirana or Tunis asks for a sum that nobody pays.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq liblocale-currency-format-perl=1.35-3 2>downloads || { cat downloads; exit 1; }
dpkg -x liblocale-currency-format-perl*.deb .
cat >try.pl <<'END'
use lib "usr/share/perl5";
use Locale::Currency::Format;
binmode STDOUT, ":utf8";
print currency_format($_, 1234.5), "\n" for qw(EUR KWD GEL RSD ALL TND IQD);
print currency_format($_, 1234.5, FMT_SYMBOL), "\n" for qw(PHP CLP);
END
cat >wanted <<'END'
1.234,50 EUR
1,234.500 KWD
1235 GEL
123450 RSD
123450 ALL
1234500 TND
1234500 IQD
₱1,234.50
₱1.235
END
perl try.pl >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
