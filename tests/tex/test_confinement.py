"""What a hostile template cannot do: read or write outside of its folder, or run programs."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

import pytest

from proposal.caching import cache_folder
from proposal.doctor import Group
from proposal.scratch import scratch_folder
from proposal.tex import confinement
from proposal.tex.confinement import landlock_version
from proposal.tex.engine import BIBTEX, ENGINES, Program, run
from tests import pdf
from tests.parts import require
from tests.process import Finished
from tests.workspace import Workspace

OPTIONS = ("-interaction=nonstopmode", "hostile.tex")


def minimal(lines: str) -> str:
    """A document of some lines."""
    return rf"\documentclass{{minimal}}\begin{{document}}{lines}x\end{{document}}"


def build_with(workspace: Workspace, latex: str, **environment: str) -> Finished:
    workspace.write("editions/2024/summary.md", "# One\n\n{{ topics }}\n")
    workspace.template("blocks/topics.tex", f"BEGIN {latex} END\n")
    require(Group.DOCUMENTS)
    return workspace.run("build", "--only", "pdf", "2024", **environment)


@pytest.fixture
def secret(workspace: Workspace) -> Path:
    """A file beside the workspace that is none of a document's business."""
    file = workspace.root.parent / "secret.tex"
    file.write_text("CONFIDENTIAL\n")
    return file


def test_a_document_that_reads_outside_of_its_folder_is_not_made(
    workspace: Workspace, secret: Path
) -> None:
    finished = build_with(workspace, f"\\input{{{secret}}}")
    assert finished.code == 1, finished.output
    assert "error" in finished.output
    assert not workspace.pdf().exists()


@pytest.mark.parametrize(
    "latex",
    [
        "\\input{/etc/passwd}",
        "\\input{../secret}",
        "\\input{.hidden}",
        "\\immediate\\openout5=SECRET\\relax\\immediate\\write5{x}\\immediate\\closeout5",
        "\\immediate\\openout5=../written\\relax",
        "\\input{|id}",
    ],
)
def test_a_file_outside_of_the_documents_folder_is_neither_read_nor_written(
    tmp_path: Path, latex: str
) -> None:
    require(Group.DOCUMENTS)
    secret, folder = tmp_path / "secret.tex", tmp_path / "document"
    folder.mkdir()
    secret.write_text("CONFIDENTIAL\n")
    lines = latex.replace("SECRET", str(secret))
    (folder / "hostile.tex").write_text(minimal(f"BEGIN {lines}"))
    ended = run(ENGINES["pdflatex"], OPTIONS, folder, 0, Event())
    assert ended.status == 1
    log = (folder / "hostile.log").read_text()
    assert "Document Class: minimal" in log
    # TeX finds no such file, or cannot write on it; newer ones end where the system refuses it.
    assert "ile `" in log or b": Permission denied" in ended.output
    assert not (folder / "hostile.pdf").exists()
    assert secret.read_text() == "CONFIDENTIAL\n"
    assert sorted(tmp_path.iterdir()) == [folder, secret]


def test_what_cannot_be_read_is_not_in_the_pdf(workspace: Workspace, secret: Path) -> None:
    """Releases of TeX that do not refuse it themselves end where the system refuses it."""
    lines = (
        f"\\newread\\file \\openin\\file={secret} \\ifeof\\file CLOSED\\else "
        "\\read\\file to\\line \\line\\fi"
    )
    finished = build_with(workspace, lines)
    assert "CONFIDENTIAL" not in finished.output + finished.errors
    if finished.code == 0:
        text = pdf.text(workspace.pdf())
        assert "BEGIN CLOSED" in text
        assert "CONFIDENTIAL" not in text
    else:
        assert "error" in finished.output
        assert not workspace.pdf().exists()


def test_no_program_is_run_and_the_users_surroundings_do_not_reach_tex(
    workspace: Workspace,
) -> None:
    sign = workspace.root / "run"
    elsewhere = workspace.root / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "acmart.cls").write_text("\\errmessage{another class}\n")
    surroundings = {"TEXINPUTS": f"{elsewhere}:", "openin_any": "a", "shell_escape": "t"}
    finished = build_with(workspace, f"\\immediate\\write18{{touch {sign}}}", **surroundings)
    assert finished.code == 0, finished.output
    assert not sign.exists()
    assert "BEGIN" in pdf.text(workspace.pdf())


confined = pytest.mark.skipif(not landlock_version(), reason="this system has no Landlock")
"""For what only the system can refuse."""


def all_open(engine: str) -> Program:
    """A program without what kpathsea refuses, which newer releases of TeX do not refuse."""
    program = BIBTEX if engine == "bibtex" else ENGINES[engine]
    return Program(program.name, program.options, has_lua=True)


def log_of(engine: str, lines: str, folder: Path) -> str:
    """What TeX writes to its log for some lines."""
    require(Group.SCRIPTS if engine == "lualatex" else Group.DOCUMENTS)
    (folder / "hostile.tex").write_text(minimal(lines), encoding="utf-8")
    run(all_open(engine), OPTIONS, folder, 0, Event())
    log = (folder / "hostile.log").read_text(encoding="utf-8", errors="replace")
    assert "Document Class: minimal" in log
    return log


@pytest.fixture(params=["this user", "an ordinary user"])
def home(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The home of the user who runs TeX: the one who runs the tests, or one without rights."""
    becomes_another = request.param != "this user"
    if becomes_another and os.geteuid() != 0:
        pytest.skip("only root can become somebody else, and this user has no rights anyway")
    known_fonts = cache_folder() / "fonts"
    with TemporaryDirectory() as name:
        if known_fonts.is_dir():  # LuaTeX takes long to learn them
            bitmaps = shutil.ignore_patterns("*pk")
            shutil.copytree(known_fonts, Path(name, "cache/proposal/fonts"), ignore=bitmaps)
        for variable, place in (("HOME", name), ("XDG_CACHE_HOME", f"{name}/cache")):
            monkeypatch.setenv(variable, place)
        nobody = pwd.getpwnam("nobody").pw_uid
        if becomes_another:
            for path in (Path(name), *Path(name).rglob("*")):
                os.chown(path, nobody, -1)
            os.setresuid(nobody, nobody, 0)
        try:
            yield Path(name)
        finally:
            if becomes_another:
                os.setresuid(0, 0, 0)


@pytest.fixture
def outside(home: Path) -> Path:
    """A folder of the user's with a file that is none of a document's business."""
    folder = home / "outside"
    folder.mkdir()
    (folder / "secret.txt").write_text("CONFIDENTIAL\n", encoding="utf-8")
    return folder


@confined
@pytest.mark.parametrize("engine", ["pdflatex", "lualatex"])
def test_the_system_keeps_tex_from_reading_outside(engine: str, outside: Path) -> None:
    reading = r"\openin\file=%s \read\file to\words\immediate\write16{\words}\closein\file "
    with scratch_folder() as folder:
        (folder / "own.txt").write_text("OWN\n", encoding="utf-8")
        (folder / "link.txt").symlink_to(outside / "secret.txt")
        lines = rf"\newread\file {reading % 'own.txt'}{reading % 'link.txt'}"
        log = log_of(engine, lines, folder)
        assert "\nOWN" in log
        assert "CONFIDENTIAL" not in log


@confined
def test_the_system_keeps_lua_from_files_outside_and_from_the_network(outside: Path) -> None:
    lines = r"""\directlua{
    local function read(name)
        local file = io.open(name)
        texio.write_nl("read " .. name .. (file and file:read("*a") or " REFUSED"))
    end
    local function write(name)
        local file = io.open(name, "w")
        if file then file:write("written") file:close() end
    end
    read("own.txt") read("link.txt") read("OUTSIDE/secret.txt") read("SIBLING/secret.txt")
    read("/etc/passwd")
    texio.write_nl(pcall(lfs.dir, "OUTSIDE") and "LISTED" or "HIDDEN")
    write("written.txt") write("OUTSIDE/new.txt") write("OUTSIDE/secret.txt") write("link.txt")
    os.remove("OUTSIDE/secret.txt") os.rename("OUTSIDE/secret.txt", "moved.txt")
    local found, network = pcall(require, "socket")
    if not found then network = socket end
    local tcp = network and network.tcp()
    texio.write_nl(tcp and tcp:connect("127.0.0.1", PORT) and "CONNECTED" or "NO NETWORK")
    }"""
    secret = outside / "secret.txt"
    with (
        scratch_folder() as folder,
        scratch_folder() as sibling,
        socket.create_server(("127.0.0.1", 0)) as server,
    ):
        (sibling / "secret.txt").write_text("CONFIDENTIAL\n", encoding="utf-8")
        (folder / "own.txt").write_text("OWN\n", encoding="utf-8")
        (folder / "link.txt").symlink_to(secret)
        lines = lines.replace("OUTSIDE", str(outside)).replace("SIBLING", str(sibling))
        log = log_of("lualatex", lines.replace("PORT", str(server.getsockname()[1])), folder)
        assert "read own.txtOWN" in log
        assert log.count(" REFUSED") == 4
        assert "CONFIDENTIAL" not in log
        assert "HIDDEN" in log
        assert "NO NETWORK" in log
        assert (folder / "written.txt").read_text(encoding="utf-8") == "written"
        assert not (folder / "moved.txt").exists()
    assert secret.read_text(encoding="utf-8") == "CONFIDENTIAL\n"
    assert not (outside / "new.txt").exists()


@confined
def test_the_system_keeps_tex_from_writing_outside(outside: Path) -> None:
    writing = r"\immediate\openout\file=%s \immediate\write\file{written}\immediate\closeout\file "
    with scratch_folder() as folder:
        (folder / "link.txt").symlink_to(outside / "secret.txt")
        lines = rf"\newwrite\file {writing % 'own.txt'}{writing % 'link.txt'}"
        log_of("pdflatex", lines, folder)
        assert (folder / "own.txt").read_text(encoding="utf-8") == "written\n"
    assert (outside / "secret.txt").read_text(encoding="utf-8") == "CONFIDENTIAL\n"


@confined
def test_the_system_keeps_bibtex_from_reading_outside(outside: Path) -> None:
    require(Group.DOCUMENTS)
    entry = "@misc{secret, title={Confidential}}\n"
    (outside / "secret.bib").write_text(entry, encoding="utf-8")
    with scratch_folder() as folder:
        (folder / "own.bib").write_text(entry, encoding="utf-8")
        for name, is_read in ((f"{outside}/secret", False), ("own", True)):
            lines = f"\\citation{{secret}}\n\\bibstyle{{plain}}\n\\bibdata{{{name}}}\n"
            (folder / "hostile.aux").write_text(lines, encoding="utf-8")
            run(all_open("bibtex"), ("hostile",), folder, 0, Event())
            bbl = folder / "hostile.bbl"
            assert (bbl.is_file() and "Confidential" in bbl.read_text("utf-8")) is is_read


@pytest.mark.skipif(not shutil.which("mf"), reason="this machine lacks METAFONT")
def test_bitmaps_of_a_font_are_made_in_the_programs_own_cache(home: Path) -> None:
    with scratch_folder() as folder:
        log = log_of("pdflatex", r"\pdfmapfile{}\font\bitmap=cmfib8 \bitmap a", folder)
        assert "Output written on hostile.pdf" in log
    (made,) = [file for file in home.rglob("*") if file.name.endswith("pk") and file.is_file()]
    assert made.is_relative_to(home / "cache" / "proposal" / "fonts")


def test_a_system_that_cannot_confine_says_so_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(confinement, "landlock_version", lambda: 0)
    assert [note.code for note in confinement.unconfined_note()] == ["unconfined-tex"]
    assert list(confinement.unconfined_note()) == []
    with scratch_folder() as folder:
        assert log_of("pdflatex", "", folder)


def test_a_system_that_confines_says_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(confinement, "landlock_version", lambda: 1)
    assert list(confinement.unconfined_note()) == []
