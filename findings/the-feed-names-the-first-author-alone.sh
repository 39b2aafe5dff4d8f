#!/bin/sh
# feed 6.0.0 (npm), which writes the news of a website as RSS, Atom and JSON Feed, Node.js 20.
#
# Expected: one list of entries gives three feeds that say the same, each with what its format demands.
# Seen: the feed in JSON is of version 1, of 2017, which has room for one author, where 1.1 of 2020 has "authors". All
# but the first are left out, while RSS and Atom have them. An entry without an id gets its address for one in those
# two, and none in JSON, where it is required:
#   authors Ann, Bob, Cara     Atom: Ann, Bob, Cara     RSS: Ann, Bob, Cara     JSON: Ann
# The language of the page is told in RSS alone, though the two others have a place for it. The accepted papers of a
# workshop have one author each for whoever reads by JSON, and the feed is not valid for whoever checks it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund feed@6.0.0 >/dev/null
cat >try.mjs <<'END'
import { Feed } from "feed";
const address = "https://example.org/";
const feed = new Feed({ title: "Accepted papers", id: address, link: address, language: "de" });
feed.addItem({
  title: "One",
  link: "https://example.org/one",
  date: new Date("2027-01-02T00:00:00Z"),
  author: ["Ann", "Bob", "Cara"].map((name) => ({ name, email: `${name.toLowerCase()}@example.org` })),
});
const json = JSON.parse(feed.json1());
const [atom, rss] = [feed.atom1(), feed.rss2()];
console.log("Atom", atom.match(/<name>\w+/g).join(" "), atom.match(/<id>.*one/)[0], /lang/.test(atom));
console.log("RSS", rss.match(/\(\w+\)/g).join(" "), rss.match(/<guid.*one/)[0], /lang/.test(rss));
console.log("JSON", json.version, JSON.stringify(json.items[0].author), json.items[0].authors, json.items[0].id);
END
cat >wanted <<'END'
Atom <name>Ann <name>Bob <name>Cara <id>https://example.org/one false
RSS (Ann) (Bob) (Cara) <guid isPermaLink="true">https://example.org/one true
JSON https://jsonfeed.org/version/1 {"name":"Ann"} undefined undefined
END
node try.mjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
