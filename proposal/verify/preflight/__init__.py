"""Will production take this PDF? Looks at a finished file as a publisher's own check does."""

from proposal.verify.preflight.expected import Conference, Expected, expected_of
from proposal.verify.preflight.run import preflight

__all__ = ["Conference", "Expected", "expected_of", "preflight"]
