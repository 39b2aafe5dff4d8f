"""The container holds what `proposal doctor` asks for, and no more rights than it needs."""

from __future__ import annotations

import json
import re
from typing import Any

from proposal.doctor.parts import PARTS, Group
from tests.workspace import ROOT

CONTAINERFILE = (ROOT / "Containerfile").read_text(encoding="utf-8")
STAGES = dict(
    re.findall(r"^FROM \S+ AS (\w+)\n(.*?)(?=^FROM |\Z)", CONTAINERFILE, re.MULTILINE | re.DOTALL)
)
TO_START = {"ca-certificates", "git", "make", "python3", "python3-venv"}
"""What a newcomer installs by hand."""


def installed(stage: str) -> set[str]:
    """The packages that a stage installs."""
    listed = STAGES[stage].partition("--no-install-recommends")[2].partition("&& apt-get clean")[0]
    return set(listed.replace("\\", " ").split())


def needed(*groups: Group) -> set[str]:
    """Debian's packages for some groups of parts."""
    return {
        package
        for part in PARTS
        if part.group in groups
        for package in part.packages.get("apt", ())
    }


def test_documents_have_all_that_the_doctor_asks_for() -> None:
    others = {"openssh-client", "rsync"}  # for publishing
    documents = needed(*(group for group in Group if group is not Group.TESTS))
    assert installed("documents") == documents | TO_START | others


def test_tests_have_all_that_the_doctor_asks_for() -> None:
    assert installed("tests") == needed(Group.TESTS) - installed("documents")


def test_nothing_is_run_by_the_administrator_but_the_installation_of_packages() -> None:
    assert set(STAGES) == {"documents", "tests", "proposal"}
    for name in ("documents", "tests"):
        users = re.findall(r"^USER (\w+)$", STAGES[name], re.MULTILINE)
        assert users[-1] == "organizer"
    assert "USER" not in STAGES["proposal"]  # which goes on as the first one ends


def test_the_base_is_a_release_of_debian_by_its_name() -> None:
    (base,) = re.findall(r"^FROM (\S+/\S+) AS", CONTAINERFILE, re.MULTILINE)
    assert re.fullmatch(r"docker\.io/library/debian:\d+-slim", base)


def test_the_devcontainer_is_the_stage_in_which_tests_run() -> None:
    file = ROOT / ".devcontainer/devcontainer.json"
    text = re.sub(r"^\s*//.*$", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    settings: dict[str, Any] = json.loads(text)
    assert settings["remoteUser"] == "organizer"
    assert settings["build"]["target"] == "tests"
    assert (file.parent / settings["build"]["dockerfile"]).resolve() == ROOT / "Containerfile"
    assert (file.parent / settings["build"]["context"]).resolve() == ROOT


def test_docker_leaves_out_the_same_files() -> None:
    assert (ROOT / ".dockerignore").read_bytes() == (ROOT / ".containerignore").read_bytes()
