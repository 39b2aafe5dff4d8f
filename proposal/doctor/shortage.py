"""What to tell somebody whose machine lacks parts, and what they can type to get them."""

from __future__ import annotations

import sys
from collections.abc import Collection, Sequence

from proposal.diagnostics import Diagnostic, MachineError, error, first_few, listing
from proposal.doctor.environment import Host, this_host
from proposal.doctor.examination import examine
from proposal.doctor.found_before import is_as_complete_as_before
from proposal.doctor.managers import TLMGR, orders
from proposal.doctor.parts import Group, Part

HOMEBREW = "https://brew.sh"
TEX_LIVE = "https://tug.org/texlive"
NAMED = 3
"""How many missing things a sentence names before it counts the rest."""


def missing(*groups: Group, host: Host | None = None) -> tuple[Part, ...]:
    """The parts of some groups that the machine lacks; quick enough to ask before a build."""
    examination = examine(groups, host or this_host())
    return tuple(examined.part for examined in examination.missing)


def lacks(*groups: Group, host: Host | None = None) -> list[Diagnostic]:
    """One diagnostic if the machine lacks parts of some groups, with what to type for all."""
    host = host or this_host()
    parts = missing(*groups, host=host)
    if not parts:
        return []
    purpose = f", needed for {parts[0].purpose}" if len(parts) == 1 else ""
    message = f"this machine lacks {short_listing([part.name for part in parts])}{purpose}"
    return [error("missing-part", message, hint=way_to(parts, host))]


def way_to(parts: Sequence[Part], host: Host) -> str:
    """What to type on a machine to get some parts, and where to get those that it has none of."""
    made, homeless = orders(parts, host)
    ways = [f"type: {' && '.join(order.typed for order in made)}"] if made else []
    return "; ".join([*ways, *elsewhere(homeless)])


def expect_tex(engines: Collection[str], *others: Group) -> None:
    """Make sure that TeX is here before it is needed.

    Args:
        engines: the programs by which documents are set; nothing is needed without any.
        others: what is needed beside them.

    Raises:
        MachineError: something is not here; the message says how to get it.
    """
    if not engines:
        return
    scripts = [Group.SCRIPTS] if "lualatex" in engines else []
    groups = (Group.DOCUMENTS, *others, *scripts)
    host = this_host()
    if is_as_complete_as_before(groups, host):
        return
    lacking = lacks(*groups, host=host)
    if lacking:
        raise MachineError(f"{lacking[0].message}\n{lacking[0].hint}")


def elsewhere(parts: Sequence[Part], *, is_mac: bool = sys.platform == "darwin") -> list[str]:
    """How to get parts that no package manager of the machine has."""
    if is_mac and parts:
        brought = short_listing([part.name for part in parts])
        return [f"install Homebrew from {HOMEBREW}, which brings {brought}, and type this again"]
    of_tex = [part.name for part in parts if TLMGR.name in part.packages]
    others = [part.name for part in parts if TLMGR.name not in part.packages]
    ways = (
        [f"install TeX Live from {TEX_LIVE}, which brings {short_listing(of_tex)}"]
        if of_tex
        else []
    )
    return [*ways, *(f"install {name} as your system's packages come" for name in others)]


def short_listing(names: Sequence[str]) -> str:
    """Names as a sentence lists them, the first few by name and the rest by number."""
    if len(names) > NAMED + 1:
        return first_few(names, NAMED)
    return listing(names)
