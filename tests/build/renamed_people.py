"""People and titles of other letters."""

from __future__ import annotations

import re

from tests.workspace import Workspace

TITLE = "A “Quoted” Title: Pre–Post 100% R&D, and So on…"


NAMES = {
    "narges-tabari": "Łukasz Wąż-Żółć",
    "aniket-deshmukh": "Jiří Dvořáček",
    "wang-cheng-kang": "İpek Gülşen Işıkoğlu",
    "hamed-zamani": "Nguyễn Thị Hồng Đặng",
    "rashmi-gangadharaiah": "Ștefan Țurcanu",
    "julian-mcauley": "Þórður Guðmundsson",
    "george-karypis": "Åsa Öström",
}


def rename(workspace: Workspace, *people: str) -> None:
    for person in people:
        text = (workspace.data / f"people/{person}.yaml").read_text(encoding="utf-8")
        found = re.search(r"(?m)^name: .*$", text)
        assert found is not None
        workspace.replace(f"people/{person}.yaml", f"{found[0]}\n", f"name: {NAMES[person]}\n")
