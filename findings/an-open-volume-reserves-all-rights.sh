#!/bin/sh
# epub-gen-memory 1.1.2 with jszip 3.10.1 (npm), Node.js 20.
#
# Expected: a volume says what it was told: its title, its two editors, its texts as they were given. Of rights it
# says nothing if nobody did; the library has no option for them.
# Seen: each book reserves all rights, in the name of its publisher (or of "anonymous"), with the year of
# the day on which it was made. A volume under CC BY says so on its pages and the contrary to every library:
#   <dc:rights>Copyright © … by Sample Press</dc:rights>, "All rights reserved"
# The editors are one person with a comma in the name, by which catalogues and citations take the second one for
# the first one's given name:  <dc:creator>Ed Itor,Ann Sample</dc:creator>
# Attributes that the library does not know are taken off: of <math> that of its namespace, so that no reader sees
# a formula in it and x² is x2, and of a list that begins at the fourth paper (start, value) the number.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund epub-gen-memory@1.1.2 jszip@3.10.1 >/dev/null
cat >try.cjs <<'END'
const epub = require("epub-gen-memory").default;
const jszip = require("jszip");
const formula = '<math xmlns="http://www.w3.org/1998/Math/MathML"><msup><mi>x</mi><mn>2</mn></msup></math>';
const licence = '<p>This volume is published under <a href="https://example.org/cc-by">CC BY 4.0</a>.</p>';
const list = '<ol start="4"><li>The fourth paper</li></ol>';
(async () => {
  for (const publisher of ["Sample Press", undefined]) {
    const volume = { title: "Samples", author: ["Ed Itor", "Ann Sample"], ...(publisher && { publisher }) };
    const book = await epub(volume, [{ title: "Contents", content: licence + `<p>${formula}</p>` + list }]);
    const files = (await jszip.loadAsync(book)).files;
    const data = await files["OEBPS/content.opf"].async("string");
    for (const [line] of data.matchAll(/<[^>]*(?:creator|rights|file-as).*/g)) {
      console.log(line.trim().replace(/\b20\d\d\b/, "(this year)"));
    }
    const page = Object.keys(files).find((name) => name.endsWith("Contents.xhtml"));
    console.log((await files[page].async("string")).match(/<math.*/)[0]);
  }
})();
END
cat >wanted <<'END'
<dc:creator id="creator">Ed Itor,Ann Sample</dc:creator>
<meta refines="#creator" property="file-as">Ed Itor,Ann Sample</meta>
<meta property="dcterms:rights">All rights reserved</meta>
<dc:rights>Copyright &#x00A9; (this year) by Sample Press</dc:rights>
<math><msup><mi>x</mi><mn>2</mn></msup></math></p><ol><li>The fourth paper</li></ol>
<dc:creator id="creator">Ed Itor,Ann Sample</dc:creator>
<meta refines="#creator" property="file-as">Ed Itor,Ann Sample</meta>
<meta property="dcterms:rights">All rights reserved</meta>
<dc:rights>Copyright &#x00A9; (this year) by anonymous</dc:rights>
<math><msup><mi>x</mi><mn>2</mn></msup></math></p><ol><li>The fourth paper</li></ol>
END
node try.cjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
