#!/bin/sh
# mypy 2.4.1 with msgspec 0.23.0 (PyPI). Python 3.11.
#
# Expected: mypy refuses `dataclasses.replace`, `asdict` and `fields` for a msgspec.Struct, which is
# no dataclass, as it refuses them for any other class that is none.
# Seen: in strict mode it finds nothing, since for it whatever a decorator or base class marked as
# `dataclass_transform` makes has the attribute that tells a dataclass. All three raise TypeError
# when they run. Who moves records from dataclasses to structs hears of a forgotten import from
# users. The contrary, `msgspec.structs.replace` for a dataclass, is refused as it should be.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check mypy==2.4.1 msgspec==0.23.0
cat >records.py <<'END'
import dataclasses

from msgspec import Struct


class Talk(Struct, frozen=True):
    title: str


class Plain:
    title = ""


def attempts() -> None:
    for attempt in (
        lambda: dataclasses.replace(Talk("One"), title="Two"),
        lambda: dataclasses.asdict(Talk("One")),
        lambda: dataclasses.fields(Talk("One")),
    ):
        try:
            print(attempt())
        except TypeError as reason:
            print("TypeError:", reason)


attempts()
END
sed '$d' records.py >contrary.py
cat >>contrary.py <<'END'
from msgspec.structs import replace


@dataclasses.dataclass
class Day:
    name: str


dataclasses.replace(Plain(), title="Two")
replace(Day("Monday"), name="Tuesday")
END
{
    venv/bin/mypy --strict records.py
    venv/bin/python records.py
    venv/bin/mypy --strict contrary.py | sed 's/:[0-9]*: error:.*\[/ [/'
} >seen
cat >wanted <<'END'
Success: no issues found in 1 source file
TypeError: replace() should be called on dataclass instances
TypeError: asdict() should be called on dataclass instances
TypeError: must be called with a dataclass type or instance
contrary.py [type-var]
contrary.py [type-var]
Found 2 errors in 1 file (checked 1 source file)
END
cmp -s seen wanted || { echo "now:"; cat seen; exit 1; }
echo "as described"
