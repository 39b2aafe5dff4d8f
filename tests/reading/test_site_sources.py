"""Sources of sites are read as their programs make pages of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.reading.document_forms import DocumentForm
from proposal.reading.sites.site_sources import SiteMaker, SitesOfFiles, is_published, site_in
from proposal.reading.source_document import SourceDocument


def written(root: Path, files: dict[str, str]) -> Path:
    """A folder with some files."""
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


def page(file: Path) -> SourceDocument:
    """A page with all that it takes from elsewhere."""
    document, found = SitesOfFiles().document(file, DocumentForm.MARKDOWN)
    assert document is not None
    assert found == []
    return document


_JEKYLL = {
    "_config.yml": "title: Placeholder Workshop\n",
    "_data/people.yml": "- name: Ann Author\n  post: &here Sample University\n"
    "- name: Bob Builder\n  post: *here\n",
    "_talks/first.md": "---\ntitle: A sample talk\n---\nAbout *samples*.\n",
    "_includes/dates.html": "<p>{{ include.label }}: {{ page.deadline }}</p>\n",
    "index.md": "---\ndeadline: May 4, 2026\n---\n# {{ site.title }}\n\n"
    "{% for person in site.data.people %}\n- **{{ person.name }}**, {{ person.post }}\n"
    "{% endfor %}\n"
    '\n{% include dates.html label="Papers due" %}\n\n'
    "{% for talk in site.talks %}{{ talk.title }}: {{ talk.content }}{% endfor %}\n\n"
    "[Call]({{ '/call/' | relative_url }}){: .btn}\n",
}


def test_includes_loops_collections_and_values_stand_in_a_page_of_jekyll(tmp_path: Path) -> None:
    tree = page(written(tmp_path, _JEKYLL) / "index.md").tree
    assert [item.text for item in tree.all("li")] == [
        "Ann Author, Sample University",
        "Bob Builder, Sample University",
    ]
    assert "Papers due: May 4, 2026" in tree.text
    assert "A sample talk: About samples." in tree.text
    assert tree.all("a")[0].attributes["href"] == "/call/"
    assert "{" not in tree.text


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Bob Builder", "_data/people.yml:3:9"),
        ("Papers due", "_includes/dates.html:1:1"),
        ("<p>", "_includes/dates.html:1:1"),
        ("Placeholder Workshop", "_config.yml:1:8"),
        ("Call", "index.md:14:2"),
    ],
)
def test_words_know_the_file_in_which_they_were_written(
    tmp_path: Path, words: str, place: str
) -> None:
    document = page(written(tmp_path, _JEKYLL) / "index.md")
    start = document.source.index(words)
    location = document.source_location(start, start + len(words))
    assert str(location.span) == f"{tmp_path}/{place}"
    line = document.source.count("\n", 0, start)
    assert document.find(words, document.spans[line]) == location.span


def test_what_several_values_make_stands_where_the_first_one_does(tmp_path: Path) -> None:
    files = {
        "_config.yml": "title: W\n",
        "_data/people.yml": "- lab: Sample Lab\n  country: Sampleland\n",
        "index.md": "---\n---\n\n{% for one in site.data.people %}\n"
        "* {{ one.lab }}, {{ one.country }}\n{% endfor %}\n",
    }
    document = page(written(tmp_path, files) / "index.md")
    start = document.source.index("Sample Lab")
    location = document.source_location(start, start + len("Sample Lab, Sampleland"))
    assert str(location.span) == f"{tmp_path}/_data/people.yml:1:8"
    assert document.written_line(location.span) == "Sample Lab"


def test_elements_stand_where_the_include_has_them(tmp_path: Path) -> None:
    files = {
        "_config.yml": "title: W\n",
        "_includes/call.md": "Some words.\n\n* A date\n* Another date\n",
        "call.md": "---\ntitle: Call\n---\n\n{% include call.md %}\n",
    }
    tree = page(written(tmp_path, files) / "call.md").tree
    places = [str(item.span) for item in tree.all("li")]
    assert places == [f"{tmp_path}/_includes/call.md:{line}:1" for line in (3, 4)]


def test_what_a_page_includes_and_the_site_lacks_is_reported(tmp_path: Path) -> None:
    body = "---\n---\n{% include gone.html %}\nKept words.\n"
    root = written(tmp_path, {"_config.yml": "title: W\n", "index.md": body})
    sites = SitesOfFiles()
    document, _ = sites.document(root / "index.md", DocumentForm.MARKDOWN)
    assert document is not None
    assert document.tree.text == "Kept words."
    assert not document.is_complete
    assert sites.includes_not_read == {"gone.html"}


@pytest.mark.parametrize("name", ["../outside.html", "/etc/hostname", "link.html"])
def test_no_include_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "outside.html").write_text("hidden words", encoding="utf-8")
    body = f"---\n---\n{{% include {name} %}}{{% include_relative {name} %}}seen\n"
    root = written(tmp_path / "site", {"_config.yml": "title: W\n", "index.md": body})
    (root / "_includes").mkdir()
    (root / "_includes" / "link.html").symlink_to(tmp_path / "outside.html")
    assert page(root / "index.md").tree.text == "seen"


@pytest.mark.parametrize(
    "body",
    [
        "{% include a.html %}",
        "{% for a in (1..100000000) %}x{% endfor %}",
        "{% for a in (1..9000) %}{% for b in (1..9000) %}x{% endfor %}{% endfor %}",
    ],
)
def test_endless_templates_end(tmp_path: Path, body: str) -> None:
    files = {
        "_config.yml": "title: W\n",
        "_includes/a.html": "{% include a.html %}{% include a.html %}",
        "index.md": f"---\n---\n{body}\n\nKept words.\n",
    }
    root = written(tmp_path, files)
    assert "Kept words." in page(root / "index.md").source


def test_front_matter_in_toml_is_read_on_its_lines(tmp_path: Path) -> None:
    files = {
        "hugo.toml": 'title = "Placeholder Workshop"\n',
        "content/_index.md": '+++\ndate = 2026-05-04\n\ntitle = "Home"\n[params]\nday = "May 4"\n'
        '+++\n[Call]({{< ref "call.md" >}})\n\n{{< card title="Ann Author" >}}\n',
    }
    root = written(tmp_path, files)
    assert site_in(root).maker is SiteMaker.HUGO
    document = page(root / "content" / "_index.md")
    assert document.front_text("title") == "Home"
    title = document.front.child("title")
    assert title is not None
    assert title.span.line == 4
    assert document.tree.all("a")[0].attributes["href"] == "call.md"
    assert "Ann Author" in document.tree.text


def test_pages_of_quarto_are_markdown_with_what_they_include(tmp_path: Path) -> None:
    files = {
        "_quarto.yml": "project:\n  type: website\n",
        "index.qmd": "---\ntitle: W\n---\n::: {.box}\n[May 4]{.day} in Sample City\n:::\n\n"
        "{{< include _chairs.qmd >}}\n\n{{< include ../gone.qmd >}}\n",
        "_chairs.qmd": "- Ann Author\n",
    }
    document = page(written(tmp_path, files) / "index.qmd")
    assert document.tree.text == "[May 4] in Sample City Ann Author"
    [item] = document.tree.all("li")
    assert str(item.span) == f"{tmp_path}/_chairs.qmd:1:1"
    assert not document.is_complete


@pytest.mark.parametrize(
    ("front", "is_on_site"),
    [("title: A", True), ("published: false", False), ("draft: true", False), ("draft: no", True)],
)
def test_a_page_says_itself_whether_it_is_published(
    tmp_path: Path, front: str, is_on_site: bool
) -> None:
    root = written(tmp_path, {"a.md": f"---\n{front}\n---\nWords\n"})
    assert is_published(page(root / "a.md")) is is_on_site


_TALKS = {
    "_config.yml": "title: Placeholder Workshop\n",
    "_data/slots.yml": '- {id: 1a, time: "09:00"}\n- {id: 1b, time: "10:00"}\n',
    "_data/talks.yml": "- {title: Small samples, slot: 1b}\n- {title: Large samples, slot: 1a}\n",
}


def test_an_hour_has_the_talks_that_a_condition_of_liquid_chooses(tmp_path: Path) -> None:
    body = (
        "{% for slot in site.data.slots %}{% assign talks = site.data.talks "
        '| where_exp: "one", "one.slot == slot.id" %}\n'
        "- {{ slot.time }} {% for talk in talks %}{{ talk.title }}{% endfor %}\n{% endfor %}\n"
    )
    root = written(tmp_path, {**_TALKS, "index.md": f"---\ntitle: A page\n---\n{body}"})
    items = [item.text for item in page(root / "index.md").tree.all("li")]
    assert items == ["09:00 Large samples", "10:00 Small samples"]


def test_what_a_filter_of_a_plugin_would_choose_is_left_out_and_noted(tmp_path: Path) -> None:
    body = (
        "{% assign few = site.data.talks | first_two %}\n{{ few[0].title }} {{ 'Word' | loud }}\n"
    )
    root = written(tmp_path, {**_TALKS, "index.md": f"---\ntitle: A page\n---\n{body}"})
    sites = SitesOfFiles()
    document, _ = sites.document(root / "index.md", DocumentForm.MARKDOWN)
    assert document is not None
    assert document.tree.text == "Word"
    assert sites.pages_not_expanded == 1


def test_a_page_of_a_collection_is_read_with_what_the_configuration_says_of_it(
    tmp_path: Path,
) -> None:
    config = "collections:\n  '2026': {place: Lyon}\n  '2025': {place: Porto}\n"
    body = (
        '{% assign edition = site.collections | where: "label", page.collection | first %}'
        "It is held in {{ edition.place }}, with {{ edition.docs.size }} page.\n"
    )
    files = {
        "_config.yml": config,
        "_2026/index.md": f"---\ntitle: A page\n---\n{body}",
        "_2025/index.md": f"---\ntitle: A page\n---\n{body}",
    }
    root = written(tmp_path, files)
    assert page(root / "_2026/index.md").tree.text == "It is held in Lyon, with 1 page."
    assert page(root / "_2025/index.md").tree.text == "It is held in Porto, with 1 page."


_CAPTURED = "{% capture all %}{% include /_parts/dates.md %}{% endcapture %}\n"
_TABLE = "| Day | Event |\n|---|---|\n| May 4 | Papers **due** |\n"


@pytest.mark.parametrize(
    "body",
    [
        f"<div>{_CAPTURED}{{{{ all | markdownify }}}}\n</div>\n",
        f'<div class="box">\n<div markdown="1">\n{_TABLE}</div>\n</div>\n\n# Below\n',
        "{% include /_parts/dates.md %}\n",
    ],
)
def test_markdown_within_html_is_read_where_a_page_says_that_it_is_markdown(
    tmp_path: Path, body: str
) -> None:
    files = {
        "_config.yml": "title: Placeholder Workshop\n",
        "_parts/dates.md": f"---\npublished: false\n---\n{_TABLE}",
        "index.md": f"---\ntitle: Home\n---\n{body}",
    }
    tree = page(written(tmp_path, files) / "index.md").tree
    assert [cell.text for cell in tree.all("td")] == ["May 4", "Papers due"]


def test_an_item_of_a_list_in_a_box_of_markdown_keeps_its_sign_and_its_stress(
    tmp_path: Path,
) -> None:
    body = '---\ntitle: Home\n---\n<div markdown="1">\n* One *sample*\n* [Two](b.html)\n</div>\n'
    files = {"_config.yml": "title: Placeholder Workshop\n", "index.md": body}
    tree = page(written(tmp_path, files) / "index.md").tree
    assert [item.text for item in tree.all("li")] == ["One sample", "Two"]


def test_an_include_may_lie_beside_the_page_and_may_be_empty(tmp_path: Path) -> None:
    files = {
        "_config.yml": "title: Placeholder Workshop\n",
        "_includes/dates.md": "Of the whole site\n",
        "_includes/empty.md": "",
        "_2026/dates.md": "Papers due May 4\n",
        "_2026/index.md": "---\ntitle: Home\n---\n{% include_relative dates.md %}\n\n"
        "{% include dates.md %}\n\n{% include empty.md %}\n",
    }
    sites = SitesOfFiles()
    file = written(tmp_path, files) / "_2026" / "index.md"
    document, _ = sites.document(file, DocumentForm.MARKDOWN)
    assert document is not None
    assert document.tree.text.endswith("Papers due May 4 Of the whole site")
    assert sites.includes_not_read == set()
