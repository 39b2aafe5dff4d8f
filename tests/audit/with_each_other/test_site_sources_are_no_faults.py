"""What only a site's program understands is no fault of its pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.audit.run_audit import Audit, compare_with_each_other
from tests.importers.bringing import written

TITLE = '---\ntitle: "Workshop on Structured Proposals 2026"\n---\n'


def audited(root: Path, files: dict[str, str]) -> Audit:
    """What an audit finds in a folder with some files."""
    for name, text in files.items():
        written(root / name, text)
    return compare_with_each_other([root])


FAULTLESS = {
    "anchors of a theme's data": {
        "index.md": TITLE,
        "_data/words.yml": 'en: &WORDS\n  menu: "Menu"\nen-GB:\n  <<: *WORDS\n',
    },
    "Markdown in a cell": {
        "index.md": f'{TITLE}<table><tr><td markdown="span">[A Talk](/talk)</td></tr></table>\n'
    },
    "addresses that Liquid makes": {
        "index.md": f"{TITLE}Submit by [EasyChair]({{{{ site.wsp.url }}}}), as always.\n"
    },
    "the day on which proceedings appear": {
        "index.md": f"{TITLE}## Dates\n\n* Camera-ready version of papers: 25 May 2026\n"
        "* Camera-ready proceedings online: 31 May 2026\n"
    },
    "the domain of a host": {
        "index.md": f"{TITLE}Beside [ABCD](https://abcd2026.spec.org/). Program of PECS 2026.\n"
    },
    "the number of a form": {
        "index.md": f"{TITLE}JUL 20, 2026: [form](https://forms.example.org/d/1FAIpQLSc-UlJ7P2q)\n"
    },
    "labels in data": {
        "index.md": TITLE,
        "_data/schedule.yml": '- {event: ann, title: "Keynote 1:", start: "09:00"}\n',
    },
    "templates of Hugo": {
        "archetypes/default.md": '---\ntitle: "{{ replace .Name "-" " " | title }}"\n---\n',
        "layouts/shortcodes/speakers.html": "<h3>{{ .name }}</h3>\n",
        "content/_index.md": TITLE,
    },
    "demonstrations that the configuration leaves out": {
        "_config.yml": "title: WSP\nexclude:\n  - /docs # of the theme\n  - FAQ.md\n",
        "docs/_pages/splash.md": "---\ntitle: Lorem ipsum\n---\n[Text](#link) TBA\n",
        "FAQ.md": "TODO\n",
        "index.md": TITLE,
    },
    "files of a collection that an underscore hides": {
        "_config.yml": "title: WSP\ncollections: [talks]\n",
        "_talks/_keynote.md": '---\ntitle: "TBD"\n---\n',
        "index.md": TITLE,
    },
    "pages of Quarto that were built, and parts of pages": {
        "_quarto.yml": "project:\n  type: website\n  output-dir: docs\n",
        "docs/index.html": "<!DOCTYPE html><html><body><p>Room: TBA</p></body></html>",
        "_dates.qmd": "Room: TBA\n",
        "index.qmd": TITLE,
    },
    "pages of Hugo that were built": {
        "config.toml": 'title = "WSP"\n',
        "public/index.html": "<!DOCTYPE html><html><body><p>Room: TBA</p></body></html>",
        "content/_index.md": '+++\ntitle = "WSP 2026"\n+++\n',
    },
    "words of a theme in other languages": {
        "_data/ui-text.yml": 'sk:\n  back: "Na začiatok stránky"\n',
        "_data/words.yml": 'sk: "Na začiatok stránky"\n',
        "index.md": TITLE,
    },
    "tabs behind words of data": {"_data/papers.yml": "- Ann\tAuthor\n", "index.md": TITLE},
    "numbers of lines of code": {
        "index.html": '<!DOCTYPE html><html lang="en"><head><title>WSP 2026</title></head><body>'
        '<pre><code><a href="#"></a>first <a href="#"></a>second</code></pre></body></html>'
    },
    "the name of the site": {
        "index.html": '<!DOCTYPE html><html lang="en"><head><title>WSP 2026</title></head><body>'
        '<a href="#" class="logo">WSP 2026</a></body></html>'
    },
    "addresses of which only the site knows": {
        "_config.yml": "title: WSP\n",
        "index.md": f"{TITLE}Submit by [EasyChair]({{{{ edition.link }}}}).\n"
        "{% for talk in site.talks %}\n* [{{ talk.title }}]({{ talk.address }})\n{% endfor %}\n",
        "_talks/first.md": "---\ntitle: A talk\n---\n",
    },
    "comments": {
        "_config.yml": "title: WSP\n",
        "_includes/note.html": "Room: TBA\n",
        "index.md": f"{TITLE}[//]: {{% include note.html %}}\n\nWords.\n",
    },
    "items of collections that are not published": {
        "_config.yml": "title: WSP\n",
        "_talks/first.md": "---\npublished: false\ntitle: TBA\n---\n",
        "index.md": TITLE + "{% for talk in site.talks %}\n* {{ talk.title }}\n{% endfor %}\n",
    },
    "dates of a journal": {
        "index.md": f"{TITLE}* Submission deadline: May 3, 2026\n",
        "journal-issue.md": f"{TITLE}* Submission deadline: November 3, 2026\n",
    },
    "words that are not shown": {
        "index.html": '<!DOCTYPE html><html lang="en"><head><title>WSP 2026</title></head><body>'
        '<p>Text <span style="opacity:0;">TBD</span><span style="display:none">TBA</span></p>'
        "</body></html>"
    },
}


@pytest.mark.parametrize("files", FAULTLESS.values(), ids=FAULTLESS)
def test_nothing_is_found(tmp_path: Path, files: dict[str, str]) -> None:
    assert [str(one) for one in audited(tmp_path, files).diagnostics] == []


def test_words_that_are_shown_and_links_without_addresses_are_found(tmp_path: Path) -> None:
    body = "Room: TBA\n\n[Slides]() and [A Talk]\n\nSee [there](https://example.org/WDSM/2026).\n"
    found = audited(tmp_path, {"index.md": f"{TITLE}At WSDM 2026.\n\n{body}"}).diagnostics
    assert {one.code for one in found} >= {"placeholder", "empty-link", "acronym-spelling"}


def test_pages_of_quarto_are_read(tmp_path: Path) -> None:
    found = audited(tmp_path, {"index.qmd": f"{TITLE}Workshop date: TBA\n"})
    assert [one.code for one in found.diagnostics] == ["placeholder"]


def test_what_pages_include_is_read_where_it_stands(tmp_path: Path) -> None:
    files = {
        "program.md": f"{TITLE}{{% include program.md %}}\n",
        "_includes/program.md": "Words.\n\n* Room: TBA\n",
    }
    [found] = audited(tmp_path, files).diagnostics
    assert str(found.span) == f"{tmp_path}/_includes/program.md:3:9"


def test_what_lists_of_data_show_is_read_once_and_where_it_stands(tmp_path: Path) -> None:
    files = {
        "_config.yml": "title: WSP\n",
        "index.md": f"{TITLE}{{% for talk in site.data.talks %}}\n* {{{{ talk.title }}}}\n"
        "{% endfor %}\n",
        "_data/talks.yml": "- title: A talk\n- title: TBA\n",
    }
    [found] = audited(tmp_path, files).diagnostics
    assert str(found.span) == f"{tmp_path}/_data/talks.yml:2:10"


def test_it_says_which_parts_of_pages_were_not_read(tmp_path: Path) -> None:
    files = {
        "program.md": f"{TITLE}{{% include a.md %}}{{% include b.md %}}\n",
        "_includes/a.md": "Words.\n",
    }
    lines = audited(tmp_path, files).summary.lines
    assert "Not read: what pages include and is not here (b.md). The built site has it." in lines


@pytest.mark.parametrize("front", ["published: false", "draft: true"])
def test_pages_that_are_not_published_are_left_alone(tmp_path: Path, front: str) -> None:
    files = {"index.md": TITLE, "next.md": f"---\n{front}\n---\nRoom: TBA\n"}
    found = audited(tmp_path, files)
    assert found.diagnostics == []
    assert "Left alone: 1 page that is not published." in found.summary.lines
