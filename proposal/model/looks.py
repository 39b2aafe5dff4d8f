"""The looks of the website, of which a workshop chooses one."""

from __future__ import annotations

from typing import Literal, get_args

Look = Literal["band", "paper", "poster"]
"""A band of the workshop's colour; a printed page with serifs; large letters and shapes."""

LOOKS: tuple[Look, ...] = get_args(Look)
"""All looks, the usual one first."""
