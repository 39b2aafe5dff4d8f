#!/bin/sh
# bibtex-tidy 1.14.0 (npm), Node.js 20.
#
# Expected: a formatter of BibTeX escapes what TeX would stumble over (& and %), so that the same
# text is printed. An @ in braces needs nothing.
# Seen: @ gets a backslash as well, in titles, notes and inside of \url. In LaTeX \@ is a command
# about the space behind a full stop, and prints nothing: "nDCG@10" is printed "nDCG10", and the
# address in \url has a backslash in it:
#   title = {Beyond {nDCG}@10}  ->  title = {Beyond {nDCG}\@10}
# It is what one gets without any option.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund bibtex-tidy@1.14.0 >/dev/null
cat >try.mjs <<'END'
import bibtex from "bibtex-tidy";
const source = `@misc{a,
  title = {Beyond {nDCG}@10},
  howpublished = {\\url{https://example.org/@ann}}
}`;
console.log(bibtex.tidy(source).bibtex.trim());
END
cat >wanted <<'END'
@misc{a,
  title         = {Beyond {nDCG}\@10},
  howpublished  = {\url{https://example.org/\@ann}}
}
END
node try.mjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
