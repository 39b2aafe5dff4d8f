"""`proposal check`: how findings are printed, and how the command ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.workspace import ROOT, Workspace, run

EDITION = "editions/2026/edition.yaml"


@pytest.fixture
def tentative(workspace: Workspace) -> Workspace:
    """A workspace with one warning."""
    workspace.replace(EDITION, "end: 16:50}", "end: 16:50, tentative: true}")
    return workspace


@pytest.fixture
def faulty(workspace: Workspace) -> Workspace:
    """A workspace with one error."""
    workspace.replace(EDITION, "  - neil-shah", "  - niel-shah")
    return workspace


@pytest.mark.parametrize("arguments", [[], ["--all"], ["2024"], ["2024", "2026"], ["--strict"]])
def test_there_is_nothing_to_say_of_the_real_workshop(
    workspace: Workspace, arguments: list[str]
) -> None:
    finished = workspace.run("check", *arguments)
    assert finished.code == 0, finished.output
    lines = finished.output.splitlines()
    assert lines[0].endswith("rules found nothing")
    assert any(line.startswith("Nothing is wrong with 202") for line in lines)
    assert "not made yet" in lines[2]
    assert "warning" not in finished.output


def test_a_finding_is_printed_with_its_line_and_a_caret(tentative: Workspace) -> None:
    finished = tentative.run("check")
    assert finished.code == 0
    assert "\n1 warning.\n" in finished.output
    assert finished.output.replace("\N{NO-BREAK SPACE}", " ").endswith(
        "\n"
        "\n"
        "data/editions/2026/edition.yaml:3:14: warning: the workshop's day (February 26, 2026) "
        "is to be confirmed [to-be-confirmed]\n"
        "  3 | when: {date: 2026-02-26, start: 08:55, end: 16:50, tentative: true}\n"
        "    |              ^^^^^^^^^^\n"
        "    = hint: correct it if need be, then delete `tentative`\n"
        "\n"
        "1 warning\n"
    )


def test_the_summary_fits_one_screen(built: Workspace) -> None:
    lines = built.run("check", "--all").output.splitlines()
    assert len(lines) < 24
    assert max(map(len, lines[:-1])) <= 80
    (pdf,) = [line for line in lines if "camera-ready.pdf" in line]
    assert "2 pages" in pdf
    assert "fit for production" in pdf
    report = json.loads(built.run("check", "--all", "--format", "json").output)
    number = len(report["artefacts"])
    assert f" statements of facts in {number} artefacts agree with the data." in lines[-1]


def test_the_summary_shows_where_something_is_wrong(finished: Workspace) -> None:
    page = finished.root / "build/site/2026/index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("Neil Shah", "Neal Shah"), "utf-8")
    lines = finished.run("check").output.splitlines()
    (website,) = [line for line in lines if line[2:].startswith("website")]
    assert website.startswith("✗")
    assert "facts agree; 1 error" in website
    assert [line[0] for line in lines[:7]].count("✗") == 1


def test_with_strict_a_warning_is_an_error(tentative: Workspace) -> None:
    finished = tentative.run("check", "--strict")
    assert finished.code == 1
    assert ": error: the workshop's day" in finished.output
    assert "\n\n1 error\n" in finished.output


def test_an_error_ends_with_one(faulty: Workspace) -> None:
    finished = faulty.run("check")
    assert finished.code == 1
    assert "[unknown-person]" in finished.output


def test_wrong_data_are_said_to_be_compared_with_nothing(faulty: Workspace) -> None:
    sentence = "No finished file was compared with the data, which have errors."
    assert faulty.run("check").output.rstrip().endswith(sentence)


def test_json_is_a_list_of_findings_with_their_places(tentative: Workspace) -> None:
    finished = tentative.run("check", "--format", "json")
    assert finished.code == 0
    (diagnostic,) = json.loads(finished.output)["findings"]
    assert diagnostic.pop("message").startswith("the workshop's day")
    assert diagnostic == {
        "severity": "warning",
        "code": "to-be-confirmed",
        "hint": "correct it if need be, then delete `tentative`",
        "file": "data/editions/2026/edition.yaml",
        "line": 3,
        "column": 14,
        "end_column": 24,
    }


def test_json_tells_what_was_looked_at(built: Workspace) -> None:
    report = json.loads(built.run("check", "2024", "--format", "json").output)
    assert report["version"] == 1
    assert report["editions"] == ["2024"]
    assert report["findings"] == []
    by_name = {artefact["artefact"]: artefact for artefact in report["artefacts"]}
    pdf = by_name["camera-ready.pdf"]
    assert pdf["pages"] == 2
    assert pdf["agreeing"] == pdf["facts"] > 50
    assert by_name["schedule.ics"]["pages"] is None


def test_json_of_wrong_data_tells_that_nothing_was_looked_at(faulty: Workspace) -> None:
    finished = faulty.run("check", "--format", "json")
    assert finished.code == 1
    report = json.loads(finished.output)
    assert (report["editions"], report["artefacts"]) == ([], [])
    assert [diagnostic["code"] for diagnostic in report["findings"]] == ["unknown-person"]


@pytest.mark.parametrize("name", ["tentative", "faulty", "built"])
def test_json_is_as_its_schema_says(name: str, request: pytest.FixtureRequest) -> None:
    workspace: Workspace = request.getfixturevalue(name)
    report = json.loads(workspace.run("check", "--all", "--format", "json").output)
    schema = json.loads((ROOT / "docs/schema/check.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(report)


def test_json_is_in_the_order_of_files_and_lines(workspace: Workspace) -> None:
    workspace.run("new", "2027", "--from", "2026", "--venue", "wsdm-2027")
    diagnostics = json.loads(workspace.run("check", "--format", "json").output)["findings"]
    places = [
        (diagnostic["file"], diagnostic["line"], diagnostic["column"]) for diagnostic in diagnostics
    ]
    assert len(places) > 10
    assert places == sorted(places)


def test_github_shows_a_finding_beside_the_file(tentative: Workspace) -> None:
    finished = tentative.run("check", "--format", "github", "--strict")
    assert finished.code == 1
    assert finished.output.startswith(
        "::error title=to-be-confirmed,file=data/editions/2026/edition.yaml,line=3,col=14,"
        "endColumn=24::the workshop's day"
    )
    assert finished.output.count("\n") == 1


def test_files_are_reported_as_one_types_them_here(tentative: Workspace, tmp_path: Path) -> None:
    finished = run("-C", "workshop", "check", "--format", "json", folder=tmp_path)
    (diagnostic,) = json.loads(finished.output)["findings"]
    assert diagnostic["file"] == "workshop/data/editions/2026/edition.yaml"


def test_an_edition_that_does_not_exist_is_a_slip_of_the_keyboard(workspace: Workspace) -> None:
    finished = workspace.run("check", "2025")
    assert (finished.code, finished.output) == (2, "")
    assert finished.errors == "proposal: there is no edition 2025; there is: 2024, 2026\n"


def test_a_format_that_does_not_exist_is_one_too(workspace: Workspace) -> None:
    assert workspace.run("check", "--format", "xml").code == 2


def test_the_current_edition_must_exist(workspace: Workspace) -> None:
    workspace.replace("workshop.yaml", "current: 2026", "current: 2028")
    finished = workspace.run("check")
    assert finished.code == 1
    assert "data/workshop.yaml:4:10: error: there is no edition 2028" in finished.output


def test_checking_writes_nothing(tentative: Workspace) -> None:
    before = {file: file.stat().st_mtime_ns for file in tentative.root.rglob("*")}
    tentative.run("check", "--all")
    assert {file: file.stat().st_mtime_ns for file in tentative.root.rglob("*")} == before


def test_what_tex_said_of_the_text_is_reported_until_it_is_mended(workspace: Workspace) -> None:
    workspace.append("editions/2024/summary.md", f"\nA number: {'9' * 90}.\n")
    assert workspace.build("2024").code == 0
    finished = workspace.run("check", "2024", "--format", "json")
    codes = [diagnostic["code"] for diagnostic in json.loads(finished.output)["findings"]]
    assert "overfull-box" in codes
