#!/bin/sh
# pyrankvote 2.0.6 (PyPI), which counts elections with ranked ballots, Python 3.11.
#
# Expected: preferential_block_voting() with two seats elects two people; the library says that the last one is
# removed until as many are left as there are seats.
# Seen: who has one of two votes of exactly half of the ballots is kept, and all that are kept are elected. A
# committee of two that four people vote for gets three members where there are two camps, and so does one whose
# voters name a single person each, as ballots may:
#   Ann Bob, Ann Bob, Cid Dora, Cid Dora     three, which three of them by chance
#   Ann, Ann, Bob, Cid                       Ann, Bob, Cid
# A steering committee of four voters announces a member too many, and nobody can tell which one. The result says
# "Elected" of each and warns of nothing.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pyrankvote==2.0.6
cat >try.py <<'END'
import random

from pyrankvote import Ballot, Candidate, preferential_block_voting

for text in ("Ann Bob, Ann Bob, Cid Dora, Cid Dora", "Ann, Ann, Bob, Cid", "Ann Bob, Ann Bob, Ann Cid"):
    ballots = [ballot.split() for ballot in text.split(", ")]
    people = {name: Candidate(name) for ballot in ballots for name in ballot}
    votes = [Ballot([people[name] for name in ballot]) for ballot in ballots]
    numbers = set()
    for seed in range(20):
        random.seed(seed)
        result = preferential_block_voting(list(people.values()), votes, number_of_seats=2)
        numbers.add(len(result.get_winners()))
    print(text, "|", *numbers)
END
cat >wanted <<'END'
Ann Bob, Ann Bob, Cid Dora, Cid Dora | 3
Ann, Ann, Bob, Cid | 3
Ann Bob, Ann Bob, Ann Cid | 2
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
