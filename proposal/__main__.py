"""`python -m proposal` is the command `proposal`."""

from proposal.cli.app import main

main()
