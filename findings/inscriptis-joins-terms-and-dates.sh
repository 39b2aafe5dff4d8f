#!/bin/sh
# inscriptis 2.7.6 (PyPI), Python 3.11.
#
# Expected: <dl>, <dt> and <dd> are blocks in all browsers, and inscriptis, which lays out a page
# before it writes it as text, knows blocks, lists and tables.
# Seen: the three are not in its style sheet, so that they are set as running text without a space:
#   SubmissionJune 10NotificationJuly 1
# The same content in <ul> or in a table stands on lines of its own. Important dates are most often
# written in one of these three ways.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check inscriptis==2.7.6
cat >try.py <<'END'
import inscriptis
rows = [("Submission", "June 10"), ("Notification", "July 1")]
terms = "".join(f"<dt>{event}</dt><dd>{date}</dd>" for event, date in rows)
cells = "".join(f"<tr><td>{event}</td><td>{date}</td></tr>" for event, date in rows)
print(inscriptis.get_text(f"<dl>{terms}</dl>").rstrip())
print(inscriptis.get_text(f"<table>{cells}</table>").rstrip())
END
cat >wanted <<'END'
SubmissionJune 10NotificationJuly 1
Submission    June 10
Notification  July 1
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
