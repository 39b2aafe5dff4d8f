"""What the data have told of a place is not told again, nor at the page that is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.audit.with_data.conftest import Compare, messages_of
from tests.audit.with_data.printed_pages import printed

PAGE = """\
---
title: "GenAIRecP 2026"
permalink: /{name}/
---

# Third Workshop on Generative AI for Recommender Systems and Personalization

GenAIRecP 2026, February 26, 2026, Boise, Idaho, USA, WSDM 2026

- Submission deadline: {deadline}
- Author notification: December 18, 2025
"""


@pytest.mark.parametrize(
    ("name", "order"),
    [
        *(("line 10.md", order) for order in ("wrong first", "right first", "folder")),
        *((name, "wrong first") for name in ("call.md", "call page.md", "10.md")),
        *((name, "folder") for name in ("call:11:24.md", "call, page 1.md", "“call” (2).md")),
    ],
)
def test_a_wrong_deadline_is_reported_once_whatever_the_files_are_called(
    compare: Compare, tmp_path: Path, name: str, order: str
) -> None:
    wrong, right = tmp_path / name, tmp_path / f"right {name}"
    wrong.write_text(PAGE.format(name="call", deadline="November 30, 2025"), encoding="utf-8")
    right.write_text(PAGE.format(name="index", deadline="November 28, 2025"), encoding="utf-8")
    orders = {"wrong first": [wrong, right], "right first": [right, wrong], "folder": [tmp_path]}
    (diagnostic,) = compare(*orders[order]).diagnostics
    assert diagnostic.code == "different-fact", messages_of([diagnostic])
    assert diagnostic.span is not None
    assert (diagnostic.span.file, diagnostic.span.line) == (wrong, 10)


def test_what_pages_say_in_two_ways_is_reported_where_the_data_are_silent(
    compare: Compare, tmp_path: Path
) -> None:
    for name, institution in (("one", "University of Oslo"), ("two", "University of Bergen")):
        page = PAGE.format(name=name, deadline="November 28, 2025")
        text = f"{page}\n## Reviewers\n\n- Ingrid Aune ({institution})\n"
        (tmp_path / f"page {name}.md").write_text(text, encoding="utf-8")
    (diagnostic,) = compare(tmp_path).diagnostics
    assert diagnostic.code == "affiliation-differs", messages_of([diagnostic])


def test_what_is_wrong_in_a_pdf_is_not_reported_at_the_page_that_is_right(
    compare: Compare, tmp_path: Path
) -> None:
    change = ("University of Massachusetts Amherst", "University of Vermont")
    pdf = printed(tmp_path, change)
    page = tmp_path / "GenAIRecP2024.md"
    page.write_text(
        "# First Workshop on Generative AI for Recommender Systems and Personalization\n\n"
        "August 25, 2024, Barcelona, Spain\n\n## Organizers\n\n"
        "- Hamed Zamani (University of Massachusetts Amherst)\n",
        encoding="utf-8",
    )
    for paths in ([pdf, page], [page, pdf]):
        diagnostics = compare(*paths, year="2024").diagnostics
        assert [diagnostic.code for diagnostic in diagnostics] == ["different-fact"], messages_of(
            diagnostics
        )
        assert f"{pdf}, page 1: it says “University of Vermont”" in diagnostics[0].message
