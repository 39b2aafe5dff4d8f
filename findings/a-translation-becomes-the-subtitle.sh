#!/bin/sh
# commonmeta-py 0.312 (PyPI), which converts records of DataCite and Crossref, Python 3.11.
#
# Expected: a record of DataCite that has a title, its translation and a subtitle (titleType) becomes
# BibTeX with the title and the subtitle, or with the title alone.
# Seen: whatever title stands second is set behind a colon. The translation becomes the subtitle, and
# the subtitle is left out; a line break, which DataCite allows in a description, joins two words:
#   title = {Beispiele suchen: Searching for Samples}
#   abstract = {Wir suchen.Wir finden.}
# Who cites the work cites a title that it does not have.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check commonmeta-py==0.312
cat >record.xml <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<resource xmlns="http://datacite.org/schema/kernel-4">
  <identifier identifierType="DOI">10.1000/a</identifier>
  <creators><creator><creatorName nameType="Personal">Sample, Ann</creatorName></creator></creators>
  <titles>
    <title xml:lang="de">Beispiele suchen</title>
    <title xml:lang="en" titleType="TranslatedTitle">Searching for Samples</title>
    <title xml:lang="de" titleType="Subtitle">Ein Versuch</title>
  </titles>
  <publisher>Placeholder Press</publisher>
  <publicationYear>2027</publicationYear>
  <resourceType resourceTypeGeneral="ConferencePaper">Paper</resourceType>
  <descriptions>
    <description descriptionType="Abstract">Wir suchen.<br/>Wir finden.</description>
  </descriptions>
</resource>
END
cat >try.py <<'END'
from commonmeta import Metadata

with open("record.xml") as file:
    record = Metadata(file.read(), via="datacite_xml", no_network=True)
assert record.is_valid
for line in record.write(to="bibtex").decode().splitlines():
    if "title" in line or "abstract" in line:
        print(line.strip())
END
cat >wanted <<'END'
abstract = {Wir suchen.Wir finden.},
title = {Beispiele suchen: Searching for Samples},
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
