"""The notice of an edition that is called off is seen and heard on its pages."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.site.axe import ALL_RULES, OF_COLOURS, WIDER, Judged, violations
from tests.site.browsing import Visitor, look_at
from tests.site.conftest import Serve
from tests.site.sites import changed
from tests.workspace import Workspace

NOTICE = "aside.notice"


def test_axe_finds_no_violation_in_the_notice(
    workspace: Workspace, serve: Serve, npm_packages: Path, visitor: Visitor
) -> None:
    with changed(workspace, "editions/2026/edition.yaml") as edition:
        edition["status"], edition["status_note"] = "cancelled", "See [why](https://example.org)."
    site = serve()
    looks: list[Judged] = [(390, "light", ALL_RULES), (1280, "dark", OF_COLOURS)]
    for path in ("", "2026/", "2026/call-for-papers/", "editions/"):
        page = visitor.open(site.address + path, width=390)
        page.add_script_tag(path=npm_packages / "axe-core" / "axe.min.js")
        for width, scheme, rules in looks:
            look_at(page, width, scheme)
            within = NOTICE if path != "editions/" else "html"
            assert violations(page, rules, within) == [], (path, width, scheme)
            assert page.evaluate(WIDER) == [], (path, width, scheme)
        if path != "editions/":
            notice = page.get_by_role("complementary", name="Notice")
            expect(notice).to_contain_text("GenAIRecP 2026 is cancelled.")
            for width, scheme, _ in looks:
                look_at(page, width, scheme)
                expect(notice).to_be_visible()
