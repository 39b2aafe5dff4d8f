"""Do artefacts that somebody made by hand agree with each other, and each with itself?"""

from proposal.audit.with_each_other.conflicts import disagreements

__all__ = ["disagreements"]
