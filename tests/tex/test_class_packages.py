"""Whether acmart loads whatever the LaTeX here uses; a document's own preamble loads nothing."""

from __future__ import annotations

import re
from pathlib import Path
from threading import Event

import pytest

from proposal.doctor import Group
from proposal.doctor.parts import PARTS
from proposal.render.latex.class_packages import COME_WITH_ACMART
from proposal.tex.engine import ENGINES, run
from tests.parts import require
from tests.workspace import ROOT

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


def sources(for_lua: bool) -> str:
    """The text of the templates that one of the two engines reads, without Jinja and Lua."""
    texts = [
        _LUA.sub("", _COMMENT.sub("", _JINJA.sub("", _TAGGED.sub("", file.read_text("utf-8")))))
        for file in TEMPLATES.rglob("*.tex")
        if file.name not in {FOR_TAGS, *FOR_OTHER_CLASSES} and (file.name in FOR_LUA) == for_lua
    ]
    return "\n".join(texts)


@pytest.mark.parametrize("engine", ["pdflatex", "lualatex"])
def test_every_command_of_a_template_is_defined_by_acmart_or_by_a_template(
    tmp_path: Path, engine: str
) -> None:
    for_lua = engine == "lualatex"
    require(Group.SCRIPTS if for_lua else Group.DOCUMENTS)
    defined = {name for names in _DEFINED.findall(sources(False) + sources(True)) for name in names}
    used = set(_COMMAND.findall(sources(for_lua))) - defined - FOR_ONE_ENGINE - {"script"}
    assert "documentclass" in used or for_lua
    assert not any(name in used for name in ("usepackage", "RequirePackage"))
    asked = "\n".join(
        rf"\ifcsname {name}\endcsname\else\typeout{{LACKS {name}}}\fi" for name in sorted(used)
    )
    text = (
        "\\documentclass[sigconf]{acmart}\n\\begin{document}\\makeatletter\n"
        f"{asked}\n\\typeout{{ALL ASKED}}\n\\end{{document}}\n"
    )
    (tmp_path / "minimal.tex").write_text(text, encoding="utf-8")
    run(ENGINES[engine], ("-interaction=nonstopmode", "minimal.tex"), tmp_path, 0, Event())
    log = (tmp_path / "minimal.log").read_text(encoding="utf-8", errors="replace")
    assert "\nALL ASKED" in log
    assert re.findall(r"^LACKS (.*)$", log, re.MULTILINE) == []


def test_acmart_loads_the_packages_of_these_commands(tmp_path: Path) -> None:
    require(Group.DOCUMENTS)
    text = "\\documentclass[sigconf]{acmart}\n\\begin{document}\n\\end{document}\n"
    (tmp_path / "minimal.tex").write_text(text, encoding="utf-8")
    run(ENGINES["pdflatex"], ("-interaction=nonstopmode", "minimal.tex"), tmp_path, 0, Event())
    record = (tmp_path / "minimal.fls").read_text(encoding="utf-8")
    read = {Path(line.partition(" ")[2]) for line in record.splitlines() if line.endswith(".sty")}
    files = {file.stem: file for file in read}
    for package, commands in COME_WITH_ACMART.items():
        assert package in files
        content = files[package].read_text(encoding="utf-8", errors="replace")
        for command in commands:
            assert f"\\{command}" in content or f"@command{{{command}}}" in content, command


def test_doctor_asks_for_the_packages_of_these_commands() -> None:
    wanted = {file for part in PARTS if part.group is Group.DOCUMENTS for file in part.tex_files}
    assert {f"{package}.sty" for package in COME_WITH_ACMART} <= wanted
