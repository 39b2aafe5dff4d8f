"""Tests that what was left for later is found, in words, links and pictures."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.audit.with_each_other import disagreements
from proposal.diagnostics import Diagnostic
from tests.audit.with_each_other.pages import codes, pointed_at


def of_page(folder: Path, body: str) -> list[Diagnostic]:
    file = folder / "index.md"
    file.write_text(f'---\ntitle: "WSP 2026"\n---\n{body}\n', encoding="utf-8")
    return disagreements([file])


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("tba.", "tba."),
        ("### Speakers\n\ntbc", "tbc"),
        ("To be announced soon", "To be announced"),
        ("Coming soon!", "Coming soon!"),
        ("More details coming soon", "More details coming soon"),
        ("* Room: tbd", "tbd"),
        ("| 9:00 | Keynote by xxx |\n| 9:30 | Panel |", "xxx"),
        ("| 9:00 | XX |\n| 9:30 | Panel |", "XX"),
        ("The programme will be announced soon.", "announced soon"),
        ("### Ort\n\nWird noch bekanntgegeben.", "Wird noch bekanntgegeben."),
        ("### Programm\n\nDetails folgen in Kürze", "Details folgen in Kürze"),
        ("### Lieu\n\nÀ confirmer", "À confirmer"),
        ("### Lugar\n\nPor confirmar", "Por confirmar"),
        ("The workshop is on May XX, 2026.", "May XX"),
        ("Papers are due on XX June 2026.", "XX June"),
        ("<p>Lorem ipsum dolor sit amet.</p>", "Lorem ipsum"),
        ("https://doi.org/XXXXXXX.XXXXXXX is our paper.", "XXXXXXX.XXXXXXX"),
        ("In the proceedings (978-1-4503-XXXX-X/2018/06).", "978-1-4503-XXXX-X/2018/06"),
        ("We speak of Conference'17.", "Conference'17"),
    ],
)
def test_words_that_keep_a_place_are_found(tmp_path: Path, body: str, words: str) -> None:
    [found] = of_page(tmp_path, body)

    assert (found.code, pointed_at(found)) == ("placeholder", words)


@pytest.mark.parametrize(
    "body",
    [
        "The XX Symposium on Samples follows soon.",
        "We compare x and xx in the notation of tbc graphs.",
        "May 20, 2026",
        '<span style="opacity:0;">TBD</span>',
        "Is it so? May ? be a sign?",
    ],
)
def test_words_that_only_look_so_are_not_found(tmp_path: Path, body: str) -> None:
    assert of_page(tmp_path, body) == []


@pytest.mark.parametrize("address", ["LINK", "https://", "xxx.pdf", "your-link", "TODO", "xxx"])
def test_addresses_that_keep_a_place_are_found(tmp_path: Path, address: str) -> None:
    [found] = of_page(tmp_path, f'<a href="{address}">Follow</a>')

    assert (found.code, pointed_at(found)) == ("empty-link", address)


@pytest.mark.parametrize("address", ["https://example.org/link", "links/", "link.html", "/url"])
def test_addresses_that_have_such_words_are_not_found(tmp_path: Path, address: str) -> None:
    assert of_page(tmp_path, f'<a href="{address}">Follow</a>') == []


def test_a_picture_that_keeps_a_place_is_found_unless_it_is_there(tmp_path: Path) -> None:
    [found] = of_page(tmp_path, "![](images/xxx.jpg)")

    assert (found.code, pointed_at(found)) == ("placeholder", "images/xxx.jpg")

    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "xxx.jpg").write_bytes(b"")
    assert of_page(tmp_path, "![](images/xxx.jpg)") == []


def test_a_missing_picture_is_found_where_most_others_are_there(tmp_path: Path) -> None:
    for name in ("one.png", "two.png"):
        (tmp_path / name).write_bytes(b"")

    shown = "![](/one.png)\n![](two.png)\n![](three.png)"

    assert codes(of_page(tmp_path, shown)) == ["dead-link"]
    assert of_page(tmp_path, "![](three.png)\n![](four.png)") == []
    assert of_page(tmp_path, "![](https://example.org/three.png)\n![](one.png)") == []
