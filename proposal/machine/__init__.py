"""What this machine has of the parts that the documents need, and how to get the rest."""

from __future__ import annotations

from proposal.machine.examination import Examination, Finding, examine, versions
from proposal.machine.host import Host, this_host
from proposal.machine.installation import Failure, Progress, install
from proposal.machine.managers import Order, orders
from proposal.machine.parts import Group, Part
from proposal.machine.shortage import elsewhere, lacks, listing, missing

__all__ = [
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
    "install",
    "lacks",
    "listing",
    "missing",
    "orders",
    "this_host",
    "versions",
]
