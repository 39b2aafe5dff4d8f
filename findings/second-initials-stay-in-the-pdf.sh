#!/bin/sh
# grobid-tei-xml 0.1.3 (PyPI), by which programs read what GROBID finds in the PDFs of papers, Python 3.11.
#
# Expected: GROBID writes each given name in a forename of its own, the first as "first" and all others as "middle",
# and each institution of an author in an affiliation; the library's list of what it takes out names authors, and
# its CSL, by which references are set, has one "given" for all given names.
# Seen: of several middle names one is kept, of several institutions one, and a generation (genName) not at all. The
# references in CSL have the first name alone:
#   Ann B. C. Sample Jr.         {"given": "Ann", "family": "Sample"}
# The day of an article is a bare list, where the schema of CSL has an object with "date-parts". Two
# people of one family name become one in the list of a volume, and the second university of an author is not
# counted.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check grobid-tei-xml==0.1.3
cat >try.py <<'END'
import json

import grobid_tei_xml

PAPER = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>
<fileDesc><titleStmt><title level="a" type="main">Title</title></titleStmt>
<publicationStmt><publisher>Press</publisher></publicationStmt>
<sourceDesc><biblStruct><analytic>
<author><persName><forename type="first">Ann</forename><forename type="middle">B</forename>
<forename type="middle">C</forename><surname>Sample</surname><genName>Jr</genName></persName>
<affiliation key="aff0"><orgName type="institution">University of A</orgName></affiliation>
<affiliation key="aff1"><orgName type="institution">University of B</orgName></affiliation></author>
<title level="a" type="main">Title</title></analytic>
<monogr><imprint><date type="published" when="2027-06"/></imprint></monogr></biblStruct></sourceDesc></fileDesc>
<encodingDesc><appInfo>
<application version="0.8.0" ident="GROBID" when="2027-01-01T00:00+0000"/>
</appInfo></encodingDesc>
<profileDesc><abstract/></profileDesc></teiHeader><text><body/></text></TEI>"""
document = grobid_tei_xml.parse_document_xml(PAPER)
(author,) = document.header.authors
print(author.middle_name, "|", author.affiliation.institution)
reference = document.header.to_csl_dict()
print(json.dumps(reference["author"]), reference["issued"])
END
cat >wanted <<'END'
B | University of A
[{"given": "Ann", "family": "Sample"}] [[2027, 6]]
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
