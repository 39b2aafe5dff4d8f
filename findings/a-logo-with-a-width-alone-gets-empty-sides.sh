#!/bin/sh
# CairoSVG 2.9.1 (PyPI), svglib 2.3.2 (PyPI), @resvg/resvg-js 2.6.2 (npm), for comparison
# sharp 0.35.5 (npm), which draws by librsvg; Python 3.11 and Node.js 20. CairoSVG needs libcairo2.
#
# Expected: an SVG with a width and a viewBox, as drawing programs write it for the web, is as high
# as the viewBox's ratio makes it: browsers show `width="600" viewBox="0 0 300 120"` at 600 x 240.
# Seen: three programs take the missing height from the viewBox as it stands, 120, and centre the
# drawing in it. A logo becomes half as large as asked, with empty sides; for what lays logos out by
# their size it is twice as wide as it is:
#   CairoSVG 600 x 120, drawn from 150 to 450     svglib 450 x 90 (points)     resvg 600 x 120
#   sharp 600 x 240
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check cairosvg==2.9.1 svglib==2.3.2 pillow==12.0.0
npm install --silent --no-audit --no-fund @resvg/resvg-js@2.6.2 sharp@0.35.5 >/dev/null
cat >logo.svg <<'END'
<svg xmlns="http://www.w3.org/2000/svg" width="600" viewBox="0 0 300 120">
  <rect width="300" height="120"/>
</svg>
END
cat >try.py <<'END'
import io
import cairosvg
from PIL import Image
from svglib.svglib import svg2rlg
picture = Image.open(io.BytesIO(cairosvg.svg2png(url="logo.svg")))
print("CairoSVG", picture.size, "drawn in", picture.getchannel("A").getbbox())
drawing = svg2rlg("logo.svg")
print("svglib", (drawing.width, drawing.height), "drawn in", drawing.getBounds())
END
cat >try.cjs <<'END'
const logo = require("fs").readFileSync("logo.svg");
const { Resvg } = require("@resvg/resvg-js");
const drawn = new Resvg(logo);
console.log("resvg", drawn.width, drawn.height);
require("sharp")(logo).metadata().then((about) => console.log("sharp", about.width, about.height));
END
cat >wanted <<'END'
CairoSVG (600, 120) drawn in (150, 0, 450, 120)
svglib (450.0, 90.0) drawn in (112.5, 0.0, 337.5, 90.0)
resvg 600 120
sharp 600 240
END
{ venv/bin/python try.py; node try.cjs; } >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
