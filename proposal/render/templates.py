"""Where templates are found: the workshop's own copy goes before the built-in one."""

from __future__ import annotations

from pathlib import Path


def template_folders(workshop: Path, form: str) -> list[Path]:
    """The folders in which templates of a form are looked for, in that order.

    Args:
        workshop: the folder that holds `data/`, and may hold `templates/`.
        form: `latex`, `site`, `jekyll` or `text`.
    """
    return [workshop / "templates" / form, _built_in() / form]


def _built_in() -> Path:
    """The templates that come with the program: in the package, or beside it in its repository."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"
