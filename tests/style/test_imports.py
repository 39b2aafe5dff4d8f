"""Packages import each other in one direction only, and tests none of each other."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from pathlib import Path

import pytest

from tests.style.statements import statements_of

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / "proposal"
IN_THE_MODEL = ("records", "loading", "reference")
"""The packages in the model; each imports only those before it, and what stands beside them."""


def imported(source: str) -> Iterator[str]:
    """The names of the program's modules that a module imports anywhere in it."""
    for node in statements_of(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def room(module: str) -> str | None:
    """The package of a module, or the module itself if it belongs to none."""
    parts = module.split(".")
    return parts[1] if parts[0] == "proposal" and len(parts) > 1 else None


def imports_of(program: Path) -> dict[str, dict[str, list[str]]]:
    """By package, the packages that it imports, each with the modules that do so."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for file in sorted(program.rglob("*.py")):
        name = file.relative_to(program).with_suffix("").as_posix().replace("/", ".")
        own = room(f"proposal.{name}")
        for module in imported(file.read_text(encoding="utf-8")):
            other = room(module)
            is_known = other and ((program / other).is_dir() or (program / f"{other}.py").is_file())
            if own and other and is_known and other != own:
                found[own][other].append(name)
    return found


def circle_in(imports: dict[str, dict[str, list[str]]]) -> list[str]:
    """The packages of a circle of imports, and the modules in which it stands, if there is one."""
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as reason:
        circle = reason.args[1][::-1]
        return [
            f"{one} imports {other} in {', '.join(imports[one][other])}"
            for one, other in pairwise(circle)
        ]
    return []


def test_no_test_module_imports_another() -> None:
    found = [
        f"{file.relative_to(ROOT)} imports {name}"
        for file in sorted((ROOT / "tests").rglob("*.py"))
        if "from tests" in (source := file.read_text(encoding="utf-8"))
        for name in imported(source)
        if any(part.startswith("test_") for part in name.split(".")[:-1])
    ]
    assert found == []


def test_no_packages_import_each_other_in_a_circle() -> None:
    assert circle_in(imports_of(PROGRAM)) == []


def test_packages_in_the_model_import_each_other_in_one_direction() -> None:
    found = [
        f"{file.name} imports {name}"
        for file in sorted((PROGRAM / "model").rglob("*.py"))
        for name in imported(file.read_text(encoding="utf-8"))
        if name.startswith("proposal.model.")
        if _place_in_the_model(name.split(".")[2]) > _place_in_the_model(file.parent.name)
    ]
    assert found == []


def _place_in_the_model(package: str) -> int:
    return IN_THE_MODEL.index(package) if package in IN_THE_MODEL else -1


@pytest.mark.parametrize(
    "source",
    [
        "from proposal.build.graph import Source",
        "import proposal.build.graph",
        "def late():\n    from proposal.build import graph",
        "if TYPE_CHECKING:\n    from proposal.build.graph import Source",
    ],
)
def test_a_circle_is_found_wherever_the_import_stands(tmp_path: Path, source: str) -> None:
    for package, text in (("model", source), ("build", "from proposal.model import folder")):
        (tmp_path / package).mkdir()
        (tmp_path / package / "one.py").write_text(text, encoding="utf-8")
    assert sorted(circle_in(imports_of(tmp_path))) == [
        "build imports model in build.one",
        "model imports build in model.one",
    ]
