#!/bin/sh
# email-reply-parser 0.5.12 (PyPI), Python 3.11; node-email-reply-parser 0.1.4 (npm), Node.js 20.
# Beside them mail-parser-reply 1.36 (PyPI).
#
# Expected: these libraries take the quoted message and the signature off an answer, so that a system
# for reviews shows what somebody wrote. A signature follows a line of two hyphens and a space (RFC 3676,
# 4.3).
# Seen: a hyphen before a letter and two underlines begin a signature as well. A list typed without
# spaces is cut away with all that follows, down to the conclusion:
#   "Both days suit us:", "-Monday works", "-Tuesday does not", "So we take Monday."
#   -> "Both days suit us:"
# "__init__ is missing" as the first line of a paragraph does the same. With a space after the hyphen
# all is kept, and so it is by mail-parser-reply. Both libraries in Python cut at "From: 9:00" instead.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check email_reply_parser==0.5.12 mail-parser-reply==1.36
npm install --silent --no-audit --no-fund node-email-reply-parser@0.1.4 >/dev/null 2>&1
cat >answers.json <<'END'
["Both days suit us:\n\n-Monday works\n-Tuesday does not\n\nSo we take Monday.",
 "Both days suit us:\n\n- Monday works\n- Tuesday does not\n\nSo we take Monday.",
 "We ran it.\n\n__init__ is missing in the archive.\n\nPlease add it.",
 "Our room is free.\n\nFrom: 9:00\nTo: 12:00\n\nPlease take it."]
END
cat >try.py <<'END'
import json

import email_reply_parser
import mailparser_reply

one = email_reply_parser.EmailReplyParser.parse_reply
other = mailparser_reply.EmailReplyParser(languages=["en"]).parse_reply
for answer in json.load(open("answers.json")):
    print(json.dumps(one(answer)), other(answer) == answer)
END
cat >try.cjs <<'END'
const parse = require("node-email-reply-parser");
for (const answer of require("./answers.json")) console.log(JSON.stringify(parse(answer, true)));
END
cat >wanted <<'END'
"Both days suit us:" True
"Both days suit us:\n\n- Monday works\n- Tuesday does not\n\nSo we take Monday." True
"We ran it." True
"Our room is free." False
"Both days suit us:\n"
"Both days suit us:\n\n- Monday works\n- Tuesday does not\n\nSo we take Monday."
"We ran it.\n"
"Our room is free.\n\nFrom: 9:00\nTo: 12:00\n\nPlease take it."
END
{ venv/bin/python try.py; node try.cjs; } >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
