"""Jekyll pages to import: one of our own, the site that it stands on, and hand-made ones."""

from __future__ import annotations

import html
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from proposal.importers.draft import Draft
from proposal.importers.jekyll.edition_reader import read_jekyll
from tests.workspace import ROOT

SITE = Path(__file__).parent / "jekyll_site"
PAGE = SITE / "_pages" / "GenAIRecP2026.md"
CALL = SITE / "_pages" / "GenAIRecP2026-cfp.md"


@dataclass(frozen=True, slots=True)
class Source:
    """A copy of our own site, to be changed as a test likes."""

    root: Path

    @property
    def page(self) -> Path:
        """The page of the 2026 edition."""
        return self.root / PAGE.relative_to(SITE)

    @property
    def call(self) -> Path:
        """Its call for papers."""
        return self.root / CALL.relative_to(SITE)

    def replace(self, file: Path, old: str, new: str) -> None:
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file.name}"
        file.write_text(text.replace(old, new), encoding="utf-8")

    def read(self, year: str = "2026") -> Draft:
        return read_jekyll(self.root, year)


def copy_of_site(root: Path) -> Source:
    """Our own site in a folder of its own."""
    shutil.copytree(SITE, root)
    return Source(root)


def hand_made_page() -> Path:
    """A page that was made by hand, which stands beside the checkout on some machines."""
    for file in sorted(ROOT.parent.glob("*/seeds/*.txt")):
        with file.open(encoding="utf-8") as stream:
            if stream.readline() == "---\n" and stream.readline().startswith("permalink:"):
                return file
    pytest.skip("no folder beside the checkout has a hand-made page in seeds/")


@dataclass(frozen=True, slots=True)
class SaidPage:
    """What a page says, read without the program."""

    front: dict[str, Any]
    body: str

    @classmethod
    def of(cls, file: Path) -> SaidPage:
        _, front, body = file.read_text(encoding="utf-8").split("---\n", 2)
        return cls(yaml.safe_load(front), re.sub(r"<!--.*?-->", "", body, flags=re.DOTALL))

    def people(self, row: str) -> list[dict[str, str]]:
        """Who stands in a row: name, what the excerpt says besides, abstract and biography."""
        found = []
        for entry in self.front.get(row, []):
            name = said(entry.get("title") or entry["alt"])
            excerpt = said(entry["excerpt"]).removeprefix(name).strip()
            texts = {key: said(entry[key]) for key in ("abstract", "bio") if key in entry}
            found.append({"name": name, "excerpt": excerpt, **texts})
        return found

    def schedule(self) -> list[str]:
        """The cells of the schedule that say what happens, without durations."""
        rows = re.findall(r"^\|[^|]*\d\d?:\d\d[^|]*\|(.*)\|$", self.body, re.MULTILINE)
        return [said(re.sub(r"\(\d+ min\)|- Paper Authors", "", row)).casefold() for row in rows]

    def hours(self) -> list[str]:
        rows = re.findall(r"^\|([^|]*\d\d?:\d\d[^|]*)\|", self.body, re.MULTILINE)
        return [said(row) for row in rows]

    def dates(self) -> list[str]:
        """The days of the list of dates, old ones struck through and first."""
        lines = re.findall(
            r"^- (?:Submission|Author|Meeting|Workshop)\b.*$", self.body, re.MULTILINE
        )
        day = r"(?:~~)?[A-Z][a-z]+.\d+, \d{4}(?:~~)?"
        days = [re.findall(day, line.replace("\xa0", " ")) for line in lines]
        return [found for line in days for found in sorted(line, key=lambda day: day[0] != "~")]

    def section(self, heading: str) -> str:
        match = re.search(rf"^# {heading}\n(.*?)(?=^# )", self.body, re.DOTALL | re.MULTILINE)
        assert match is not None, heading
        return said(match[1])


def said(text: str) -> str:
    """The words of a text without its markup."""
    text = re.sub(r"<br>|<[a-z/][^>]*>", " ", text)
    text = re.sub(r"\[([^\[\]]*)\](\([^()]*\))?", r"\1", text)
    text = re.sub(r"\\(?=[!-/:-@\[-`{-~])|\*{1,3}(?=\S)|(?<=\S)\*{1,3}|`", "", text)
    signs = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "\xa0": " "})
    return " ".join(html.unescape(text).translate(signs).split())


def same_page(before: SaidPage, after: SaidPage) -> None:
    """Compare two pages: front matter by front matter, row by row of the schedule."""
    for key in ("permalink", "title", "browser-title", "masthead-title", "masthead-subtitle"):
        assert said(after.front[key]) == said(before.front[key]), key
    excerpt = said(before.front["excerpt"]).replace("Thursday Feb. ", "Thursday, February ")
    assert said(after.front["excerpt"]) == excerpt
    assert 'href="https://wsdm-conference.org/2026/"' in after.front["excerpt"]
    titles = [entry["title"] for entry in before.front["navigation"]]
    assert set(titles) <= {entry["title"] for entry in after.front["navigation"]}
    for row in ("keynote", "organizers"):
        assert after.people(row) == before.people(row), row
    assert "panelists" not in after.front
    assert len(after.schedule()) == len(before.schedule())
    for one, other in zip(before.schedule(), after.schedule(), strict=True):
        assert other.startswith(one), (one, other)
    assert after.dates() == before.dates()
    assert after.section("Overview") == before.section("Overview")
    address = re.search(r"https://openreview\.net[^\s)]*", before.body)
    assert address is not None
    assert address[0] in after.body
