"""Data are text in Jekyll, whatever they look like to Liquid, Markdown, HTML or YAML."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import yaml

from tests.jekyll.sites import SITES, Page, built_site, shown, text_of
from tests.workspace import Workspace

HOSTILE = [
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "{{ site.data }}",
    "{% raw %}",
    "{% include feature_row %}",
    "{{ page.title }} {%- comment -%}",
    '{: onclick="alert(1)" .red #mine}',
    "{:/}{::nomarkdown}<b>{:/}",
    "![x](https://example.org/x.png)",
    '<img src=x onerror="alert(1)">',
    "<!-- gone -->",
    "~~gone~~ **bold** _em_ `code` ***",
    "| a | b |",
    "$$x^2$$ and $y$",
    "*[HTML]: abbreviation",
    "[^1]: note [^1] [ref]: https://example.org",
    "&lt;b&gt; &amp; &copy; &#123;",
    "C:\\temp\\new \\* \\\\",
    "# heading #",
    "1. one",
    "2026. A year",
    "- item",
    "+ item",
    ": definition",
    "> quote",
    "=== ---",
    "^ eob",
    "<<guillemets>> -- --- ... '90s \"quoted\" 'single'",
    "https://example.org/a_b_c www.example.org a@example.org",
    "term_with_underscores _a_ __b__",
    ":smile: @somebody #1",
    "yes",
    "null",
    "1,000",
    ":symbol",
    "2026-01-01",
    "12:30:45",
    "=",
    "!ruby/object:Object {}",
]


def random_lines(count: int) -> list[str]:
    """Lines put together at random from what means something to somebody."""
    chance = random.Random(20260226)  # noqa: S311 - the same lines each time
    pieces = [*"{}%#<>[]()*_~`|$&\\:!^=+-.\"'123 ", "{{", "}}", "{%", "%}", "{:", "a", "b c", "é"]
    pieces += ["&amp;", "http://", "](", "<b", "-->", "lt;"]
    lines = (" ".join("".join(chance.choices(pieces, k=12)).split()) for _ in range(count * 2))
    return [line for line in dict.fromkeys(lines) if any(map(str.isalnum, line))][:count]


def change(workspace: Workspace, file: str, **values: object) -> None:
    """Give some keys of a data file new values."""
    place = workspace.data / file
    data = yaml.load(place.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - all scalars as text
    text = yaml.safe_dump({**data, **values}, allow_unicode=True, default_style='"')
    place.write_text(text, encoding="utf-8")


def assert_harmless(page: Page) -> None:
    """Only what the site and the templates bring is more than text."""
    for element in page.root.iter():
        names = [name for name in element.attrib if name.startswith("on")]
        assert not names, (element.tag, names)
        for name in ("href", "src"):
            target = element.attrib.get(name, "")
            assert not target.lower().strip().startswith("javascript"), target
    assert len([element for element in page.all("script") if "alert" in (element.text or "")]) == 0
    assert not page.all("b", "code", "sup", "abbr", "dl", "iframe")


def test_lines_of_all_kinds_are_shown_as_they_are(workspace: Workspace, tmp_path: Path) -> None:
    lines = [*HOSTILE, *random_lines(250)]
    names = [line for line in lines if "@" not in line]  # an address is refused in a name
    committee = [{"name": name} for name in names]
    committees = [{"name": "Area Chairs", "members": [dict(member) for member in committee]}]
    committees += [
        {"name": f"{line} {number}", "members": ["Ann Author"]}
        for number, line in enumerate(HOSTILE)
    ]
    edition = {"topics": lines, "committee": committee, "committees": committees}
    change(workspace, "editions/2026/edition.yaml", **edition)
    site = built_site(workspace, "theme", tmp_path)
    topics = site.call("2026").section("topics").find("ul")
    assert topics is not None
    assert [text_of(topic) for topic in topics] == [shown(line) for line in lines]
    members = site.edition("2026").section("program-committee").iter("li")
    assert [text_of(member) for member in members] == [shown(name) for name in names]
    chairs = site.edition("2026").section("area-chairs").iter("li")
    assert [text_of(member) for member in chairs] == [shown(name) for name in names]
    for page in (site.call("2026"), site.edition("2026")):
        assert_harmless(page)


@pytest.mark.parametrize("kind", sorted(SITES))
def test_no_place_lets_data_become_anything_but_text(
    workspace: Workspace, tmp_path: Path, kind: str
) -> None:
    line = f"{' '.join(HOSTILE[:10])} A&B"
    statement = "\n\n".join([*HOSTILE[:10], "Harmless words."])
    change(workspace, "people/meng-jiang.yaml", name=line, bio=statement)
    change(
        workspace,
        "people/narges-tabari.yaml",
        name=line,
        bios=[{"text": statement}],
        affiliations=[{"institution": line, "country": "USA"}],
    )
    change(
        workspace,
        "editions/2026/edition.yaml",
        room=line,
        sponsors=[{"name": line, "url": "https://example.org/", "level": line}],
        speakers=[
            {"person": "meng-jiang", "role": role, "status": "confirmed", "id": f"talk-{role}"}
            | {"title": line, "abstract": statement}
            for role in ("keynote", "talk", "panelist")
        ],
        dates={"submission": {"date": "2025-11-28", "label": line}},
        submissions={"system": line, "url": "https://example.org/", "policy": statement},
    )
    workspace.write(
        "editions/2026/papers.yaml",
        yaml.safe_dump(
            [
                {"id": "a", "title": line, "authors": [{"name": line}]},
                {"id": "b", "title": "B", "authors": ["B"], "abstract": statement, "award": line},
            ]
        ),
    )
    workspace.write(
        "editions/2026/program.yaml",
        yaml.safe_dump(
            [
                {"start": "09:00", "end": "10:00", "talk": "talk-keynote"},
                {"start": "10:00", "end": "11:00", "kind": "papers", "papers": ["a", "b"]},
                {"start": "11:00", "end": "12:00", "kind": "break", "title": line},
                {"start": "12:00", "end": "13:00", "kind": "panel", "title": line},
            ]
        ),
    )
    site = built_site(workspace, kind, tmp_path)
    page = site.edition("2026")
    for hostile in (page, site.call("2026"), site.edition("2024")):
        assert_harmless(hostile)
    assert page.text.count(shown(line)) > 20
    for part in HOSTILE[:10]:
        assert page.text.count(shown(part)) >= page.text.count("Harmless words.") > 4
    rows = [text_of(row) for row in page.section("schedule").iter("tr")]
    assert len(rows) == 5
    assert f"by Dr. {shown(line)} (60 min) {shown(line)}" in rows[1]
    here = [link.attrib["href"][1:] for link in page.all("a") if "#" in link.attrib.get("href", "")]
    assert {anchor for anchor in here if anchor.startswith(("talk", "paper"))} <= set(page.ids())


def test_an_overview_keeps_its_markdown_and_no_liquid(workspace: Workspace, tmp_path: Path) -> None:
    text = 'Some *stressed* words, {% raw %} and {{ "{{ site.data }}" }}.\n\n{{ topics }}\n'
    workspace.write("editions/2026/overview.md", text)
    page = built_site(workspace, "theme", tmp_path).edition("2026")
    overview = page.section("overview")
    assert "Some stressed words, {% raw %} and {{ site.data }}." in text_of(overview)
    assert [text_of(element) for element in overview.iter("em")] == ["stressed"]
    assert "Deployment case studies" in [text_of(element) for element in overview.iter("li")]
