"""Where a person is found on the web, on pages and in the data for search engines."""

from __future__ import annotations

import json
import re

import pytest

from proposal.check.facts.inspection import ArtefactKind
from proposal.check.facts.stated_facts import stated_facts
from proposal.check.rules.run_rules import subject_of
from proposal.render.site.structured import article
from tests.check.facts.conftest import looked_at
from tests.diagnostic_lists import only
from tests.render.made_events import event_in
from tests.render.shown_texts import pages, texts
from tests.workspace import Workspace

NEIL = "people/neil-shah.yaml"
JIANG = "people/meng-jiang.yaml"


@pytest.fixture
def linked(workspace: Workspace) -> Workspace:
    """An organizer and a speaker who are found at several places, and their pages."""
    workspace.append(NEIL, 'links: ["https://github.com/neil", "@neil@hci.example"]\n')
    text = (workspace.data / JIANG).read_text(encoding="utf-8")
    text = re.sub(r"^links:.*\n", "", text, flags=re.MULTILINE)
    links = "links: {orcid: 0000000218250097, others: [https://lab.example/meng]}\n"
    workspace.write(JIANG, text + links)
    finished = workspace.run("build", "2026", "--only", "site,jekyll")
    assert finished.code == 0, finished.output + finished.errors
    return workspace


def test_pages_and_search_engines_have_them(linked: Workspace) -> None:
    page = (linked.root / "build/site/2026/index.html").read_text(encoding="utf-8")
    shown = re.sub(r'<span class="hidden">.*?</span>', "", page)
    assert '<a href="https://github.com/neil">GitHub</a>' in shown
    assert '<a href="https://hci.example/@neil">Mastodon</a>' in shown
    assert '<a href="https://lab.example/meng">lab.example</a>' in shown
    data = event_in(page)
    same = {person["name"]: person.get("sameAs") for person in data["organizer"]}
    assert same["Neil Shah"] == ["https://github.com/neil", "https://hci.example/@neil"]
    same = {person["name"]: person.get("sameAs") for person in data["performer"]}
    assert same["Meng Jiang"] == [
        "https://orcid.org/0000-0002-1825-0097",
        "https://lab.example/meng",
    ]
    jekyll = (linked.root / "build/jekyll/pages/GenAIRecP2026/index.md").read_text(encoding="utf-8")
    assert "[GitHub](https://github.com/neil) · [Mastodon](https://hci.example/@neil)" in jekyll


def test_a_link_that_is_changed_by_hand_is_named(linked: Workspace) -> None:
    for name in ("site/2026/index.html", "jekyll/pages/GenAIRecP2026/index.md"):
        file = linked.root / "build" / name
        before = file.read_text(encoding="utf-8")
        where = (
            '<a href="https://github.com/neil"'
            if name.startswith("site")
            else "(https://github.com/neil"
        )
        file.write_text(before.replace(where, where.replace("neil", "nell")), encoding="utf-8")
        found = only(
            found for found in looked_at(linked).diagnostics if found.code != "missing-artefact"
        )
        assert found.code == "different-fact"
        assert "organizers.neil-shah.links.github.url" in found.message
        file.write_text(before, encoding="utf-8")


def test_links_are_stated_by_pages_alone(linked: Workspace) -> None:
    facts = {fact.id: fact for fact in stated_facts(subject_of(linked.load(), "2026"))}
    fact = facts["speakers.meng-jiang.links.lab.example.url"]
    assert fact.shown_in == {ArtefactKind.PAGE, ArtefactKind.JEKYLL}


def test_biographies_of_those_who_give_one_talk_say_whose_they_are(workspace: Workspace) -> None:
    page = texts(pages(workspace))["site/2026/index.html"]
    assert 'Biography<span class="hidden"> of Meng Jiang</span>' in page
    edition = "editions/2026/edition.yaml"
    workspace.replace(edition, "person: meng-jiang", "person: [meng-jiang, chirag-shah]")
    page = texts(pages(workspace))["site/2026/index.html"]
    assert "<summary>Biography<span> of Meng Jiang</span></summary>" in page
    assert "<summary>Biography<span> of Chirag Shah</span></summary>" in page


@pytest.mark.parametrize(
    ("author", "kind"),
    [
        ("The Placeholder Collaboration", "Organization"),
        ("Ada Placeholder", "Person"),
        ("{name: Ada Group, family_name: Group}", "Person"),
    ],
)
def test_search_engines_take_no_group_for_a_person(
    workspace: Workspace, author: str, kind: str
) -> None:
    record = f"- {{id: a, title: On Placeholders, authors: [{author}]}}\n"
    workspace.write("editions/2026/papers.yaml", record)
    workspace.write("editions/2026/program.yaml", "[]\n")
    (paper,) = workspace.edition("2026").papers
    page = str(article(paper, None, None))
    data = json.loads(page[page.index("{") : page.rindex("}") + 1])
    assert [author["@type"] for author in data["author"]] == [kind]
