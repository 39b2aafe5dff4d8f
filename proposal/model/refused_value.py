"""What is wrong with a single value that was typed outside of the data, in one sentence."""

from __future__ import annotations

from pydantic import ValidationError


def said_of_refused(refused: ValidationError) -> str:
    """The first thing that is wrong with a value, and what to write instead, if that is known."""
    detail = refused.errors()[0]
    hint = detail.get("ctx", {}).get("hint")
    return f"{detail['msg']}; {hint}" if hint else detail["msg"]
