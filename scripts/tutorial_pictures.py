"""Follows the tutorial and takes its pictures, so that they show what the page says.

    python scripts/tutorial_pictures.py

Everything that the page has its reader type and write is done in an empty folder; at the place of
each picture, that picture is taken. A picture that has not changed to the eye stays as it is.
"""

from __future__ import annotations

import functools
import io
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

sys.path.insert(0, str(Path(__file__).parent))

from tutorial import PAGE, YEAR, Picture, Reader, parts_of, reader, repository

LARGEST = 100_000
"""Bytes that a picture may have."""
WIDTH, HEIGHT = 1000, 800
"""Pixels of the upper part of a PDF's page in a picture."""
SAME = 0.1
"""The mean difference of two pictures, of 255, up to which they are the same to the eye."""
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
    **kind: Any,
) -> Image.Image:
    """What a browser shows of a page, from the heading that holds `start` on."""
    page = browser.new_page(
        viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce", **kind
    )
    page.goto(address, wait_until="networkidle")
    if start:
        heading = page.get_by_role("heading", name=start, exact=True).first
        heading.evaluate("element => element.scrollIntoView({behavior: 'instant'})")
        page.wait_for_timeout(200)
    shot = Image.open(io.BytesIO(page.screenshot(animations="disabled")))
    page.close()
    return shot.convert("RGB")


def of_preview(browser: Browser, address: str) -> Image.Image:
    """The preview, as soon as it shows both panes."""
    page = browser.new_page(viewport={"width": 1280, "height": 760})
    page.goto(address, wait_until="domcontentloaded")
    page.wait_for_function("() => [...document.images].some(image => image.naturalWidth > 300)")
    page.wait_for_timeout(1500)
    shot = Image.open(io.BytesIO(page.screenshot(animations="disabled")))
    page.close()
    return shot.convert("RGB")


def published(folder: Path, branch: str) -> Path:
    """A copy of what a branch of the reader's repository holds."""
    copy = folder / "published"
    copy.mkdir()
    archive = subprocess.run(
        ["git", "-C", str(repository(folder)), "archive", branch],  # noqa: S607
        stdout=subprocess.PIPE,
        check=True,
    )
    subprocess.run(["tar", "-x", "-C", str(copy)], input=archive.stdout, check=True)  # noqa: S607
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


def main() -> None:
    """Take all pictures, and remove those that the page no longer shows."""
    taken: list[Path] = []
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        folder = Path(scratch)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        person = reader(folder)

        def on_picture(picture: Picture) -> None:
            keep(take(picture.file.stem, person, browser, folder), picture.file)
            taken.append(picture.file)

        person.follow(parts_of(PAGE), on_picture)
        browser.close()
    for file in {place for shown in taken for place in shown.parent.iterdir()} - {*taken}:
        file.unlink()


if __name__ == "__main__":
    main()
