"""What this machine has of the parts that the documents need, and how to get the rest."""

from __future__ import annotations

from proposal.doctor.environment import Host, this_host
from proposal.doctor.examination import Examination, ExaminedPart, examine, fonts_here, versions
from proposal.doctor.managers import Order, orders
from proposal.doctor.package_installation import Failure, Progress, install
from proposal.doctor.parts import FONT_GROUPS, LANGUAGE_GROUPS, Group, Part, parts
from proposal.doctor.shortage import elsewhere, expect_tex, lacks, missing, short_listing, way_to

__all__ = [
    "FONT_GROUPS",
    "LANGUAGE_GROUPS",
    "Examination",
    "ExaminedPart",
    "Failure",
    "Group",
    "Host",
    "Order",
    "Part",
    "Progress",
    "elsewhere",
    "examine",
    "expect_tex",
    "fonts_here",
    "install",
    "lacks",
    "missing",
    "orders",
    "parts",
    "short_listing",
    "this_host",
    "versions",
    "way_to",
]
