#!/bin/sh
# iuliia 0.13.0 (PyPI), Python 3.11.
#
# Expected: a name that was written in Latin letters by one of the library's schemas has Latin letters. For
# ё most of these standards have ë (ISO 9:1995, ALA-LC, BS 2979), which is U+00EB.
# Seen: in eight of its schemas the letter is left in Cyrillic, U+0451. It looks the same in every font, so
# that nobody sees it, and no search, no sorting and no comparison finds the author who is typed on a
# keyboard. Its three schemas of older versions of ISO 9 have the Latin letter:
#   Соловьёв   ISO 9:1995, called GOST_779   Solovʹёv   U+0451
#              ISO_9_1968                    Solovʹëv   U+00EB
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check iuliia==0.13.0
cat >try.py <<'END'
import unicodedata

import iuliia

schemas = {name: schema for name, schema in vars(iuliia).items() if name.isupper()}
for name, schema in sorted(schemas.items()):
    shown = schema.translate("Соловьёв")
    if "\u0451" in shown or "\u00eb" in shown:
        print(name, ascii(shown), unicodedata.name(shown[-2]))
END
cat >wanted <<'END'
ALA_LC 'Solov\u02b9\u0451v' CYRILLIC SMALL LETTER IO
BGN_PCGN 'Solov\u2019y\u0451v' CYRILLIC SMALL LETTER IO
BGN_PCGN_ALT 'Solov\u2019y\u0451v' CYRILLIC SMALL LETTER IO
BS_2979 'Solov\u02b9\u0451v' CYRILLIC SMALL LETTER IO
GOST_16876 'Solov\u02b9\u0451v' CYRILLIC SMALL LETTER IO
GOST_779 'Solov\u02b9\u0451v' CYRILLIC SMALL LETTER IO
ISO_9_1954 'Solov\u02b9\xebv' LATIN SMALL LETTER E WITH DIAERESIS
ISO_9_1968 'Solov\u02b9\xebv' LATIN SMALL LETTER E WITH DIAERESIS
ISO_9_1968_ALT 'Solov\u02b9\xebv' LATIN SMALL LETTER E WITH DIAERESIS
SCIENTIFIC 'Solov\u02b9\u0451v' CYRILLIC SMALL LETTER IO
UNGEGN_1987 'Solov\u02b9\u0451v' CYRILLIC SMALL LETTER IO
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
