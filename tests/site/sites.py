"""The websites that the tests open: the real workshop's, and one with all that data may say."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from PIL import Image

from proposal.diagnostics import has_errors
from proposal.edition.edition import Edition
from proposal.project import Project
from tests.workspace import REAL_WORKSHOP, Workspace

YEARS = sorted(folder.name for folder in (REAL_WORKSHOP / "data" / "editions").iterdir())
"""The years of the real workshop's editions."""

PAGES = [
    "",
    "editions/",
    "404.html",
    *(f"{year}/" for year in YEARS),
    *(f"{year}/call-for-papers/" for year in YEARS),
    "2026/papers/",
    "2026/papers/agp/",
]
"""The pages of the website by their paths; of those of papers, which are alike, one."""

_PAPERS = REAL_WORKSHOP / "data" / "editions" / "2026" / "papers.yaml"
EVERY_PAGE = sorted(
    {*PAGES, *(f"2026/papers/{paper['id']}/" for paper in yaml.safe_load(_PAPERS.read_bytes()))}
)
"""All pages of the website by their paths."""

OWN_PAGES = ["2026/questions/", "conduct/"]
"""Pages that organizers wrote, on the website with all that data may say."""

HOSTILE = (
    "<script>alert(1)</script> [x](javascript:alert(2)) <img src=x onerror=alert(3)> "
    '{{ site.data }} {% raw %} " onmouseover="alert(4) \' &lt;b&gt;'
)
"""What nobody should write, and what a page has to show as it is written."""

LONG = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 2
"""A word that is wider than a phone."""


RICH_PROSE = f"""
# A heading

| A | wide | table |
|---|:-:|--:|
| {LONG} | of | {LONG} |

```
{LONG} {LONG}
```

> See <https://example.org/> and *this*.

{{{{ organizers }}}}

{{{{ schedule }}}}

{{{{ papers }}}}
"""


@dataclass(frozen=True, slots=True)
class Site:
    """A website that is being served, and the data that it was made of."""

    workspace: Workspace
    address: str
    """Where it is served, with a slash at its end."""

    @property
    def folder(self) -> Path:
        return folder_of(self.workspace)

    def edition(self, year: str) -> Edition:
        return _project(self.workspace).editions[year]


@cache
def _project(workspace: Workspace) -> Project:
    """The data of a website, which are read once for all of its editions."""
    project = workspace.load()
    diagnostics = project.diagnostics_of(project.editions)
    assert not has_errors(diagnostics), diagnostics
    return project


def folder_of(workspace: Workspace) -> Path:
    """Where a workspace's website is."""
    return workspace.root / "build" / "site"


def build_site(workspace: Workspace) -> Path:
    """Make the website of a workspace, and nothing else."""
    finished = workspace.run("build", "--all", "--only", "site")
    assert finished.code == 0, finished.output + finished.errors
    return folder_of(workspace)


@contextmanager
def changed(workspace: Workspace, file: str) -> Iterator[Any]:
    """The contents of a YAML file under `data/`, written back as they were changed."""
    place = workspace.data / file
    # Scalars stay text, as in the program: 16:40 is no number.
    contents = yaml.load(place.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - makes texts alone
    yield contents
    place.write_text(yaml.safe_dump(contents, allow_unicode=True), encoding="utf-8")


def without_documents(workspace: Workspace) -> None:
    """Have no PDF made."""
    for year in YEARS:
        with changed(workspace, f"editions/{year}/edition.yaml") as edition:
            del edition["documents"]


def own_pages(workspace: Workspace) -> None:
    """Write pages of their own, for the edition of 2026 and for the series, with pictures."""
    pictures = (
        f"![{LONG}](figures/group.jpg){{width=60%}}\n\n"
        f'![A](figures/group.jpg "{LONG}") ![B](figures/mark.png) ![C](figures/mark.svg)\n\n'
        "Among ![words](figures/mark.png) of [a file](files/a.csv).\n\n"
        "[![Linked](figures/group.jpg)](pages/questions.md#a-heading)\n\n"
    )
    texts = {
        "editions/2026/files/a.csv": "a,b\n",
        "editions/2026/pages/questions.md": f"# {LONG}\n{RICH_PROSE}\n{pictures}",
        "editions/2026/pages/aside.md": f"---\nmenu: {LONG}\n---\n# Aside\n\nWords.\n",
        "site/pages/conduct.md": "# Code of Conduct\n\n### Report\n\n[2026](2026/)\n",
        "editions/2026/figures/mark.svg": (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6"><path d="M0 0h9v6z"/></svg>'
        ),
    }
    for name, text in texts.items():
        workspace.write(name, text)
    figures = workspace.data / "editions" / "2026" / "figures"
    shades = Image.linear_gradient("L")
    shades.resize((1800, 900)).convert("RGB").save(figures / "group.jpg")
    shades.resize((40, 30)).convert("RGBA").save(figures / "mark.png")


def enrich(workspace: Workspace) -> None:
    """Give the edition of 2026 everything that data may say, and hostile text."""
    with changed(workspace, "editions/2026/edition.yaml") as edition:
        edition["room"] = "Room 7"
        edition["dates"] = {
            "submission": {"date": "2025-11-28", "was": ["2025-11-14", "2025-11-21"]},
            "notification": {"date": "2025-12-18", "zone": "AoE"},
            "camera_ready": {"date": "2026-01-20", "zone": "Europe/Madrid"},
            "registration": "2026-02-01",
        }
        edition["dates"]["submission"]["zone"] = "AoE"
        edition["speakers"][1]["status"] = "invited"
        edition["speakers"] += [
            {"person": "dawen-liang", "role": "panelist", "status": "confirmed"},
            {"person": "suzan-verberne", "role": "panelist", "status": "invited"},
            {
                "id": "chirag-shah-panel",
                "person": "chirag-shah",
                "role": "panelist",
                "status": "confirmed",
            },
        ]
        edition["topics"] += [HOSTILE, LONG]
        edition["committee"] += [HOSTILE.replace("(", "").replace(")", ""), LONG]
        edition["committees"] = [
            {"name": HOSTILE, "members": [LONG.replace("(", "").replace(")", "")]},
            {"name": LONG, "members": [{"person": "ed-chi"}, "Ann Author (An Institute)"]},
        ]
        edition["organizers"][0] = {"person": edition["organizers"][0], "role": LONG}
        edition["sponsors"] = [
            {"name": "A Company", "url": "https://example.org/", "level": "Gold"},
            {"name": HOSTILE},
        ]
        edition["news"] = [
            {"date": "2025-09-01", "text": f"The call is out, see [the dates](#dates). {LONG}"},
            {"date": "2025-10-01", "text": HOSTILE},
            {"date": "2025-11-15", "text": f"- [{LONG}](https://example.org/{LONG})\n- `{LONG}`"},
            {"date": "2025-11-22", "text": "The deadline is *moved*.\n\nAll else stays."},
        ]
        edition["photos"] = [
            {"file": "wide.jpg", "alt": HOSTILE, "caption": LONG, "credit": HOSTILE},
            {"file": "high.png", "alt": LONG},
            "wide.png",
        ]
        photos = workspace.data / "editions" / "2026" / "photos"
        photos.mkdir()
        for name, size in (
            ("wide.jpg", (2400, 900)),
            ("high.png", (60, 200)),
            ("wide.png", (9, 3)),
        ):
            Image.linear_gradient("L").resize(size).convert("RGB").save(photos / name)
        edition["submissions"]["policy"] += f"\n1. Numbered\n2. {LONG}\n\n> See `{LONG}`.\n"
    overview = workspace.data / "editions" / "2026" / "overview.md"
    with overview.open("a", encoding="utf-8") as text:
        text.write(RICH_PROSE)
    own_pages(workspace)
    with changed(workspace, "editions/2026/papers.yaml") as papers:
        papers[0] |= {
            "award": "Best paper",
            "abstract": f"We show *something* about {LONG}.",
            "pdf": "https://example.org/paper.pdf",
            "code": "https://example.org/code?a=1&b=2",
            "data": "https://example.org/data",
            "authors": ["Rahul Seetharaman (A University)", {"person": "neil-shah"}],
        }
        papers[1] |= {"title": HOSTILE, "abstract": HOSTILE}
        papers[2] |= {"title": LONG}
    with changed(workspace, "editions/2026/program.yaml") as program:
        for slot in program:
            if slot.get("kind") == "closing":
                slot["end"] = "16:45"
            if slot.get("title") == "Oral Session 1":
                slot |= {"track": "A", "room": "8", "chair": "Ann Author (An Institute)"}
        program.append({"start": "16:45", "end": "16:50", "kind": "panel"})
        beside = {"track": LONG, "room": "9"}
        program += [
            {"start": "11:00", "end": "11:20", "title": LONG, "question": HOSTILE, **beside},
            {"start": "11:20", "end": "11:45", "kind": "demos", **beside},
        ]
    with changed(workspace, "people/neil-shah.yaml") as person:
        person["bio"] = HOSTILE
    for person_id, size, mode in [
        ("narges-tabari", (900, 600), "RGB"),
        ("chirag-shah", (333, 800), "RGBA"),
        ("dawen-liang", (64, 64), "P"),
    ]:
        photos = workspace.data / "people" / "photos"
        photos.mkdir(exist_ok=True)
        picture = Image.linear_gradient("L").resize(size).convert(mode)
        picture.save(photos / f"{person_id}.png")
        with changed(workspace, f"people/{person_id}.yaml") as person:
            person["photo"] = f"{person_id}.png"
            person["links"] = {
                "homepage": "https://example.org/~someone",
                "orcid": "0000-0002-1825-0097",
            }
