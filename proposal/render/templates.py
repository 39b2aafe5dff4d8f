"""Finds templates, the workshop's own before the built-in ones, and fills them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jinja2
from jinja2.bccache import Bucket

from proposal.caching import built_in_templates, digest, keep, kept, program_digest
from proposal.diagnostics import Diagnostic, Span, error


class _Compiled(jinja2.BytecodeCache):
    """Templates as Python, kept by the digest of their text, in memory and in the user's cache."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        name = _name(bucket)
        compiled = self._kept.get(name) or kept("templates", name)
        if compiled is not None:
            bucket.bytecode_from_string(compiled)
            self._kept[name] = compiled

    def dump_bytecode(self, bucket: Bucket) -> None:
        name = _name(bucket)
        self._kept[name] = bucket.bytecode_to_string()
        keep("templates", name, self._kept[name])


def _name(bucket: Bucket) -> str:
    """What tells one compiled template from another: its form, its file, its text, its program.

    What is constant in a template is escaped when it is compiled.
    """
    form = type(bucket.environment)
    named = f"{form.__module__}.{form.__qualname__}"
    return digest(program_digest(), named, bucket.key, bucket.checksum)


COMPILED = _Compiled()
"""Every rendering has an environment of its own, and would compile each template anew."""


def template_folders(workshop: Path, form: str) -> list[Path]:
    """The folders in which templates of a form are looked for, in that order.

    Args:
        workshop: the folder that holds `data/`, and may hold `templates/`.
        form: `latex`, `site`, `jekyll` or `text`.
    """
    return [workshop / "templates" / form, built_in_templates() / form]


def fill(
    environment: jinja2.Environment, name: str, values: dict[str, Any]
) -> tuple[str, list[Diagnostic]]:
    """Fill a template; a fault in a workshop's own template is told at its line."""
    try:
        return environment.get_template(name).render(values), []
    except jinja2.TemplateSyntaxError as reason:
        return "", [_fault(reason.filename, reason.lineno, str(reason.message))]
    except jinja2.TemplateNotFound as reason:
        return "", [_fault(*_line_of_template(reason), f"there is no template {reason.name}")]
    except (jinja2.TemplateError, TypeError, AttributeError) as reason:
        file, line = _line_of_template(reason)
        return "", [_fault(file, line, str(reason))]


def _fault(file: str | None, line: int, message: str) -> Diagnostic:
    span = Span(Path(file), line, 1, 1) if file else None
    return error(
        "template", message, span, "compare it with the template that comes with the program"
    )


def _line_of_template(reason: BaseException) -> tuple[str | None, int]:
    """The last line of a template in the traceback of an error."""
    file, line = None, 1
    trace = reason.__traceback__
    while trace is not None:
        if "__jinja_exception__" in trace.tb_frame.f_globals:  # a frame that Jinja made up
            file, line = trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    return file, line
