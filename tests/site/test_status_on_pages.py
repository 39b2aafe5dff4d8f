"""The notice of an edition that is called off is seen and heard on its pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.site.browsing import Visitor
from tests.site.conftest import Serve
from tests.site.sites import changed
from tests.site.test_accessibility import WIDER, Scheme, violations
from tests.workspace import Workspace


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 1280)])
def test_axe_finds_no_violation_in_the_notice(
    scheme: Scheme,
    width: int,
    workspace: Workspace,
    serve: Serve,
    npm_packages: Path,
    visitor: Visitor,
) -> None:
    with changed(workspace, "editions/2026/edition.yaml") as edition:
        edition["status"], edition["status_note"] = "cancelled", "See [why](https://example.org)."
    site = serve()
    for path in ("", "2026/", "2026/call-for-papers/", "editions/"):
        page = visitor.open(site.address + path, width=width, scheme=scheme)
        page.add_script_tag(path=npm_packages / "axe-core" / "axe.min.js")
        assert violations(page) == []
        assert page.evaluate(WIDER) == []
        if path != "editions/":
            notice = page.get_by_role("complementary", name="Notice")
            expect(notice).to_contain_text("GenAIRecP 2026 is cancelled.")
            expect(notice).to_be_visible()
