"""`proposal new`: the next edition from an earlier one."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path

import pytest

from proposal.doctor import Group
from tests.parts import require
from tests.pdf import text
from tests.process import Finished
from tests.workspace import Workspace

OLD = "editions/2026"
NEW = "editions/2027"


def start(workspace: Workspace, *arguments: str) -> Finished:
    """Start 2027 from 2026, unless told otherwise."""
    return workspace.run("new", *(arguments or ("2027", "--from", "2026", "--venue", "wsdm-2027")))


def started(workspace: Workspace, *arguments: str) -> Workspace:
    finished = start(workspace, *arguments)
    assert finished.code == 0, finished.output + finished.errors
    return workspace


def written(workspace: Workspace, name: str) -> str:
    return (workspace.data / name).read_text(encoding="utf-8")


def contents(workspace: Workspace) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in workspace.root.rglob("*") if file.is_file()}


def refused(workspace: Workspace, *arguments: str) -> Finished:
    """A command that must not change anything."""
    before = contents(workspace)
    finished = start(workspace, *arguments)
    assert contents(workspace) == before
    return finished


# What is there afterwards


def test_the_new_edition_builds_at_once(workspace: Workspace) -> None:
    require(Group.DOCUMENTS)
    finished = started(workspace).run("build")
    assert finished.code == 0, finished.output
    words = " ".join(text(workspace.pdf("2027", "proposal")).split())
    assert "Fourth Workshop on Generative AI" in words
    assert "have confirmed: to be announced" in words
    assert "February 25, 2027" in words
    assert "Meng Jiang" not in words
    assert (workspace.root / "build/site/2027/index.html").is_file()
    assert "is printed as “to be announced”" in finished.output


def test_check_lists_what_is_left_every_at_its_line(workspace: Workspace) -> None:
    finished = started(workspace).run("check", "--format", "json")
    assert finished.code == 0
    places = {
        (diagnostic["file"], diagnostic["line"], diagnostic["code"])
        for diagnostic in json.loads(finished.output)["findings"]
    }
    lines = written(workspace, f"{NEW}/edition.yaml").splitlines()

    def line(beginning: str) -> int:
        (number,) = [n for n, line in enumerate(lines, 1) if line.strip().startswith(beginning)]
        return number

    submissions = lines[line("system:") - 1 :]
    edition, program = f"data/{NEW}/edition.yaml", f"data/{NEW}/program.yaml"
    slots = written(workspace, f"{NEW}/program.yaml").splitlines()
    begins = [number for number, text in enumerate(slots, 1) if text.startswith("- start:")]
    keynotes = [
        max(begin for begin in begins if begin <= number)
        for number, text in enumerate(slots, 1)
        if text == "  title: Keynote"
    ]
    assert len(keynotes) > 1
    expected = {
        (edition, line("when:"), "to-be-confirmed"),
        (edition, line("submission:"), "to-be-confirmed"),
        (edition, line("notification:"), "to-be-confirmed"),
        (edition, line("speakers:"), "to-be-filled-in"),
        (edition, line("committee:"), "to-be-filled-in"),
        (edition, line("system:"), "to-be-filled-in"),
        (edition, line("system:") + submissions.index("  tentative: true"), "to-be-confirmed"),
        *((program, number, "to-be-filled-in") for number in keynotes),
        (f"data/{NEW}/proposal.md", 1, "carried-over"),
        (f"data/{NEW}/overview.md", 1, "carried-over"),
        ("data/venues/wsdm-2027.yaml", 11, "to-be-confirmed"),
    }
    assert expected <= places
    assert not [place for place in places if "2026" in place[0]]


def test_the_command_itself_ends_with_what_is_left(workspace: Workspace) -> None:
    finished = start(workspace)
    lines = [line for line in finished.output.splitlines() if line.endswith("]")]
    checked = workspace.run("check").output.splitlines()
    assert len(lines) > 10
    assert [line for line in lines if line not in checked] == []
    assert "Edition 2027 is the fourth, on Thursday, February 25, 2027." in finished.output
    assert "written  data/editions/2027/edition.yaml" in finished.output
    assert "\x1b" not in finished.output


def test_dates_keep_their_distance_from_the_workshops_day(workspace: Workspace) -> None:
    old = workspace.read().editions["2026"].edition
    new = started(workspace).read().editions["2027"].edition
    assert new.first_day.weekday() == old.first_day.weekday()
    assert old.dates.submission is not None
    assert new.dates.submission is not None
    assert new.dates.submission.date == dt.date(2026, 11, 27)
    assert new.first_day - new.dates.submission.date == old.first_day - old.dates.submission.date
    assert new.dates.submission.was == []
    assert new.is_day_tentative
    assert new.dates.submission.tentative
    assert (new.when[0].start, new.when[0].end) == (old.when[0].start, old.when[0].end)


def test_a_deadline_keeps_its_zone_and_its_label(workspace: Workspace) -> None:
    old = "notification: 2025-12-18"
    workspace.replace(
        f"{OLD}/edition.yaml", old, "notification: {date: 2025-12-18, zone: AoE, label: Decisions}"
    )
    started(workspace)
    line = "  notification: {date: 2026-12-17, zone: AoE, label: Decisions, tentative: true}"
    assert line in written(workspace, f"{NEW}/edition.yaml").splitlines()


def test_the_days_of_a_host_conference_that_is_known_are_used(workspace: Workspace) -> None:
    venue = written(workspace, "venues/wsdm-2026.yaml")
    venue = venue.replace("start: 2026-02-22", "start: 2027-03-08")
    venue = venue.replace("end: 2026-02-26", "end: 2027-03-12").replace("city: Boise", "city: Lyon")
    workspace.write("venues/wsdm-2027.yaml", venue)
    finished = start(workspace)
    assert written(workspace, "venues/wsdm-2027.yaml") == venue
    assert workspace.read().editions["2027"].edition.first_day == dt.date(2027, 3, 12)
    assert "wsdm-2027.yaml" not in finished.output


def test_what_goes_on_stays_as_it_was_typed(workspace: Workspace) -> None:
    workspace.replace(
        f"{OLD}/edition.yaml",
        "organizers:\n  - narges-tabari\n",
        "# Who organizes, in author order\norganizers:\n  - narges-tabari   # since 2024\n",
    )
    workspace.replace(f"{OLD}/edition.yaml", "ordinal: 3\n", "# schema: here\n\nordinal: 3\n")
    workspace.replace(f"{OLD}/edition.yaml", "review: double-blind", "review: 'double-blind' # ok")
    old = written(workspace, f"{OLD}/edition.yaml")
    new = written(started(workspace), f"{NEW}/edition.yaml")
    whole = old[old.index("# Who organizes") : old.index("speakers:")]
    assert whole in new
    assert new.startswith("# schema: here\n\nordinal: 4\n")
    assert "  review: 'double-blind' # ok\n" in new
    assert "# The organizers' estimate, for them to confirm" in new
    keys = [line.partition(":")[0] for line in new.splitlines() if line[:1].isalpha()]
    assert keys == [line.partition(":")[0] for line in old.splitlines() if line[:1].isalpha()]


def test_speakers_papers_and_program_are_emptied_with_the_shape_kept(
    workspace: Workspace,
) -> None:
    files = started(workspace).read().editions["2027"]
    assert (files.edition.speakers, files.papers, files.edition.committee) == ([], [], [])
    new = written(workspace, f"{NEW}/edition.yaml")
    assert "# In 2026: 4 keynotes and 2 talks. An entry: - {person:" in new
    old = workspace.read().editions["2026"]
    assert [(slot.start, slot.end) for slot in files.program] == [
        (slot.start, slot.end) for slot in old.program
    ]
    assert [(slot.kind, slot.title) for slot in files.program[:5]] == [
        ("opening", None),
        ("talk", "Keynote"),
        ("talk", "Keynote"),
        ("break", "Coffee break"),
        ("papers", "Oral Session 1"),
    ]
    assert not any(slot.talk or slot.papers for slot in files.program)


def test_an_event_without_a_call_gets_neither_committee_nor_papers(workspace: Workspace) -> None:
    file = workspace.data / OLD / "edition.yaml"
    text = re.sub(r"(?ms)^(dates|submissions|committee):.*?(?=^\S)", "", file.read_text())
    file.write_text(f"{text}submissions: none\n", encoding="utf-8")
    workspace.write(f"{OLD}/papers.yaml", "[]\n")
    workspace.write(f"{OLD}/program.yaml", "- {start: 9:00, end: 9:10, kind: opening}\n")
    started(workspace)
    assert "committee:" not in written(workspace, f"{NEW}/edition.yaml")
    assert not (workspace.data / NEW / "papers.yaml").exists()


def test_comments_at_the_end_stay_there(workspace: Workspace) -> None:
    file = workspace.data / OLD / "edition.yaml"
    kept = re.sub(r"(?ms)^submissions:.*?(?=^\S)", "", file.read_text(encoding="utf-8"))
    rules = "submissions:\n  review: double-blind\n\n# Or:\n# room: Room 1\n"
    file.write_text(f"{kept}{rules}", encoding="utf-8")
    text = written(started(workspace), f"{NEW}/edition.yaml")
    assert "  review: double-blind\n  tentative: true\n" in text
    assert text.endswith("\n\n# Or:\n# room: Room 1\n")


def test_a_keynote_is_called_so_in_the_language_of_the_edition(workspace: Workspace) -> None:
    workspace.append(f"{OLD}/edition.yaml", "language: es\n")
    program = written(started(workspace), f"{NEW}/program.yaml")
    assert "title: Conferencia plenaria" in program
    assert "Keynote" not in program


def test_what_belonged_to_one_year_is_not_carried_over(workspace: Workspace) -> None:
    workspace.append(f"{OLD}/edition.yaml", "room: Room 7\nsponsors: [{name: A Company}]\n")
    workspace.append(f"{OLD}/edition.yaml", "outcome: {attendees: 70}\n")
    workspace.replace(
        f"{OLD}/edition.yaml",
        "proposal: {text: proposal.md}",
        "proposal: {text: proposal.md, subtitle: A Proposal, public: true}",
    )
    new = started(workspace).read().editions["2027"].edition
    assert (new.room, new.sponsors, new.outcome.attendees) == (None, [], None)
    assert new.submissions.url is None
    assert new.submissions.system == "OpenReview"
    assert (new.documents["proposal"].subtitle, new.documents["proposal"].public) == (
        "A Proposal",
        None,
    )


def test_prose_under_another_name_and_its_pictures_come_along(workspace: Workspace) -> None:
    folder = workspace.data / OLD
    (folder / "proposal.md").rename(folder / "chairs.md")
    (folder / "graph.png").write_bytes(b"a picture")
    (folder / "unused.png").write_bytes(b"a picture")
    (folder / "figures").mkdir()
    (folder / "figures/plot.png").write_bytes(b"a plot")
    workspace.append(f"{OLD}/chairs.md", '\n![A graph](graph.png "What it\nshows")\n')
    workspace.append(f"{OLD}/chairs.md", "\n![A plot](figures/plot.png){width=60%}\n")
    workspace.replace(f"{OLD}/edition.yaml", "{text: proposal.md}", "{text: chairs.md}")
    started(workspace)
    found = {file.name for file in (workspace.data / NEW).iterdir()}
    assert found == {
        "edition.yaml",
        "program.yaml",
        "papers.yaml",
        "overview.md",
        "chairs.md",
        "graph.png",
        "figures",
        "references.bib",
    }
    assert (workspace.data / NEW / "figures/plot.png").read_bytes() == b"a plot"
    assert written(workspace, f"{NEW}/chairs.md") == written(workspace, f"{OLD}/chairs.md")


def test_prose_that_selects_speakers_by_name_builds_before_there_are_any(
    workspace: Workspace,
) -> None:
    workspace.append(
        f"{OLD}/overview.md",
        '\nFirst comes {{ speakers | only("meng-jiang") | listing }}.\n\n'
        '{{ speakers | order("liam-collins") }}\n',
    )
    finished = started(workspace).run("build", "--only", "text")
    assert finished.code == 0, finished.output


def test_the_current_edition_is_the_new_one_and_the_rest_of_the_file_stays(
    workspace: Workspace,
) -> None:
    workspace.replace("workshop.yaml", "current: 2026", "current:   2026   # the next one")
    old = written(workspace, "workshop.yaml")
    new = written(started(workspace), "workshop.yaml")
    assert new == old.replace("2026   #", "2027   #")


def test_an_edition_that_has_only_a_camera_ready_is_a_beginning_too(workspace: Workspace) -> None:
    started(workspace, "2027", "--from", "2024", "--venue", "kdd-2027")
    files = workspace.read().editions["2027"]
    assert list(files.edition.documents) == ["proposal"]
    assert files.texts["proposal.md"] == written(workspace, "editions/2024/summary.md")
    assert files.edition.documents["proposal"].rights is None
    assert files.edition.first_day == dt.date(2027, 8, 22)
    finished = workspace.build()
    assert finished.code == 0, finished.output
    assert workspace.pdf("2027", "proposal").is_file()


def test_an_edition_without_documents_gives_a_proposal_to_be_written(workspace: Workspace) -> None:
    edition = written(workspace, f"{OLD}/edition.yaml")
    workspace.write(f"{OLD}/edition.yaml", edition[: edition.index("documents:")])
    (workspace.data / OLD / "proposal.md").unlink()
    started(workspace)
    assert written(workspace, f"{NEW}/proposal.md").startswith(
        "# Objectives and Expected Outcomes\n"
    )
    checked = workspace.run("check")
    assert "`Replace this` holds the place of something else" in checked.output
    assert workspace.build().code == 0


def test_the_ordinal_follows_the_last_edition_not_the_one_copied(workspace: Workspace) -> None:
    started(workspace, "2027", "--from", "2024", "--venue", "kdd-2027")
    assert workspace.read().editions["2027"].edition.ordinal == 4


def test_an_edition_between_others_takes_its_place_and_does_not_become_current(
    workspace: Workspace,
) -> None:
    started(workspace, "2025", "--from", "2024", "--venue", "kdd-2025")
    folder = workspace.read()
    assert folder.editions["2025"].edition.ordinal == 2
    assert folder.workshop is not None
    assert folder.workshop.current == "2026"
    assert not (workspace.data / OLD / "frozen.json").exists()


def test_an_edition_can_be_started_from_the_new_one_again(workspace: Workspace) -> None:
    started(workspace)
    started(workspace, "2028", "--from", "2027", "--venue", "kdd-2028")
    assert workspace.run("check", "--all").code == 0
    assert workspace.read().editions["2028"].edition.ordinal == 5


# What is over


def frozen(workspace: Workspace) -> list[str]:
    finished = workspace.run("check", "--all", "--format", "json")
    found = [
        diagnostic
        for diagnostic in json.loads(finished.output)["findings"]
        if diagnostic["code"] == "frozen-edition"
    ]
    assert finished.code == bool(found)
    return [diagnostic["message"] for diagnostic in found]


def test_the_old_edition_is_frozen(workspace: Workspace) -> None:
    started(workspace)
    assert frozen(workspace) == []
    post = "  - {institution: Snap Research, city: Bellevue, state: Washington, country: USA}\n"
    workspace.replace("people/neil-shah.yaml", post, post.replace("Snap Research", "Elsewhere"))
    assert frozen(workspace) == [
        (
            "edition 2026 is frozen, but organizers.neil-shah.affiliations.1.institution was "
            "`Snap Research` and is `Elsewhere`"
        )
    ]


def test_a_change_with_since_concerns_later_editions_only(workspace: Workspace) -> None:
    started(workspace)
    post = "  - {institution: Snap Research, city: Bellevue, state: Washington, country: USA}\n"
    new = "  - {institution: Elsewhere, country: USA, since: 2026-06}\n"
    workspace.replace("people/neil-shah.yaml", post, post + new)
    assert frozen(workspace) == []
    assert workspace.edition("2027").organizers.items[3].person.affiliation == "Elsewhere"


def test_what_was_current_is_frozen_too(workspace: Workspace) -> None:
    started(workspace, "2027", "--from", "2024", "--venue", "kdd-2027")
    assert (workspace.data / "editions/2024/frozen.json").is_file()
    assert (workspace.data / "editions/2026/frozen.json").is_file()


def test_what_was_frozen_stays_as_it_was_frozen(workspace: Workspace) -> None:
    started(workspace)
    before = written(workspace, f"{OLD}/frozen.json")
    workspace.replace(f"{OLD}/edition.yaml", "expected: 60", "expected: 70")
    started(workspace, "2028", "--from", "2026", "--venue", "wsdm-2028")
    assert written(workspace, f"{OLD}/frozen.json") == before


# What is refused


def test_an_edition_that_exists_is_not_overwritten(workspace: Workspace) -> None:
    finished = refused(workspace, "2024", "--from", "2026", "--venue", "wsdm-2027")
    assert finished.code == 2
    assert finished.errors == ("proposal: data/editions/2024 exists already; nothing was changed\n")


def test_a_folder_without_an_edition_is_not_overwritten(workspace: Workspace) -> None:
    workspace.write(f"{NEW}/notes.txt", "Mine.")
    assert refused(workspace).code == 2


def test_an_edition_to_start_from_must_exist(workspace: Workspace) -> None:
    finished = refused(workspace, "2027", "--from", "2025", "--venue", "wsdm-2027")
    assert finished.code == 2
    assert finished.errors == (
        "proposal: there is no edition 2025 to start from; there is: 2024, 2026\n"
    )


@pytest.mark.parametrize("venue", ["WSDM 2027", "../wsdm", "wsdm_2027", ""])
def test_a_venue_is_named_by_an_id(workspace: Workspace, venue: str) -> None:
    finished = refused(workspace, "2027", "--from", "2026", "--venue", venue)
    assert finished.code == 2
    assert finished.errors.startswith("proposal: --venue: ")


@pytest.mark.parametrize("year", ["27", "next", "12027"])
def test_an_edition_is_named_by_a_year(workspace: Workspace, year: str) -> None:
    assert refused(workspace, year, "--from", "2026", "--venue", "wsdm-2027").code == 2


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("ordinal: 3", "ordinal: three", "not-a-number"),
        ("  - neil-shah", "  - niel-shah", "unknown-person"),
        ("venue: wsdm-2026", "venue: wsdm-2062", "unknown-venue"),
    ],
)
def test_nothing_is_started_from_faulty_data(
    workspace: Workspace, old: str, new: str, code: str
) -> None:
    workspace.replace(f"{OLD}/edition.yaml", old, new)
    finished = refused(workspace)
    assert finished.code == 1
    assert f"[{code}]" in finished.output
    assert finished.output.endswith("Mend the data first; nothing was changed.\n")


def test_there_must_be_a_workshop(tmp_path: Path) -> None:
    finished = refused(Workspace(tmp_path))
    assert finished.code == 2
    assert "there is no data/workshop.yaml" in finished.errors


def test_parts_in_organizing_and_committees_go_on(workspace: Workspace) -> None:
    part = "  - {person: neil-shah, role: Web Chair}  # asked in May\n"
    workspace.replace(f"{OLD}/edition.yaml", "  - neil-shah\n", part)
    committees = "committees:\n  - {name: Area Chairs, members: [Ann Author (An Institute)]}\n"
    workspace.append(f"{OLD}/edition.yaml", committees)
    text = written(started(workspace), f"{NEW}/edition.yaml")
    assert part in text
    assert committees in text
