#!/bin/sh
# price-parser 0.5.1 (PyPI), Python 3.11.
#
# Expected: the fee "KWD 12.500" is twelve dinars and a half: ISO 4217 gives the dinars of Kuwait,
# Bahrain and Tunisia and the rial of Oman three decimals, as it gives the euro two. The library finds
# the code of the currency itself, and leaves the separator of decimals to its own guess.
# Seen: a separator before three digits is one of thousands, whatever the currency, so that the fee is
# a thousand times as high; half a dinar is five hundred:
#   KWD 12.500   12500
#   BHD 0.500    500
#   EUR 12.50    12.50
# Nothing is raised. Only decimal_separator="." gives 12.500.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check price-parser==0.5.1
cat >try.py <<'END'
from price_parser import Price

for fee in ("KWD 12.500", "12,500 TND", "OMR 10.000", "BHD 0.500", "EUR 12.50"):
    price = Price.fromstring(fee)
    print(fee, "|", price.amount, price.currency)
print(Price.fromstring("KWD 12.500", decimal_separator=".").amount)
END
cat >wanted <<'END'
KWD 12.500 | 12500 KWD
12,500 TND | 12500 TND
OMR 10.000 | 10000 OMR
BHD 0.500 | 500 BHD
EUR 12.50 | 12.50 EUR
12.500
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
