"""Sources of sites are read as their programs make pages of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.reading.sites.site_sources import Generator, PageRole, SitePart, read_site


def written(root: Path, files: dict[str, str]) -> Path:
    """A folder with some files."""
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


def texts(root: Path) -> dict[str, str]:
    """The words of each page by its address."""
    return {page.address: page.document.tree.text for page in read_site(root).pages}


_JEKYLL = {
    "_config.yml": "title: Placeholder Workshop\nbaseurl: /w\n"
    "collections:\n  talks:\n    output: false\n",
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
    site = read_site(written(tmp_path, _JEKYLL))
    assert site.generator is Generator.JEKYLL
    home = next(page for page in site.pages if page.is_home)
    tree = home.document.tree
    assert [item.text for item in tree.all("li")] == [
        "Ann Author, Sample University",
        "Bob Builder, Sample University",
    ]
    assert "Papers due: May 4, 2026" in tree.text
    assert "A sample talk: About samples." in tree.text
    assert tree.all("a")[0].attributes["href"] == "/w/call/"
    assert "{" not in tree.text
    assert [page.collection for page in site.pages if page.role is PageRole.ITEM] == ["talks"]


def test_words_know_the_file_in_which_they_were_written(tmp_path: Path) -> None:
    home = next(page for page in read_site(written(tmp_path, _JEKYLL)).pages if page.is_home)
    document = home.document
    for words, file, line in (
        ("Bob Builder", "_data/people.yml", 3),
        ("Papers due", "_includes/dates.html", 1),
        ("Call", "index.md", 14),
    ):
        start = document.text.index(words)
        span = document.location(start, start + len(words)).span
        assert (span.file.relative_to(tmp_path).as_posix(), span.line) == (file, line)


def test_what_cannot_be_expanded_is_said_once_with_a_count(tmp_path: Path) -> None:
    page = "---\n---\n{% widget a %}\n{% widget b %}\n{% include gone.html %}\nKept words.\n"
    site = read_site(written(tmp_path, {"_config.yml": "title: W\n", "index.md": page}))
    assert "Kept words." in site.pages[0].document.tree.text
    messages = [diagnostic.message for diagnostic in site.diagnostics]
    assert len(messages) == 2
    assert any("the tag `widget` is left out (2 times)" in message for message in messages)
    assert any("`gone.html`, which is not in the folder" in message for message in messages)


@pytest.mark.parametrize("name", ["../outside.html", "/etc/hostname", "link.html"])
def test_no_include_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "outside.html").write_text("hidden words", encoding="utf-8")
    page = f"---\n---\n{{% include {name} %}}{{% include_relative {name} %}}seen\n"
    root = written(tmp_path / "site", {"_config.yml": "title: W\n", "index.md": page})
    (root / "_includes").mkdir()
    (root / "_includes" / "link.html").symlink_to(tmp_path / "outside.html")
    assert read_site(root).pages[0].document.tree.text == "seen"


@pytest.mark.parametrize(
    "body",
    [
        "{% include a.html %}",
        "{% for a in (1..100000000) %}x{% endfor %}",
        "{% for a in (1..9000) %}{% for b in (1..9000) %}x{% endfor %}{% endfor %}",
        "{% if page.title %}never closed",
    ],
)
def test_endless_templates_end(tmp_path: Path, body: str) -> None:
    files = {
        "_config.yml": "title: W\n",
        "_includes/a.html": "{% include a.html %}{% include a.html %}",
        "index.md": f"---\n---\n{body}\n",
    }
    site = read_site(written(tmp_path, files))
    assert len(site.pages) == 1
    assert site.diagnostics


def test_pages_that_are_not_published_are_left_out_and_counted(tmp_path: Path) -> None:
    files = {
        "_config.yml": "title: W\nexclude: [tools]\n",
        "index.md": "---\n---\nHome\n",
        "old.md": "---\npublished: false\n---\nOld\n",
        "_drafts/new.md": "---\n---\nNew\n",
        "_layouts/default.html": "<html>{{ content }}</html>",
        "tools/note.md": "---\n---\nNote\n",
        "lighthouse_results/report.html": "<html><body>Report</body></html>",
        "node_modules/x/index.html": "<html><body>Package</body></html>",
        "_site/index.html": "<html><body>Home</body></html>",
        "README.md": "How to build",
    }
    root = written(tmp_path, files)
    assert texts(root) == {"/": "Home"}
    assert read_site(root).unpublished == {"not published": 1, "draft": 1}


def test_html_in_pages_of_jekyll_holds_markdown_only_where_it_says_so(tmp_path: Path) -> None:
    page = (
        "---\n---\n<div class='row'>\n\n    <p>Plain words</p>\n\n</div>\n\n"
        "<div markdown='1'>\n- One **item**\n- Another\n</div>\n\n"
        "<table><tr><td markdown='span'>[Here](there.html)</td></tr></table>\n"
    )
    site = read_site(written(tmp_path, {"_config.yml": "title: W\n", "index.md": page}))
    tree = site.pages[0].document.tree
    assert not tree.all("pre")
    assert [item.text for item in tree.all("li")] == ["One item", "Another"]
    assert tree.all("a")[0].attributes["href"] == "there.html"


def test_pages_of_hugo_have_their_front_matter_and_the_words_of_shortcodes(tmp_path: Path) -> None:
    files = {
        "hugo.toml": 'title = "Placeholder Workshop"\nbaseURL = "https://example.org/"\n',
        "content/_index.md": '+++\ntitle = "Home"\n[params]\nday = "May 4"\n+++\n'
        '[Call]({{< ref "call.md" >}})\n\n{{< card title="Ann Author" >}}\n',
        "content/call.md": "---\ntitle: Call\ndraft: true\n---\nNothing yet\n",
        "content/speakers/index.md": "---\ntitle: Speakers\n---\nBob Builder\n",
        "data/people.toml": '[[chairs]]\nname = "Ann Author"\n',
        "archetypes/default.md": "---\ntitle: TBA\n---\n",
        "themes/plain/exampleSite/content/post.md": "Demo\n",
    }
    site = read_site(written(tmp_path, files))
    assert site.generator is Generator.HUGO
    assert site.unpublished == {"draft": 1}
    assert {page.address for page in site.pages} == {"/", "/speakers/"}
    home = next(page for page in site.pages if page.is_home)
    assert home.document.front_text("title") == "Home"
    assert home.document.tree.all("a")[0].attributes["href"] == "call.md"
    assert "Ann Author" in home.document.tree.text
    assert site.data["people"]["chairs"][0]["name"] == "Ann Author"
    assert site.config["title"] == "Placeholder Workshop"


def test_pages_of_quarto_are_markdown_with_what_they_include(tmp_path: Path) -> None:
    files = {
        "_quarto.yml": "project:\n  type: website\n  output-dir: docs\n",
        "index.qmd": "---\ntitle: W\n---\n::: {.box}\n[May 4]{.day} in Sample City\n:::\n\n"
        "{{< include _chairs.qmd >}}\n",
        "_chairs.qmd": "- Ann Author\n",
    }
    root = written(tmp_path, files)
    site = read_site(root)
    assert (site.generator, site.part) == (Generator.QUARTO, SitePart.SOURCES)
    tree = site.pages[0].document.tree
    assert tree.text == "May 4 in Sample City Ann Author"
    written(root, {"docs/index.html": "<html><body><p>May 5</p></body></html>"})
    assert read_site(root).part is SitePart.BUILT
    assert texts(root) == {"/": "May 5"}
    assert read_site(root, reads_built=False).pages[0].path == "index.qmd"


def test_sources_of_a_program_are_named_and_have_no_pages(tmp_path: Path) -> None:
    files = {
        "package.json": '{"dependencies": {"react": "18", "next": "14"}}',
        "index.html": "<html><body><div id='root'></div></body></html>",
        "src/App.jsx": "export default () => <p>Workshop</p>",
        "README.md": "How to build",
    }
    site = read_site(written(tmp_path, files))
    assert (site.generator, site.program, site.pages) == (Generator.PROGRAM, "Next.js", [])


def test_one_page_and_a_folder_within_a_site_are_read_with_the_site(tmp_path: Path) -> None:
    files = _JEKYLL | {"2026/call.md": "---\ntitle: Call\n---\nOf {{ site.title }}\n"}
    root = written(tmp_path, files)
    for path in (root / "2026", root / "2026" / "call.md"):
        pages = read_site(path).pages
        assert [page.path for page in pages] == ["2026/call.md"]
        assert pages[0].document.tree.text == "Of Placeholder Workshop"


def test_folders_of_hugo_are_known_without_a_configuration(tmp_path: Path) -> None:
    files = {
        "content/_index.md": "---\ntitle: Placeholder Workshop\n---\nWords\n",
        "archetypes/default.md": "---\ntitle: '{{ .Name }}'\n---\nTBA\n",
        "layouts/shortcodes/speakers.html": "<a href='{{ .Get 0 }}'>TBA</a>",
    }
    site = read_site(written(tmp_path, files))
    assert site.generator is Generator.HUGO
    assert [page.path for page in site.pages] == ["content/_index.md"]
