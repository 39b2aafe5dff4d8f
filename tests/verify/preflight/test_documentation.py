"""The page on preflight tells of every finding."""

from __future__ import annotations

import re

from tests.workspace import ROOT

CODE = re.compile(r"""(?:error|warning|tell|Severity\.NOTE,)\(?\s*"([a-z0-9]+(?:-[a-z0-9]+)*)",""")


def test_every_code_is_explained() -> None:
    sources = (ROOT / "proposal" / "verify" / "preflight").glob("*.py")
    codes = {code for file in sources for code in CODE.findall(file.read_text(encoding="utf-8"))}
    page = (ROOT / "docs" / "preflight.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"^\| `([a-z0-9-]+)` \|", page, re.MULTILINE))
    assert codes == explained
