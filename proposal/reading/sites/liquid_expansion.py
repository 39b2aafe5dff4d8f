"""Liquid with what Jekyll adds to it, for reading pages that strangers wrote.

Nothing is executed but Liquid itself, within limits; files are read below the site's folder
alone. What cannot be expanded is left out of the page and counted by kind.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, TextIO

from liquid import BoundTemplate, Environment, Mode, RenderContext, Token, TokenStream
from liquid.ast import BlockNode, Node
from liquid.builtin.content import ContentNode
from liquid.builtin.expressions import parse_primitive, tokenize
from liquid.builtin.output import Output, OutputNode
from liquid.builtin.tags.capture_tag import CaptureNode, CaptureTag
from liquid.exceptions import LiquidError, ResourceLimitError
from liquid.expression import Expression
from liquid.parser import get_parser
from liquid.stringify import to_liquid_string
from liquid.tag import Tag
from liquid.token import TOKEN_EXPRESSION, TOKEN_TAG

from proposal.diagnostics import Span
from proposal.reading.sites.liquid_filters import jekyll_filters
from proposal.reading.sites.place_marks import (
    MadeText,
    PlaceMarks,
    SourceLine,
    without_marks,
    without_signs_of_marks,
)
from proposal.source.file import read_text
from proposal.source.text import Text

_MOST_INCLUDES = 1500
"""Includes that are put into one page, one in another counted."""

_ARGUMENT = re.compile(
    r"""([\w-]+)\s*=\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s"'=]+)""", re.DOTALL
)
"""An argument of an include: `title="Call for papers"`."""


@dataclass(slots=True)
class ExpansionLog:
    """What could not be expanded, by kind."""

    not_expanded: Counter[str] = field(default_factory=Counter)
    """How often each kind was met: `the include "menu.html", which is not there`."""
    first: dict[str, Span] = field(default_factory=dict)
    """Where each kind was met first."""
    place: Span | None = None
    """The page that is being made."""
    used: set[Path] = field(default_factory=set)
    """The files that were put into pages."""

    def add(self, kind: str) -> None:
        """Count something that was not expanded."""
        self.not_expanded[kind] += 1
        if self.place is not None:
            self.first.setdefault(kind, self.place)


class JekyllEnvironment(Environment):
    """Liquid as Jekyll has it."""

    context_depth_limit: ClassVar[int] = 30
    loop_iteration_limit: ClassVar[int | None] = 20_000
    local_namespace_limit: ClassVar[int | None] = 8_000_000
    output_stream_limit: ClassVar[int | None] = 4_000_000

    def __init__(
        self, root: Path, includes: Path, log: ExpansionLog, address: tuple[str, str]
    ) -> None:
        super().__init__(tolerance=Mode.LAX, strict_filters=False)
        self.root = root.resolve()
        self.includes = includes
        self.log = log
        self.marks = PlaceMarks(SourceLine(Span(root, 1, 1, 1), ""))
        self.included = 0
        self.templates: dict[Path, tuple[str, list[Span]] | None] = {}
        tags: tuple[type[Tag], ...] = (_PlacedOutput, _PlainCapture, _PlacedInclude)
        tags += (_IncludeCachedTag, _IncludeRelativeTag, _LinkTag, _PostAddressTag, _HighlightTag)
        for tag in tags:
            self.add_tag(tag)
        for name, made in jekyll_filters(*address).items():
            self.add_filter(name, made)

    def error(
        self,
        exc: type[LiquidError] | LiquidError,
        msg: str | None = None,
        token: Token | None = None,
    ) -> None:
        """Count what is no Liquid, and stop at a limit."""
        if isinstance(exc, ResourceLimitError):
            raise exc
        reason = str(exc) if isinstance(exc, LiquidError) else str(msg)
        tag = re.search(r"unexpected tag '(\w+)'", reason)
        if tag and not tag[1].startswith("end"):
            self.log.add(f"the tag `{tag[1]}`")
        elif tag is None:
            self.log.add("Liquid that cannot be read")

    def template_at(self, file: Path) -> BoundTemplate | None:
        """The template in a file below the site's folder, with marks."""
        self.included += 1
        if self.included > _MOST_INCLUDES:
            raise ResourceLimitError("too many includes", token=None)
        if file not in self.templates:
            self.templates[file] = self._read(file)
        source = self.templates[file]
        if source is None:
            return None
        self.log.used.add(file)
        return self.from_string(self.marks.marked_template(*source))

    def _read(self, file: Path) -> tuple[str, list[Span]] | None:
        real = file.resolve()
        if not real.is_relative_to(self.root) or not real.is_file():
            return None
        text, _ = read_text(real)
        if text is None:
            return None
        lines = text.split("\n")
        spans = [Span(file, number, 1, len(line) + 1) for number, line in enumerate(lines, 1)]
        start = 0
        if lines[0].rstrip() == "---":
            ends = (number for number, line in enumerate(lines[1:], 2) if line.rstrip() == "---")
            start = next(ends, 0)
        return without_signs_of_marks("\n".join(lines[start:])), spans[start:] or spans[-1:]

    def expand(
        self,
        source: str,
        spans: list[Span],
        values: Mapping[str, Any],
        finish: Callable[[str], str],
    ) -> MadeText:
        """What a page's body becomes.

        Args:
            source: the body.
            spans: where each of its lines stands.
            values: what `site` and `page` are.
            finish: what is done to the text while it has its marks.
        """
        self.log.place = spans[0]
        self.included = 0
        lines = source.split("\n")
        self.marks = PlaceMarks(SourceLine(spans[0], lines[0]))
        marked = self.marks.marked_template(without_signs_of_marks(source), spans)
        try:
            made = self.from_string(marked).render(**values)
        except (LiquidError, RecursionError, ValueError, TypeError, ArithmeticError) as reason:
            is_limit = isinstance(reason, ResourceLimitError | RecursionError)
            self.log.add("a page that makes too much" if is_limit else "Liquid that cannot be read")
            made = marked
        return self.marks.made(finish(made))


class _PlacedOutputNode(OutputNode):
    """An output whose text says where it was written."""

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        value = self.expression.evaluate(context)
        if isinstance(value, Mapping):
            return 0  # nothing that is read on a page
        environment = context.env
        if isinstance(value, Text) and isinstance(environment, JekyllEnvironment):
            return buffer.write(environment.marks.marked_text(value))
        return buffer.write(to_liquid_string(value, context.autoescape))


class _PlacedOutput(Output):
    node_class = _PlacedOutputNode


class _PlainCaptureNode(CaptureNode):
    """A captured text; it is compared with others, so that it has no marks."""

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        captured = context.get_buffer(buffer)
        self.block.render(context, captured)
        context.assign(self.name, without_marks(captured.getvalue()))
        return 0


class _PlainCapture(CaptureTag):
    node_class = _PlainCaptureNode


class _PlacedIncludeNode(Node):
    """A file that is put into a page, with arguments."""

    def __init__(
        self, token: Token, name: str, arguments: dict[str, Expression], *, beside: bool
    ) -> None:
        super().__init__(token)
        self.name = name
        self.arguments = arguments
        self.beside = beside
        """Whether the file is named as seen from the page's folder."""
        self.blank = False

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        environment = context.env
        if not isinstance(environment, JekyllEnvironment):
            return 0
        name = self.name
        if "{{" in name:
            made = context.get_buffer()
            environment.from_string(name).render_with_context(context, made, partial=True)
            name = without_marks(made.getvalue()).strip()
        folder = environment.includes
        if self.beside and environment.log.place is not None:
            folder = environment.log.place.file.parent
        template = environment.template_at(folder / name)
        if template is None:
            environment.log.add(f"the include `{name}`, which is not in the folder")
            return 0
        values = {key: value.evaluate(context) for key, value in self.arguments.items()}
        with context.extend({"include": values}, template=template):
            template.render_with_context(context, buffer, partial=True)
        return 1


class _PlacedInclude(Tag):
    name = "include"
    block = False
    beside: ClassVar[bool] = False

    def parse(self, stream: TokenStream) -> Node:
        token = stream.eat(TOKEN_TAG)
        given = stream.current
        words = given.value.strip() if given.kind == TOKEN_EXPRESSION else ""
        named = re.match(r"(?:[^\s{]|\{\{.*?\}\})+", words)
        name = named[0].strip("\"'") if named else ""
        arguments: dict[str, Expression] = {}
        for argument in _ARGUMENT.finditer(words, named.end() if named else 0):
            try:
                tokens = TokenStream(tokenize(argument[2], given))
                arguments[argument[1]] = parse_primitive(self.env, tokens)
            except LiquidError:
                continue
        return _PlacedIncludeNode(token, name, arguments, beside=self.beside)


class _IncludeCachedTag(_PlacedInclude):
    name = "include_cached"


class _IncludeRelativeTag(_PlacedInclude):
    name = "include_relative"
    beside = True


class _LinkTag(Tag):
    """`link`: the address of a file of the site."""

    name = "link"
    block = False

    def parse(self, stream: TokenStream) -> Node:
        token = stream.eat(TOKEN_TAG)
        words = stream.current.value.strip() if stream.current.kind == TOKEN_EXPRESSION else ""
        return ContentNode(token, f"/{words.strip('/')}")


class _PostAddressTag(_LinkTag):
    name = "post_url"


class _HighlightTag(Tag):
    """`highlight`: code, whose text is kept."""

    name = "highlight"
    end = "endhighlight"

    def parse(self, stream: TokenStream) -> BlockNode:
        stream.eat(TOKEN_TAG)
        if stream.current.kind == TOKEN_EXPRESSION:
            next(stream)
        return get_parser(self.env).parse_block(stream, frozenset({"endhighlight"}))
