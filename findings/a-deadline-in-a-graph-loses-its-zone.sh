#!/bin/sh
# rdflib 7.6.0 (PyPI), Python 3.11.
#
# Expected: a date of XML Schema may have a zone (part 2, 3.3.9), so that a deadline Anywhere on Earth is
# "2027-06-01-12:00"^^xsd:date. A graph that is read and written again without a change keeps its values;
# a time keeps its zone, as a moment does.
# Seen: of a date the zone is cut off while it is read, and nothing is said. Two dates that begin 26 hours
# apart are equal then, for queries as well:
#   2027-06-01-12:00   ->  2027-06-01         2027-06-01+14:00   ->  2027-06-01
#   10:00:00-12:00     ->  10:00:00-12:00
# With normalize=False the letters are kept, and the two are equal all the same.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check rdflib==7.6.0
cat >try.py <<'END'
from rdflib import XSD, Graph, Literal

GRAPH = """@prefix schema: <https://schema.org/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<urn:call> schema:endDate "2027-06-01-12:00"^^xsd:date ; schema:endTime "10:00:00-12:00"^^xsd:time ."""
graph = Graph().parse(data=GRAPH, format="turtle")
for _, name, value in sorted(graph):
    print(name.rpartition("/")[2], value)
west, east = (f"2027-06-01{zone}" for zone in ("-12:00", "+14:00"))
for normalize in (True, False):
    pair = [Literal(day, datatype=XSD.date, normalize=normalize) for day in (west, east)]
    print(*pair, pair[0].eq(pair[1]))
question = "SELECT ?call { ?call ?deadline ?day FILTER (?day = '2027-06-01+14:00'^^xsd:date) }"
print(len(graph.query(question)), "found")
END
cat >wanted <<'END'
endDate 2027-06-01
endTime 10:00:00-12:00
2027-06-01 2027-06-01 True
2027-06-01-12:00 2027-06-01+14:00 True
1 found
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
