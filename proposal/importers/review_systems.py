"""The systems to which papers are submitted, by the hosts of their addresses."""

from __future__ import annotations

from proposal.source.web_address import split_address

_SYSTEMS = {
    "openreview.net": "OpenReview",
    "easychair.org": "EasyChair",
    "cmt3.research.microsoft.com": "CMT",
    "cmt.research.microsoft.com": "CMT",
    "softconf.com": "Softconf",
    "hotcrp.com": "HotCRP",
    "papercept.net": "PaperCept",
    "edas.info": "EDAS",
    "conftool.net": "ConfTool",
    "conftool.com": "ConfTool",
    "conftool.org": "ConfTool",
    "precisionconference.com": "PCS",
}
"""The names of systems by how their hosts end: `engines26.hotcrp.com`."""


def review_system_of(address: str) -> str:
    """The name of the system to which an address leads; empty for any other address."""
    parts = split_address(address)
    host = (parts.hostname if parts is not None else None) or ""
    return next((name for end, name in _SYSTEMS.items() if host.endswith(end)), "")
