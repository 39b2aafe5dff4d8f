"""Pages of MDX: what components say, lists that stand beside them, and what a program works out."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from proposal.importers.draft import Draft
from proposal.importers.site.component_markup import ComponentPage
from proposal.importers.site.site_reader import read_site_edition
from tests.importers.site.small_sites import HEAD, ORGANIZERS, organizers, site, speakers


def mdx(root: Path, body: str, files: dict[str, str] | None = None) -> Draft:
    """What is read of a page of MDX with a usual head and some text below it."""
    pages = {"docs/index.mdx": HEAD + body, **(files or {})}
    return read_site_edition(site(root / "site", pages), "2026")


def not_read(draft: Draft) -> list[str]:
    """What is said of components."""
    return [one.message for one in draft.diagnostics if "components" in one.message]


def test_components_say_who_somebody_is(tmp_path: Path) -> None:
    body = (
        "import Person from '@site/src/components/Person';\n\n# Organizers\n\n"
        '<div className="grid">\n'
        '  <Person name="Ann Author" affiliation="University of Testing" role="Web Chair" />\n'
        "  <Person\n    name={'Bob Builder'}\n    affiliation='Example College'\n"
        "    photo={require('./bob.png')}\n  />\n</div>\n\n"
        "<Card>\n\nCarol Creator, Sample Institute {/* since May */}\n\n</Card>\n"
    )
    draft = mdx(tmp_path, body)
    assert organizers(draft) == {
        "Ann Author": "University of Testing",
        "Bob Builder": "Example College",
        "Carol Creator": "Sample Institute",
    }
    assert not_read(draft) == []


DATA = "{ name: 'Eve Example', affiliation: 'Sample Institute', title: 'On Samples' }"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("src/data/speakers.ts", f"export const speakers: Speaker[] = [{DATA}];\n"),
        ("src/data/speakers.js", f"export default [{DATA}];\n"),
        (
            "src/data/speakers.json",
            '[{"name": "Eve Example", "affiliation": "Sample Institute", "title": "On Samples"}]',
        ),
    ],
)
def test_lists_that_a_page_shows_are_read_from_its_data_files(
    tmp_path: Path, path: str, text: str
) -> None:
    body = (
        f"import {{ speakers }} from '@site/{path}';\n\n{ORGANIZERS}## Speakers\n\n"
        "{speakers.map((one) => (\n  <Speaker key={one.name} {...one} />\n))}\n"
    )
    draft = mdx(tmp_path, body, {path: text})
    assert speakers(draft) == {"Eve Example": "On Samples"}
    assert not_read(draft) == []


def test_lists_that_a_page_defines_are_read(tmp_path: Path) -> None:
    body = (
        "export const dates = [\n  { label: 'Paper submission', date: 'May 3, 2026' },\n];\n\n"
        f"{ORGANIZERS}"
    )
    assert mdx(tmp_path, body).edition["dates"] == {"submission": {"date": "2026-05-03"}}


def test_what_a_program_works_out_is_named(tmp_path: Path) -> None:
    body = (
        f"{ORGANIZERS}## Programme\n\n<Schedule data={{rows}} />\n\n"
        "## Speakers\n\n{people.map((one) => <Speaker {...one} />)}\n\n<Image src='a.png' />\n"
    )
    (said,) = not_read(mdx(tmp_path, body))
    assert said.endswith("not read: `<Schedule>`, `{people}`")


def test_components_in_blocks_of_code_are_examples(tmp_path: Path) -> None:
    body = f'{ORGANIZERS}\n```jsx\n<Person name="Dan Code" affiliation="Nowhere" />\n```\n'
    assert set(organizers(mdx(tmp_path, body))) == {"Ann Author"}


def test_a_file_outside_of_the_site_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "speakers.json").write_text('[{"name": "Eve Example"}]', encoding="utf-8")
    body = (
        "import speakers from '../../speakers.json';\n\n"
        f"{ORGANIZERS}## Speakers\n\n{{speakers.map(shown)}}\n"
    )
    draft = mdx(tmp_path, body)
    assert speakers(draft) == {}
    assert not_read(draft)[0].endswith("`{speakers}`")


@pytest.mark.parametrize("piece", ["{", '<A x="', "<A x={", "{/*", "<Person name={", "{a.map("])
def test_pages_that_never_close_what_they_open_are_read_in_time(tmp_path: Path, piece: str) -> None:
    begun = time.monotonic()
    ComponentPage(tmp_path / "page.mdx", tmp_path).markup(piece * 20_000)
    assert time.monotonic() - begun < 5
