"""What an edition can announce beside the real workshop's facts is found in each finished file."""

from __future__ import annotations

import pytest
from PIL import Image

from tests.check.facts.conftest import NOT_MADE, after_changes, looked_at
from tests.workspace import Workspace

EDITION = "editions/2026/edition.yaml"
PAGE, CALL = "site/2026/index.html", "site/2026/call-for-papers/index.html"
JEKYLL, TEXT, MARKDOWN = "jekyll/pages/GenAIRecP2026/index.md", "2026/cfp.txt", "2026/cfp.md"
CALENDAR, DATA = "2026/schedule.ics", "jekyll/_data/papers2026.yml"

LINKS = """
links:
  registration: https://conference.org/2026/sign-up
  stream: https://video.org/room/one
  proceedings: https://volumes.org/vol-26
  chat: https://genairecp.slack.com/
  others: [{label: Summer school, url: "https://school.org/a"}]
"""

SPONSORS = """
sponsors:
  - {name: First Foundation, level: Platinum, logo: first.png, url: "https://first.org/home"}
  - {name: Second Systems, level: Silver}
"""

PAPER = """\
  kind: spotlight
  keywords: [graph prompting]
  pages: 112-119
  doi: 10.5555/1234567.8901234
  slides: https://slides.org/agp
  poster: https://posters.org/agp
  video: https://films.org/agp
  supplement: https://appendix.org/agp
"""
AUTHORS = """\
  authors:
    - name: Zhan Shi
      affiliations: [First Examples College, Second College]
      orcid: 0000-0002-1825-0097
      email: zhan@college.example.net
      corresponding: true
    - {name: Shanglin Yang, presenter: true}
"""
PICTURE = "picture: {file: harbour.jpg, alt: The harbour at dusk, credit: A Photographer}\n"
TALK = "    slides: https://slides.org/opus\n    video: https://films.org/opus\n"


def announced(workspace: Workspace) -> Workspace:
    """The real workshop with what it does not announce itself."""
    workspace.append(EDITION, LINKS)
    workspace.append(EDITION, SPONSORS)
    logo = workspace.data / "sponsors" / "first.png"
    logo.parent.mkdir()
    Image.new("RGB", (600, 200), "navy").save(logo)
    workspace.append(EDITION, PICTURE)
    photo = workspace.data / "site" / "pictures" / "harbour.jpg"
    photo.parent.mkdir(parents=True)
    Image.new("RGB", (600, 200), "navy").save(photo)
    workspace.replace("editions/2026/papers.yaml", "- id: agp\n", f"- id: agp\n{PAPER}")
    papers = "editions/2026/papers.yaml"
    workspace.replace(
        papers, "  authors: [Zhan Shi, Shanglin Yang]\n", f"{AUTHORS}  track: Industry\n"
    )
    workspace.replace(EDITION, "person: meng-jiang\n", f"person: meng-jiang\n{TALK}")
    workspace.append("workshop.yaml", "links: {code_of_conduct: https://rules.org/conduct}\n")
    workspace.replace(EDITION, "submissions:\n", "submissions:\n  template: https://tex.org/form\n")
    workspace.append(
        "venues/wsdm-2026.yaml", "address: 850 Front Street\nmap: https://maps.org/boise\n"
    )
    return workspace


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Pages, calls and calendars of such a workshop, which each test puts back as they were."""
    root = tmp_path_factory.mktemp("announced") / "workshop"
    root.mkdir()
    workspace = announced(Workspace.of_the_real_workshop(root))
    finished = workspace.run("build", "--only", "text,site,jekyll")
    assert finished.code == 0, finished.output
    return workspace


def test_all_of_it_is_stated(made: Workspace) -> None:
    agreement = looked_at(made)
    assert [found.message for found in agreement.diagnostics if found.code != NOT_MADE] == []
    assert agreement.agreeing == agreement.stated > 790


AUTHOR = "papers.selective-regularization.authors"

SAID: list[tuple[str, dict[str, str]]] = [
    (
        PAGE,
        {
            "https://conference.org/2026/sign-up": "links.registration",
            "https://video.org/room/one": "links.stream",
            "https://volumes.org/vol-26": "links.proceedings",
            "https://school.org/a": "links.others.summer-school",
            "850 Front Street": "venue.address",
            "The harbour at dusk": "pictures.alt",
            "A Photographer": "pictures.credit",
            "https://maps.org/boise": "venue.map",
            "Spotlight": "papers.agp.kind",
            "graph prompting": "papers.agp.keywords.graph-prompting",
            "112–119": "papers.agp.pages",
            "10.5555/1234567.8901234": "papers.agp.doi",
            "https://slides.org/agp": "papers.agp.slides",
            "https://films.org/agp": "papers.agp.video",
            "0000-0002-1825-0097": f"{AUTHOR}.zhan-shi.orcid",
            "First Examples College": f"{AUTHOR}.zhan-shi.affiliations.1.institution",
            "Corresponding author": f"{AUTHOR}.zhan-shi.corresponding",
            "Industry": "papers.selective-regularization.track",
            "https://slides.org/opus": "speakers.meng-jiang.slides",
            "First Foundation": "sponsors.first-foundation.name",
            "Platinum": "sponsors.first-foundation.level",
            "https://first.org/home": "sponsors.first-foundation.url",
        },
    ),
    (
        CALL,
        {
            "https://conference.org/2026/sign-up": "links.registration",
            "https://tex.org/form": "submissions.template",
        },
    ),
    (
        JEKYLL,
        {
            "https://conference.org/2026/sign-up": "links.registration",
            "https://video.org/room/one": "links.stream",
            "https://tex.org/form": "submissions.template",
            "850 Front Street": "venue.address",
            "https://films.org/opus": "speakers.meng-jiang.video",
            "First Foundation": "sponsors.first-foundation.name",
            "Silver": "sponsors.second-systems.level",
            "https://first.org/home": "sponsors.first-foundation.url",
        },
    ),
    (
        TEXT,
        {
            "https://conference.org/2026/sign-up": "links.registration",
            "https://rules.org/conduct": "links.code_of_conduct",
            "https://tex.org/form": "submissions.template",
            "https://maps.org/boise": "venue.map",
            "Second Systems": "sponsors.second-systems.name",
        },
    ),
    (
        MARKDOWN,
        {
            "https://genairecp.slack.com/": "links.chat",
            "850 Front Street": "venue.address",
            "Platinum": "sponsors.first-foundation.level",
        },
    ),
    (
        CALENDAR,
        {
            "https://video.org/room/one": "links.stream",
            "Presented by Shanglin Yang": f"{AUTHOR}.shanglin-yang.presenter",
        },
    ),
    (
        DATA,
        {
            "112–119": "papers.agp.pages",
            "https://posters.org/agp": "papers.agp.poster",
            "https://appendix.org/agp": "papers.agp.supplement",
            "0000-0002-1825-0097": f"{AUTHOR}.zhan-shi.orcid",
            "zhan@college.example.net": f"{AUTHOR}.zhan-shi.email",
        },
    ),
    (
        DATA,
        {
            "10.5555/1234567.8901234": "papers.agp.doi",
        },
    ),
]
"""What a file says, and of which fact; what stands side by side is not changed at once."""


@pytest.mark.parametrize(("file", "said"), SAID, ids=[next(iter(said)) for _, said in SAID])
def test_what_is_changed_by_hand_is_named_and_nothing_else(
    made: Workspace, file: str, said: dict[str, str]
) -> None:
    changes = {value: f"{value[:-2]}q{value[-1]}" for value in said}
    diagnostics = after_changes(made, file, changes)
    assert {diagnostic.code for diagnostic in diagnostics} == {"different-fact"}
    named = {
        (value, fact)
        for diagnostic in diagnostics
        for value, fact in said.items()
        if diagnostic.message.startswith(f"build/{file} says “")
        and f"where {fact} is “{value}”" in diagnostic.message
        and diagnostic.span is not None
    }
    assert named == {*said.items()}
    assert len(diagnostics) == len(said)
