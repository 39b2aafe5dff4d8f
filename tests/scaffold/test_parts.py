"""A file taken apart into the text of its keys."""

from __future__ import annotations

import pytest

from proposal.scaffold.yaml_sections import parts_of, without

FILE = """\
# yaml-language-server: $schema=edition.schema.json

# The number of the edition.
ordinal: 3
venue: wsdm-2026   # the host
abstract: |
  A text.
  # Not a comment.

topics:
  - One   # the first
  # - Two
# Who is asked:
#   everybody
contact: ada-lovelace
"""


def test_every_key_keeps_its_lines_and_the_comment_above_it() -> None:
    parts = parts_of(FILE)
    assert parts.head == (
        "# yaml-language-server: $schema=edition.schema.json\n\n# The number of the edition.\n"
    )
    assert parts.keys == {
        "ordinal": "ordinal: 3\n",
        "venue": "venue: wsdm-2026   # the host\n",
        "abstract": "abstract: |\n  A text.\n  # Not a comment.\n\n",
        "topics": "topics:\n  - One   # the first\n  # - Two\n",
        "contact": "# Who is asked:\n#   everybody\ncontact: ada-lovelace\n",
    }


def test_comments_below_the_last_key_are_not_a_part_of_it() -> None:
    parts = parts_of(f"{FILE}  # in the record\n\n# More:\n# room: Room 1\n")
    assert parts.keys["contact"].endswith("contact: ada-lovelace\n  # in the record\n")
    assert parts.foot == "\n# More:\n# room: Room 1\n"


def test_the_parts_make_the_file_again() -> None:
    parts = parts_of(FILE)
    assert parts.head + "".join(parts.keys.values()) == FILE


@pytest.mark.parametrize(
    "text", ["{ordinal: 3, venue: wsdm-2026}", "  ordinal: 3\n  venue: wsdm-2026\n"]
)
def test_a_record_in_another_shape_is_laid_out_first(text: str) -> None:
    assert parts_of(text).keys == {"ordinal": "ordinal: 3\n", "venue": "venue: wsdm-2026\n"}


@pytest.mark.parametrize(
    ("part", "rest"),
    [
        (
            "submissions:\n  # Where:\n  url: a\n  # How:\n  system: b\n",
            "submissions:\n  # How:\n  system: b\n",
        ),
        (
            "submissions:\n  system: b\n  policy: |\n    # A text\n  url: a\n",
            "submissions:\n  system: b\n  policy: |\n    # A text\n",
        ),
        ("# Papers\nsubmissions: {url: a, system: b}\n", "# Papers\nsubmissions: {system: b}\n"),
        ("submissions: {system: b}\n", "submissions: {system: b}\n"),
        ("submissions: {url: a}\n", ""),
        ("submissions:\n", ""),
        ("", ""),
    ],
)
def test_a_key_below_can_be_left_out(part: str, rest: str) -> None:
    assert without(part, "submissions", {"url"}) == rest
