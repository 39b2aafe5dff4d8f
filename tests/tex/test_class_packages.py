"""Whether acmart loads whatever the LaTeX here uses; a document's own preamble loads nothing.

One document for each engine asks for the commands of templates and uses those of bibliographies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from threading import Event

import pytest

from proposal.doctor import Group
from proposal.doctor.parts import PARTS
from proposal.tex.engine import ENGINES, Ended, run
from tests.parts import require
from tests.tex.bibliographies import in_bibliographies
from tests.workspace import ROOT

COME_WITH_ACMART = {
    "booktabs": ("toprule", "midrule", "bottomrule", "aboverulesep", "heavyrulewidth"),
    "caption": ("caption",),
    "graphics": ("includegraphics",),
    "graphicx": ("Gin@ewidth",),  # by which it knows `width=`
    "hyperref": ("href", "hypersetup", "nolinkurl", "pdfstringdefDisableCommands"),
    "natbib": ("cite", "NAT@date", "NAT@exlab", "NAT@parse@date", "NAT@year"),
    "url": ("url",),
}
"""By package that acmart loads, the commands of it that the LaTeX here uses, without backslash.

Nothing here loads a package: publishers accept few, and the page is to look as acmart makes it.
"""
TEMPLATES = ROOT / "templates" / "latex"
FOR_LUA = {"fonts.tex", "pdf_number.tex", "scripts.tex"}
"""Templates that only LuaLaTeX reads."""
FOR_OTHER_CLASSES = {
    "agreements.tex",
    "article.tex",
    "article_authors.tex",
    "booklet.tex",
    "door-signs.tex",
    "printed_page.tex",
    "proceedings.tex",
    "stamps.tex",
    "volume_fonts.tex",
}
"""Templates of documents in classes that load nothing by themselves."""
FOR_TAGS = "tagging.tex"
"""A template for LaTeX's own code for tags, which `\\DocumentMetadata` loads."""
FOR_ONE_ENGINE = {"pdftexversion", "pdfextension"}
"""Commands that templates use only where they are defined."""
_TAGGED = re.compile(r"<% if document\.is_accessible.*?%>.*?<% (?:else|endif) %>", re.DOTALL)
_JINJA = re.compile(r"<#.*?#>|<%.*?%>|<<.*?>>", re.DOTALL)
_COMMENT = re.compile(r"(?<!\\)%.*")
_LUA = re.compile(r"\|directlua\{.*", re.DOTALL)
_COMMAND = re.compile(r"(?<!\\)\\([A-Za-z@]{2,})")
_DEFINED = re.compile(
    r"\\(?:def|edef|let|newcommand|newbox|newdimen|DeclareTextSymbol)\s*\{?\\([A-Za-z@]+)"
    r"|\\newenvironment\{([A-Za-z]+)\}|\\@for\\([A-Za-z@]+)"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """How an engine answered."""

    engine: str
    log: str
    ended: Ended
    packages: set[Path]
    """The files of packages that it has read."""


def sources(for_lua: bool) -> str:
    """The text of the templates that one of the two engines reads, without Jinja and Lua."""
    texts = [
        _LUA.sub("", _COMMENT.sub("", _JINJA.sub("", _TAGGED.sub("", file.read_text("utf-8")))))
        for file in TEMPLATES.rglob("*.tex")
        if file.name not in {FOR_TAGS, *FOR_OTHER_CLASSES} and (file.name in FOR_LUA) == for_lua
    ]
    return "\n".join(texts)


def used(engine: str) -> set[str]:
    """The commands of an engine's templates that no template defines."""
    defined = {name for names in _DEFINED.findall(sources(False) + sources(True)) for name in names}
    found = set(_COMMAND.findall(sources(for_lua=engine == "lualatex")))
    return found - defined - FOR_ONE_ENGINE - {"script"}


@pytest.fixture(scope="module", params=["pdflatex", "lualatex"])
def asked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Asked:
    """What an engine says of one document: it names the one commands, and uses the others."""
    engine = str(request.param)
    require(Group.SCRIPTS if engine == "lualatex" else Group.DOCUMENTS)
    questions = "\n".join(
        rf"\ifcsname {name}\endcsname\else\typeout{{LACKS {name}}}\fi"
        for name in sorted(used(engine))
    )
    text = (
        "\\documentclass[sigconf,nonacm]{acmart}\n\\begin{document}\n"
        f"\\makeatletter\n{questions}\n\\typeout{{ALL ASKED}}\n\\makeatother\n"
        "\\title{T}\\author{A}\\affiliation{\\country{Finland}}\\maketitle\n"
        f"{in_bibliographies()}\n\\end{{document}}\n"
    )
    folder = tmp_path_factory.mktemp("asked")
    (folder / "minimal.tex").write_text(text, encoding="utf-8")
    ended = run(ENGINES[engine], ("-interaction=nonstopmode", "minimal.tex"), folder, 0, Event())
    log = (folder / "minimal.log").read_text(encoding="utf-8", errors="replace")
    record = (folder / "minimal.fls").read_text(encoding="utf-8")
    read = {Path(line.partition(" ")[2]) for line in record.splitlines() if line.endswith(".sty")}
    return Asked(engine, log, ended, read)


def test_every_command_of_a_template_is_defined_by_acmart_or_by_a_template(asked: Asked) -> None:
    names = used(asked.engine)
    assert "documentclass" in names or asked.engine == "lualatex"
    assert not any(name in names for name in ("usepackage", "RequirePackage"))
    assert "\nALL ASKED" in asked.log
    assert re.findall(r"^LACKS (.*)$", asked.log, re.MULTILINE) == []


def test_every_command_of_a_bibliography_is_set_without_an_error(asked: Asked) -> None:
    errors = re.findall(r"^(?:\./minimal\.tex:\d+: .*|l\.\d+ .*)$", asked.log, re.MULTILINE)
    assert errors == []
    assert asked.ended.status == 0, asked.log[-1500:]
    assert "Output written on minimal.pdf" in asked.log


def test_acmart_loads_the_packages_of_these_commands(asked: Asked) -> None:
    files = {file.stem: file for file in asked.packages}
    for package, commands in COME_WITH_ACMART.items():
        assert package in files
        content = files[package].read_text(encoding="utf-8", errors="replace")
        for command in commands:
            assert f"\\{command}" in content or f"@command{{{command}}}" in content, command


def test_doctor_asks_for_the_packages_of_these_commands() -> None:
    wanted = {file for part in PARTS if part.group is Group.DOCUMENTS for file in part.tex_files}
    assert {f"{package}.sty" for package in COME_WITH_ACMART} <= wanted
