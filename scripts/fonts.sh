#!/bin/sh
# Makes the fonts with which pictures are drawn, in proposal/render/site/fonts/, out of those of
# Debian's package fonts-noto-core: all their letters, without what only small screens need.
set -eu

cd "$(dirname "$0")/.."

from=/usr/share/fonts/truetype/noto
to=proposal/render/site/fonts
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder"
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check fonttools

subset() {
    "$folder/bin/pyftsubset" "$from/$1" --unicodes="$2" --layout-features='*' --name-IDs='*' \
        --no-hinting --drop-tables+=DSIG,MATH --output-file="$to/$1"
}

subset NotoSans-Regular.ttf '*'
subset NotoSerif-Regular.ttf '*'
for script in '' Arabic Armenian Bengali Devanagari Ethiopic Georgian Gujarati Gurmukhi Hebrew \
    Kannada Khmer Lao Malayalam Myanmar Oriya Sinhala Tamil Telugu Thai; do
    subset "NotoSans$script-Bold.ttf" '*'
done
# Arrows and the signs of mathematics; the letters among them stand in titles too seldom.
subset NotoSansMath-Regular.ttf 2100-23FF,2500-257F,25A0-25FF,27C0-27FF,2900-297F
