"""Makes a workspace of the 2024 summary as it was published, from the text of its PDF."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from tests.workspace import ROOT, Workspace

BEGINNING = "First Workshop on Generative AI"
COMPOUND = ("user-", "LLM-", "Google-")
"""What ends with a hyphen of its own where a line of the published text ends."""
AUTHOR = re.compile(
    r"(?P<name>[A-Z][^\n@]*)\n(?P<email>\S+@\S+)\n"
    r"(?P<institution>.+)\n(?P<city>.+), (?P<country>USA)"
)
VENUE = {
    "series": "KDD",
    "name": "30th ACM SIGKDD Conference on Knowledge Discovery and Data Mining",
    "acronym": "KDD '24",
    "start": "2024-08-25",
    "end": "2024-08-29",
    "city": "Barcelona",
    "country": "Spain",
    "zone": "Europe/Madrid",
}


def published_text() -> str | None:
    """The published text, if it lies in a folder `seeds` beside the checkout."""
    for file in sorted(ROOT.parent.glob("*/seeds/*.txt")):
        text = file.read_text(encoding="utf-8")
        if text.startswith(BEGINNING):
            return text
    return None


def workspace_of(text: str, root: Path) -> Workspace:
    """A workspace with the sentences of the published text."""
    workspace = Workspace(root)
    authors = [match.groupdict() for match in AUTHOR.finditer(text)]
    biographies = _biographies(text, [author["name"] for author in authors])
    for author in authors:
        post = {key: author[key] for key in ("institution", "city", "country")}
        person = {"name": author["name"], "email": author["email"], "affiliations": [post]}
        person["bio"] = biographies[author["name"]]
        _write(workspace, f"people/{_id(author['name'])}.yaml", person)
    _write(workspace, "venues/kdd-2024.yaml", VENUE)
    series = {"acronym": "GenAIRecP", "current": "2024"}
    series["name"] = _flowing(_between(text, "", AUTHOR)).removeprefix("First ")
    _write(workspace, "workshop.yaml", series)
    _write(workspace, "editions/2024/edition.yaml", _edition(text, authors))
    workspace.write("editions/2024/summary.md", _summary(text, list(biographies)))
    return workspace


def _edition(text: str, authors: list[dict[str, str]]) -> dict[str, object]:
    document = {
        "text": "summary.md",
        "first_page": "6737",
        "rights": {
            "copyright": "rightsretained",
            "year": "2024",
            "doi": "10.1145/3637528.3671486",
            "isbn": "979-8-4007-0490-1/24/08",
        },
    }
    _, *topics = _description(text).split("•")
    abstract = _between(text, "ABSTRACT\n", re.compile("KEYWORDS"))
    return {
        "ordinal": "1",
        "venue": "kdd-2024",
        "when": {"date": "2024-08-25", "start": "14:00", "end": "18:00"},
        "organizers": [_id(author["name"]) for author in authors],
        "abstract": _paragraphs(abstract, "This workshop is designed"),
        "keywords": _flowing(_between(text, "KEYWORDS\n", re.compile("ACM Ref"))).split(", "),
        "topics": [_flowing(topic) for topic in topics],
        "documents": {"camera-ready": document},
    }


def _summary(text: str, biographies: list[str]) -> str:
    description, *_ = _description(text).split("•")
    names = ", ".join(f'"{_id(name)}"' for name in biographies)
    introduction = _between(text, "3 ORGANIZER BIOGRAPHY\n", re.compile(f"{biographies[0]}:"))
    return "\n\n".join(
        [
            "# Description of Workshop",
            _paragraphs(description, "This workshop focuses", "We will welcome"),
            "{{ topics }}",
            "# Why SIGKDD",
            _flowing(_between(text, "2 WHY SIGKDD\n", re.compile("3 ORGANIZER"))),
            "# Organizer Biography",
            _flowing(introduction),
            f"{{{{ biographies | order({names}) }}}}\n",
        ]
    )


def _description(text: str) -> str:
    described = _between(text, "1 DESCRIPTION OF WORKSHOP\n", re.compile("2 WHY"))
    return re.sub(r"6737\nKDD ’24, .* et al\.\n", "", described)


def _biographies(text: str, names: list[str]) -> dict[str, str]:
    """The biographies by name, in the order in which they were published."""
    section = _between(text, "3 ORGANIZER BIOGRAPHY\n", re.compile(r"\n6738"))
    _, *parts = re.split(rf"({'|'.join(names)}):\n", section)
    return dict(zip(parts[::2], map(_flowing, parts[1::2]), strict=True))


def _between(text: str, start: str, end: re.Pattern[str]) -> str:
    begin = text.index(start) + len(start)
    found = end.search(text, begin)
    assert found is not None
    return text[begin : found.start()]


def _paragraphs(text: str, *beginnings: str) -> str:
    """The text in paragraphs, of which all but the first begin with the given words."""
    parts = re.split(rf"\n(?={'|'.join(beginnings)})", text)
    return "\n\n".join(map(_flowing, parts))


def _flowing(text: str) -> str:
    """The text without line ends and without the hyphens that stood at them."""
    flowing = ""
    for line in text.split("\n"):
        begins_small = line[:1].islower()
        if flowing.endswith("-") and begins_small and not flowing.endswith(COMPOUND):
            flowing = flowing[:-1] + line
        else:
            flowing += line if flowing.endswith("-") else f" {line}"
    return flowing.strip()


def _id(name: str) -> str:
    return name.lower().replace(" ", "-")


def _write(workspace: Workspace, file: str, value: object) -> None:
    workspace.write(file, yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10**6))
