"""Keeps the answers of a dialogue that was broken off, for the next time that it is begun.

They lie in the user's cache folder under the digest of the workshop's folder, which need not exist
yet, and are forgotten when the workshop is written.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from pathlib import Path

from proposal.caching import cache_folder, digest, keep, kept

_NAME = "answers"


def keep_answers(root: Path, answers: Mapping[str, str]) -> bool:
    """Keep the answers so far.

    Args:
        root: the folder of the workshop to come.
        answers: the answers by the keys of their questions.

    Returns:
        Whether they are kept; a cache folder may be read-only.
    """
    content = json.dumps(dict(answers), ensure_ascii=False).encode()
    keep(_NAME, _key(root), content)
    return kept(_NAME, _key(root)) == content


def kept_answers(root: Path) -> dict[str, str]:
    """The answers of a dialogue about this folder that was broken off; none if there was none."""
    try:
        answers = json.loads(kept(_NAME, _key(root)) or b"{}")
    except ValueError:
        return {}
    return {str(key): str(answer) for key, answer in answers.items()}


def forget_answers(root: Path) -> None:
    """Forget the answers, which stand in the workshop's files now."""
    with contextlib.suppress(OSError):
        (cache_folder() / _NAME / _key(root)).unlink(missing_ok=True)


def _key(root: Path) -> str:
    return digest(str(root))
