"""Makes the Jinja environments of all forms of output, and fills their templates.

A template is looked for in the workshop's own folder before the built-in one. What it prints is
text that is escaped for its form, unless its type says that it is written in that form already; so
escaping cannot be forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, MutableMapping
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Any, cast

import jinja2
from jinja2.bccache import Bucket
from jinja2.exceptions import SecurityError
from jinja2.ext import InternationalizationExtension
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape
from msgspec import Struct

from proposal.caching import built_in_templates, digest, keep, kept, program_digest
from proposal.diagnostics import Diagnostic, Span, error
from proposal.edition import wording
from proposal.edition.deadlines import Deadline
from proposal.edition.marked_values import Day
from proposal.render.template_filters import SHARED_TESTS, shared_filters
from proposal.words.language import ENGLISH, Language

_ANGLES: dict[str, Any] = {
    "variable_start_string": "<<",
    "variable_end_string": ">>",
    "block_start_string": "<%",
    "block_end_string": "%>",
    "comment_start_string": "<#",
    "comment_end_string": "#>",
}
"""`<< value >>`, `<% statement %>` and `<# comment #>`."""


class Form(Struct, frozen=True):
    """A form of output, which has templates of its own."""

    name: str
    folder: str
    """Where its templates are, below `templates/`."""
    written: type[str] = str
    """The type of text that is written in this form already, and is not escaped again."""
    uses_angles: bool = False
    """Whether its delimiters are angle brackets, since braces mean something in the form itself."""
    is_html: bool = False
    """Whether Jinja escapes what templates print, as HTML."""
    takes_words: bool = False
    """Whether it is text itself, in which fixed words stand as they are."""


def make_environment(
    workshop: Path, form: Form, finalize: Callable[[Any], Any], language: Language = ENGLISH
) -> jinja2.Environment:
    """The templates of a form, of which the workshop's own copy goes before the built-in one.

    Args:
        workshop: the folder that holds `data/`, and may hold `templates/`.
        form: what the templates are written in.
        finalize: makes text of each value that a template prints (see `escaping`).
        language: the language of the fixed words.
    """
    environment = _Environment(workshop, form, finalize)
    environment.globals.update(
        to_be_announced=wording.to_be_announced(language),
        to_be_confirmed=wording.to_be_confirmed(language),
    )
    _translate(environment, form, finalize, language)
    environment.filters.update(shared_filters(language))
    environment.filters["iso"] = lambda moment: form.written(moment.isoformat())
    environment.tests.update(SHARED_TESTS)
    return environment


def _translate(
    environment: jinja2.Environment,
    form: Form,
    finalize: Callable[[Any], Any],
    language: Language,
) -> None:
    """Let templates say words in a language: `_("Words of %(name)s", name=…)`, `{% trans %}`.

    Words are text, as everything in the data is, and so are the values in them.
    """
    written = Markup if form.is_html else form.written

    def ready(value: Any) -> str:
        return str(escape(finalize(value)) if form.is_html else finalize(value))

    def said(words: str, values: Mapping[str, Any]) -> str:
        parts = _PLACEHOLDER.split(words)  # words, the name of a value, words, and so on
        fixed = [part.replace("%%", "%") for part in parts[::2]]
        parts[::2] = fixed if form.takes_words else [_with_spaces(ready, part) for part in fixed]
        parts[1::2] = [ready(values[name]) for name in parts[1::2]]
        return written("".join(parts))

    @cache
    def fixed(message: str) -> str:
        return said(language.gettext(message), {})

    def gettext(message: str, **values: Any) -> str:
        return said(language.gettext(message), values) if values else fixed(message)

    def ngettext(one: str, many: str, num: int, **values: Any) -> str:
        return said(language.ngettext(one, many, num), {"num": num, **values})

    def pgettext(context: str, message: str, **values: Any) -> str:
        return said(language.pgettext(context, message), values)

    environment.add_extension(InternationalizationExtension)
    cast("Any", environment).install_null_translations(newstyle=True)  # which name their values
    environment.globals.update(
        _=gettext, gettext=gettext, ngettext=ngettext, pgettext=pgettext, language=language
    )


_PLACEHOLDER = re.compile(r"(?<!%)%\((\w+)\)s")
"""A named value in the words of a language: `in %(city)s`."""


def _with_spaces(ready: Callable[[str], str], words: str) -> str:
    """Words in the form, with the spaces around them, which a form may take out."""
    bare = words.strip(" ")
    if not bare:
        return words
    start = len(words) - len(words.lstrip(" "))
    return f"{words[:start]}{ready(bare)}{words[start + len(bare) :]}"


def escaping(form: Form, escape: Callable[[str], str]) -> Callable[[Any], str]:
    """What makes text in a form of the values that templates print.

    Args:
        form: what the templates are written in.
        escape: writes a text in that form.
    """
    written = form.written

    def finalize(value: Any) -> str:
        if isinstance(value, written):
            return value
        if isinstance(value, jinja2.Undefined):
            return written(str(value))  # which raises an error that names it
        if isinstance(value, str):
            return written(escape(value))
        if isinstance(value, Day | Deadline):
            return written(escape(str(value)))
        if isinstance(value, int) and not isinstance(value, bool):
            return written(str(value))
        raise jinja2.TemplateRuntimeError(f"a template prints {value!r}, which is no text")

    return finalize


def prose_environment(
    filters: Mapping[str, Callable[..., Any]], undefined: type[jinja2.Undefined]
) -> jinja2.Environment:
    """The environment of the facts that prose quotes: `{{ fact | filter }}`, and nothing else.

    Args:
        filters: the only filters that are known, by name.
        undefined: what stands for a fact that does not exist.
    """
    environment = _Sandbox(
        # Blocks and comments are text in prose, so that their delimiters are ones nobody types.
        block_start_string="{%{{",
        comment_start_string="{#{{",
        keep_trailing_newline=True,
        autoescape=False,
        undefined=undefined,
    )
    environment.filters = dict(filters)
    environment.globals.clear()
    return environment


class _Environment(jinja2.Environment):
    """The environment of a form."""

    def __init__(self, workshop: Path, form: Form, finalize: Callable[[Any], Any]) -> None:
        super().__init__(
            loader=jinja2.FileSystemLoader(template_folders(workshop, form.folder)),
            bytecode_cache=COMPILED,
            auto_reload=False,  # each rendering has an environment of its own
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            autoescape=form.is_html,  # in other forms the escaping is ours, in `finalize`
            undefined=jinja2.StrictUndefined,
            finalize=finalize,
            **(_ANGLES if form.uses_angles else {}),
        )
        self.form = form

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The environment's own, which are looked through for each template that is imported."""
        return super().make_globals(d) if d else self.globals

    def concat(self, pieces: Iterable[str]) -> str:
        """What a template has put together is written in the form, wherever it is used again."""
        return self.form.written("".join(pieces))


class _Sandbox(ImmutableSandboxedEnvironment):
    """Facts are named and selected; there is nothing to call or to compute with them."""

    intercepted_binops = frozenset({"*", "**", "%"})  # with which a short text can take all day

    def call_binop(self, _context: Context, operator: str, _left: Any, _right: Any) -> Any:
        raise SecurityError(f"{operator} is not known here")

    def is_safe_callable(self, _obj: Any) -> bool:
        return False


class _Compiled(jinja2.BytecodeCache):
    """Templates as Python, kept by the digest of their text, in memory and in the user's cache."""

    def __init__(self) -> None:
        self._known: dict[str, CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        name = _name(bucket)
        bucket.code = self._known.get(name)
        if bucket.code is None and (compiled := kept("templates", name)) is not None:
            bucket.bytecode_from_string(compiled)
        if bucket.code is not None:
            self._known[name] = bucket.code

    def dump_bytecode(self, bucket: Bucket) -> None:
        name = _name(bucket)
        if bucket.code is not None:
            self._known[name] = bucket.code
        keep("templates", name, bucket.bytecode_to_string())


def _name(bucket: Bucket) -> str:
    """What tells one compiled template from another: its form, its file, its text, its program.

    What is constant in a template is escaped when it is compiled.
    """
    environment = cast("_Environment", bucket.environment)  # no other one uses COMPILED
    return digest(program_digest(), environment.form.name, bucket.key, bucket.checksum)


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
    """Fill a template; an error in a workshop's own template is reported at its line."""
    try:
        return environment.get_template(name).render(values), []
    except jinja2.TemplateSyntaxError as reason:
        return "", [_diagnostic(reason.filename, reason.lineno, str(reason.message))]
    except jinja2.TemplateNotFound as reason:
        return "", [_diagnostic(*_line_of_template(reason), f"there is no template {reason.name}")]
    except (jinja2.TemplateError, TypeError, AttributeError) as reason:
        file, line = _line_of_template(reason)
        return "", [_diagnostic(file, line, str(reason))]


def _diagnostic(file: str | None, line: int, message: str) -> Diagnostic:
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
