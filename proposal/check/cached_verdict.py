"""Answers with the verdict of the last time, if the question is the same.

A verdict depends on the data, the workshop's own templates, all that stands in `build/`, the
program, and the day. If all of these are what they were, so is the verdict.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from proposal.build.graph import Source
from proposal.build.request import Request, Step
from proposal.build.source_fingerprints import Sources, digest_of_folder
from proposal.caching import digest, keep, kept
from proposal.check.verdict import Verdict, read_verdict, written_verdict

if TYPE_CHECKING:
    from proposal.build.pages import Pages
    from proposal.check.run import JudgedData
    from proposal.model.folder import Folder


def _this_hour() -> dt.datetime:
    return dt.datetime.now(dt.UTC).replace(minute=0, second=0, microsecond=0)


@dataclass(slots=True)
class Question:
    """What is to be said of the editions that a request names?"""

    request: Request
    now: dt.datetime = field(default_factory=_this_hour)
    """When it is asked, to the hour that has begun: days end at full hours nearly everywhere."""
    _data: JudgedData | None = None

    def look_ahead(self, folder: Folder) -> None:
        """Judge the data, while what is made of them is not finished yet.

        Raises:
            UnknownEditionError: the request names an edition that does not exist.
        """
        if self._data is None:
            from proposal.check.run import judge_data  # noqa: PLC0415 - slow to load

            self._data = judge_data(folder, self.request, self.now)

    def look_at(self, step: Step) -> None:
        """Look at a PDF as soon as it is there, while the website's picture of it is drawn."""
        if step.pdf is not None and self._data is not None:
            from proposal.check.run import look_ahead  # noqa: PLC0415 - slow to load

            look_ahead(self._data, self.request.root / step.artefact, step.pdf)

    def verdict(self, folder: Folder | None = None, pages: Pages | None = None) -> Verdict:
        """The verdict, as it was kept or as it is found now.

        Args:
            folder: the data, if they have been read already.
            pages: what the pages of all editions are to be, if they have been rendered already.

        Raises:
            UnknownEditionError: the request names an edition that does not exist.
        """
        key = self._key()
        known = kept("verdicts", key)
        if known is not None:
            return read_verdict(json.loads(known), self.request.root)
        from proposal.check.run import judge, judge_data  # noqa: PLC0415 - slow to load

        data = self._data or judge_data(folder, self.request, self.now)
        found = judge(data, pages)
        if self._key() == key:
            written = written_verdict(found, self.request.root)
            keep("verdicts", key, json.dumps(written).encode("ascii"))
        return found

    def _key(self) -> str:
        """The digest of all that the verdict depends on."""
        request = self.request
        sources = Sources(request.root)
        folders = [sources.digest_of(each) for each in Source if each.is_folder]
        return digest(
            sources.digest_of(Source.PROGRAM),
            *folders,
            digest_of_folder(request.root / "build"),
            self.now.isoformat(),
            repr((list(request.years), request.every_edition)),
        )
