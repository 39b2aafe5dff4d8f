"""A picture for which a build makes no pages is reported by `check` in the same words before it."""

from __future__ import annotations

import re

import pytest

from tests.site.sites import changed
from tests.workspace import Workspace

EDITION = "editions/2027/edition.yaml"
PICTURES = [
    ("people/photos/ada-lovelace.jpg", "people/ada-lovelace.yaml", "photo: ada-lovelace.jpg\n"),
    ("site/pictures/harbour.jpg", "", ""),
    ("site/pictures/engines.svg", "", ""),
    ("sponsors/works.svg", "", ""),
    (
        "editions/2027/photos/group.jpg",
        EDITION,
        "photos: [{file: group.jpg, alt: Thirty people on steps}]\n",
    ),
]

REPORTED = re.compile(r"^\S+: error: .*\[not-a-picture\]\n.*\n.*\n.*", re.MULTILINE)
"""What is said of such a picture, with the line that names it and what to do."""


@pytest.mark.parametrize(("file", "record", "line"), PICTURES)
def test_check_reports_a_damaged_picture_as_a_build_does(
    engines: Workspace, file: str, record: str, line: str
) -> None:
    with changed(engines, EDITION) as edition:
        del edition["documents"]  # which the website would have set, and which show none of them
    engines.write(file, "\N{REPLACEMENT CHARACTER}")
    if line and line not in (engines.data / record).read_text(encoding="utf-8"):
        engines.append(record, line)
    reported = []
    for command in (["check", "2027"], ["build", "2027", "--only", "site"], ["check", "2027"]):
        finished = engines.run(*command)
        assert finished.code == 1, finished.output
        shown = finished.output + finished.errors
        reported.append(
            re.findall(r"^\S+: error: .*\[not-a-picture\]\n.*\n.*\n.*", shown, re.MULTILINE)
        )
    assert len(reported[0]) == 1
    assert reported[0] == reported[1] == reported[2]
