#!/bin/sh
# remark-smartypants 3.0.3 with remark-gfm 4.0.1, remark-parse 11.0.0, remark-rehype 11.1.2,
# rehype-stringify 10.0.1 and unified 11.0.5 (npm), Node.js 20.
#
# Expected: typographic dashes are for prose; code and addresses are left as they are.
# Seen: a bare address, which remark-gfm makes a link, has the right target, and another text: its
# two hyphens become a dash. Code is left. Who reads the address off the page or copies it gets
# nowhere:
#   https://example.org/a--b  ->  <a href="https://example.org/a--b">https://example.org/a—b</a>
# An address of e-mail fares alike.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund remark-smartypants@3.0.3 remark-gfm@4.0.1 \
    remark-parse@11.0.0 remark-rehype@11.1.2 rehype-stringify@10.0.1 unified@11.0.5 >/dev/null
cat >try.mjs <<'END'
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import remarkSmartypants from "remark-smartypants";
import { unified } from "unified";
const converter = unified().use(remarkParse).use(remarkGfm).use(remarkSmartypants)
  .use(remarkRehype).use(rehypeStringify);
for (const source of ["https://example.org/a--b", "ann--s@example.org", "`a--b`"])
  console.log(String(converter.processSync(source)));
END
cat >wanted <<'END'
<p><a href="https://example.org/a--b">https://example.org/a—b</a></p>
<p><a href="mailto:ann--s@example.org">ann—s@example.org</a></p>
<p><code>a--b</code></p>
END
node try.mjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
