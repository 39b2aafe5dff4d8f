"""The codes that the program's source gives to diagnostics, found without running it.

A function that takes a `code` makes diagnostics, so whatever literal stands in that place of a
call is a code: the text itself, a constant's name, or one of two texts in a condition.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.style.statements import statements_of

PACKAGE = Path(__file__).parents[2] / "proposal"
_NO_DIAGNOSTICS = {
    *("zones_of", "_of_city", "_listed", "Paper", "Organization"),
    *("add", "Script", "printable_lines", "_coded", "_unescaped"),
    *("Suppression", "Finding", "DiagnosticKind", "explain", "_end_with", "_Outcome"),
}
"""What takes a `code` of something else: of a country, a script, a program's end, a document."""


@dataclass(frozen=True, slots=True)
class Use:
    """A code, and the place in the source that gives it to a diagnostic."""

    code: str
    function: str
    """The last part of the name of what is called: `warning`."""
    place: str
    """The file and line: `proposal/check/rules/schedule_rules.py:35`."""


@dataclass(frozen=True, slots=True)
class _Module:
    file: Path
    text: str
    tree: ast.Module

    @classmethod
    def read(cls, file: Path) -> _Module:
        text = file.read_text(encoding="utf-8")
        return cls(file, text, ast.parse(text))

    @property
    def name(self) -> str:
        parts = self.file.relative_to(PACKAGE.parent).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def uses() -> tuple[Use, ...]:
    """Every use of a code in the program's source."""
    modules = [_Module.read(file) for file in sorted(PACKAGE.rglob("*.py"))]
    constants = {module.name: _constants(module.tree) for module in modules}
    makers = _makers(modules)
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, makers))})\b")
    calling = [module for module in modules if named.search(module.text)]
    return tuple(use for module in calling for use in _uses_in(module, makers, constants))


def _constants(tree: ast.Module) -> dict[str, str]:
    """The texts that a module gives names to."""
    found = {}
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str(text))):
                found[name] = text
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.Constant(value=str(text))):
                found[name] = text
    return found


def _makers(modules: list[_Module]) -> Mapping[str, set[int]]:
    """Functions and classes that take a `code`, and the positions at which they do."""
    found: dict[str, set[int]] = defaultdict(set)
    for module in modules:
        for node in statements_of(module.tree):
            names: list[str] = []
            if isinstance(node, ast.FunctionDef):
                names = [argument.arg for argument in node.args.args if argument.arg != "self"]
            elif isinstance(node, ast.ClassDef):
                names = [
                    field.target.id
                    for field in node.body
                    if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
                ]
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and "code" in names:
                found[node.name].add(names.index("code"))
    return {name: places for name, places in found.items() if name not in _NO_DIAGNOSTICS}


def _uses_in(
    module: _Module, makers: Mapping[str, set[int]], constants: Mapping[str, dict[str, str]]
) -> Iterator[Use]:
    known = dict(constants[module.name])
    for node in statements_of(module.tree):
        if isinstance(node, ast.ImportFrom):
            theirs = constants.get(node.module or "", {})
            for alias in node.names:
                if alias.name in theirs:
                    known[alias.asname or alias.name] = theirs[alias.name]
    for scope in (module.tree, *statements_of(module.tree)):
        if isinstance(scope, ast.FunctionDef | ast.Module):
            for node in _own_nodes(scope):
                if isinstance(node, ast.Call):
                    for name in _called(node.func, scope):
                        for argument in _arguments(node, makers.get(name, set())):
                            for code in _texts(argument, known, scope):
                                place = f"{module.file.relative_to(PACKAGE.parent)}:{node.lineno}"
                                yield Use(code, name, place)


@cache
def _own_nodes(scope: ast.AST) -> tuple[ast.AST, ...]:
    """What stands in a scope, without the functions in it, which are scopes of their own."""
    found: list[ast.AST] = []
    left = list(ast.iter_child_nodes(scope))
    while left:
        node = left.pop()
        if not isinstance(node, ast.FunctionDef):
            found.append(node)
            left += ast.iter_child_nodes(node)
    return tuple(found)


def _called(function: ast.expr, scope: ast.AST) -> Iterator[str]:
    """The names of what is called: two after `tell = warning if … else error`."""
    match function:
        case ast.Name(id=name):
            chosen = [value for value in _values(name, scope) if isinstance(value, ast.IfExp)]
            yield name
            for choice in chosen:
                yield from (ast.unparse(choice.body), ast.unparse(choice.orelse))
        case ast.Attribute(attr=name):
            yield name
        case _:
            return


def _arguments(call: ast.Call, places: set[int]) -> Iterator[ast.expr]:
    for place in places:
        if place < len(call.args):
            yield call.args[place]
    if places:
        yield from (keyword.value for keyword in call.keywords if keyword.arg == "code")


def _texts(node: ast.expr, known: Mapping[str, str], scope: ast.AST) -> Iterator[str]:
    """The texts that an expression can be; a text that is put together is no code, so it fails."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts) if _looks_like_code(parts):
            yield ast.unparse(node)
        case ast.IfExp(body=first, orelse=second):
            yield from _texts(first, known, scope)
            yield from _texts(second, known, scope)
        case ast.Name(id=name) if name in known:
            yield known[name]
        case ast.Name(id=name):
            for value in _values(name, scope):
                if not isinstance(value, ast.Name):
                    yield from _texts(value, known, scope)
        case _:
            return


def _looks_like_code(parts: list[ast.expr]) -> bool:
    """Whether a text is put together of what could be a code: `f"not-a-{kind}"`."""
    fixed = [part.value for part in parts if isinstance(part, ast.Constant)]
    return all(re.fullmatch(r"[a-z0-9-]+", str(text)) for text in fixed)


def _values(name: str, scope: ast.AST) -> Sequence[ast.expr]:
    """What a scope assigns to a name."""
    return _assigned(scope).get(name, ())


@cache
def _assigned(scope: ast.AST) -> Mapping[str, Sequence[ast.expr]]:
    """What a scope assigns to its names, in its order."""
    found: dict[str, list[ast.expr]] = defaultdict(list)
    for node in _own_nodes(scope):
        match node:
            case ast.Assign(targets=[ast.Name(id=target)], value=value):
                found[target].append(value)
            case ast.Assign(targets=[ast.Tuple(elts=targets)], value=ast.Tuple(elts=values)):
                for one, value in zip(targets, values, strict=False):
                    if isinstance(one, ast.Name):
                        found[one.id].append(value)
            case _:
                continue
    return found
