"""A visitor: opens pages in Chromium, and notes whatever a visitor should never meet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    CDPSession,
    ConsoleMessage,
    Dialog,
    Page,
    Request,
    Response,
)
from playwright.sync_api import Error as BrowserError

FLAGS = (
    # The pages are our own, and containers often lack what the sandbox needs.
    "--no-sandbox",
    "--disable-gpu",
    # Chromium's own errands would go to other hosts.
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

_SWITCHED_OFF = (
    # Two pages below the field for addresses, which nobody sees here: half of a window's time.
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    # What Playwright switches off itself: of several lists, Chromium knows the last.
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
)
PLAYWRIGHT_FLAGS = (*FLAGS, f"--disable-features={','.join(_SWITCHED_OFF)}")

Scheme = Literal["light", "dark"]

LOADED = """async () => {
    for (const image of document.images) image.loading = "eager";
    await Promise.all([...document.images].map((image) => image.decode()));
    await document.fonts.ready;
}"""
"""Fetches the pictures that a visitor would see later, too."""

OPENED = """() => {
    for (const part of document.querySelectorAll("details")) part.open = true;
}"""


@dataclass
class Windows:
    """Browser windows that are used again: most of what a new one takes is a new process."""

    browser: Browser
    _free: dict[tuple[bool, bool], list[Window]] = field(default_factory=dict)
    """The windows that nobody looks at, by whether scripts run and whether a clock was set."""

    def take(self, zone: str, *, javascript: bool, has_clock: bool) -> Window:
        """A window that shows nothing; pages keep nothing that a later one could find there."""
        if free := self._free.get((javascript, has_clock)):
            window = free.pop()
        else:
            context = self.browser.new_context(
                locale="en-US", java_script_enabled=javascript, reduced_motion="reduce"
            )
            context.set_default_timeout(10_000)
            page = context.new_page()
            window = Window(page, context.new_cdp_session(page), javascript, has_clock)
        # Not the context's own zone, which is one for good.
        window.session.send("Emulation.setTimezoneOverride", {"timezoneId": zone})
        return window

    def give_back(self, window: Window) -> None:
        """Leave what a window shows, and keep it for another visitor."""
        page = window.page
        if page.is_closed() or len(page.context.pages) > 1:
            page.context.close()
            return
        page.goto("about:blank")
        page.context.clear_permissions()
        page.emulate_media(media="null")
        if window.has_clock:
            page.clock.resume()
        self._free.setdefault((window.javascript, window.has_clock), []).append(window)


@dataclass(frozen=True, slots=True)
class Window:
    """A browser window, and what holds for it for good."""

    page: Page
    session: CDPSession
    """By which Chromium is told what Playwright does not tell it of a window that exists."""
    javascript: bool
    has_clock: bool
    """Whether a test sets what its clock says."""


@dataclass
class Visitor:
    """Somebody who visits pages, each in a browser window of its own."""

    windows: Windows
    complaints: list[str] = field(default_factory=list)
    """Failed requests, requests to other hosts, words in the console, errors, dialogs."""
    requests: list[str] = field(default_factory=list)
    """The addresses of all requests."""
    _leaving: list[Callable[[], None]] = field(default_factory=list)

    def open(
        self,
        address: str,
        *,
        width: int = 1280,
        scheme: Scheme = "light",
        zone: str = "UTC",
        javascript: bool = True,
        now: dt.datetime | None = None,
    ) -> Page:
        """Open a page and wait until all of it is there.

        Args:
            address: where the page is.
            width: the window's, in CSS pixels.
            scheme: what the visitor's system prefers.
            zone: the visitor's time zone.
            javascript: whether the browser runs any.
            now: what the visitor's clock says when the page is opened; it goes on from there.
        """
        window = self.windows.take(zone, javascript=javascript, has_clock=now is not None)
        page = window.page
        look_at(page, width, scheme)
        stop_listening = self._listen(page, urlsplit(address).netloc)
        if now:
            page.clock.install(time=now)

        def leave() -> None:
            stop_listening()
            self.windows.give_back(window)

        self._leaving.append(leave)
        page.goto(address)
        if javascript:
            page.evaluate(LOADED)
        return page

    def leave(self) -> None:
        """Leave all pages that are open."""
        while self._leaving:
            self._leaving.pop()()

    def _listen(self, page: Page, host: str) -> Callable[[], None]:
        """Note what a page does; what is returned ends that."""

        def on_request(request: Request) -> None:
            self.requests.append(request.url)
            if urlsplit(request.url).netloc != host:
                self.complaints.append(f"leaves the host: {request.url}")

        def on_failure(request: Request) -> None:
            # A picture that still loads when the window gets another width gives way to another.
            if request.resource_type == "image" and request.failure == "net::ERR_ABORTED":
                return
            self.complaints.append(f"fails: {request.url} {request.failure}")

        def on_response(response: Response) -> None:
            if response.status >= 400:
                self.complaints.append(f"{response.status}: {response.url}")

        def on_console(message: ConsoleMessage) -> None:
            self.complaints.append(f"console: {message.text}")

        def on_error(error: BrowserError) -> None:
            self.complaints.append(f"error: {error.message}")

        def on_dialog(dialog: Dialog) -> None:
            self.complaints.append(f"dialog: {dialog.message}")
            dialog.dismiss()

        page.on("request", on_request)
        page.on("requestfailed", on_failure)
        page.on("response", on_response)
        page.on("console", on_console)
        page.on("pageerror", on_error)
        page.on("dialog", on_dialog)

        def stop() -> None:
            page.remove_listener("request", on_request)
            page.remove_listener("requestfailed", on_failure)
            page.remove_listener("response", on_response)
            page.remove_listener("console", on_console)
            page.remove_listener("pageerror", on_error)
            page.remove_listener("dialog", on_dialog)

        return stop


def look_at(page: Page, width: int, scheme: Scheme) -> None:
    """Have a window of some width, in CSS pixels, on a system that prefers light or dark pages."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)


def open_all_details(page: Page) -> None:
    """Unfold every abstract and biography."""
    page.evaluate(OPENED)


def text_of(page: Page) -> str:
    """All that the page shows when everything is unfolded, in plain characters."""
    open_all_details(page)
    return plain(page.locator("body").inner_text())


def plain(text: str) -> str:
    """A text without the difference between typographic and typed characters."""
    for typographic, typed in [("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"')]:
        text = text.replace(typographic, typed)
    return " ".join(text.split())
