"""Small machines to examine: folders of real programs that stand in for a system's own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from proposal.doctor import Host
from proposal.doctor.parts import PARTS

KPSEWHICH = """#!/bin/sh
echo "$@" >> {folder}/asked-of-kpsewhich
for name in "$@"; do
    if [ -e {folder}/texmf/"$name" ]; then echo {folder}/texmf/"$name"; else failed=1; fi
done
exit ${{failed:-0}}
"""

APT = """#!/bin/sh
echo "$@" >> {folder}/asked-of-apt
case $1 in
update)
    echo "Get:1 http://packages.test/debian stable InRelease [151 kB]"
    [ ! -e {folder}/unreachable ] || {{ echo "E: Failed to fetch the lists"; exit 100; }}
    : > {folder}/lists/packages.test_Packages ;;
install)
    [ "$DEBIAN_FRONTEND" = noninteractive ] || {{ echo "E: a question was asked"; exit 100; }}
    echo "Need to get 612 MB of archives."
    for name in "$@"; do
        case $name in install|-*) continue ;; esac
        if [ -e {folder}/stale ] || [ ! -d {folder}/packages/"$name" ]; then
            /bin/rm -f {folder}/stale
            echo "E: Unable to locate package $name"; exit 100
        fi
        [ -e {folder}/lists/packages.test_Packages ] || exit 100
        echo "Setting up $name (2022.20230122-3) ..."
        /bin/cp -R {folder}/packages/"$name"/. {folder}/
    done ;;
esac
"""

SUDO = """#!/bin/sh
[ "$1" = -n ] || {{ echo "a password was asked for"; exit 1; }}
[ -e {folder}/trusted ] || exit 1
shift
[ "$1" = true ] && exit 0
echo "$@" >> {folder}/asked-of-sudo
exec /usr/bin/env -i PATH="$PATH" "$@"
"""


@dataclass(frozen=True)
class Machine:
    """A stand-in for a machine: its programs in `bin/`, its TeX files in `texmf/`."""

    folder: Path

    def host(self, *, administrator: bool = False, distribution: str = "debian") -> Host:
        return Host(str(self.folder / "bin"), administrator, self.folder / "lists", distribution)

    def add_program(self, name: str, script: str = "#!/bin/sh\necho version 1.2.3\n") -> Path:
        return self._write(self.folder / "bin" / name, script)

    def add_tex_file(self, name: str, text: str = "") -> None:
        place = self.folder / "texmf" / name
        place.parent.mkdir(exist_ok=True)
        place.write_text(text)

    def add_apt(self) -> None:
        """Let Debian's packages bring what the program expects of them."""
        (self.folder / "lists").mkdir(exist_ok=True)
        self.add_program("apt-get", APT.format(folder=self.folder))
        self.add_program("env", '#!/bin/sh\nexec /usr/bin/env "$@"\n')
        for part in PARTS[1:]:
            package, *others = (self.folder / "packages" / name for name in part.packages["apt"])
            for other in others:
                other.mkdir(parents=True, exist_ok=True)
            for name in part.programs:
                kpsewhich = name == "kpsewhich"
                script = KPSEWHICH.format(folder=self.folder) if kpsewhich else "#!/bin/sh\n"
                self._write(package / "bin" / name, script)
            for name in (*part.tex_files, *part.fonts):
                self._write(package / "texmf" / name, "")

    def add_sudo(self, *, trusting: bool) -> None:
        self.add_program("sudo", SUDO.format(folder=self.folder))
        if trusting:
            (self.folder / "trusted").touch()

    def add_everything_but(self, *names: str) -> None:
        self.add_program("kpsewhich", KPSEWHICH.format(folder=self.folder))
        for part in PARTS:
            for name in part.programs[: None if part is not PARTS[0] else 0]:
                if name not in {"kpsewhich", *names}:
                    self.add_program(name)
            for name in (*part.tex_files, *part.fonts):
                if name not in names:
                    self.add_tex_file(name)

    def asked_of(self, program: str) -> list[str]:
        record = self.folder / f"asked-of-{program}"
        return record.read_text().splitlines() if record.exists() else []

    def _write(self, place: Path, text: str) -> Path:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)
        place.chmod(0o755)
        return place


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine with nothing but a shell."""
    (tmp_path / "bin").mkdir()
    return Machine(tmp_path)
