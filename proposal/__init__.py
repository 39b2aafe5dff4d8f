"""One source for a workshop's proposal, camera-ready, website, call for papers and calendar."""

__version__ = "0.1.0"
