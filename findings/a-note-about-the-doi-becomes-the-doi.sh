#!/bin/sh
# citeproc 2.4.63 (citeproc-js; npm), Node.js 20.
#
# Expected: "note" is a text of its own in CSL, of which the specification says that it is a note on the
# work (1.0.2, appendix IV, standard variables), and a style prints it or does not.
# Seen: a line of a note that begins with the name of a variable and a colon is data. It fills that
# variable, if the work has none, and is taken out of the note, whatever it says:
#   "DOI: still missing"                 DOI = still missing, no note
#   "Sent on 3 May.\nURL: none"          URL = none, the note is "Sent on 3 May."
#   "Volume: to be announced"            is left, since it has a capital
# References link to https://doi.org/still missing. Zotero's users know the trick; who brings notes
# from elsewhere does not.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund citeproc@2.4.63 >/dev/null
cat >try.cjs <<'END'
const CSL = require("citeproc");
const space = 'xmlns="http://purl.org/net/xbiblio/csl" version="1.0"';
const style = `<style ${space} class="in-text"><info><title>Sample</title><id>sample</id>
<updated>2027-01-01T00:00:00+00:00</updated></info>
<citation><layout><text variable="title"/></layout></citation><bibliography><layout delimiter="">
<group delimiter=" | "><text variable="title"/><text variable="volume" prefix="volume "/>
<text variable="DOI" prefix="https://doi.org/"/><text variable="URL" prefix="URL "/>
<text variable="note" prefix="note "/></group></layout></bibliography></style>`;
const locale = `<locale ${space} xml:lang="en-US"><terms><term name="and">and</term>
<term name="et-al">et al.</term></terms></locale>`;
const notes = ["DOI: still missing", "Sent on 3 May.\nURL: none", "volume: to be announced",
  "Volume: to be announced", "Award: best paper"];
for (const note of notes) {
  const work = { id: "a", type: "article-journal", title: "Title", note };
  const engine = new CSL.Engine({ retrieveLocale: () => locale, retrieveItem: () => work }, style, "en-US");
  engine.setOutputFormat("text");
  engine.updateItems(["a"]);
  console.log(engine.makeBibliography()[1][0].trim());
}
END
cat >wanted <<'END'
Title | https://doi.org/still missing
Title | URL none | note Sent on 3 May.
Title | volume vol. to be announced
Title | note Volume: to be announced
Title | note Award: best paper
END
node try.cjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
