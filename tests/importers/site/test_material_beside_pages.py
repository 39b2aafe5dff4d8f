"""What pages of a site take from scripts, data files, shortcodes and comments beside their text."""

from __future__ import annotations

from pathlib import Path

from proposal.importers.site.site_reader import read_site_edition
from tests.importers.site.small_sites import HEAD, ORGANIZERS, institution_of, organizers, site

PAGE = (
    "<!DOCTYPE html><html><head><title>WSP 2026</title>"
    '<script src="js/config.js"></script></head><body>'
    "<h1>Third Workshop on Structured Proposals (WSP 2026)</h1>"
    "<p>June 26, 2026, Lyon, France. Co-located with SIGIR 2026</p>"
    '<h2>Organizers</h2><div id="organizers"></div></body></html>'
)
TWO = {"Ann Author": "University of Testing", "Bob Builder": "Example Institute"}


def test_lists_in_the_script_of_a_page_are_read_as_data(tmp_path: Path) -> None:
    script = """const DATA = {
      organizers: [
        {name: "Ann Author", affil: "University of Testing", blurb: `works on samples
           and more`},
        {name: "Bob Builder", affiliation: "Example Institute"}],
      importantDates: [
        {label: "Paper submission deadline", previousDate: "May 1, 2026", date: "May 8, 2026"}],
      topics: [{text: "Samples", detail: "small and large"}, {text: "Proposals"}],
    };
    document.getElementById("organizers").append(DATA.organizers.map(show));"""
    folder = site(tmp_path / "site", {"index.html": PAGE, "js/config.js": script})
    draft = read_site_edition(folder, "2026")
    assert organizers(draft) == TWO
    assert draft.edition["dates"] == {"submission": {"date": "2026-05-08", "was": ["2026-05-01"]}}
    assert draft.edition["topics"] == ["Samples: small and large", "Proposals"]


def test_a_file_that_a_script_fetches_is_read_as_data(tmp_path: Path) -> None:
    people = '[{"name": "Ann Author", "affiliation": "University of Testing"},'
    people += '{"name": "Bob Builder", "affiliation": "Example Institute"}]'
    script = 'fetch("data/organizers.json").then(show);'
    files = {"index.html": PAGE, "js/config.js": script, "data/organizers.json": people}
    assert organizers(read_site_edition(site(tmp_path / "site", files), "2026")) == TWO


def test_a_file_outside_of_the_site_is_not_read(tmp_path: Path) -> None:
    site(tmp_path, {"organizers.json": '[{"name": "Carol Creator"}, {"name": "Dan Drawer"}]'})
    script = 'const organizers = [{name: "Ann Author"}]; fetch("../organizers.json");'
    folder = site(tmp_path / "site", {"index.html": PAGE, "js/config.js": script})
    assert list(organizers(read_site_edition(folder, "2026"))) == ["Ann Author"]


def test_shortcodes_that_name_people_are_read(tmp_path: Path) -> None:
    page = HEAD + (
        "## Organizers\n\n{{< people >}}\n"
        '{{< person name="Ann Author" image="ann.jpg" affiliation="University of Testing" >}}\n'
        '{{< person name="Bob Builder" image="bob.jpg" affiliation="Example Institute" >}}\n'
        "{{< /people >}}\n"
    )
    files = {"hugo.toml": 'title = "WSP 2026"\n', "content/_index.md": page}
    assert organizers(read_site_edition(site(tmp_path / "site", files), "2026")) == TWO


def test_rows_of_a_call_in_zola_are_people(tmp_path: Path) -> None:
    page = HEAD.replace("---", "+++").replace(": ", " = ").replace("excerpt", "description") + (
        '## Organizers\n\n{{ grid(\n  text = [\n    ["Ann Author", "University of Testing"],\n'
        '    ["Bob Builder", "Example Institute"]\n  ],\n  image_dir = "people") }}\n'
    )
    files = {"config.toml": 'base_url = "https://example.org"\n', "content/_index.md": page}
    assert organizers(read_site_edition(site(tmp_path / "site", files), "2026")) == TWO


def test_a_comment_ends_no_list_in_html(tmp_path: Path) -> None:
    page = HEAD + (
        '# Organizers\n\n<div class="people">\n    <div class="person">\n        <b>Ann Author</b>'
        '\n    </div>\n    <!-- the others -->\n    <div class="person">\n        <b>Bob Builder'
        "</b>\n    </div>\n</div>\n"
    )
    files = {"hugo.toml": 'title = "WSP 2026"\n', "content/_index.md": page}
    assert list(organizers(read_site_edition(site(tmp_path / "site", files), "2026"))) == list(TWO)


def test_the_readme_of_a_site_without_a_first_page_is_its_first_page(tmp_path: Path) -> None:
    config = 'title: "Workshop on Structured Proposals"\ndescription: "SIGIR 2026 workshop"\n'
    files = {"_config.yml": config, "README.md": HEAD.partition("---\n#")[2] + ORGANIZERS}
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert list(organizers(draft)) == ["Ann Author"]


def test_what_is_written_for_programs_is_no_page(tmp_path: Path) -> None:
    files = {"index.md": HEAD + ORGANIZERS, "CLAUDE.md": "# Organizers\n\n* Carol Creator\n"}
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert list(organizers(draft)) == ["Ann Author"]


def test_a_folder_named_by_acronym_and_two_digits_is_of_that_year(tmp_path: Path) -> None:
    old = HEAD.replace("2026", "2024").replace("Third", "First")
    files = {
        "index.md": HEAD + ORGANIZERS,
        "past/wsp24/index.md": old + "# Organizers\n\n* Carol Creator, Example University\n",
    }
    folder = site(tmp_path / "site", files)
    assert list(organizers(read_site_edition(folder, "2026"))) == ["Ann Author"]
    assert list(organizers(read_site_edition(folder, "2024"))) == ["Carol Creator"]


def test_a_title_below_a_speakers_name_is_no_institution(tmp_path: Path) -> None:
    page = (
        HEAD
        + ORGANIZERS
        + (
            "# Invited Speakers\n\n## Ann Author\n\nConnecting Samples Across Different Scales"
            "\n\n## Bob Builder\n\nExample Institute\n\nBuilding AI-Driven Samples: What Remains?\n"
        )
    )
    draft = read_site_edition(site(tmp_path / "site", {"index.md": page}), "2026")
    talks = draft.edition["speakers"]
    assert isinstance(talks, list)
    assert [(one["person"].name, one.get("title")) for one in talks] == [
        ("Ann Author", "Connecting Samples Across Different Scales"),
        ("Bob Builder", "Building AI-Driven Samples: What Remains?"),
    ]
    assert [institution_of(one["person"]) for one in talks] == [
        "University of Testing",
        "Example Institute",
    ]


def test_classes_say_what_the_lines_below_a_name_are(tmp_path: Path) -> None:
    page = (
        HEAD
        + ORGANIZERS
        + (
            '<h2>Keynotes</h2>\n<div class="person"><a href="https://bob.example">Bob Builder</a>'
            '<div class="talk-title">Carol Creator Meets Samples</div>'
            '<div class="affiliation">Samples United</div></div>\n'
        )
    )
    draft = read_site_edition(site(tmp_path / "site", {"index.md": page}), "2026")
    talks = draft.edition["speakers"]
    assert isinstance(talks, list)
    assert [(one["person"].name, one.get("title")) for one in talks] == [
        ("Bob Builder", "Carol Creator Meets Samples")
    ]
    assert institution_of(talks[0]["person"]) == "Samples United"


def test_terms_of_kramdown_are_people_with_their_institutions(tmp_path: Path) -> None:
    page = HEAD + (
        '{::options parse_block_html="true" /}\n\n<div class="left">\n## Workshop Chairs\n\n'
        "Ann Author\n: University of Testing\n\nBob Builder\n: Example Institute\n</div>\n"
    )
    assert organizers(read_site_edition(site(tmp_path / "site", {"index.md": page}), "2026")) == TWO


def test_profiles_of_a_theme_with_texts_in_files_are_read(tmp_path: Path) -> None:
    layout = (
        "{% for profile in page.profiles %}<div class='profile'>\n<img\n{% if profile.wide %}\n"
        "width='9'\n{% endif %}\n>\n<!--\n\nA note.\n-->\n<div>{{ profile.info }}</div></div>\n"
        "<div class='text'>{% capture text %}{% include_relative {{ profile.content }} %}"
        "{% endcapture %}{{ text | markdownify }}</div>{% endfor %}"
    )
    page = (
        "---\nlayout: profiles\ntitle: Organizers\nprofiles:\n"
        "  - {content: people/ann.md, info: '<p>Example University</p><p>ann@ex.example</p>'}\n"
        "  - {content: people/bob.md, info: '<p>Example Institute</p><p>bob@ex.example</p>'}\n---\n"
    )
    files = {
        "_config.yml": "title: WSP 2026\n",
        "index.md": HEAD,
        "_layouts/profiles.html": layout,
        "_pages/organizers.md": page,
        "_pages/people/ann.md": "**Ann Author** is a Lecturer in Samples at the University of "
        "Testing. More is said of her work with samples.\n",
        "_pages/people/bob.md": "**[Bob Builder](https://bob.example)** is the head of samples at "
        "Example Institute, where he builds them.\n",
    }
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert organizers(draft) == TWO
    assert [person.email for person in draft.people] == [None, None]


def test_ids_of_headings_are_no_part_of_them(tmp_path: Path) -> None:
    page = HEAD + "## Organizers {#organizers}\n\n* Ann Author, University of Testing\n"
    draft = read_site_edition(site(tmp_path / "site", {"index.md": page}), "2026")
    assert list(organizers(draft)) == ["Ann Author"]


def test_a_long_list_of_members_is_read_although_one_name_is_not_understood(tmp_path: Path) -> None:
    names = [f"Carol {letter}reator" for letter in "ABCDEGHJKM"]
    page = HEAD + ORGANIZERS + f"## Program Committee\n\n{', '.join([*names, 'mononym'])}\n"
    draft = read_site_edition(site(tmp_path / "site", {"index.md": page}), "2026")
    members = draft.edition["committee"]
    assert isinstance(members, list)
    assert [member["name"] for member in members] == names
    assert any("mononym" in diagnostic.message for diagnostic in draft.diagnostics)
