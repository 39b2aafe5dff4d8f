"""Says what a code means, to readers of a terminal, of a page and to programs."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry import CHAPTERS, REGISTRY, RULE_CHAPTERS
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

_INTRODUCTION = """\
# Diagnostics

<!-- Made by `proposal explain --reference docs/reference/diagnostics.md`; change the texts in
proposal/diagnostics/registry/. -->

Everything that the program says of your data, of what it built, of pages of others and of what it
imports is a diagnostic. Its code stands in brackets behind the message, and
`proposal explain CODE` says what it means, why it matters and what to do:

```
data/editions/2026/program.yaml:3:11: warning: `Keynote of Yinglong Xia` (09:40–10:30) overlaps
`Keynote of Meng Jiang` (09:00–09:45) [schedule-overlap]
```

An **error** stops the build and makes the check fail. A **warning** makes the check fail with
`--strict`, a **note** never does. A code whose severity depends on the place says so in its text.

Rules look at editions one by one. A rule that gives advice for what is still to come is silent
once the workshop's day is over, and some speak in the last 30 days before it only; so what is said
depends on the day on which you look.

## When a warning is wrong here

Every warning and every note can be silenced; an error cannot, except `frozen-edition`.

For the whole workshop, say in `data/workshop.yaml` how much a code matters, or `off`:

```yaml
rules:
  missing-email: warning
  crowded-session: off
```

For one line of a YAML file, write a comment at its end, with the reason, so that whoever reads the
line in a year knows it, too:

```yaml
- {start: 12:40, end: 13:45, kind: lunch}  # proposal: allow schedule-gap — the photo is taken
```

Several codes are separated by commas. After the sign of a long text (`abstract: |  # proposal: …`)
the comment holds for the text. Texts in Markdown, `references.bib` and finished PDFs have no such
comments, so what is said of them is switched off for the whole workshop. That holds for `audit`
with data and for `import`, too.
"""


def nearest_codes(word: str) -> list[str]:
    """The codes that are most like a word, the nearest first."""
    wanted = word.casefold().strip("`[] ").replace("_", "-")
    close = difflib.get_close_matches(wanted, list(REGISTRY), n=5, cutoff=0.5)
    return list(dict.fromkeys([*close, *(code for code in REGISTRY if wanted and wanted in code)]))


def can_be_silenced(kind: DiagnosticKind) -> bool:
    """Whether a workshop can switch a code off: what stops a build cannot be."""
    return kind.severities != {Severity.ERROR} or chapter_of(kind) in RULE_CHAPTERS


def how_to_silence(kind: DiagnosticKind) -> str:
    """Whether a diagnostic can be switched off or allowed, and how; Markdown."""
    if not can_be_silenced(kind):
        return "It is an error, so it cannot be switched off."
    text = f"Write `{kind.code}: off` under `rules` in `data/workshop.yaml`"
    if chapter_of(kind).is_about_data:
        text += f", or behind the line of a YAML file `# proposal: allow {kind.code} — the reason`"
    stops_builds = kind.severity is Severity.ERROR and chapter_of(kind) not in RULE_CHAPTERS
    if stops_builds or Severity.ERROR in kind.also:
        return f"{text}. Where it is an error, it cannot be switched off."
    return f"{text}."


def chapter_of(kind: DiagnosticKind) -> CodeChapter:
    """The chapter in which a code is registered."""
    return next(chapter for chapter in CHAPTERS if kind in chapter.kinds)


def as_data(kind: DiagnosticKind) -> dict[str, object]:
    """A code's documentation for other programs."""
    return {
        "code": kind.code,
        "severity": kind.severity,
        "severities": sorted(kind.severities),
        "room": chapter_of(kind).name,
        "meaning": kind.meaning,
        "why": kind.why,
        "action": kind.action,
        "can_be_silenced": can_be_silenced(kind),
    }


def page() -> str:
    """The page of all codes, in Markdown."""
    parts = [_INTRODUCTION]
    for chapter in CHAPTERS:
        parts.append(f"## {chapter.title}\n")
        if chapter.introduction:
            parts.append(f"{_wrapped(chapter.introduction)}\n")
        for kind in chapter.kinds:
            parts += _entry(kind)
    return "\n".join(parts)


def _entry(kind: DiagnosticKind) -> Iterator[str]:
    yield f"### `{kind.code}` · {kind.severity}\n"
    yield f"{_wrapped(f'{kind.meaning} {kind.why} {kind.action}')}\n"


def _wrapped(text: str) -> str:
    """A paragraph in lines of at most 100 characters; spans of code are not torn apart."""
    lines, line = [], ""
    for word in _words(text):
        if line and len(line) + 1 + len(word) > 100:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return "\n".join([*lines, line])


def _words(text: str) -> Iterator[str]:
    """Words of Markdown, with a span of code that has spaces as one word."""
    word = ""
    for part in text.split(" "):
        word = f"{word} {part}" if word else part
        if word.count("`") % 2 == 0:
            yield word
            word = ""
    if word:
        yield word
