"""Answers with the verdict of the last time, if the question is the same.

A verdict depends on the data, the workshop's own templates, all that stands in `build/`, the
program, and the day. If all of these are what they were, so is the verdict.
"""

from __future__ import annotations

import datetime as dt
import importlib
import json
from typing import TYPE_CHECKING

from proposal.building.graph import Source
from proposal.building.request import Request
from proposal.building.sources import Sources, digest_of_folder
from proposal.caching import digest, keep, kept
from proposal.verify.verdict import Verdict, read_verdict, written_verdict

if TYPE_CHECKING:
    from proposal.building.pages import Pages
    from proposal.model.folder import Folder


def verdict_on(
    request: Request, folder: Folder | None = None, pages: Pages | None = None
) -> Verdict:
    """What is to be said of the editions that a request names.

    Args:
        request: names the editions.
        folder: the data, if they have been read already.
        pages: what the pages of all editions are to be, if they have been rendered already.

    Raises:
        UnknownEditionError: the request names an edition that does not exist.
    """
    today = dt.datetime.now(dt.UTC).date()
    key = _key(request, today)
    known = kept("verdicts", key)
    if known is not None:
        return read_verdict(json.loads(known), request.root)
    judgement = importlib.import_module("proposal.verify.judgement")  # which takes long to load
    found: Verdict = judgement.judge(request, today, folder, pages)
    if _key(request, today) == key:
        written = written_verdict(found, request.root)
        keep("verdicts", key, json.dumps(written, ensure_ascii=False).encode())
    return found


def _key(request: Request, today: dt.date) -> str:
    """The digest of all that a verdict depends on."""
    sources = Sources(request.root)
    folders = [sources.digest_of(each) for each in Source if each.is_folder]
    return digest(
        sources.digest_of(Source.PROGRAM),
        *folders,
        digest_of_folder(request.root / "build"),
        today.isoformat(),
        repr((list(request.years), request.every_edition)),
    )
