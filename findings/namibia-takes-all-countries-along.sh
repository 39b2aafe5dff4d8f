#!/bin/sh
# country_converter 1.3.2 with pandas 3.1.1, which pip takes for it, and with pandas 2.3.3 (PyPI), Python 3.11; it brings
# names of countries in affiliations into one form.
#
# Expected: the code of Namibia is NA. The library reads its own table with a converter for each such column, so that
# pandas does not take NA for a missing value, and leaves NA out of the words that mean one.
# Seen: since pandas 3 what a converter gives is compared with pandas' own list of such words once more. Namibia's code
# is a missing value, and as codes are made patterns at the beginning, no country at all can be looked up: the
# converter ends with "first argument must be string or compiled pattern", which names neither a file nor a country.
# With pandas 2.3.3 Namibia is NA.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >try.py <<'END'
import country_converter

try:
    print(country_converter.CountryConverter().convert(["Namibia", "Germany"], to="ISO2"))
except TypeError as reason:
    print(reason)
END
for version in 2.3.3 3.1.1; do
    python3 -m venv "venv-$version"
    "venv-$version/bin/pip" install -qq --disable-pip-version-check country_converter==1.3.2 "pandas==$version"
    "venv-$version/bin/python" try.py
done >seen
cat >expected <<'END'
['NA', 'DE']
first argument must be string or compiled pattern
END
diff expected seen && echo "as described"
