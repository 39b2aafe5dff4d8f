"""Resolves how papers are sent in."""

from __future__ import annotations

from proposal.edition.marked_values import Estimate
from proposal.edition.prose_value import as_prose
from proposal.edition.submission_terms import Pages, Submissions
from proposal.model.submissions_record import PageRange, SubmissionsRecord


def submissions_of(source: SubmissionsRecord) -> Submissions:
    """How papers are sent in, with all that is tentative marked."""
    return Submissions(
        url=source.url,
        system=source.system,
        pages=_pages(source.pages, is_tentative=source.tentative) if source.pages else None,
        excludes=tuple(source.excludes),
        review=source.review,
        archival=source.archival,
        policy=as_prose(source.policy) if source.policy else None,
        is_tentative=source.tentative,
        template=source.template,
    )


def _pages(source: PageRange, *, is_tentative: bool) -> Pages:
    least = source.min
    return Pages(
        None if least is None else Estimate(least, is_tentative=is_tentative),
        Estimate(source.max, is_tentative=is_tentative),
    )
