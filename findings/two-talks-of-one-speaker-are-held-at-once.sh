#!/bin/sh
# conference-scheduler 3.0.1, which was made for PyCon UK (PyPI), with PuLP 2.9.0 and numpy 1.26.4,
# Python 3.11.
#
# Expected: two talks are not put into slots of the same time where one of the two has the other one in its
# unavailability (the tutorial says it once for a pair), or where they share a tag. With nothing but two slots at
# nine o'clock there is no such programme, and an error says so.
# Seen: there is one, with both talks at nine. A pair is looked at from the side of a talk only if that talk
# itself has something in its unavailability, so that the order of rooms decides, and a tag alone does nothing. A
# slot of last year, which is in nobody's way, is enough to have the rule kept.
# Slots from 9:00 to 10:00 and from 9:30 to 10:30 are not at the same time at all, not in one room either: only
# a slot that lies within the other one counts. is_valid_schedule(), which is to check a programme, finds each
# of them good.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check conference-scheduler==3.0.1 pulp==2.9.0 numpy==1.26.4
cat >try.py <<'END'
from datetime import datetime

import pulp
from conference_scheduler import scheduler
from conference_scheduler.resources import Event, Slot
from conference_scheduler.validator import is_valid_schedule

silent = pulp.PULP_CBC_CMD(msg=False)


def slot(room, hour, minute, year=2027):
    start = datetime(year, 9, 14, hour, minute)
    return Slot(venue=room, starts_at=start, duration=60, capacity=50, session="morning")


def plan(name, first, second, slots):
    first, second = Event("First", 60, 10, **first), Event("Second", 60, 10, **second)
    if "tags" not in name:
        first.add_unavailability(second)
    events = [first, second]
    try:
        schedule = list(scheduler.schedule(events, slots, solver=silent))
    except ValueError as error:
        print(name, error)
    else:
        hours = sorted(item.slot.starts_at.strftime("%H:%M") for item in schedule)
        print(name, *hours, is_valid_schedule(schedule, events, slots))


def past():
    return {"unavailability": [slot("Hall", 9, 0, year=2026)]}


nine = [slot("Hall", 9, 0), slot("Attic", 9, 0)]
plan("not both", {}, {}, nine)
plan("not both, with last year", past(), past(), nine)
plan("tags", {"tags": ["Ann"]}, {"tags": ["Ann"]}, nine)
plan("tags, with last year", {"tags": ["Ann"]} | past(), {"tags": ["Ann"]} | past(), nine)
plan("halves, with last year", past(), past(), [slot("Hall", 9, 0), slot("Hall", 9, 30)])
END
cat >wanted <<'END'
not both 09:00 09:00 True
not both, with last year No valid solution found
tags 09:00 09:00 True
tags, with last year No valid solution found
halves, with last year 09:00 09:30 True
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
