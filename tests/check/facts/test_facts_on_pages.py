"""What an edition can announce beside the real workshop's facts is found in each finished file."""

from __future__ import annotations

import pytest
from PIL import Image

from tests.check.facts.conftest import NOT_MADE, after_change, looked_at
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

CASES = [
    (PAGE, "https://conference.org/2026/sign-up", "links.registration"),
    (CALL, "https://conference.org/2026/sign-up", "links.registration"),
    (JEKYLL, "https://conference.org/2026/sign-up", "links.registration"),
    (TEXT, "https://conference.org/2026/sign-up", "links.registration"),
    (MARKDOWN, "https://genairecp.slack.com/", "links.chat"),
    (PAGE, "https://video.org/room/one", "links.stream"),
    (JEKYLL, "https://video.org/room/one", "links.stream"),
    (CALENDAR, "https://video.org/room/one", "links.stream"),
    (PAGE, "https://volumes.org/vol-26", "links.proceedings"),
    (TEXT, "https://rules.org/conduct", "links.code_of_conduct"),
    (PAGE, "https://school.org/a", "links.others.summer-school"),
    (CALL, "https://tex.org/form", "submissions.template"),
    (JEKYLL, "https://tex.org/form", "submissions.template"),
    (TEXT, "https://tex.org/form", "submissions.template"),
    (PAGE, "850 Front Street", "venue.address"),
    (PAGE, "The harbour at dusk", "pictures.alt"),
    (PAGE, "A Photographer", "pictures.credit"),
    (JEKYLL, "850 Front Street", "venue.address"),
    (MARKDOWN, "850 Front Street", "venue.address"),
    (TEXT, "https://maps.org/boise", "venue.map"),
    (PAGE, "https://maps.org/boise", "venue.map"),
    (PAGE, "Spotlight", "papers.agp.kind"),
    (PAGE, "graph prompting", "papers.agp.keywords.graph-prompting"),
    (PAGE, "112–119", "papers.agp.pages"),
    (DATA, "112–119", "papers.agp.pages"),
    (PAGE, "10.5555/1234567.8901234", "papers.agp.doi"),
    (DATA, "10.5555/1234567.8901234", "papers.agp.doi"),
    (PAGE, "https://slides.org/agp", "papers.agp.slides"),
    (DATA, "https://posters.org/agp", "papers.agp.poster"),
    (PAGE, "https://films.org/agp", "papers.agp.video"),
    (DATA, "https://appendix.org/agp", "papers.agp.supplement"),
    (PAGE, "0000-0002-1825-0097", f"{AUTHOR}.zhan-shi.orcid"),
    (DATA, "0000-0002-1825-0097", f"{AUTHOR}.zhan-shi.orcid"),
    (PAGE, "First Examples College", f"{AUTHOR}.zhan-shi.affiliations.1.institution"),
    (DATA, "zhan@college.example.net", f"{AUTHOR}.zhan-shi.email"),
    (PAGE, "Corresponding author", f"{AUTHOR}.zhan-shi.corresponding"),
    (CALENDAR, "Presented by Shanglin Yang", f"{AUTHOR}.shanglin-yang.presenter"),
    (PAGE, "Industry", "papers.selective-regularization.track"),
    (PAGE, "https://slides.org/opus", "speakers.meng-jiang.slides"),
    (JEKYLL, "https://films.org/opus", "speakers.meng-jiang.video"),
    (PAGE, "First Foundation", "sponsors.first-foundation.name"),
    (JEKYLL, "First Foundation", "sponsors.first-foundation.name"),
    (TEXT, "Second Systems", "sponsors.second-systems.name"),
    (PAGE, "Platinum", "sponsors.first-foundation.level"),
    (JEKYLL, "Silver", "sponsors.second-systems.level"),
    (MARKDOWN, "Platinum", "sponsors.first-foundation.level"),
    (PAGE, "https://first.org/home", "sponsors.first-foundation.url"),
    (JEKYLL, "https://first.org/home", "sponsors.first-foundation.url"),
]


@pytest.mark.parametrize(("file", "value", "fact"), CASES)
def test_what_is_changed_by_hand_is_named_alone(
    made: Workspace, file: str, value: str, fact: str
) -> None:
    (diagnostic,) = after_change(made, file, value, f"{value[:-2]}q{value[-1]}")
    assert diagnostic.code == "different-fact"
    assert diagnostic.message.startswith(f"build/{file} says “")
    assert f"where {fact} is “{value}”" in diagnostic.message
    assert diagnostic.span is not None
