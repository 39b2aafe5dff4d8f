"""One package opens PDFs."""

from __future__ import annotations

import ast
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "proposal"
LIBRARIES = {"pikepdf", "pypdf", "pypdfium2", "pypdfium2_raw"}


def imported(module: Path) -> set[str]:
    """What a module imports, wherever in it, if one of the libraries may be among it."""
    names: list[str] = []
    source = module.read_text(encoding="utf-8")
    if not any(library in source for library in LIBRARIES):
        return set()  # most modules, which need not be taken apart
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names.append(node.module or "")
    return {name.partition(".")[0] for name in names}


def test_no_other_package_imports_the_libraries_that_read_pdfs() -> None:
    importing = {
        file.relative_to(PACKAGE).parts[0]
        for file in PACKAGE.rglob("*.py")
        if imported(file) & LIBRARIES
    }
    assert importing == {"pdf"}
