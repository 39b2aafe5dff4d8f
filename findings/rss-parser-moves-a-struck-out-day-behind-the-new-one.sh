#!/bin/sh
# rss-parser 3.13.0 (npm), Node.js 20.
#
# Expected: the content of an Atom entry of the type xhtml (RFC 4287, 4.1.3.3) is read in the order
# in which it was written.
# Seen: elements within a sentence go behind its end, so a moved deadline reads the other way round:
#   moved from <del>May 1</del> to May 8.   ->   moved from  to May 8.May 1
# A title of the type xhtml is no text at all, but an object, in which the numbers of H2O and CO2
# stand in a list of their own. The same entry as escaped HTML keeps its order.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund rss-parser@3.13.0 >/dev/null
cat >try.mjs <<'END'
import Parser from "rss-parser";
const xhtml = (text) => `type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${text}</div>`;
const entry = (title, content) => `<entry><id>urn:example:1</id>
  <updated>2026-04-20T00:00:00Z</updated><title ${title}</title><content ${content}</content></entry>`;
const moved = "<p>The deadline is moved from <del>May 1</del> to May 8.</p>";
const feed = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>urn:example:0</id>
  <updated>2026-04-20T00:00:00Z</updated>
  ${entry(xhtml("H<sub>2</sub>O"), xhtml(moved))}
  ${entry(">H2O", `type="html">${moved.replaceAll("<", "&lt;")}`)}
</feed>`;
for (const item of (await new Parser().parseString(feed)).items) {
  console.log(typeof item.title, "|", item.contentSnippet);
}
END
cat >wanted <<'END'
object | The deadline is moved from  to May 8.May 1
string | The deadline is moved from May 1 to May 8.
END
node try.mjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
