#!/bin/sh
# condorcet 0.1.1 (PyPI), which finds winners by the method of Condorcet, Python 3.11.
#
# Expected: the winner is who beats each other candidate in pairs. Where two papers are equal there is none, and
# the library promises no more than "at most" as many winners as are asked for.
# Seen: a draw is taken for no pair at all, so that who has not lost has won, and of two equals the one who
# stands first in the list of candidates gets the prize. Nothing says that there was another. If these two are
# alone, neither of them wins; a third paper, which nobody prefers, makes the first of them the winner:
#   votes for A over B and for B over A, both over C   ->   A, or B if the list begins with it
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check condorcet==0.1.1
cat >try.py <<'END'
from condorcet import CondorcetEvaluator

votes = [{"A": 1, "B": 2, "C": 3}, {"B": 1, "A": 2, "C": 3}]
for candidates in (["A", "B"], ["A", "B", "C"], ["B", "A", "C"]):
    print(candidates, CondorcetEvaluator(candidates=candidates, votes=votes).get_n_winners(1)[0])
END
cat >wanted <<'END'
['A', 'B'] []
['A', 'B', 'C'] ['A']
['B', 'A', 'C'] ['B']
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
