"""The texts that are sent and pasted: the call for papers, and the papers as BibTeX."""
