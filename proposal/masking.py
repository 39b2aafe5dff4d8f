"""Hides passwords and tokens that stand in addresses, wherever text is shown."""

from __future__ import annotations

import re

_SECRET = re.compile(r"(?<=://)(?P<user>[^/\s@:]*)(?P<secret>:[^/\s@]*)?(?=@)")
"""What stands between `://` and `@`: `user:token`, or a token alone."""


def masked(text: str) -> str:
    """A text in which passwords and tokens in addresses are asterisks, as many as letters.

    A name alone is shown if it can be no token: `ssh://git@example.org/`.
    """
    return _SECRET.sub(_hidden, text)


_LONGEST_NAME = 19
"""Letters of a name that is shown; tokens are longer."""


def _hidden(match: re.Match[str]) -> str:
    user, secret = match["user"], match["secret"]
    if secret is None and len(user) <= _LONGEST_NAME:
        return user
    return "*" * len(match[0])
