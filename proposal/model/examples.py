"""Examples of keys as somebody types them into a YAML file."""

from __future__ import annotations

import json
import re
from typing import Any

_NEEDS_QUOTES = re.compile(r"^[-?:,\[\]{}#&*!|>'\"%@`\s]|[,\[\]{}]|[:?](\s|$)|\s#|\s$|^$")
"""What YAML would not read as the same text without quotes, within a record on one line, too:
`#0b5fa5`, `Search, Rank`, `Care: A Panel`, `12 #1`,
`Why?`."""


def in_yaml(example: Any) -> str:
    """An example of the schema on one line of YAML, with quotes only where YAML needs them."""
    if isinstance(example, bool):
        return "true" if example else "false"
    if isinstance(example, list):
        return f"[{', '.join(map(in_yaml, example))}]"
    if isinstance(example, dict):
        return f"{{{', '.join(f'{key}: {in_yaml(value)}' for key, value in example.items())}}}"
    text = str(example)
    return json.dumps(text, ensure_ascii=False) if _NEEDS_QUOTES.search(text) else text
