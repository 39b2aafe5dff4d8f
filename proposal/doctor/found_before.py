"""Whether all that a build needs is still where it was found before.

TeX takes a tenth of a second to say where files are, for which every new document would wait.
Where everything was found is kept, and as long as all of it is there, nothing is looked for.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

from proposal.caching import digest, keep, kept
from proposal.doctor.environment import Host
from proposal.doctor.examination import examine
from proposal.doctor.parts import Group, parts

_FOLDER = "parts"
_SEPARATOR = "\0"
"""What stands between two paths, in none of which it can stand itself."""


def is_as_complete_as_before(groups: Iterable[Group], host: Host) -> bool:
    """Whether the machine has every part of some groups; they are looked for if that is not known.

    What is found depends on the parts that are looked for, on where programs are looked for, and
    on the variables by which somebody tells TeX of trees and settings of one's own.
    """
    groups = tuple(groups)
    wanted = [name for part in parts(groups) for name in part.consists_of]
    settings = [f"{name}={value}" for name, value in os.environ.items() if _is_for_tex(name)]
    key = digest("found", host.search_path, os.pathsep.join(wanted), *sorted(settings))
    places = kept(_FOLDER, key)
    if places is not None and all(map(os.path.exists, os.fsdecode(places).split(_SEPARATOR))):
        return True
    examination = examine(groups, host)
    if examination.missing:
        return False
    found = [str(place) for part in examination.parts for place in part.places.values()]
    keep(_FOLDER, key, os.fsencode(_SEPARATOR.join(found)))
    return True


def _is_for_tex(name: str) -> bool:
    return name == "HOME" or name.startswith("TEX")
