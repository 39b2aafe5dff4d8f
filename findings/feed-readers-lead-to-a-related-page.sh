#!/bin/sh
# rss-parser 3.13.0, htmlparser2 12.0.0, for comparison @rowanmanning/feed-parser 2.1.5 (npm),
# Node.js 20.
#
# Expected: the page of an entry in an Atom feed is its link with rel="alternate" or without `rel`,
# which means the same (RFC 4287, 4.2.7.2). The order of links says nothing.
# Seen: when the link to the page has no `rel`, two readers take the first link of any kind: a news
# item that names the conference as rel="related" leads to the conference. htmlparser2 besides
# gives the day of the last correction for the day of publication.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund rss-parser@3.13.0 htmlparser2@12.0.0 \
  @rowanmanning/feed-parser@2.1.5 >/dev/null
cat >try.mjs <<'END'
import Parser from "rss-parser";
import { parseFeed as byHtmlparser2 } from "htmlparser2";
import { parseFeed as byRowanManning } from "@rowanmanning/feed-parser";
const feed = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>urn:example:0</id>
  <updated>2026-06-01T00:00:00Z</updated>
  <entry><id>urn:example:1</id><title>The call is out</title>
    <link rel="related" href="https://conference.example/"/>
    <link href="https://workshop.example/call/"/>
    <published>2026-05-01T00:00:00Z</published><updated>2026-06-01T00:00:00Z</updated></entry>
</feed>`;
const day = (moment) => new Date(moment).toISOString().slice(0, 10);
const first = (await new Parser().parseString(feed)).items[0];
console.log("rss-parser", first.link, day(first.pubDate));
const second = byHtmlparser2(feed).items[0];
console.log("htmlparser2", second.link, day(second.pubDate));
const third = byRowanManning(feed).items[0];
console.log("feed-parser", third.url, day(third.published));
END
cat >wanted <<'END'
rss-parser https://conference.example/ 2026-05-01
htmlparser2 https://conference.example/ 2026-06-01
feed-parser https://workshop.example/call/ 2026-05-01
END
node try.mjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
