#!/bin/sh
# linkifyjs 4.4.0, autolinker 4.1.5 and anchorme 3.0.8 (npm), Node.js 20; bleach 6.4.0, beside it
# linkify-it-py 2.1.0 (PyPI), Python 3.11.
#
# Expected: {ann,bob}@example.org, as papers write the addresses of two authors of one institution,
# becomes two links or none.
# Seen: four of five libraries make one link of it, to somebody whom nobody has:
#   {ann,bob}@example.org   mailto:bob}@example.org
#   {ann|bob}@example.org   mailto:ann|bob}@example.org
# A brace is allowed in front of the @, so that nothing complains before the message comes back.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check bleach==6.4.0 linkify-it-py==2.1.0
npm install --silent --no-audit --no-fund linkifyjs@4.4.0 autolinker@4.1.5 anchorme@3.0.8 >/dev/null
cat >try.mjs <<'END'
import anchorme from "anchorme";
import Autolinker from "autolinker";
import { find } from "linkifyjs";
const targets = (html) => [...html.matchAll(/href="([^"]*)"/g)].map(([, target]) => target);
for (const text of ["{ann,bob}@example.org", "{ann|bob}@example.org"]) {
  console.log("linkifyjs", ...find(text).map(({ href }) => href));
  console.log("autolinker", ...targets(Autolinker.link(text)));
  console.log("anchorme", ...targets((anchorme.default ?? anchorme)(text)));
}
END
cat >try.py <<'END'
import re

import bleach
from linkify_it import LinkifyIt

text = "{ann,bob}@example.org"
print("bleach", *re.findall('href="([^"]*)"', bleach.linkify(text, parse_email=True)))
print("linkify-it-py", LinkifyIt().match(text))
END
cat >wanted <<'END'
linkifyjs mailto:bob}@example.org
autolinker mailto:bob}@example.org
anchorme mailto:bob}@example.org
linkifyjs mailto:ann|bob}@example.org
autolinker mailto:ann|bob}@example.org
anchorme mailto:ann|bob}@example.org
bleach mailto:bob%7D@example.org
linkify-it-py None
END
node try.mjs >seen
venv/bin/python try.py >>seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
