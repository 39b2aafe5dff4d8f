#!/bin/sh
# hyphen 1.14.1 and hypher 0.2.5 with hyphenation.de 0.2.1 (npm), Node.js 20.
#
# Expected: a library that puts soft hyphens into a text knows words. An address of a page or of a
# mailbox is none, and is the one thing on a page that people copy.
# Seen: both put marks into addresses, which are not seen and are copied with them:
#   hyphen   ann.aut|hor@ex|am|p|le.org       https://ex|am|p|le.org/uni|ver|si|taet
#   hypher   a zero-width space behind "//" and "/" as well
# The mail to that address does not arrive, the name of the host is another one. The function for HTML
# leaves attributes as they are, and puts marks into what a link shows, into code and into formulas.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund hyphen@1.14.1 hypher@0.2.5 hyphenation.de@0.2.1 >/dev/null
cat >try.cjs <<'END'
const Hypher = require("hypher");
const { hyphenateHTMLSync, hyphenateSync } = require("hyphen/de");
const other = new Hypher(require("hyphenation.de"));
const show = (text) => console.log(text.replaceAll("\u00ad", "|").replaceAll("\u200b", "_"));
for (const address of ["ann.author@example.org", "https://example.org/universitaet/"]) {
  show(hyphenateSync(address));
  show(other.hyphenateText(address));
}
show(hyphenateHTMLSync('<a href="mailto:ann.author@example.org">ann.author@example.org</a>'));
show(hyphenateHTMLSync("<code>universitaet</code> \\(\\varepsilon\\)"));
END
cat >wanted <<'END'
ann.aut|hor@ex|am|p|le.org
ann.aut|hor@ex|amp|le.org
https://ex|am|p|le.org/uni|ver|si|taet/
https://_ex|amp|le.org/_uni|ver|si|taet/
<a href="mailto:ann.author@example.org">ann.aut|hor@ex|am|p|le.org</a>
<code>uni|ver|si|taet</code> \(\va|rep|si|lon\)
END
node try.cjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
