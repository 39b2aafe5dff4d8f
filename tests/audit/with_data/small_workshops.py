"""Small workshops of several kinds, whose pages, calls and calendars are audited."""

from __future__ import annotations

from pathlib import Path

from tests.workspace import Workspace

_PEOPLE = {
    "ada-placeholder": (
        "name: Ada Placeholder\naffiliations: [{institution: University of Examples}]\n"
    ),
    "ben-sample": (
        "name: Ben Sample\naffiliations: [{institution: Institute of Samples}]\n"
        "email: ben@samples.example.org\n"
    ),
    "eva-model": (
        "name: Eva Model\naffiliations: [{institution: Model Company}]\nbio: Eva Model works.\n"
    ),
}
_CONFERENCE = """\
series: EXC
name: 12th Conference on Examples
acronym: EXC '27
start: 2027-06-07
end: 2027-06-11
city: Lisbon
country: Portugal
zone: Europe/Lisbon
"""
_COMMITTEE = """\
committee:
  - {name: Finn Trial, affiliation: Trial University}
  - {name: Gwen Proof, affiliation: Proof Institute}
"""

SCHOOL = {
    "workshop.yaml": """\
name: Summer School on Sampled Systems
acronym: SAMSYS
url: https://samsys.example.org/
current: 2027
""",
    "venues/place.yaml": "host: University of Examples\nzone: Europe/Berlin\n",
    "editions/2027/edition.yaml": """\
ordinal: 4
venue: place
when:
  - {date: 2027-07-05, start: 9:00, end: 17:00}
  - {date: 2027-07-06, start: 9:00, end: 16:00, room: Room 2}
attendance: online
organizers: [ada-placeholder, ben-sample]
contact: [ada-placeholder, school@samsys.example.org]
abstract: A school for students.
submissions: none
fees:
  - {who: Students, amount: 80 EUR, early: 50 EUR}
  - {who: Others, amount: 180 EUR, early: 120 EUR}
dates:
  applications: {date: 2027-04-01, label: Applications due, zone: AoE}
  early_registration: 2027-05-01
  registration: 2027-06-15
""",
    "editions/2027/program.yaml": """\
- {day: 1, start: 9:00, end: 9:15, kind: opening}
- {day: 1, start: 13:00, end: 17:00, kind: tutorial, title: Exercises on streams}
- {day: 2, start: 9:00, end: 12:00, kind: discussion}
- {day: 2, start: 13:00, end: 16:00, kind: tutorial, title: Exercises on graphs, room: Room 3}
""",
}
"""A school of two days, online, with fees, rooms of a day, and no call for papers."""

GERMAN = {
    "workshop.yaml": """\
name: Workshop über gemessene Proben
acronym: WGP
url: https://wgp.example.org/
current: 2027
language: de
""",
    "venues/place.yaml": _CONFERENCE,
    "editions/2027/edition.yaml": """\
ordinal: 5
venue: place
when:
  - {date: 2027-06-07, start: 9:00, end: 17:30}
  - {date: 2027-06-08, start: 9:00, end: 12:30, room: Hörsaal 3}
room: Hörsaal 1
organizers: [ada-placeholder, ben-sample]
contact: ada-placeholder
abstract: Der Workshop handelt davon, wie Proben gemessen werden.
submissions: {url: "https://submit.example.org/wgp", pages: 6-10}
fees: [{who: Alle, amount: 1200.50 EUR}]
dates:
  submission: {date: 2027-03-10, was: [2027-03-03], zone: AoE}
  notification: 2027-05-14
speakers:
  - {person: eva-model, role: keynote, status: confirmed, title: Messen ohne Lineal}
"""
    + _COMMITTEE,
    "editions/2027/program.yaml": """\
- {day: 1, start: 9:00, end: 9:30, kind: opening}
- {day: 1, start: 9:30, end: 10:30, talk: eva-model}
- {day: 2, start: 9:00, end: 12:30, kind: discussion}
""",
}
"""A workshop in German."""

JOINT = {
    "workshop.yaml": """\
name: Workshop on Formal Samples
acronym: FORMS
url: https://forms.example.org/
current: 2027
""",
    "venues/place.yaml": _CONFERENCE
    + "together_with: [{series: JSR, name: Joint Conference on Samples, acronym: JSR '27}]\n",
    "editions/2027/edition.yaml": """\
ordinal: 1
venue: place
when: {date: 2027-06-08, start: 9:00, end: 17:00}
attendance: hybrid
room: Room 3
organizers: [ada-placeholder, ben-sample]
contact: forms@forms.example.org
abstract: The workshop is about formal methods for samples.
topics: [Proofs, Models, Checks]
submissions:
  url: https://submit.example.org/forms
  review: double-blind
  tracks: [{name: Papers, id: papers, pages: 15}, {name: Demos, id: demos, pages: 2-4}]
dates:
  submission: {date: 2027-03-29, zone: AoE}
  submission_2:
    {date: 2027-04-26, zone: AoE, kind: submission, label: "Submission deadline, second round"}
  notification: 2027-04-19
  notification_2:
    {date: 2027-05-10 18:00 AoE, kind: notification, label: "Author notification, second round"}
"""
    + _COMMITTEE,
    "editions/2027/program.yaml": """\
- {start: 9:00, end: 10:00, kind: opening}
- {start: 10:00, end: 12:00, kind: papers, title: Session 1A, track: A, room: Room 3}
- {start: 10:00, end: 12:00, kind: demos, title: Session 1B, track: B, room: Room 4}
- {start: 14:00, end: 17:00, kind: discussion}
""",
}
"""A hybrid workshop at two conferences, with two rounds of papers and two tracks in two rooms."""

MEETING = {
    "workshop.yaml": """\
name: Online Meeting on Samples
acronym: OMSX
url: https://omsx.example.org/
current: 2027
earlier:
  - {ordinal: 2, date: 2026-06-09, host: EXC 2026, city: Lisbon, country: Portugal}
""",
    "venues/place.yaml": _CONFERENCE,
    "editions/2027/edition.yaml": """\
ordinal: 3
venue: place
when:
  - {date: 2027-06-07, start: 18:00, end: 00:00, next_day: true}
  - {date: 2027-06-09, start: 9:00, end: 12:00}
organizers: [ada-placeholder, ben-sample]
contact: ada-placeholder
abstract: We meet to talk of samples.
submissions: {url: "https://submit.example.org/omsx", words: 300, call: Call for Talks}
dates: {submission: 2027-03-01, notification: 2027-03-20}
speakers:
  - {person: eva-model, role: talk, status: confirmed, title: Noon and Night}
""",
    "editions/2027/program.yaml": """\
- {day: 1, start: 18:00, end: 18:30, kind: opening}
- {day: 1, start: 18:30, end: 19:30, talk: eva-model}
- {day: 1, start: 19:30, end: 00:00, next_day: true, kind: discussion}
- day: 2
  start: 9:00
  end: 12:00
  kind: papers
  parts: [{minutes: 70, papers: [revisited]}, {minutes: 110, papers: [lisbon]}]
""",
    "editions/2027/papers.yaml": """\
- {id: revisited, title: "OMSX 2021 Revisited", authors: [Hedy Model (Model Company)]}
- {id: lisbon, title: "A Meeting in Lisbon on March 3", authors: [Hedy Model (Model Company)]}
""",
}
"""A meeting on two days with one between them, whose papers' titles have days and short names."""

FIRST = {
    "workshop.yaml": """\
name: Oficina de Amostras Contadas
acronym: OAC
url: https://oac.example.org/
current: 2027
language: pt
""",
    "venues/place.yaml": _CONFERENCE,
    "editions/2027/edition.yaml": """\
ordinal: 1
venue: place
when: {date: 2027-06-08, start: 9:00, end: 17:00}
room: Sala 3
organizers: [ada-placeholder, {person: ben-sample, role: Coordenação local}]
contact: ada-placeholder
abstract: A oficina trata de amostras.
submissions: {url: "https://submit.example.org/oac", pages: 2-8, review: double-blind}
dates:
  submission: {date: 2027-03-10, zone: AoE}
  notification: {date: 2027-05-14, tentative: true}
fees:
  - {who: Estudantes, amount: 100 BRL}
  - {who: Outros, amount: 200 BRL}
speakers:
  - {person: eva-model, role: keynote, status: confirmed, title: Medir sem régua}
""",
    "editions/2027/papers.yaml": """\
- id: counting
  title: Counting Plain Samples
  authors: [ada-placeholder]
- id: weighing
  title: Weighing Round Stones
  authors: [ben-sample]
""",
    "editions/2027/program.yaml": """\
- {start: 9:00, end: 9:15, kind: opening}
- {start: 9:15, end: 10:00, talk: eva-model}
- {start: 10:00, end: 12:00, kind: papers, title: Session 1, papers: [counting, weighing]}
- {start: 13:00, end: 13:30, title: "Contributed Talk 1: Sorting Small Samples"}
- {start: 13:30, end: 14:00, title: "Contributed Talk 2: Shaking Large Boxes"}
""",
}
"""A first workshop, in Portuguese, with papers, talks with titles of their own, and fees."""

NIGHT = {
    "workshop.yaml": """\
name: Night of Samples
acronym: NOSA
url: https://nosa.example.org/
current: 2027
""",
    "venues/place.yaml": "host: University of Examples\nzone: Europe/Lisbon\n",
    "editions/2027/edition.yaml": """\
ordinal: 1
venue: place
when: {date: 2027-10-30, start: 20:00, end: 6:00, next_day: true}
organizers: [ada-placeholder, ben-sample]
contact: ada-placeholder
attendance: online
abstract: We sort samples all night.
submissions: none
dates: {results: {date: 2027-10-30, label: Results due, time: "12:00", zone: AoE}}
""",
    "editions/2027/program.yaml": """\
- {start: 20:00, end: 20:30, kind: opening}
- {start: 20:30, end: 1:30 WEST, next_day: true, title: Sorting by hand}
""",
}
"""A night on which clocks go back, with a deadline on the day of the workshop."""


def made_of(files: dict[str, str], root: Path) -> Workspace:
    """A workshop of some files, with its pages, texts and calendars."""
    people = {f"people/{name}.yaml": text for name, text in _PEOPLE.items()}
    texts = {"editions/2027/overview.md": "{{ title }}\n"}
    for name, text in {**people, **texts, **files}.items():
        file = root / "data" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    workspace = Workspace(root)
    finished = workspace.run("build", "2027", "--only", "text,site,jekyll")
    assert finished.code == 0, finished.output + finished.errors
    return workspace
