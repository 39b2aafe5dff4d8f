#!/bin/sh
# unified-latex-to-hast and unified-latex-util-parse 1.8.4 (@unified-latex), unified 11.0.5 and
# rehype-stringify 10.0.1 (npm), Node.js 20.
#
# Expected: TeX skips spaces behind a command of letters (\S 3) and keeps them behind a command that
# is one mark (\% of), so that HTML has "50% of". The parser's own tree still has the space.
# Seen: the converter drops it behind \%, \&, \$, \_ and \}; it stays only behind \#:
#   50\% of the queries  ->  50%of the queries
#   Search \& Ranking    ->  Search &amp;Ranking
# A % in the address of a link, which hyperref allows, is a comment to it, and the link leads to
# "{":
#   \url{https://example.org/a%20b}  ->  <a class="url" href="{">{</a>https://example.org/a
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @unified-latex/unified-latex-to-hast@1.8.4 \
    @unified-latex/unified-latex-util-parse@1.8.4 unified@11.0.5 \
    rehype-stringify@10.0.1 >/dev/null
cat >try.mjs <<'END'
import { unifiedLatexToHast } from "@unified-latex/unified-latex-to-hast";
import { unifiedLatexFromString } from "@unified-latex/unified-latex-util-parse";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
const converter = unified().use(unifiedLatexFromString).use(unifiedLatexToHast).use(rehypeStringify);
for (const source of [
  String.raw`50\% of the queries`,
  String.raw`Search \& Ranking`,
  String.raw`5\$ a day`,
  String.raw`\#1 in the list`,
  String.raw`\url{https://example.org/a%20b}`,
]) {
  console.log(String(converter.processSync(source)));
}
END
cat >wanted <<'END'
50%of the queries
Search &#x26;Ranking
5$a day
#1 in the list
<a class="url" href="{">{</a>https://example.org/a
END
node try.mjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
