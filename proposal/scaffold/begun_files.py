"""Writes data files for somebody who fills them in: one key a line, with comments and examples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from proposal.diagnostics import listing
from proposal.model.data_writer import dump, styled
from proposal.model.deadline_kinds import DEADLINE_NAMES
from proposal.model.reference.schema_line import schema_line

_BEGUN_DATES = frozenset({"submission", "notification"})
"""The deadlines that a begun edition has."""
_OTHER_DATES = tuple(name for name in DEADLINE_NAMES if name not in _BEGUN_DATES)


class Comments(Struct, frozen=True):
    """What the comments of a begun file say."""

    schema: str
    """The name of the file's schema, as `edition`."""
    head: str
    """What the file is, in a line or two."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """By key: what stands above it, with examples."""
    tail: str = ""
    """What stands at the end: examples of what the file lacks."""


def begun(value: Any, file: Path, root: Path, comments: Comments) -> str:
    """The text of a data file with one key a line, and with comments.

    Args:
        value: the record or the list.
        file: where it will stand.
        root: the folder that holds `data/`.
        comments: what its comments say.
    """
    lines = [schema_line(comments.schema, file, root), *_commented(comments.head), ""]
    for number, line in enumerate(dump(in_blocks(value)).splitlines()):
        key = line.partition(":")[0]
        if key in comments.keys:
            lines += [*([""] if number else []), *_commented(comments.keys[key])]
        lines.append(line)
    tail = ["", *_commented(comments.tail)] if comments.tail else []
    return "\n".join([*lines, *tail]) + "\n"


def in_blocks(value: Any, key: str = "") -> Any:
    """A plain value with one key and one item a line; a list without items stays on its line."""
    if isinstance(value, Mapping):
        return CommentedMap((name, in_blocks(part, name)) for name, part in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        items = CommentedSeq(in_blocks(part, key) for part in value)
        if not items:
            items.fa.set_flow_style()
        return items
    return styled(value, key)


def _commented(text: str) -> list[str]:
    return [f"# {line}".rstrip() for line in text.splitlines()]


WORKSHOP = Comments(
    "workshop",
    "The series of workshops: what stays the same from year to year.",
    {
        "name": 'Without a number: an edition makes "First Workshop on …" of it.',
        "current": "The edition that commands take when none is named.",
    },
    """\
More that you may say, without the `#`:
url: https://example.org/
language: de
accent: "#0b5fa5"
look: paper
publish:
  branch: gh-pages
""",
)
PERSON = Comments(
    "person",
    """\
One person. The name of this file without `.yaml` is the person's id, by which all other files
name them. Copy the file for each organizer and speaker.""",
    {
        "email": "Printed in the PDFs; the website shows only that of the contact.",
        "affiliations": "The posts, the oldest first; `since: 2024-09` tells when one began.",
        "bio": "A text of several lines stands below `bio: |`, two spaces further right.",
    },
    """\
More that you may say, without the `#`:
photo: ada-lovelace.jpg
links:
  homepage: https://example.org/
  orcid: 0000-0002-1825-0097
""",
)
VENUE = Comments(
    "venue",
    "The host conference of one year.",
    {
        "acronym": "As the conference writes it with its year.",
        "start": "Its first and its last day.",
        "city": "A conference that takes place online has neither city nor country.",
        "zone": "The time zone of all hours of the workshop, by its place: Europe/Madrid.",
        "tentative": "Days and place are not certain yet. Delete the line when they are.",
    },
    """\
More that you may say, without the `#`:
site: The Building
url: https://example.org/
""",
)
PLACE = Comments(
    "venue",
    "The place of the workshop, which is held beside no conference.",
    {
        "city": "What takes place online has neither city nor country.",
        "zone": "The time zone of all hours of the workshop, by its place: Europe/Madrid.",
        "tentative": "The place is not certain yet. Delete the line when it is.",
    },
    """\
More that you may say, without the `#`:
host: University of Somewhere
site: The Building
address: 1 Example Street
url: https://example.org/
""",
)
EDITION = Comments(
    "edition",
    """\
One edition of the workshop. Put a text between quotes if it holds `: ` or ` #`, or begins with a
sign: "Care: A Panel". `tentative: true` marks what is not certain yet.""",
    {
        "ordinal": '1 makes "First Workshop on …"; uncounted makes "Workshop on …".',
        "venue": "The name of a file in data/venues/, without `.yaml`.",
        "when": """\
The day, or a list of several:
  - {date: 2027-07-01, start: 9:00, end: 17:00}
  - {date: 2027-07-02, start: 9:00, end: 12:30}""",
        "organizers": "The ids of persons (files in data/people/), in the order of authors.",
        "abstract": "A text of several lines stands below `abstract: |`, two spaces further right.",
        "speakers": """\
Keynotes, talks and panelists. Delete the brackets, and write below the key:
  - person: ada-lovelace
    role: keynote
    status: invited
    title: "Engines: A Talk"
The role is keynote, talk or panelist; the status is invited, confirmed or declined.""",
        "dates": f"""\
AoE means anywhere on Earth. `was: [2027-05-01]` keeps a day that was extended. Other usual names
are {listing(_OTHER_DATES)}; one of your own needs a label:
  challenge: {{date: 2027-03-01, label: Data of the challenge are out, opens: true}}""",
        "committee": """\
The program committee. Delete the brackets, and write below the key:
  - Ada Lovelace (University of Somewhere)""",
        "documents": "The PDFs; the text is a Markdown file in this folder.",
    },
    """\
More that you may say, without the `#`:
room: Room 114
attendance: hybrid
join: https://example.org/meeting
news:
  - date: 2027-03-01
    text: The call is out.
submissions:              # none, if there is no call for papers
  url: https://example.org/submit
  pages:
    max: 8
  review: double-blind
  tracks:
    - name: Short papers
      pages:
        max: 4
sponsors:
  - name: A Company
    level: Gold
    url: https://example.org/
""",
)
PROGRAM = Comments(
    "program",
    """\
The schedule. The hours are those of the place. A talk of a speaker, and papers, are named by their
ids, so that no title is typed twice:
- start: 9:10
  end: 10:00
  talk: ada-lovelace
- start: 10:30
  end: 11:30
  kind: papers
  title: "Session 1: Engines"
  papers: [short-title]
Sessions at the same time say where each is; those of several days say `day: 2`:
- start: 14:00
  end: 15:00
  title: "Session 2A: Looms"
  track: A
  room: Room 1
  chair: Charles Babbage (An Institute)""",
)
PAPERS = Comments(
    "papers",
    """\
The accepted papers. Delete the brackets, and write:
- id: short-title
  title: "Engines: A Paper"
  authors:
    - Ada Lovelace (University of Somewhere)
    - Charles Babbage (An Institute)""",
)
