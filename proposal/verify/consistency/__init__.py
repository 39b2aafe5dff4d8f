"""Do artefacts that somebody made by hand agree with each other, and each with itself?"""

from proposal.verify.consistency.comparing import disagreements

__all__ = ["disagreements"]
