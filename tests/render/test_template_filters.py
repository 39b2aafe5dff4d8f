"""What templates of all forms share: how it words values, and that its names are documented."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import jinja2
import pytest
from msgspec.structs import replace

from proposal.render.jekyll.jekyll_templates import jekyll_environment
from proposal.render.latex.latex_templates import latex_environment
from proposal.render.latex.source_marks import Places
from proposal.render.site.site_templates import site_environment
from proposal.render.template_filters import (
    SHARED_FILTERS,
    SHARED_TESTS,
    duration,
    host,
    in_place,
    is_anywhere_on_earth,
    is_tentative,
    room,
    zone_name,
)
from proposal.render.text.text_templates import markdown_environment, plain_environment
from tests.workspace import ROOT, Workspace

BRACES = "{{ moment | clock }} {{ moment | iso }} {{ words | listed }} {{ to_be_confirmed }}"
ANGLES = BRACES.replace("{{", "<<").replace("}}", ">>")


def test_the_guide_names_every_shared_filter_and_test() -> None:
    guide = (ROOT / "docs/guide/templates.md").read_text("utf-8")
    assert [name for name in (*SHARED_FILTERS, "iso") if f"\\| {name}`" not in guide] == []
    assert [name for name in SHARED_TESTS if f" is {name}`" not in guide] == []


def environments(workspace: Workspace) -> dict[str, tuple[jinja2.Environment, str]]:
    root = workspace.root
    return {
        "latex": (latex_environment(root, Places()), ANGLES),
        "site": (site_environment(root), BRACES),
        "jekyll": (jekyll_environment(root), ANGLES),
        "plain text": (plain_environment(root), BRACES),
        "markdown": (markdown_environment(root), BRACES),
    }


@pytest.mark.parametrize("form", ["latex", "site", "jekyll", "plain text", "markdown"])
def test_every_form_words_moments_and_lists_alike(workspace: Workspace, form: str) -> None:
    environment, template = environments(workspace)[form]
    moment = dt.datetime(2026, 2, 26, 14, 0, tzinfo=ZoneInfo("America/Boise"))
    text = environment.from_string(template).render(moment=moment, words=["a", "b", "c"])
    assert text == "14:00 2026-02-26T14:00:00-07:00 a, b, and c to be confirmed"


@pytest.mark.parametrize(
    ("minutes", "words"), [(45, "45 min"), (60, "1 h"), (75, "1 h 15 min"), (0, "0 min")]
)
def test_a_length_of_time_does_not_break(minutes: int, words: str) -> None:
    assert duration(minutes) == words.replace(" ", "\N{NO-BREAK SPACE}")


def test_a_zone_is_named_by_its_letters_and_its_offset() -> None:
    winter = dt.datetime(2026, 2, 26, 14, 0, tzinfo=ZoneInfo("America/Boise"))
    assert zone_name(winter) == "MST, UTC−7"
    assert zone_name(winter.astimezone(ZoneInfo("UTC"))) == "UTC"
    without_letters = winter.replace(tzinfo=ZoneInfo("America/Sao_Paulo"))
    assert zone_name(without_letters) == "UTC−3"


def test_days_all_along_a_year_name_all_clocks_by_which_they_go(workspace: Workspace) -> None:
    """The first and the last of monthly meetings are in winter, and most of them in summer."""
    when = workspace.edition("2026").when
    first, summer = when.days[0], dt.timedelta(days=150)
    june = replace(first, start=first.start + summer, end=first.end + summer)
    december = replace(first, start=first.start + 2 * summer, end=first.end + 2 * summer)
    shown = replace(when, days=(first, june, december))
    assert zone_name(shown) == "MST, UTC−7 → MDT, UTC−6 → MST, UTC−7"


def test_a_tentative_city_is_not_named_with_times(workspace: Workspace) -> None:
    venue = replace(workspace.edition("2024").venue, city="Graz", is_tentative=False)
    assert in_place(venue) == "in Graz"
    assert in_place(replace(venue, is_tentative=True)) == "at the venue"
    assert host(replace(venue, series="WSDM")) == f"WSDM {venue.year}"


def test_room_and_building_are_printed_as_far_as_they_are_known(workspace: Workspace) -> None:
    edition = workspace.edition("2024")
    bare = replace(edition, room=None, venue=replace(edition.venue, site=None))
    assert room(bare) == ""
    assert room(replace(bare, room="Room 1")) == "Room 1"
    there = replace(edition.venue, site="Hall")
    assert room(replace(bare, room="Room 1", venue=there)) == "Room 1, Hall"


def test_hours_are_tentative_only_if_all_are(workspace: Workspace) -> None:
    slots = workspace.edition("2024").schedule.items
    certain, open_ = (replace(slots[0], is_tentative=tentative) for tentative in (False, True))
    assert is_tentative([open_, open_])
    assert not is_tentative([certain, open_])


def test_one_deadline_anywhere_on_earth_is_enough(workspace: Workspace) -> None:
    (first, *_) = workspace.edition("2024").dates.listed
    aoe, local = (replace(first, zone=zone) for zone in ("AoE", None))
    assert is_anywhere_on_earth([local, aoe])
    assert not is_anywhere_on_earth([local, local])
