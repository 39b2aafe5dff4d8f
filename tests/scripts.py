"""The scripts of the repository, which are in no package."""

from __future__ import annotations

import importlib.util
import sys
from types import ModuleType

from tests.workspace import ROOT


def load_script(name: str) -> ModuleType:
    """The module of a script below `scripts/`."""
    path = ROOT / "scripts" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # where dataclasses look their module up
    spec.loader.exec_module(module)
    return module
