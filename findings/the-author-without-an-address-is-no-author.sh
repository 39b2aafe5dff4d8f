#!/bin/sh
# feedgen 1.0.0 (PyPI), Python 3.11.
#
# Expected: a feed written in both forms says the same in both. RSS wants an address for its <author>; names
# alone have a place there too (dc:creator), which the library has an extension for.
# Seen: of the authors of a paper, RSS has those who gave an address, and nobody else, without a word; an
# entry whose authors gave none has no author. Atom has all of them:
#   Ann Sample; Bob Other (bob@…)     Atom  Ann Sample, Bob Other     RSS  bob@example.org (Bob Other)
# Entries are also in the opposite order of the one in which they were added, in both forms, so that the
# papers of a program begin with the last talk.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check feedgen==1.0.0
cat >try.py <<'END'
import re

from feedgen.feed import FeedGenerator

feed = FeedGenerator()
feed.id("https://example.org")
feed.title("Program")
feed.description("Talks")
feed.link(href="https://example.org")
for number in (1, 2, 3):
    entry = feed.add_entry()
    entry.id(f"https://example.org/{number}")
    entry.title(f"Talk {number}")
    entry.link(href=f"https://example.org/{number}")
    entry.author(name="Ann Sample")
    if number < 3:
        entry.author(name="Bob Other", email="bob@example.org")
for form, text in (("Atom", feed.atom_str()), ("RSS", feed.rss_str())):
    for part in re.split("<entry>|<item>", text.decode())[1:]:
        title = re.search("<title>(.*?)</title>", part)[1]
        people = re.findall("<name>(.*?)</name>|<author>([^<]+)</author>", part)
        print(form, title, [name or author for name, author in people])
END
cat >wanted <<'END'
Atom Talk 3 ['Ann Sample']
Atom Talk 2 ['Ann Sample', 'Bob Other']
Atom Talk 1 ['Ann Sample', 'Bob Other']
RSS Talk 3 []
RSS Talk 2 ['bob@example.org (Bob Other)']
RSS Talk 1 ['bob@example.org (Bob Other)']
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
