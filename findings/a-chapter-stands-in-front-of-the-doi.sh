#!/bin/sh
# citation-url 0.2.2 (PyPI), which reads the DOI out of the address of a paper's page, Python 3.11.
#
# Expected: the addresses of Springer's pages, which the library knows by name, give the DOI behind the kind of
# the page: /chapter/10.1007/... for each paper of a volume of LNCS, /article/10.1007/... for one of a journal.
# An address that the library does not know gives "unknown", as those of ACM do.
# Seen: the kind of the page becomes a part of the DOI, and no DOI begins so (ISO 26324: a DOI begins with 10 and
# a point). The call succeeds:
#   https://link.springer.com/chapter/10.1007/978-3-030-00000-0_1   ->   doi:chapter/10.1007/978-3-030-00000-0_1
# Of Frontiers, the /full of the page stays behind the DOI, which is taken off where the address has /article/
# for /articles/.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check citation-url==0.2.2
cat >try.py <<'END'
import citation_url

for address in (
    "https://doi.org/10.1007/978-3-030-00000-0_1",
    "https://dl.acm.org/doi/10.1145/0000000.0000001",
    "https://link.springer.com/chapter/10.1007/978-3-030-00000-0_1",
    "https://link.springer.com/article/10.1007/s00000-027-00001-1",
    "https://link.springer.com/content/pdf/10.1007/978-3-030-00000-0_1.pdf",
    "https://www.frontiersin.org/article/10.3389/fsamp.2027.00001/full",
    "https://www.frontiersin.org/articles/10.3389/fsamp.2027.00001/full",
):
    found = citation_url.parse(address)
    print(getattr(found, "prefix", ""), getattr(found, "identifier", "unknown"))
END
cat >wanted <<'END'
doi 10.1007/978-3-030-00000-0_1
 unknown
doi chapter/10.1007/978-3-030-00000-0_1
doi article/10.1007/s00000-027-00001-1
doi content/pdf/10.1007/978-3-030-00000-0_1
doi 10.3389/fsamp.2027.00001
doi 10.3389/fsamp.2027.00001/full
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
