"""Links of a workshop stand where people look for them: on pages, in calendars, for machines."""

from __future__ import annotations

import json
import re
from typing import Any

from proposal.render.calendar import calendars
from tests.check.findings import EDITION, diagnostics_of, only_diagnostic_of, where
from tests.importers.bringing import imports, new_folder
from tests.workspace import Workspace

LINKS = """
links:
  registration: https://conference.org/2026/sign-up
  stream: https://video.org/room/one
  recordings: https://video.org/all
  chat: https://genairecp.slack.com/
  others: [{label: Summer school, url: "https://school.org/a"}]
"""


def linked(workspace: Workspace, links: str = LINKS) -> Workspace:
    workspace.append(EDITION, links)
    workspace.append("workshop.yaml", "links: {mastodon: https://hci.social/@wsp}\n")
    return workspace


def page_of(workspace: Workspace, path: str = "2026/index.html") -> str:
    finished = workspace.run("build", "--only", "site,jekyll")
    assert finished.code == 0, finished.output
    return (workspace.root / "build/site" / path).read_text(encoding="utf-8")


def test_the_page_offers_links_at_their_places_and_all_of_them_at_its_foot(
    workspace: Workspace,
) -> None:
    page = page_of(linked(workspace))
    head = page[page.index('class="hero"') : page.index('id="overview"')]
    until = 'data-until="2026-02-26T16:50:00-07:00"'
    closes = until.replace("until", "closes")
    assert f'<a {closes} href="https://conference.org/2026/sign-up">Register</a>' in head
    schedule = page[page.index('id="schedule"') : page.index('id="keynotes"')]
    assert f'{until} href="https://video.org/room/one">Watch live</a>' in schedule
    assert '<a class="button" href="https://video.org/all">Watch the recordings' in schedule
    foot = page[page.index("<footer") :]
    assert re.findall(r"<li[^>]*><a[^>]*>([^<]+)</a></li>", foot) == [
        *("Registration", "Live stream", "Recordings", "Slack", "Mastodon", "Summer school"),
    ]
    assert '<a rel="me" href="https://hci.social/@wsp">' in foot


def test_the_series_pages_have_the_links_of_the_series_alone(workspace: Workspace) -> None:
    foot = page_of(linked(workspace), "editions/index.html").partition("<footer")[2]
    assert re.findall(r"<li><a[^>]*>([^<]+)</a></li>", foot) == ["Mastodon"]
    listing = (workspace.root / "build/jekyll/pages/all-editions.md").read_text(encoding="utf-8")
    assert "# Links\n\n- [Mastodon](https://hci.social/@wsp)\n" in listing


def test_without_a_schedule_the_stream_stands_at_the_head(workspace: Workspace) -> None:
    workspace.write("editions/2026/program.yaml", "[]\n")
    page = page_of(linked(workspace))
    head = page[page.index('class="hero"') : page.index('id="overview"')]
    assert "Watch live</a>" in head


def test_a_link_is_not_closed_by_a_day_that_is_a_guess(workspace: Workspace) -> None:
    workspace.replace(EDITION, "end: 16:50}", "end: 16:50, tentative: true}")
    page = page_of(linked(workspace))
    assert '<a href="https://conference.org/2026/sign-up">Register</a>' in page


def test_machines_read_offer_stream_recordings_and_accounts(workspace: Workspace) -> None:
    page = page_of(linked(workspace))
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    event: dict[str, Any] = json.loads(text)
    assert event["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert [place["@type"] for place in event["location"]] == ["Place", "VirtualLocation"]
    assert event["location"][1]["url"] == "https://video.org/room/one"
    assert event["offers"] == [
        {
            "@type": "Offer",
            "name": "Registration",
            "url": "https://conference.org/2026/sign-up",
        }
    ]
    assert event["recordedIn"][0]["url"] == "https://video.org/all"
    assert event["sameAs"] == ["https://hci.social/@wsp"]


def test_calendars_lead_to_the_stream_and_to_registration(workspace: Workspace) -> None:
    workspace.replace(EDITION, "  notification: ", "  registration: 2026-02-01\n  notification: ")
    files = calendars(linked(workspace).edition("2026")).files
    schedule = files["schedule.ics"].decode().replace("\r\n ", "")
    # Thirteen parts, of which three are breaks and lunch.
    assert schedule.count("Live stream: https://video.org/room/one") == 10
    dates = files["dates.ics"].decode().replace("\r\n ", "")
    assert "URL:https://conference.org/2026/sign-up" in dates


def test_a_block_of_links_stands_in_prose_and_a_sentence_quotes_one(workspace: Workspace) -> None:
    workspace.append(
        "editions/2026/overview.md", "\nRegister: {{ links.registration }}\n\n{{ links }}\n"
    )
    page = page_of(linked(workspace))
    overview = page[page.index('id="overview"') : page.index('id="call"')]
    address = "https://conference.org/2026/sign-up"
    assert f'Register: <a href="{address}">{address}</a>' in overview
    assert '<li><a href="https://genairecp.slack.com/">Slack</a></li>' in overview


def test_an_account_at_another_service_is_reported(workspace: Workspace) -> None:
    workspace.append(EDITION, "links: {linkedin: https://bsky.app/profile/wsp.org}\n")
    found = only_diagnostic_of(workspace, "other-service")
    assert found.message == (
        "the link to LinkedIn leads to Bluesky: `https://bsky.app/profile/wsp.org`"
    )
    assert found.hint == (
        "write the account's address at LinkedIn, or write `bluesky` in place of `linkedin`"
    )
    assert where(found) == workspace.place_of(EDITION, "https://bsky.app/profile/wsp.org")


def test_registration_of_another_year_is_reported(workspace: Workspace) -> None:
    workspace.append(EDITION, "links: {registration: https://conference.org/2025/sign-up}\n")
    found = only_diagnostic_of(workspace, "link-year")
    assert "names 2025" in found.message
    workspace.replace(EDITION, "org/2025/sign-up", "org/2026/sign-up")
    assert diagnostics_of(workspace, "link-year") == []


def test_the_jekyll_pages_are_read_back_with_their_links(
    workspace: Workspace, tmp_path_factory: Any
) -> None:
    page_of(linked(workspace))
    again = new_folder(tmp_path_factory.mktemp("again") / "workshop")
    imports(again, "jekyll", workspace.root / "build/jekyll")
    before, after = (
        of.edition("2026") if of is workspace else of.resolve("2026")[0]
        for of in (workspace, again)
    )
    assert [(link.label, link.url) for link in after.links.listed] == [
        (link.label, link.url) for link in before.links.listed
    ]


def test_next_year_keeps_accounts_and_no_registration(workspace: Workspace) -> None:
    workspace.append(
        EDITION, LINKS.replace("  chat:", "  code_of_conduct: https://r.org/c\n  chat:")
    )
    finished = workspace.run("new", "2027", "--from", "2026", "--venue", "wsdm-2027")
    assert finished.code == 0, finished.output
    links = workspace.edition("2027").links
    assert [link.url for link in links.listed] == [
        "https://r.org/c",
        "https://genairecp.slack.com/",
    ]
