"""Takes the pictures of the documents anew, so that they show what comes out now.

    python scripts/pictures.py

For the tutorial, everything that the page has its reader type and write is done in an empty folder;
at the place of each picture, that picture is taken. Those of the README and of the page on the
preview show the workshop that comes along. A picture that has not changed to the eye stays.
"""

from __future__ import annotations

import functools
import io
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Browser, sync_playwright
from ruamel.yaml import YAML

sys.path.insert(0, str(Path(__file__).parent))

from tutorial import PAGE, ROOT, YEAR, Command, Picture, Reader, parts_of, reader, repository

PICTURES = ROOT / "docs" / "pictures"
LARGEST = 100_000
"""Bytes that a picture may have."""
WIDTH, HEIGHT = 1000, 800
"""Pixels of the upper part of a PDF's page in a picture."""
SAME = 0.3
"""The mean difference of two pictures, of 255, up to which they are the same to the eye."""
MOMENTS = {"tutorial": f"{YEAR}-01-11T12:00:00Z", "example": "2025-10-20T12:00:00Z"}
"""When the pictures are taken, as pages see it: some weeks before the submission deadlines."""
CHROMIUM = "/usr/bin/chromium"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a folder is served."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def of_pdf(file: Path) -> Image.Image:
    """The upper part of a PDF's first page, without its margins above."""
    page = pypdfium2.PdfDocument(file)[0]
    picture = page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB")
    return picture.crop((0, 80, WIDTH, 80 + HEIGHT))


def of_page(
    browser: Browser,
    address: str,
    *,
    size: tuple[int, int] = (1000, 760),
    start: str = "",
    moment: str = MOMENTS["tutorial"],
    **kind: Any,
) -> Image.Image:
    """What a browser shows of a page, from the heading that holds `start` on."""
    page = browser.new_page(
        viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce", **kind
    )
    page.clock.set_fixed_time(moment)
    page.goto(address, wait_until="networkidle")
    if start:
        heading = page.get_by_role("heading", name=start, exact=True).first
        heading.evaluate("element => element.scrollIntoView({behavior: 'instant'})")
        page.wait_for_timeout(200)
    shot = Image.open(io.BytesIO(page.screenshot(animations="disabled")))
    page.close()
    return shot.convert("RGB")


def of_preview(browser: Browser, address: str, moment: str = MOMENTS["tutorial"]) -> Image.Image:
    """The preview, as soon as it shows both panes."""
    page = browser.new_page(viewport={"width": 1280, "height": 760})
    page.clock.set_fixed_time(moment)
    page.goto(address, wait_until="domcontentloaded")
    page.wait_for_function("() => [...document.images].some(image => image.naturalWidth > 300)")
    page.wait_for_timeout(1500)
    page.evaluate(
        "document.querySelector('#status-text').textContent = 'Up to date 12:00:00 · 0.3 s'"
    )
    shot = Image.open(io.BytesIO(page.screenshot(animations="disabled")))
    page.close()
    return shot.convert("RGB")


def published(folder: Path, branch: str) -> Path:
    """A copy of what a branch of the reader's repository holds."""
    copy = folder / "published"
    copy.mkdir()
    archive = subprocess.run(
        ["git", "-C", str(repository(folder)), "archive", branch],
        stdout=subprocess.PIPE,
        check=True,
    )
    subprocess.run(["tar", "-x", "-C", str(copy)], input=archive.stdout, check=True)
    return copy


def take(name: str, person: Reader, browser: Browser, folder: Path) -> Image.Image:
    """The picture of a name, of what the reader sees by then."""
    made = person.folder / "build"
    if name.endswith("-proposal"):
        return of_pdf(made / YEAR / "proposal.pdf")
    if name == "preview":
        return of_preview(browser, person.said.splitlines()[0])
    site = published(folder, "gh-pages") if name == "published" else made / "site"
    with served(site) as address:
        match name:
            case "first-site":
                return of_page(browser, address)
            case "schedule":
                return of_page(browser, f"{address}{YEAR}/", start="Schedule")
            case "call":
                return of_page(browser, f"{address}{YEAR}/call-for-papers/")
            case "published":
                return of_page(browser, address, size=(390, 760), device_scale_factor=1.5)
    raise ValueError(f"nobody knows what {name} shows")


def keep(picture: Image.Image, file: Path) -> None:
    """Write a picture, unless one that looks the same is there."""
    for quality in (88, 80, 70, 60):
        buffer = io.BytesIO()
        picture.save(buffer, "WEBP", quality=quality, method=6)
        if buffer.tell() < LARGEST:
            break
    if file.is_file() and _look_the_same(Image.open(file), Image.open(buffer)):
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(buffer.getvalue())
    sys.stdout.write(f"{file.name}: {picture.width} × {picture.height}, {buffer.tell()} bytes\n")


def _look_the_same(one: Image.Image, other: Image.Image) -> bool:
    difference = ImageChops.difference(one.convert("RGB"), other.convert("RGB"))
    return one.size == other.size and max(ImageStat.Stat(difference).mean) < SAME


def take_tutorial(browser: Browser, folder: Path) -> None:
    """Follow the tutorial, take its pictures, and remove those that it no longer shows."""
    taken: list[Path] = []
    person = reader(folder)

    def on_picture(picture: Picture) -> None:
        keep(take(picture.file.stem, person, browser, folder), picture.file)
        taken.append(picture.file)

    person.follow(parts_of(PAGE), on_picture)
    for file in {place for shown in taken for place in shown.parent.iterdir()} - {*taken}:
        file.unlink()


def take_example(browser: Browser, folder: Path) -> None:
    """Take the pictures of the workshop that comes along."""
    person = reader(folder)
    shutil.copytree(ROOT / "data", person.folder / "data")
    person.type(Command("proposal build --all"))
    moment = MOMENTS["example"]
    year = YAML(typ="safe").load(ROOT / "data" / "workshop.yaml")["current"]
    with served(person.folder / "build" / "site") as address:
        page = f"{address}{year}/"
        desktop = of_page(browser, page, size=(1280, 800), moment=moment)
        keep(desktop, PICTURES / "site-desktop.webp")
        phone = of_page(
            browser,
            page,
            size=(390, 800),
            start="Schedule",
            moment=moment,
            device_scale_factor=1.5,
            color_scheme="dark",
        )
        keep(phone, PICTURES / "site-phone-dark.webp")
    person.type(Command("proposal serve --port 0", ("http://127.0.0.1:8000/", "…", "^C")))
    keep(of_preview(browser, person.said.splitlines()[0], moment), PICTURES / "preview.webp")
    person.press_ctrl_c()


def main() -> None:
    """Take all pictures."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        take_tutorial(browser, Path(scratch, "tutorial"))
        take_example(browser, Path(scratch, "example"))
        browser.close()


if __name__ == "__main__":
    main()
