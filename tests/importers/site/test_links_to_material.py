"""Slides, recordings and posters behind talks and papers."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.draft import Draft, Record
from proposal.importers.site.site_reader import read_site_edition
from tests.importers.site.small_sites import HEAD, ORGANIZERS, page_with, site

AT = "https://example.org"


def speaker(draft: Draft) -> Record:
    """The only speaker, without the person."""
    listed = draft.edition["speakers"]
    assert isinstance(listed, list)
    (record,) = listed
    assert isinstance(record, dict)
    return {key: value for key, value in record.items() if key not in {"person", "status", "role"}}


def said_of_links(draft: Draft) -> list[str]:
    """What is said of links that are left out."""
    return [one.message for one in draft.diagnostics if "a link to" in one.message]


def test_slides_and_recording_below_a_speaker_are_those_of_the_talk(tmp_path: Path) -> None:
    text = (
        f"{ORGANIZERS}# Speakers\n\n## Carol Creator\n\nUniversity of Testing\n\n"
        f"Title: On Samples and Tests\n\n[Slides]({AT}/a.pdf) | [Recording]({AT}/v)\n"
    )
    draft = page_with(tmp_path, text)
    links = {"slides": f"{AT}/a.pdf", "video": f"{AT}/v"}
    assert speaker(draft) == {"title": "On Samples and Tests", **links}
    (person,) = [one for one in draft.people if one.name == "Carol Creator"]
    assert person.homepage is None


@pytest.mark.parametrize(
    "links",
    [
        f"[slides]({AT}/a.pdf) [recording]({AT}/v)",
        f"([slides]({AT}/a.pdf), [video]({AT}/v))",
        f"[[Slides]({AT}/a.pdf)] [[Video]({AT}/v)]",
    ],
)
def test_links_in_a_row_are_no_words_of_it(tmp_path: Path, links: str) -> None:
    row = f"* 09:00 - 10:00: Keynote: Carol Creator, On Samples and Tests {links}\n"
    draft = page_with(tmp_path, f"{ORGANIZERS}# Programme\n\n{row}* 10:00 - 10:30: Coffee Break\n")
    assert speaker(draft) == {
        "title": "On Samples and Tests",
        "slides": f"{AT}/a.pdf",
        "video": f"{AT}/v",
    }
    (person,) = [one for one in draft.people if one.name == "Carol Creator"]
    assert person.affiliations == []


def test_material_of_papers_is_kept(tmp_path: Path) -> None:
    text = (
        f"{ORGANIZERS}# Accepted Papers\n\n* **On Small Placeholders**. Carol Creator, Dan Doe. "
        f"[PDF]({AT}/p.pdf) [Poster]({AT}/q.pdf) [Video]({AT}/v) [Code]({AT}/code)\n"
    )
    (paper,) = page_with(tmp_path, text).papers
    assert paper["title"] == "On Small Placeholders"
    assert paper["authors"] == ["Carol Creator", "Dan Doe"]
    kept = {key: paper[key] for key in ("pdf", "poster", "video", "code")}
    assert kept == {
        "pdf": f"{AT}/p.pdf",
        "poster": f"{AT}/q.pdf",
        "video": f"{AT}/v",
        "code": f"{AT}/code",
    }


def test_a_paper_in_a_row_ends_with_a_full_stop(tmp_path: Path) -> None:
    text = (
        f"{ORGANIZERS}# Programme\n\n"
        f"* 09:00 - 09:30: On Small Placeholders. Carol Creator, Dan Doe. [video]({AT}/v)\n"
        "* 10:00 - 10:30: Coffee Break\n"
    )
    (paper,) = page_with(tmp_path, text).papers
    assert (paper["title"], paper["video"]) == ("On Small Placeholders", f"{AT}/v")


def test_a_link_within_a_sentence_is_a_word_of_it(tmp_path: Path) -> None:
    text = (
        f"{ORGANIZERS}# Programme\n\n* 09:00 - 09:30: Discussion of the [video]({AT}/v)\n"
        "* 10:00 - 10:30: Coffee Break\n"
    )
    draft = page_with(tmp_path, text)
    assert draft.program[0]["title"] == "Discussion of the video"


def test_links_for_which_there_is_no_place_are_reported(tmp_path: Path) -> None:
    text = (
        f"{ORGANIZERS}# Programme\n\n* 09:00 - 09:30: Panel Discussion [Video]({AT}/v)\n"
        "* 10:00 - 10:30: Keynote: Carol Creator [Slides](files/a.pdf)\n"
    )
    draft = page_with(tmp_path, text)
    assert said_of_links(draft) == [
        f"a link to recording, {AT}/v, is left out",
        "a link to slides, files/a.pdf, is left out",
    ]


def test_a_file_of_a_site_whose_address_is_known_is_kept_by_it(tmp_path: Path) -> None:
    text = (
        "# Programme\n\n* 10:00 - 10:30: Keynote: Carol Creator [Slides](files/a.pdf)\n"
        "* 10:30 - 11:00: Coffee Break\n"
    )
    files = {"_config.yml": f"url: {AT}\nbaseurl: /wsp\n", "index.md": HEAD + ORGANIZERS + text}
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert speaker(draft)["slides"] == f"{AT}/wsp/files/a.pdf"


def test_a_title_with_a_label_is_the_one_of_a_talk(tmp_path: Path) -> None:
    table = (
        "# Programme\n\n| Time | |\n| --- | --- |\n"
        "| 09:00 - 10:00 | Invited talk<br>Speaker: Carol Creator<br>"
        "*Head of the Unit for Small Samples, Institute for Tests, TU Wien*<br>"
        "**Title**: *Tests of Samples* |\n| 10:00 - 10:30 | Coffee Break |\n"
    )
    assert speaker(page_with(tmp_path, ORGANIZERS + table)) == {"title": "Tests of Samples"}


def test_what_a_speaker_does_is_no_title(tmp_path: Path) -> None:
    table = (
        "# Programme\n\n| Time | |\n| --- | --- |\n"
        "| 09:00 - 10:00 | Keynote<br>Carol Creator<br>Director of Small Samples at Tests |\n"
        "| 10:00 - 10:30 | Coffee Break |\n"
    )
    assert "title" not in speaker(page_with(tmp_path, ORGANIZERS + table))


def test_a_file_of_the_site_is_no_host_on_the_web(tmp_path: Path) -> None:
    listed = "# Accepted papers\n\n* **On Samples** Ann Author, Bob Builder [PDF](one.pdf)\n"
    draft = page_with(tmp_path, ORGANIZERS + listed)
    (paper,) = draft.papers
    assert "pdf" not in paper
    assert said_of_links(draft) == ["a link to a PDF, one.pdf, is left out"]


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("Code and Data: A Poster Story. Ann Author, Bob Builder", "papers"),
        (
            (
                "Poster session<br>On Tests. Carol Creator, Dan Doer<br>"
                "Code and Data: A Poster Story. Ann Author, Bob Builder"
            ),
            "posters",
        ),
    ],
)
def test_a_title_with_the_word_poster_makes_no_session_of_posters(
    tmp_path: Path, row: str, kind: str
) -> None:
    text = (
        "# Accepted papers\n\n* Code and Data: A Poster Story. Ann Author, Bob Builder\n"
        "* On Tests. Carol Creator, Dan Doer\n\n"
        f"# Programme\n\n| Time | |\n| --- | --- |\n| 09:00 - 10:00 | {row} |\n"
        "| 10:00 - 10:30 | Coffee Break |\n"
    )
    slot = page_with(tmp_path, ORGANIZERS + text).program[0]
    assert slot["kind"] == kind
    assert isinstance(slot["papers"], list)
    assert "code-and-data" in slot["papers"]
