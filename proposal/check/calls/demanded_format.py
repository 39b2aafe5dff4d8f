"""Compares the format of a document with the one that the call names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from proposal.check.calls.answering_facts import DemandContext
from proposal.check.calls.call_result import SETTING, CallAnswer
from proposal.model.document_format import DocumentFormat

_ACMS = [name for name in get_args(DocumentFormat) if name != "article"]
_NAMED = re.compile(rf"\b(?:{'|'.join(_ACMS)})\b")
"""A format of acmart in a call's words: "ACM sigconf, two columns"."""


def format_of_call(context: DemandContext, *, is_built: bool) -> Iterator[CallAnswer]:
    """A row if the document is set in another format than the call names; else there is none."""
    wanted = context.asked.demands.format or ""
    named = _NAMED.findall(wanted)
    document = context.document
    if not named or document.format in named:
        return
    yield CallAnswer(
        document=document.name,
        demand=SETTING,
        label=wanted,
        source=context.asked.source,
        says=None,
        is_met=False,
        by="",
        is_section=False,
        page=None,
        is_built=is_built,
        missing=f"the format is {document.format}",
        hint=f"write `format: {named[0]}` for the document in edition.yaml",
        span=document.span,
    )
