"""Odd texts at every place where data can stand: signs that mean something to some format.

Each text names its place and has a number, so that it is looked for by itself. Typography, line
ends and readers of PDFs change a text; `as_given_back` takes that away.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Mapping
from itertools import cycle, islice
from typing import TypeAlias

import yaml
from PIL import Image

from proposal.render.latex.escape import PDFLATEX_CHARACTERS
from tests.workspace import Workspace

SPECIAL = [chr(code) for code in range(0x21, 0x7F) if not chr(code).isalnum()]
AT_THE_START = ["[", "]", "*", "[0pt]", "*[2em]", "-", "<", "&", "\\\\[", "=", ",", "[[", "]*["]
"""What LaTeX might take for an argument of the command before it."""
JOINED = ["--", "---", ",,", "<<", ">>", "!`", "?`", "a,,--", "-\u200c-"]
"""What fonts for TeX join into another sign."""
FOR_PAGES = ["{{ a }}", "{% raw %}", "<b>", "&amp;", "*a*", "`a`", "![a](b)", "---", ": a", "'\"'"]
"""What Liquid, HTML, Markdown and YAML might take for theirs."""
BEYOND = "ΔЖẾẞ←∑☃♠₪⺅〜⟦ア語한ก"
"""Characters for which LuaLaTeX and fonts of scripts are needed."""
HAN_WITH_SIGNS = "語の研究と&\N{COMBINING KATAKANA-HIRAGANA VOICED SOUND MARK}%\u302a語の研究"
"""Signs that carry a mark of a script are set in its font, among letters that lines may part."""

ADDRESS = "https://example.org/a--b/it's...there?c=---"
EMAIL = "o'neil--x@example.org"
DOI = "10.1145/3637528--x.36'714...86"
"""Values that programs read letter by letter, whose dashes and quotes are no typography."""

Odd: TypeAlias = Mapping[str, list[str]]
"""The texts of each place."""

COUNTS = {
    "title": 1,
    "department": 2,
    "institution": 6,
    "city": 6,
    "name": 6,
    "heading": 10,
    "caption": 12,
    "footnote": 10,
    "sponsor": 10,
    "level": 10,
    "room": 1,
    "label": 1,
    "line": 40,
    "cell": 40,
}
"""How many texts stand at a place, if not as many as at most."""
PRINTED = (
    *("title", "name", "department", "institution", "city", "abstract", "keyword", "topic"),
    *("member", "employer", "biography", "talk", "summary", "paper", "author", "award", "session"),
    *("heading", "line", "head", "cell", "item", "number", "nested", "quote", "strong", "code"),
    *("link", "footnote", "caption"),
)
"""The places of a PDF."""
ON_PAGES = ("sponsor", "level", "room", "label")
"""What stands on pages besides."""


def odd_texts(*, beyond: bool) -> Odd:
    """The texts; those of all places together hold each of the signs."""
    chance = random.Random(20261127)  # noqa: S311 - the same texts each time
    alphabet = [*SPECIAL, *SPECIAL, "a", *sorted(PDFLATEX_CHARACTERS), *(BEYOND if beyond else "")]
    put_together = ("".join(chance.choices(alphabet, k=chance.randint(1, 6))) for _ in range(60))
    odd = [*AT_THE_START, *JOINED, *FOR_PAGES, *SPECIAL, *put_together]
    odd += [HAN_WITH_SIGNS, *BEYOND] if beyond else []
    texts: dict[str, list[str]] = {}
    remaining = cycle(odd)
    for place in (*PRINTED, *ON_PAGES):
        # What might be an argument is tried everywhere, and the rest goes round.
        few = COUNTS.get(place, 16)
        signs = [*AT_THE_START[: few // 3], *islice(remaining, few - few // 3)]
        if place == "code":  # no sign is escaped in it, and a fact is one as everywhere
            signs = [sign for sign in signs if sign != "{{ a }}"]
        texts[place] = [f"{sign} {place}{at:02}{sign}z" for at, sign in enumerate(signs)]
    return texts


def as_given_back(text: str) -> str:
    """A text without what readers of PDFs, line ends and typography change."""
    plain = unicodedata.normalize("NFKC", text.replace("\u200c", "")).translate(_ALIKE)
    return "".join(plain.replace("...", "…").split()).replace("-", "").casefold()


_ALIKE = str.maketrans({**dict.fromkeys("'‘’‚`´", "'"), **dict.fromkeys('"“”„', '"'), "–": "-"})
_ALIKE |= str.maketrans({"—": "-", "\u2010": "-", "\u2011": "-", "\u00ad": "-", "«": '"', "»": '"'})


def lost(odd: Odd, places: tuple[str, ...], readings: list[str]) -> list[str]:
    """The texts of some places that none of the readings holds."""
    read = [as_given_back(reading) for reading in readings]
    return [
        text
        for place in places
        for text in odd[place]
        if not any(as_given_back(text) in reading for reading in read)
    ]


def markdown(text: str) -> str:
    """Text as Markdown that reads as just that."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def fill(workspace: Workspace, odd: Odd) -> None:
    """Put the texts at their places of the edition of 2024."""
    _fill_series(workspace, odd)
    data = workspace.values("editions/2024/edition.yaml")
    talks = [
        {"id": f"talk-{at}", "person": "ed-chi", "role": "keynote", "status": "confirmed"}
        | {"title": title, "abstract": markdown(summary)}
        for at, (title, summary) in enumerate(zip(odd["talk"], odd["summary"], strict=True))
    ]
    data |= {
        "abstract": "\n\n".join(map(markdown, odd["abstract"])),
        "keywords": odd["keyword"],
        "topics": odd["topic"],
        "committee": [
            {"name": name, "affiliation": employer}
            for name, employer in zip(odd["member"], odd["employer"], strict=True)
        ],
        "committees": [
            {"name": f"The {name} Group", "members": [{"name": name, "affiliation": employer}]}
            for name, employer in zip(odd["member"], odd["employer"], strict=True)
        ],
        "speakers": talks,
        "sponsors": [
            {"name": name, "url": ADDRESS, "level": level}
            for name, level in zip(odd["sponsor"], odd["level"], strict=True)
        ],
        "room": odd["room"][0],
    }
    data["dates"]["submission"]["label"] = odd["label"][0]
    data["submissions"]["url"] = ADDRESS
    data["documents"]["camera-ready"]["rights"]["doi"] = DOI
    _write("editions/2024/edition.yaml", workspace, data)
    papers = [
        {"id": f"paper-{at}", "title": title, "authors": [author], "award": award}
        for at, (title, author, award) in enumerate(
            zip(odd["paper"], odd["author"], odd["award"], strict=True)
        )
    ]
    _write("editions/2024/papers.yaml", workspace, papers)
    sessions = [
        {"start": f"14:{at * 2:02}", "end": f"14:{at * 2 + 2:02}", "kind": "break", "title": title}
        for at, title in enumerate(odd["session"])
    ]
    sessions[0]["room"] = odd["room"][0]  # calendars do not say that a break is in the room
    _write("editions/2024/program.yaml", workspace, sessions)
    workspace.write("editions/2024/overview.md", "Some words.\n")
    workspace.write("editions/2024/summary.md", _prose(odd))
    Image.new("RGB", (1200, 60), "teal").save(workspace.data / "editions/2024/picture.png")


def _fill_series(workspace: Workspace, odd: Odd) -> None:
    workspace.replace("workshop.yaml", "name: Workshop on", f"name: Workshop {odd['title'][0]}")
    organizers = workspace.values("editions/2024/edition.yaml")["organizers"]
    biographies = "\n\n".join(map(markdown, odd["biography"]))
    for at, name in enumerate(odd["name"]):
        file = f"people/{organizers[at]}.yaml"
        person = workspace.values(file)
        affiliation = {"institution": odd["institution"][at], "city": odd["city"][at]}
        if at < len(odd["department"]):
            affiliation["department"] = odd["department"][at]
        person |= {"name": name, "affiliations": [affiliation | {"country": "USA"}]}
        person.pop("family_name", None)
        if not at:
            person["email"] = EMAIL
            person["bios"] = [{"text": biographies}]
        _write(file, workspace, person)


def _prose(odd: Odd) -> str:
    written = {place: [markdown(text) for text in texts] for place, texts in odd.items()}
    tables = "\n\n".join(
        f"| {left} | {right} |\n|---|---|\n" + "\n".join(f"| {cell} | {cell} |" for cell in cells)
        for left, right, cells in zip(
            written["head"][::2],
            written["head"][1::2],
            [written["cell"][start::8] for start in range(8)],
            strict=True,
        )
    )
    lists = "\n".join(
        f"- {item}\n  1. {number}\n     - {nested}"
        for item, number, nested in zip(
            written["item"], written["number"], written["nested"], strict=True
        )
    )
    notes = [f"[^n{at}]: {note}" for at, note in enumerate(written["footnote"])]
    return "\n\n".join(
        [
            *(
                f"{'#' * (1 + at % 3)} {text}\n\nText."
                for at, text in enumerate(written["heading"])
            ),
            tables,
            "\\\n".join(written["line"]),
            lists,
            *(f"> {text}" for text in written["quote"]),
            *(f"**{text}**" for text in written["strong"]),
            "```\n" + "\n".join(odd["code"]) + "\n```",
            *(f"[{text}](https://example.org/)" for text in written["link"]),
            *(f"Text[^n{at}]." for at in range(len(notes))),
            *notes,
            *(f'![A picture](picture.png "{text}")' for text in written["caption"]),
            *(f"{{{{ {block} }}}}" for block in _BLOCKS),
        ]
    )


_BLOCKS = ("topics", "committee", "committees", "biographies", "speakers", "papers", "schedule")


def _write(file: str, workspace: Workspace, values: object) -> None:
    workspace.write(file, yaml.safe_dump(values, allow_unicode=True, default_style='"'))
