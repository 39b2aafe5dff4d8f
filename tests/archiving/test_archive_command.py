"""`proposal archive`: a folder or a zip, what it refuses, and that it opens without a network."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import MadeOnce
from tests.site.axe import violations
from tests.site.nu_checker import said_by_nu
from tests.site.sites import without_documents
from tests.workspace import Workspace

NAME = "GenAIRecP-2026"
EDITION = "editions/2026/edition.yaml"


@pytest.fixture
def archived(made_once: MadeOnce, tmp_path: Path) -> Workspace:
    """A workshop whose website is built, and archived as a folder."""

    def fill(root: Path) -> None:
        workspace = Workspace.of_the_real_workshop(root)
        without_documents(workspace)
        finished = workspace.run("archive", "2026")
        assert finished.code == 0, finished.output + finished.errors

    shutil.copytree(made_once("archived", fill), tmp_path / "own")
    return Workspace(tmp_path / "own")


def folder(workspace: Workspace) -> Path:
    return workspace.root / "build" / "archive" / NAME


def states(place: Path) -> dict[str, tuple[bytes, int]]:
    return {
        file.relative_to(place).as_posix(): (file.read_bytes(), file.stat().st_mtime_ns)
        for file in place.rglob("*")
        if file.is_file()
    }


def test_a_second_run_changes_nothing(archived: Workspace) -> None:
    before = states(folder(archived))
    assert {"index.html", "2026/index.html", "2026/call-for-papers/index.html"} <= before.keys()
    assert not any(name.startswith("2024/") for name in before)
    finished = archived.run("archive", "2026")
    assert finished.code == 0
    assert f"build/archive/{NAME}/  {len(before)} files" in finished.output
    assert "up to date" in finished.output
    assert states(folder(archived)) == before


def test_what_is_no_longer_shown_leaves_the_archive(archived: Workspace) -> None:
    assert (folder(archived) / "2026/dates.ics").is_file()
    archived.append(EDITION, "status: cancelled\n")
    (archived.root / "build" / "archive" / NAME / ".DS_Store").write_bytes(b"of a system")
    assert archived.run("archive", "2026").code == 0
    listed = (folder(archived) / "contents.sha256").read_text(encoding="utf-8").splitlines()
    names = {line.partition("  ")[2] for line in listed}
    assert names == set(states(folder(archived))) - {"contents.sha256", ".DS_Store"}
    assert "is cancelled" in (folder(archived) / "2026/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["notes.txt", "2026/index.html", "2026/own/notes.txt"])
def test_what_somebody_else_wrote_there_is_not_touched(archived: Workspace, name: str) -> None:
    file = folder(archived) / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("mine", encoding="utf-8")
    before = states(folder(archived))
    finished = archived.run("archive", "2026")
    assert finished.code == 2
    assert f"it holds what no archive had there: {name}" in " ".join(finished.errors.split())
    assert states(folder(archived)) == before


def test_a_folder_that_is_no_archive_is_not_touched(archived: Workspace, tmp_path: Path) -> None:
    other = tmp_path / "shelf" / NAME
    other.mkdir(parents=True)
    (other / "thesis.txt").write_text("mine", encoding="utf-8")
    finished = archived.run("archive", "2026", "--to", str(tmp_path / "shelf"))
    assert finished.code == 2
    assert [file.name for file in other.iterdir()] == ["thesis.txt"]


def test_a_zip_has_the_same_bytes_on_any_day_and_stays_if_it_is_up_to_date(
    archived: Workspace, tmp_path: Path
) -> None:
    made = []
    for place in ("one", "two"):
        finished = archived.run("archive", "2026", "--zip", "--to", str(tmp_path / place))
        assert finished.code == 0, finished.errors
        made.append(tmp_path / place / f"{NAME}.zip")
    assert made[0].read_bytes() == made[1].read_bytes()
    with zipfile.ZipFile(made[0]) as opened:
        assert opened.testzip() is None
        names = {name.removeprefix(f"{NAME}/") for name in opened.namelist()}
        assert names == states(folder(archived)).keys()
        assert {entry.date_time for entry in opened.infolist()} == {(2026, 2, 26, 0, 0, 0)}
    before = made[0].stat().st_mtime_ns
    finished = archived.run("archive", "2026", "--zip", "--to", str(tmp_path / "one"))
    assert "up to date" in finished.output
    assert made[0].stat().st_mtime_ns == before
    archived.append(EDITION, "status: moved-online\n")
    assert archived.run("archive", "--zip", "--to", str(tmp_path / "one")).code == 0
    assert made[0].read_bytes() != made[1].read_bytes()


def test_a_zip_of_somebody_else_is_not_touched(archived: Workspace, tmp_path: Path) -> None:
    file = tmp_path / f"{NAME}.zip"
    with zipfile.ZipFile(file, "w") as other:
        other.writestr("thesis.txt", "mine")
    before = file.read_bytes()
    finished = archived.run("archive", "2026", "--zip", "--to", str(tmp_path))
    assert finished.code == 2
    assert "it is no archive as this command writes them" in " ".join(finished.errors.split())
    assert file.read_bytes() == before


def test_an_edition_that_does_not_exist_is_refused(archived: Workspace) -> None:
    finished = archived.run("archive", "2031")
    assert finished.code == 2
    assert "there is no edition 2031" in finished.errors


def test_data_with_an_error_make_no_archive(archived: Workspace) -> None:
    before = states(folder(archived))
    archived.replace(EDITION, "venue: wsdm-2026", "venue: wsdm-2062")
    finished = archived.run("archive", "2026")
    assert finished.code == 1
    assert "did you mean `wsdm-2026`?" in finished.output + finished.errors
    assert "No archive was written." in finished.output
    assert states(folder(archived)) == before


def test_without_an_address_the_cover_lists_what_is_not_there(archived: Workspace) -> None:
    text = (archived.data / "workshop.yaml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("url:")]
    archived.write("workshop.yaml", "\n".join(lines) + "\n")
    assert archived.run("archive", "2026").code == 0
    cover = (folder(archived) / "index.html").read_text(encoding="utf-8")
    assert "Links to them lead to this list:" in cover
    assert "<li>editions/</li>" in cover
    page = (folder(archived) / "2026/index.html").read_text(encoding="utf-8")
    assert 'href="../index.html#elsewhere"' in page


LINKS = "elements => elements.map(element => element.href)"
BROKEN = """() => [...document.images]
    .filter(image => image.complete && !image.naturalWidth && image.currentSrc)
    .map(image => image.currentSrc)"""


def test_every_page_opens_from_the_disk_without_a_network(
    browser: Browser, archived: Workspace, tmp_path: Path
) -> None:
    place = tmp_path / "any where" / "dépth" / "#1"
    place.parent.mkdir(parents=True)
    shutil.copytree(folder(archived), place)
    context = browser.new_context(offline=True)
    page = context.new_page()
    met: list[str] = []
    urls: list[str] = []
    page.on("console", lambda message: met.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: met.append(str(error)))
    page.on("requestfailed", lambda request: met.append(request.url))
    page.on("request", lambda request: urls.append(request.url))
    opened = walk(page, place)
    context.close()
    assert met == []
    assert {urlsplit(url).scheme for url in urls} <= {"file", "data"}
    assert opened == {name for name in states(place) if name.endswith(".html")}, (
        "a page is reached from no other"
    )
    javascript_free = browser.new_context(offline=True, java_script_enabled=False)
    plain = javascript_free.new_page()
    plain.goto(place.as_uri() + "/2026/index.html")
    assert "Personalization" in plain.inner_text("h1")
    javascript_free.close()


def test_the_pages_of_an_archive_are_sound(
    browser: Browser, npm_packages: Path, archived: Workspace
) -> None:
    pages = sorted(folder(archived).rglob("*.html"))
    assert said_by_nu(npm_packages, *map(str, pages)) == ""
    for scheme in ("light", "dark"):
        context = browser.new_context(
            offline=True, color_scheme=scheme, viewport={"width": 320, "height": 700}
        )
        page = context.new_page()
        page.goto((folder(archived) / "index.html").as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        page.add_script_tag(path=npm_packages / "axe-core" / "axe.min.js")
        assert violations(page) == []
        context.close()


@pytest.mark.parametrize("place", ["data", "build/site/2026", "templates"])
def test_a_place_of_the_workshop_itself_is_refused(archived: Workspace, place: str) -> None:
    before = states(archived.data)
    finished = archived.run("archive", "2026", "--to", str(archived.root / place))
    assert finished.code == 2
    assert "lies in the workshop's own folder" in " ".join(finished.errors.split())
    assert states(archived.data) == before


def walk(page: Page, place: Path) -> set[str]:
    """Open the cover and all to which links lead from there; each link must lead somewhere."""
    start = f"{place.as_uri()}/"
    waiting, opened = [f"{start}index.html"], set[str]()
    while waiting:
        address, _, fragment = waiting.pop().partition("#")
        name = address.removeprefix(start)
        file = Path(unquote(urlsplit(address).path))
        assert file.is_file(), address
        if not address.endswith(".html"):
            continue
        if name not in opened:
            opened.add(name)
            page.goto(address)
            assert page.evaluate(BROKEN) == []
            links: list[str] = page.eval_on_selector_all("a[href], link[href]", LINKS)
            waiting += [link for link in links if link.startswith("file:")]
        if fragment:
            text = file.read_text(encoding="utf-8")
            assert f'id="{fragment}"' in text, f"{address}#{fragment}"
    return opened
