"""Which pages of a site are of an edition, and what the site is made with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from proposal.doctor import Group
from proposal.importers.draft import Draft, ImportSourceError
from proposal.importers.site.site_reader import read_site_edition
from tests.importers.bringing import imports, new_folder
from tests.importers.site.small_sites import (
    HEAD,
    ORGANIZERS,
    codes,
    html_with,
    organizers,
    site,
    speakers,
)
from tests.parts import require

NO_HEAD = "---\ntitle: Home\n---\n"


def read(root: Path, files: dict[str, str], year: str = "2026") -> Draft:
    """What is read of a site with some files."""
    return read_site_edition(site(root / "site", files), year)


def head_of(draft: Draft) -> tuple[object, ...]:
    """Name, acronym, ordinal, conference, city and day of a draft."""
    when, venue = draft.edition["when"], draft.venue
    assert isinstance(when, dict)
    return (
        draft.workshop["name"],
        draft.workshop["acronym"],
        draft.edition["ordinal"],
        venue["series"],
        venue["city"],
        when["date"],
    )


WHOLE = ("Workshop on Structured Proposals", "WSP", 3, "SIGIR", "Lyon", "2026-06-26")
HEADS = {
    "below the title": HEAD,
    "in the text": (
        '---\ntitle: "Third Workshop on Structured Proposals (WSP 2026)"\n---\n'
        "> Co-located with SIGIR 2026\n\n> June 26, 2026 | Lyon, France\n\n# Overview\n\nAims.\n\n"
    ),
    "the place before the day": (
        '---\ntitle: "The 3rd Workshop on Structured Proposals (WSP\'26)"\n'
        'excerpt: "WSP at SIGIR 2026<br> Lyon, France, 26 June, 2026"\n---\n'
    ),
    "in one sentence": (
        "---\ntitle: Home\n---\nThe Third Workshop on Structured Proposals (WSP) will be held in "
        "conjunction with SIGIR 2026 in Lyon, France, on June 26, 2026.\n\n"
    ),
    "a heading": (
        '---\nexcerpt: "WSP at SIGIR 2026<br/> Lyon, France, 26 June, 2026"\npermalink: /\n---\n'
        "## The 3rd Workshop on Structured Proposals (WSP'26)\n\n"
    ),
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_the_head_of_an_edition_is_found(tmp_path: Path, head: str) -> None:
    assert head_of(read(tmp_path, {"index.md": head + ORGANIZERS})) == WHOLE


def test_the_year_may_stand_in_the_configuration_alone(tmp_path: Path) -> None:
    files = {
        "_config.yml": 'title: "WSP 2026"\nurl: "https://example.org/"\nbaseurl: "/wsp-2026"\n',
        "index.md": f"---\ntitle: Third Workshop on Structured Proposals\n---\n{ORGANIZERS}",
    }
    draft = read(tmp_path, files)
    assert draft.workshop["url"] == "https://example.org/wsp-2026/"
    assert list(organizers(draft)) == ["Ann Author"]


def test_sub_pages_belong_to_the_edition_of_their_site(tmp_path: Path) -> None:
    files = {
        "index.md": HEAD,
        "_pages/team.md": f"---\ntitle: Organizers\npermalink: /team/\n---\n{ORGANIZERS}",
        "_pages/cfp.md": "---\ntitle: Call for Papers\n---\n## Important Dates\n\n"
        "- Submission: March 2, 2026\n",
    }
    draft = read(tmp_path, files)
    assert list(organizers(draft)) == ["Ann Author"]
    assert draft.edition["dates"] == {"submission": {"date": "2026-03-02"}}


def test_editions_in_folders_are_kept_apart(tmp_path: Path) -> None:
    files = {
        "index.md": HEAD + ORGANIZERS,
        "_pages/2025/index.md": "---\ntitle: Second Workshop on Structured Proposals\n---\n"
        "# Organizers\n\n* Bob Builder, Institute of Samples\n",
        "_pages/2025/programme.md": "---\ntitle: Programme\n---\n| Time | Event |\n|---|---|\n"
        "| 09:00–09:10 | Opening |\n| 09:10–10:00 | Discussion |\n",
    }
    assert list(organizers(read(tmp_path, files, "2025"))) == ["Bob Builder"]
    newer = read(tmp_path, files)
    assert list(organizers(newer)) == ["Ann Author"]
    assert newer.program == []


@pytest.mark.parametrize(
    "path", ["old/people.md", "_archive/people.md", "backup_2/people.md", "people-old.md"]
)
def test_what_was_put_aside_is_left_out_and_named(tmp_path: Path, path: str) -> None:
    files = {
        "index.md": HEAD + ORGANIZERS,
        path: "---\ntitle: Organizers\n---\n* Bob Builder, Institute of Samples\n",
    }
    draft = read(tmp_path, files)
    assert list(organizers(draft)) == ["Ann Author"]
    assert [path in one.message for one in draft.diagnostics if one.code == "other-edition"] == [
        True
    ]


def test_pages_of_other_years_are_counted_up(tmp_path: Path) -> None:
    files = {"index.md": HEAD + ORGANIZERS} | {
        f"{year}/index.md": "# Organizers\n\n* Bob Builder\n" for year in (2023, 2024, 2025)
    }
    said = [one.message for one in read(tmp_path, files).diagnostics if one.code == "left-out"]
    assert said == [
        "the pages that are of 2023, 2024 and 2025 by their names or folders are left out"
    ]


def test_what_is_only_in_an_old_folder_is_read(tmp_path: Path) -> None:
    assert list(organizers(read(tmp_path, {"old/index.md": HEAD + ORGANIZERS}))) == ["Ann Author"]


def test_a_page_titled_with_another_year_is_set_aside(tmp_path: Path) -> None:
    files = {
        "index.md": HEAD + ORGANIZERS,
        "papers.md": '---\ntitle: "The ABCD-21 Workshop on Structured Proposals"\n---\n'
        "# Accepted papers\n\n* An Old Paper on Placeholders<br>*Ann Author and Bob Builder*\n",
    }
    draft = read(tmp_path, files)
    assert draft.papers == []
    assert "other-edition" in codes(draft)


def test_an_edition_that_the_site_does_not_have_is_refused_with_those_it_has(
    tmp_path: Path,
) -> None:
    with pytest.raises(ImportSourceError, match="edition 2031 was found; the pages are of 2026"):
        read(
            tmp_path,
            {"index.md": HEAD + ORGANIZERS, "about.md": "---\ntitle: About\n---\n"},
            "2031",
        )


def test_includes_loops_and_values_of_jekyll_are_expanded(tmp_path: Path) -> None:
    files = {
        "_config.yml": "title: WSP 2026\nwsp:\n  day: June 26, 2026\n  host: SIGIR 2026\n",
        "_data/organizers.yml": "- {name: Ann Author, affiliation: University of Testing}\n",
        "_data/speakers.yml": "bob:\n  name: Bob Builder\n  talk: Building without Bricks\n",
        "_includes/person.html": "<li>{{ include.p.name }}, {{ include.p.affiliation }}</li>\n",
        "index.md": "---\ntitle: Third Workshop on Structured Proposals\n---\n"
        "Co-located with {{ site.wsp.host }}, Lyon, France, {{ site.wsp.day }}.\n\n"
        "# Organizers\n\n<ul>\n{% for p in site.data.organizers %}"
        "{% include person.html p=p %}{% endfor %}</ul>\n\n"
        "# Keynote speakers\n\n"
        "{% for s in site.data.speakers %}{% include of_theme.html speaker=s %}{% endfor %}\n",
    }
    draft = read(tmp_path, files)
    assert head_of(draft)[3:] == ("SIGIR", "Lyon", "2026-06-26")
    assert organizers(draft) == {"Ann Author": "University of Testing"}
    assert speakers(draft) == {"Bob Builder": "Building without Bricks"}


def test_no_include_leads_out_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("* Mallory Hidden, Sample Labs\n", encoding="utf-8")
    body = "# Organizers\n\n* Ann Author, Sample Labs\n\n{% include_relative ../secret.md %}\n"
    assert list(organizers(read(tmp_path, {"index.md": HEAD + body}))) == ["Ann Author"]


def test_rows_of_a_theme_are_read_from_front_matter(tmp_path: Path) -> None:
    page = (
        "---\ntitle: Organizers\nfeature_row:\n  - {title: Ann Author, excerpt: Sample Labs}\n"
        "---\n{% include feature_row %}\n"
    )
    assert organizers(read(tmp_path, {"index.md": HEAD, "team.md": page})) == {
        "Ann Author": "Sample Labs"
    }


def test_a_hugo_site_is_read_with_toml_and_data(tmp_path: Path) -> None:
    files = {
        "hugo.toml": "title = 'WSP 2026'\nbaseURL = 'https://wsp.example.org/'\n",
        "archetypes/default.md": "---\ntitle: '{{ .Name }}'\n---\n# Organizers\n\n* Nobody Known\n",
        "content/_index.md": '+++\ntitle = "Third Workshop on Structured Proposals"\n+++\n'
        'Co-located with SIGIR 2026, June 26, 2026, Lyon, France.\n\n{{< figure src="a.png" >}}\n',
        "data/organizers.yaml": "- name: Ann Author\n  affiliation: University of Testing\n",
    }
    draft = read(tmp_path, files)
    assert organizers(draft) == {"Ann Author": "University of Testing"}
    assert draft.workshop["url"] == "https://wsp.example.org/"
    assert head_of(draft)[3:] == ("SIGIR", "Lyon", "2026-06-26")


def test_a_quarto_site_is_read_from_its_sources(tmp_path: Path) -> None:
    files = {
        "_quarto.yml": 'project: {type: website}\nwebsite: {title: "WSP 2026"}\n',
        "index.qmd": f"{HEAD}::: {{.callout}}\n{ORGANIZERS}:::\n",
    }
    assert list(organizers(read(tmp_path, files))) == ["Ann Author"]


def test_the_sources_of_a_program_are_refused_with_what_to_give(tmp_path: Path) -> None:
    files = {
        "package.json": json.dumps({"dependencies": {"react": "^18.0.0"}}),
        "src/App.js": "export default function App() { return null; }\n",
        "public/index.html": '<!DOCTYPE html><html><body><div id="root"></div></body></html>',
    }
    with pytest.raises(
        ImportSourceError, match=r"sources of a program of React.*give the built pages"
    ):
        read(tmp_path, files)


@pytest.mark.parametrize("day", ["16 et 17 juin 2027", "16. Juni 2027", "16 de junio de 2027"])
def test_pages_of_another_year_are_refused_in_other_languages_too(tmp_path: Path, day: str) -> None:
    title = "---\ntitle: Journées des exemples\n---\n"
    page = f"{title}# Programme\n\n## {day}\n\n* 09:00 - 10:00 Accueil\n"
    with pytest.raises(ImportSourceError, match="the pages are of 2027"):
        read(tmp_path, {"_quarto.yml": "project: {type: website}\n", "index.qmd": page})


@pytest.mark.parametrize("name", ["FORM_SETUP.md", "DESIGN.md", "REDESIGN-COMPLETE.md"])
def test_notes_for_developers_beside_the_sources_of_a_program_are_no_pages(
    tmp_path: Path, name: str
) -> None:
    files = {
        "package.json": json.dumps({"dependencies": {"next": "^15.0.0"}}),
        "src/app/page.tsx": "export default function Page() { return null; }\n",
        name: "# Form Setup Guide\n\n" + "Placeholder sentence about the form.\n" * 100,
    }
    with pytest.raises(ImportSourceError, match="sources of a program of Next"):
        read(tmp_path, files)


def test_a_saved_page_is_enough_to_build(tmp_path: Path) -> None:
    require(Group.DOCUMENTS)
    page = site(tmp_path / "site", {"wsp.md": HEAD + ORGANIZERS}) / "wsp.md"
    workspace = new_folder(tmp_path / "workshop")
    said = imports(workspace, "site", page).output
    assert "1 page of the edition 2026 read: 1 organizers" in said
    finished = workspace.run("build")
    assert finished.code == 0, finished.output + finished.errors
    assert workspace.pdf("2026", "proposal").is_file()


def test_an_import_without_organizers_says_what_to_add(tmp_path: Path) -> None:
    page = (
        "---\ntitle: Workshop on Structured Proposals\n---\n# Overview\n\n"
        "The workshop takes place on June 26, 2026.\n"
    )
    folder = site(tmp_path / "site", {"_pages/2026/index.md": page})
    workspace = new_folder(tmp_path / "workshop")
    finished = workspace.run("import", "jekyll", str(folder), "--edition", "2026")
    assert finished.code == 1
    assert "`organizers` is missing here" in finished.output
    assert "It cannot be built before this error is mended." in finished.output


def test_a_page_that_tells_of_no_workshop_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportSourceError, match="no workshop is understood"):
        read(tmp_path, {"index.md": f"{NO_HEAD}We sell flowers, 2026.\n"})


@pytest.mark.parametrize(
    ("title", "name", "acronym"),
    [
        ("WSP: Structured Proposals at Large @ SIGIR 2026", "Structured Proposals at Large", "WSP"),
        ("SIGIR 2026 Workshop - Structured Proposals", "Structured Proposals", "SP"),
        ("SIGIR 2026 Workshop on Structured Proposals", "Workshop on Structured Proposals", "WSP"),
    ],
)
def test_a_title_may_stand_beside_its_conference(
    tmp_path: Path, title: str, name: str, acronym: str
) -> None:
    page = f'---\ntitle: Home\nsubtitle: "{title}"\n---\nJune 26, 2026, Lyon, France.\n\n'
    draft = read(tmp_path, {"index.md": page + ORGANIZERS})
    assert head_of(draft) == (name, acronym, "1", "SIGIR", "Lyon", "2026-06-26")


def test_a_built_page_to_which_no_page_leads_is_set_aside(tmp_path: Path) -> None:
    head = (
        "<!DOCTYPE html><html><head><title>WSP 2026</title></head><body>"
        "<h1>Third Workshop on Structured Proposals</h1><p>June 26, 2026, SIGIR 2026</p>"
    )
    people = "<h2>Organizers</h2><ul><li>{}, Sample Labs</li></ul></body></html>"
    files = {
        "index.html": f'{head}<a href="team.html">The team of WSP</a></body></html>',
        "team.html": f"{head}{people.format('Ann Author')}",
        "old_team.html": f"{head}{people.format('Bob Builder')}",
    }
    draft = read(tmp_path, files)
    assert list(organizers(draft)) == ["Ann Author"]
    assert any("leads to old_team.html" in one.message for one in draft.diagnostics)


def test_parts_of_the_day_are_no_headings(tmp_path: Path) -> None:
    body = (
        "# Schedule\n\n- 09:00 – 10:00\n\n  **Keynote 1: Ann Author**\n\n- 10:00 – 10:30\n\n"
        "  **Oral Session**\n\n  A Study of Placeholders in Tests\n\n  *Cleo Coder, Dan Doe*\n"
    )
    draft = read(tmp_path, {"index.md": HEAD + body})
    assert list(speakers(draft)) == ["Ann Author"]


def test_pages_in_a_form_that_is_not_read_are_counted(tmp_path: Path) -> None:
    files = {
        "index.md": HEAD + ORGANIZERS,
        "pages/a.rst": "Program\n=======\n",
        "b.adoc": "= People",
    }
    said = [one.message for one in read(tmp_path, files).diagnostics]
    assert "pages in `.adoc` and `.rst` are not read, such as b.adoc (2 files)" in said


def test_a_folder_with_no_page_that_is_read_says_which_it_has(tmp_path: Path) -> None:
    files = {
        "package.json": '{"devDependencies": {"@11ty/eleventy": "2"}}',
        "src/index.njk": "<h1>WSP</h1>",
    }
    with pytest.raises(ImportSourceError, match=r"Eleventy.*pages in `.njk` are not read"):
        read(tmp_path, files)


def test_an_address_that_is_none_leads_to_no_page(tmp_path: Path) -> None:
    title = "<h1>Third Workshop on Structured Proposals (WSP 2026)</h1>"
    people = "<h2>Organizers</h2><ul><li>Ann Author, University of Testing</li></ul>"
    links = '<a href="http://[papers">Submit</a> <a href="talks.html">Talks</a>'
    files = {"index.html": f"{title}{people}{links}", "talks.html": f"{title}<p>None yet.</p>"}
    assert organizers(read(tmp_path, files)) == {"Ann Author": "University of Testing"}


def test_people_of_hugoblox_may_be_in_toml_and_in_data(tmp_path: Path) -> None:
    section = (
        "---\ntitle: Third Workshop on Structured Proposals (WSP 2026)\ntype: landing\nsections:\n"
        "  - block: team-showcase\n    content:\n      title: Organizers\n"
        "      user_groups: [Organizers]\n---\n"
    )
    ann = (
        '+++\nname = "Ann Author"\nuser_groups = ["Organizers"]\n[[organizations]]\n'
        '  name = "University of Testing"\n+++\n'
    )
    bob = (
        "schema: hugoblox/author/v1\nname:\n  display: Bob Builder\nuser_groups: [Organizers]\n"
        "affiliations:\n  - name: Sample Institute\n"
    )
    files = {
        "hugo.yaml": "title: WSP 2026\n",
        "content/_index.md": section,
        "content/authors/ann/_index.md": ann,
        "data/authors/bob.yaml": bob,
    }
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert organizers(draft) == {
        "Ann Author": "University of Testing",
        "Bob Builder": "Sample Institute",
    }


def test_front_matter_of_nikola_is_read(tmp_path: Path) -> None:
    head = "<!--\n.. title: {}\n.. slug: x\n.. date: 2025-12-01 10:00:00 UTC\n.. tags:\n-->\n\n"
    files = {
        "conf.py": "",
        "pages/index.md": head.format("Third Workshop on Structured Proposals (WSP 2026)")
        + f"June 26, 2026, Lyon, France\n\n{ORGANIZERS}",
        "pages/committee.md": head.format("Program committee") + "* Bob Builder, Sample Labs\n",
    }
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert draft.workshop["name"] == "Workshop on Structured Proposals"
    assert list(organizers(draft)) == ["Ann Author"]


def test_a_comment_at_the_beginning_of_a_page_is_no_front_matter(tmp_path: Path) -> None:
    text = f"<!--\nWritten by hand\n-->\n# Third Workshop on Structured Proposals\n\n{ORGANIZERS}"
    draft = read_site_edition(site(tmp_path / "site", {"index.md": text}), "2026")
    assert list(organizers(draft)) == ["Ann Author"]


def test_who_has_exported_a_page_of_org_is_no_part_of_it(tmp_path: Path) -> None:
    foot = '<div id="postamble"><h2>Organizers</h2><ul><li>Zoe Author, Sample Labs</li></ul></div>'
    draft = html_with(
        tmp_path, f"<h2>Organizers</h2><ul><li>Ann Author, Sample Labs</li></ul>{foot}"
    )
    assert list(organizers(draft)) == ["Ann Author"]


@pytest.mark.parametrize(
    "front",
    [
        '+++\ntitle = "Organizers"\ndraft = true\n+++\n',
        "<!--\n.. title: Organizers\n.. status: draft\n-->\n",
        "---\ntitle: Organizers\nstatus: private\n---\n",
    ],
    ids=["TOML", "Nikola", "Nikola in YAML"],
)
def test_a_draft_is_not_read_whatever_its_front_matter_is_written_in(
    tmp_path: Path, front: str
) -> None:
    files = {"index.md": HEAD + ORGANIZERS, "old.md": f"{front}\n* Zoe Author, Sample Labs\n"}
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert list(organizers(draft)) == ["Ann Author"]


@pytest.mark.parametrize("front", ['+++\ntitle = "Team\n+++\n', '---\ntitle: "Team\n---\n'])
def test_front_matter_that_cannot_be_read_is_said_to_be_left_out(
    tmp_path: Path, front: str
) -> None:
    draft = read(tmp_path, {"index.md": HEAD + "[Team](team.md)\n", "team.md": front + ORGANIZERS})
    assert list(organizers(draft)) == ["Ann Author"]
    (said,) = [one for one in draft.diagnostics if "front matter" in one.message]
    assert said.message == "the front matter of team.md cannot be read and is left out"


def test_a_post_of_docusaurus_is_no_first_page(tmp_path: Path) -> None:
    files = {
        "docs/intro.md": "---\ntitle: Third Workshop on Structured Proposals (WSP 2026)\n---\n\n"
        f"June 26, 2026, Lyon, France\n\n{ORGANIZERS}",
        "blog/2026-01-31-welcome.md": "---\ntitle: Welcome\nauthors:\n  - name: Zoe Writer\n---\n",
    }
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert isinstance(draft.edition["when"], dict)
    assert draft.edition["when"]["date"] == "2026-06-26"
    assert list(organizers(draft)) == ["Ann Author"]
    said = [one.message for one in draft.diagnostics if "posts are news" in one.message]
    assert said == ["posts are news, and what stands there is not read: blog/2026-01-31-welcome.md"]
