"""The verdict on some editions, as it was kept if nothing has changed since.

A verdict depends on the data, the workshop's own templates, all that stands in `build/`, the
program, veraPDF, and the day. If all of these are what they were, so is the verdict.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

from msgspec import Struct, field

from proposal.build.fingerprints import Fingerprints
from proposal.build.graph import Source
from proposal.build.request import BuildReport, Request, Step
from proposal.caching import digest, keep, kept
from proposal.check.verapdf_program import FAILED, verapdf_identity
from proposal.check.verdict import Verdict, read_verdict, written_verdict

if TYPE_CHECKING:
    from proposal.build.outputs import Outputs
    from proposal.check.run import Check
    from proposal.project import Project


def _this_hour() -> dt.datetime:
    return dt.datetime.now(dt.UTC).replace(minute=0, second=0, microsecond=0)


class CachedVerdict(Struct):
    """The verdict on the editions that a request names, found while a build makes them."""

    request: Request
    now: dt.datetime = field(default_factory=_this_hour)
    """When it is asked, to the hour that has begun: days end at full hours nearly everywhere."""
    _check: Check | None = None

    def check_data(self, project: Project, outputs: Outputs) -> None:
        """Check the data, while what is made of them is not finished yet.

        Raises:
            UnknownEditionError: the request names an edition that does not exist.
        """
        if self._check is None:
            from proposal.check.run import start_check  # noqa: PLC0415 - slow to load

            edition_ids = project.chosen_ids(
                self.request.edition_ids, every=self.request.every_edition
            )
            self._check = start_check(project, outputs, edition_ids, self.now)

    def check_pdf(self, step: Step) -> None:
        """Check a PDF as soon as it is there, while the website's picture of it is drawn."""
        if step.pdf is not None and self._check is not None:
            self._check.check_ahead(self.request.root / step.artefact, step.pdf)

    def verdict(self, report: BuildReport | None = None) -> Verdict:
        """The verdict, as it was kept or as it is found now.

        Args:
            report: what came of a build of the same request, if there was one.

        Raises:
            UnknownEditionError: the request names an edition that does not exist.
        """
        found = report.fingerprints if report else None
        key = self._key(found or Fingerprints(self.request.root))
        known = kept("verdicts", key)
        if known is not None:
            return read_verdict(json.loads(known), self.request.root)
        verdict = self._found(report)
        failed = any(found.code == FAILED for found in verdict.diagnostics)  # the next may not
        after = Fingerprints(self.request.root)
        if self._key(after) == key and not failed:
            written = written_verdict(verdict, self.request.root)
            keep("verdicts", key, json.dumps(written).encode("ascii"))
        return verdict

    def _found(self, report: BuildReport | None) -> Verdict:
        if report and report.project and report.outputs and report.outputs.pages:
            self.check_data(report.project, report.outputs)
            if self._check is not None:
                return self._check.verdict(report.outputs.pages)
        from proposal.check.run import check_from_files  # noqa: PLC0415 - slow to load

        return check_from_files(self.request, self.now)

    def _key(self, now: Fingerprints) -> str:
        """The digest of all that the verdict depends on."""
        request = self.request
        return digest(
            now.digest_of(Source.PROGRAM),
            *now.folders(),
            now.digest_of_outputs(),
            verapdf_identity(),
            self.now.isoformat(),
            repr((list(request.edition_ids), request.every_edition)),
        )
