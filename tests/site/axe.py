"""What axe-core finds on pages."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from tests.site.browsing import Scheme

WIDER = """() => [...document.querySelectorAll("body *")]
    .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
    .map((each) => `${each.localName}.${each.className}: ${each.textContent.slice(0, 40)}`)"""


ALL_RULES: dict[str, Any] = {}


OF_COLOURS: dict[str, Any] = {
    "runOnly": {
        "type": "rule",
        "values": ["color-contrast", "link-in-text-block", "image-alt", "svg-img-alt"],
    }
}
"""The rules on what differs between light and dark pages: colours, and which picture is shown."""


def violations(page: Page, rules: dict[str, Any] = ALL_RULES, within: str = "html") -> list[str]:
    """What is wrong on a page, or with a part of it, given as a CSS selector."""
    # Of what it finds good, axe then describes only the first part, which takes less long.
    wanted = {"resultTypes": ["violations"], **rules}
    run = "([within, wanted]) => axe.run(within, wanted).then((it) => it.violations)"
    found: list[dict[str, Any]] = page.evaluate(run, [within, wanted])
    return [
        f"{violation['id']}: {node['html'][:160]}: {node['failureSummary']}"
        for violation in found
        for node in violation["nodes"]
    ]


Judged = tuple[int, Scheme, dict[str, Any]]
"""At which width and scheme a page is judged, and by which rules."""


SCROLLED_AND_SEEN = (
    "() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
)


OF_STYLES: dict[str, Any] = {
    "runOnly": {
        "type": "rule",
        "values": [
            *OF_COLOURS["runOnly"]["values"],
            *("scrollable-region-focusable", "target-size", "css-orientation-lock"),
        ],
    }
}
"""The rules on what a style sheet decides, where the pages are as other ones that are judged."""
