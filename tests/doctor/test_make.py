"""What typing make does, seen with stand-ins for the parts that it calls."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = [
    "awk",
    "cat",
    "cksum",
    "cmp",
    "cut",
    "dirname",
    "grep",
    "head",
    "id",
    "mktemp",
    "mv",
    "rm",
    "sed",
    "sh",
    "tail",
    "uname",
]

pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="make is not here")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with the real Makefile, and a program that says how it was called."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    program(tmp_path / "scripts" / "environment.sh", 'echo "environment $*"')
    program(tmp_path / ".venv" / "bin" / "proposal", 'printf "<%s>" proposal "$@"; echo')
    return tmp_path


def program(place: Path, script: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(f"#!/bin/sh\n{script}\n")
    place.chmod(0o755)


def make(folder: Path, *arguments: str) -> list[str]:
    # The suite itself may have been started by make, which tells its children so.
    surroundings = {name: value for name, value in os.environ.items() if "MAKE" not in name}
    finished = subprocess.run(
        ["make", *arguments],
        cwd=folder,
        env=surroundings,
        capture_output=True,
        text=True,
        check=True,
    )
    return finished.stdout.splitlines()


def test_make_alone_lists_every_target_with_what_it_does(checkout: Path) -> None:
    text = "\n".join(make(checkout))
    for target in [
        "install",
        "proposal",
        "site",
        "serve",
        "bundle",
        "check",
        "test",
        "bench",
        "lint",
        "format",
        "docs",
        "lock",
        "clean",
        "environment",
    ]:
        assert f"make {target} " in text


def test_make_proposal_sets_up_python_then_the_machine_then_builds(checkout: Path) -> None:
    assert make(checkout, "proposal") == [
        "environment run",
        "<proposal><doctor><--install>",
        "<proposal><build><-->",
    ]


def test_make_install_sets_up_the_command_and_then_the_machine(checkout: Path) -> None:
    program(checkout / "scripts/command.sh", "echo command")
    assert make(checkout, "install") == [
        "environment run",
        "command",
        "<proposal><doctor><--install>",
    ]


def set_up_command(checkout: Path, home: Path, path: str) -> subprocess.CompletedProcess[str]:
    shutil.copy(ROOT / "scripts/command.sh", checkout / "scripts")
    return subprocess.run(
        ["sh", str(checkout / "scripts/command.sh")],
        env={"HOME": str(home), "PATH": path, "SHELL": "/bin/bash"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_command_is_found_where_shells_look(checkout: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    folder = home / ".local/bin"
    for _ in range(2):  # the second time, it is there already
        finished = set_up_command(checkout, home, f"{folder}:{os.environ['PATH']}")
        assert finished.returncode == 0, finished.stderr
        assert finished.stdout == f"The command `proposal` is set up ({folder}/proposal).\n"
    assert (folder / "proposal").readlink() == checkout / ".venv/bin/proposal"
    assert subprocess.check_output([folder / "proposal", "build"]) == b"<proposal><build>\n"


def test_what_to_type_is_said_where_shells_do_not_look(checkout: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    finished = set_up_command(checkout, home, os.environ["PATH"])
    line = finished.stdout.splitlines()[-1].strip()
    (home / ".bashrc").write_text("")
    shell = ["bash", "-c", f"{line} && command -v proposal; cat ~/.bashrc"]
    typed = subprocess.check_output(
        shell, env={"HOME": str(home), "PATH": os.environ["PATH"]}, text=True
    )
    export = f'export PATH="{home}/.local/bin:$PATH"'
    assert typed.splitlines() == [f"{home}/.local/bin/proposal", export]


def test_another_program_of_that_name_stays(checkout: Path, tmp_path: Path) -> None:
    other = tmp_path / "home/.local/bin/proposal"
    program(other, "echo other")
    finished = set_up_command(checkout, tmp_path / "home", os.environ["PATH"])
    assert finished.returncode == 1
    assert "is another program, and stays" in finished.stdout
    assert "echo other" in other.read_text()


def test_make_test_gets_npm_before_it_sets_up_what_comes_from_npm(checkout: Path) -> None:
    program(checkout / ".venv" / "bin" / "python", 'echo "python $2"')
    assert make(checkout, "test") == [
        "environment test",
        "<proposal><doctor><--install><--tests>",
        "environment npm",
        "python pytest",
    ]


@pytest.mark.parametrize(
    ("target", "command"),
    [("check", "check"), ("proposal", "build"), ("serve", "serve"), ("bundle", "bundle")],
)
def test_an_edition_is_handed_on(checkout: Path, target: str, command: str) -> None:
    assert make(checkout, target, "EDITION=2024")[-1] == f"<proposal><{command}><--><2024>"


def test_several_editions_are_several_arguments(checkout: Path) -> None:
    lines = make(checkout, "proposal", "EDITION=2024 2026")
    assert lines[-1] == "<proposal><build><--><2024><2026>"


@pytest.mark.parametrize(
    "typed", ["$(shell touch made)", "`touch made`", "$$(touch made)", "; touch made", "*", "--all"]
)
def test_an_edition_is_never_run_or_taken_for_an_option(checkout: Path, typed: str) -> None:
    called = make(checkout, "check", f"EDITION={typed}")[-1]
    assert called == f"<proposal><check><-->{''.join(f'<{word}>' for word in typed.split())}"
    assert not (checkout / "made").exists()


def test_the_website_is_made_of_all_editions(checkout: Path) -> None:
    assert make(checkout, "site")[-1] == "<proposal><build><--all><--only><site>"


def test_cleaning_keeps_python_and_what_git_keeps(checkout: Path) -> None:
    for name in ("build/.gitignore", "build/2024/proposal.pdf", "proposal/__pycache__/a.pyc"):
        (checkout / name).parent.mkdir(parents=True, exist_ok=True)
        (checkout / name).touch()
    (checkout / "tests").mkdir()
    make(checkout, "clean")
    left = {str(path.relative_to(checkout)) for path in checkout.rglob("*") if path.is_file()}
    assert left == {
        "Makefile",
        "build/.gitignore",
        "scripts/environment.sh",
        ".venv/bin/proposal",
    }


@pytest.fixture
def bare_checkout(tmp_path: Path) -> Path:
    """A folder with the real environment script, and a PATH of few programs and no Python."""
    for name in ("scripts/environment.sh", "requirements/run.lock", "pyproject.toml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "bin").mkdir()
    for name in TOOLS:
        tool = shutil.which(name)
        if tool:
            (tmp_path / "bin" / name).symlink_to(tool)
    return tmp_path


def set_up(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", "scripts/environment.sh", "run"],
        cwd=folder,
        env={"PATH": str(folder / "bin"), "TMPDIR": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def python(folder: Path, name: str, version: tuple[int, int], *, has_venv: bool) -> None:
    """A Python that answers the questions the script asks, as one of that version would."""
    dotted = ".".join(map(str, version))
    program(
        folder / "bin" / name,
        f"""case $2 in
        *"< (3, 11)"*) exit {int(version < (3, 11))} ;;
        *ensurepip*) exit {int(not has_venv)} ;;
        *print*) echo python{dotted}-venv ;;
        *) echo Python {dotted}.0 ;;
        esac""",
    )


def test_without_python_it_says_which_one_to_get(bare_checkout: Path) -> None:
    finished = set_up(bare_checkout)
    assert finished.returncode == 3
    assert "This needs Python 3.11 or later." in finished.stdout
    assert "https://www.python.org/downloads" in finished.stdout


def test_an_old_python_is_named(bare_checkout: Path) -> None:
    python(bare_checkout, "python3", (3, 9), has_venv=True)
    finished = set_up(bare_checkout)
    assert finished.returncode == 3
    assert "On PATH is Python 3.9.0." in finished.stdout


def test_debians_missing_half_of_venv_is_asked_for_by_name(bare_checkout: Path) -> None:
    python(bare_checkout, "python3", (3, 12), has_venv=False)
    program(bare_checkout / "bin" / "apt-get", "exit 1")
    program(bare_checkout / "bin" / "sudo", "exit 1")
    (bare_checkout / "bin" / "id").unlink()
    program(bare_checkout / "bin" / "id", "echo 1000")
    finished = set_up(bare_checkout)
    assert finished.returncode == 3
    assert "    sudo apt-get update && sudo apt-get install python3.12-venv\n" in finished.stdout


def test_a_failing_installation_of_venv_shows_its_end(bare_checkout: Path) -> None:
    python(bare_checkout, "python3.12", (3, 12), has_venv=False)
    program(bare_checkout / "bin" / "apt-get", "echo 'E: no space left'; exit 100")
    program(bare_checkout / "bin" / "env", '/usr/bin/env "$@"')
    (bare_checkout / "bin" / "id").unlink()
    program(bare_checkout / "bin" / "id", "echo 0")
    finished = set_up(bare_checkout)
    assert finished.returncode == 3
    assert "    E: no space left\n" in finished.stdout


def test_on_windows_itself_make_says_how_to_get_linux(bare_checkout: Path) -> None:
    (bare_checkout / "bin/uname").unlink()
    program(bare_checkout / "bin/uname", "echo MINGW64_NT-10.0-22631")
    finished = set_up(bare_checkout)
    assert finished.returncode == 3
    assert "`wsl --install -d Ubuntu`" in finished.stdout


def test_on_windows_itself_the_command_says_how_to_get_linux() -> None:
    typed = "import sys; sys.platform = 'win32'; from proposal.__main__ import main; main()"
    finished = subprocess.run(
        [sys.executable, "-c", typed, "build"], capture_output=True, text=True, check=False
    )
    assert (finished.returncode, finished.stdout) == (3, "")
    assert "`wsl --install -d Ubuntu`" in finished.stderr
    assert "Traceback" not in finished.stderr
    assert (ROOT / "docs/guide/recipes.md").is_file()
