#!/bin/sh
# lunr 2.3.9 (npm), by which MkDocs and Jekyll's theme Minimal Mistakes search their pages, Node.js 20.
#
# Expected: words that say nothing ("the", "of") are left out of an index. A search for a name or a month
# finds the pages with it, and a search for one word that is on a page is not empty.
# Seen: the list has "will", "may", "dear", "other", "us", "it" and "who" on it. Whose name is one of these
# is found by his other name alone, a deadline in May by its day, and the pages on IT not at all:
#   will, will*, may, other, dear, it, us     nothing
#   june, mark, may 14                        the pages with them
# The words are taken out before anything else, so that the beginning of one does not find it either, and no
# word that was typed is named as one that was not looked for.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund lunr@2.3.9 >/dev/null
cat >try.cjs <<'END'
const lunr = require("lunr");
const pages = [
  { id: "speakers", title: "Will Sample, May Other, Dear Third", text: "Speakers on IT from the US" },
  { id: "people", title: "June Sample, Mark Fourth", text: "Organizers" },
  { id: "dates", title: "Submission", text: "The deadline is on May 14" },
];
const index = lunr(function () {
  this.ref("id");
  this.field("title");
  this.field("text");
  for (const page of pages) this.add(page);
});
const typed = ["will", "may", "other", "dear", "it", "us", "june", "mark", "sample", "will*"];
for (const words of [...typed, "may 14", "will june"]) {
  const found = index.search(words).map(({ ref }) => ref).join(" ");
  console.log(`${words}: ${found || "nothing"}`);
}
END
cat >wanted <<'END'
will: nothing
may: nothing
other: nothing
dear: nothing
it: nothing
us: nothing
june: people
mark: people
sample: speakers people
will*: nothing
may 14: dates
will june: people
END
node try.cjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
