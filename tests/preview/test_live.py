"""What somebody sees who edits and looks, in a real browser."""

from __future__ import annotations

import signal
import time
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Locator, Page, expect

from tests.parts import require
from tests.preview.live import GOOD, Live, live, live_anew, look, until, website
from tests.site.axe import ALL_RULES, OF_COLOURS, Judged, violations
from tests.site.browsing import Visitor, look_at
from tests.site.sites import LONG, without_documents
from tests.workspace import Workspace

EDITION = "editions/2026/edition.yaml"
OLD, NEW = "Deployment case studies", "Case studies of deployments"
SCROLLED = "() => document.querySelector('#pages').scrollTop"


def test_an_error_and_a_warning_of_tex_are_laid_over_panes_which_stay_where_they_were(
    preview: Live, visitor: Visitor
) -> None:
    page = look(visitor, preview)
    seen = page.locator("#pages img[data-version='1']")
    expect(seen.nth(1)).to_be_visible(timeout=30_000)
    page.evaluate("() => document.querySelector('#pages').scrollTo(0, 700)")
    an_error_is_laid_over_the_good_result_until_it_is_mended(page, preview)
    an_edit_reaches_both_panes(page, preview)


def an_error_is_laid_over_the_good_result_until_it_is_mended(page: Page, preview: Live) -> None:
    built = preview.workspace.pdf("2026", "proposal")
    before = built.stat().st_mtime_ns
    preview.workspace.replace(EDITION, "  - narges-tabari", "  - narges-tabri")
    problems = page.locator("#problems")
    expect(problems).to_be_visible(timeout=10_000)
    expect(page.locator("#status")).to_have_text("1 error")
    expect(problems).to_contain_text("there is no person `narges-tabri`")
    expect(problems.locator("mark")).to_have_text("narges-tabri")
    expect(problems.locator(".hint")).to_contain_text("did you mean `narges-tabari`?")
    place = f"data/editions/2026/{preview.workspace.place_of(EDITION, 'narges-tabri')}"
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    problems.get_by_role("button", name=f"Copy place {place}").click()
    until(lambda: page.evaluate("() => navigator.clipboard.readText()") == place)
    expect(page.locator("#website-old")).to_contain_text("before the error")
    expect(website(page).get_by_text("Narges Tabari").first).to_be_attached()
    assert built.stat().st_mtime_ns == before
    preview.workspace.replace(EDITION, "  - narges-tabri", "  - narges-tabari")
    expect(problems.locator(".error")).to_have_count(0, timeout=20_000)
    expect(page.locator(GOOD)).to_be_visible(timeout=60_000)


def an_edit_reaches_both_panes(page: Page, preview: Live) -> None:
    """What was typed is too wide for a column, of which TeX warns."""
    heading = website(page).locator("h2", has_text="Accepted papers").first
    heading.scroll_into_view_if_needed()
    before = heading.bounding_box()
    page.wait_for_timeout(200)
    preview.workspace.replace(EDITION, OLD, LONG)
    expect(website(page).get_by_text(LONG).first).to_be_attached(timeout=20_000)
    after = website(page).locator("h2", has_text="Accepted papers").first.bounding_box()
    assert before is not None
    assert after is not None
    assert after["y"] == pytest.approx(before["y"], abs=2)
    expect(page.locator("#pages img[data-version='2']").first).to_be_visible(timeout=60_000)
    expect(page.locator("#pages img[data-version='1']")).to_have_count(0, timeout=20_000)
    assert page.evaluate(SCROLLED) == 700
    expect(page.get_by_role("button", name="Go to changed page")).not_to_have_count(0)
    changes = page.locator("#changes-list li")
    expect(changes).to_have_count(1)
    expect(changes.locator("del")).to_have_text(OLD)
    expect(changes.locator("ins")).to_have_text(LONG)
    place = f"data/editions/2026/{preview.workspace.place_of(EDITION, LONG)}"
    expect(changes.locator("code")).to_have_text(place)
    warning = page.locator("#problems .warning", has_text="sticks out of its column")
    expect(warning.first).to_be_attached(timeout=60_000)
    expect(warning.first.locator(".place code")).to_have_text(place)


def test_data_that_were_never_good_are_shown_once_they_are_and_what_is_typed_is_text(
    workspace: Workspace, visitor: Visitor
) -> None:
    without_documents(workspace)
    good = (workspace.data / EDITION).read_text(encoding="utf-8")
    workspace.write(EDITION, good.replace("ordinal: ", "ordinal: x"))
    with live(workspace) as preview:
        page = visitor.open(preview.address)
        expect(page.locator("#problems .error")).to_have_count(1, timeout=20_000)
        expect(page.locator("#website")).to_have_text("There is no website yet.")
        workspace.write(EDITION, good)
        expect(website(page).locator("h1")).to_be_attached(timeout=20_000)
        expect(page.locator("#problems")).to_be_hidden()
        hostile = "<img src=x onerror=alert(1)>"
        workspace.write(EDITION, good.replace("venue: wsdm-2026", f"venue: {hostile}"))
        expect(page.locator("#problems .error mark")).to_have_text(hostile, timeout=20_000)
        workspace.write(EDITION, good.replace(OLD, hostile))
        expect(page.locator("#changes-list ins")).to_have_text(hostile, timeout=20_000)


def test_without_tex_the_website_is_shown_and_the_pane_says_what_to_type(
    workspace: Workspace, visitor: Visitor, tmp_path: Path
) -> None:
    with live(workspace, PATH=str(tmp_path)) as preview:
        page = look(visitor, preview)
        expect(page.locator("#pages")).to_contain_text("this machine lacks")
        expect(website(page).locator("h1")).to_be_attached()
        until((workspace.root / "build" / "2026" / "cfp.txt").is_file)


def test_a_phone_shows_one_pane_and_another_edition_and_its_document_can_be_chosen(
    preview: Live, visitor: Visitor
) -> None:
    page = look(visitor, preview, width=390)
    assert page.locator("#pdf-pane").is_hidden()
    page.get_by_role("button", name="PDF").press("Enter")
    expect(page.get_by_alt_text("Page 1 of proposal.pdf")).to_be_visible(timeout=20_000)
    assert page.locator("#website-pane").is_hidden()
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    look_at(page, 1440, "light")
    page.get_by_label("Edition").select_option("2024")
    expect(website(page).locator("h1")).to_contain_text("First", timeout=20_000)
    expect(page.get_by_alt_text("Page 1 of camera-ready.pdf")).to_be_visible(timeout=60_000)
    page.reload()
    expect(page.get_by_label("Edition")).to_have_value("2024")


def test_a_page_that_is_followed_stays_when_the_site_is_new_which_is_what_build_makes(
    quick_preview: Live, visitor: Visitor
) -> None:
    page = look(visitor, quick_preview)
    website(page).get_by_role("link", name="Call for papers").first.click()
    expect(website(page).locator("h1")).to_contain_text("Call for papers")
    quick_preview.workspace.replace(EDITION, OLD, NEW)
    expect(website(page).get_by_text(NEW).first).to_be_attached(timeout=20_000)
    expect(website(page).locator("h1")).to_contain_text("Call for papers")
    folder = quick_preview.workspace.root / "build"
    served = (folder / "site" / "2026" / "index.html", folder / "2026" / "cfp.txt")
    until(lambda: all(file.is_file() and NEW in file.read_text() for file in served))
    until(lambda: page.locator(GOOD).is_visible())
    finished = quick_preview.workspace.run("build", "--all")
    assert finished.code == 0, finished.output + finished.errors
    assert " changed" not in finished.output


def test_a_page_takes_on_what_is_new_and_stays_as_the_visitor_left_it(
    quick_preview: Live, visitor: Visitor
) -> None:
    page = look(visitor, quick_preview)
    shown = website(page)
    shown.locator("body").evaluate("() => { window.isTheSame = true; }")
    shown.get_by_role("button", name="Show in my time zone").click()
    hours = shown.locator(".schedule time").all_inner_texts()
    folds = shown.locator("details")
    folds.first.locator("summary").click()
    link = shown.get_by_role("link", name="Call for papers").first
    link.focus()
    passed = shown.locator(".past").count()
    assert passed
    for before, after in ((OLD, NEW), (NEW, OLD)):
        quick_preview.workspace.replace(EDITION, before, after)
        expect(shown.get_by_text(after).first).to_be_attached(timeout=20_000)
        expect(shown.get_by_text(before)).to_have_count(0)
        assert shown.locator(".schedule time").all_inner_texts() == hours
        expect(folds.first).to_have_attribute("open", "")
        expect(link).to_be_focused()
        assert shown.locator(".past").count() == passed
    a_changed_hour_is_shown_in_the_zone_that_was_chosen(shown, quick_preview)
    a_new_item_moves_nothing_that_the_visitor_reads(page, quick_preview)
    assert shown.locator("body").evaluate("() => window.isTheSame")
    expect(shown.locator("body")).not_to_contain_text("undefined")
    a_page_whose_style_is_new_is_loaded_anew(shown, quick_preview)


def a_changed_hour_is_shown_in_the_zone_that_was_chosen(shown: FrameLocator, live: Live) -> None:
    first = shown.locator(".schedule time").first
    assert first.inner_text() == "15:55"
    live.workspace.replace("editions/2026/program.yaml", "start: 08:55", "start: 08:58")
    expect(first).to_have_text("15:58", timeout=20_000)
    expect(shown.get_by_role("button", name="Show Boise time")).to_be_visible()


def top_of(part: Locator) -> float:
    return float(part.evaluate("(it) => it.getBoundingClientRect().top"))


def a_new_item_moves_nothing_that_the_visitor_reads(page: Page, live: Live) -> None:
    shown = website(page)
    item = shown.get_by_text(OLD).first
    item.evaluate("(it) => window.scrollTo(0, it.getBoundingClientRect().top - 200)")
    page.wait_for_timeout(300)
    before = top_of(item)
    live.workspace.replace(EDITION, "topics:\n", "topics:\n- A new topic\n")
    expect(shown.get_by_text("A new topic").first).to_be_attached(timeout=20_000)
    page.wait_for_timeout(300)
    assert top_of(item) == pytest.approx(before, abs=1)
    live.workspace.replace(EDITION, "- A new topic\n", "")
    expect(shown.get_by_text("A new topic")).to_have_count(0, timeout=20_000)
    page.wait_for_timeout(300)
    assert top_of(item) == pytest.approx(before, abs=1)


def a_page_whose_style_is_new_is_loaded_anew(shown: FrameLocator, live: Live) -> None:
    folder = live.workspace.root / "templates" / "site" / "assets"
    folder.mkdir(parents=True)
    (folder / "site.css").write_text("h1 { order: 7; }\n", encoding="utf-8")
    expect(shown.locator("h1")).to_have_css("order", "7", timeout=20_000)
    assert not shown.locator("body").evaluate("() => window.isTheSame")


def test_axe_finds_no_violation(quick_preview: Live, visitor: Visitor, npm_packages: Path) -> None:
    looks: list[Judged] = [
        (390, "light", ALL_RULES),
        (390, "dark", OF_COLOURS),
        (1440, "dark", ALL_RULES),
        (1440, "light", OF_COLOURS),
    ]
    page = look(visitor, quick_preview)
    page.evaluate((npm_packages / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
    page.evaluate("() => axe.configure({})")
    quick_preview.workspace.replace(EDITION, OLD, NEW)
    expect(page.locator("#changes-list li")).to_have_count(1, timeout=20_000)
    for width, scheme, rules in looks:
        look_at(page, width, scheme)
        assert violations(page, rules) == [], (width, scheme)
    quick_preview.workspace.replace(EDITION, "venue: wsdm-2026", "venue: wsdm-2062")
    expect(page.locator("#problems")).to_be_visible(timeout=20_000)
    for width, scheme, rules in looks:
        look_at(page, width, scheme)
        expect(page.locator("#problems")).to_be_visible()
        assert violations(page, rules) == [], (width, scheme)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_at_once_and_leaves_no_tex(workspace: Workspace, how: signal.Signals) -> None:
    require("pdfLaTeX")
    with live_anew(workspace) as preview:
        children = Path(f"/proc/{preview.pid}/task/{preview.pid}/children")
        if children.exists():
            wait_for_tex(preview.pid)
        started = time.monotonic()
        assert preview.end(how) == 0
        assert time.monotonic() - started < 10
    assert not tex_of(preview.pid)


def tex_of(parent: int) -> list[str]:
    """The TeX programs that a process, or nobody any more, has started in its folder."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
            name = (stat.parent / "comm").read_text().strip()
        except OSError:
            continue
        if name in {"pdflatex", "pdftex", "lualatex"} and int(fields[1]) == parent:
            found.append(name)
    return found


def wait_for_tex(parent: int) -> None:
    deadline = time.monotonic() + 30
    while not tex_of(parent) and time.monotonic() < deadline:
        time.sleep(0.02)
