"""What this machine has of the parts that the documents need, and how to get the rest."""

from __future__ import annotations

from proposal.machine.examination import Examination, Finding, examine, fonts_here, versions
from proposal.machine.host import Host, this_host
from proposal.machine.installation import Failure, Progress, install
from proposal.machine.managers import Order, orders
from proposal.machine.parts import FONT_GROUPS, Group, Part, parts
from proposal.machine.shortage import elsewhere, lacks, listing, missing

__all__ = [
    "FONT_GROUPS",
    "Examination",
    "Failure",
    "Finding",
    "Group",
    "Host",
    "Order",
    "Part",
    "Progress",
    "elsewhere",
    "examine",
    "fonts_here",
    "install",
    "lacks",
    "listing",
    "missing",
    "orders",
    "parts",
    "this_host",
    "versions",
]
