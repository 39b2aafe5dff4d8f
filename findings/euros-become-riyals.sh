#!/bin/sh
# num2words 0.5.14 and num2words2 1.0.20 (PyPI), Python 3.11.
#
# Expected: an amount in words has the currency that was asked for, or an error says that the language has no
# word for it, as the library does in Korean (NotImplementedError: Currency code "EUR" not implemented).
# Seen: in Arabic a currency that is not known there is read over, and the amount is one of Saudi riyals,
# Euros, pounds, yen and francs are all the same text:
#   120 EUR   مائة و عشرون ريالاً   "a hundred and twenty riyals"
# A riyal is less than a quarter of a euro. A receipt or a letter of invitation with the amount in words says
# another sum than with its digits, and by most laws the words count.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check num2words==0.5.14 num2words2==1.0.20
cat >try.py <<'END'
import num2words
import num2words2

for library in (num2words, num2words2):
    for language in ("ar", "ko"):
        texts = {}
        for currency in ("EUR", "GBP", "JPY", "CHF", "SAR"):
            try:
                text = library.num2words(120, lang=language, to="currency", currency=currency)
            except NotImplementedError:
                text = "refused"
            texts.setdefault(text, []).append(currency)
        for text, currencies in texts.items():
            print(library.__name__, language, *currencies, text)
END
cat >wanted <<'END'
num2words ar EUR GBP JPY CHF SAR مائة و عشرون ريالاً
num2words ko EUR GBP CHF SAR refused
num2words ko JPY 백이십엔
num2words2 ar EUR GBP JPY CHF SAR مائة وعشرون ريالاً
num2words2 ko EUR GBP CHF SAR refused
num2words2 ko JPY 백이십엔
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
