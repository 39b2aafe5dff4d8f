"""What installing does to a machine, and what it says meanwhile."""

from __future__ import annotations

import pytest

from proposal.doctor import Failure, Group, Host, Progress, install, missing, orders

from .conftest import Machine


def install_all(host: Host) -> list[Progress | Failure]:
    made, _ = orders(missing(*Group, host=host), host)
    return [event for order in made for event in install(order, host)]


def test_what_is_missing_is_there_afterwards(machine: Machine) -> None:
    machine.add_apt()
    events = install_all(machine.host(administrator=True))
    assert missing(*Group, host=machine.host()) == ()
    assert Progress("setting up texlive-publishers") in events
    assert not [event for event in events if isinstance(event, Failure)]


def test_sudo_carries_the_wish_not_to_be_asked_anything(machine: Machine) -> None:
    machine.add_apt()
    machine.add_sudo(trusting=True)
    install_all(machine.host())
    assert missing(*Group, host=machine.host()) == ()
    assert [line.split()[0] for line in machine.asked_of("sudo")] == ["env", "env"]


def test_a_machine_just_made_fetches_its_lists_first(machine: Machine) -> None:
    machine.add_apt()
    install_all(machine.host(administrator=True))
    assert [line.split()[0] for line in machine.asked_of("apt")] == ["update", "install"]


def test_lists_that_are_there_are_not_fetched_again(machine: Machine) -> None:
    machine.add_apt()
    (machine.folder / "lists" / "packages.test_Packages").touch()
    install_all(machine.host(administrator=True))
    assert [line.split()[0] for line in machine.asked_of("apt")] == ["install"]


def test_old_lists_are_fetched_anew_when_a_package_is_not_found(machine: Machine) -> None:
    machine.add_apt()
    (machine.folder / "lists" / "packages.test_Packages").touch()
    (machine.folder / "stale").touch()
    install_all(machine.host(administrator=True))
    assert [line.split()[0] for line in machine.asked_of("apt")] == ["install", "update", "install"]
    assert missing(*Group, host=machine.host()) == ()


def test_lists_that_another_program_is_fetching_are_waited_for(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("proposal.doctor.package_installation.BETWEEN_TRIES", 0.01)
    machine.add_apt()
    apt = machine.folder / "bin" / "apt-get"
    busy = machine.folder / "busy"
    busy.touch()
    lock = f'if [ "$1" = update ] && [ -e {busy} ]; then /bin/rm {busy}; '
    complaint = 'echo "E: Could not get lock /var/lib/apt/lists/lock"; exit 100; fi\n'
    apt.write_text(apt.read_text().replace("case $1 in\n", lock + complaint + "case $1 in\n", 1))
    install_all(machine.host(administrator=True))
    assert missing(*Group, host=machine.host()) == ()


def test_a_failure_carries_the_end_of_what_was_said(machine: Machine) -> None:
    machine.add_apt()
    talk = "for n in 1 2 3 4 5 6 7 8 9; do echo line $n; echo more $n; done; exit 100"
    machine.add_program("apt-get", f"#!/bin/sh\n{talk}\n")
    *_, failure = install_all(machine.host(administrator=True))
    assert isinstance(failure, Failure)
    assert failure.tail[-2:] == ("line 9", "more 9")
    assert len(failure.tail) == 15


def test_a_package_manager_that_cannot_run_fails_like_any_other(machine: Machine) -> None:
    machine.add_apt()
    machine.add_program("apt-get", "\0not a program")
    (failure,) = install_all(machine.host(administrator=True))
    assert isinstance(failure, Failure)
    assert "apt-get" in failure.tail[0]


@pytest.mark.parametrize(
    ("said", "phrases"),
    [
        ("Need to get 612 MB of archives.", ["612 MB to download"]),
        (
            "Get:7 http://packages.test/debian stable/main amd64 tex-common all 6.18 [32.5 kB]",
            ["downloading tex-common"],
        ),
        ("Unpacking texlive-base (2022.20230122-3) ...", ["unpacking texlive-base"]),
        ("Processing triggers for tex-common (6.18) ...", ["finishing tex-common"]),
        ("(Reading database ... 45%", []),
        ("Selecting previously unselected package tex-common.", []),
        ("E: Could not get lock /var/lib/dpkg/lock-frontend", ["waiting for another install"]),
    ],
)
def test_many_lines_become_few_words(machine: Machine, said: str, phrases: list[str]) -> None:
    machine.add_apt()
    (machine.folder / "lists" / "packages.test_Packages").touch()
    machine.add_program("apt-get", f"#!/bin/sh\necho '{said}'\n")
    events = install_all(machine.host(administrator=True))
    assert [event.text for event in events if isinstance(event, Progress)] == phrases


def test_other_package_managers_speak_for_themselves(machine: Machine) -> None:
    machine.add_program("brew", "#!/bin/sh\necho '==> Pouring texlive'\n")
    assert install_all(machine.host()) == [Progress("==> Pouring texlive")]
