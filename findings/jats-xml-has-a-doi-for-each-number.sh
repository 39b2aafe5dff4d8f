#!/bin/sh
# jats-xml 1.1.1 (npm), Node.js 20.
#
# Expected: of an article with a DOI alone, `pmid` and `pmc` are undefined; most of computer science
# has neither of the two numbers.
# Seen: both are the DOI: an identifier that is not found is looked for among those that look like a
# DOI, whichever was asked for. An article without a DOI is right:
#   <article-id pub-id-type="doi">10.1000/a</article-id>    pmid "10.1000/a"   pmc "10.1000/a"
#   <article-id pub-id-type="pmid">123</article-id>         pmid "123"         pmc undefined
# An address or a query that is put together of it leads to nothing, or to another article.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund jats-xml@1.1.1 >/dev/null
cat >try.mjs <<'END'
import { Jats } from "jats-xml";
for (const [kind, value] of [["doi", "10.1000/a"], ["pmid", "123"], ["publisher-id", "p1"]]) {
  const { doi, pmid, pmc } = new Jats(`<article><front><article-meta>
    <article-id pub-id-type="${kind}">${value}</article-id>
    <title-group><article-title>Title</article-title></title-group>
    </article-meta></front><body/></article>`);
  console.log(kind, "->", "doi", doi, "pmid", pmid, "pmc", pmc);
}
END
cat >wanted <<'END'
doi -> doi 10.1000/a pmid 10.1000/a pmc 10.1000/a
pmid -> doi undefined pmid 123 pmc undefined
publisher-id -> doi undefined pmid undefined pmc undefined
END
node try.mjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
