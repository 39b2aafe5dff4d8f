"""`proposal init`: a new series, with a dialogue on a terminal and without one elsewhere."""

from __future__ import annotations

import datetime as dt
import json
import signal
from pathlib import Path

import pytest

from proposal.project import load
from tests.terminal import Terminal
from tests.workspace import Workspace, run

YEAR = dt.datetime.now(dt.UTC).year + 1


def contents(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): file.read_bytes() for file in files}


def test_without_a_dialogue_the_folder_builds_at_once(tmp_path: Path) -> None:
    finished = run("init", "mine", folder=tmp_path)
    assert finished.code == 0, finished.errors
    assert "written  mine/data/workshop.yaml" in finished.output
    assert "written  mine/schema/  " in finished.output
    assert "`proposal -C mine build`" in finished.output
    assert "Nothing was asked, since questions need a terminal" in finished.output
    workspace = Workspace(tmp_path / "mine")
    built = workspace.build()
    assert built.code == 0, built.output
    assert workspace.pdf(str(YEAR), "proposal").is_file()
    assert "warning" not in built.output
    assert workspace.run("build", "--only", "site,jekyll,text").code == 0


def test_check_lists_what_to_replace(tmp_path: Path) -> None:
    run("init", "mine", folder=tmp_path)
    finished = run("-C", "mine", "check", "--format", "json", folder=tmp_path)
    assert finished.code == 0
    diagnostics = json.loads(finished.output)["findings"]
    assert {diagnostic["severity"] for diagnostic in diagnostics} == {"warning"}
    files = {
        diagnostic["file"] for diagnostic in diagnostics if diagnostic["code"] == "placeholder"
    }
    assert files == {
        "mine/data/workshop.yaml",
        "mine/data/people/your-name.yaml",
        f"mine/data/venues/your-conference-{YEAR}.yaml",
        f"mine/data/editions/{YEAR}/edition.yaml",
        f"mine/data/editions/{YEAR}/proposal.md",
        f"mine/data/editions/{YEAR}/overview.md",
    }


def test_on_a_terminal_questions_are_asked_until_they_are_answered(tmp_path: Path) -> None:
    terminal = Terminal("init", "mine", folder=tmp_path)
    terminal.answer("Name of the workshop", "Workshop on Bridges")
    terminal.answer("acronym", "No Bridge")
    terminal.answer("`No Bridge` is no acronym; write letters", "BRIDGES")
    terminal.answer("Host conference", "RecSys")
    terminal.answer("full name", "21st ACM Conference on Recommender Systems")
    terminal.answer("City", "Lyon")
    terminal.answer("Country", "France")
    terminal.answer("zone", "CET")
    terminal.answer("`CET` is no time zone", "Europe/Paris")
    terminal.answer("Day", "in May")
    terminal.answer("`in May` is no date; write year-month-day", "2027-05-04")
    terminal.answer("call for papers", "perhaps")
    terminal.answer("`perhaps` is neither yes nor no", "yes")
    terminal.answer("Your name", "Ада Лавлейс")
    terminal.answer("email", "ada")
    terminal.answer("`ada` is no email address", "ada@example.net")
    terminal.answer("Your institution [Your Institution]", "")
    terminal.answer("City of your institution", "London")
    terminal.answer("Country of your institution", "United Kingdom")
    assert terminal.finish() == 0, terminal.screen
    folder = load(tmp_path / "mine").data
    assert folder.diagnostics == []
    assert folder.workshop is not None
    assert (folder.workshop.name, folder.workshop.acronym) == ("Workshop on Bridges", "BRIDGES")
    assert folder.venues["recsys-2027"].zone == "Europe/Paris"
    assert folder.people["organizer"].name == "Ада Лавлейс"
    assert folder.people["organizer"].affiliations[0].institution == "Your Institution"


def test_a_dialogue_that_is_broken_off_leaves_nothing(tmp_path: Path) -> None:
    terminal = Terminal("init", "mine", folder=tmp_path)
    terminal.answer("Name of the workshop", "Workshop on Bridges")
    terminal.wait_for("acronym")
    terminal.interrupt()
    assert terminal.finish() != 0
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_data_is_left_alone(workspace: Workspace) -> None:
    before = contents(workspace.root)
    finished = run("init", ".", folder=workspace.root)
    assert (finished.code, finished.output) == (2, "")
    assert finished.errors == "proposal: data exists already; nothing was changed\n"
    assert contents(workspace.root) == before


def test_a_file_is_no_folder_to_start_in(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("Mine.")
    finished = run("init", "mine", folder=tmp_path)
    assert finished.code == 2
    assert "mine is a file, not a folder" in finished.errors


def test_other_files_in_the_folder_stay(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/README.md").write_text("Mine.")
    assert run("init", "mine", folder=tmp_path).code == 0
    assert (tmp_path / "mine/README.md").read_text() == "Mine."


def test_a_folder_that_cannot_be_written_to_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("Mine.")
    finished = run("init", "file/mine", folder=tmp_path)
    assert finished.code == 1
    assert "cannot be written to" in finished.errors
    assert "Traceback" not in finished.errors


def test_the_next_command_can_be_pasted_whatever_the_folder_is_called(tmp_path: Path) -> None:
    finished = run("init", "my workshop", folder=tmp_path)
    assert "`proposal -C 'my workshop' build`" in finished.output


def test_the_series_goes_on(tmp_path: Path) -> None:
    run("init", "mine", folder=tmp_path)
    arguments = [str(YEAR + 1), "--from", str(YEAR), "--venue", f"your-conference-{YEAR + 1}"]
    finished = run("-C", "mine", "new", *arguments, folder=tmp_path)
    assert finished.code == 0, finished.output + finished.errors
    assert Workspace(tmp_path / "mine").run("build", "--only", "text").code == 0


@pytest.mark.parametrize("arguments", [[], ["one", "two"], ["--here", "one"]])
def test_the_command_takes_one_folder(tmp_path: Path, arguments: list[str]) -> None:
    assert run("init", *arguments, folder=tmp_path).code == 2
    assert list(tmp_path.iterdir()) == []


def test_a_dialogue_that_was_broken_off_goes_on_with_its_answers(tmp_path: Path) -> None:
    first = Terminal("init", "mine", folder=tmp_path)
    first.answer("Name of the workshop", "Workshop on Bridges")
    first.answer("acronym", "BRIDGES")
    first.wait_for("Host conference")
    first.interrupt()
    assert first.finish() != 0
    assert "Your answers are kept" in first.screen
    assert "init mine` goes on with them" in first.screen
    assert "Traceback" not in first.screen
    assert list(tmp_path.iterdir()) == []
    again = Terminal("init", "mine", folder=tmp_path)
    again.answer("[Workshop on Bridges]", "")
    assert "were kept" in again.screen
    again.answer("[BRIDGES]", "GATES")
    for _ in range(12):
        again.answer(": ", "")
    assert again.finish() == 0, again.screen
    folder = load(tmp_path / "mine").data
    assert folder.workshop is not None
    assert (folder.workshop.name, folder.workshop.acronym) == ("Workshop on Bridges", "GATES")
    other = Terminal("init", "other", folder=tmp_path)
    other.wait_for("Name of the workshop")
    assert "Workshop on Bridges" not in other.screen
    other.interrupt()
    other.finish()


@pytest.mark.parametrize("ending", [signal.SIGHUP, signal.SIGTERM, signal.SIGKILL])
def test_answers_outlive_a_terminal_that_is_closed(tmp_path: Path, ending: signal.Signals) -> None:
    first = Terminal("init", "mine", folder=tmp_path)
    first.answer("Name of the workshop", "Workshop on Bridges")
    first.wait_for("acronym")
    first.process.send_signal(ending)
    assert first.finish() == -ending
    again = Terminal("init", "mine", folder=tmp_path)
    again.wait_for("[Workshop on Bridges]")
    again.interrupt()
    again.finish()


def test_the_zone_is_that_of_the_place(tmp_path: Path) -> None:
    terminal = Terminal("init", "mine", folder=tmp_path)
    for _ in range(4):
        terminal.answer(": ", "")
    terminal.answer("City", "Bogotá")
    terminal.answer("Country", "Colombia")
    terminal.answer("[America/Bogota]", "")
    terminal.answer("Day", "05/06/2027")
    terminal.answer("may be two days; write 2027-06-05 or 2027-05-06", "Monday, June 14, 2027")
    terminal.answer("2027-06-14, a Monday", "")
    for _ in range(5):
        terminal.answer(": ", "")
    assert terminal.finish() == 0, terminal.screen
    folder = load(tmp_path / "mine").data
    assert [venue.zone for venue in folder.venues.values()] == ["America/Bogota"]
    assert list(folder.editions) == ["2027"]


def test_a_zone_that_the_place_leaves_open_has_to_be_answered(tmp_path: Path) -> None:
    terminal = Terminal("init", "mine", folder=tmp_path)
    for _ in range(4):
        terminal.answer(": ", "")
    terminal.answer("City", "Nowhere Falls")
    terminal.answer("Country", "USA")
    terminal.answer("America/Chicago", "")
    terminal.wait_for("this cannot be left out")
    assert "[UTC]" not in terminal.screen
    terminal.interrupt()
    terminal.finish()


def test_quotes_are_refused_at_once_and_a_number_in_the_name_is_taken_out(tmp_path: Path) -> None:
    terminal = Terminal("init", "mine", folder=tmp_path)
    terminal.answer("Name of the workshop", "“Workshop on Bridges”")
    terminal.answer("write Workshop on Bridges", "2nd Workshop on Bridges")
    terminal.wait_for("acronym")
    assert "Workshop on Bridges; the number of this edition is 2" in terminal.screen
    terminal.interrupt()
    terminal.finish()
