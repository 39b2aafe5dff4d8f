"""What ssh says when it cannot log in, and what to do about it."""

from __future__ import annotations

import re

from proposal.masking import masked

_SENTENCES = (
    (
        r"REMOTE HOST IDENTIFICATION HAS CHANGED",
        (
            "the key of {place} is another one than the last time, so that it may be somebody "
            "else's machine. Ask its administrators; if they say that the key is new, type "
            "`ssh-keygen -R HOST` with its name, and log in once by ssh"
        ),
    ),
    (
        r"Host key verification failed",
        (
            "the key of {place} is not known here; log in once by ssh, and compare the key that it "
            "shows with the one that its administrators name"
        ),
    ),
    (
        r"Permission denied \((?:publickey|password|keyboard|gssapi|hostbased)",
        (
            "{place} does not let you in; log in once by ssh to see why. Without a terminal, "
            "a key is needed that `ssh-add -l` lists or `~/.ssh/config` names"
        ),
    ),
    (
        r"Could not resolve hostname",
        (
            "there is no machine of that name: {place}; look for a slip in typing, and whether "
            "the network is there"
        ),
    ),
    (
        r"ssh: connect to host .*(?:refused|timed out|unreachable|No route)",
        (
            "{place} does not answer; is the network there, or a VPN needed? "
            "Another port stands in `~/.ssh/config`"
        ),
    ),
    (r"cannot run ssh|ssh: not found|exec ssh: No such file", "this machine lacks ssh"),
)
"""What ssh says, as in "Host key verification failed.", and what that means."""


def ssh_refusal(text: str, place: str) -> str | None:
    """Why ssh could not log in, in a sentence; nothing if it was not ssh that failed.

    Args:
        text: what was printed.
        place: what was to be reached.
    """
    for pattern, sentence in _SENTENCES:
        if re.search(pattern, text):
            return sentence.replace("{place}", masked(place))
    return None
