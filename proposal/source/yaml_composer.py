"""Composes YAML's values: with libyaml where that is certain to read the same, else with PyYAML.

libyaml is about twenty times as fast as PyYAML's own parser. Both read the same language but for
rare corners, and tell what is wrong in other words and at other places. So whatever libyaml refuses
and whatever stands in such a corner is read by PyYAML's own parser, which has the last word.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from proposal.source.mended_lines import is_own_tag
from proposal.source.syntax_errors import ALIAS, ANCHOR, DEEPEST, NESTED, TAG


def compose(text: str) -> yaml.Node | None:
    """The one YAML value of a text, whose scalars all stay text; nothing if there is none.

    Raises:
        yaml.YAMLError: the text is no YAML, or has what data do not need.
        ValueError: an escape or a directive has an endless number.
        OverflowError: the same.
    """
    if yaml.__with_libyaml__ and not _DOUBTFUL.search(text):
        try:
            return _root(_QuickComposer(text))
        except (yaml.YAMLError, ValueError):
            pass  # PyYAML's own parser says what is wrong, if anything is
    return _root(_Composer(text))


_DOUBTFUL = re.compile(r"[\t\r\x85\u2028\u2029\ufeff]|[|>][-+\d]*#|(?<!\n)\Z")
"""What the parsers read differently: tabs, line breaks and marks of text processors, a comment that
touches the sign before it (`|#`), and a last line without its end."""


def _root(composer: _Composer) -> yaml.Node | None:
    root: yaml.Node | None = composer.get_single_node()
    return root


class _Composer(yaml.SafeLoader):
    """PyYAML's composer without aliases, anchors and tags of files, which data do not need."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.depth = 0

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        self.depth += 1
        if self.depth > DEEPEST:
            event = self.peek_event()  # type: ignore[no-untyped-call] # PyYAML leaves its types out
            raise yaml.composer.ComposerError(None, None, NESTED, event.start_mark)
        try:
            return self.composed(parent, index)
        finally:
            self.depth -= 1

    def composed(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        event: Any = self.peek_event()  # type: ignore[no-untyped-call] # PyYAML leaves its types out
        is_scalar = isinstance(event, yaml.ScalarEvent)
        if isinstance(event, yaml.AliasEvent):
            problem: str | None = ALIAS
        elif event.anchor is not None:
            problem = ANCHOR
        else:
            problem = TAG if is_scalar and is_own_tag(event.tag) else None
        if problem is not None:
            raise yaml.composer.ComposerError(None, None, problem, event.start_mark)
        return super().compose_node(parent, index)

    def resolve(self, *_: object) -> str:
        """No tag: what a value is the schema decides, and not YAML."""
        return ""


class _DoubtfulError(yaml.YAMLError):
    """The parsers may read something differently."""


class _QuickComposer(_Composer):
    """The same composer on libyaml's events."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        events = yaml.CBaseLoader(text)
        for name in ("check_event", "peek_event", "get_event"):
            setattr(self, name, getattr(events, name))

    def composed(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        event: Any = self.peek_event()  # type: ignore[no-untyped-call] # PyYAML leaves its types out
        is_doubtful = getattr(event, "tag", None) is not None
        if isinstance(event, yaml.ScalarEvent) and not event.style:
            is_in_brackets = isinstance(parent, yaml.CollectionNode) and parent.flow_style
            # A value that is missing has another place, and PyYAML ends a text at `[Why?]`.
            is_doubtful |= not event.value or (is_in_brackets and "?" in event.value)
            event.style = None
        if is_doubtful:
            raise _DoubtfulError
        return super().composed(parent, index)
