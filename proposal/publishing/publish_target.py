"""What all targets have in common: one looks at them, and then puts a website there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from proposal.diagnostics import ProposalError
from proposal.publishing.built_site import BuiltSite
from proposal.publishing.publishing_plan import PublishPlan, Standing

FULL_DISK = r"No space left on device|Disk quota exceeded"
"""What programs say where a disk is full (ENOSPC, EDQUOT)."""


class PublishError(ProposalError):
    """Publishing is not possible, or broke off; the message says what stands there now."""


class WrongTargetError(PublishError):
    """Something that was named cannot be published to."""

    exit_code = 2


class MovedError(PublishError):
    """Somebody else has published in the meantime; one has to look again."""


class PublishTarget(Protocol):
    """A place where a website can be put."""

    @property
    def name(self) -> str:
        """What it is called in messages."""
        ...

    @property
    def notes(self) -> list[str]:
        """What there is to say and to do when a website stands there."""
        ...

    def look(self, names: Iterable[str], site: BuiltSite) -> Standing:
        """Look at what stands there, in the place of some files and of what was published before.

        Raises:
            PublishError: one cannot look.
        """
        ...

    def carry_out(self, plan: PublishPlan, site: BuiltSite) -> None:
        """Put the website there, as it was planned.

        Raises:
            PublishError: it cannot be put there, or not all of it.
            MovedError: what stands there is no longer what was looked at.
        """
        ...
